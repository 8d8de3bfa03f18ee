"""What only sounds like a question to the overview, and what a story round a question may not answer: another field."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

OVENS = """# Ovens

| Aspect | Kiln | Hearth |
| --- | --- | --- |
| Speed | The kiln is slow: it heats for hours. | The hearth is fast: it heats in minutes. |
| Size | The kiln is large. | The hearth is small. |
| Safety | The kiln is safe behind its door. | The hearth is risky: it has an open flame. |
| Walls | It has its own walls. | It shares the walls of the house, and so it saves heat. |

## Advantages and disadvantages of the Kiln

**Advantages**

- **Even heat**: no corner stays cold.

**Disadvantages**

- **Hungry**: it eats wood by the cord.
- **Cracking glaze**: sudden cooling makes the glaze crack.

## Advantages and disadvantages of the Hearth

**Advantages**

- **Company**: people sit around it.

**Disadvantages**

- **Smoke**: it fills the room on windy days.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(OVENS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "why does kiln build take so long",
        "what does kiln --verbose do to its size",
        "How hard is the kiln to learn?",
        "What are alternatives to the kiln?",
        "Should I put the kiln on bricks or inside a hearth?",
    ],
)
def test_what_is_asked_of_something_else_is_declined(docent: Docent, question: str) -> None:
    assert docent.ask(question).status == "unknown"


def test_a_cause_is_told_of_the_one_that_is_hard_to_do(docent: Docent) -> None:
    reply = docent.ask("Is the hearth harder to secure than the kiln?")

    assert reply.meaning is not None
    assert (reply.meaning.aspects, reply.meaning.sense) == (("safety",), "worse")
    assert reply.answer.lead.plain.startswith("Yes. By this overview, Kiln is ahead on safety")


def test_what_two_breaths_of_a_statement_hold_is_no_ground_for_a_no(docent: Docent) -> None:
    assert not docent.ask("Does the kiln share heat?").answer.lead.plain.startswith("No.")
    assert docent.ask("Does the kiln share its walls?").answer.lead.plain.startswith("No.")


def test_one_of_two_opposites_is_told_without_a_yes(docent: Docent) -> None:
    lead = docent.ask("Is the kiln large or small?").answer.lead.plain

    assert "large" in lead
    assert not lead.startswith(("Yes", "No"))


def test_the_one_trait_that_speaks_of_a_matter_is_told(docent: Docent) -> None:
    lead = docent.ask("What is the risk of sudden cooling?").answer.lead.plain

    assert "glaze crack" in lead


def test_a_story_does_not_answer_in_place_of_the_question(docent: Docent) -> None:
    assert docent.ask("The hearth is small. What licence does a kiln need from the council?").status != "answered"

    reply = docent.ask("The hearth is smoky. Which is faster, a kiln or a hearth?")

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.aspects) == ("verdict", ("speed",))


def test_why_something_is_liked_is_told_by_its_advantages(docent: Docent) -> None:
    reply = docent.ask("Why is the hearth so popular?")

    assert reply.meaning is not None
    assert reply.meaning.intent == "advantages"
