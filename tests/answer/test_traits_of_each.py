"""Advantages of several things: of each where they are listed, of the first where it is set over the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.model.meaning import Meaning
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PENS = """# Pencils, pens and brushes

| Aspect | Pencil | Fountain pen | Brush |
| --- | --- | --- | --- |
| Price | Cheap. | Expensive. | Cheap. |

## Pencil

### Advantages

- **Corrections**: a rubber takes every line away.

### Disadvantages

- **Sharpening**: the lead wears down.

## Fountain pen

### Advantages

- **Clear lines**: ink is darker than lead.

### Disadvantages

- **Blots**: a leaking pen spoils the sheet.

## Brush

### Advantages

- **Broad strokes**: large surfaces are filled at once.

### Disadvantages

- **Drying**: the sheet has to dry.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PENS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "asked",
    [
        "drawbacks of pencils and fountain pens",
        "tell me the disadvantages of both, pencils and fountain pens",
        "what are the downsides of a pencil and of a fountain pen?",
        "what are the cons of pencils and what are the cons of fountain pens?",
    ],
)
def test_the_traits_of_each_are_told_side_by_side(docent: Docent, asked: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning == Meaning("disadvantages", ("pencil", "fountain-pen"), each=True)
    assert reply.answer.lead.plain == ("Pencil has 1 disadvantage: sharpening. Fountain pen has 1 disadvantage: blots.")


def test_of_three_all_are_told(docent: Docent) -> None:
    reply = docent.ask("advantages of pencils, fountain pens and brushes")
    assert reply.meaning == Meaning("advantages", ("pencil", "fountain-pen", "brush"), each=True)


@pytest.mark.parametrize(
    "asked",
    [
        "advantages of pencils over fountain pens",
        "advantages of a pencil compared with a fountain pen",
        "what are the pros of pencils vs fountain pens",
    ],
)
def test_over_another_the_first_alone_is_told(docent: Docent, asked: str) -> None:
    meaning = docent.ask(asked).meaning
    assert meaning is not None
    assert meaning.intent == "advantages"
    assert meaning.subjects[0] == "pencil"
    assert not meaning.each


def test_a_later_turn_asks_of_each_or_of_the_first_as_the_turn_before(docent: Docent) -> None:
    each = docent.ask("drawbacks of pencils and brushes")
    assert docent.ask("and the upsides?", each.context).meaning == Meaning("advantages", ("pencil", "brush"), each=True)
    over = docent.ask("advantages of pencils over brushes")
    assert docent.ask("and the drawbacks?", over.context).meaning == Meaning("disadvantages", ("pencil", "brush"))


def test_what_is_offered_is_understood_as_what_it_offers(docent: Docent) -> None:
    reply = docent.ask("drawbacks of pencils and brushes")
    offered = reply.answer.choices[0]
    assert Meaning.from_id(offered.meaning) == Meaning("advantages", ("pencil", "brush"), each=True)
    assert docent.ask(offered.text).meaning == Meaning.from_id(offered.meaning)
