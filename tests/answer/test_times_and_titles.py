"""Rows of times, rows that are sentences, and words of the title: what they answer, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Renting rooms upstate

_Owner: the travel desk. Ask there before you promise anybody a room._

| | Guest house | Lease |
|---|---|---|
| Time until the first night | a day or two | three to six weeks |
| What it costs us | a bill per night | a rent and a deposit |
| Who cleans | the landlady | ourselves |

## Guest house

**Pros**

- No furniture of our own is needed.

**Cons**

- Breakfast ends at eight.

## Lease

**Pros**

- We may paint the walls.

**Cons**

- Someone has to mow the lawn.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "how long until a lease can start",
        "how soon does a lease start?",
        "how long does it take until a lease is running",
        "how quickly can a lease begin",
    ],
)
def test_how_long_it_takes_is_told_by_the_one_row_of_times(docent: Docent, question: str) -> None:
    assert "three to six weeks" in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    "question", ["what does a lease cost", "the price of a lease", "is a lease expensive", "how much is a lease"]
)
def test_a_row_that_is_a_sentence_is_about_its_measure(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.aspects == ("what-it-costs-us",)


def test_a_word_of_the_title_says_nothing_more(docent: Docent) -> None:
    reply = docent.ask("good things about a lease upstate")

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.subjects) == ("advantages", ("lease",))


@pytest.mark.parametrize(
    "question",
    [
        "is it nice upstate",
        "how long does a lease last",
        "how long does a lease stay valid",
        "how fast is the train upstate",
        "who owns the upstate area",
    ],
)
def test_a_word_of_the_title_answers_nothing(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"
