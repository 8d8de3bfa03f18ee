"""Lists marked "+" and "-" side by side, tables of options, headings that ask what is good, and pictures of each."""

from __future__ import annotations

import pytest

from tests.content.helpers import compiled, facts

PAGE = """# Who bakes the bread?

## The options in one table

| Option | Rough cost | Ready at |
|:--|--:|:-:|
| **Village baker** | 4 a loaf | six |
| **Own oven** | 1 a loaf | noon |
| **Supermarket** | 2 a loaf | eight |

## Cost over time

| | first week | after a year |
|---|---|---|
| Village baker | low | high |
| Own oven | high | low |
| Supermarket | low | middle |

## What we have learned

Village baker
+ good rye
+ knows everybody
- shut on Mondays

Own oven
+ smells of home
- wood to chop

## What is the supermarket better at?

Choice, and late hours.

## What don't you like about the supermarket?

- Soft crust
- A car is needed

*Picture it like this:* the village baker is a singer, the own oven is a flute. The supermarket is a jukebox in a station.
"""


@pytest.mark.parametrize(
    ("kind", "subject", "statements"),
    [
        ("advantage", "village-baker", ["good rye", "knows everybody"]),
        ("disadvantage", "village-baker", ["shut on Mondays"]),
        ("advantage", "own-oven", ["smells of home"]),
        ("disadvantage", "own-oven", ["wood to chop"]),
        ("advantage", "supermarket", ["Choice, and late hours."]),
        ("disadvantage", "supermarket", ["Soft crust", "A car is needed"]),
        ("analogy", "supermarket", ["The supermarket is a jukebox in a station."]),
    ],
)
def test_each_list_is_that_of_its_option(kind: str, subject: str, statements: list[str]) -> None:
    assert [text for _, subjects, _, text in facts(PAGE, kind) if subjects == (subject,)] == statements


def test_the_rows_of_both_tables_are_the_options() -> None:
    knowledge, _ = compiled(PAGE)

    assert [comparison.subjects for comparison in knowledge.comparisons] == [
        ("village-baker", "own-oven", "supermarket")
    ] * 2
    assert [aspect.id for aspect in knowledge.aspects] == ["rough-cost", "ready-at", "first-week", "after-a-year"]


def test_a_name_over_a_list_is_no_passage() -> None:
    assert not [text for *_, text in facts(PAGE, "passage") if text in ("Village baker", "Own oven")]


def test_plus_as_a_mark_like_any_other_says_nothing() -> None:
    page = "# Ferry or bridge\n\n| | Ferry | Bridge |\n|---|---|---|\n| Price | low | high |\n\n## Ferry\n\n+ it rocks\n+ it is wet\n"

    assert not facts(page, "advantage", "disadvantage")
