"""Turning to another topic, saying that another has it too, asking what an answer is for, and which one of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

BOATS = """# Sailing boats and rowing boats

**Sailing boat** is a boat that the wind drives. A crew steers it with a rudder.

A **rowing boat** is a boat that arms drive.

| | Sailing boat | Rowing boat |
|---|---|---|
| **Speed** | Fast in wind | Slow but steady |
| **Storage** | Needs a mooring, such as Lake Pier | Needs a trailer |
| **Best for** | Regattas and long trips | Fishing and small lakes |

## Sailing boat

### Disadvantages

- **Calm**: Without wind it drifts.
- **Cost**: Two boats of one class may carry different sails, and each sail is dear.

## Rowing boat

### Disadvantages

- **Effort**: Arms get tired after an hour.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(BOATS, built_in=KINDS)[0])


def told(docent: Docent, first: str, *turns: str) -> tuple[str, str]:
    """The id of what the last turn means, "" where it got no answer, and the text of the answer."""
    reply = docent.ask(first)
    for turn in turns:
        reply = docent.ask(turn, reply.context)
    return (reply.meaning.id if reply.meaning else ""), plain.render(reply.answer)


@pytest.mark.parametrize("asked", ["let's talk about speed", "ok then lets take speed", "moving on to speed"])
def test_a_topic_that_is_turned_to_is_told_of_all(docent: Docent, asked: str) -> None:
    assert told(docent, asked)[0] == "aspect?subjects=sailing-boat,rowing-boat&aspects=speed"


@pytest.mark.parametrize("asked", ["speed: who is faster", "how about speed, who is quicker"])
def test_a_name_with_a_question_behind_it_is_more_than_a_name(docent: Docent, asked: str) -> None:
    assert told(docent, asked)[1].startswith("Speed")
    assert "Sailing boat, by this overview" in told(docent, asked)[1]


@pytest.mark.parametrize(
    ("turns", "start"),
    [
        (("is a rowing boat slow?", "does a sailing boat suffer from that too?"), "No."),
        (("is a rowing boat slow?", "are sailing boats affected by this"), "No."),
    ],
)
def test_whether_another_has_it_too_is_judged(docent: Docent, turns: tuple[str, ...], start: str) -> None:
    meant, text = told(docent, *turns)
    assert meant.startswith("confirm?subjects=sailing-boat&aspects=speed")
    assert start in text


def test_what_the_other_is_for_goes_on_from_the_use_of_the_first(docent: Docent) -> None:
    assert "Fishing" in told(docent, "what is a sailing boat used for?", "the other one for what?")[1]


def test_a_use_behind_an_if_asks_what_to_choose_whatever_was_asked_before(docent: Docent) -> None:
    meant, text = told(docent, "sailing boat or rowing boat?", "why is it faster?", "and if its just for fishing")
    assert meant.startswith("recommend?")
    assert "Rowing boat, by this overview" in text


@pytest.mark.parametrize(
    "asked",
    [
        "drawbacks of the sailing boat for my slides",
        "drawbacks of the sailing boat, for an interview tmrw",
        "gotchas with sailing boats before the exam",
    ],
)
def test_what_an_answer_is_for_is_no_part_of_the_question(docent: Docent, asked: str) -> None:
    assert told(docent, asked)[0] == "disadvantages?subjects=sailing-boat"


def test_which_one_of_a_kind_is_told_where_it_is_named(docent: Docent) -> None:
    assert "Lake Pier" in told(docent, "which mooring does a sailing boat need?")[1]


@pytest.mark.parametrize(
    "asked", ["which trailer does a rowing boat need?", "what trailer do we use for a rowing boat"]
)
def test_which_one_of_a_kind_is_not_told_by_saying_that_there_is_one(docent: Docent, asked: str) -> None:
    assert docent.ask(asked).status != "answered"


def test_a_sentence_behind_a_definition_goes_on_with_it(docent: Docent) -> None:
    assert "rudder" in told(docent, "what is a sailing boat?")[1]


def test_a_statement_that_says_all_of_a_claim_is_meant_without_a_name(docent: Docent) -> None:
    assert "different sails" in told(docent, "can two of one class carry different sails?")[1]


def test_whether_something_has_happened_is_not_told(docent: Docent) -> None:
    assert docent.ask("has there been a regatta where a sailing boat sank?").status != "answered"


def test_the_grades_of_a_row_say_who_is_ahead_whatever_a_trait_seems_to_say(docent: Docent) -> None:
    assert told(docent, "which is faster?")[1].count("Sailing boat, by this overview: ahead on speed") == 1


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        (("speed of the rowing boat?", "is this a problem?"), "confirm?subjects=rowing-boat&aspects=speed&sense=worse"),
        (("drawbacks of the sailing boat", "same thing for the alternative"), "disadvantages?subjects=rowing-boat"),
        (
            ("sailing boat or rowing boat for fishing?", "drawbacks of going that way"),
            "disadvantages?subjects=rowing-boat",
        ),
        (
            ("sailing boat or rowing boat for regattas?", "what do I lose with that choice"),
            "disadvantages?subjects=sailing-boat",
        ),
        (("for what are sailing boats meant?",), "recommend?subjects=sailing-boat"),
        (("for what kind of trips are rowing boats made",), "recommend?subjects=rowing-boat"),
        (("which is slower?", "k, and the storage"), "aspect?subjects=sailing-boat,rowing-boat&aspects=storage"),
    ],
)
def test_short_turns_go_on_from_the_turn_before(docent: Docent, turns: tuple[str, ...], meant: str) -> None:
    assert told(docent, *turns)[0] == meant


def test_others_of_its_kind_are_not_the_other_one(docent: Docent) -> None:
    meant, _ = told(docent, "what is a sailing boat?", "is it slower than the other ones?")
    assert "rowing-boat" not in meant.partition("&")[0]


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        (("which is slower?", "how big in numbers"), "aspect?subjects=sailing-boat,rowing-boat&aspects=speed"),
        (
            ("why is the rowing boat slow?", "and why is the sailing boat not"),
            "why?subjects=sailing-boat&aspects=speed",
        ),
        (("compare the boats", "zoom in on storage"), "aspect?subjects=sailing-boat,rowing-boat&aspects=storage"),
        (("what is a sailing boat?", "ha ok, then whats the catch"), "disadvantages?subjects=sailing-boat"),
        (("storage of the sailing boat?", "and how it looks with the rowing boat"), "aspect?subjects=rowing-boat"),
        (
            ("storage of both?", "ok and speed etc? who has more"),
            "aspect?subjects=sailing-boat,rowing-boat&aspects=speed",
        ),
    ],
)
def test_hurried_turns_go_on_from_the_turn_before(docent: Docent, turns: tuple[str, ...], meant: str) -> None:
    assert told(docent, *turns)[0].startswith(meant)
