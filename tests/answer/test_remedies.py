"""What a thing does to a problem or to a good, and what it needs only "unless": another field, its own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Getting to work

| Aspect | Bicycle | Tram |
| --- | --- | --- |
| Speed | The bicycle is slow on hills. | The tram is fast: it has its own track. |
| Security | A bicycle is less secure: it is stolen every so often. | The tram is secure. |
| Price | A bicycle is cheap to run. | A tram is expensive to run: it eats power. |
| Use case | Ideal for short ways. | Suitable for long ways. |

## Disadvantages of the Tram

- **Crowds**: many riders are hard to handle unless there is a proper timetable such as Clockwork.
- **Limited stops**: it stops at few places.

## Disadvantages of the Bicycle

- **Rain**: riders get wet.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("does the tram solve the speed problem?", "Yes."),
        ("does a bicycle solve the speed problem?", "No."),
        ("do trams avoid slow speed?", "Yes."),
        ("does the tram have security issues", "No."),
        ("does the bicycle have security issues", "Yes."),
        ("does the tram fix the security issues of the bicycle?", "Yes."),
        ("does a tram help with security?", "Yes."),
        ("does the bicycle improve security", "No."),
        ("does the bicycle hurt security", "Yes."),
        ("does a bicycle reduce the price?", "Yes."),
        ("does a tram increase speed?", "Yes."),
        ("Does a tram reduce speed?", "No."),
    ],
)
def test_what_a_thing_does_to_a_problem_is_the_end_at_which_it_stands(
    docent: Docent, question: str, first: str
) -> None:
    reply = docent.ask(question)

    assert reply.answer.lead.plain.startswith(first), reply.answer.lead.plain


def test_which_of_them_does_it(docent: Docent) -> None:
    assert docent.ask("which one improves security?").answer.lead.plain.startswith("Tram")
    assert docent.ask("which one reduces the price?").answer.lead.plain.startswith("Bicycle")


def test_what_somebody_wants_done_is_not_what_a_thing_does(docent: Docent) -> None:
    assert docent.ask("how do I fix the security of my bicycle").status != "answered"


@pytest.mark.parametrize("question", ["is clockwork needed for trams?", "does a tram require clockwork"])
def test_unless_there_is_one_is_neither_yes_nor_no(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert not reply.answer.lead.plain.startswith(("Yes.", "No.")), reply.answer.lead.plain


def test_a_limit_of_one_thing_is_none_of_another(docent: Docent) -> None:
    reply = docent.ask("can I limit the price of a tram?")

    assert "Limited stops" not in reply.answer.lead.plain


@pytest.mark.parametrize("question", ["in which way is a bicycle secure?", "in what way does a tram cost more"])
def test_in_which_way_asks_how(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.intent in ("aspect", "why"), reply.meaning
