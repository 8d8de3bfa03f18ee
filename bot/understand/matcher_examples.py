"""The examples themselves: how near a question is to the nearest of one label, and what it says beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bot.text import stem
from bot.understand import english
from bot.understand.matcher_confidence import Signals
from bot.understand.matcher_features import Features, single, word_names

_LEAST_SAID = 0.1
"""What a word says at least, be it "the"."""
_NOT_ENGLISH = 1.5
"""What a word says that neither the examples nor English know."""


@dataclass(frozen=True, slots=True)
class Examples:
    """The words and neighbours of each example, examples of a label side by side. Build with ``Examples.build``."""

    features: Features
    ids: NDArray[np.int32]
    """The features of all examples, one example after the other."""
    ends: NDArray[np.int64]
    """Where each example ends in ``ids``, a 0 in front."""
    lengths: NDArray[np.float32]
    """The length of each example's vector."""
    first: NDArray[np.int64]
    """The first example of each label, and the number of examples at the end."""

    @classmethod
    def build(cls, texts: Sequence[Sequence[str]], labels: Sequence[int], count: int, features: Features) -> Examples:
        """Take texts (folded words) and their labels' numbers, in ascending order of the labels."""
        rows = [sorted(_seen(words, features)) for words in texts]
        weights = features.weights
        lengths = [sqrt(sum((weights[row].astype(np.float64) ** 2).tolist())) for row in rows]
        return cls(
            features,
            np.array([number for row in rows for number in row], np.int32),
            np.cumsum([0, *map(len, rows)], dtype=np.int64),
            np.maximum(np.array(lengths, np.float32), np.float32(1e-6)),
            np.searchsorted(np.array(labels, np.int64), np.arange(count + 1)).astype(np.int64),
        )

    def signals(self, words: Sequence[str], label: int, score: float, second: float) -> Signals:
        """What speaks for and against one label being meant by folded words; scores as the linear model gave them."""
        first, last = int(self.first[label]), int(self.first[label + 1])
        begin, end = int(self.ends[first]), int(self.ends[last])
        ids = self.ids[begin:end]
        weights = self.features.weights
        seen = sorted(_seen(words, self.features))
        hits = np.isin(ids, seen)
        squares = np.where(hits, weights[ids] ** 2, np.float32(0))
        shared = np.add.reduceat(squares, self.ends[first:last] - begin) if len(ids) else np.zeros(1, np.float32)
        of_label = set(ids[hits].tolist())
        said = unknown = covered = 0.0
        for word in words:
            number = self.features.number(single(stem(word)))
            says = max(_LEAST_SAID, english.weight(word))
            if number is None:
                says = says if english.knows(word) else _NOT_ENGLISH
                unknown += says
            said += says
            covered += says * (number in of_label)
        length = sqrt(sum((weights[seen].astype(np.float64) ** 2).tolist()) + unknown * _UNKNOWN_WEIGHT)
        nearest = float((shared / self.lengths[first:last]).max()) / max(length, 1e-6)
        return Signals(
            round(max(-1.5, min(1.5, score)), 4),
            round(max(0.0, min(2.0, score - second)), 4),
            round(unknown, 4),
            round(covered / max(said, 1e-6), 4),
            round(min(1.0, nearest), 4),
            round(said, 4),
        )


_UNKNOWN_WEIGHT = 12.0
"""What an unknown word would add to the square of a text's length: about as much as a rare word and its neighbours."""


def _seen(words: Sequence[str], features: Features) -> set[int]:
    singles, neighbours, _ = word_names(words)
    return {number for name in (*singles, *neighbours) if (number := features.number(name)) is not None}
