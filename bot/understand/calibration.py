"""From the score of a reading to how often such a reading is right."""

from __future__ import annotations

from bisect import bisect_right

KNOTS = (
    (0.0, 0.0),
    (0.1, 0.1),
    (0.4, 0.24),
    (0.55, 0.42),
    (0.66, 0.5),
    (0.8, 0.58),
    (0.9, 0.76),
    (0.93, 0.92),
    (0.96, 0.98),
    (1.0, 0.99),
)
"""(score, share that is right), rising: pooled adjacent violators over the labelled questions of ``tests/questions``
(develop and wild), smoothed by hand to be strictly rising. ``make bench`` prints the table that they were fitted on."""


def calibrated(score: float) -> float:
    """The confidence of a score, 0 to 1: linear between the knots, so that a better score is never less sure."""
    place = min(bisect_right(KNOTS, (score, 2.0)), len(KNOTS) - 1)
    (low, left), (high, right) = KNOTS[place - 1], KNOTS[place]
    share = min(max((score - low) / (high - low), 0.0), 1.0)
    return round(left + share * (right - left), 4)
