"""Options named by verbs, sides under "Why …?" and "Why not …?", and what an overview tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Bake or order: bread for the canteen

On Mondays we either bake it or order it in.

| Question | Bake (in-house) | Order (Crust Ltd) |
| --- | --- | --- |
| Time to the table | Hours | Minutes |
| Oven | Ours, from the baker's engine works | None |
| Team size | Best with small teams of 3 people | One person |

## Why bake?

- The smell fills the house.

## Why not bake?

- Somebody has to rise at four.

## Why order?

- It comes sliced.

## Why not order?

- The driver is late on Fridays.

## Words

A **crumb** is the inside of a loaf. **Proofing** means that dough rests.

## Rule of thumb

Bake what guests will see. Order what goes into soup.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def test_why_and_why_not_are_the_two_sides() -> None:
    knowledge, problems = compiled(PAGE, built_in=KINDS)

    assert not problems
    sides = {(fact.kind, fact.subjects) for fact in knowledge.facts if fact.kind in ("advantage", "disadvantage")}
    assert sides == {(kind, (subject,)) for kind in ("advantage", "disadvantage") for subject in ("bake", "order")}


def test_a_why_without_its_other_side_is_none() -> None:
    knowledge, _ = compiled(PAGE.replace("Why not bake", "Trouble with baking"), built_in=KINDS)

    assert not [fact for fact in knowledge.facts if fact.kind == "advantage" and fact.subjects == ("bake",)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what's the difference between baking and ordering?", "Bake and Order differ"),
        ("why should we bake?", "smell"),
        ("downsides of in-house", "rise at four"),
        ("what is proofing", "dough rests"),
        ("what's a crumb?", "inside of a loaf"),
        ("which one is faster?", "Order, by this overview"),
        ("bake or order?", "Order what goes into soup"),
    ],
)
def test_questions_in_other_forms_of_the_verbs(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


def test_which_of_what_is_only_mentioned_is_not_answered(docent: Docent) -> None:
    assert docent.ask("which engine should we choose?").status != "answered"


def test_nobody_is_ahead_by_the_size_of_a_team(docent: Docent) -> None:
    lead = docent.ask("is baking good for big teams?").answer.lead.plain

    assert "ahead on team size" not in lead
