"""Terms a line each, pictures under their own heading or among advice, short names of rows and columns."""

from __future__ import annotations

from pathlib import Path

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Camping

| Topic | Tent hut | Hut |
| --- | --- | --- |
| Rain protection | Leaks after a day | Dry |
| Mood | Free | Cosy |

## Hut: upsides

- Warmth
- Good sleep

## Hut: downsides

- Noise

## Terms

**Peg** is a nail for tents.
**Guy line** is a rope that ends at a peg.

## When to use which

- Use the hut when it snows.

The tent hut is like living in a bag: everything is near. The hut is like visiting an aunt: warm, with rules.
"""
PICTURED = """# Breakfast

| Topic | Porridge | Toast |
| --- | --- | --- |
| Time | 10 minutes | 2 minutes |

## An analogy

Think of a garage. Porridge is the tractor: slow, and it pulls all day. Toast is the moped: there at once.
"""


def test_each_line_that_defines_is_a_term_of_its_own() -> None:
    knowledge, problems = compiled(PAGE, built_in=KINDS)

    points = {fact.subjects[0]: fact.prose.plain for fact in knowledge.facts if fact.kind == "point"}
    assert not problems
    assert points["peg"] == "Peg is a nail for tents."
    assert points["guy-line"] == "Guy line is a rope that ends at a peg."
    lines = {fact.subjects[0]: fact.source.first_line for fact in knowledge.facts if fact.kind == "point"}
    assert lines["guy-line"] == lines["peg"] + 1


def test_what_is_likened_among_advice_is_a_picture() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    assert [fact.subjects for fact in knowledge.facts if fact.kind == "analogy"] == [("tent-hut",), ("hut",)]
    assert [fact.prose.plain for fact in knowledge.facts if fact.kind == "advice"] == ["Use the hut when it snows."]


def test_a_heading_may_announce_pictures() -> None:
    knowledge, _ = compiled(PICTURED, built_in=KINDS)

    told = {fact.subjects: fact.prose.plain for fact in knowledge.facts if fact.kind == "analogy"}
    assert told["porridge",].startswith("Porridge is the tractor")
    assert told["toast",].startswith("Toast is the moped")
    reply = Docent(knowledge).ask("explain it like I'm five")
    assert "tractor" in str(reply.answer)


def test_a_row_goes_by_its_first_word_and_a_column_by_what_sets_it_apart() -> None:
    docent = Docent(compiled(PAGE, built_in=KINDS)[0])

    assert "Dry" in docent.ask("how is the rain in a hut?").answer.lead.plain
    assert "Leaks after a day" in docent.ask("rain protection of the tent?").answer.lead.plain


def test_an_adjective_is_told_by_its_noun() -> None:
    docent = Docent(compiled(PAGE, built_in=KINDS)[0])

    assert docent.ask("is the hut noisy?").answer.lead.plain.startswith("Yes.")
