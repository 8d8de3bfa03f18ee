"""Formatted text that knows no medium: spans, and the parts that answers and passages are built of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str = ""
    """Address that the text leads to; empty for none."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph's worth of formatted text. A line break is a newline inside a span."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, *, bold: bool = False) -> Prose:
        """Prose of one span; no spans for an empty text."""
        return cls((Span(text, bold=bold),)) if text else cls()

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join(span.text for span in self.spans)

    def __add__(self, other: Prose) -> Prose:
        return Prose(self.spans + other.spans)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class Subheading:
    """A small heading inside an answer or a passage."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a listing."""

    prose: Prose
    depth: int = 0
    """How deep the item is nested, 0 for the outermost."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, its nested items flattened with their depth."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, shown as written."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Every row has as many cells as the header; an empty ``Prose`` is an empty cell."""

    header: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of ``Columns``: a title with its items below."""

    title: str
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists that are read side by side: advantages beside disadvantages."""

    columns: tuple[Column, ...]


Part = Paragraph | Subheading | Listing | CodeBlock | Table | Columns
"""What passages and the bodies of answers are made of."""
