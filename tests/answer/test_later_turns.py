"""What a later turn takes from the turn before, over a field of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

LAMPS = """# Lamps

| Aspect | Candle | Torch |
| --- | --- | --- |
| Weight | Light, a hundred grams. | Heavy, for its batteries. |
| Price | Cheap. | Expensive. |

## Disadvantages of the candle

- **Fire**: it burns what it touches.

## Disadvantages of the torch

- **Waste**: its batteries are hard to get rid of.

A candle is like a letter that is read once, while a torch is like a book.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(LAMPS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("turns", "meaning"),
    [
        # All of it, side by side.
        (("which is lighter, torch or candle?", "can you show me a table?"), "compare?subjects=torch,candle"),
        (("is the candle cheap?", "compare both"), "compare?subjects=candle,torch"),
        # Whom the verdict named is meant by "it".
        (("which is lighter, torch or candle?", "is it also cheaper?"), "confirm?subjects=candle&aspects=price"),
        (("which is heavier, candle or torch?", "is it more expensive?"), "confirm?subjects=torch&aspects=price"),
        # A yes or no that puts the question before to another subject.
        (("disadvantages of the candle", "does the torch have those too?"), "disadvantages?subjects=torch"),
        (("explain the candle like im five", "and the torch?"), "analogy?subjects=torch"),
        # "Second" counts by the order in which the thread named them.
        (
            ("candle or torch, which is cheaper?", "which is lighter?", "why is the second one heavier"),
            "why?subjects=torch",
        ),
        # The same was asked of both, one after the other.
        (("what is a candle?", "and a torch?", "so what's the difference?"), "compare?subjects=candle,torch"),
        (("is the candle light?", "does the torch have that problem?"), "confirm?subjects=torch&aspects=weight"),
        # The cause is asked of the one that was named, and whether it is good or bad of what was told of one.
        (
            ("torch or candle, which is lighter?", "why"),
            "why?subjects=candle,torch&aspects=weight&sense=better",
        ),
        (("what is the weight of the torch?", "is that bad?"), "confirm?subjects=torch&aspects=weight&sense=worse"),
        (("what is the weight of the torch?", "how do candles do it"), "aspect?subjects=candle&aspects=weight"),
        (("which is lighter?", "how much less?"), "aspect?subjects=candle,torch&aspects=weight"),
        # Of what more is asked, and what it comes to.
        (("is the candle light?", "what else speaks against it?"), "disadvantages?subjects=candle"),
        (("is the torch heavy?", "what does that give me"), "why?subjects=torch&aspects=weight"),
        (
            ("how do they compare on weight?", "is it cheaper too?"),
            "confirm?subjects=candle&aspects=price&sense=better",
        ),
        (
            ("how do they compare on weight?", "so the candle wins?"),
            "confirm?subjects=candle&aspects=weight&sense=better",
        ),
    ],
)
def test_a_later_turn(docent: Docent, turns: tuple[str, ...], meaning: str) -> None:
    reply = docent.ask(turns[0])
    for turn in turns[1:]:
        reply = docent.ask(turn, reply.context)
    assert reply.meaning is not None
    assert reply.meaning.id.startswith(meaning)


def test_which_of_a_picture_a_thing_is(docent: Docent) -> None:
    reply = docent.ask("is the candle the letter or the book?")
    assert reply.meaning is not None
    assert reply.meaning.intent == "analogy"


@pytest.mark.parametrize("asked", ["candle vs torch: weight", "weight: candle vs torch"])
def test_a_heading_and_what_stands_under_it_are_one_question(docent: Docent, asked: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id == "aspect?subjects=candle,torch&aspects=weight"


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("what is a candle and what is a torch?", "define?subjects=candle,torch"),
        (
            "disadvantages of the candle? and disadvantages of the torch?",
            "disadvantages?subjects=candle,torch&each=yes",
        ),
        ("how heavy is a candle and how heavy is a torch", "aspect?subjects=candle,torch&aspects=weight"),
    ],
)
def test_two_questions_of_one_kind_are_one_about_both(docent: Docent, message: str, meaning: str) -> None:
    reply = docent.ask(message)
    assert reply.meaning is not None
    assert reply.meaning.id == meaning
