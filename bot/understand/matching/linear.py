"""The linear model: for each label, how much each feature speaks for it, learnt from the examples.

Support vectors with squared hinge loss, one label against the rest, by dual coordinate ascent; all labels are
updated at once, example by example, so that a pass costs one look at each example. Where there are few examples, a
second model is learnt beside it that makes each example's label the likeliest of all (softmax, by gradient steps), and
their weights are added: either errs where the other does not. Nothing is drawn by chance, and only sums in a fixed
order are taken: the same examples give the same bits on any machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

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
_GOLDEN = 0.6180339887


def train(examples: Sequence[Vector], labels: Sequence[int], features: int, count: int) -> NDArray[np.float32]:
    """Weights, one column for each of ``count`` labels: a row for each feature, then one for each number of a direction."""
    weights = _against_the_rest(examples, labels, features, count)
    if len(examples) <= _FEW:
        weights += np.float32(_SECOND) * _likeliest(examples, labels, features, count)
    return weights


def level(examples: int) -> tuple[float, float]:
    """Factor and summand that bring the scores by the weights learnt from so many examples to the size of one model's.

    A label that nothing speaks for has -1 of the first model, and 0 of the second.
    """
    return (_TOGETHER, _TOGETHER - 1) if examples <= _FEW else (1.0, 0.0)


def _likeliest(examples: Sequence[Vector], labels: Sequence[int], features: int, count: int) -> NDArray[np.float32]:
    weights = np.zeros((features + kinship.SIZE, count), np.float32)
    pulls = weights[features:]
    for _ in range(_STEPS):
        for place in _order(len(examples)):
            ids, values, direction = examples[place]
            scores = (weights[ids] * values[:, None]).sum(axis=0) + (pulls * direction[:, None]).sum(axis=0)
            # Rounded, so that the last digit of a power, which may differ between machines, decides nothing.
            chances = np.round(np.exp((scores - scores.max()).astype(np.float64)), 6).astype(np.float32)
            steps = chances * np.float32(-_STEP / sum(chances.tolist()))
            steps[labels[place]] += np.float32(_STEP)
            weights[ids] += values[:, None] * steps
            pulls += direction[:, None] * steps
    return weights


def _against_the_rest(
    examples: Sequence[Vector], labels: Sequence[int], features: int, count: int
) -> NDArray[np.float32]:
    weights = np.zeros((features + kinship.SIZE, count), np.float32)
    pulls = weights[features:]
    duals = np.zeros((len(examples), count), np.float32)
    softness = np.float32(_SOFTNESS)
    norms = [
        np.float32(sum((each.values**2).tolist()) + sum((each.direction**2).tolist())) + softness for each in examples
    ]
    settled = np.zeros(len(examples), np.int8)
    # Kept from one example to the next: fresh memory of this size costs more than the sums.
    longest = max((len(each.ids) for each in examples), default=0)
    all_rows, all_products = np.empty((2, longest, count), np.float32)
    pulled = np.empty_like(pulls)
    passes = max(_PASSES[0], min(_PASSES[1], _MEETINGS // max(1, len(examples))))
    for turn in range(passes):
        for example in _order(len(examples)):
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
    return weights


def _order(size: int) -> list[int]:
    """All numbers below ``size``, far from sorted: strides of the golden section, the same on every run."""
    stride = max(1, round(size * _GOLDEN))
    while gcd(stride, size) > 1:
        stride += 1
    return [place * stride % size for place in range(size)]
