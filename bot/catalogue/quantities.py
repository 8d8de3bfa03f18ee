"""Quantities in cells, made comparable: "300 to 500 km", "a few milliseconds", "tens of thousands of messages"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.text import fold, singular

_UNITS = {
    "time": {
        1e-9: "ns nanosecond",
        1e-6: "us µs microsecond",
        1e-3: "ms msec millisecond",
        1.0: "s sec second",
        60.0: "min minute",
        3600.0: "h hr hour",
        86400.0: "day overnight",
        604800.0: "week",
        2.6e6: "month",
        3.16e7: "yr year",
        3.16e8: "decade",
    },
    "bytes": {
        1.0: "byte",
        1e3: "kb kilobyte kib",
        1e6: "mb megabyte mib",
        1e9: "gb gigabyte gib",
        1e12: "tb terabyte tib",
    },
    "length": {
        1e-3: "mm millimetre millimeter",
        1e-2: "cm centimetre centimeter",
        1.0: "m metre meter",
        1e3: "km kilometre kilometer",
        1609.0: "mi mile",
    },
    "mass": {1e-3: "g gram", 0.4536: "lb pound", 1.0: "kg kilo kilogram", 1e3: "t ton tonne"},
    "share": {1.0: "% percent"},
    "degrees": {1.0: "°c celsius degree"},
    "sound": {1.0: "db decibel"},
    "money": {1.0: "$ € £ dollar euro usd eur gbp"},
}
_UNIT = {
    name: (kind, size) for kind, sizes in _UNITS.items() for size, names in sizes.items() for name in names.split()
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_COUNTS = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "two": (2, 2), "three": (3, 3), "four": (4, 4), "five": (5, 5),
    "six": (6, 6), "seven": (7, 7), "eight": (8, 8), "nine": (9, 9), "ten": (10, 10), "twelve": (12, 12),
    "twenty": (20, 20), "thirty": (30, 30), "fifty": (50, 50), "half": (0.5, 0.5), "couple": (2, 3), "few": (2, 9),
    "several": (3, 9), "tens": (10, 99), "dozens": (12, 99), "hundreds": (100, 999), "thousands": (1e3, 9e5),
    "millions": (1e6, 9e8), "billions": (1e9, 9e11), "many": (3, 999),
}  # fmt: skip
_ROUND = {"hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_ARTICLES = ("a", "an")
_NO_NUMBER = frozenset("a an one many".split())
_MANY = 999
_UP_TO = {1.0: 59, 60.0: 59, 3600.0: 23, 86400.0: 6, 604800.0: 4, 2.6e6: 11}
"""How many seconds, minutes, hours, days, weeks and months there are before the next longer unit would be named."""
_BELOW = frozenset("below under up within less fewer most max maximum".split())
_ABOVE = frozenset("over above more least min minimum upwards".split())
_PIECE = re.compile(r"[^\W\d_]+/[^\W\d_]+|\d+(?:[.,]\d+)*|[$€£%]|°\s?[cC]\b|[^\W\d_]+")
_LINKS = frozenset("of the to per than at about around roughly approximately some only just and or".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of what: a range in the base unit of its kind."""

    kind: str
    low: float
    high: float


@lru_cache(maxsize=8192)
def quantity(text: str) -> Quantity | None:
    """The first quantity that a text names with its unit, or as a round number of things; None for none."""
    pieces = _pieces(text)
    if pieces[:1] in (["free"], ["gratis"]):
        return Quantity("money", 0.0, 0.0)
    for at in range(len(pieces)):
        found = _read(pieces, at)
        if found:
            return found
    return None


def unit_of(word: str) -> tuple[str, float] | None:
    """The kind and the size of a folded word that is a unit, "years" or "gb"; None for any other word."""
    return _UNIT.get(word) or _UNIT.get(singular(word))


def counts_in(text: str, unit: tuple[str, float]) -> bool:
    """Whether a text counts something in a unit: "about 15 years"."""
    pieces = _pieces(text)
    for at, piece in enumerate(pieces):
        if unit_of(piece) == unit and any(each[0].isdigit() or each in _COUNTS for each in pieces[max(0, at - 3) : at]):
            return True
    return False


def speaks_in(text: str, unit: tuple[str, float]) -> bool:
    """Whether a text names a unit, with a number or without: "megabytes each"."""
    return any(unit_of(piece) == unit for piece in _pieces(text))


def numbers(text: str) -> bool:
    """Whether a text has a number, in digits or in words."""
    return any(piece[0].isdigit() or (piece in _COUNTS and piece not in _NO_NUMBER) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    return [fold(piece).replace(" ", "") for piece in _PIECE.findall(text)]


def _read(pieces: list[str], at: int) -> Quantity | None:
    limit = pieces[max(0, at - 3) : at]
    money = pieces[at] in "$€£"
    begin = at + 1 if money else at
    low = high = 0.0
    counted = False
    last = ""
    place = begin
    while place < len(pieces) and place < begin + 8:
        piece = pieces[place]
        if piece[0].isdigit():
            value = _number(piece)
            low, high = (min(low, value), value) if counted else (value, value)
            counted = True
        elif piece in _SCALES and counted and not (piece == "m" and not money):
            low, high = low * _SCALES[piece], high * _SCALES[piece]
        elif piece in _COUNTS and counted and piece in _ROUND:
            low, high = low * _ROUND[piece], high * _ROUND[piece]
        elif piece in _COUNTS and (not counted or last in _ARTICLES):
            low, high = _COUNTS[piece]
            counted = True
        elif piece in _ARTICLES:
            pass
        elif not money and (singular(piece) in _UNIT or piece in _UNIT):
            kind, size = _UNIT.get(piece) or _UNIT[singular(piece)]
            if not counted:
                if piece == singular(piece) or len(piece) <= 2:
                    return None
                low, high = 1, _UP_TO.get(size, _MANY) if kind == "time" else _MANY
            return _bounded(kind, low * size, high * size, limit)
        elif not (piece in _LINKS and place > begin):
            break
        last = piece
        place += 1
    if money and counted:
        return _bounded("money", low, high, limit)
    round_ = counted and any(piece in _SCALES or piece in _ROUND for piece in pieces[begin:place])
    return _bounded("number", low, high, limit) if round_ else None


def _bounded(kind: str, low: float, high: float, before: list[str]) -> Quantity:
    if set(before) & _BELOW:
        low = 0.0
    elif set(before) & _ABOVE:
        high = float("inf")
    return Quantity(kind, low, high)


def _number(text: str) -> float:
    """A number as written; a comma before three digits divides thousands."""
    plain = re.sub(r"[,.](?=\d{3}(?:\D|$))", "", text) if text.count(",") + text.count(".") else text
    return float(re.sub(r"[,.](?=.*[,.])", "", plain).replace(",", "."))
