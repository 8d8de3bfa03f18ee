"""What people take for granted, and what they report: likeness, need, "compared to", and things that will not start."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Heating

| Aspect | Heat pump | Gas boiler |
| --- | --- | --- |
| Architecture | It moves warmth from the air outside into a water tank. | It burns gas in a chamber below a water tank. |
| Startup time | Slow, half an hour. | Fast, two minutes. |
| Energy use | Low, a third of the warmth. | High, more than the warmth. |
| Price | Expensive, ten thousand. | Cheap, three thousand. |
| Use case | Ideal for well insulated houses. | Suitable for old houses with small radiators. |

## Advantages of the heat pump

- **Quiet**: it makes little noise.

## Disadvantages of the gas boiler

- **Energy use**: it burns more than it gives.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "isn't a heat pump just like a gas boiler?",
        "is a heat pump basically like having a gas boiler",
        "Is running a heat pump the same as running a gas boiler?",
    ],
)
def test_what_is_likened_is_told_apart(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.intent == "confirm"
    assert reply.answer.lead.plain.startswith("No.")


@pytest.mark.parametrize(
    "question", ["do I need a heat pump or a gas boiler?", "would we need a gas boiler or a heat pump"]
)
def test_who_asks_what_they_need_is_given_advice(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.intent == "recommend"


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("gas boilers cost less compared to heat pumps", "Yes."),
        ("heat pumps cost less compared to gas boilers", "No."),
    ],
)
def test_more_of_something_compared_to_another_is_a_comparison(docent: Docent, statement: str, verdict: str) -> None:
    assert docent.ask(statement).answer.lead.plain.startswith(verdict)


@pytest.mark.parametrize(
    "report", ["heat pump does not start", "the gas boiler won't start anymore", "gas boiler not starting"]
)
def test_what_does_not_do_what_it_should_is_no_question_on_the_overview(docent: Docent, report: str) -> None:
    assert docent.ask(report).status != "answered"


def test_a_statement_that_denies_and_goes_on_is_still_one(docent: Docent) -> None:
    assert docent.ask("heat pumps do not start in two minutes").status == "answered"


def test_a_core_difference_is_a_difference(docent: Docent) -> None:
    reply = docent.ask("what is the core difference between a heat pump and a gas boiler")

    assert reply.meaning is not None
    assert reply.meaning.intent == "compare"


def test_which_of_them_is_told_by_no_statement_that_is_true_of_both(docent: Docent) -> None:
    reply = docent.ask("which one has a water tank?")

    assert reply.meaning is None or len(reply.meaning.subjects) != 1


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("does a gas boiler beat a heat pump on startup time?", "Yes."),
        ("so the heat pump wins on startup time?", "No."),
        ("a gas boiler wins on price", "Yes."),
    ],
)
def test_who_is_said_to_win_is_held_against_who_is_ahead(docent: Docent, said: str, verdict: str) -> None:
    assert docent.ask(said).answer.lead.plain.startswith(verdict)


def test_who_asks_what_each_of_two_is_gets_both(docent: Docent) -> None:
    reply = docent.ask("what's a heat pump and what is a gas boiler?")

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.subjects) == ("define", ("heat-pump", "gas-boiler"))


def test_why_mine_is_what_the_overview_denies_is_a_trouble_of_mine(docent: Docent) -> None:
    assert docent.ask("why is our gas boiler so slow?").status == "unknown"
    assert docent.ask("why is our heat pump so slow?").status == "answered"


def test_who_should_use_a_thing_is_told_what_it_is_for(docent: Docent) -> None:
    reply = docent.ask("who should use a heat pump?")

    assert reply.meaning is not None
    assert reply.meaning.intent == "recommend"
    assert docent.ask("who installs heat pumps?").status != "answered"
