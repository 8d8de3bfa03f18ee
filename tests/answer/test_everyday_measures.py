"""What else people say of a measure: an overview without any words of its author's beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

CONSOLES = """# Game consoles

| Aspect | Handheld | Tabletop |
| --- | --- | --- |
| Startup Time | It is on in a second. | It takes a minute. |
| Size | 4 GB are enough for its system. | Its system fills a hundred gigabytes. |
| Resource Usage | Thrifty with its battery. | It is hungry: it draws a kilowatt. |
| Portability | It fits a pocket. | It stays under the screen. |
| Shelf | Its cartridges are read-only. | Its disc can be written to. |

## Advantages of the Handheld

- **Quick startup**: no time to make tea.

## Disadvantages of the Tabletop

- **Resource-hungry**: the fan howls.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(CONSOLES, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how long until the tabletop boots", "It takes a minute"),
        ("which one launches faster?", "Handheld, by this overview: ahead on startup time"),
        ("how much disk does the handheld need?", "4 GB"),
        ("which needs more memory?", "Tabletop, by this overview: behind on resource usage"),
        ("Is the cartridge of a handheld immutable?", "Yes. By this overview: Handheld"),
    ],
)
def test_a_measure_is_found_by_what_else_is_said_of_it(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


def test_what_is_said_of_a_measure_names_none_by_itself() -> None:
    page = "# Shoes\n\n| Aspect | Boot | Clog |\n| --- | --- | --- |\n| Material | Leather. | Wood. |\n"

    assert Docent(compiled(page, built_in=KINDS)[0]).ask("how long until it boots?").status == "unknown"


def test_a_word_in_the_midst_of_a_phrase_names_no_aspect() -> None:
    page = (
        "# Trains\n\n| Aspect | Local | Express |\n| --- | --- | --- |\n| Operation | By the town. | By the state. |\n"
    )
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert docent.ask("Which operating system does the local have?").status == "unknown"
    assert docent.ask("What about the operation of the local?").status == "answered"
