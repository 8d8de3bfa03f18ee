"""The short form of a long answer: the beginning of each long table and list, to be opened by whoever wants the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.model.answer import Answer
from bot.model.prose import CodeBlock, Column, Columns, Listing, Paragraph, Part, Subheading, Table

ROWS = 12
"""Rows of a table from which on it is long."""
ITEMS = 8
"""Items of a list, or of one of the lists that stand side by side, from which on it is long."""
PARTS = 8
"""Parts of an answer from which on it is long."""
SHOWN_ROWS = 8
"""Rows of a long table that stand open."""
_SHOWN_ITEMS = 5
_SHOWN_PARTS = 5


def brief(answer: Answer, *, tables: bool = True) -> Answer | None:
    """The answer with its long parts cut to their beginning; None for one that is not long.

    In: ``tables``: whether tables are cut as well, or left to be paged where they are shown.
    """
    parts = answer.parts[:_SHOWN_PARTS] if len(answer.parts) > PARTS else answer.parts
    shorter = tuple(part if isinstance(part, Table) and not tables else _cut(part) for part in parts)
    return None if shorter == answer.parts else replace(answer, parts=shorter)


def _cut(part: Part) -> Part:
    match part:
        case Table(header, rows) if len(rows) > ROWS:
            return Table(header, rows[:SHOWN_ROWS])
        case Columns(columns) if any(len(column.items) > ITEMS for column in columns):
            return Columns(tuple(Column(column.title, column.items[:_SHOWN_ITEMS]) for column in columns))
        case Listing(items) if len(items) > ITEMS:
            return Listing(items[:_SHOWN_ITEMS], part.ordered)
        case Paragraph() | Subheading() | Listing() | CodeBlock() | Table() | Columns():
            return part
        case _:
            assert_never(part)
