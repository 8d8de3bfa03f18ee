"""Tables that lie on their side: a subject in each row, and the aspects as columns."""

from __future__ import annotations

from bot.content.outline import WIDEST, Section
from bot.content.parts import Block
from bot.content.words import key
from bot.model.prose import Prose, Table

_KINDS = frozenset(
    """tool product framework language database service model plan provider library system technology approach method
    solution platform vendor candidate alternative choice app application engine broker package editor protocol format
    brand material""".split()
)
"""Names of a first column whose cells are things to choose from."""
_FEWEST = 2


def turned(block: Block, section: Section) -> Block:
    """The table with a subject in each column, where its first column names the subjects; else the block as it is.

    It does where that column is called after what the headings above speak of ("Broker" under "Message brokers"), or by a
    common word for things to choose from. A row of the result has the lines of all the rows that it was made of.
    """
    table = block.part
    if not isinstance(table, Table) or not _lies(table, section):
        return block
    names = tuple(row[0] if row else Prose() for row in table.rows)[: WIDEST - 1]
    rows = tuple(
        (header, *(row[column] if column < len(row) else Prose() for row in table.rows[: len(names)]))
        for column, header in enumerate(table.header)
        if column
    )
    body = block.lines[1 : 1 + len(names)]
    whole = (body[0][0], body[-1][1]) if body else (block.first_line, block.last_line)
    made = Table((table.header[0], *names), rows)
    return Block(made, block.first_line, block.last_line, (block.lines[0], *(whole for _ in rows)))


def _lies(table: Table, section: Section) -> bool:
    corner = key(table.header[0].plain)
    if not corner or len(table.rows) < _FEWEST or len(table.header) < _FEWEST + 1:
        return False
    names = [row[0].plain.strip() if row else "" for row in table.rows]
    if not all(names) or len(set(names)) < len(names):
        return False
    above = {word for heading in section.path for word in key(heading)}
    return corner[-1] in _KINDS or (corner[-1] in above and not set(key(" ".join(names))) <= above)
