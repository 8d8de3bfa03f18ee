"""Prose, lists and code as Slack's rich_text: styles are fields beside the text, so no text can become one."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from bot.model.prose import CodeBlock, Item, Listing, Prose, Span
from bot.show.mrkdwn import safe_link
from bot.show.words import clean, clean_prose, divide, pieces, size

Block = dict[str, Any]
"""One block of Slack's Block Kit, or a part of one, as it is sent."""

PIECE = 2800
"""Longest run of text in one element: a longer paragraph goes on in the next block."""
DEEPEST = 6
"""Deepest indent that a list is given; what is deeper stands there too."""


def block(elements: list[Block]) -> Block:
    """A rich_text block of these elements."""
    return {"type": "rich_text", "elements": elements}


def section(prose: Prose) -> Block:
    """A paragraph. The prose is not empty."""
    return {"type": "rich_text_section", "elements": spans(prose)}


def spans(prose: Prose) -> list[Block]:
    """The runs of text and links of a paragraph, empty ones left out."""
    return [_span(span) for span in prose.spans if span.text]


def paragraphs(prose: Prose) -> list[Block]:
    """A paragraph as blocks, one for each ``PIECE`` of it; none for an empty one."""
    return [block([section(piece)]) for piece in pieces(clean_prose(prose), PIECE)]


def listing(part: Listing) -> list[Block]:
    """A list as blocks of at most about ``PIECE`` characters, nested items indented, numbers going on."""
    blocks: list[Block] = []
    elements: list[Block] = []
    used = 0
    counts: dict[int, int] = {}
    for depth, run in groupby(_items(part), key=lambda item: item.depth):
        counts = {level: count for level, count in counts.items() if level <= depth}
        for item in run:
            length = size(item.prose.plain)
            if elements and used + length > PIECE:
                blocks.append(block(elements))
                elements, used = [], 0
            last = elements[-1] if elements else None
            if last is None or last.get("indent", 0) != depth:
                last = _list(part, depth, counts.get(depth, 0))
                elements.append(last)
            last["elements"].append(section(item.prose))
            counts[depth] = counts.get(depth, 0) + 1
            used += length
    return [*blocks, block(elements)] if elements else blocks


def code(part: CodeBlock) -> list[Block]:
    """Code as written, in blocks of at most ``PIECE``; none for empty code."""
    return preformatted(clean(part.text.expandtabs(4)).strip("\n"))


def preformatted(text: str) -> list[Block]:
    """Text in a fixed pitch, in blocks of at most ``PIECE``; none for an empty text."""
    blocks = []
    while text.strip():
        head, text = divide(text, PIECE)
        head = head.strip("\n")
        if head:
            run = {"type": "text", "text": head}
            blocks.append(block([{"type": "rich_text_preformatted", "elements": [run]}]))
    return blocks


def _items(part: Listing) -> list[Item]:
    found = []
    for item in part.items:
        depth = min(max(item.depth, 0), DEEPEST)
        found += [Item(piece, depth) for piece in pieces(clean_prose(item.prose), PIECE)]
    return found


def _list(part: Listing, depth: int, before: int) -> Block:
    made: Block = {"type": "rich_text_list", "style": "ordered" if part.ordered else "bullet", "elements": []}
    if depth:
        made["indent"] = depth
    if part.ordered and before:
        made["offset"] = before
    return made


def _span(span: Span) -> Block:
    names = ("bold", "italic", "strike", "code")
    style = {name: True for name in names if getattr(span, name)}
    link = safe_link(span.link)
    made: Block = {"type": "link", "url": link, "text": span.text} if link else {"type": "text", "text": span.text}
    if style:
        made["style"] = style
    return made
