"""What a thing does something to, what it is not good at, and who wins in all: another field, its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Boats

| Aspect | Canoe | Ferry |
| --- | --- | --- |
| Speed | The canoe is slow. | The ferry is fast: it crosses in minutes. |
| Price | A canoe is cheap. | A ferry is expensive: two captains. |
| Berth | Canoes share the berth of the club. | Every ferry has its own berth. |
| Use case | Ideal for quiet rivers. | Suitable for many guests. |

## Advantages and disadvantages of the Canoe

**Advantages**

- **Quiet**: nobody hears it, and it shares its berth, which saves money.

**Disadvantages**

- **Wet feet**: it takes in water, more than a ferry.

## Advantages and disadvantages of the Ferry

**Advantages**

- **Room**: it carries forty guests.

**Disadvantages**

- **Smoke**: its engine burns oil.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What do canoes share?", "share the berth of the club"),
        ("what's shared by canoes", "share the berth of the club"),
        ("what does a ferry burn?", "burns oil"),
    ],
)
def test_what_a_thing_does_it_to(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    "question", ["what do ferries share?", "what do ferries take in?", "what is between the canoe and its price?"]
)
def test_what_is_said_of_the_other_is_no_answer(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    ["What is a canoe not good at?", "what isn't the canoe good at", "what are the not so good sides of the canoe"],
)
def test_not_good_asks_for_the_disadvantages(docent: Docent, question: str) -> None:
    assert "wet feet" in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize("question", ["which one wins overall?", "overall verdict?", "so what's the verdict"])
def test_who_wins_in_all_is_a_question_of_use(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.intent == "recommend"
    assert "quiet rivers" in reply.answer.lead.plain


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("where would I use a canoe over a ferry?", "quiet rivers"),
        ("whose berth do canoes share", "the berth of the club"),
    ],
)
def test_where_to_use_it_and_whose_it_is(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("every ferry shares its berth - correct or not correct?", "No."),
        ("canoes share the berth of the club, true or not true", "Yes."),
    ],
)
def test_correct_or_not_correct_denies_nothing(docent: Docent, question: str, first: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(first), docent.ask(question).answer.lead.plain


def test_what_a_thing_of_ones_own_does_by_itself_is_trouble(docent: Docent) -> None:
    assert docent.ask("why is my canoe stopping in the middle of the river").status != "answered"


def test_what_speaks_in_favour_are_advantages(docent: Docent) -> None:
    assert "room" in docent.ask("we might buy the ferry. what speaks in favor?").answer.lead.plain
