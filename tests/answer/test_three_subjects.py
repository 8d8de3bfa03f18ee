"""Verdicts where three are compared: yes and no only where the overview says so, and of the two that are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = Path(__file__).parents[2] / "intents" / "kinds.yaml"
PAGE = """# Ways to town

| Aspect | Tram | Bus | Bike |
|---|---|---|---|
| Speed | Moderate: it stops often. | Slow: it stands in traffic. | Fast, whatever the traffic. |
| Cost | Dear | Cheap | Cheap |
| Night service | Ask the driver. | Runs until midnight. | Any time. |

## What is a bike?

- It was developed at Drais and shown in 1817.
- Bikes can be lent through the library.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS.read_text(encoding="utf-8"))[0])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is a bike faster than a bus?", "Yes. By this overview, Bike is ahead on speed"),
        ("is the bus slow?", "Yes. By this overview"),
        ("is the bus fast?", "No. By this overview, Bike is ahead on speed"),
        ("is the tram fast?", "By this overview, Bike is ahead on speed: Tram: Moderate"),
        ("is the tram slow?", "By this overview, Bike is ahead on speed: Tram: Moderate"),
    ],
)
def test_who_is_between_others_gets_neither_a_yes_nor_a_no(docent: Docent, question: str, lead: str) -> None:
    reply = docent.ask(question)

    assert reply.status == "answered"
    assert reply.answer.lead.plain.startswith(lead)


def test_the_name_of_a_row_states_nothing(docent: Docent) -> None:
    reply = docent.ask("does the tram have a night service?")

    assert "Ask the driver." in reply.answer.lead.plain
    assert not reply.answer.lead.plain.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when was the bike developed?", "1817"),
        ("who developed the bike?", "Drais"),
        ("where can bikes be lent?", "library"),
    ],
)
def test_a_year_a_house_or_a_place_is_told_where_a_statement_holds_it(docent: Docent, question: str, said: str) -> None:
    reply = docent.ask(question)

    assert reply.status == "answered"
    assert said in reply.answer.lead.plain


@pytest.mark.parametrize("question", ["when was the tram developed?", "who drives the bus?", "where is the bus built?"])
def test_it_is_not_where_none_does(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"
