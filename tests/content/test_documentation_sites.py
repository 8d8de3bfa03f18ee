"""Overviews as documentation sites write them: notes, tabs, boxes, and a title in the front matter beside the heading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.content.admonitions import without_admonitions
from tests.content.helpers import compiled

PAGE = """---
title: Boats
---

# Choosing between canoe and kayak

!!! info "Who should read this"
    People who need a boat.

## Comparison

| | Canoe | Kayak |
|---|---|---|
| Seats | three | one |

## Strengths and weaknesses

=== "Canoe"

    - [x] room for a dog
    - [ ] slow in wind

=== "Kayak"

    - [x] fast
    - [ ] wet lap

## Packing

- [x] paddle
- [ ] dry bag

!!! tip
    Use the canoe for lakes. Use the kayak for rivers.

```text
!!! tip
    stays as it is
```
"""


def test_tabs_and_boxes_are_sides_and_tips_are_advice() -> None:
    knowledge, problems = compiled(PAGE)

    told = [(fact.kind, fact.subjects, fact.prose.plain) for fact in knowledge.facts]
    assert not problems
    assert ("advantage", ("canoe",), "room for a dog") in told
    assert ("disadvantage", ("kayak",), "wet lap") in told
    assert ("advice", ("canoe",), "Use the canoe for lakes.") in told
    assert not [text for kind, _, text in told if "vantage" in kind and ("paddle" in text or "bag" in text)]
    assert not [text for kind, _, text in told if "===" in text or (kind != "passage" and "!!!" in text)]


def test_lines_keep_their_numbers() -> None:
    knowledge, _ = compiled(PAGE)

    dog = next(fact for fact in knowledge.facts if "dog" in fact.prose.plain)
    assert PAGE.split("\n")[dog.source.first_line - 1].strip() == "- [x] room for a dog"


def test_a_fence_is_left_alone() -> None:
    assert "!!! tip\n    stays as it is" in without_admonitions(PAGE)


@given(st.text(alphabet=' \n!?="`~ab+-', max_size=60))
def test_no_line_is_lost_or_added(text: str) -> None:
    assert without_admonitions(text).count("\n") == text.count("\n")
