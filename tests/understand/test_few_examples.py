"""Learning from few examples and from many: two models where there are few, one where there are more, scores of one size."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understand.matching import linear
from bot.understand.matching.matcher import Example, Matcher

SAID = {
    "hours": ["when are you open", "what are your opening hours", "are you open on sunday"],
    "parking": ["where can i park", "is there a car park", "how much is the parking"],
    "dogs": ["can i bring my dog", "are pets allowed", "is the garden open to dogs"],
    "tickets": ["how much is a ticket", "where do i buy tickets", "is there a ticket for families"],
}


def _built(labels: int) -> Matcher:
    kept = list(SAID.items())[:labels]
    return Matcher.build(Example(label, text) for label, texts in kept for text in texts)


@pytest.mark.parametrize("few", [0, 4000])
def test_with_one_model_or_two_an_example_is_its_own(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(linear, "_FEW", few)
    matcher = _built(4)

    for label, texts in SAID.items():
        for text in texts:
            found = matcher.match(text)
            assert found.best == label
            assert found.confidence > 0.5


def test_what_nobody_said_is_less_sure_than_what_was() -> None:
    matcher = _built(4)

    said = [matcher.match(text).confidence for texts in SAID.values() for text in texts]
    strange = [matcher.match(text).confidence for text in ("why is the sky blue", "who won the race", "sell my boat")]

    assert max(strange) < min(said)
    assert max(strange) < 0.3


def test_a_label_that_nothing_speaks_for_scores_alike_with_one_model_and_with_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    two = {ranked.label: ranked.score for ranked in _built(4).match("is there a car park", 4).ranked}
    monkeypatch.setattr(linear, "_FEW", 0)
    one = {ranked.label: ranked.score for ranked in _built(4).match("is there a car park", 4).ranked}

    assert max(two, key=two.__getitem__) == max(one, key=one.__getitem__) == "parking"
    assert all(score < 0 for scores in (one, two) for label, score in scores.items() if label != "parking")


def test_a_word_of_one_label_alone_decides_between_examples_that_are_alike() -> None:
    matcher = Matcher.build(
        Example(label, f"{opening} the {thing}")
        for label, thing in (("boat", "ferry"), ("road", "bridge"))
        for opening in ("when does one close", "who pays for", "how old is", "where do i find")
    )

    assert [matcher.match(f"may dogs use the {thing}").best for thing in ("ferry", "bridge")] == ["boat", "road"]


def test_the_same_examples_give_the_same_weights_in_any_order() -> None:
    examples = [Example(label, text) for label, texts in SAID.items() for text in texts]

    assert np.array_equal(Matcher.build(examples).weights, Matcher.build(reversed(examples)).weights)
