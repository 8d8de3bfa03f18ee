"""Records of decisions, tables of options named by headings, and both sides in one paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled, facts, names

BUILT_IN = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

RECORD = """# ADR 7: Glue for the workshop

* Status: accepted

## Considered options

* Bone glue
* Wood glue

## Decision outcome

Chosen option: "Wood glue", because it needs no stove.

### Consequences

* Good, because apprentices may use it.
* Bad, because old joints cannot be opened again.

## Pros and cons of the options

### Bone glue

* Good, because joints can be opened
* Bad, because it smells

### Wood glue

* Good, because it is ready at once
"""

KINDS = """# Which saw when?

## What is a jigsaw?

A jigsaw cuts curves.

## What is a band saw?

A band saw cuts thick boards.

## And fret saws?

They are pulled by hand through veneer.

## Side by side

Kind | Cuts | Noise
--- | --- | ---
Jigsaw | curves | middle
Band | boards | high
Fret + frame | veneer | none
"""

SIDES = """# Oiling vs painting a fence

| \N{HOUSE WITH GARDEN} | Oiling | Painting |
| --- | --- | --- |
| how often | every spring | every ten years |
| smell | of linseed | of solvent |

The good side of oiling: no flakes, no sanding. The bad side: it has to be done again.

So: little time \u2192 oil. Much money -> painting.

The good side of painting: any colour, a smooth face. The bad side: it flakes.
"""


@pytest.mark.parametrize(
    ("page", "kind", "subject", "statements"),
    [
        (RECORD, "advantage", "wood-glue", ["apprentices may use it.", "it is ready at once"]),
        (RECORD, "disadvantage", "wood-glue", ["old joints cannot be opened again."]),
        (RECORD, "advice", "wood-glue", ['Chosen option: "Wood glue", because it needs no stove.']),
        (SIDES, "advice", "oiling", ["So: little time \u2192 oil"]),
        (SIDES, "advice", "painting", ["Much money -> painting"]),
        (KINDS, "point", "fret-frame", ["They are pulled by hand through veneer"]),
        (SIDES, "advantage", "oiling", ["no flakes", "no sanding"]),
        (SIDES, "disadvantage", "oiling", ["it has to be done again"]),
        (SIDES, "advantage", "painting", ["any colour", "a smooth face"]),
        (SIDES, "disadvantage", "painting", ["it flakes"]),
    ],
)
def test_each_statement_belongs_to_whom_it_is_said_of(
    page: str, kind: str, subject: str, statements: list[str]
) -> None:
    found = [text for _, subjects, _, text in facts(page, kind) if subjects == (subject,)]

    assert [text.rstrip(".") for text in found] == [text.rstrip(".") for text in statements]


def test_consequences_are_nobody() -> None:
    assert set(names(compiled(RECORD)[0])) == {"bone-glue", "wood-glue"}


def test_rows_that_headings_name_are_what_is_compared() -> None:
    knowledge, _ = compiled(KINDS)
    (comparison,) = knowledge.comparisons

    assert comparison.subjects == ("jigsaw", "band", "fret-frame")
    assert comparison.aspects == ("cuts", "noise")


def test_a_picture_over_the_first_column_leaves_the_rows_their_names() -> None:
    assert [aspect.id for aspect in compiled(SIDES)[0].aspects] == ["how-often", "smell"]


@pytest.mark.parametrize(
    ("page", "question", "lead"),
    [
        (RECORD, "which glue did we choose?", "Wood glue: Chosen option"),
        (RECORD, "what was decided on", "Wood glue: Chosen option"),
        (KINDS, "what is a fret saw", "They are pulled by hand"),
    ],
)
def test_what_was_chosen_and_what_a_heading_asks_of_is_told(page: str, question: str, lead: str) -> None:
    assert Docent(compiled(page, built_in=BUILT_IN)[0]).ask(question).answer.lead.plain.startswith(lead)


def test_a_list_that_names_nobody_neither_says_nor_denies_it_of_anybody() -> None:
    page = RECORD.replace(
        "## Considered options", "## Drivers\n\n* repair of very old chairs\n* no smell\n\n## Considered options"
    )

    assert Docent(compiled(page, built_in=BUILT_IN)[0]).ask("can bone glue repair very old chairs?").status == "unknown"
