"""What a question takes along: whom it weighs, what holds only under a condition, and which side of a contrast it is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Shops

| Aspect | Market stall | Boutique |
| --- | --- | --- |
| Price | Cheap, a coin a day. | Expensive, a hundred coins a day. |
| Startup time | Fast: it is set up in an hour. | Slow, it takes weeks. |
| Isolation | Weak: stalls share the wind. | Strong: thick walls. |
| Use case | Ideal for fruit and flowers. | Suited for furniture. |

## Disadvantages of the market stall

- **Weather**: a storm can affect all stalls.

## 1. **Recipe book**

- A recipe book is a **list** of dishes.

## 2. **Lunch**

- A lunch is a **dish** that is eaten.

Recipe books are dry paper, whereas lunches are hot food.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def lead(docent: Docent, question: str) -> str:
    return docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    ("question", "truth"),
    [
        ("Is isolation weaker at a market stall than in a boutique?", "Yes."),
        ("is the isolation better at a market stall?", "No."),
        ("is a market stall good for flowers?", "Yes."),
        ("is a lunch dry paper?", "No."),
        ("are recipe books dry paper", "Yes."),
    ],
)
def test_yes_and_no(docent: Docent, question: str, truth: str) -> None:
    assert lead(docent, question).startswith(truth), lead(docent, question)


@pytest.mark.parametrize(
    "question", ["Why a market stall instead of a boutique?", "why market stalls and not boutiques?"]
)
def test_why_one_and_not_the_other_asks_what_speaks_for_it(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is None or reply.meaning.intent == "advantages"


def test_what_is_asked_under_a_condition_is_asked_with_it(docent: Docent) -> None:
    assert not lead(docent, "if there is a strike in the harbour, are all market stalls affected?").startswith("Yes")


def test_thanks_do_not_hide_a_question(docent: Docent) -> None:
    assert docent.ask("thx. and elephants?").status == "unknown"


@pytest.mark.parametrize(
    ("first", "then", "truth"),
    [
        ("is a market stall cheap?", "and a boutique, is that so?", "No."),
        ("which is cheaper, a market stall or a boutique?", "does it start faster too?", "Yes."),
    ],
)
def test_later_turns(docent: Docent, first: str, then: str, truth: str) -> None:
    before = docent.ask(first)

    assert docent.ask(then, before.context).answer.lead.plain.startswith(truth)


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        (
            "what are the disadvantages of a market stall, my boss wants at least one",
            "disadvantages?subjects=market-stall",
        ),
        ("what is the price of a boutique before we move in?", "aspect?subjects=boutique&aspects=price"),
        ("market stall x boutique", "compare?subjects=market-stall,boutique"),
        ("Differentiate between a market stall and a boutique (5 marks)", "compare?subjects=market-stall,boutique"),
        ("Q3: market stall vs boutique", "compare?subjects=market-stall,boutique"),
        ("wtf is a lunch", "define?subjects=lunch"),
        ("why market stalls are bad", "disadvantages?subjects=market-stall"),
    ],
)
def test_what_stands_around_a_question_changes_nothing(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_what_one_thing_does_not_do_to_another_is_denied_of_the_other() -> None:
    page = """# Kitchen

### 1. **Recipe book**

- A recipe book is a **list** of dishes.

### 2. **Lunch**

- A lunch can be changed while it is cooked, but the changes are not saved to the recipe book.
- A lunch is a **dish**.
"""
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert lead(docent, "are those changes written back to the recipe book?").startswith("No.")


@pytest.mark.parametrize(
    "question",
    [
        "is a storm a market stall?",
        "when do I need an umbrella?",
        "which umbrella should I use?",
        "are market stalls and boutiques the same height?",
    ],
)
def test_what_is_not_told_is_not_answered(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.status != "answered", reply.answer.lead.plain


def test_a_negation_denies_what_stands_near_it() -> None:
    page = "# Boats\n\n## Disadvantages of the canoe\n\n- **Storms**: not every canoe floats, least of all one that was built for use on a small river.\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert not lead(docent, "does a canoe need a river?").startswith("No.")


def test_one_thing_is_set_against_nothing_by_two_names_of_its_own() -> None:
    page = PAGE.replace("| Market stall |", "| Market stall (booth) |")
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert docent.ask("market stall vs booth").status != "answered"
    assert docent.ask("booth vs boutique").status == "answered"
