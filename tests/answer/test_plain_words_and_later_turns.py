"""What common words ask where the document says just that, and turns that ask the same of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

SAILS = """# Ships: kite rig or mast rig?

## Terms

**Kite ship**: a ship that a kite on a long line pulls. The line is never cut at sea.

**Mast ship**: a ship whose canvas hangs on masts. The canvas is changed every spring.

## At a glance

| | Kite | Mast |
|---|---|---|
| Setup | One hour at the quay | Two days in the yard |
| Crew | The watch is enough | A second watch is needed |
| Old charts meanwhile | Stay in use | Are redrawn |
| Hold size | 40 barrels | 90 barrels |
| Handling | Simple | Complex |
| Speed | Slow | Fast |

## Kite: what speaks for it

- It draws far above the waves.
- Lines that nobody uses can be coiled away.

## Kite: what speaks against it

- The kite tears off in a gale, which makes coming home hard.

## Mast: what speaks for it

- It sails against the wind.

## Mast: what speaks against it

- A mast may break.

## A picture

A kite ship is like a dog on a leash. A mast ship is like a horse before a cart.
"""

CHANNELS = """# Letter, radio and phone

## Side by side

| | Letter | Field radio | Phone |
|---|---|---|---|
| Price of a message | Low | Medium | High |
| First answer | In a week | In a minute | At once |

## List

| Station | Room | Phone |
|---|---|---|
| North | B 2 | 4711 |
| South | C 3 | 4712 |
"""


@pytest.fixture(scope="module")
def ships() -> Docent:
    return Docent(compiled(SAILS, built_in=KINDS)[0])


@pytest.fixture(scope="module")
def channels() -> Docent:
    return Docent(compiled(CHANNELS, built_in=KINDS)[0])


def said(docent: Docent, *turns: str) -> str:
    context = None
    for turn in turns[:-1]:
        context = docent.ask(turn, context).context
    return plain.render(docent.ask(turns[-1], context).answer)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("does a mast ship need a second watch?", "Yes."),
        ("do we need a second watch for a mast ship?", "Yes."),
        ("what happens to the old charts with a kite?", "Stay in use"),
        ("old charts with masts?", "Are redrawn"),
        ("which one is set up faster?", "One hour at the quay"),
        ("how long does the set up take with a mast?", "Two days in the yard"),
        ("why is coming home with a kite so hard?", "tears off in a gale"),
        ("discuss the merits and demerits of kites", "It draws far above the waves"),
        ("the demerits of masts?", "A mast may break"),
        ("how big is the hold of a simple kite ship?", "40 barrels"),
        ("setup in both cases?", "Two days in the yard"),
        ("what is a simple real life analogy for a kite and a mast?", "dog on a leash"),
        ("is there a nice metaphor I can use for managers?", "horse before a cart"),
    ],
)
def test_common_words_ask_what_the_document_says(ships: Docent, asked: str, held: str) -> None:
    assert held in said(ships, asked)


def test_what_nobody_uses_denies_nothing_of_the_whole(ships: Docent) -> None:
    assert "No." not in said(ships, "does a kite use a second watch?")


def test_many_from_a_single_one_sets_nothing_apart() -> None:
    page = "# Seals\n\n## Seal\n\nA seal is lent to many clerks and used in many rooms, so that a letter looks the same to all.\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])
    assert not said(docent, "can you make many letters from a single seal?").startswith("No")


def test_whether_others_suffer_asks_for_no_drawbacks(ships: Docent) -> None:
    assert "A mast may break" not in said(ships, "one mast has rotted, do the other masts suffer from it?")


def test_whether_it_may_be_trusted_is_not_said_by_what_speaks_of_it(ships: Docent) -> None:
    assert not said(ships, "can I trust the line of a kite ship?").startswith("Yes")


def test_terms_that_add_one_word_to_the_columns_are_the_columns() -> None:
    knowledge = compiled(SAILS, built_in=KINDS)[0]
    assert [subject.name for subject in knowledge.subjects][:2] == ["Kite", "Mast"]
    assert not {"Kite ship", "Mast ship"} & {subject.name for subject in knowledge.subjects}


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("is a kite slower than a mast?", "is it better with masts?"), "Yes."),
        (("is a kite slower than a mast?", "is it better with the kite?"), "No."),
        (("is a kite slow?", "is it like that for the mast as well?"), "No."),
        (("is a kite slow?", "does the same go for masts?"), "No."),
        (("is a kite slow?", "does this apply to the mast too?"), "No."),
        (("how long does the setup of a kite take?", "what does it look like with a mast?"), "Two days"),
        (("drawbacks of a kite?", "and the mast has which?"), "A mast may break"),
        (("drawbacks of a kite?", "and which does the mast have?"), "A mast may break"),
        (("drawbacks of a kite?", "and the mast, both sides"), "It sails against the wind"),
        (("what is a kite?", "Thank you. And a mast, then?"), "canvas hangs on masts"),
        (("is a kite slower than a mast?", "huh, what's the reason?"), "Slow"),
        (("is a kite faster than a mast?", "wait so its the other way round??"), "Yes."),
        (("what speaks for a mast?", "now the ugly ones"), "A mast may break"),
        (("what speaks for a mast?", "n against"), "A mast may break"),
        (("how fast is a kite?", "the mast in comparison?"), "Fast"),
        (("how fast is a kite?", "setup pls, both"), "Two days"),
        (("difference between a kite and a mast?", "which of both is never cut at sea?"), "a long line"),
        (("difference between a kite and a mast?", "which of the two sails against the wind?"), "Mast"),
        (("why is the kite slow?", "a mast does better there?"), "Yes."),
        (("which is faster, a kite or a mast?", "by much?"), "Slow"),
        (("how is the speed of a mast?", "could you say me please how is the speed of a kite?"), "Slow"),
    ],
)
def test_later_turns_ask_the_same_of_another(ships: Docent, turns: tuple[str, ...], held: str) -> None:
    assert held in said(ships, *turns)


def test_how_big_it_is_asks_of_the_size_and_not_of_what_was_spoken_of(ships: Docent) -> None:
    assert "40 barrels" in said(ships, "why is the kite slow?", "how big is its hold?")
    assert "Slow" not in said(ships, "why is the kite slow?", "how big is it?")


def test_a_column_called_phone_is_compared_unless_it_lists_numbers(channels: Docent) -> None:
    assert "At once" in said(channels, "how soon is the first answer by phone?")
    assert "4711" not in said(channels, "compare phone and letter")


def test_the_last_word_of_a_name_is_its_short_name(channels: Docent) -> None:
    assert "In a minute" in said(channels, "first answer by radio?")
