"""Tables in other layouts: on their side, with a subject in each row, or with a first column that only groups the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.content.columns import Columns
from bot.content.outline import WIDEST, Section
from bot.content.parts import Block
from bot.content.words import GENERIC, STOP_WORDS, key
from bot.model.prose import Prose, Table

_FEWEST = 2


def ungrouped(block: Block, columns: Columns) -> Block:
    """The table without its first column, where that only groups what the second names ("Category | Property | X | Y").

    Rows of one name in several groups are told apart by their group: "Cost: Licence".
    """
    table = block.part
    if not isinstance(table, Table) or len(table.header) < _FEWEST + 2 or not table.rows:
        return block
    if any(not columns.aspects & {*key(header.plain)[-1:]} for header in table.header[:2]):
        return block
    names = [row[1].plain.strip() for row in table.rows]
    groups = [row[0] for row in table.rows]
    for at in range(1, len(groups)):
        groups[at] = groups[at] or groups[at - 1]
    rows = tuple(
        (group + Prose.of(": ") + row[1] if names.count(name) > 1 and group else row[1], *row[2:])
        for name, group, row in zip(names, groups, table.rows, strict=True)
    )
    return replace(block, part=Table(table.header[1:], rows))


def turned(block: Block, section: Section, columns: Columns, headings: Sequence[str] = ()) -> Block:
    """The table with a subject in each column, where its first column names the subjects; else the block as it is.

    It does where that column is called after what the headings above speak of ("Broker" under "Message brokers"), by a
    common word for things to choose from, or where ``headings`` name its cells and none of the other columns. A row of the
    result has the lines of all the rows that it was made of.
    """
    table = block.part
    if not isinstance(table, Table) or not _lies(table, section, columns, headings):
        return block
    header, *rows = zip(table.header, *table.rows[: WIDEST - 1], strict=True)
    body = block.lines[1:WIDEST]
    whole = (body[0][0], body[-1][1])
    return Block(
        Table(header, tuple(rows)), block.first_line, block.last_line, (block.lines[0], *(whole for _ in rows))
    )


def _lies(table: Table, section: Section, columns: Columns, headings: Sequence[str]) -> bool:
    corner = key(table.header[0].plain)
    if len(table.rows) < _FEWEST or len(table.header) < _FEWEST + 1:
        return False
    names = [row[0].plain.strip() for row in table.rows]
    if not all(names) or len(set(names)) < len(names):
        return False
    above = {word for heading in section.path for word in key(heading)}
    called = corner and (
        corner[-1] in columns.things
        # "Feature" under "Feature matrix" names what the rows are, and "Broker" under "Message brokers" what they name.
        or (corner[-1] in above - columns.aspects and not set(key(" ".join(names))) <= above)
    )
    if called:
        return True
    titled = [set(key(heading)) for heading in section.path[:1]]
    if _headed(names, titled) and not any(_headed([header.plain], titled) for header in table.header[1:]):
        # "Channel | Speed | Price" with the rows of "Email, chat or a call?".
        return len(names) <= len(titled[0])
    told = [set(key(heading)) for heading in headings if heading not in section.path]
    return _headed(names, told) and not any(_headed([header.plain], told) for header in table.header[1:])


def _headed(names: Sequence[str], told: Sequence[set[str]]) -> bool:
    """Whether most of some names stand in headings of their own."""
    kept = [set(key(_PAREN.sub(" ", name))) for name in names]
    named = sum(1 for name in kept if name and any(name <= heading for heading in told))
    return named * 2 > len(names)


_PAREN = re.compile(r"\([^()]*\)")


def paired(block: Block, section: Section, columns: Columns) -> Block:
    """The table with a first column of its own, where all its columns are named in what the headings above set apart, and
    none says on what: "Foo | Bar" under "Foo and Bar, their differences".

    A row is named by the last word that its cells share and that few other rows have, and by its number where none is.
    """
    table = block.part
    if not isinstance(table, Table) or len(table.header) < _FEWEST or not all(map(_said, table.header)):
        return block
    above = set(key(" ".join(section.path)))
    if columns.aspects & {*key(table.header[0].plain)[-1:]}:
        # "Feature | Foo | Bar" has a first column already.
        return block
    if not all((said := set(key(header.plain))) and said <= above for header in table.header):
        return block
    names = {word for header in table.header for word in key(header.plain)}
    words_of = [[key(cell.plain) for cell in row] for row in table.rows]
    common = Counter(word for row in words_of for word in set(row[0]).intersection(*row[1:]))
    rows = []
    for number, (cells, row) in enumerate(zip(words_of, table.rows, strict=True), start=1):
        shared = [
            word for word in cells[0] if all(word in cell for cell in cells) and common[word] * 2 <= len(words_of)
        ]
        telling = (word for word in reversed(shared) if len(word) > _LETTERS and word not in names | _WEAK)
        rows.append((Prose.of(next(telling, f"difference {number}").capitalize()), *row))
    return replace(block, part=Table((Prose(), *table.header), tuple(rows)))


_WEAK = (
    STOP_WORDS | GENERIC | frozenset("have called based used using only mainly primarily usually often mostly".split())
)
"""Words that name no row."""


def _said(prose: Prose) -> bool:
    return bool(prose.plain.strip())


_LETTERS = 3
"""Letters of words that are too short to name a row."""
