"""How sure a match is: the evidence for the best label against what the question says beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against the best label; every part is free of the size of the content."""

    score: float = -1.0
    """The linear model's score of the best label: about 1 where it is like its examples, -1 where unlike."""
    margin: float = 0.0
    """How far the second label is behind."""
    unknown: float = 0.0
    """How much is said in words that no example has: the rarer the word, the more."""
    covered: float = 0.0
    """The share of what is said, by weight of the words, that examples of the best label say too."""
    nearest: float = 0.0
    """Likeness of the nearest single example of the best label, in words and their order."""
    length: float = 0.0
    """How much is said in all."""


# Fitted by bench/calibrate.py on labelled questions.
_BASE = -2.2
_PARTS = (("score", 1.5), ("margin", 1.0), ("unknown", -0.8), ("covered", 2.5), ("nearest", 2.5))


def confidence(signals: Signals) -> float:
    """The probability, 0 to 1, that the best label is what the question means."""
    total = _BASE + sum(weight * float(getattr(signals, name)) for name, weight in _PARTS)
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 4)
