"""What is good when, tables on their side under a title that names their rows, and running text that begins with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Umbrella and raincoat

## Umbrella

An umbrella keeps the head dry.

- Hands: one is busy
- Weight: light
- Dries in the hallway

**Good when**

- the walk is short
- two people share it

**Not so good when**

- a storm blows
- both hands are needed

## Raincoat

A raincoat keeps all of you dry.

- Hands: both are free
- Weight: heavy
- Dries on a hook

**Good when**

- you ride a bicycle

## Differences

- Pockets: umbrellas have none, raincoats have four.
- Owner: one person in a raincoat, two people under an umbrella.

In short, an umbrella is a roof, a raincoat is a second skin.
"""
SIDEWAYS = """# Letter, telegram or email?

Letters are for love and for lawyers. They are slow, but nobody forgets them. A telegram is for births.

| Way | Arrives within | Costs |
| --- | --- | --- |
| Letter | three days | a stamp |
| Telegram | an hour | a coin for each word |
| Email | a second | nothing |
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def test_good_when_and_not_so_good_when_are_advice() -> None:
    knowledge, problems = compiled(PAGE, built_in=KINDS)

    advice = [(fact.subjects, fact.prose.plain) for fact in knowledge.facts if fact.kind == "advice"]
    assert not problems
    assert (("umbrella",), "Good when the walk is short") in advice
    assert (("umbrella",), "Not so good when a storm blows") in advice
    assert (("raincoat",), "Good when you ride a bicycle") in advice


def test_what_stands_between_commas_is_said_of_each() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    cells = {(fact.subjects[0], fact.label): fact.prose.plain for fact in knowledge.facts if fact.kind == "cell"}
    assert cells["umbrella", "Pockets"] == "umbrellas have none"
    assert cells["raincoat", "Pockets"] == "raincoats have four."
    assert cells["raincoat", "Owner"] == "one person in a raincoat"


def test_one_sentence_may_picture_both() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    assert [fact.subjects for fact in knowledge.facts if fact.kind == "analogy"] == [("umbrella",), ("raincoat",)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when should I not use an umbrella?", "Not so good when a storm blows"),
        ("when not to use the umbrella", "both hands are needed"),
        ("should I take the umbrella when a storm blows?", "Not so good when a storm blows"),
        ("what should I take when I ride a bicycle?", "Raincoat, by this overview"),
        ("what is an umbrella?", "keeps the head dry"),
    ],
)
def test_when_to_take_what(docent: Docent, question: str, told: str) -> None:
    assert (
        told in str(docent.ask(question).answer) if "hands" in told else told in docent.ask(question).answer.lead.plain
    )


def test_rows_that_the_title_names_are_what_is_compared() -> None:
    knowledge, problems = compiled(SIDEWAYS, built_in=KINDS)

    assert not problems
    assert {subject.id for subject in knowledge.subjects} == {"letter", "telegram", "email"}
    assert "a coin for each word" in Docent(knowledge).ask("what does a telegram cost?").answer.lead.plain


def test_running_text_that_begins_with_a_name_is_told_of_it() -> None:
    docent = Docent(compiled(SIDEWAYS, built_in=KINDS)[0])

    assert "for love and for lawyers" in docent.ask("what is a letter for?").answer.lead.plain
    assert docent.ask("are letters slow?").answer.lead.plain.startswith("Yes.")
    assert "births" in docent.ask("what is a telegram for?").answer.lead.plain
