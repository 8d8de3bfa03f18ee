"""HTML inside of Markdown: its tables, lists, headings and paragraphs, with the lines that they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from bot.model.prose import Item, Listing, Paragraph, Prose, Span, Table

_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[!?][^>]*>?", re.DOTALL | re.IGNORECASE)
_BLOCKS = frozenset(
    """p div section article header footer main aside center figure figcaption dl dt dd blockquote pre tbody thead tfoot
    caption form fieldset address nav details hr""".split()
)
_STYLES = {"b": "bold", "strong": "bold", "summary": "bold", "i": "italic", "em": "italic", "code": "code"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDEST = 50

Lines = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing in a piece of HTML: a part, a heading, or the end of what was folded away."""

    part: Paragraph | Listing | Table | None
    lines: tuple[Lines, ...]
    """Of a paragraph or heading its own; of a list those of its items, of a table those of its rows."""
    level: int = 0
    """1 to 6 for a heading, whose text is the part."""


def read_html(text: str, line: int) -> list[Found]:
    """What a piece of HTML holds, in order; ``line`` is the one that it begins on. Never raises."""
    reader = _Reader(line)
    reader.feed(_HIDDEN.sub(lambda match: "\n" * match.group().count("\n"), text))
    reader.close()
    reader.finish()
    return reader.found


@dataclass(slots=True)
class _Text:
    """Text while it is gathered."""

    line: int
    spans: list[Span] = field(default_factory=list)

    def add(self, text: str, style: Span) -> None:
        before = self.spans[-1].text if self.spans else "\n"
        text = text.lstrip(" ") if before.endswith((" ", "\n")) else text
        if text:
            self.spans.append(replace(style, text=text))

    def prose(self) -> Prose:
        spans = list(self.spans)
        while spans and not spans[-1].text.rstrip():
            spans.pop()
        if spans:
            spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
        return Prose(tuple(spans))


@dataclass(slots=True)
class _Grid:
    """A table while it is read; a cell that spans rows or columns stands in each of them."""

    rows: list[list[Prose]] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    below: dict[int, tuple[int, Prose]] = field(default_factory=dict)

    def begin(self, line: int) -> None:
        self.rows.append([])
        self.lines.append((line, line))
        self._fill()

    def cell(self, prose: Prose, wide: int, high: int, line: int) -> None:
        if not self.rows:
            self.begin(line)
        for _ in range(wide):
            if high > 1:
                self.below[len(self.rows[-1])] = (high - 1, prose)
            self.rows[-1].append(prose)
        self.lines[-1] = (self.lines[-1][0], max(line, self.lines[-1][1]))
        self._fill()

    def end(self, line: int) -> None:
        if self.rows:
            self.lines[-1] = (self.lines[-1][0], line)

    def _fill(self) -> None:
        row = self.rows[-1]
        while held := self.below.pop(len(row), None):
            left, prose = held
            if left > 1:
                self.below[len(row)] = (left - 1, prose)
            row.append(prose)

    def table(self) -> tuple[Table, tuple[Lines, ...]] | None:
        kept = [(row, lines) for row, lines in zip(self.rows, self.lines, strict=True) if any(row)]
        if not kept:
            return None
        width = len(kept[0][0])
        even = [tuple((row + [Prose()] * width)[:width]) for row, _ in kept]
        return Table(even[0], tuple(even[1:])), tuple(lines for _, lines in kept)


class _Reader(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self._first = line
        self._text = _Text(line)
        self._open: list[str] = []
        self._links: list[str] = []
        self._grids: list[_Grid] = []
        self._span = (1, 1)
        self._items: list[tuple[Item, Lines]] = []
        self._lists: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._text.add("\n", Span(""))
        elif tag == "img":
            self._text.add(given.get("alt", ""), self._style())
        elif tag == "a":
            self._links.append(given.get("href", ""))
        elif tag == "table":
            self.finish()
            self._grids.append(_Grid())
        elif tag == "tr" and self._grids:
            self._end_cell()
            self._grids[-1].begin(self._line())
        elif tag in ("td", "th") and self._grids:
            self._end_cell()
            self._span = (_number(given.get("colspan")), _number(given.get("rowspan")))
            self._open.append("cell")
        elif self._grids:
            if tag in _BLOCKS | {"li"} and self._text.spans:
                self._text.add("\n", Span(""))
        elif tag in ("ul", "ol"):
            self._end_text()
            self._lists.append(tag)
        elif tag in _BLOCKS | _HEADINGS.keys() | {"li", "summary"}:
            self._end_text()
        if tag in _STYLES or tag in _HEADINGS or tag == "li":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._links.pop()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
            if tag == "tr" and self._grids:
                self._grids[-1].end(self._line())
        elif tag == "table" and self._grids:
            self._end_cell()
            self._end_table()
        elif not self._grids and tag in _BLOCKS | _HEADINGS.keys() | {"li", "summary", "ul", "ol"}:
            self._end_text()
            if tag in ("ul", "ol") and self._lists:
                self._end_list()
            if tag == "details":
                self.found.append(Found(None, ((self._line(), self._line()),)))
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag)]

    def handle_data(self, data: str) -> None:
        data = re.sub(r"\s+", " ", data)
        if not self._text.spans and data.strip():
            self._text.line = self._line()
        self._text.add(data, self._style())

    def finish(self) -> None:
        """End whatever is still open."""
        while self._grids:
            self._end_cell()
            self._end_table()
        self._end_text()
        while self._lists:
            self._end_list()

    def _line(self) -> int:
        return self._first + self.getpos()[0] - 1

    def _style(self) -> Span:
        styles = {_STYLES[tag]: True for tag in self._open if tag in _STYLES}
        return replace(Span(""), link=self._links[-1] if self._links else "", **styles)  # type: ignore[arg-type]

    def _end_text(self) -> None:
        text, self._text = self._text, _Text(self._line())
        prose = text.prose()
        if not prose.plain.strip():
            return
        lines = (text.line, max(text.line, self._line()))
        level = next((_HEADINGS[tag] for tag in reversed(self._open) if tag in _HEADINGS), 0)
        if self._lists and "li" in self._open:
            self._items.append((Item(prose, len(self._lists) - 1), lines))
        else:
            self.found.append(Found(Paragraph(prose), (lines,), level))

    def _end_list(self) -> None:
        ordered = self._lists.pop() == "ol"
        if self._lists or not self._items:
            return
        items, self._items = self._items, []
        listing = Listing(tuple(item for item, _ in items), ordered=ordered)
        self.found.append(Found(listing, tuple(lines for _, lines in items)))

    def _end_cell(self) -> None:
        if "cell" in self._open:
            del self._open[self._open.index("cell") :]
            text, self._text = self._text, _Text(self._line())
            self._grids[-1].cell(text.prose(), *self._span, self._line())

    def _end_table(self) -> None:
        made = self._grids.pop().table()
        self._text = _Text(self._line())
        if made:
            self.found.append(Found(*made))


def _number(text: str | None) -> int:
    return min(int(text), _WIDEST) if text and text.isascii() and text.isdigit() and int(text) else 1
