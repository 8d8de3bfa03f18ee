"""Comparison tables: the first column names the aspect, each further column a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content import doings
from bot.content.columns import Columns
from bot.content.names import Mention, Subjects
from bot.content.outline import LABEL_LEVEL, WIDEST, Outline, Section
from bot.content.parts import Block, Lines
from bot.content.polarity import Polarity, announced, opposed
from bot.content.recognisers.analogy import is_picture
from bot.content.recognisers.glossary import is_heading as is_terms
from bot.content.sentences import joined, labelled, lines_of, stripped
from bot.content.turning import paired, turned, ungrouped
from bot.content.words import form, key, without_pictures
from bot.content.work import Draft, Grid, Work
from bot.model.problem import Problem
from bot.model.prose import Prose, Table
from bot.model.source import Source

# Column names of tables that list things, and compare none.
_LISTING = frozenset(
    """description meaning default type example note notes value values command commands option options parameter
    version status link url owner date comment comments usage syntax flag explanation purpose field key name
    details result effect action step address room role contact""".split()
)
_CHANNELS = frozenset("phone telephone mobile email e-mail mail website homepage".split())
"""Names of columns that list contacts where their cells are numbers or addresses, and ways to be compared otherwise."""
_REFERENCE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\+?[\d\s()/-]{5,}")
"""A cell that only leads somewhere: an address of the web or of mail, or a telephone number."""
_EXTENSION = re.compile(r"[\d\s()/+-]*")
"""A number within the house, too short to be told from any other number."""
_NOTHING = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "\u2026", "..."})
_NARROWEST = 3
_FEWEST = 2
_LEAD = re.compile(r"(?:(?:when|why|to|use|using|choose|pick|prefer|take|with|go|for)\s+)+", re.IGNORECASE)
"""What the columns of a table on when to use which say before a name."""
_EITHER = frozenset(["benefits", "limitations", "challenges"])
"""Rows of these names may be a dimension: the benefits of an employment."""
_MEASURES = frozenset(["strength", "weakness", "limitation", "benefit"])
"""Rows of these names tell how much there is of it, and list no traits."""


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    cells: tuple[Prose, ...]
    lines: Lines


def tables(outline: Outline) -> Iterator[tuple[int, int, Section, Block, Table]]:
    """The tables of a document that compare subjects."""
    headings = [section.heading for section in outline.sections]
    for number, section in enumerate(outline.sections):
        for at, block in enumerate(section.blocks):
            if isinstance(block.part, Table) and not opposed([header.plain for header in block.part.header]):
                flat = ungrouped(paired(block, section, outline.columns), outline.columns)
                upright = turned(flat, section, outline.columns, headings)
                lay = upright is not flat
                if isinstance(upright.part, Table) and _compares(upright.part, outline.columns, lay=lay):
                    # What one table compares, the rows of the next may be.
                    headings += filter(None, _headers(upright.part, outline.columns))
                    yield number, at, section, upright, upright.part


def mentions(outline: Outline) -> Iterator[Mention]:
    """The columns of comparison tables, as names of subjects."""
    for number, at, section, block, table in tables(outline):
        headers = _headers(table, outline.columns)
        short = _without_ending([header for header in headers if header])
        for header in filter(None, headers):
            said = f"{header} ({short[header]})" if header in short else header
            yield Mention(
                said, outline.source(section, block.first_line, block.first_line), f"{outline.file}/{number}/{at}"
            )


def _without_ending(headers: list[str]) -> dict[str, str]:
    """Headers that all end in the same word, each with the rest of it: "Foo store" is the "Foo" of another table."""
    spoken = {header: header.split() for header in headers}
    endings = {form(words[-1].casefold()) for words in spoken.values()}
    if (
        len(headers) < _FEWEST
        or len(endings) > 1
        or any(len(words) < _FEWEST or "(" in header for header, words in spoken.items())
    ):
        return {}
    return {header: " ".join(words[:-1]) for header, words in spoken.items()}


def recognise(work: Work) -> None:
    """Take the comparison tables: a cell of each subject for each row, and the table as a whole."""
    for number, at, section, block, table in tables(work.outline):
        work.taken.add((number, at))
        source = work.outline.source(section, block.first_line, block.last_line)
        columns = work.outline.columns
        headers = _headers(table, columns)
        subjects = tuple(work.subjects.resolve(header) or "" for header in headers)
        telling = _telling(table, columns)
        pictures = is_picture(section.heading)
        plain = _ambiguous(table, work.outline)
        for column, header in enumerate(headers):
            if not header:
                if column not in telling and any(row[column + 1] for row in table.rows if column + 1 < len(row)):
                    work.problems.append(
                        Problem(
                            source.file, block.first_line, f"column {column + 2} of this table has no name", "name it"
                        )
                    )
            elif subjects[column] and subjects[column] in subjects[:column]:
                work.problems.append(
                    Problem(source.file, block.first_line, f'two columns of this table name one subject: "{header}"')
                )
        kept = [column for column, name in enumerate(subjects) if name and name not in subjects[:column]]
        rows: list[tuple[str, Source]] = []
        for row in _rows(table, block, work):
            place = work.outline.source(section, *row.lines)
            likened = pictures or is_picture(row.name)
            side = None if row.name in plain else _polarity(row.name)
            if side is None and not likened:
                rows.append((row.name, place))
            for column in kept:
                _cell(work, row, row.cells[column], subjects[column], place, side, likened=likened)
            for column in telling:
                _winner(work, row, row.cells[column], dict(zip(subjects, row.cells, strict=False)), place)
        if rows and kept:
            work.grids.append(
                Grid(
                    section.heading or work.outline.title,
                    table.header[0].plain.strip(" :"),
                    tuple(subjects[column] for column in kept),
                    tuple(headers[column] for column in kept),
                    tuple(rows),
                    source,
                )
            )


def shared_endings(outline: Outline, subjects: Subjects) -> None:
    """Let columns that end in the same word go by the rest of their names, and things done by what tells them apart."""
    for _, _, section, block, table in tables(outline):
        names = [header for header in _headers(table, outline.columns) if header]
        place = outline.source(section, block.first_line, block.first_line)
        subjects.share(names, place)
        doings.shorten(names, subjects, place)


def parted(outline: Outline, subjects: Subjects) -> None:
    """Let columns go by the parts of their names that no other column has: "Git + static site" is "Git"."""
    for _, _, section, block, table in tables(outline):
        headers = [header for header in _headers(table, outline.columns) if header]
        parts = {header: [part.strip() for part in _PLUS.split(header)] for header in headers}
        place = outline.source(section, block.first_line, block.first_line)
        for header, found in parts.items():
            others = " ".join(key_ for other in headers if other != header for key_ in key(other)).split()
            for part in found if len(found) > 1 else ():
                known = subjects.resolve(part) or set(key(part)) & set(others)
                if not known and (owner := subjects.resolve(header)) and len(part) >= _NARROWEST:
                    subjects.alias(owner, part, place, quiet=True)


_PLUS = re.compile(r"\s+[+&]\s+")


def headed(outline: Outline, subjects: Subjects) -> None:
    """Let columns go by their first or last words where a heading does, and no other column has them: "SaaS" over what is said
    of "Notion-like SaaS".
    """
    names = {
        key(header): header
        for _, _, _, _, table in tables(outline)
        for header in _headers(table, outline.columns)
        if header and subjects.resolve(header)
    }
    for section in outline.sections:
        said = key(section.heading)
        if not said or is_terms(section.heading) or section.level >= LABEL_LEVEL or subjects.resolve(section.heading):
            continue
        like = [name for name in names if said in (name[: len(said)], name[-len(said) :])]
        if len(like) == 1 and (owner := subjects.resolve(names[like[0]])):
            place = outline.source(section, section.line, section.line)
            subjects.alias(owner, section.heading, place, quiet=True)


def _compares(table: Table, columns: Columns, *, lay: bool) -> bool:
    """Whether a table compares what its columns name; one that ``lay`` on its side is about what its first column named."""
    headers = _headers(table, columns)
    named = [header for header in headers if header]
    corner = table.header[0].plain.strip(" :*").casefold()
    if not named or not table.rows or any(announced(header) for header in (*named, corner)):
        return False
    listing = corner in _LISTING or any(key(header) and set(key(header)) <= _LISTING for header in named)
    if listing and not lay:
        return False
    if any(map(_refers, table.header[1:], zip(*(row[1:] for row in table.rows), strict=True))):
        return False
    rows = [row[0].plain.strip() for row in table.rows]
    if not any(rows) or sum(name.rstrip(".").isdigit() for name in rows) * 2 > len(rows):
        return False
    if len(table.header) - len(_telling(table, columns)) >= _NARROWEST:
        return True
    return bool(set(key(corner)) & columns.aspects)


def _refers(header: Prose, column: tuple[Prose, ...]) -> bool:
    """Whether a column tells of each row only where to find it: a list of contacts or links compares nothing."""
    cells = [cell for cell in column if cell.plain.strip()]
    channel = header.plain.strip(" :").casefold() in _CHANNELS
    return bool(cells) and all(
        _REFERENCE.fullmatch(said := cell.plain.strip())
        or (channel and _EXTENSION.fullmatch(said))
        or all(span.link for span in cell.spans if span.text.strip())
        for cell in cells
    )


def _headers(table: Table, columns: Columns) -> tuple[str, ...]:
    """The names of the columns behind the first, without what all of them say in front ("Use Foo"); empty for one that
    names nobody, but says who is ahead.
    """
    names = [without_pictures(" ".join(header.plain.split())).strip(" :") for header in table.header[1:WIDEST]]
    telling = _telling(table, columns)
    leads = [lead.end() if (lead := _LEAD.match(name)) else 0 for at, name in enumerate(names) if at not in telling]
    bare = len(leads) >= _FEWEST and all(leads)
    return tuple(
        "" if at in telling else name[lead.end() :] if bare and (lead := _LEAD.match(name)) else name
        for at, name in enumerate(names)
    )


def _telling(table: Table, columns: Columns) -> tuple[int, ...]:
    """The columns behind the first that say who is ahead in a row, where others are compared."""
    headers = [without_pictures(header.plain).strip(" :") for header in table.header[1:WIDEST]]
    found = tuple(at for at, header in enumerate(headers) if columns.tells_winner(header))
    return found if len(headers) - len(found) else ()


def _winner(work: Work, row: _Row, cell: Prose, cells: dict[str, Prose], place: Source) -> None:
    """What a row says of who is ahead in it, as an advantage of that one; nothing where it names several."""
    named = work.subjects.several(without_pictures(cell.plain)) or work.subjects.named(cell.plain)
    if len(named) == 1 and named[0] in cells:
        work.drafts.append(Draft("advantage", named, row.name, cells[named[0]], place))


def _rows(table: Table, block: Block, work: Work) -> Iterator[_Row]:
    """Rows in order; one without a name continues the row above."""
    pending: _Row | None = None
    for written, lines in zip(table.rows, block.lines[1:], strict=False):
        name = without_pictures(" ".join(written[0].plain.split())).strip(" :")
        cells = tuple(stripped(cell) for cell in written[1:WIDEST])
        if name:
            if pending:
                yield pending
            pending = _Row(name, cells, lines)
        elif any(cells):
            if pending is None:
                work.problems.append(
                    Problem(work.outline.file, lines[0], "this row has no name", "fill its first cell")
                )
                continue
            merged = tuple(joined([p for p in pair if p]) for pair in zip(pending.cells, cells, strict=True))
            pending = _Row(pending.name, merged, (pending.lines[0], lines[1]))
    if pending:
        yield pending


def _polarity(row: str) -> Polarity | None:
    """What a row lists whose name announces traits ("Pros"); None for an aspect like any other."""
    found = announced(row)
    if found is None or found.subject or len(found.polarities) > 1 or row.casefold() in _MEASURES:
        return None
    return found.polarities[0]


def _ambiguous(table: Table, outline: Outline) -> frozenset[str]:
    """Rows named "Benefits" and the like that list no traits: one side alone, where sections of their own list both."""
    names = [without_pictures(" ".join(row[0].plain.split())).strip(" :") for row in table.rows]
    sides = {side for name in names if (side := _polarity(name))}
    elsewhere = {side for each in outline.sections if (found := announced(each.heading)) for side in found.polarities}
    alone = len(sides) == 1 and len(elsewhere) > 1
    return frozenset(name for name in names if alone and name.casefold() in _EITHER)


def _cell(  # noqa: PLR0917 - a cell and where it stands, spelled out
    work: Work, row: _Row, cell: Prose, subject: str, place: Source, polarity: Polarity | None, *, likened: bool
) -> None:
    if cell.plain.strip().casefold() in _NOTHING:
        return
    if likened:
        label = "" if is_picture(row.name) else row.name
        work.drafts.append(Draft("analogy", (subject,), label, cell, place))
    elif polarity is not None:
        for line in lines_of(cell):
            label, prose = labelled(line)
            work.drafts.append(Draft(polarity, (subject,), label, prose, place))
    else:
        work.drafts.append(Draft("cell", (subject,), row.name, cell, place, row=row.name))
