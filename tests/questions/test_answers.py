"""What the labelled questions get: the shares below are floors, a little under what was reached when they were set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from bot.docent import Docent
from tests.questions.judging import HERE, Judged, of_one_file, questions, shipped, threads


@pytest.fixture(scope="module")
def docent() -> Docent:
    return shipped()


def shares(judged: Iterable[Judged]) -> tuple[float, float]:
    """Share of answerable questions that are answered right, and of foreign ones that are not answered."""
    counts = Counter((j.question["intent"] is not None, j.outcome, j.reply.status == "answered") for j in judged)
    inside = sum(n for (known, _, _), n in counts.items() if known)
    outside = sum(n for (known, _, _), n in counts.items() if not known)
    right = sum(n for (known, outcome, _), n in counts.items() if known and outcome == "right")
    kept = sum(n for (known, _, answered), n in counts.items() if not known and not answered)
    return right / inside, kept / outside


@pytest.mark.parametrize(
    ("file", "answered", "silent"),
    [("develop", 0.87, 0.95), ("blind", 0.73, 0.92), ("wild", 0.68, 0.93), ("third", 0.8, 0.92), ("fourth", 0.8, 0.9)],
)
def test_answers_what_the_overview_covers_and_is_silent_on_the_rest(
    docent: Docent, file: str, answered: float, silent: float
) -> None:
    right, kept = shares(questions(docent, HERE / f"{file}.jsonl"))

    assert right >= answered
    assert kept >= silent


@pytest.mark.parametrize(
    ("part", "answered", "silent"), [("develop", 0.85, 0.9), ("blind", 0.85, 0.7), ("third", 0.85, 0.9)]
)
def test_follows_a_conversation(docent: Docent, part: str, answered: float, silent: float) -> None:
    right, kept = shares(threads(docent, HERE / "threads.jsonl", part))

    assert right >= answered
    assert kept >= silent


@pytest.mark.parametrize(("field", "answered"), [("databases", 0.8), ("travel", 0.8), ("monolith", 0.8), ("cars", 0.7)])
def test_an_overview_of_another_field_needs_no_aliases(field: str, answered: float) -> None:
    docent = of_one_file(HERE / "other_fields" / f"{field}.md")

    right, kept = shares(questions(docent, HERE / "other_fields" / f"{field}.jsonl"))

    assert right >= answered
    assert kept >= 0.75
