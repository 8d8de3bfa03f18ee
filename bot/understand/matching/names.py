"""What the features of a text are called: its words, how they stand together, and the pieces that they are made of.

Words count by their stems, so that inflection does not matter; neighbours (two and three in a row) tell order;
pairs of words wherever they stand tell meaning without order; pieces of two to five letters help where a word was
never seen but a relative of it was; the kinds of the words help where the same is said in other words
(``bot.understand.matching.kinship``). No word holds the signs that tell the names apart: "=", "~", "&" and the space.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.text import stem
from bot.understand.matching import kinship

_PIECES = range(2, 6)
REACH = 6
"""How far apart two words of a pair may stand: keeps the cost of a long text in proportion to its length."""
LONGEST = 120
"""Words of a text that are looked at."""
EDGES = ("^", "$")
"""What stands before the first word and behind the last."""


def single(stem_: str) -> str:
    """The feature that a word gives by itself."""
    return "=" + stem_


def neighbour(left: str, right: str) -> str:
    """The feature that two stems give side by side."""
    return f"{left} {right}"


def three(left: str, middle: str, right: str) -> str:
    """The feature that three stems give side by side."""
    return f"{left} {middle} {right}"


def pair(left: str, right: str) -> str:
    """The feature that two stems give in whatever order."""
    return f"{left}&{right}" if left < right else f"{right}&{left}"


def of_kind(level: int, kind: int) -> str:
    """The feature that a kind of words gives, 0 the coarsest level."""
    return f"~{level} {kind}"


def kind_neighbour(left: str, right: str) -> str:
    """The feature that two kinds give side by side."""
    return f"~ {left} {right}"


Parted = tuple[list[str], int]
"""The parts of a combined feature, in the order of its name, and its number."""


class Apart(NamedTuple):
    """The numbers of features by what they are made of."""

    simple: dict[str, int]
    """By name: words by themselves, pieces, and kinds."""
    neighbours: list[Parted]
    threes: list[Parted]
    pairs: list[Parted]
    kind_neighbours: list[Parted]


def apart(named: Sequence[str]) -> Apart:
    """Take the names of features, in the order of their numbers, apart."""
    found = Apart({}, [], [], [], [])
    for number, name in enumerate(named):
        if name.startswith("~ "):
            found.kind_neighbours.append((name.split(" ")[1:], number))
        elif "&" in name:
            found.pairs.append((name.split("&"), number))
        elif " " in name and not name.startswith("~"):
            parts = name.split(" ")
            (found.neighbours if len(parts) == 2 else found.threes).append((parts, number))
        else:
            found.simple[name] = number
    return found


def near_names(words: Sequence[str]) -> list[str]:
    """The features of folded words by themselves and of neighbours, the edges among them."""
    stems = list(map(stem, words[:LONGEST]))
    return [*map(single, stems), *(neighbour(left, right) for left, right in pairwise((EDGES[0], *stems, EDGES[1])))]


def wide_names(words: Sequence[str]) -> list[str]:
    """The features of three folded words in a row, and of two wherever they stand."""
    stems = list(map(stem, words[:LONGEST]))
    threes = [three(*found) for found in zip(stems, stems[1:], stems[2:], strict=False)]
    return threes + [
        pair(left, right) for place, left in enumerate(stems) for right in stems[place + 1 : place + REACH]
    ]


def kind_names(words: Sequence[str]) -> list[str]:
    """The features of the kinds of folded words by themselves, and of neighbours."""
    words = words[:LONGEST]
    edged = (EDGES[0], *map(middle_kind, words), EDGES[1])
    return [name for word in words for name in kinds(word)] + [
        kind_neighbour(left, right) for left, right in pairwise(edged)
    ]


def kinds(word: str) -> list[str]:
    """The features of the kinds of a folded word; none where it is of no kind."""
    return [of_kind(level, kind) for level, kind in enumerate(kinship.kinds(word) or ())]


def middle_kind(word: str) -> str:
    """What a folded word is among the kinds of its neighbours: itself where it is of no kind."""
    found = kinship.kinds(word)
    return f"~{found[1]}" if found else stem(word)


@lru_cache(maxsize=65536)
def piece_names(word: str) -> tuple[str, ...]:
    """The pieces of a word, its edges marked."""
    edged = f"<{word}>"
    return tuple(edged[place : place + length] for length in _PIECES for place in range(len(edged) - length + 1))
