"""Overviews that weigh what people do: "Growing a hedge" goes by "growing" and by "hedge", and terms may have rows of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

GARDEN = """# Growing a hedge or building a wall?

**Growing a hedge** means that shrubs are planted along the border and cut each year.

**Shade:** Shade is the ground that gets no sun at noon. Beans do badly in it.

| | Growing a hedge | Building a wall |
|---|---|---|
| **Height** | Taller every year | Two metres |
| **Shade** | Little, the sun comes through | Deep, right up to the house |
| **Pruning** | High, twice a year | Low, moss now and then |
| **Wind** | Weak: gusts get through | Strong: nothing gets through |
| **Birdsong** | Steady | Rare |
| **Waiting** | 4 years | None |

## Growing: what speaks for it

- Birds nest in it.
- It costs little.

## Growing: what speaks against it

- Clippings have to go somewhere.

## Building: what you gain

- It stands at once.

## Building: what you give up

- A permit takes months.
"""
DINNER = """# Dining at home or dining in the canteen

| | Dining at home | Dining in the canteen |
|---|---|---|
| Noise | Low | High |
| Washing up | Yours | Theirs |

## Advantages of the canteen

- Nobody has to cook.

## Disadvantages of dining at home

- The sink fills up.
"""


@pytest.fixture(scope="module")
def garden() -> Docent:
    return Docent(compiled(GARDEN, built_in=KINDS)[0])


@pytest.fixture(scope="module")
def dinner() -> Docent:
    return Docent(compiled(DINNER, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "meant", "told"),
    [
        ("drawbacks growing", "disadvantages?subjects=growing-a-hedge", "Clippings"),
        ("what are the pros of a hedge?", "advantages?subjects=growing-a-hedge", "Birds nest"),
        ("why should I build a wall", "advantages?subjects=building-a-wall", "stands at once"),
        ("pros and cons of building please", "pros_cons?subjects=building-a-wall", "permit"),
        ("hedge or wall: height", "verdict?subjects=growing-a-hedge,building-a-wall&aspects=height", "Two metres"),
    ],
)
def test_a_thing_done_goes_by_the_deed_and_by_what_it_is_done_to(
    garden: Docent, asked: str, meant: str, told: str
) -> None:
    reply = garden.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id == meant
    assert told in plain.render(reply.answer)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("disadvantages of eating out", None),
        ("advantages of the canteen", "advantages?subjects=dining-in-the-canteen"),
        ("drawbacks when I dine at home", "disadvantages?subjects=dining-at-home"),
        ("how noisy is the canteen", "aspect?subjects=dining-in-the-canteen&aspects=noise"),
    ],
)
def test_places_tell_apart_what_is_done_alike(dinner: Docent, asked: str, meant: str | None) -> None:
    reply = dinner.ask(asked)
    assert (reply.meaning and reply.meaning.id) == meant or (meant is None and reply.status != "answered")


@pytest.mark.parametrize("asked", ["what is shade?", "what exactly is shade", "what does shade mean"])
def test_a_term_that_has_a_row_as_well_is_defined_where_its_meaning_is_asked(garden: Docent, asked: str) -> None:
    reply = garden.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.intent == "define"
    assert reply.answer.lead.plain.startswith("Shade is the ground that gets no sun")


@pytest.mark.parametrize("asked", ["shade of the hedge?", "how does the shade differ", "what is the shade like"])
def test_a_term_that_has_a_row_as_well_is_told_by_it_elsewhere(garden: Docent, asked: str) -> None:
    reply = garden.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.aspects == ("shade",)


@pytest.mark.parametrize(
    ("asked", "winner"),
    [
        ("which has more pruning?", "Growing a hedge"),
        ("where do I end up with less pruning", "Building a wall"),
        ("where is the waiting longer?", "Growing a hedge"),
        ("which one is better against wind", "Building a wall"),
        ("where is the birdsong steadier?", "Growing a hedge"),
    ],
)
def test_more_and_less_are_read_off_the_cells_whichever_is_better(garden: Docent, asked: str, winner: str) -> None:
    assert garden.ask(asked).answer.lead.plain.startswith(winner)


def test_where_asks_of_places_when_nothing_is_compared(garden: Docent) -> None:
    assert garden.ask("where do I get more information about hedges?").status != "answered"
