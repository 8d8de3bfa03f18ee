"""What annoys people, rows that are done ("handle errors"), whether a part is any good, and what is hard to find."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Brass or strings

| | Brass | Strings |
|---|---|---|
| Tone | warm | sweet |
| Error handling | the valve sticks: oil it | retune |
| Learning curve | easy to begin | hard to master |
| Repertoire | marches | everything, above all waltzes |

## Brass

### Why people like it
- Loud without amplifiers

### What annoys them
- Tuning is a mess
- Neighbours knock, so nobody plays at night

### On tour
- The bus has room for ten tubas
- The driver gets the spare ticket

## Strings

### Why people like it
- Tuning by ear

### What annoys them
- Strings snap

Think of brass as a bonfire: loud, and warm. Strings are a candle: small, and steady.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what annoys people about brass?", "Tuning is a mess"),
        ("why do people like strings", "Tuning by ear"),
        ("how do you handle errors with brass", "oil it"),
        ("who gets the spare ticket", "The driver gets the spare ticket"),
        ("does brass have more repertoire?", "marches"),
    ],
)
def test_complaints_and_rows(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    ("question", "first"), [("is tuning of brass good?", "No."), ("is the tuning of strings good", "Yes.")]
)
def test_a_part_is_as_good_as_the_side_that_speaks_of_it(docent: Docent, question: str, first: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(first)


@pytest.mark.parametrize("question", ["is it hard to find brass players?", "how do I handle noise of brass"])
def test_what_no_row_is_about_is_not_answered(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


def test_items_of_a_list_that_is_no_side_are_told_one_by_one(docent: Docent) -> None:
    lead = docent.ask("who gets the spare ticket").answer.lead.plain

    assert "tubas" not in lead


def test_both_halves_of_a_picture_are_told(docent: Docent) -> None:
    answer = str(docent.ask("explain it like I'm five").answer)

    assert "bonfire" in answer
    assert "candle" in answer
