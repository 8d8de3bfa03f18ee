"""Tokens of markdown-it-py become parts and prose, with the lines that they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.content.html import read_html
from bot.content.typed_marks import with_hyphens
from bot.model.prose import CodeBlock, Item, Listing, Paragraph, Part, Prose, Span, Subheading, Table

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CALLOUT = re.compile(r"\[!(?:note|tip|important|warning|caution|info)\][+-]?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?::\s?)?")
_FRAME = frozenset({"image", "link_open", "link_close", "softbreak", "hardbreak", "html_inline"})

Lines = tuple[int, int]
"""First and last line, counted from 1 and both included."""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document with its place."""

    part: Part
    first_line: int
    last_line: int
    lines: tuple[Lines, ...] = ()
    """Lines of each item of a listing, or of the header and each row of a table."""
    breaks: tuple[int, ...] = ()
    """For a paragraph, or the one item of a list: the characters of its text at which a new line of the file begins."""


@dataclass(slots=True)
class Heading:
    """A heading on its way into the outline."""

    level: int
    prose: Prose
    line: int


class Rule:
    """A line drawn across the page: what comes after belongs to no label above."""


def tokens_of(text: str) -> list[Token]:
    r"""Parse Markdown; ``text`` has ``\\n`` line ends and no lone surrogates."""
    return _MARKDOWN.parse(with_hyphens(text))


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a Markdown text that stands alone, an answer in YAML; headings become small headings."""
    parts: list[Part] = []
    for piece in pieces_of(tokens_of(text)):
        if isinstance(piece, Block):
            parts.append(piece.part)
        elif isinstance(piece, Heading) and piece.prose:
            parts.append(Subheading(piece.prose.plain))
    return tuple(parts)


def plain_of(part: Part) -> str:
    """The text of a part, a line for each item or row."""
    match part:
        case Paragraph(prose):
            return prose.plain
        case Listing(items):
            return "\n".join(item.prose.plain for item in items)
        case CodeBlock(text):
            return text
        case Table(header, rows):
            return "\n".join(" | ".join(cell.plain for cell in row) for row in (header, *rows))
        case _:
            return ""


def pieces_of(tokens: Sequence[Token]) -> Iterator[Block | Heading | Rule]:
    """The blocks, headings and rules of a document in order; quotations are flattened."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _closing(tokens, at)
        match token.type:
            case "heading_open":
                first, _ = _lines(token)
                yield Heading(int(token.tag[1:]), prose_of(tokens[at + 1])[0], first)
            case "paragraph_open":
                yield from _paragraph(tokens[at + 1])
            case "bullet_list_open" | "ordered_list_open":
                yield from _listing(tokens[at : end + 1], _sign(tokens, at, end))
            case "table_open":
                yield from _table(tokens[at : end + 1])
            case "fence" | "code_block":
                first, last = _lines(token)
                yield Block(CodeBlock(token.content.rstrip("\n"), token.info.strip().split(" ")[0]), first, last)
            case "html_block":
                yield from _html(token)
            case "hr":
                yield Rule()
            case _:
                end = at
        at = end + 1


def prose_of(token: Token) -> tuple[Prose, tuple[int, ...]]:
    """The prose of one inline token, and where in its text new lines of the file begin."""
    spans: list[Span] = []
    breaks: list[int] = []
    style = Span("")
    length = 0
    links: list[str] = []
    depth = dict.fromkeys(("strong", "em", "s"), 0)
    for child in token.children or ():
        name, _, way = child.type.rpartition("_")
        if name in depth and way in ("open", "close"):
            depth[name] += 1 if way == "open" else -1
            style = replace(style, bold=depth["strong"] > 0, italic=depth["em"] > 0, strike=depth["s"] > 0)
            continue
        if child.type == "link_open":
            links.append(str(child.attrs.get("href", "")))
            style = replace(style, link=links[-1])
            continue
        if child.type == "link_close":
            links.pop()
            style = replace(style, link=links[-1] if links else "")
            continue
        text = _text(child)
        if child.type in ("softbreak", "hardbreak"):
            breaks.append(length + 1)
        if not text:
            continue
        span = replace(style, text=text, code=child.type == "code_inline")
        length += len(text)
        if spans and replace(spans[-1], text="") == replace(span, text=""):
            spans[-1] = replace(span, text=spans[-1].text + text)
        else:
            spans.append(span)
    return Prose(tuple(spans)), tuple(breaks)


def _text(child: Token) -> str:
    match child.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK.fullmatch(child.content) else ""
        case "image":
            return "".join(map(_text, child.children or ())) or child.content
        case "text":
            return _FOOTNOTE.sub("", child.content)
        case _:
            return child.content


def _lines(token: Token) -> Lines:
    first, end = token.map or [0, 1]
    return first + 1, max(first + 1, end)


def _closing(tokens: Sequence[Token], at: int) -> int:
    token = tokens[at]
    if token.nesting != 1 or token.type == "blockquote_open":
        return at
    return next(
        (
            later
            for later in range(at + 1, len(tokens))
            if tokens[later].nesting == -1 and tokens[later].level == token.level
        ),
        len(tokens) - 1,
    )


def _paragraph(inline: Token) -> Iterator[Block]:
    children = inline.children or []
    if any(child.type == "image" for child in children) and all(
        child.type in _FRAME or not child.content.strip() for child in children
    ):
        return  # pictures and badges, with no word beside them
    first, last = _lines(inline)
    if children and _CALLOUT.fullmatch(children[0].content.strip()):
        inline = replace(inline, children=children[2:])
        first = min(first + 1, last)
    prose, breaks = prose_of(inline)
    if prose.plain.strip():
        yield Block(Paragraph(prose), first, last, breaks=breaks if len(breaks) == last - first else ())


def _html(token: Token) -> Iterator[Block | Heading | Rule]:
    for found in read_html(token.content, _lines(token)[0]):
        first, last = found.lines[0][0], found.lines[-1][1]
        if found.part is None:
            yield Rule()
        elif found.level and isinstance(found.part, Paragraph):
            yield Heading(found.level, found.part.prose, first)
        else:
            yield Block(found.part, first, last, () if isinstance(found.part, Paragraph) else found.lines)


@dataclass(slots=True)
class _OpenItem:
    depth: int
    proses: list[Prose] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    breaks: tuple[int, ...] = ()

    def take(self, prose: Prose, lines: Lines, breaks: tuple[int, ...] = ()) -> None:
        if prose.plain.strip():
            self.breaks = () if self.proses else breaks
            self.proses.append(prose)
            self.lines += lines

    def prose(self) -> Prose:
        whole = Prose()
        for prose in self.proses:
            whole = whole + Prose.of("\n") + prose if whole else prose
        return whole


def _sign(tokens: Sequence[Token], at: int, end: int) -> str:
    """What marks the items of a list, where a list marked "+" and one marked "-" stand side by side; "" elsewhere."""
    mark = tokens[at].markup
    beside = {
        each.markup for each in (*tokens[max(0, at - 1) : at], *tokens[end + 1 : end + 2]) if "bullet" in each.type
    }
    return mark if {mark} | beside == {"+", "-"} else ""


def _listing(tokens: Sequence[Token], sign: str = "") -> Iterator[Block]:
    items: list[_OpenItem] = []
    stack: list[_OpenItem] = []
    row: Lines | None = None
    for token in tokens:
        if token.type == "list_item_open":
            stack.append(_OpenItem(len(stack)))
            items.append(stack[-1])
        elif token.type == "list_item_close":
            stack.pop()
        elif token.type == "tr_open":
            row = _lines(token)
        elif token.type == "inline" and stack:
            stack[-1].take(*_said(token, _lines(token) if token.map else row or _lines(token)))
        elif token.type in ("fence", "code_block") and stack:
            stack[-1].take(Prose((Span(token.content.rstrip("\n"), code=True),)), _lines(token))
        elif token.type == "html_block" and stack:
            for block in _html(token):
                if isinstance(block, Block) and isinstance(block.part, Paragraph):
                    stack[-1].take(block.part.prose, (block.first_line, block.last_line))
    kept = [item for item in items if item.proses]
    if not kept or all(_leads_on(item.prose()) for item in kept):
        return
    ranges = tuple((min(item.lines), max(item.lines)) for item in kept)
    yield Block(
        Listing(
            tuple(Item(_marked(item, sign), item.depth) for item in kept), ordered=tokens[0].type == "ordered_list_open"
        ),
        min(first for first, _ in ranges),
        max(last for _, last in ranges),
        lines=ranges,
        breaks=kept[0].breaks if len(kept) == 1 else (),
    )


def _marked(item: _OpenItem, sign: str) -> Prose:
    return Prose.of(f"{sign} ") + item.prose() if sign and not item.depth else item.prose()


def _said(token: Token, lines: Lines) -> tuple[Prose, Lines, tuple[int, ...]]:
    prose, breaks = prose_of(token)
    return prose, lines, breaks if len(breaks) == lines[1] - lines[0] else ()


def _leads_on(prose: Prose) -> bool:
    """Whether an item is nothing but a link within the page, as a table of contents is made of them."""
    return all(span.link.startswith("#") for span in prose.spans if span.text.strip())


def _table(tokens: Sequence[Token]) -> Iterator[Block]:
    rows: list[list[Prose]] = []
    lines: list[Lines] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            lines.append(_lines(token))
        elif token.type == "inline" and rows:
            rows[-1].append(prose_of(token)[0])
    if not rows:
        return
    width = len(rows[0])
    even = tuple(tuple((row + [Prose()] * width)[:width]) for row in rows)
    yield Block(Table(even[0], even[1:]), lines[0][0], lines[-1][1], lines=tuple(lines))
