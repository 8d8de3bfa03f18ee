"""Sides under a sign, terms that a sentence explains, pictures that nothing announces, and advice that an arrow gives."""

from __future__ import annotations

import pytest

from tests.content.helpers import compiled, facts

POTS = """# Clay, copper, iron

**TL;DR** Clay for slow stews, copper where heat must change quickly, iron for everything else.

## Side by side

| | Clay | Copper | Iron |
|---|---|---|---|
| Price | low | high | middle |
| Weight | heavy | light | heavy |
| Benefits | keeps moist | even heat | lasts |

## Clay

**+**

1. *Keeps warm*: an hour on the table.
2. *Cheap.*

**\u2212**

1. *Breaks* when it falls.

## Copper

Good:

* It heats up at once.

Not so good:

* It must be polished.
* iPolish and other pastes are dear.

## For those who like cars

Clay is a steamroller: slow, and nothing stops it. Copper is a sports car that wants a garage. Our iron is the tractor of
the yard.

**Seasoning** means that a pan is burnt in with oil and works like a glaze.

## Which one?

- A stew for twelve \u2192 **clay**.
- Caramel -> **copper**
- Steak, and no time to polish \u2192 iron
"""


@pytest.mark.parametrize(
    ("kind", "subject", "statements"),
    [
        ("advantage", "clay", ["an hour on the table.", "Cheap."]),
        ("disadvantage", "clay", ["Breaks when it falls."]),
        ("advantage", "copper", ["It heats up at once."]),
        ("disadvantage", "copper", ["It must be polished.", "iPolish and other pastes are dear."]),
        ("advantage", "iron", []),
        ("analogy", "clay", ["Clay is a steamroller: slow, and nothing stops it."]),
        ("analogy", "copper", ["Copper is a sports car that wants a garage."]),
        ("analogy", "iron", ["Our iron is the tractor of the yard."]),
        ("advice", "clay", ["Clay for slow stews", "A stew for twelve \u2192 clay."]),
        ("advice", "copper", ["copper where heat must change quickly", "Caramel -> copper"]),
        ("advice", "iron", ["iron for everything else.", "Steak, and no time to polish \u2192 iron"]),
        ("point", "seasoning", ["Seasoning means that a pan is burnt in with oil and works like a glaze."]),
    ],
)
def test_each_statement_is_read_as_what_it_is(kind: str, subject: str, statements: list[str]) -> None:
    assert [text for _, subjects, _, text in facts(POTS, kind) if subjects == (subject,)] == statements


def test_benefits_are_a_row_where_sections_list_what_is_good_and_bad() -> None:
    knowledge, _ = compiled(POTS)

    assert [aspect.name for aspect in knowledge.aspects][:3] == ["Price", "Weight", "Benefits"]
    assert not any("moist" in text for *_, text in facts(POTS, "advantage"))


def test_benefits_beside_drawbacks_are_traits() -> None:
    text = "# Ferry or bridge\n\n| | Ferry | Bridge |\n|---|---|---|\n| Benefits | cheap | quick |\n| Drawbacks | slow | dear |\n"

    assert [trait for *_, trait in facts(text, "advantage")] == ["cheap", "quick"]
    assert not compiled(text)[0].aspects


THUMBS = """# Self-caught or bought: fish for the club

| | Self-caught (river) | Bought (Nets Ltd) |
|---|---|---|
| **Price** | a rod for 20 € | 350 € a month |
| **Effort** | half a day | none |

## \N{THUMBS UP SIGN} Self-caught
- fresh on the table

## \N{THUMBS DOWN SIGN} Self-caught
- who self-catches gets wet

## Bought \N{WHITE HEAVY CHECK MARK}
- always there

## Bought \N{CROSS MARK}
- gets dear as the club grows

### Rule of thumb
A dozen guests and a dry day: self-catch. Otherwise bought.

### Words
- *Fry*: a young fish.
"""


def test_a_picture_beside_a_name_says_which_side_it_is() -> None:
    knowledge, problems = compiled(THUMBS)

    sides = [(fact.kind, *fact.subjects, fact.prose.plain) for fact in knowledge.facts if "vantage" in fact.kind]
    assert not problems
    assert sides == [
        ("advantage", "self-caught", "fresh on the table"),
        ("disadvantage", "self-caught", "who self-catches gets wet"),
        ("advantage", "bought", "always there"),
        ("disadvantage", "bought", "gets dear as the club grows"),
    ]


def test_advice_and_terms_below_a_side_are_none_of_it() -> None:
    knowledge, _ = compiled(THUMBS)

    kinds = {fact.prose.plain: fact.kind for fact in knowledge.facts}
    assert kinds["a young fish."] == "point"
    assert not [text for text, kind in kinds.items() if "dozen" in text and kind in ("advantage", "disadvantage")]
