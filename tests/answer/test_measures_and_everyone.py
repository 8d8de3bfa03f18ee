"""Questions that name a unit and no row, all that is compared and no name, or the last word of a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Fences: hazel hurdle or iron railing

Which kind of fence to put up is asked each spring. A hazel hurdle fence and an iron railing fence are what we have.

| Aspect | Hazel hurdle | Iron railing |
| --- | --- | --- |
| Lifespan | About 8 years | More than 60 years |
| Price | 20 euros for a metre | 180 euros for a metre |
| Height | Up to 2 m | Up to 3 m |
| Upkeep | Nothing but a look in autumn | Painted by a smith, 2 litres of paint for each gate |
| Sound | Rustles, 20 dB | Rings, 30 dB |

## Hazel hurdle

### Disadvantages

- **Slow delivery**: The weaver needs four to six weeks.
- **Birds**: Wrens move in, three nests on each hurdle.

## Terms

- **Stile**: The steps by which people climb over. The stile is left open on Sundays.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("how many years is a hurdle good for", "aspect?subjects=hazel-hurdle&aspects=lifespan"),
        ("how long does a railing last?", "aspect?subjects=iron-railing&aspects=lifespan"),
        ("how long do the two fences last", "aspect?subjects=hazel-hurdle,iron-railing&aspects=lifespan"),
        ("how much do we pay for an iron railing", "aspect?subjects=iron-railing&aspects=price"),
        ("so what's the difference between the two kinds of fence", "compare?subjects=hazel-hurdle,iron-railing"),
        ("compare both fences", "compare?subjects=hazel-hurdle,iron-railing"),
        ("which fences do we have", "compare?subjects=hazel-hurdle,iron-railing"),
        ("price of each", "aspect?subjects=hazel-hurdle,iron-railing&aspects=price"),
        ("disadvantages of the hurdle", "disadvantages?subjects=hazel-hurdle"),
        ("how much paint does an iron railing take", "fact?subjects=iron-railing&facts=cell/iron-railing/upkeep"),
    ],
)
def test_what_is_meant_without_its_name_is_found(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    "question",
    [
        "how many hours does a hurdle hold",
        "how many guests does the house have",
        "compare both gates",
        "how long does a gate last",
        "which gates do we have",
        "how much varnish does an iron railing take",
    ],
)
def test_what_is_asked_of_other_things_is_declined(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


CLIPPED = """# RabbleMQ and Slow lorry

| Aspect | RabbleMQ | Posted letter queue |
| --- | --- | --- |
| Speed | Fast | Slow |
| Roles | Two carriers | None prescribed. Existing carriers stay. |
"""


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("speed of rabble", "aspect?subjects=rabblemq&aspects=speed"),
        ("speed of a posted letter que", "aspect?subjects=posted-letter-queue&aspects=speed"),
    ],
)
def test_a_name_is_known_by_its_beginning(question: str, meaning: str) -> None:
    reply = Docent(compiled(CLIPPED, built_in=KINDS)[0]).ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_a_cell_that_denies_first_gives_no_plain_yes() -> None:
    reply = Docent(compiled(CLIPPED, built_in=KINDS)[0]).ask("does a posted letter queue need existing carriers")

    assert not reply.answer.lead.plain.startswith("Yes."), reply.answer.lead.plain


RENTED = """# Boats: owning or renting?

| | Owning | Renting |
| --- | --- | --- |
| Total cost over three summers | About 900 euros | About 1,100 euros |
| Changes | Any, for example another sail | Only with the lender's consent |

## Renting

Advantages:

- Predictable cost: the rate stays the same.
"""


@pytest.fixture(scope="module")
def boats() -> Docent:
    return Docent(compiled(RENTED, built_in=KINDS)[0])


def test_a_cost_over_some_time_is_a_cost_and_a_predictable_one_is_no_low_one(boats: Docent) -> None:
    assert boats.ask("is renting cheaper?").answer.lead.plain.startswith("No.")
    assert boats.ask("which is cheaper").answer.lead.plain.startswith("Owning")


def test_what_a_thing_is_done_to_goes_by_its_name(boats: Docent) -> None:
    reply = boats.ask("can I put another sail on a rented boat")

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.subjects[:1] == ("renting",)


APART = """# Kettle or urn?

| | Kettle | Urn |
| --- | --- | --- |
| Purchase price | 20 euros | 90 euros |
| Running costs | 12 euros a month | 5 euros a month |
"""


@pytest.mark.parametrize("question", ["which is cheaper?", "is the kettle cheaper than the urn?"])
def test_where_one_word_asks_of_two_rows_and_they_differ_it_depends(question: str) -> None:
    lead = Docent(compiled(APART, built_in=KINDS)[0]).ask(question).answer.lead.plain

    assert lead == "It depends. By this overview, Kettle is ahead on purchase price, Urn is ahead on running costs."


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("which is cheaper to buy?", "verdict?subjects=kettle,urn&aspects=purchase-price&sense=better"),
        ("is the urn cheaper to run?", "confirm?subjects=urn&aspects=running-costs&sense=better"),
    ],
)
def test_what_stands_beside_such_a_word_says_which_row_is_meant(question: str, meaning: str) -> None:
    reply = Docent(compiled(APART, built_in=KINDS)[0]).ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_a_part_of_an_application_may_take_it_down() -> None:
    page = "# Ships\n\n| | Junk | Raft |\n|---|---|---|\n| Faults | A leak in one hull can bring down the whole junk | None |\n"

    reply = Docent(compiled(page, built_in=KINDS)[0]).ask("so one hull can take down the whole junk?")

    assert reply.answer.lead.plain.startswith("Yes."), reply.answer.lead.plain
