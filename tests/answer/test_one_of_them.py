"""Which of them, which kind, and for what: the one that has it, no kind of another thing, and the end that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Boats

| Aspect | Rowing boat | Ferry |
| --- | --- | --- |
| Drive | Two oars that one person pulls. | A diesel engine below the deck turns a propeller. |
| Price | Cheap. | Expensive. |
| Cargo | Its weight changes with every passenger. | Its load never changes during a crossing. |

## Advantages of the ferry

- **Berths**: a passenger can be given a reserved cabin with a window.
- **Independence**: every ferry runs independently of the others, and a fault stays where it is.

## Disadvantages of the rowing boat

- **Weather**: not every lake can be crossed in a storm.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "Which one relies on a propeller? (a) rowing boat (b) ferry",
        "which of them needs a diesel engine, the rowing boat or the ferry?",
        "which technology uses a propeller?",
    ],
)
def test_which_has_it_is_the_one_that_has_it(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.status == "answered"
    assert "diesel engine" in reply.answer.lead.plain
    assert "oars" not in reply.answer.lead.plain


@pytest.mark.parametrize(
    "question", ["which propeller is best", "Which engine should I use?", "which engine is better?"]
)
def test_which_kind_of_another_thing_is_not_told(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


def test_what_never_changes_is_what_does_not_change(docent: Docent) -> None:
    never = docent.ask("Which one never changes, the rowing boat or the ferry?")

    assert "during a crossing" in never.answer.lead.plain


def test_a_fault_of_one_that_runs_independently_leaves_the_others_alone(docent: Docent) -> None:
    assert docent.ask("can a crash of one ferry affect the others?").answer.lead.plain.startswith("No.")
    assert docent.ask("if one ferry goes down do the others keep running?").answer.lead.plain.startswith("Yes.")


def test_what_only_one_is_told_of_is_asked_of_that_one(docent: Docent) -> None:
    reply = docent.ask("a reserved cabin with a window can be given, correct?")

    assert reply.meaning is not None
    assert reply.meaning.subjects == ("ferry",)


def test_a_problem_for_somebody_is_no_report_of_trouble(docent: Docent) -> None:
    assert docent.ask("why is the weather a problem for the rowing boat?").status == "answered"
    assert docent.ask("why does my rowing boat have a problem").status != "answered"


def test_what_best_explains_a_difference_is_the_difference(docent: Docent) -> None:
    reply = docent.ask("Which of the following best explains the main difference between a rowing boat and a ferry?")

    assert reply.meaning is not None
    assert reply.meaning.intent == "compare"


def test_one_on_top_of_the_other_is_not_told(docent: Docent) -> None:
    assert docent.ask("why would you use a rowing boat on top of a ferry?").status != "answered"
