"""An answer for a terminal, drawn by rich within whatever width there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
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
_HEADING = Style(bold=True)
_HINT = Style(dim=True)


class Shown:
    """A reply (or an answer alone) that a rich ``Console`` can print: ``console.print(Shown(reply))``."""

    def __init__(self, reply: Reply | Answer) -> None:
        self._label = ask_label(reply)
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
            yield Text(heading, style=_HEADING)
        if lead := clean_prose(answer.lead):
            yield text(lead)
        for part in answer.parts:
            yield from _part(part, width)
        if questions := [each for each in (one_line(choice.text) for choice in answer.choices) if each]:
            label = [self._label] if self._label else []
            yield Text("\n".join([*label, *(f"  {question}" for question in questions)]))
        if places := citations(answer.sources):
            yield Text(f"{'Source' if len(places) == 1 else 'Sources'}: {'; '.join(places)}", style=_HINT)


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
            if prose.plain.strip():
                yield text(prose)
        case Subheading(title):
            if title := one_line(title):
                yield Text(title, style=_HEADING)
        case Listing():
            if any(item.prose.plain.strip() for item in part.items):
                yield _listing(part)
        case CodeBlock(code):
            if code := clean(code.expandtabs(4)).strip("\n"):
                yield Padding(Text(code), (0, 0, 0, 4))
        case Table() | Columns():
            cells = grid(part)
            if cells.header:
                yield _stacked(cells) if _is_narrow(cells, width) else _table(cells)
        case _:
            assert_never(part)


def _listing(part: Listing) -> RenderableType:
    rows = RichTable.grid(padding=(0, 1, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column()
    for item, (indent, mark) in zip(part.items, markers(part), strict=True):
        if item.prose.plain.strip():
            rows.add_row(f"{indent}{mark}", text(item.prose))
    return rows


def _is_narrow(cells: Grid, width: int) -> bool:
    return width < max(NARROW, _LEAST_COLUMN * len(cells.header))


def _table(cells: Grid) -> RenderableType:
    made = RichTable(show_lines=True)
    for place, head in enumerate(cells.header):
        first = cells.keyed and place == 0
        made.add_column(text(head, _HEADING), style=_HEADING if first else "", overflow="fold")
    for row in cells.rows:
        made.add_row(*(text(cell) if cell else EMPTY_CELL for cell in row))
    return made


def _stacked(cells: Grid) -> RenderableType:
    made = Text()
    if cells.keyed:
        for row in cells.rows or (cells.header,):
            made.append_text(text(row[0], _HEADING) if row[0] else Text(EMPTY_CELL)).append("\n")
            for head, cell in zip(cells.header[1:], row[1:], strict=True):
                made.append("  ").append_text(text(head)).append(": " if head else "")
                made.append_text(text(cell) if cell else Text(EMPTY_CELL)).append("\n")
    else:
        for place, head in enumerate(cells.header):
            made.append_text(text(head, _HEADING) if head else Text(EMPTY_CELL)).append("\n")
            for row in cells.rows:
                if row[place]:
                    made.append("- ").append_text(text(row[place])).append("\n")
    made.rstrip()
    return made
