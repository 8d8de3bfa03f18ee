"""Whose part stands in brackets, names used by themselves, what advice says to take, and headings that ask why."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PLAYERS = """# Vinyl or Tape Deck?

Status: agreed among the collectors.

## Words you need

**Needle** - A needle is the part that follows the groove.

**Reel (Deck)** - A reel is what the tape is wound on. The engineers of Deck call it a spool.

In short: the needle is what touches, the reel is what turns.

## At a glance

| Aspect | Vinyl | Tape Deck |
| --- | --- | --- |
| Documentation | Printed on the sleeve. | None, write your own labels. |
| Learning effort | Low, put it on and listen. | Medium, two evenings for most. |
| Cleaning | Brush each side. | A drop of alcohol. |

## Why is Vinyl so loved?

Vinyl has room for a cover that people frame. Its crackle is a part of the charm. Deck, by contrast, hisses.

## Needle and reel side by side

A needle wears out after some years; a reel lasts for decades.

## Our recommendation

- Few reels, a steady hand: take **Vinyl**.
- Long journeys: take **Tape Deck**.
- If in doubt, start with Deck; the songs can be copied to Vinyl later.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PLAYERS, built_in=KINDS)[0])


def told(docent: Docent, kind: str) -> list[tuple[tuple[str, ...], str]]:
    facts = docent.understander.catalogue.knowledge.facts
    return [(fact.subjects, fact.prose.plain) for fact in facts if fact.kind == kind]


def test_whose_part_stands_in_brackets_is_no_name_of_the_part(docent: Docent) -> None:
    named = {
        each.id: {alias.text for alias in each.aliases} for each in docent.understander.catalogue.knowledge.subjects
    }
    assert "Deck" not in named["reel"]


def test_a_proper_name_goes_by_its_last_word_where_the_text_does(docent: Docent) -> None:
    reply = docent.ask("how is the documentation of Deck?")
    assert reply.meaning is not None
    assert reply.meaning.subjects == ("tape-deck",)


def test_what_sums_up_is_no_term(docent: Docent) -> None:
    assert "in-short" not in {each.id for each in docent.understander.catalogue.knowledge.subjects}


def test_advice_is_of_what_it_says_to_take(docent: Docent) -> None:
    assert [subjects for subjects, _ in told(docent, "advice")] == [("vinyl",), ("tape-deck",), ("tape-deck",)]


def test_a_heading_that_asks_why_and_one_that_names_two_things_are_no_rows(docent: Docent) -> None:
    rows = {each.name for each in docent.understander.catalogue.knowledge.aspects}
    assert rows == {"Documentation", "Learning effort", "Cleaning"}
    assert (
        "wears out after some years"
        in docent.ask("what is the difference between a needle and a reel?").answer.lead.plain
    )
    assert docent.ask("why is vinyl so loved?").answer.lead.plain.startswith("Vinyl has room")


@pytest.mark.parametrize(
    ("asked", "meaning"),
    [
        ("where do the docs of vinyl come from?", "documentation"),
        ("how long does it take to get into tape decks?", "learning-effort"),
        ("which is easier to learn, vinyl or tape deck?", "learning-effort"),
        ("how do you do the cleaning with vinyl?", "cleaning"),
    ],
)
def test_a_row_is_found_by_its_name_in_short_and_by_what_one_does(docent: Docent, asked: str, meaning: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.aspects == (meaning,)


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("Vinyl or Tape Deck?", "recommend"),
        ("we go on long journeys with our band. Vinyl or Tape Deck?", "recommend"),
        ("so what exactly is a reel, a film or what?", "define"),
    ],
)
def test_a_choice_is_no_question_for_the_introduction(docent: Docent, asked: str, intent: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.intent == intent
