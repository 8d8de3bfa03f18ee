"""Which words of English are used alike or mean alike: "vacation" and "holiday", "cancel" and "postpone".

A table made small by ``tests/bench/kinship.py``: for each of the commonest words three directions, in which words used
alike (GloVe, 2014, public domain), met with the same topics (Explosion's vectors, 2022, CC0) and of like meaning
(WordNet 3.0, 2006, by Princeton University) lie near each other, and the kinds that it belongs to, from coarse to fine.
It is looked up, nothing more; words that it does not have are simply without kin.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.text import singular, stem
from bot.understand.words import english

SIZES = (50, 40, 60)
"""Numbers of a direction by use, by topic and by meaning."""
SIZE = sum(SIZES)
USE = slice(SIZES[0])
"""Where in a direction that by use stands."""
PARTS = tuple(slice(sum(SIZES[:place]), sum(SIZES[: place + 1])) for place in range(len(SIZES)))
"""Where in a direction each of its parts stands."""
_STARTS = np.array([part.start or 0 for part in PARTS])
_LEAST_SAID = 0.15
"""What a word adds at least to the direction of a text, be it "the"."""


@cache
def _table() -> tuple[dict[str, int], NDArray[np.int8], NDArray[np.integer[Any]]]:
    with (files("bot.understand.matching") / "kinship.npz").open("rb") as file, np.load(file) as held:
        words = held["words"].tobytes().decode().split("\n")
        return dict(zip(words, range(len(words)), strict=True)), held["vectors"], held["kinds"]


def _place(word: str) -> int | None:
    places = _table()[0]
    return next((places[form] for form in (word, singular(word), stem(word)) if form in places), None)


@lru_cache(maxsize=65536)
def kinds(word: str) -> tuple[int, int, int] | None:
    """The kinds of a folded word, coarse, middle and fine; None where the table does not have it."""
    place = _place(word)
    if place is None:
        return None
    coarse, middle, fine = _table()[2][place].tolist()
    return coarse, middle, fine


@lru_cache(maxsize=65536)
def pull_of(word: str) -> NDArray[np.float32] | None:
    """Where a folded word points, the longer the more it says; None where the table does not have it."""
    place = _place(word)
    if place is None:
        return None
    return np.asarray(_table()[1][place] * np.float32(_LEAST_SAID + english.weight(word)), np.float32)


def alike(one: str, other: str) -> float:
    """How like two folded words are in meaning, as a cosine; 0 where the table does not have both."""
    here, there = pull_of(one), pull_of(other)
    if here is None or there is None:
        return 0.0
    left, right = here[PARTS[-1]].astype(np.float64), there[PARTS[-1]].astype(np.float64)
    lengths = sqrt(float(left @ left) * float(right @ right))
    return round(float(left @ right) / lengths, 3) if lengths else 0.0


def pull(words: Sequence[str]) -> NDArray[np.float32]:
    """Where a text of folded words points, as long as its words pull; all 0 where the table has none of them."""
    pulls = [found for word in words if (found := pull_of(word)) is not None]
    return np.asarray(np.array(pulls).sum(axis=0), np.float32) if pulls else np.zeros(SIZE, np.float32)


def direction(words: Sequence[str]) -> NDArray[np.float32]:
    """Where a text of folded words points, by use, by topic and by meaning, each alike in length and all together of one.

    All 0 where the table has none of its words.
    """
    return straight(pull(words))


def straight(pulled: NDArray[np.float32]) -> NDArray[np.float32]:
    """The direction of a pull."""
    squares = np.add.reduceat(pulled * pulled, _STARTS).tolist()
    scale = [1 / sqrt(square * len(PARTS)) if square else 0.0 for square in squares]
    return pulled * np.array(scale, np.float32).repeat(SIZES)
