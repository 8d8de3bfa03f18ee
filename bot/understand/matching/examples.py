"""The examples themselves: how near a question is to the nearest of one label, and what it says beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching import kinship
from bot.understand.matching.features import Features, Seen, length
from bot.understand.matching.sureness import Signals
from bot.understand.words import english

_LEAST_SAID = 0.1
"""What a word says at least, be it "the"."""
_NOT_ENGLISH = 0.8
"""What a word says that neither the examples nor English know: it may be a rare thing, or one that was misspelt."""
_UNKNOWN_WEIGHT = 12.0
"""What an unknown word adds to the square of a text's length: as much as a rare word and its neighbours."""
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Examples:
    """The words and neighbours of each example, examples of a label side by side. Build with ``Examples.build``."""

    features: Features
    own: NDArray[np.int32]
    """The features that the examples of each label have, each once and in order, label after label."""
    starts: NDArray[np.int64]
    """Where each label's begin in ``own``, and where the last one's end."""
    places: NDArray[np.int32]
    """The features of all examples, one example after the other, by their place among those of their label."""
    ends: NDArray[np.int64]
    """Where each example ends in ``places``, a 0 in front."""
    lengths: NDArray[np.float32]
    """The length of each example's vector."""
    first: NDArray[np.int64]
    """The first example of each label, and the number of examples at the end."""
    centres: NDArray[np.float32]
    """Where the examples of each label point together, by use."""

    @classmethod
    def build(cls, texts: Sequence[Seen], labels: Sequence[int], count: int, features: Features) -> Examples:
        """Take what was seen of each text, with their labels' numbers, in ascending order of the labels."""
        rows = [seen.near for seen in texts]
        lengths = np.array([length(features.weights[row]) for row in rows], np.float32)
        owners = np.repeat(np.array(labels, np.int64), [len(row) for row in rows])
        known = max(1, len(features.names))
        own, places = np.unique(owners * known + np.concatenate([*rows, np.zeros(0, np.int32)]), return_inverse=True)
        starts = np.searchsorted(own, np.arange(count + 1) * known)
        return cls(
            features,
            (own % known).astype(np.int32),
            starts.astype(np.int64),
            (places - starts[owners]).astype(np.int32),
            np.cumsum([0, *map(len, rows)], dtype=np.int64),
            np.maximum(lengths, np.float32(_TINY)),
            np.searchsorted(np.array(labels, np.int64), np.arange(count + 1)).astype(np.int64),
            _centres(texts, labels, count),
        )

    def signals(self, seen: Seen, pull: NDArray[np.float32], label: int, scores: tuple[float, float]) -> Signals:
        """What speaks for and against one label being meant by a text that was seen, whose words ``pull``.

        ``scores`` are those that the linear model gave to the label and to the next best.
        """
        first, last = int(self.first[label]), int(self.first[label + 1])
        own = self.own[self.starts[label] : self.starts[label + 1]]
        weights = self.features.weights.take(seen.near)
        found = own.searchsorted(seen.near)
        shared = own.take(found, mode="clip") == seen.near
        asked = np.zeros(len(own), np.float32)
        asked[found[shared]] = (weights * weights)[shared]
        of_label = set(seen.near[shared].tolist())
        said = unknown = covered = 0.0
        for word, known in zip(seen.text, seen.known, strict=True):
            number = known.number
            says = max(_LEAST_SAID, english.weight(word))
            if number is None:
                says = says if english.knows(word) else _NOT_ENGLISH
                unknown += says
            elif number in of_label:
                covered += says
            said += says
        begin, end = int(self.ends[first]), int(self.ends[last])
        # Every example has two edges at least, so that no stretch is empty.
        alike = np.add.reduceat(asked[self.places[begin:end]], self.ends[first:last] - begin) / self.lengths[first:last]
        nearest = float(alike.max()) / max(_TINY, length(weights, unknown * _UNKNOWN_WEIGHT))
        score, second = scores
        return Signals(
            round(max(-1.5, min(1.5, score)), 4),
            round(max(0.0, min(2.0, score - second)), 4),
            round(unknown, 4),
            round(covered / max(said, _TINY), 4),
            round(min(1.0, nearest), 4),
            round(max(0.0, sum((self.centres[label] * _by_use(pull)).tolist())), 4),
            round(said, 4),
        )


def _centres(texts: Sequence[Seen], labels: Sequence[int], count: int) -> NDArray[np.float32]:
    size = kinship.SIZES[0]
    centres = np.zeros((count, size), np.float32)
    for seen, label in zip(texts, labels, strict=True):
        centres[label] += _by_use(kinship.pull(seen.text))
    return np.array([centre / np.float32(max(_TINY, length(centre))) for centre in centres], np.float32).reshape(
        count, size
    )


def _by_use(pull: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where a text points by use, of length one."""
    used = pull[kinship.USE]
    long = length(used)
    return used / np.float32(long) if long else used
