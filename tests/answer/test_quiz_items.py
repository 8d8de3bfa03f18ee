"""Quiz items, and verbs that do something to what is asked about, over a field of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

HALLS = """# Halls

| Aspect | Tent | Barn |
| --- | --- | --- |
| Weight | Light: two people carry it. | Heavy: it stays where it is. |
| Floor | It shares the floor of the meadow. | It has its own floor of oak. |
| Setup Time | Minutes. | Months. |

## Advantages of the Barn

- **Sturdy**: it stands for a century.

## Disadvantages of the Tent

- **Limited use**: not every feast is suited to a tent.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(HALLS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "intent", "told"),
    [
        ("which one is lighter: a) tent b) barn", "verdict", "Tent"),
        ("Which is lighter? A. Barn B. Tent", "verdict", "Tent"),
        ("Lighter one? 1) Barn 2) Tent", "verdict", "Tent"),
        ("Which of the following is an advantage of the barn? (a) sturdy (b) light", "advantages", "Sturdy"),
    ],
)
def test_the_letters_of_options_stand_for_or(docent: Docent, question: str, intent: str, told: str) -> None:
    reply = docent.ask(question)
    assert reply.status == "answered"
    assert reply.meaning is not None
    assert reply.meaning.intent == intent
    assert told in reply.answer.lead.plain + str(reply.answer.parts)


@pytest.mark.parametrize(
    ("question", "aspects"),
    [
        # "Weighs" alone asks of the weight; what it weighs on is asked about where that has a name.
        ("what does a tent weigh?", ("weight",)),
        ("does a tent start with a floor of its own?", ("floor",)),
        ("is the floor of a tent shared every time?", ("floor",)),
    ],
)
def test_a_verb_and_an_idiom_name_no_aspect_beside_one_that_is_named(
    docent: Docent, question: str, aspects: tuple[str, ...]
) -> None:
    reply = docent.ask(question)
    assert reply.meaning is not None
    assert reply.meaning.aspects == aspects


def test_not_every_denies_what_is_said_of_all(docent: Docent) -> None:
    reply = docent.ask("All feasts are suited to a tent. True or false?")
    assert reply.answer.lead.plain.startswith("No.")
