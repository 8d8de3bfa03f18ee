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
    akin: float = 0.0
    """How far the question points where the examples of the best label point together, in whatever words."""
    said: float = 0.0
    """How much is said in all."""


PARTS: tuple[str, ...] = ("score", "covered", "nearest", "akin", "said")
"""Names of what ``parts`` gives: more of any is more confidence."""

# Fitted by tests/bench/calibrate.py, which says on what, and how often a question is taken to be in scope.
_BASE = -3.09
_WEIGHTS = (2.88, 2.27, 2.15, 2.93, 0.29)
_ENOUGH = 0.2
_TALKATIVE = 4.0
"""So much is said that more makes a match no surer."""


def parts(signals: Signals) -> tuple[float, ...]:
    """The evidence as numbers, in the order of ``PARTS``."""
    return (signals.score, signals.covered, signals.nearest, signals.akin, min(signals.said, _TALKATIVE))


def confidence(signals: Signals) -> float:
    """The probability, 0 to 1, that the best label is what the question means.

    Where next to nothing of what is said is known, it falls to 0: with few labels a question may look like one of
    them merely because it looks less like the others.
    """
    grounds = min(1.0, signals.covered / _ENOUGH)
    total = _BASE + sum(weight * part for weight, part in zip(_WEIGHTS, parts(signals), strict=True))
    return round(grounds / (1 + exp(-max(-30.0, min(30.0, total)))), 4)
