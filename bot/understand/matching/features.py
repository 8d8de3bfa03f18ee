"""What the matcher sees of a text: those of its features (``names``) that it knows, and where its words point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from bot.text import stem
from bot.understand.matching import kinship, names

Ids = NDArray[np.int32]
Values = NDArray[np.float32]

MOST_REMEMBERED = 65536
"""Words that are remembered: bounds the memory of a process that runs for years."""
PIECES_SHARE, KINDS_SHARE, DIRECTION_SHARE = 1.0, 0.7, 1.8
"""What pieces, the kinds of the words, and their direction count beside the words, which count 1."""


class Known(NamedTuple):
    """What is known of one word."""

    number: int | None
    """Of the word by itself, None where no text had it."""
    place: int
    """Of its stem among the parts of combinations; 0 where none has it."""
    pieces: list[int]
    squares: float
    """The sum of the squares of the weights of its pieces."""
    kinds: list[int]
    among: int
    """The place of what it is among the kinds of its neighbours; 0 where none has it."""


class Seen(NamedTuple):
    """What is known of one text: numbers of features are each there once, and in order."""

    text: Sequence[str]
    """Its folded words."""
    known: list[Known]
    """What is known of each."""
    near: Ids
    """Words and neighbours."""
    words: list[int]
    """Words, neighbours and wider combinations."""
    kinds: list[int]
    """Kinds of words, and of neighbours."""

    def pieces(self) -> list[int]:
        """The pieces of the words."""
        return sorted(set().union(*[word.pieces for word in self.known]))


class Vector(NamedTuple):
    """A text as numbers, of length one: the values of the features that it has, and where it points."""

    ids: Ids
    values: Values
    direction: Values


class Features:
    """The numbered features of a set of texts, with their weights. Build it with ``Features.fit``."""

    def __init__(self, named: Sequence[str], weights: NDArray[np.float32]) -> None:
        """Take the names in the order of their numbers, and a weight for each."""
        self.names = tuple(named)
        self.weights = weights
        apart = names.apart(self.names)
        self._number = apart.simple
        # Found by numbers made of the places of the parts: no name is put together for a question.
        self._stems = _places([*apart.neighbours, *apart.threes, *apart.pairs])
        self._among = _places(apart.kind_neighbours)
        self._neighbours = _by_places(apart.neighbours, self._stems)
        self._threes = _by_places(apart.threes, self._stems)
        self._pairs = _by_places(apart.pairs, self._stems)
        self._kind_neighbours = _by_places(apart.kind_neighbours, self._among)
        self._words: dict[str, Known] = {}
        self.rarest = self._rarity(int(weights.argmax())) if len(weights) else 0.0

    @classmethod
    def fit(cls, texts: Sequence[Sequence[str]], most: int) -> Features:
        """Number the features of texts, each its folded words. Of more than ``most``, the combinations met once go first."""
        met: Counter[str] = Counter()
        combined: set[str] = set()
        for words in texts:
            wide = names.wide_names(words)
            pieces = (piece for word in words[: names.LONGEST] for piece in names.piece_names(word))
            met.update({*pieces, *names.near_names(words), *wide, *names.kind_names(words)})
            combined.update(wide)
        found = sorted(met)
        if len(found) > most:
            found = [name for name in found if met[name] > 1 or name not in combined]
        if len(found) > most:
            found = sorted(sorted(found, key=lambda name: (-met[name], name))[:most])
        # Rounded, so that the last digit of a logarithm, which may differ between machines, decides nothing.
        weights = [round(sqrt(log((len(texts) + 1) / (met[name] + 1)) + 1), 5) for name in found]
        return cls(found, np.array(weights, np.float32))

    def knows(self, word: str) -> bool:
        """Whether a folded word was in the texts, in any inflection."""
        return self._word(word).number is not None

    def rarity(self, stem_: str) -> float | None:
        """How rare a stem is, as a logarithm; None where no text had it."""
        number = self._number.get(names.single(stem_))
        return None if number is None else self._rarity(number)

    def rarity_beside(self, left: str, right: str) -> float | None:
        """How rare two stems, or an edge and a stem, are side by side; None where no text had them so."""
        find = self._stems.get
        number = self._neighbours.get(find(left, 0) * (len(self._stems) + 1) + find(right, 0))
        return None if number is None else self._rarity(number)

    def see(self, words: Sequence[str]) -> Seen:
        """The known features of a text's folded words."""
        words = words[: names.LONGEST]
        known = list(map(self._word, words))
        places = [word.place for word in known]
        base, first, last = len(self._stems) + 1, *map(self._stems.get, names.EDGES, (0, 0))
        beside = [left * base + right for left, right in pairwise((first, *places, last))]
        threes = [
            (left * base + middle) * base + right
            for left, middle, right in zip(places, places[1:], places[2:], strict=False)
        ]
        pairs = [
            left * base + right if left < right else right * base + left
            for place, left in enumerate(places)
            for right in places[place + 1 : place + names.REACH]
        ]
        near = {*[word.number for word in known], *map(self._neighbours.get, beside)}
        wide = near.union(map(self._threes.get, threes), map(self._pairs.get, pairs))
        base, first, last = len(self._among) + 1, *map(self._among.get, names.EDGES, (0, 0))
        among = [left * base + right for left, right in pairwise((first, *(word.among for word in known), last))]
        kinds = set(map(self._kind_neighbours.get, among)).union(*[word.kinds for word in known])
        return Seen(
            words,
            known,
            np.array(_sorted(near), np.int32),
            _sorted(wide),
            _sorted(kinds),
        )

    def vector(self, seen: Seen) -> Vector:
        """What was seen as numbers: each group scaled to its share, then together of length one."""
        pieces, direction = seen.pieces(), kinship.direction(seen.text)
        groups = ((seen.words, 1.0), (pieces, PIECES_SHARE), (seen.kinds, KINDS_SHARE))
        ids = np.array([*seen.words, *pieces, *seen.kinds], np.int32)
        if not len(ids):
            return Vector(ids, np.zeros(0, np.float32), direction)
        whole = sum(share for group, share in groups if group)
        whole += DIRECTION_SHARE if direction.any() else 0.0
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
        return Vector(ids, values, direction * np.float32(sqrt(DIRECTION_SHARE / whole)))

    def _rarity(self, number: int) -> float:
        return float(self.weights[number]) ** 2

    def _word(self, word: str) -> Known:
        if word not in self._words:
            if len(self._words) > MOST_REMEMBERED:
                self._words.clear()
            root, find = stem(word), self._number
            pieces = [find[name] for name in dict.fromkeys(names.piece_names(word)) if name in find]
            self._words[word] = Known(
                find.get(names.single(root)),
                self._stems.get(root, 0),
                pieces,
                sum(float(self.weights[piece]) ** 2 for piece in pieces),
                [find[name] for name in names.kinds(word) if name in find],
                self._among.get(names.middle_kind(word), 0),
            )
        return self._words[word]


def length(values: Values, more: float = 0.0) -> float:
    """The length of a vector, whose square may have so much ``more``; summed in order, alike on any machine."""
    return sqrt(sum((values * values).tolist()) + more)


def _places(parted: Sequence[names.Parted]) -> dict[str, int]:
    """A place for each part, in the order of the parts, 1 the first."""
    return {part: place for place, part in enumerate(sorted({part for parts, _ in parted for part in parts}), 1)}


def _by_places(parted: Sequence[names.Parted], places: Mapping[str, int]) -> dict[int, int]:
    """The number of each feature by the places of its parts, read as the digits of one number: 0 is in none."""
    base = len(places) + 1
    return {reduce(lambda key, part: key * base + places[part], parts, 0): number for parts, number in parted}


def _sorted(numbers: set[int | None]) -> list[int]:
    """The numbers of those features that are known, in order."""
    numbers.discard(None)
    return sorted(cast("set[int]", numbers))
