"""What stands in a document word for word, the reason that a trait gives, and whether a thing is any good."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Choirs

| Topic | Church choir | Rock choir |
| --- | --- | --- |
| Sound volume | Fine | Loudest |
| Rehearsals | Announced up front, one for each mass | Late in the evening |
| Instruments | Organ, no moving parts | Drums |
| Fees | Low | Nobody knows the final fee |
| Size of the group | Small | Smallest, four singers |

## Church choir

**Advantages**

- Very calm, since candles are the only light.

**Disadvantages**

- **Cold**: churches are not heated.

## Rock choir

**Advantages**

- **Fun**: people dance.

**Disadvantages**

- **Hoarse**: voices break.

## Terms

- **Cantor**: the person who decides what is sung next.
- **Set list**: the ordered list of everything that the audience will hear.

The rock choir is like riding a calm horse at night: you hold on.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who decides what gets sung?", "the person who decides what is sung next"),
        ("what will the audience hear", "the audience will hear"),
        ("when are rehearsals in the church choir?", "Announced up front"),
    ],
)
def test_every_word_of_a_question_in_one_statement(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    "question", ["who decides what gets painted?", "how do I hear the audience?", "which make of rock choir is best"]
)
def test_one_word_too_many_is_not_answered(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("does the church choir have moving parts", "No."),
        ("is the final fee known in a rock choir?", "No."),
    ],
)
def test_common_words_side_by_side_tell(docent: Docent, question: str, first: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(first)


def test_why_is_told_by_the_trait_that_gives_a_reason_and_by_no_picture(docent: Docent) -> None:
    lead = docent.ask("why is the church choir so calm?").answer.lead.plain

    assert "since candles" in lead
    assert "horse" not in docent.ask("why is the rock choir calm?").answer.lead.plain


def test_superlatives_are_grades(docent: Docent) -> None:
    assert docent.ask("which has the smallest group?").answer.lead.plain.startswith("Rock choir")


@pytest.mark.parametrize("question", ["is the rock choir any good?", "is the rock choir good"])
def test_whether_it_is_any_good_is_told_from_both_sides(docent: Docent, question: str) -> None:
    lead = docent.ask(question).answer.lead.plain

    assert "fun" in lead
    assert "hoarse" in lead


@pytest.mark.parametrize("question", ["is the rock choir better?", "is it better to join a rock choir"])
def test_whether_it_is_better_asks_what_to_choose(docent: Docent, question: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is None or meaning.intent in ("recommend", "pros_cons", "compare")
