"""The closer look: what the scores of all labels, taken together, say about those that came out best.

The linear model sets each label against the rest by itself. Where "declined" has a score of 0.3 and "reverted" one of
0.4, experience may tell that it is "declined" that is meant. That experience is had from the examples: each is scored
as if it had not been learnt from, by taking away what it added itself, and how the scores of the best should be
shifted, by how high each of all is, is learnt so that its label becomes the likeliest (softmax, by gradient steps).
Only sums in a fixed order are taken: the same examples give the same bits on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching.linear import order

CONSIDERED = 8
"""Labels that a closer look is taken at."""
_MOST_LABELS = 1000
"""With more labels no closer look is taken: the table of them all would be too large."""
_ITS_OWN = 0.6
"""How much of what an example added to its scores is taken away: without it, other examples would have added more."""
_STEPS, _TURNS = 20_000, 30
"""How many steps are taken, at most, and how many with one example."""
_STEP = 0.005
"""How far the first step goes; the later ones less and less, the last next to nothing."""
_SHARP = 3.0
"""Makes chances of scores."""

Floats = NDArray[np.float32]


def learn(score: Callable[[int], Floats], own: Floats, labels: Sequence[int]) -> Floats:
    """How scores are to be shifted: for each label's score a row, then one for all texts; a column for each label.

    ``score`` gives the scores of an example, of which ``own`` is what it added itself.
    """
    size, count = own.shape
    shifts = np.zeros((count + 1, count), np.float32)
    if not 1 < count <= _MOST_LABELS:
        return shifts[:0]
    steps = min(_STEPS, _TURNS * size)
    met = [place for turn in range(-(-steps // size)) for place in order(size, turn)][:steps]
    places = sorted(set(met))
    scores = np.array([score(place) for place in places], np.float32) - np.float32(_ITS_OWN) * own[places]
    middle = scores.sum(axis=0) / np.float32(len(places))
    inputs = np.concatenate((scores - middle, np.ones((len(places), 1), np.float32)), axis=1)
    best = np.argsort(-scores, axis=1, kind="stable")[:, :CONSIDERED]
    for step, at in enumerate(np.searchsorted(places, met).tolist()):
        label, given = labels[places[at]], inputs[at][:, None]
        near = best[at] if label in best[at] else np.append(best[at], label)
        columns = shifts.take(near, axis=1)
        shifted = scores[at, near] + (columns * given).sum(axis=0)
        # Rounded, so that the last digit of a power, which may differ between machines, decides nothing.
        chances = np.round(np.exp(_SHARP * (shifted - shifted.max()).astype(np.float64)), 6)
        far = _STEP * (1 - step / steps)
        pushes = (chances * (-far / sum(chances.tolist()))).astype(np.float32)
        pushes[near == label] += np.float32(far)
        shifts[:, near] = columns + given * pushes
    # The inputs were what is above the middle: with the middle in the last row the scores can be taken as they are.
    shifts[-1] -= (shifts[:-1] * middle[:, None]).sum(axis=0)
    return shifts


def look(scores: Floats, labels: Sequence[int], shifts: Floats) -> Floats:
    """The scores of some labels, shifted by what ``learn`` gave."""
    kept = scores.take(labels)
    if not len(shifts):
        return kept
    columns = shifts.take(labels, axis=1)
    return np.asarray(kept + (columns[:-1] * scores[:, None]).sum(axis=0) + columns[-1], np.float32)
