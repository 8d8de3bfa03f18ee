"""Options that headings number, headings that ask for a row, sides in running text, and rows on "sick pay"."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

OPTIONS = """# Where the fair should be

### Option A: Market square (MS)

A paved place in the middle of town.

Pros:
- everybody finds it

Cons:
- no parking

### Option B: Old mill yard (OMY)

Hay is stored there until May.

Pros:
- roofed

Cons:
- far away

## Comparison

| | Market square | OMY |
|-|-|-|
| Rent for a day | 300 € | 120 € |
| Power sockets | ✔ | ✘ |

## Decision

We take option B.
"""
ASKED = """# Baker or baking machine? A guide

## Who is cheaper?

A baker costs 3,000 € a month. A baking machine costs 90 € a month.

## Who starts sooner?

Bakers start at four in the morning. Baking machines start at once.

## What about the rest?

| | Baker | Baking machine |
|---|---|---|
| Sick pay | yes | no |
| Paid holidays | 30 days | none |

## Whom should I hire?

Hire a baker for wedding cakes. Buy a baking machine for rolls that have to be alike.

## Disadvantages of bakers

Their recipes leave with them. They are expensive in the long run. The union has to agree to each shift.
"""


@pytest.fixture(scope="module")
def options() -> Docent:
    return Docent(compiled(OPTIONS, built_in=KINDS)[0])


@pytest.fixture(scope="module")
def asked() -> Docent:
    return Docent(compiled(ASKED, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("pros of option a", "everybody finds it"),
        ("what are the cons of option B?", "far away"),
        ("what speaks for the old mill yard", "roofed"),
        ("what is option B", "Hay is stored there"),
        ("which option did we choose?", "We take option B"),
        ("what is the rent of option b for a day?", "120"),
        ("compare option A and option B", "Market square and OMY"),
    ],
)
def test_options_go_by_their_numbers(options: Docent, question: str, told: str) -> None:
    assert told.casefold() in options.ask(question).answer.lead.plain.casefold()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much does a baker cost?", "3,000"),
        ("who is cheaper?", "Baking machine"),
        ("does a baking machine get sick pay", "No."),
        ("whom should I hire for wedding cakes", "Hire a baker for wedding cakes"),
    ],
)
def test_a_heading_that_asks_is_a_row(asked: Docent, question: str, told: str) -> None:
    assert told in asked.ask(question).answer.lead.plain


def test_each_sentence_of_a_side_is_a_trait() -> None:
    knowledge, _ = compiled(ASKED, built_in=KINDS)

    assert [fact.prose.plain for fact in knowledge.facts if fact.kind == "disadvantage"] == [
        "Their recipes leave with them.",
        "They are expensive in the long run.",
        "The union has to agree to each shift.",
    ]
