"""The closer look: learnt from what examples would score had they not been learnt from, and nothing where none is taken."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understand.matching import storage
from bot.understand.matching.closer import learn, look
from bot.understand.matching.linear import order
from bot.understand.matching.matcher import Example, Matcher

CONFUSED = np.array(
    [[0.4, 0.3, -0.5], [0.4, 0.3, -0.9], [0.5, 0.4, -0.6], [0.6, 0.1, 0.2], [0.7, 0.2, 0.3]], np.float32
)
"""The second label is meant where the third has a low score, though the first has a higher one than the second."""
MEANT = [1, 1, 1, 0, 0]


def _learnt(scores: np.ndarray, own: np.ndarray, labels: list[int]) -> np.ndarray:
    return learn(lambda place: np.asarray(scores[place], np.float32), own.astype(np.float32), labels)


def test_what_the_others_scores_tell_is_learnt() -> None:
    """A label that comes out second is found by the score of a third."""
    scores, labels = np.tile(CONFUSED, (100, 1)), MEANT * 100

    shifts = _learnt(scores, np.zeros_like(scores), labels)

    assert [int(look(row, [0, 1, 2], shifts).argmax()) for row in CONFUSED] == MEANT


def test_an_example_does_not_speak_for_itself() -> None:
    """Examples that come out right only by what they added themselves are learnt from like those that come out wrong."""
    scores, labels = np.tile(CONFUSED, (100, 1)), MEANT * 100
    own = np.zeros_like(scores)
    own[np.arange(len(labels)), labels] = 1.0

    shifts = _learnt(scores + np.float32(0.6) * own, own, labels)

    assert np.abs(shifts - _learnt(scores, np.zeros_like(scores), labels)).max() < 1e-4


def test_only_the_labels_asked_for_are_looked_at() -> None:
    """In the order in which they are given."""
    shifts = _learnt(CONFUSED, np.zeros_like(CONFUSED), MEANT)
    every = look(CONFUSED[0], [0, 1, 2], shifts)

    assert look(CONFUSED[0], [2, 0], shifts).tolist() == [every[2], every[0]]


@pytest.mark.parametrize("count", [0, 1, 1001])
def test_none_or_one_or_very_many_labels_are_not_looked_at(count: int) -> None:
    """Nothing to choose between, or too large a table."""
    shifts = _learnt(np.zeros((0, count), np.float32), np.zeros((0, count)), [])

    assert shifts.shape == (0, count)


def test_a_matcher_of_one_label_is_stored_and_read() -> None:
    """It takes no closer look, before and after."""
    matcher = Matcher.build([Example("hours", "when are you open"), Example("hours", "opening hours")])
    back = storage.read(storage.write(matcher))

    assert back.match("are you open") == matcher.match("are you open")


@pytest.mark.parametrize("size", [0, 1, 2, 55, 8656])
def test_every_turn_meets_each_example_once_in_another_order(size: int) -> None:
    """However many there are."""
    first, second = order(size, 0), order(size, 1)

    assert sorted(first) == sorted(second) == list(range(size))
    assert size <= 2 or first != second


def test_no_size_is_met_in_regular_strides() -> None:
    """Examples that follow each other lie as far apart now as then: none in twenty steps is like another."""
    steps = np.diff(order(8656, 0))

    assert len(set(steps.tolist())) > len(steps) / 2
