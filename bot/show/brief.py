"""The short form of a long answer: the beginning of each long table and list, to be opened by whoever wants the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from bot.model.answer import Answer
from bot.model.prose import CodeBlock, Column, Columns, Listing, Paragraph, Part, Prose, Subheading, Table

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


def beginning(answer: Answer, most: int) -> Answer:
    """The answer with no more of its rows and items than hold about ``most`` characters: what comes after is more of the same."""
    parts: list[Part] = []
    for part in answer.parts:
        if most <= 0:
            break
        begun, length = _begun(part, most)
        parts.append(begun)
        most -= length
    return replace(answer, parts=tuple(parts))


def _begun(part: Part, most: int) -> tuple[Part, int]:
    match part:
        case Table(header, rows):
            count, length = _holding(rows, most)
            return Table(header, rows[:count]), length
        case Listing(items):
            count, length = _holding([(item.prose,) for item in items], most)
            return Listing(items[:count], part.ordered), length
        case Columns(columns):
            count, length = _holding(list(zip_longest(*(each.items for each in columns), fillvalue=Prose())), most)
            return Columns(tuple(Column(each.title, each.items[:count]) for each in columns)), length
        case Paragraph() | Subheading() | CodeBlock():
            return part, len(str(part))
        case _:
            assert_never(part)


def _holding(rows: Sequence[Sequence[Prose]], most: int) -> tuple[int, int]:
    """How many rows hold so many characters, the one that goes beyond among them, and how many they hold."""
    length = 0
    for count, row in enumerate(rows, 1):
        length += sum(len(cell.plain) + 1 for cell in row)
        if length >= most:
            return count, length
    return len(rows), length


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
