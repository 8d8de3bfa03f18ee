"""Tables and columns as one grid of cells, and the same as text in a fixed pitch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from bot.model.prose import Columns, Prose, Table
from bot.show.words import EMPTY_CELL, clean_prose, columns_wide, one_line


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangle of cells under a header."""

    header: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]
    keyed: bool
    """The first column names its row: a table. Without it every column is a list of its own: columns."""


def grid(part: Table | Columns) -> Grid:
    """The cells of a table or of columns, cleaned; short rows are filled up, long ones widen the header."""
    if isinstance(part, Table):
        header, rows, keyed = part.header, part.rows, True
    else:
        header = tuple(Prose.of(column.title) for column in part.columns)
        rows = tuple(zip_longest(*(column.items for column in part.columns), fillvalue=Prose()))
        keyed = False
    width = max(map(len, (header, *rows)), default=0)
    return Grid(_filled(header, width), tuple(_filled(row, width) for row in rows), keyed)


def aligned(part: Grid, limit: int) -> str:
    """The grid as lines of aligned text, a rule under the header; empty if it is wider than ``limit``, or has a cell of
    several lines.
    """
    lines = [part.header, *part.rows]
    if not part.header or any("\n" in cell.plain for line in lines for cell in line):
        return ""
    empty = EMPTY_CELL if part.keyed else ""
    texts = [[one_line(cell.plain) or empty for cell in line] for line in lines]
    widths = [max(map(columns_wide, column)) for column in zip(*texts, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > limit:
        return ""
    texts.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "  ".join(text + " " * (width - columns_wide(text)) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in texts
    )


def _filled(cells: tuple[Prose, ...], width: int) -> tuple[Prose, ...]:
    return tuple(clean_prose(cell) for cell in cells) + (Prose(),) * (width - len(cells))
