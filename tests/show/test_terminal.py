"""In a terminal an answer keeps to the width that there is."""

import io
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.model.answer import Answer
from bot.model.dialogue import Reply
from bot.model.prose import Item, Listing, Prose, Span
from bot.show.terminal import Shown


def printed(reply: Reply | Answer, width: int, *, terminal: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=terminal, legacy_windows=False).print(Shown(reply))
    return out.getvalue().rstrip("\n")


@pytest.mark.parametrize("width", [100, 40])
def test_answers_at_a_width(width: int, replies: dict[str, Reply | Answer], expect: Callable[[str, str], None]) -> None:
    text = ("\n" + "=" * width + "\n").join(printed(answer, width) for answer in replies.values())
    expect(f"terminal_{width}.txt", text)
    assert all(cell_len(line) <= width and line == line.rstrip() for line in text.splitlines())


def test_questions_can_be_numbered_to_be_picked(comparison: Answer) -> None:
    out = io.StringIO()
    Console(file=out, width=80).print(Shown(comparison, numbered=True))
    assert "Ask next:\n  1. Which is lighter?\n  2. What speaks for bicycles?\n" in out.getvalue()


def test_markup_in_the_content_is_text() -> None:
    assert (
        printed(Answer("[bold]x[/bold]", Prose.of("[link=http://x]y[/]")), 80)
        == "[bold]x[/bold]\n\n[link=http://x]y[/]"
    )


def test_content_cannot_speak_to_the_terminal() -> None:
    hostile = "a\x1b]8;;http://evil\x1b\\b\x9b2Jc\x07"
    links = Prose((Span(hostile, link="http://x.example/\x9c\x1b[2J"),))
    text = printed(Answer(hostile, links, (Listing((Item(Prose.of(hostile)),)),)), 80, terminal=True)
    assert "\x9b" not in text
    assert "\x07" not in text
    assert "]8;;http://evil\x1b" not in text
    assert "\x1b[2J" not in text


def test_styles_are_shown_where_there_is_a_terminal(passage: Answer) -> None:
    assert "\x1b[1mMending a puncture" in printed(passage, 80, terminal=True)
    assert "https://workshop.example/hours?day=1&open=yes" in printed(passage, 80, terminal=True)
