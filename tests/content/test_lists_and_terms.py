"""Lists that weigh by themselves, terms that running text introduces, and that no line of a list is lost."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled, facts, names

BREWS = """# Brewing methods

| | Filter | Press |
|---|---|---|
| Time | 4 minutes | 5 minutes |

**Filter**

* \\+ clear in the cup
* \\- needs paper

**Press**

* \\u2705 no waste
* \\u274c grounds in the cup
""".replace("\\u2705", "\u2705").replace("\\u274c", "\u274c")

TERMS = """# Slate or tin and felt?

## The two roofs

With a **slate** roof we lay stone on stone. It outlives the house. With a **tin and felt** roof (TF for short) we are
done in a day.

A **batten** is a strip of wood. An **eave** means the edge that hangs over.

## What speaks for slate

It is quiet in the rain, and nobody repairs it.

The trouble starts in winter, when snow slides off at once.

## What speaks for tin and felt

- It is cheap.

It has drawbacks as well:

- Rain is loud on it.
"""

KEPT = """# Ferry and bridge

## Ferry

- **What it is:** A boat that goes back and forth.
- **Speed:** slow
- **Price:** low
- **Smell:** of the sea

## Bridge

- **Speed:** quick
- **Price:** high
- Its lamps are lit at night.
"""


def test_a_sign_before_each_item_says_its_side() -> None:
    assert facts(BREWS, "advantage", "disadvantage") == [
        ("advantage", ("filter",), "", "clear in the cup"),
        ("disadvantage", ("filter",), "", "needs paper"),
        ("advantage", ("press",), "", "no waste"),
        ("disadvantage", ("press",), "", "grounds in the cup"),
    ]


def test_a_sentence_leads_in_to_the_drawbacks_under_a_heading_of_advantages() -> None:
    assert facts(TERMS, "advantage", "disadvantage") == [
        ("advantage", ("slate",), "", "It is quiet in the rain, and nobody repairs it."),
        ("disadvantage", ("slate",), "", "The trouble starts in winter, when snow slides off at once."),
        ("advantage", ("tin-and-felt",), "", "It is cheap."),
        ("disadvantage", ("tin-and-felt",), "", "Rain is loud on it."),
    ]


def test_running_text_defines_what_it_introduces_in_bold() -> None:
    knowledge, problems = compiled(TERMS)

    assert not problems
    assert names(knowledge) == {
        "slate": ["slate"],
        "tin-and-felt": ["Tin and felt", "TF"],
        "batten": ["batten"],
        "eave": ["eave"],
    }
    assert facts(TERMS, "point") == [
        ("point", ("slate",), "", "With a slate roof we lay stone on stone."),
        ("point", ("slate",), "", "It outlives the house."),
        ("point", ("tin-and-felt",), "", "With a tin and felt roof (TF for short) we are done in a day."),
        ("point", ("batten",), "", "A batten is a strip of wood."),
        ("point", ("eave",), "", "An eave means the edge that hangs over."),
    ]


@pytest.mark.parametrize(
    ("subject", "label", "text"),
    [
        ("ferry", "", "A boat that goes back and forth."),
        ("ferry", "Smell", "of the sea"),
        ("bridge", "", "Its lamps are lit at night."),
    ],
)
def test_what_stands_in_a_list_of_rows_and_is_none_is_kept(subject: str, label: str, text: str) -> None:
    assert ("point", (subject,), label, text) in facts(KEPT, "point")
    assert len(facts(KEPT, "cell")) == 4

    knowledge, problems = compiled(KEPT)
    assert not problems
    assert len(knowledge.comparisons) == 1


LETTER = """# Letter to the crew

## How we sleep

Hammocks hang below. They are washed in spring.

The cook has a bunk. It stands beside the stove, since the stove may not go out:

- at sea
- in a storm

## A few words

- **Bunk** is a bed in a box.
- **Galley** means the kitchen of a ship.
"""


def test_each_paragraph_is_a_passage_with_what_it_leads_in_to() -> None:
    knowledge, _ = compiled(LETTER)
    passages = [fact for fact in knowledge.facts if fact.kind == "passage"]

    assert [fact.prose.plain.split(".")[0] for fact in passages] == ["Hammocks hang below", "The cook has a bunk"]
    assert [str(fact.source) for fact in passages] == [
        'page.md, "How we sleep", line 5',
        'page.md, "How we sleep", lines 7-10',
    ]


def test_items_that_say_what_their_first_words_are_define_them() -> None:
    assert facts(LETTER, "point") == [
        ("point", ("bunk",), "", "Bunk is a bed in a box."),
        ("point", ("galley",), "", "Galley means the kitchen of a ship."),
    ]


def test_a_heading_asked_for_gives_all_its_passages() -> None:
    reply = Docent(compiled(LETTER)[0]).ask("How we sleep")

    assert "Hammocks" in plain.render(reply.answer)
    assert "stove" in plain.render(reply.answer)
    assert [str(source) for source in reply.answer.sources] == [
        'page.md, "How we sleep", line 5',
        'page.md, "How we sleep", lines 7-10',
    ]
