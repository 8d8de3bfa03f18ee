"""The scores of a text: the same whether its words were met before, whether there is room for them, and as a plain sum."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.understand.matching.matcher import Example, Matcher
from bot.understand.matching.scores import Scores

ASKED = {
    "hours": ["when are you open", "what are your opening hours", "are you open on sunday"],
    "parking": ["where can i park", "is there a car park", "how much is the parking"],
    "dogs": ["can i bring my dog", "are pets allowed", "is the garden open to dogs"],
}
WORDS = sorted({word for asked in ASKED.values() for text in asked for word in text.split()})
ROUNDED = 1e-4


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.build(Example(label, text) for label, asked in ASKED.items() for text in asked)


def _plain(matcher: Matcher, words: list[str]) -> NDArray[np.float32]:
    """The sum over all features and numbers of a direction, one by one."""
    features = matcher.features
    vector = features.vector(features.see(words))
    total = np.zeros(len(matcher.labels))
    for place, value in zip(vector.ids.tolist(), vector.values.tolist(), strict=True):
        total += matcher.weights[place] * (value / float(features.weights[place]))
    for row, value in zip(matcher.weights[len(features.names) :], vector.direction.tolist(), strict=True):
        total += row * value
    return np.asarray(total, np.float32)


@given(st.lists(st.sampled_from([*WORDS, "qzxv", "parkings", "gardener"]), max_size=12))
def test_scores_are_the_sum_over_the_features(matcher: Matcher, words: list[str]) -> None:
    scores, _ = matcher.scores.of(matcher.features.see(words))

    assert np.abs(scores - _plain(matcher, words)).max() < ROUNDED


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=4))
def test_it_makes_no_difference_what_is_remembered(matcher: Matcher, texts: list[list[str]]) -> None:
    roomy, forgetful = Scores(matcher.features, matcher.weights), Scores(matcher.features, matcher.weights, most=2000)
    seen = [matcher.features.see(words) for words in texts]

    first = [roomy.of(each)[0].tolist() for each in seen]

    assert [roomy.of(each)[0].tolist() for each in seen] == first
    assert [forgetful.of(each)[0].tolist() for each in seen] == first
