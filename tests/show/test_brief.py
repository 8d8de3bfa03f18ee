"""The short form of a long answer says less, and never anything else."""

import pytest

from bot.model.answer import Answer
from bot.model.dialogue import Reply, Trace, Understood
from bot.model.meaning import Meaning
from bot.model.prose import CodeBlock, Column, Columns, Item, Listing, Paragraph, Part, Prose, Table
from bot.show import action_ids, plain
from bot.show.blocks import render
from bot.show.brief import ITEMS, PARTS, ROWS, beginning, brief
from bot.show.limits import violations
from bot.show.surfaces import SURFACES

of = Prose.of


def table(rows: int) -> Table:
    return Table((of("a"), of("b")), tuple((of(f"row {row}"), of("x")) for row in range(rows)))


def columns(items: int) -> Columns:
    return Columns((Column("for", tuple(of(f"for {item}") for item in range(items))), Column("against", (of("no"),))))


def listing(items: int) -> Listing:
    return Listing(tuple(Item(of(f"item {item}")) for item in range(items)), ordered=True)


def answer(*parts: Part) -> Answer:
    return Answer("Heading", of("Lead."), parts)


@pytest.mark.parametrize(
    "parts", [(), (table(ROWS),), (columns(ITEMS),), (listing(ITEMS),), (Paragraph(of("p")),) * PARTS]
)
def test_what_is_not_long_has_no_short_form(parts: tuple[Part, ...]) -> None:
    assert brief(answer(*parts)) is None


@pytest.mark.parametrize(
    "parts", [(table(ROWS + 1),), (columns(ITEMS + 1),), (listing(ITEMS + 1),), (CodeBlock("c"),) * (PARTS + 1)]
)
def test_the_short_form_is_the_beginning(parts: tuple[Part, ...]) -> None:
    whole = answer(*parts)
    short = brief(whole)

    assert short is not None
    assert (short.heading, short.lead) == (whole.heading, whole.lead)
    assert set(plain.render(short).replace("-", "").split()) <= set(plain.render(whole).replace("-", "").split())
    assert len(plain.render(short)) < len(plain.render(whole))
    assert brief(short) is None


@pytest.mark.parametrize("surface", SURFACES)
def test_every_surface_takes_both_forms(surface: str) -> None:
    meaning = Meaning("help")
    reply = Reply("?", "answered", Understood(meaning, 1.0, Trace()), answer(table(40), columns(20)), None)
    for form, button in (("brief", action_ids.MORE), ("whole", action_ids.LESS)):
        message = render(reply, surface, "1", form=form)  # type: ignore[arg-type]
        assert violations(message, surface) == ()  # type: ignore[arg-type]
        assert surface == "text" or button in str(message.blocks)
        assert "row 39" in message.text


@pytest.mark.parametrize("part", [table(5000), listing(5000), columns(5000)])
def test_the_beginning_of_an_answer_holds_what_was_asked_for_and_hardly_more(part: Part) -> None:
    begun = beginning(answer(Paragraph(of("First.")), part, Paragraph(of("Last."))), 1000)
    text = plain.render(begun)

    assert text.startswith("Heading\n\nLead.\n\nFirst.")
    assert 700 < len(text) < 3000
    assert "Last." not in text


def test_a_short_answer_is_its_own_beginning() -> None:
    whole = answer(Paragraph(of("First.")), table(3), columns(3), listing(3))

    assert beginning(whole, 10_000) == whole
