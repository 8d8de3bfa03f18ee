"""Measuring answers against what was expected: figures, not opinions.

A question is right, wrong or declined. In scope, declining is an error like a wrong answer; out of scope, declining is
the only right answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was made of one question."""

    label: str | None
    """The answer that was given; None where the question was declined."""
    confidence: float
    top: tuple[str, ...] = ()
    """The labels considered, best first, whether or not the question was declined."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question with what was expected (None: must be declined) and what came."""

    text: str
    expected: str | None
    got: Prediction

    @property
    def best(self) -> str | None:
        """What the answer is, or would have been without a threshold."""
        return self.got.top[0] if self.got.top else self.got.label


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        """As percent; 0 of nothing is 0."""
        return round(100 * self.count / self.of, 2) if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like confidence: where it is calibrated, ``right`` is as high as ``confidence``."""

    low: float
    high: float
    confidence: float
    right: Share


@dataclass(frozen=True, slots=True)
class Threshold:
    """What one threshold would give."""

    threshold: float
    precision: Share
    """Right, of all that were answered."""
    coverage: Share
    """Answered, of those in scope."""
    right: Share
    """Right, of those in scope."""
    declined: Share
    """Declined, of those out of scope."""


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one evaluation."""

    right: Share
    wrong: Share
    declined: Share
    """The three of questions in scope."""
    best_right: Share
    """In scope, right if nothing were declined."""
    top_three: Share
    """In scope, the right label among the first three."""
    out_declined: Share
    out_answered: Share
    auroc: float | None
    """How well confidence tells questions in scope from the others, in percent; None where one kind is missing."""
    reliability: tuple[Bin, ...]
    confused: tuple[tuple[str, str, int], ...]
    """Expected, answered, how often; the commonest first."""
    thresholds: tuple[Threshold, ...]


def run(questions: Iterable[tuple[str, str | None]], predict: Callable[[str], Prediction]) -> tuple[Outcome, ...]:
    """Ask all questions, in order."""
    return tuple(Outcome(text, expected, predict(text)) for text, expected in questions)


def report(outcomes: Iterable[Outcome], most_confused: int = 20) -> Report:
    """The figures of outcomes, in whatever order they come."""
    every = list(outcomes)
    inside = [outcome for outcome in every if outcome.expected is not None]
    outside = [outcome for outcome in every if outcome.expected is None]
    given = [outcome for outcome in inside if outcome.got.label is not None]
    right = sum(outcome.got.label == outcome.expected for outcome in given)
    refused = sum(outcome.got.label is None for outcome in outside)
    confused = Counter(
        (outcome.expected, outcome.got.label)
        for outcome in given
        if outcome.expected and outcome.got.label and outcome.got.label != outcome.expected
    )
    pairs = sorted(confused.items(), key=lambda pair: (-pair[1], pair[0]))[:most_confused]
    return Report(
        right=Share(right, len(inside)),
        wrong=Share(len(given) - right, len(inside)),
        declined=Share(len(inside) - len(given), len(inside)),
        best_right=Share(sum(outcome.best == outcome.expected for outcome in inside), len(inside)),
        top_three=Share(sum(outcome.expected in _first_three(outcome) for outcome in inside), len(inside)),
        out_declined=Share(refused, len(outside)),
        out_answered=Share(len(outside) - refused, len(outside)),
        auroc=auroc([one.got.confidence for one in inside], [one.got.confidence for one in outside]),
        reliability=_reliability(every),
        confused=tuple((expected, answered, times) for (expected, answered), times in pairs),
        thresholds=tuple(_at(step / 20, inside, outside) for step in range(1, 20)),
    )


def auroc(higher: list[float], lower: list[float]) -> float | None:
    """How often, in percent, one of the first is above one of the second, a tie being half; None if one is empty."""
    if not higher or not lower:
        return None
    marked = sorted([(value, 1) for value in higher] + [(value, 0) for value in lower])
    above = 0.0
    below = 0
    for _, tied in groupby(marked, key=lambda pair: pair[0]):
        kinds = [kind for _, kind in tied]
        ups = sum(kinds)
        above += ups * (below + (len(kinds) - ups) / 2)
        below += len(kinds) - ups
    return round(100 * above / (len(higher) * len(lower)), 2)


def _first_three(outcome: Outcome) -> tuple[str, ...]:
    return outcome.got.top[:3] or ((outcome.got.label,) if outcome.got.label else ())


def _is_right(outcome: Outcome) -> bool:
    return outcome.expected is not None and outcome.best == outcome.expected


def _reliability(outcomes: list[Outcome]) -> tuple[Bin, ...]:
    bins = []
    for step in range(10):
        held = [one for one in outcomes if min(int(one.got.confidence * 10), 9) == step]
        if held:
            mean = sum(one.got.confidence for one in held) / len(held)
            right = Share(sum(map(_is_right, held)), len(held))
            bins.append(Bin(step / 10, (step + 1) / 10, round(mean, 4), right))
    return tuple(bins)


def _at(threshold: float, inside: list[Outcome], outside: list[Outcome]) -> Threshold:
    answered = [one for one in inside if one.best is not None and one.got.confidence >= threshold]
    strange = [one for one in outside if one.best is not None and one.got.confidence >= threshold]
    right = sum(map(_is_right, answered))
    return Threshold(
        threshold,
        precision=Share(right, len(answered) + len(strange)),
        coverage=Share(len(answered), len(inside)),
        right=Share(right, len(inside)),
        declined=Share(len(outside) - len(strange), len(outside)),
    )
