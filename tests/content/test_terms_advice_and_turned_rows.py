"""Terms under a heading that counts them, advice under "What we recommend", names and rows in short or turned round."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

FERRY = """# Ferry or bridge?

| Topic | Ferry company | Bridge administration |
| --- | --- | --- |
| Cover at night | None after ten. | Open around the clock. |
| Need for pilots | Indispensable. | None. |
| Bicycles | possible on deck, but slow | not possible |

## Two terms that always come up

> **Tide** - the tide is the rise and fall of the water. A spring flood by heavy rain is not a tide.

> **Toll** - toll means what is paid at the gate.

## What we recommend

- **Trucks with more than six axles**: bridge administration.
- **Tourists who wait for no tide**: ferry company.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(FERRY, built_in=KINDS)[0])


def test_terms_stand_under_a_heading_that_counts_them(docent: Docent) -> None:
    assert docent.ask("what is a tide?").answer.lead.plain.startswith("the tide is the rise and fall")
    assert docent.ask("what does toll mean?").answer.lead.plain.startswith("toll means what is paid")


def test_what_we_recommend_is_advice(docent: Docent) -> None:
    facts = docent.understander.catalogue.knowledge.facts
    told = [(fact.subjects, fact.prose.plain) for fact in facts if fact.kind == "advice"]
    assert told == [
        (("bridge-administration",), "Trucks with more than six axles: bridge administration."),
        (("ferry-company",), "Tourists who wait for no tide: ferry company."),
    ]


@pytest.mark.parametrize(
    ("asked", "meaning"),
    [
        ("night cover of the ferry company?", "aspect?subjects=ferry-company&aspects=cover-at-night"),
        (
            "how do they compare on pilot need?",
            "aspect?subjects=ferry-company,bridge-administration&aspects=need-for-pilots",
        ),
    ],
)
def test_a_row_goes_by_its_name_turned_round(docent: Docent, asked: str, meaning: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id == meaning


def test_a_row_that_says_possible_says_yes(docent: Docent) -> None:
    assert docent.ask("are bicycles possible with the ferry company?").answer.lead.plain.startswith("Yes.")
    assert docent.ask("are bicycles possible with the bridge administration?").answer.lead.plain.startswith("No.")


def test_what_a_definition_says_is_none_is_none(docent: Docent) -> None:
    reply = docent.ask("is a spring flood by heavy rain a tide?")
    assert reply.status == "unsure" or reply.answer.lead.plain.startswith(("No.", "By this overview"))
    assert docent.ask("is a whale a tide?").status == "unknown"
