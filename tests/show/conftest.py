"""Answers that the tests of showing share, and snapshots kept as files beside them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.model.answer import Answer, Choice
from bot.model.context import Context
from bot.model.dialogue import Reply, Trace, Understood, Unknown, Unsure
from bot.model.meaning import Meaning
from bot.model.prose import (
    CodeBlock,
    Column,
    Columns,
    Item,
    Listing,
    Paragraph,
    Prose,
    Span,
    Subheading,
    Table,
)
from bot.model.source import Source

EXPECTED = Path(__file__).parent / "expected"
of = Prose.of


@pytest.fixture
def expect() -> Callable[[str, str], None]:
    """Hold a text against the file of this name; with UPDATE=1 in the environment, write the file for review by diff."""

    def check(name: str, text: str) -> None:
        path = EXPECTED / name
        if os.environ.get("UPDATE"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        assert text + "\n" == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def comparison() -> Answer:
    rows = (
        (of("Range"), of("About 40 km on one charge, less in the cold."), of("As far as your legs go.")),
        (of("Weight"), of("20 kg and more"), Prose((Span("under 10 kg", bold=True), Span(" for a good one")))),
        (of("Upkeep"), Prose(), Prose((Span("oil the "), Span("chain", code=True)))),
    )
    return Answer(
        heading="Electric bicycles & bicycles",
        lead=Prose((Span("They differ in "), Span("three", italic=True), Span(" ways, above all in range."))),
        parts=(Table((of("Aspect"), of("Electric bicycles"), of("Bicycles (without a motor)")), rows),),
        choices=(
            Choice("Which is lighter?", "verdict?subjects=ebikes,bicycles&aspects=weight&sense=better"),
            Choice("What speaks for bicycles?", "advantages?subjects=bicycles"),
        ),
        sources=(Source("bicycles.md", "Key differences", 9, 12), Source("bicycles.md", "Key differences", 13, 13)),
    )


@pytest.fixture
def pros_and_cons() -> Answer:
    return Answer(
        heading="Bicycles: for and against",
        lead=of("Three things speak for bicycles, two against."),
        parts=(
            Columns(
                (
                    Column("Advantages", (of("Light: easy to carry upstairs."), of("Cheap to run."), of("Quiet."))),
                    Column("Disadvantages", (of("Hills are hard work."), of("No help against the wind."))),
                )
            ),
        ),
        sources=(Source("bicycles.md", "Advantages", 20, 22), Source("bicycles.md", "Disadvantages", 26, 27)),
    )


@pytest.fixture
def passage() -> Answer:
    link = Span("the workshop", link="https://workshop.example/hours?day=1&open=yes")
    return Answer(
        heading="Mending a puncture",
        lead=of("Take the wheel out, find the hole, patch it."),
        parts=(
            Paragraph(Prose((Span("Ask at "), link, Span(" or "), Span("do not", strike=True), Span(" ride on.")))),
            Subheading("Steps"),
            Listing(
                (Item(of("Take out the wheel")), Item(of("front: open the lever"), 1), Item(of("Patch"))), ordered=True
            ),
            CodeBlock("pump --bar 4\n\tcheck\n", "sh"),
        ),
        sources=(Source("bicycles.md", "Punctures", 40, 58),),
    )


@pytest.fixture
def answered(comparison: Answer) -> Reply:
    meaning = Meaning("compare", subjects=("ebikes", "bicycles"))
    return Reply("e-bike or bike?", "answered", Understood(meaning, 0.97, Trace()), comparison, Context(meaning))


@pytest.fixture
def unsure() -> Reply:
    choices = (Choice("What is a gear?", "define?subjects=gear"), Choice("What is a chain?", "define?subjects=chain"))
    answer = Answer("Which one?", of("Did you mean one of these?"), choices=choices)
    return Reply("what is a gain", "unsure", Unsure(choices, 0.5, Trace()), answer, None)


@pytest.fixture
def unknown() -> Reply:
    nearest = (Choice("What is a gear?", "define?subjects=gear"),)
    answer = Answer("I don't know", of("Nothing I have read says something about <!channel> *boats*."), choices=nearest)
    return Reply("<!channel> *boats*", "unknown", Unknown("about something else", nearest, 0.1, Trace()), answer, None)


@pytest.fixture
def replies(
    answered: Reply, pros_and_cons: Answer, passage: Answer, unsure: Reply, unknown: Reply
) -> dict[str, Reply | Answer]:
    """One of each kind, by name."""
    return {"comparison": answered, "columns": pros_and_cons, "passage": passage, "unsure": unsure, "unknown": unknown}
