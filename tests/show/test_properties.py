"""Whatever an answer holds: it can be shown everywhere, within every limit, and nothing in it comes alive."""

import io
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.model.answer import Answer, Choice
from bot.model.dialogue import Reply, Status, Trace, Understanding, Understood, Unknown, Unsure
from bot.model.meaning import Meaning
from bot.model.prose import CodeBlock, Column, Columns, Item, Listing, Paragraph, Part, Prose, Span, Subheading, Table
from bot.model.source import Source
from bot.show import plain
from bot.show.blocks import render, without_table
from bot.show.limits import violations
from bot.show.surfaces import SURFACES
from bot.show.terminal import Shown
from bot.show.words import clean, cut, divide, size

HOSTILE = (
    "<!channel> <@U1>", "*_~`", ":tada:", "> quote", "\x00", "\x1b[31m", "\u202eevil", "\ud800", "שלום", "👩‍🚀🏳️‍🌈",
    "日本語", "&amp;", "|", "-", " ", "\n", "\r\n", "\t", "a" * 300, "word " * 60, "Sentence one. Sentence two! ",
)  # fmt: skip
texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), max_size=4).map("".join)
huge = st.sampled_from(("", "x" * 40_000, "It goes on. " * 4_000, "\n" * 500, "👩‍🚀" * 9_000))
links = st.sampled_from(("", "https://a.example/?a=1&b=2", "javascript:x", "http://[", "mailto:a@b", "https://x/\x9c"))
spans = st.builds(Span, texts, st.booleans(), st.booleans(), st.booleans(), st.booleans(), links)
prose = st.lists(spans, max_size=3).map(tuple).map(Prose) | texts.map(Prose.of) | huge.map(Prose.of)
small = texts.map(Prose.of) | st.lists(spans, max_size=2).map(tuple).map(Prose)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width: int = draw(st.sampled_from((1, 2, 3, 4, 21, 45)))
    height: int = draw(st.sampled_from((0, 1, 2, 13, 120)))
    cells = draw(st.lists(small, min_size=1, max_size=8))
    rows = [tuple(cells[(row * 3 + column) % len(cells)] for column in range(width)) for row in range(height)]
    with_huge: bool = draw(st.booleans())
    if rows and with_huge:
        rows[-1] = (draw(prose), *rows[-1][1:])
    return Table(tuple(cells[-1 - column % len(cells)] for column in range(width)), tuple(rows))


parts: st.SearchStrategy[Part] = st.one_of(
    prose.map(Paragraph),
    texts.map(Subheading),
    st.builds(Listing, st.lists(st.builds(Item, prose, st.integers(0, 12)), max_size=6).map(tuple), st.booleans()),
    st.builds(CodeBlock, texts | huge),
    tables(),
    st.builds(
        Columns, st.lists(st.builds(Column, texts, st.lists(small, max_size=5).map(tuple)), max_size=4).map(tuple)
    ),
)
choices = st.builds(Choice, texts, st.sampled_from(("help", "", "define?subjects=x", "x" * 2001, "\ud800")))
sources = st.builds(Source, texts, texts, st.integers(1, 99), st.integers(1, 99))
answers = st.builds(
    Answer,
    texts | huge,
    prose,
    st.lists(parts, max_size=5).map(tuple) | st.lists(texts.map(Prose.of).map(Paragraph), max_size=99).map(tuple),
    st.lists(choices, max_size=12).map(tuple),
    st.lists(sources, max_size=12).map(tuple),
)


def reply(answer: Answer, status: Status) -> Reply:
    meaning = Meaning("define", subjects=("x",))
    readings: dict[Status, Understanding] = {
        "answered": Understood(meaning, 1.0, Trace()),
        "unsure": Unsure(answer.choices, 0.5, Trace()),
        "unknown": Unknown("nothing fits", answer.choices, 0.0, Trace()),
    }
    return Reply("?", status, readings[status], answer, None)


statuses = st.sampled_from(("answered", "unsure", "unknown"))
thorough = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@thorough
@given(answers, statuses)
def test_every_answer_is_within_the_limits_of_every_surface(answer: Answer, status: Status) -> None:
    for surface in SURFACES:
        message = render(reply(answer, status), surface, "a1", human=True)
        assert violations(message, surface) == ()
        assert message == render(reply(answer, status), surface, "a1", human=True)
        assert violations(without_table(answer, surface), surface) == ()


@thorough
@given(answers)
def test_nothing_comes_alive_in_slack(answer: Answer) -> None:
    for surface in SURFACES:
        message = render(answer, surface, "a1")
        assert not re.search(r"[<>]", message.text)
        for text in mrkdwn_texts(message.blocks):
            # What is left in angle brackets is a link of ours to an address that is allowed.
            assert re.fullmatch(r"[^<>]*(?:<(?:https?://|mailto:)[^<>|]*\|[^<>]*>[^<>]*)*", text)


@thorough
@given(answers)
def test_plain_text_holds_every_word_and_no_control_character(answer: Answer) -> None:
    text = plain.render(answer)
    held = set(text.split())
    assert words(answer) <= held | set("\u2013")
    assert text == clean(text)
    assert text == plain.render(answer)


@thorough
@given(answers, st.sampled_from((20, 59, 80, 200)))
def test_a_terminal_never_chokes(answer: Answer, width: int) -> None:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=False).print(Shown(answer))
    text = out.getvalue()
    assert text == clean(text)
    text.encode()


@given(texts | huge, st.integers(0, 500))
def test_a_cut_text_is_never_longer_and_a_divided_one_is_whole(text: str, limit: int) -> None:
    assert size(cut(text, limit)) <= limit or text == cut(text, limit) == ""
    head, tail = divide(text, limit)
    assert head + tail == text
    assert size(head) <= limit


@pytest.mark.parametrize("text", ["First one. Second one goes on and on.", "First one! Second one goes on and on."])
def test_a_cut_ends_behind_a_sentence_where_it_can(text: str) -> None:
    assert cut(text, 16) == text[:10] + " …"


def words(answer: Answer) -> set[str]:
    """Every word of the answer's facts, as shown: of its lead and of each part."""
    found = answer.lead.plain.split("\n")
    for part in answer.parts:
        match part:
            case Paragraph(each):
                found.append(each.plain)
            case Subheading(text) | CodeBlock(text):
                found.append(text)
            case Listing(items):
                found += [item.prose.plain for item in items]
            case Table(header, rows):
                found += [cell.plain for row in rows or (header,) for cell in row]
            case Columns(columns):
                found += [cell.plain for column in columns for cell in column.items]
    return {word for text in found for word in clean(text).split()}


def mrkdwn_texts(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["text"]] if part.get("type") == "mrkdwn" else []
        return own + [text for value in part.values() for text in mrkdwn_texts(value)]
    return [text for each in part for text in mrkdwn_texts(each)] if isinstance(part, list | tuple) else []
