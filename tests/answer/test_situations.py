"""Which to choose for a situation: what the advice says, by its words, by its numbers, and for whoever cannot decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.bounds import bounds, within
from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PETS = """# Keeping a cat or keeping a dog

Written since every newcomer asks the same question about pet styles. Each pet style has its friends.

| | Keeping a cat | Keeping a dog |
|---|---|---|
| **Pet walks** | None | Three times a day |
| **Noise** | Low | High |

## Our advice

- You are away for **less than six hours** a day: keep a dog.
- You are away for **ten hours or more**: keep a cat.
- Anyone with a large garden and children who like to run is usually better off with a dog.
- For housewarmings, bring a cat.
- If in doubt, start with a cat: it asks for less.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PETS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "winner"),
    [
        ("I'm out of the house for 4 hours, cat or dog?", "Keeping a dog"),
        ("away 12 hours most days. dog or cat", "Keeping a cat"),
        ("two kids who run a lot, garden. cat or dog?", "Keeping a dog"),
        ("we have a housewarming next week, should we come with one?", "Keeping a cat"),
        ("a large garden with children in it, which one?", "Keeping a dog"),
        ("which pet style for a family with a garden?", "Keeping a dog"),
        ("no idea which to pick, what's the safe default?", "Keeping a cat"),
        ("I'm not sure, what should I start with?", "Keeping a cat"),
    ],
)
def test_the_advice_on_a_situation_says_which(docent: Docent, asked: str, winner: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.intent == "recommend"
    assert reply.answer.lead.plain.startswith(f"{winner}, by this overview.")


@pytest.mark.parametrize(
    "asked",
    [
        "which vet style for a family with a parrot?",
        "should we buy a parrot for the aquarium?",
        "an aquarium with fish in it, which one?",
    ],
)
def test_a_situation_that_nothing_is_said_of_is_declined(docent: Docent, asked: str) -> None:
    assert docent.ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "told", "holds"),
    [
        ("for 3 years", "less than five years", "yes"),
        ("for 7 years", "less than five years", "no"),
        ("60 months", "four years or longer", "yes"),
        ("eight people", "up to 10 people", "yes"),
        ("eight people", "12 or more people", "no"),
        ("eight people", "less than five years", "not said"),
        ("eight people", "ten people", "not said"),
    ],
)
def test_a_number_lies_within_bounds_of_the_same_things(asked: str, told: str, holds: str) -> None:
    assert {True: "yes", False: "no", None: "not said"}[within(bounds(asked), bounds(told))] == holds


@given(st.integers(min_value=1, max_value=5000), st.integers(min_value=1, max_value=5000))
def test_less_and_more_leave_no_number_out(number: int, limit: int) -> None:
    asked = bounds(f"{number} users")
    below, above = bounds(f"fewer than {limit} users"), bounds(f"at least {limit} users")
    assert within(asked, below) or within(asked, above)
