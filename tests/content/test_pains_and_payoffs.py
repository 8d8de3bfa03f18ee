"""Terms that "we mean", "Why X hurts", "When X pays off", notes about another subject, and rows where one has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# One big oven or small ones?

A **hearth** is one oven that bakes for the whole street. By **stovelets** we mean one stove for each house.

## How they compare

- **Baking time**: a hearth needs wood for an hour; stovelets need five minutes.
- **Ashes**: a hearth leaves a bucket, stovelets leave a spoon.
- **Keys**: everybody with a key to the hearth gets in; stovelets can be locked one by one.

## Why a hearth hurts

1. A broken grate stops everybody.

## Why stovelets hurt

1. The same pipe is swept thirty times.

## When a hearth pays off

- all loaves are baked together

## When stovelets make sense

- each house bakes on its own schedule
"""
MATRIX = """# Stages

| Property | Opera house | Barn | Street |
|---|---|---|---|
| Caretaking | Needs a crew | Easy to sweep | None |
| Sound | Excellent | Good | Basic |

### Opera house

+ red seats
- dress code

### Barn

+ smells of hay
- no chairs or lamps

Note: For a choir with more than one voice take the opera house. The barn is the right choice for fiddlers.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what are stovelets", "one stove for each house"),
        ("disadvantages of the hearth?", "broken grate"),
        ("what is bad about stovelets", "thirty times"),
        ("which has the shorter baking time?", "Stovelets"),
        ("when should we use the hearth", "all loaves are baked together"),
        ("when do stovelets make sense", "on its own schedule"),
    ],
)
def test_pains_and_payoffs(docent: Docent, question: str, told: str) -> None:
    assert told.casefold() in docent.ask(question).answer.lead.plain.casefold()


def test_thirty_times_is_no_time() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    swept = next(fact for fact in knowledge.facts if "thirty times" in fact.prose.plain)
    assert "baking-time" not in swept.aspects


def test_a_note_is_about_whom_it_names_wherever_it_stands() -> None:
    knowledge, _ = compiled(MATRIX, built_in=KINDS)

    note = next(fact for fact in knowledge.facts if "choir" in fact.prose.plain)
    assert (note.kind, note.subjects) == ("advice", ("opera-house",))


def test_where_one_has_none_of_it_nobody_is_ahead_by_a_word() -> None:
    docent = Docent(compiled(MATRIX, built_in=KINDS)[0])

    assert "ahead on caretaking" not in docent.ask("which is easiest on caretaking?").answer.lead.plain
    assert docent.ask("which has the best sound?").answer.lead.plain.startswith("Opera house")


def test_what_has_none_is_denied_by_everyday_words_too() -> None:
    docent = Docent(compiled(MATRIX, built_in=KINDS)[0])

    assert docent.ask("does the barn have chairs?").answer.lead.plain.startswith("No.")


FEES = """# Stamps, tokens and coins: ways to pay the ferry

| | Stamps | Tokens | Coins |
|:--|:--|:--|:--|
| iDEAL terminal | yes | yes | no |
| Penny Pay | yes | yes | yes |
| Monthly fee | none | 3 € | none |
| Ferry docs | superb | good | good |
| Best for | tourists | startups, offices | children |

### What speaks against tokens
* valid only in the harbour

**Our pick:** Stamps for the summer fleet, coins for school trips.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("stamps or tokens?", "Stamps: tourists"),
        ("do tokens work outside the harbour?", "No."),
        ("which has the best docs?", "Stamps"),
        ("which do you recommend for a startup", "Tokens, by this overview"),
        ("which way is for school trips", "coins for school trips"),
    ],
)
def test_uses_limits_and_picks(question: str, told: str) -> None:
    assert told in Docent(compiled(FEES, built_in=KINDS)[0]).ask(question).answer.lead.plain


def test_the_yes_of_one_row_is_none_of_another() -> None:
    lead = Docent(compiled(FEES, built_in=KINDS)[0]).ask("do I pay something per month with coins").answer.lead.plain

    assert "Penny" not in lead
