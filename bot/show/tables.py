"""Tables and columns as Slack blocks: native where the surface draws them, else fields, lists or aligned text."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model.prose import Item, Listing, Prose, Span
from bot.show import rich_text
from bot.show.grids import Grid, aligned
from bot.show.limits import characters as block_characters
from bot.show.mrkdwn import text_object
from bot.show.rich_text import PIECE, Block
from bot.show.words import EMPTY_CELL, clean_prose, cut, cut_prose, one_line, pieces, size

COLUMNS = 20
ROWS = 100
"""Most rows of one table, its header among them."""
CHARACTERS = 10_000
CELL = 2000
"""Longest text of one cell: a longer one goes on in the next row."""
DITTO = "\u2033"
"""In a row that only goes on: nothing is added to what stands above."""
PAGED_FROM = 13
"""From so many rows on, sorting and paging help."""
CAPTION = 150
_FIELD = 2000
_SECTION = 3000
_FIELD_ROWS = 12
"""Up to so many rows are shown as sections with fields: more would push everything else out of sight."""
_CODE_WIDTH = 56
"""Columns of fixed pitch that a modal shows without breaking the line."""


def split(part: Grid, characters: int) -> Iterator[Grid]:
    """The grid in grids that each fit one native table of at most so many characters: by columns, then by rows.

    A row that alone is too long comes in a grid of its own.
    """
    for columns in _column_groups(part):
        header = tuple(part.header[column] for column in columns)
        room = characters - _length(header)
        rows: list[tuple[Prose, ...]] = []
        used = 0
        for row in part.rows:
            cells = tuple(row[column] for column in columns)
            length = _length(cells)
            if rows and (len(rows) + 1 >= ROWS or used + length > room):
                yield Grid(header, tuple(rows), part.keyed)
                rows, used = [], 0
            rows.append(cells)
            used += length
        if header:
            yield Grid(header, tuple(rows), part.keyed)


def fits(part: Grid, characters: int) -> bool:
    """Whether the grid can be one native table of at most so many characters."""
    return (
        0 < len(part.header) <= COLUMNS
        and len(part.rows) < ROWS
        and _length(part.header) + sum(map(_length, part.rows)) <= min(characters, CHARACTERS)
    )


def continued(part: Grid) -> tuple[Grid, bool]:
    """The grid with every cell at most ``CELL`` long: a longer one goes on in a further row. And whether a heading, which
    cannot go on, had to be cut.
    """
    if all(size(cell.plain) <= CELL for line in (part.header, *part.rows) for cell in line):
        return part, False
    header = tuple(cut_prose(cell, CELL) for cell in part.header)
    rows = [row for each in part.rows for row in _rows(each, keyed=part.keyed)]
    return Grid(header, tuple(rows), part.keyed), header != part.header


def native(part: Grid, caption: str, *, open_rows: int = 0) -> Block:
    """The grid as a ``table`` block, or as a ``data_table`` of which so many rows stand open. It fits (see ``fits``)."""
    rows = [[_cell(cell, bold=part.keyed and not place) for place, cell in enumerate(row)] for row in part.rows]
    if not open_rows:
        header = [_cell(cell, bold=True) for cell in part.header]
        settings = [{"is_wrapped": True} for _ in header]
        return {"type": "table", "column_settings": settings, "rows": [header, *rows]}
    block = {
        "type": "data_table",
        "caption": cut(one_line(caption), CAPTION) or EMPTY_CELL,
        "rows": [[_raw(cell.plain) for cell in part.header], *rows],
        "page_size": min(max(len(rows), 1), open_rows),
    }
    return {**block, "row_header_column_index": 0} if part.keyed else block


def substitute(part: Grid, characters: int) -> list[Block]:
    """The same content where no native table can go: aligned text if it is narrow, fields where two things are set side
    by side, else lists; in blocks of at most so many characters (no fewer than ``PIECE``).
    """
    if not part.header:
        return []
    styled = any(span.italic or span.code or span.link for row in part.rows for cell in row for span in cell.spans)
    if part.keyed and part.rows and not styled and (text := aligned(part, _CODE_WIDTH)):
        return rich_text.preformatted(text)
    fields = _field_rows(part) if part.keyed else _field_columns(part)
    return fields if fields and max(map(block_characters, fields)) <= characters else _lists(part)


def _column_groups(part: Grid) -> list[list[int]]:
    columns = list(range(len(part.header)))
    if len(columns) <= COLUMNS:
        return [columns]
    key = columns[:1] if part.keyed else []
    rest = columns[len(key) :]
    # As few groups as can be, of one width.
    step = -(-len(rest) // -(-len(rest) // (COLUMNS - len(key))))
    return [key + rest[start : start + step] for start in range(0, len(rest), step)]


def _rows(row: tuple[Prose, ...], *, keyed: bool) -> Iterator[tuple[Prose, ...]]:
    """A row, and the rows in which its long cells go on."""
    divided = [pieces(cell, CELL) for cell in row]
    for place in range(max(map(len, divided), default=0) or 1):
        cells = [parts[place] if place < len(parts) else Prose() for parts in divided]
        if place and keyed:
            cells = [cell or Prose.of(DITTO) for cell in cells]
            if place >= len(divided[0]):
                cells[0] = cut_prose(row[0], CELL // 2) + Prose.of(" (continued)")
        yield tuple(cells)


def _length(cells: tuple[Prose, ...]) -> int:
    return sum(max(size(cell.plain), 1) for cell in cells)


def _cell(prose: Prose, *, bold: bool) -> Block:
    if not prose.plain.strip():
        return _raw("")
    if bold:
        prose = _bold(prose)
    runs = rich_text.spans(prose)
    if all(run["type"] == "text" and "style" not in run for run in runs):
        return _raw(prose.plain)
    return rich_text.block([{"type": "rich_text_section", "elements": runs}])


def _raw(text: str) -> Block:
    return {"type": "raw_text", "text": text if text.strip() else EMPTY_CELL}


def _bold(prose: Prose) -> Prose:
    return Prose(
        tuple(
            Span(span.text, bold=True, italic=span.italic, code=span.code, strike=span.strike, link=span.link)
            for span in prose.spans
        )
    )


def _shown(cell: Prose) -> Prose:
    return cell or Prose.of(EMPTY_CELL)


def _field_rows(part: Grid) -> list[Block]:
    if len(part.header) != 3 or not 0 < len(part.rows) <= _FIELD_ROWS:
        return []
    blocks: list[Block] = []
    for row in part.rows:
        texts = [text_object(_bold(_shown(row[0])), _SECTION)]
        texts += [
            text_object(_bold(_shown(head)) + Prose.of("\n") + _shown(cell), _FIELD)
            for head, cell in zip(part.header[1:], row[1:], strict=True)
        ]
        if not all(texts):
            return []
        blocks.append({"type": "section", "text": texts[0], "fields": texts[1:]})
    return blocks


def _field_columns(part: Grid) -> list[Block]:
    if len(part.header) != 2 or not part.rows:
        return []
    fields = []
    for place, head in enumerate(part.header):
        text = _bold(_shown(head))
        for row in part.rows:
            if row[place]:
                text += Prose.of("\n\u2022 ") + row[place]
        fields.append(text_object(text, _FIELD))
    return [{"type": "section", "fields": fields}] if all(fields) else []


def _lists(part: Grid) -> list[Block]:
    if not part.keyed:
        named = [(head, [row[place] for row in part.rows if row[place]]) for place, head in enumerate(part.header)]
    else:
        named = [
            (
                row[0],
                [
                    _bold(head) + Prose.of(": " if head else "") + _shown(cell)
                    for head, cell in zip(part.header[1:], row[1:], strict=True)
                ],
            )
            for row in part.rows or (part.header,)
        ]
    blocks: list[Block] = []
    room = 0
    for title, items in named:
        made = [
            *rich_text.paragraphs(_bold(clean_prose(_shown(title)))),
            *rich_text.listing(Listing(tuple(Item(item) for item in items))),
        ]
        length = sum(map(size, (title.plain, *(item.plain for item in items))))
        if blocks and length <= room:
            blocks[-1]["elements"] += [element for block in made for element in block["elements"]]
            room -= length
        else:
            blocks += made
            room = PIECE - length if length <= PIECE else 0
    return blocks
