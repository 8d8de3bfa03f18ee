"""The linear model: for each label, how much each feature speaks for it, learnt from the examples.

Support vectors with squared hinge loss, one label against the rest, by dual coordinate ascent; all labels are
updated at once, example by example, so that a pass costs one look at each example. Where there are few examples, a
second model is learnt beside it that makes each example's label the likeliest of all (softmax, by gradient steps), and
their weights are added: either errs where the other does not. Nothing is drawn by chance, and only sums in a fixed
order are taken: the same examples give the same bits on any machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching import kinship
from bot.understand.matching.features import Vector

_PASSES = (4, 15)
"""At least, and at most where there are few examples, of which each is met seldom."""
_MEETINGS = 60_000
"""As many passes as it takes to meet so many examples."""
_SOFTNESS = 0.2
"""Half the inverse of what an error costs: smaller follows the examples more closely."""
_SETTLED = 1e-3
_FEW = 4_000
"""Examples up to which the second model is learnt: with more it adds nothing."""
_STEP, _STEPS = 3.0, 8
"""How far a step of the second model goes, and how many passes it takes."""
_SECOND = 0.5
"""What the second model counts beside the first."""
_TOGETHER = 0.25
"""Brings the scores of both together to the size of those that the first gives alone."""
_APART = 1_000_003
"""So far apart the numbers of one turn and of the next are."""
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Mixes numbers of 64 bits, no two to the same (Steele and others, 2014: SplitMix)."""


class Learnt(NamedTuple):
    """What was learnt, one column for each label."""

    weights: NDArray[np.float32]
    """A row for each feature, then one for each number of a direction."""
    own: NDArray[np.float32]
    """A row for each example: what it added itself to its scores."""


def train(examples: Sequence[Vector], labels: Sequence[int], features: int, count: int) -> Learnt:
    """Learn to tell ``count`` labels apart."""
    weights, own = _against_the_rest(examples, labels, features, count)
    if len(examples) <= _FEW:
        second = _likeliest(examples, labels, features, count)
        weights += np.float32(_SECOND) * second.weights
        own += np.float32(_SECOND) * second.own
    return Learnt(weights, own)


def level(examples: int) -> tuple[float, float]:
    """Factor and summand that bring the scores by the weights learnt from so many examples to the size of one model's.

    A label that nothing speaks for has -1 of the first model, and 0 of the second.
    """
    return (_TOGETHER, _TOGETHER - 1) if examples <= _FEW else (1.0, 0.0)


def _likeliest(examples: Sequence[Vector], labels: Sequence[int], features: int, count: int) -> Learnt:
    weights = np.zeros((features + kinship.SIZE, count), np.float32)
    pulls = weights[features:]
    taken = np.zeros((len(examples), count), np.float32)
    for turn in range(_STEPS):
        for place in order(len(examples), turn):
            ids, values, direction = examples[place]
            scores = (weights[ids] * values[:, None]).sum(axis=0) + (pulls * direction[:, None]).sum(axis=0)
            # Rounded, so that the last digit of a power, which may differ between machines, decides nothing.
            chances = np.round(np.exp((scores - scores.max()).astype(np.float64)), 6).astype(np.float32)
            steps = chances * np.float32(-_STEP / sum(chances.tolist()))
            steps[labels[place]] += np.float32(_STEP)
            weights[ids] += values[:, None] * steps
            pulls += direction[:, None] * steps
            taken[place] += steps
    return Learnt(weights, taken * np.array(list(map(_square, examples)), np.float32)[:, None])


def _against_the_rest(examples: Sequence[Vector], labels: Sequence[int], features: int, count: int) -> Learnt:
    weights = np.zeros((features + kinship.SIZE, count), np.float32)
    pulls = weights[features:]
    duals = np.zeros((len(examples), count), np.float32)
    softness = np.float32(_SOFTNESS)
    squares = [np.float32(_square(each)) for each in examples]
    norms = [square + softness for square in squares]
    settled = np.zeros(len(examples), np.int8)
    # Kept from one example to the next: fresh memory of this size costs more than the sums.
    longest = max((len(each.ids) for each in examples), default=0)
    all_rows, all_products = np.empty((2, longest, count), np.float32)
    pulled = np.empty_like(pulls)
    passes = max(_PASSES[0], min(_PASSES[1], _MEETINGS // max(1, len(examples))))
    for turn in range(passes):
        for example in order(len(examples), turn):
            ids, column, direction = (
                examples[example].ids,
                examples[example].values[:, None],
                examples[example].direction,
            )
            # An example that changed nothing last time is looked at every other time.
            if not len(ids) or (settled[example] and turn % 2 and turn < passes - 1):
                continue
            rows, products = all_rows[: len(ids)], all_products[: len(ids)]
            np.take(weights, ids, axis=0, out=rows, mode="clip")
            margins = -np.multiply(rows, column, out=products).sum(axis=0)
            margins -= np.multiply(pulls, direction[:, None], out=pulled).sum(axis=0)
            label = labels[example]
            margins[label] = -margins[label]
            old = duals[example]
            new = np.maximum(old - (margins - 1 + softness * old) / norms[example], 0)
            steps = old - new
            steps[label] = -steps[label]
            duals[example] = new
            changed = np.flatnonzero(np.abs(steps) > _SETTLED)
            settled[example] = not len(changed)
            if len(changed) * 3 > count:
                weights[ids] = np.add(rows, np.multiply(column, steps, out=products), out=rows)
                pulls += np.multiply(direction[:, None], steps, out=pulled)
            elif len(changed):
                weights[ids[:, None], changed] = rows[:, changed] + column * steps[changed]
                pulls[:, changed] += direction[:, None] * steps[changed]
    own = duals * -np.array(squares, np.float32)[:, None]
    of_label = (np.arange(len(examples)), np.array(labels, np.int64))
    own[of_label] = -own[of_label]
    return Learnt(weights, own)


def _square(vector: Vector) -> float:
    """The square of a vector's length, summed in order."""
    return float(sum((vector.values**2).tolist()) + sum((vector.direction**2).tolist()))


def order(size: int, turn: int) -> list[int]:
    """All numbers below ``size``, mixed anew each turn, the same on every run.

    Regular strides would not do: for some sizes they come back to the same few labels again and again.
    """
    mixed = (np.arange(1, size + 1, dtype=np.uint64) + np.uint64(turn * _APART)) * np.uint64(_MIX[0])
    for shift, factor in ((30, _MIX[1]), (27, _MIX[2])):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return [int(place) for place in np.argsort(mixed ^ (mixed >> np.uint64(31)))]
