"""What speaks for and against, in columns, behind typed signs and in headings that name both; and asides of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled, facts

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

STOVES = """# Tile stove or iron stove?

## In brief

Tile stoves hold warmth for a night, iron stoves glow at once.

## Terms

**Tile stove** \u2013 a stove of bricks under glazed tiles. It weighs a ton.

**Iron stove** \u2013 a stove of cast iron. It is never left alone while it burns.

## Side by side

| | Tile | Iron |
|---|---|---|
| Time to warm up | Three hours | Ten minutes |
| Wood a day | One basket | Two baskets |

## What speaks for it, what speaks against it

| Stove | For | Against |
|---|---|---|
| Tile | Warm until the morning | Nobody can move it |
| Tile | The bench in front of it is warm, too | Slow in the morning |
| Iron | Quick | Cold an hour after the fire |

## Watch out: chimney fire

*Chimney fire* means that soot in the chimney burns. Call for help and shut the flap.

## Rules of thumb

1. A house that is lived in all day: **tile**.
2. A cabin for weekends: **iron**.
"""

BOATS = """# Rowing boat or sail?

| | Rowing boat | Sailing boat |
|---|---|---|
| Pace | Slow | Fast |

## Good sides and bad sides

### The rowing boat

+ Goes without any wind.
+ Fits on a cart.

\u2212 Makes your arms ache, since every
  yard is pulled.
\u2212 Is wet inside.

### The sailing boat

+ Goes far.

\u2013 Waits for wind.
"""


@pytest.fixture(scope="module")
def stoves() -> Docent:
    return Docent(compiled(STOVES, built_in=KINDS)[0])


def test_columns_for_and_against_are_sides_of_whom_each_row_names() -> None:
    told = facts(STOVES, "advantage", "disadvantage")
    assert ("advantage", ("tile",), "", "Warm until the morning") in told
    assert ("disadvantage", ("tile",), "", "Nobody can move it") in told
    assert ("disadvantage", ("iron",), "", "Cold an hour after the fire") in told


def test_a_typed_minus_beside_plus_signs_marks_what_is_bad() -> None:
    told = facts(BOATS)
    assert ("advantage", ("rowing-boat",), "", "Fits on a cart.") in told
    assert ("disadvantage", ("rowing-boat",), "", "Is wet inside.") in told
    assert ("disadvantage", ("sailing-boat",), "", "Waits for wind.") in told
    assert any(kind == "disadvantage" and "every yard" in text for kind, _, _, text in told)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("pros and cons tile stove", "Nobody can move it"),
        ("which stove for a cabin?", "Iron"),
        ("what does chimney fire mean?", "soot in the chimney burns"),
        ("which stove uses less wood a day?", "One basket"),
    ],
)
def test_such_documents_are_asked(stoves: Docent, asked: str, held: str) -> None:
    assert held in plain.render(stoves.ask(asked).answer)


def test_what_is_told_of_each_in_turn_is_no_statement_on_the_first(stoves: Docent) -> None:
    assert {
        subject for fact in stoves.knowledge.facts if "glow at once" in fact.prose.plain for subject in fact.subjects
    } == {
        "tile",
        "iron",
    }


def test_a_picture_says_neither_yes_nor_no() -> None:
    page = STOVES + "\n## A picture\n\nA tile stove is like a cow: it gives warmth all night.\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])
    assert docent.ask("can I milk a cow with a tile stove?").status != "answered"


def test_what_each_has_for_itself_does_not_say_that_they_share_it() -> None:
    page = """# Dormouse or hedgehog

| | Dormouse | Hedgehog |
|---|---|---|
| Room | a cage if there is a wheel | a cage with leaves |
"""
    docent = Docent(compiled(page, built_in=KINDS)[0])
    assert not plain.render(docent.ask("do dormice and hedgehogs get along in the same cage?").answer).startswith("Yes")


RAFTS = """# Raft or bicycle?

## What is a raft?

A **raft** is a floor of logs on the water.

A **toll raft** is a raft that waits for whoever pays. It goes at dawn only.

## First of all: what are we talking about?

* **Day bicycle:** A day bicycle is a bicycle that is hired until dusk.
* **Night bicycle:** A night bicycle is a bicycle with two lamps.

## In figures

| | Raft | Bicycle |
|---|---|---|
| Toll | A groat | Nothing |
"""


@pytest.fixture(scope="module")
def rafts() -> Docent:
    return Docent(compiled(RAFTS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("what is a toll raft?", "waits for whoever pays"),
        ("what is a raft?", "a floor of logs"),
        ("what is a night bicycle?", "with two lamps"),
        ("the toll for bikes?", "Nothing"),
        ("raft vs bike, whats the overall picture?", "A groat"),
    ],
)
def test_terms_are_told_of_themselves(rafts: Docent, asked: str, held: str) -> None:
    assert held in plain.render(rafts.ask(asked).answer)


def test_when_the_last_one_goes_asks_for_no_advice(rafts: Docent) -> None:
    reply = rafts.ask("when does the last raft go?")
    assert reply.meaning is None or reply.meaning.intent != "recommend"


def test_a_dash_within_running_text_marks_nothing() -> None:
    page = BOATS + "\n## The quay\n\nThe boats lie\n\u2013 all of them \u2013 at the quay.\n\n```\n\u2013 a rope\n```\n"
    texts = [text for _, _, _, text in facts(page)]
    assert not any(text.startswith("all of them") for text in texts)
    assert ("disadvantage", ("rowing-boat",), "", "Is wet inside.") in facts(page)


def test_two_forms_of_one_word_as_synonyms_are_no_error() -> None:
    knowledge, _ = compiled(BOATS.replace("Rowing boat", "Raft"), built_in=KINDS + "  raft, rafts\n")
    assert "Raft" in {subject.name for subject in knowledge.subjects}
