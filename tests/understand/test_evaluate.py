"""The figures of an evaluation, checked by hand on a few questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.evaluate import Outcome, Prediction, Report, Share, auroc, report, run


def figures() -> Report:
    """Four questions in scope (two right, one wrong, one declined), two out of scope (one declined)."""
    return report(
        [
            Outcome("a", "x", Prediction("x", 0.9, ("x", "y"))),
            Outcome("b", "x", Prediction("x", 0.8, ("x", "y"))),
            Outcome("c", "y", Prediction("x", 0.7, ("x", "y"))),
            Outcome("d", "y", Prediction(None, 0.4, ("y", "x"))),
            Outcome("e", None, Prediction(None, 0.1, ("x",))),
            Outcome("f", None, Prediction("x", 0.75, ("x",))),
        ]
    )


def test_declining_in_scope_is_no_right_answer() -> None:
    """Right, wrong and declined add up to all that was in scope."""
    got = figures()

    assert (Share(2, 4), Share(1, 4), Share(1, 4)) == (got.right, got.wrong, got.declined)
    assert (Share(3, 4), Share(4, 4)) == (got.best_right, got.top_three)
    assert (Share(1, 2), Share(1, 2)) == (got.out_declined, got.out_answered)


def test_confused_pairs_and_ranks_are_named() -> None:
    """Six of eight pairs of a question in scope and one out of scope are in the right order."""
    got = figures()

    assert got.confused == (("y", "x", 1),)
    assert got.auroc == 75.0


def test_a_threshold_trades_coverage_for_precision() -> None:
    """At 0.8 two are answered, both right, and both foreign questions are declined."""
    got = next(row for row in figures().thresholds if row.threshold == 0.8)

    assert (Share(2, 2), Share(2, 4), Share(2, 4), Share(2, 2)) == (
        got.precision,
        got.coverage,
        got.right,
        got.declined,
    )


def test_bins_hold_questions_of_like_confidence() -> None:
    """An answer to a question out of scope is never right."""
    assert [(row.low, row.right.count, row.right.of) for row in figures().reliability] == [
        (0.1, 0, 1),
        (0.4, 1, 1),
        (0.7, 0, 2),
        (0.8, 1, 1),
        (0.9, 1, 1),
    ]


def test_questions_are_asked_in_order() -> None:
    """Each outcome keeps its question and what was expected."""
    outcomes = run([("a", "x"), ("b", None)], lambda text: Prediction(text, 1.0))

    assert [(one.text, one.expected, one.got.label) for one in outcomes] == [("a", "x", "a"), ("b", None, "b")]


def test_nothing_asked_gives_empty_figures() -> None:
    """No division by nothing."""
    got = report([])

    assert (got.right.percent, got.auroc, got.reliability) == (0.0, None, ())


@given(st.lists(st.integers(0, 5), min_size=1), st.lists(st.integers(0, 5), min_size=1))
def test_auroc_is_the_share_of_pairs_in_order(higher: list[int], lower: list[int]) -> None:
    """The slow and obvious way: every pair, a tie being half."""
    pairs = [(above > below) + (above == below) / 2 for above in higher for below in lower]

    assert auroc([*map(float, higher)], [*map(float, lower)]) == pytest.approx(100 * sum(pairs) / len(pairs), abs=0.01)
