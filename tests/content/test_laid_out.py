"""Comparisons that stand in headings, labels and items instead of a table."""

from __future__ import annotations

import pytest

from tests.content.helpers import compiled, facts, names

LABELS = """# Tent or caravan?

Our family holidays.

## Weight

**Tent:** Twelve kilos.

**Caravan:** More than a ton.

## Set-up

- **Tent**: An hour.
- **Caravan**: Ten minutes.
"""

HEADINGS = """# Where to sleep

## Tent

### Weight

Twelve kilos.

### Set-up

An hour.

## Caravan

### Weight

More than a ton.

### Set-up

Ten minutes.
"""

LABELS_BELOW = """# Where to sleep

## Tent

**Weight:** Twelve kilos.
**Set-up:** An hour.

## Caravan

**Weight:** More than a ton.
**Set-up:** Ten minutes.
"""

NESTED = """# Tent vs. Caravan

* **Weight**
  * Tent: Twelve kilos.
  * Caravan: More than a ton.
* **Set-up**
  * Tent: An hour.
  * Caravan: Ten minutes.
"""

INLINE = """# Tent and caravan

## What is a tent?

A tent is a shelter of cloth.

## What is a caravan?

A caravan is a house on wheels.

## Differences

1. **Weight** - Tent: Twelve kilos. Caravan: More than a ton.
2. **Set-up** - Tent: An hour. Caravan: Ten minutes.
"""

CELLS = [
    ("cell", ("tent",), "Weight", "Twelve kilos."),
    ("cell", ("caravan",), "Weight", "More than a ton."),
    ("cell", ("tent",), "Set-up", "An hour."),
    ("cell", ("caravan",), "Set-up", "Ten minutes."),
]


@pytest.mark.parametrize("page", [LABELS, HEADINGS, LABELS_BELOW, NESTED, INLINE])
def test_each_layout_says_what_a_table_would_say(page: str) -> None:
    knowledge, problems = compiled(page)

    assert not problems
    assert sorted(facts(page, "cell")) == sorted(CELLS)
    assert [(one.subjects, one.aspects) for one in knowledge.comparisons] == [
        (("tent", "caravan"), ("weight", "set-up"))
    ]


def test_a_cell_stands_where_it_is_written() -> None:
    knowledge, _ = compiled(LABELS)

    places = {fact.prose.plain: (fact.source.heading, fact.source.first_line) for fact in knowledge.facts}
    assert places["More than a ton."] == ("Weight", 9)
    assert places["An hour."] == ("Set-up", 13)


def test_clauses_that_begin_with_a_side_are_told_of_it_and_the_rest_stays_with_the_one_before() -> None:
    page = """# Tent vs caravan

- **Weight**: A tent weighs twelve kilos; that is little. A caravan weighs a ton.
- **Price**: Tents are cheap, while caravans cost as much as a car.
"""

    assert facts(page, "cell") == [
        ("cell", ("tent",), "Weight", "A tent weighs twelve kilos; that is little."),
        ("cell", ("caravan",), "Weight", "A caravan weighs a ton."),
        ("cell", ("tent",), "Price", "Tents are cheap"),
        ("cell", ("caravan",), "Price", "caravans cost as much as a car."),
    ]


def test_labels_below_are_further_rows_of_a_table_of_the_same_names() -> None:
    page = """# Beds

| Aspect | Tent | Caravan |
|---|---|---|
| Weight | 12 kg | 1 t |

## Tent

**Pros**

- cheap

**When to use:** in summer.

## Caravan

**Pros**

- dry

**When to use:** in autumn.
"""
    knowledge, _ = compiled(page)

    assert [one.aspects for one in knowledge.comparisons] == [("weight", "when-to-use")]
    assert [fact for fact in facts(page) if fact[2] == "When to use"] == [
        ("cell", ("tent",), "When to use", "in summer."),
        ("cell", ("caravan",), "When to use", "in autumn."),
    ]


def test_a_list_of_what_things_are_defines_them() -> None:
    page = """# Tent or caravan?

## The options

- **Tent**: a shelter of cloth.
- **Caravan**: a house on wheels.

## Weight

**Tent:** 12 kg

**Caravan:** 1 t

## Price

**Tent:** low

**Caravan:** high
"""

    assert facts(page, "point") == [
        ("point", ("tent",), "", "a shelter of cloth."),
        ("point", ("caravan",), "", "a house on wheels."),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "# Steps\n\n## First\n\n**Note:** a\n\n**Tip:** b\n\n## Second\n\n**Note:** c\n\n**Tip:** d\n",
        "# Page\n\n## One\n\n- **a**: x\n- **b**: y\n\n## Two\n\n- **c**: x\n- **d**: y\n",
        "# Bread and butter\n\nWe eat both in the morning.\n",
    ],
)
def test_labels_that_set_nothing_side_by_side_compare_nothing(page: str) -> None:
    knowledge, _ = compiled(page)

    assert knowledge.comparisons == ()
    assert knowledge.subjects == ()


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Tent or caravan?", ["Tent", "Caravan"]),
        ("Holidays: tent vs caravan", ["tent", "caravan"]),
        ("Comparing Tents and Caravans", ["Tents", "Caravans"]),
        ("\u26fa Tent vs. Caravan: the great comparison", ["Tent", "Caravan"]),
        ("Tents for beginners", []),
    ],
)
def test_titles_name_what_the_page_speaks_of(title: str, found: list[str]) -> None:
    knowledge, _ = compiled(
        f"# {title}\n\nA tent is light. A caravan is heavy.\n\nTents are cheap, caravans are dear.\n"
    )

    assert [name for called in names(knowledge).values() for name in called] == found


def test_a_list_behind_half_a_sentence_is_advice() -> None:
    page = f"""{LABELS}
## Which one?

Take the tent:

* if you hike,
* when it is warm.

A caravan makes sense when

- Grandma comes along
"""

    assert facts(page, "advice") == [
        ("advice", ("tent",), "", "Take the tent if you hike"),
        ("advice", ("tent",), "", "Take the tent when it is warm."),
        ("advice", ("caravan",), "", "A caravan makes sense when grandma comes along"),
    ]


def test_what_opens_under_the_heading_of_a_side_says_what_it_is() -> None:
    page = f"{LABELS}\n## Tent\n\nTents keep the rain out. They fold.\n\n## Caravan\n\nOurs is blue.\n"

    assert facts(page, "point") == [
        ("point", ("tent",), "", "Tents keep the rain out."),
        ("point", ("tent",), "", "They fold."),
        ("point", ("caravan",), "", "Ours is blue."),
    ]


def test_a_trait_without_a_label_is_joined_to_the_long_row_that_it_nearly_names() -> None:
    page = """# Tent or caravan

| | Tent | Caravan |
|---|---|---|
| Safe on windy days | No | Yes |
| Wind | Loud | Quiet |

## Disadvantages of a tent

- Risky on windy days
"""
    knowledge, _ = compiled(page)

    assert [fact.aspects for fact in knowledge.facts if fact.kind == "disadvantage"] == [("safe-on-windy-days",)]


DOINGS = """# Hiking vs. cycling to work

## In short

Hike if you have the time.

## What differs

- **Speed**: Hiking takes an hour, while cycling takes ten minutes.
- **Cost**: Hikers buy shoes; cycling costs a bike.
- **Rain**: An umbrella helps those who walk. Nothing helps on wheels.

## Hiking

### 👍

- No traffic

## Cycling

### Bad

- Flat tyres
"""


def test_what_is_done_goes_by_who_does_it_and_a_row_that_names_no_side_is_said_of_both() -> None:
    knowledge, problems = compiled(DOINGS)

    assert not problems
    assert names(knowledge)["cycling"] == ["Cycling", "Cycling to work"]
    assert facts(DOINGS, "cell", "contrast", "advice", "advantage", "disadvantage") == [
        ("advantage", ("hiking",), "", "No traffic"),
        ("disadvantage", ("cycling",), "", "Flat tyres"),
        ("cell", ("hiking",), "Speed", "Hiking takes an hour"),
        ("cell", ("cycling",), "Speed", "cycling takes ten minutes."),
        ("cell", ("hiking",), "Cost", "Hikers buy shoes"),
        ("cell", ("cycling",), "Cost", "cycling costs a bike."),
        ("contrast", ("hiking", "cycling"), "Rain", "An umbrella helps those who walk. Nothing helps on wheels."),
        ("advice", ("hiking",), "", "Hike if you have the time."),
    ]


def test_a_short_name_in_the_title_is_no_second_subject() -> None:
    page = "# Home or office?\n\n| | Home | Main office |\n|---|---|---|\n| Noise | no | yes |\n\nThe office is loud.\n"
    page += "\nThe office has tea. Home has a cat.\n"
    knowledge, _ = compiled(page)

    assert names(knowledge) == {"home": ["Home"], "main-office": ["Main office", "Office"]}
