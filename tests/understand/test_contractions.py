"""Contractions are spelt out, and nothing else is."""

from __future__ import annotations

import pytest

from bot.understand.matching.matcher import Example, Matcher
from bot.understand.words.contractions import spelt_out


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("i'm sure it isn't", "i am sure it is not"),
        ("im sure it isnt", "i am sure it is not"),
        ("can't you", "can not you"),
        ("you cannot and won't", "you can not and will not"),
        ("what's there", "what is there"),
        ("whats there", "what is there"),
        ("they've said we're late", "they have said we are late"),
        ("let's see", "let us see"),
        ("he'd go if you'll ask", "he would go if you will ask"),
    ],
)
def test_contractions_are_spelt_out(short: str, long: str) -> None:
    """With the apostrophe, and without it where nothing else is meant."""
    assert spelt_out(short.split()) == tuple(long.split())


@pytest.mark.parametrize("text", ["its id is ill", "we were well", "the card's limit", "o'clock", "'m", "want a plant"])
def test_other_words_are_left_alone(text: str) -> None:
    """Possessives, and words that merely look alike."""
    assert spelt_out(text.split()) == tuple(text.split())


def test_a_question_matches_alike_short_and_in_full() -> None:
    """Whichever of the two an author wrote."""
    matcher = Matcher.build(
        [Example("declined", "why did not my payment go through"), Example("sent", "when does my payment go through")]
    )

    short, full = matcher.match("why didn't it go through"), matcher.match("why did not it go through")

    assert (short.best, short.confidence) == (full.best, full.confidence) == ("declined", full.confidence)
