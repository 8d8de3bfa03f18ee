"""An answer for a terminal, drawn by rich within whatever width there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from bot.model.answer import Answer
from bot.model.dialogue import Reply
from bot.model.prose import CodeBlock, Columns, Listing, Paragraph, Part, Prose, Subheading, Table
from bot.show.cite import citations
from bot.show.grids import Grid, grid
from bot.show.mrkdwn import safe_link
from bot.show.plain import ask_label, markers
from bot.show.words import EMPTY_CELL, clean, clean_prose, one_line

NARROW = 60
"""Below so many columns the cells of a table stand one under the other."""
_LEAST_COLUMN = 16
_LEAST_LINE = 8
_HEADING = Style(bold=True)
_HINT = Style(dim=True)


class Shown:
    """A reply (or an answer alone) that a rich ``Console`` can print: ``console.print(Shown(reply))``.

    ``numbered`` puts a number before each question that can be picked.
    """

    def __init__(self, reply: Reply | Answer, *, numbered: bool = False) -> None:
        self._label = ask_label(reply)
        self._numbered = numbered
        self._answer = reply.answer if isinstance(reply, Reply) else reply

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The answer from its heading to its source, an empty line between two parts."""
        first = True
        for part in self._parts(options.max_width):
            if not first:
                yield Text("")
            first = False
            yield part

    def _parts(self, width: int) -> Iterator[RenderableType]:
        answer = self._answer
        if heading := one_line(answer.heading):
            yield Hanging("", Text(heading, style=_HEADING))
        if lead := clean_prose(answer.lead):
            yield Hanging("", text(lead))
        for part in answer.parts:
            yield from _part(part, width)
        if questions := [each for each in (one_line(choice.text) for choice in answer.choices) if each]:
            label = [Text(self._label)] if self._label else []
            marks = (f"  {place}. " if self._numbered else "  " for place in count(1))
            lines = (Hanging(mark, Text(question)) for mark, question in zip(marks, questions, strict=False))
            yield Group(*label, *lines)
        if places := citations(answer.sources):
            word = "Source" if len(places) == 1 else "Sources"
            yield Hanging("", Text(f"{word}: {'; '.join(places)}", style=_HINT))


class Hanging:
    """Lines behind a mark, the following ones indented by its width; false where there is no text."""

    def __init__(self, mark: str, body: Text) -> None:
        self._mark = mark
        self._body = body

    def __bool__(self) -> bool:
        return bool(self._body.plain.strip())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, wrapped to what is left beside the mark."""
        width = max(options.max_width - len(self._mark), _LEAST_LINE)
        for place, line in enumerate(self._body.wrap(console, width, overflow="fold")):
            line.rstrip()
            yield Text(self._mark if place == 0 else " " * len(self._mark)).append_text(line)


def text(prose: Prose, style: Style | None = None) -> Text:
    """Prose with its styles; nothing in it is read as markup."""
    made = Text(style=style or "")
    for span in clean_prose(prose).spans:
        made.append(
            span.text,
            Style(
                bold=span.bold or None,
                italic=span.italic or None,
                strike=span.strike or None,
                color="cyan" if span.code else None,
                link=safe_link(span.link) or None,
            ),
        )
    return made


def _part(part: Part, width: int) -> Iterator[RenderableType]:
    match part:
        case Paragraph(prose):
            yield from _lines([Hanging("", text(prose))])
        case Subheading(title):
            yield from _lines([Hanging("", Text(one_line(title), style=_HEADING))])
        case Listing():
            yield from _lines(_listing(part))
        case CodeBlock(code):
            yield from _lines([Hanging("    ", Text(clean(code.expandtabs(4)).strip("\n")))])
        case Table() | Columns():
            cells = grid(part)
            yield from _lines(_stacked(cells)) if _is_narrow(cells, width) else _table(cells)
        case _:
            assert_never(part)


def _lines(lines: Iterable[Hanging]) -> Iterator[RenderableType]:
    shown = [line for line in lines if line]
    if shown:
        yield Group(*shown)


def _listing(part: Listing) -> Iterator[Hanging]:
    for item, (indent, mark) in zip(part.items, markers(part), strict=True):
        yield Hanging(f"{indent}{mark} ", text(item.prose))


def _is_narrow(cells: Grid, width: int) -> bool:
    return width < max(NARROW, _LEAST_COLUMN * len(cells.header))


def _table(cells: Grid) -> Iterator[RenderableType]:
    if not cells.header:
        return
    empty = EMPTY_CELL if cells.keyed else ""
    made = RichTable(show_lines=True)
    for place, head in enumerate(cells.header):
        first = cells.keyed and place == 0
        made.add_column(text(head, _HEADING), style=_HEADING if first else "", overflow="fold")
    for row in cells.rows:
        made.add_row(*(text(cell) if cell else empty for cell in row))
    yield made


def _stacked(cells: Grid) -> Iterator[Hanging]:
    empty = Text(EMPTY_CELL)
    if cells.keyed:
        for row in cells.rows or ((cells.header,) if cells.header else ()):
            yield Hanging("", text(row[0], _HEADING) if row[0] else empty)
            for head, cell in zip(cells.header[1:], row[1:], strict=True):
                name = text(head).append(": ") if head else Text()
                yield Hanging("  ", name.append_text(text(cell) if cell else empty))
        return
    for place, head in enumerate(cells.header):
        yield Hanging("", text(head, _HEADING) if head else empty)
        for row in cells.rows:
            yield Hanging("- ", text(row[place]))
