"""The scores of all labels for a text: what ``linear`` gives, with the sums for each word remembered.

Most features of a text are the pieces of its words. What a word's pieces say for each label is therefore summed once; of a
text only the words and neighbours, the kinds, and the pieces that several of its words have are looked up.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching import kinship
from bot.understand.matching.features import DIRECTION_SHARE, KINDS_SHARE, PIECES_SHARE, Features, Known, Seen

_MOST_BYTES = 32_000_000
"""What is remembered at most; a word beyond it is summed anew each time."""


class Scores:
    """Gives scores for what ``features`` has seen, by the ``weights`` of a trained model. Threads may share it."""

    def __init__(self, features: Features, weights: NDArray[np.float32], most: int = _MOST_BYTES) -> None:
        """Remember nothing yet, and later no more than so many bytes.

        A row of ``weights`` is what an occurrence of a feature says, its own weight in it.
        """
        self._features = features
        self._weights = weights
        self._labels = weights.shape[1]
        self._squares = array("d", (features.weights * features.weights).tolist())
        self._directed = weights[len(features.names) :]
        self._most = max(1, most // (4 * (self._labels + kinship.SIZE)))
        self._rows: dict[str, NDArray[np.float32]] = {}

    def of(self, seen: Seen) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The score of every label, 0 where nothing of the text is known, and where the words pull (``kinship.pull``)."""
        again = _repeated(seen.known)
        # One more, so that a group of none has a row that counts 0 times.
        ids = [*again, *seen.words, *seen.kinds, 0]
        starts = (0, len(again), len(again) + len(seen.words), len(ids) - 1)
        square = self._squares.__getitem__
        words, kinds = sum(map(square, seen.words)), sum(map(square, seen.kinds))
        pieces = sum([known.squares for known in seen.known]) - sum(map(square, again))
        row = self._of_words(seen)
        pull = row[self._labels :]
        direction = kinship.straight(pull)
        whole = (1.0 if words else 0.0) + (PIECES_SHARE if pieces > 0 else 0.0) + (KINDS_SHARE if kinds else 0.0)
        whole += DIRECTION_SHARE if direction.any() else 0.0
        by_pieces = sqrt(PIECES_SHARE / whole / pieces) if pieces > 0 else 0.0
        factors = (
            -by_pieces if again else 0.0,
            sqrt(1.0 / whole / words) if words else 0.0,
            sqrt(KINDS_SHARE / whole / kinds) if kinds else 0.0,
            0.0,
            by_pieces,
        )
        rows = np.concatenate((self._weights.take(ids, axis=0, mode="clip"), row[None, : self._labels]))
        groups = np.add.reduceat(rows, (*starts, len(ids)), axis=0) * np.array(factors, np.float32)[:, None]
        scores = groups.sum(axis=0)
        if whole:
            direction *= np.float32(sqrt(DIRECTION_SHARE / whole))
            scores += (self._directed * direction[:, None]).sum(axis=0)
        return scores, pull

    def _of_words(self, seen: Seen) -> NDArray[np.float32]:
        """What is remembered of all words of a text, summed: what their pieces say for each label, and their pull."""
        find = self._rows.get
        rows = [
            row if (row := find(word)) is not None else self._remembered(word, known)
            for word, known in zip(seen.text, seen.known, strict=True)
        ]
        if not rows:
            return np.zeros(self._labels + kinship.SIZE, np.float32)
        return np.asarray(np.array(rows).sum(axis=0), np.float32)

    def _remembered(self, word: str, known: Known) -> NDArray[np.float32]:
        """What is remembered of a word from now on, if there is room."""
        row = np.zeros(self._labels + kinship.SIZE, np.float32)
        if known.pieces:
            self._weights.take(known.pieces, axis=0, mode="clip").sum(axis=0, out=row[: self._labels])
        if (pulled := kinship.pull_of(word)) is not None:
            row[self._labels :] = pulled
        if len(self._rows) < self._most:
            self._rows[word] = row
        return row


def _repeated(words: Sequence[Known]) -> list[int]:
    """The pieces that more than one word of a text has, once for each word after the first."""
    met = set[int]()
    add = met.add
    return [piece for word in words for piece in word.pieces if piece in met or add(piece)]
