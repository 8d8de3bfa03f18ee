"""How sure a match is: the evidence for the best label against what the question says beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p


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
    said: float = 0.0
    """How much is said in all."""


PARTS: tuple[str, ...] = ("score", "score squared", "margin", "unknown", "covered", "nearest", "said", "both")
"""Names of what ``parts`` gives."""

# Fitted by bench/calibrate.py.
_BASE = -2.2
_WEIGHTS = (1.5, 0.0, 1.0, -0.8, 2.5, 2.5, 0.0, 0.0)


def parts(signals: Signals) -> list[float]:
    """The evidence as numbers of like size, in the order of ``PARTS``."""
    return [
        signals.score,
        signals.score * signals.score,
        signals.margin,
        log1p(signals.unknown),
        signals.covered,
        signals.nearest,
        log1p(signals.said),
        signals.score * signals.covered,
    ]


def confidence(signals: Signals) -> float:
    """The probability, 0 to 1, that the best label is what the question means."""
    total = _BASE + sum(weight * part for weight, part in zip(_WEIGHTS, parts(signals), strict=True))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 4)
