"""Sides that a team gives in its own words, headings that shorten a name, and advice behind a colon."""

from __future__ import annotations

import pytest

from tests.content.helpers import compiled, facts, names

PAGE = """# Where to moor the boat

We looked at three ways.

| | Marina | Buoy + dinghy | Winter-proof shed |
|---|:-:|:-:|:-:|
| Safe in a storm | \u2705 | \u274c | \u2705 |
| Costs per month | 80 | 10 | 200 |

### Marina

The old one.

Why we like it
: a crane, and neighbours

Why we don't
: the bar next door

### Buoy + dinghy

\N{THUMBS UP SIGN}
- the view

\N{THUMBS DOWN SIGN}
- wet feet

### Shed

- Strong points
  1. Dry all year
- Weak points
  1. Far from the water

#### In short

If guests come along: marina. If nobody does: shed.
"""


@pytest.mark.parametrize(
    ("kind", "subject", "statements"),
    [
        ("advantage", "marina", ["a crane", "neighbours"]),
        ("disadvantage", "marina", ["the bar next door"]),
        ("advantage", "buoy-dinghy", ["the view"]),
        ("disadvantage", "buoy-dinghy", ["wet feet"]),
        ("advantage", "winter-proof-shed", ["Dry all year"]),
        ("disadvantage", "winter-proof-shed", ["Far from the water"]),
        ("advice", "marina", ["If guests come along: marina."]),
        ("advice", "winter-proof-shed", ["If nobody does: shed."]),
    ],
)
def test_each_side_is_that_of_its_subject(kind: str, subject: str, statements: list[str]) -> None:
    assert [text for _, subjects, _, text in facts(PAGE, kind) if subjects == (subject,)] == statements


def test_a_heading_may_shorten_a_name_and_the_title_is_no_subject() -> None:
    knowledge, problems = compiled(PAGE)

    assert set(names(knowledge)) == {"marina", "buoy-dinghy", "winter-proof-shed"}
    assert "Shed" in names(knowledge)["winter-proof-shed"]
    assert not problems


def test_a_row_per_month_is_not_about_the_month() -> None:
    aspects = {aspect.id: [alias.text for alias in aspect.aliases] for aspect in compiled(PAGE)[0].aspects}

    assert "month" not in aspects["costs-per-month"]
