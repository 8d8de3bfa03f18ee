"""The parts of an answer as blocks, laid over as many pages as they need: a page is what one message or view takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from bot.model.answer import Answer
from bot.model.prose import CodeBlock, Columns, Listing, Paragraph, Prose, Subheading, Table
from bot.show import rich_text, tables
from bot.show.grids import grid
from bot.show.limits import characters
from bot.show.rich_text import Block
from bot.show.words import one_line


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page takes."""

    blocks: int
    characters: int
    table: bool
    """One native table."""
    data_table: bool
    """It may be one that is sorted and paged."""
    open_rows: int = tables.ROWS
    """Most rows of such a table that stand open at once."""


@lru_cache(32)
def laid(answer: Answer, sheet: Sheet) -> tuple[tuple[tuple[Block, ...], ...], bool]:
    """The body of an answer as pages, at least one, and whether anything had to be cut. Nothing else is left out.

    A table that is too wide or too long for one goes on, by columns and then by rows, on a page each; one that only finds a
    table there before it is said in another form. Turning a page does not lay all of them again.
    """
    pages = _Pages(sheet)
    short = False
    for part in answer.parts:
        match part:
            case Paragraph(prose):
                pages.add(*rich_text.paragraphs(prose))
            case Subheading(text):
                pages.add(*rich_text.paragraphs(Prose.of(one_line(text), bold=True)))
            case Listing():
                pages.add(*rich_text.listing(part))
            case CodeBlock():
                pages.add(*rich_text.code(part))
            case Table() | Columns():
                short = _table(pages, part, answer.heading, sheet) or short
            case _:
                assert_never(part)
    return tuple(map(tuple, pages.made)), short


class _Pages:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.made: list[list[Block]] = [[]]
        self.table_free = sheet.table
        self._left = sheet.characters

    def add(self, *blocks: Block) -> None:
        """Each on this page, or on the next where it has no room here."""
        for block in blocks:
            length = characters(block)
            table = block["type"] in ("table", "data_table")
            full = len(self.made[-1]) == self._sheet.blocks or length > self._left
            if self.made[-1] and (full or (table and not self.table_free)):
                self.made.append([])
                self._left = self._sheet.characters
                self.table_free = self._sheet.table
            self.made[-1].append(block)
            self._left -= length
            self.table_free = self.table_free and not table


def _table(pages: _Pages, part: Table | Columns, caption: str, sheet: Sheet) -> bool:
    """Lay a table; tells whether anything had to be cut."""
    as_written = grid(part)
    whole, short = tables.continued(as_written)
    if not pages.table_free:
        pages.add(*tables.substitute(whole, sheet.characters))
        return short
    limit = min(sheet.characters, tables.CHARACTERS)
    # A row that goes on in the next must stay where it is.
    sortable = sheet.data_table and whole.keyed and len(whole.rows) == len(as_written.rows)
    for piece in tables.split(whole, limit):
        if tables.fits(piece, limit):
            paged = sortable and len(piece.rows) >= tables.PAGED_FROM
            pages.add(tables.native(piece, caption, open_rows=sheet.open_rows if paged else 0))
        else:
            pages.add(*tables.substitute(piece, limit))
    return short
