"""Numbers that situations are told by, and whether one lies within another: "3 years" is "less than five years"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from bot.catalogue.quantities import unit_of
from bot.text import singular, words

_NUMBERS = {
    **{word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)},
    "twelve": 12,
    "dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "hundred": 100,
}
_BELOW = frozenset("below under within less fewer most max maximum shorter smaller".split())
_ABOVE = frozenset("over above more least min minimum from longer larger beyond exceeding".split())
_BEFORE = 3
"""Words in front of a number that may bound it: "less than the"."""
_SKIPPED = frozenset("or and to more of".split())


class Bounds(NamedTuple):
    """A number of something, from the least to the most that is meant."""

    of: str
    """A kind of quantity ("time", in seconds), or the things that are counted."""
    low: float
    high: float

    @property
    def open(self) -> bool:
        """Whether it is bounded on one side alone."""
        return self.low == 0.0 or self.high == float("inf")


@lru_cache(maxsize=8192)
def bounds(text: str) -> tuple[Bounds, ...]:
    """All numbers of a text with what they count, in order; "five to ten years" and "ten years or more" with their bounds."""
    said = [word.text for word in words(text)]
    found: list[Bounds] = []
    at = 0
    while at < len(said):
        value = _value(said[at])
        if value is None:
            at += 1
            continue
        end, high = at + 1, value
        if said[end : end + 1] in (["to"], ["or"]) and said[end + 1 :] and (upper := _value(said[end + 1])) is not None:
            end, high = end + 2, upper
        while end < len(said) and said[end] in _SKIPPED:
            end += 1
        if end < len(said):
            unit = unit_of(said[end])
            of, size = unit or (singular(said[end]), 1.0)
            found.append(
                _bounded(of, value * size, high * size, said[max(0, at - _BEFORE) : at], said[at + 1 : end + 3])
            )
        at = end + 1
    return tuple(found)


def within(asked: Sequence[Bounds], told: Sequence[Bounds]) -> bool | None:
    """Whether a number that is asked about lies within the bounds that are told of the same things; None where none is."""
    pairs = [(one, other) for one, other in product(asked, told) if one.of == other.of and other.open]
    if not pairs:
        return None
    return any(other.low <= one.low and one.high <= other.high for one, other in pairs)


def _bounded(of: str, low: float, high: float, before: Sequence[str], behind: Sequence[str]) -> Bounds:
    after = {word for place, word in enumerate(behind) if place and behind[place - 1] == "or"}
    if (_BELOW & {*before}) or (_BELOW & after) or [*before[-2:]] == ["up", "to"]:
        return Bounds(of, 0.0, high)
    if (_ABOVE & {*before}) or (_ABOVE & after):
        return Bounds(of, low, float("inf"))
    return Bounds(of, low, high)


def _value(word: str) -> float | None:
    return float(word) if word.isdigit() else _NUMBERS.get(word)
