"""What the matcher sees of a question: its words, how they stand together, and the pieces that they are made of.

Words count by their stems, so that inflection does not matter; neighbours (two and three in a row) tell order;
pairs of words wherever they stand tell meaning without order; pieces of two to five letters help where a word was
never seen but a relative of it was; the kinds of the words, and where they point all together, help where the same is
said in other words (``bot.understand.matching.kinship``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from bot.text import stem
from bot.understand.matching import kinship

Ids = NDArray[np.int32]
Values = NDArray[np.float32]

_PIECES = range(2, 6)
_REACH = 6
"""How far apart two words of a pair may stand: keeps the cost of a long text in proportion to its length."""
MOST_REMEMBERED = 65536
"""Words that are remembered: bounds the memory of a process that runs for years."""
_LONGEST = 120
"""Words of a text that are looked at."""
_PIECES_SHARE, _KINDS_SHARE, _DIRECTION_SHARE = 1.0, 0.7, 1.8
"""What pieces, the kinds of the words, and their direction count beside the words, which count 1."""


EDGES = ("^", "$")
"""What stands before the first word and behind the last."""


def single(stem_: str) -> str:
    """The name of the feature that a word gives by itself."""
    return "=" + stem_


def neighbour(left: str, right: str) -> str:
    """The name of the feature that two stems give side by side."""
    return f"{left} {right}"


def word_names(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The features of folded words: each by itself, neighbours with the edges, and wider combinations."""
    stems = [stem(word) for word in words[:_LONGEST]]
    edged = [EDGES[0], *stems, EDGES[1]]
    neighbours = [neighbour(left, right) for left, right in pairwise(edged)]
    threes = [f"{left} {middle} {right}" for left, middle, right in zip(stems, stems[1:], stems[2:], strict=False)]
    pairs = [
        f"{left}&{right}" if left < right else f"{right}&{left}"
        for place, left in enumerate(stems)
        for right in stems[place + 1 : place + _REACH]
    ]
    return [single(stem_) for stem_ in stems], neighbours, threes + pairs


def kind_names(words: Sequence[str]) -> list[str]:
    """The features of the kinds of folded words: each by itself, and neighbours, where a word of no kind is itself."""
    found = [_kinds_of(word) for word in words[:_LONGEST]]
    edged = [EDGES[0], *(middle for _, middle in found), EDGES[1]]
    return [name for names, _ in found for name in names] + [f"~ {left} {right}" for left, right in pairwise(edged)]


@lru_cache(maxsize=65536)
def _kinds_of(word: str) -> tuple[tuple[str, ...], str]:
    """The features of a word's kinds, and what it is among neighbours."""
    kinds = kinship.kinds(word)
    if not kinds:
        return (), stem(word)
    return tuple(f"~{level} {kind}" for level, kind in enumerate(kinds)), f"~{kinds[1]}"


@lru_cache(maxsize=65536)
def piece_names(word: str) -> tuple[str, ...]:
    """The pieces of a word, its edges marked."""
    edged = f"<{word}>"
    return tuple(edged[place : place + length] for length in _PIECES for place in range(len(edged) - length + 1))


@dataclass(frozen=True, slots=True)
class Named:
    """A text (folded words) with the names of its features but for the pieces of its words."""

    words: Sequence[str]
    singles: Sequence[str]
    neighbours: Sequence[str]
    wide: Sequence[str]
    kinds: Sequence[str]

    @classmethod
    def of(cls, words: Sequence[str]) -> Named:
        """Name what there is to see."""
        return cls(words[:_LONGEST], *word_names(words), kind_names(words))


@dataclass(frozen=True, slots=True)
class Seen:
    """The numbers of the known features of one text, each once and in order."""

    singles: tuple[int | None, ...]
    """For each word by itself, its number, None where no text had it."""
    near: Ids
    """Words and neighbours."""
    words: list[int]
    """Words, neighbours and wider combinations."""
    pieces: list[int]
    kinds: list[int]
    """Kinds of words, and of neighbours."""
    direction: Values
    """Where the words point all together."""


class Vector(NamedTuple):
    """A text as numbers, of length one: the values of the features that it has, and where it points."""

    ids: Ids
    values: Values
    direction: Values


class Features:
    """The numbered features of a set of texts, with their weights. Build it with ``Features.fit``."""

    def __init__(self, names: Sequence[str], weights: NDArray[np.float32]) -> None:
        """Take the names in the order of their numbers, and a weight for each."""
        self.names = tuple(names)
        self.weights = weights
        self._number = {name: number for number, name in enumerate(self.names)}
        self._pieces: dict[str, list[int]] = {}
        self.rarest = self._rarity(int(weights.argmax())) if len(weights) else 0.0

    @classmethod
    def fit(cls, texts: Sequence[Named], most: int) -> Features:
        """Number the features of texts. Of more than ``most``, the combinations met once go first."""
        met: Counter[str] = Counter()
        combined: set[str] = set()
        for text in texts:
            pieces = {piece for word in text.words for piece in piece_names(word)}
            met.update(pieces.union(text.singles, text.neighbours, text.wide, text.kinds))
            combined.update(text.wide)
        names = sorted(met)
        if len(names) > most:
            names = [name for name in names if met[name] > 1 or name not in combined]
        if len(names) > most:
            names = sorted(sorted(names, key=lambda name: (-met[name], name))[:most])
        # Rounded, so that the last digit of a logarithm, which may differ between machines, decides nothing.
        weights = [round(sqrt(log((len(texts) + 1) / (met[name] + 1)) + 1), 5) for name in names]
        return cls(names, np.array(weights, np.float32))

    def number(self, name: str) -> int | None:
        """The number of a feature, None where no text had it."""
        return self._number.get(name)

    def knows(self, word: str) -> bool:
        """Whether a folded word was in the texts, in any inflection."""
        return single(stem(word)) in self._number

    def rarity(self, name: str) -> float | None:
        """How rare a feature is, as a logarithm; None where no text had it."""
        number = self._number.get(name)
        return None if number is None else self._rarity(number)

    def see(self, text: Named) -> Seen:
        """The known features of a text."""
        find = self._number.get
        known = tuple(map(find, text.singles))
        near = {*known, *map(find, text.neighbours)}
        combined = near.union(map(find, text.wide))
        pieces: set[int | None] = set().union(*map(self._pieces_of, text.words))
        return Seen(
            known,
            np.array(_sorted(near), np.int32),
            _sorted(combined),
            _sorted(pieces),
            _sorted(set(map(find, text.kinds))),
            kinship.direction(text.words),
        )

    def vector(self, seen: Seen) -> Vector:
        """What was seen as numbers: each group scaled to its share, then together of length one."""
        groups = ((seen.words, 1.0), (seen.pieces, _PIECES_SHARE), (seen.kinds, _KINDS_SHARE))
        ids = np.array([*seen.words, *seen.pieces, *seen.kinds], np.int32)
        if not len(ids):
            return Vector(ids, np.zeros(0, np.float32), seen.direction)
        whole = sum(share for group, share in groups if group)
        whole += _DIRECTION_SHARE if seen.direction.any() else 0.0
        values = self.weights[ids]
        # Summed in order, alike on any machine.
        squares = np.cumsum(values * values, dtype=np.float64)
        end, before = 0, 0.0
        for group, share in groups:
            if group:
                start, end = end, end + len(group)
                until = float(squares[end - 1])
                values[start:end] *= np.float32(sqrt(share / whole / (until - before)))
                before = until
        return Vector(ids, values, seen.direction * np.float32(sqrt(_DIRECTION_SHARE / whole)))

    def _rarity(self, number: int) -> float:
        return float(self.weights[number]) ** 2

    def _pieces_of(self, word: str) -> list[int]:
        if word not in self._pieces:
            if len(self._pieces) > MOST_REMEMBERED:
                self._pieces.clear()
            found = (self._number.get(name) for name in piece_names(word))
            self._pieces[word] = [number for number in found if number is not None]
        return self._pieces[word]


def length(values: Values, more: float = 0.0) -> float:
    """The length of a vector, whose square may have so much ``more``; summed in order, alike on any machine."""
    return sqrt(sum((values * values).tolist()) + more)


def _sorted(numbers: set[int | None]) -> list[int]:
    """The numbers of those features that are known, in order."""
    numbers.discard(None)
    return sorted(cast("set[int]", numbers))
