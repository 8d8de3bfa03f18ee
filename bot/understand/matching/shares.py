"""How much commoner a word is among the examples of a label than among all: what class frequencies say by themselves.

The linear model learns what tells the labels of its examples apart; a word that several features explain already adds
little to it. Counted by itself, the word says so again, which helps where a question has few of the features.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching.features import Features, Seen

_COUNTS = 0.6
"""What the logarithm of such a ratio counts beside the weights of the linear model."""
_FLOOR = 0.1
"""The least that a word is taken to be met with a label, as a share of how often it is met at all."""


def add(weights: NDArray[np.float32], texts: Sequence[Seen], labels: Sequence[int], features: Features) -> None:
    """Add to the weights of the single words, in place, what their shares among the examples of each label say."""
    count = weights.shape[1]
    met = np.zeros((len(features.names), count), np.float32)
    for seen, label in zip(texts, labels, strict=True):
        numbers = {word.number for word in seen.known if word.number is not None}
        met[sorted(numbers), label] += 1
    singles = np.flatnonzero(met.any(axis=1))
    sizes = np.bincount(np.array(labels, np.int64), minlength=count).astype(np.float32)
    often = (met[singles].sum(axis=1) / np.float32(max(1, len(labels))))[:, None]
    ratios = (met[singles] / sizes + _FLOOR * often) / (often * (1 + _FLOOR))
    # Rounded, so that the last digit of a logarithm, which may differ between machines, decides nothing.
    weights[singles] += np.round(np.float32(_COUNTS) * np.log(ratios), 4)
