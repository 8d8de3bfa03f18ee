"""Questions that authors keep beside their content: what `docent check` says of the answers that they get."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from bot.expectations import HINT, unmet
from tests.content.helpers import compiled

PAGE = """# Vehicles

| Aspect | Trams | Buses |
|---|---|---|
| Speed | Trams are quick. | Buses are slow. |
| Cost | Trams are dear to build. | Buses are cheap to buy. |
"""
FAQ = "faq:\n  tickets:\n    utterances: |\n      where do i buy a ticket\n    answer: In the *app*.\n"


def told(question: str, fields: str) -> list[str]:
    """What is said of one question with what is expected of it."""
    knowledge, problems = compiled(PAGE, f"{FAQ}questions:\n  {question}:\n{fields}")
    assert problems == ()
    return [str(problem) for problem in unmet(Docent(knowledge))]


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("trams vs buses", "    intent: compare\n    subjects: |\n      Buses\n      tram\n    says: DEAR  to build\n"),
        ("speed of trams", "    aspects: Speed\n    says: quick\n"),
        ("where do i buy a ticket", "    entry: tickets\n    says: app\n"),
        ("how do i repair the brakes of a tram", "    declined: yes\n"),
        ("trams vs buses on speed", "    declined: no\n"),
    ],
)
def test_what_is_met_is_no_problem(question: str, fields: str) -> None:
    assert told(question, fields) == []


@pytest.mark.parametrize(
    ("question", "fields", "fault"),
    [
        ("trams vs buses", "    intent: define\n", "is answered as compare, not as define"),
        ("trams vs buses", "    declined: yes\n", "is answered, as compare, and has to be declined"),
        ("trams vs buses", "    entry: tickets\n", 'is answered as compare, not by the entry "tickets"'),
        ("trams vs buses", "    subjects: ships\n", 'expects the subject "ships", which the content does not have'),
        ("speed of trams", "    subjects: Buses\n", 'is answered on trams, not on "Buses"'),
        ("speed of trams", "    aspects: Cost\n", 'is answered on speed, not on "Cost"'),
        ("speed of trams", "    says: dear\n", 'has an answer that does not say "dear"'),
        ("how do i repair the brakes of a tram", "    says: app\n", "is declined"),
    ],
)
def test_what_is_not_met_is_told_at_the_line_of_the_question(question: str, fields: str, fault: str) -> None:
    line = FAQ.count("\n") + 2

    assert told(question, fields) == [f'page.yaml:{line}: "{question}" {fault} ({HINT})']
