"""An answer as plain text: all that a person would read, for the log, notifications and other programs."""

from __future__ import annotations

from typing import assert_never

from bot.model.answer import Answer
from bot.model.dialogue import Reply
from bot.model.prose import CodeBlock, Columns, Listing, Paragraph, Part, Subheading, Table
from bot.show.cite import citations
from bot.show.grids import Grid, aligned, grid
from bot.show.words import EMPTY_CELL, clean, one_line

WIDTH = 100
"""A table that is wider is written out row by row."""


def render(reply: Reply | Answer, width: int = WIDTH) -> str:
    """The whole answer: heading, lead, body, follow-up questions and source, with an empty line between.

    Nothing is cut; control characters are gone. The same answer gives the same text. In: ``width``: columns from which on
    a table is written out row by row; 0 where letters have no fixed pitch.
    """
    answer = reply.answer if isinstance(reply, Reply) else reply
    blocks = [one_line(answer.heading), clean(answer.lead.plain).strip(), *(part(each, width) for each in answer.parts)]
    blocks.append(_choices(reply, answer))
    if places := citations(answer.sources):
        blocks.append(f"{'Source' if len(places) == 1 else 'Sources'}: {'; '.join(places)}")
    return "\n\n".join(block for block in blocks if block)


def part(body: Part, width: int = WIDTH) -> str:
    """One part of an answer as lines; empty for an empty part."""
    match body:
        case Paragraph(prose):
            return clean(prose.plain).strip()
        case Subheading(text):
            return one_line(text)
        case Listing():
            return _listing(body)
        case CodeBlock(text):
            return "\n".join(
                f"    {line}".rstrip() for line in clean(text.expandtabs(4)).strip("\n").split("\n")
            ).rstrip()
        case Table() | Columns():
            return _table(grid(body), width)
        case _:
            assert_never(body)


def ask_label(reply: Reply | Answer) -> str:
    """What stands above the questions that can be picked; empty where the lead says it."""
    return "Ask next:" if isinstance(reply, Answer) or reply.status == "answered" else ""


def markers(listing: Listing) -> list[tuple[str, str]]:
    """For each item of a list its indent and its mark ("-" or its number), as they are printed."""
    counts: dict[int, int] = {}
    found = []
    for item in listing.items:
        depth = max(item.depth, 0)
        counts = {level: count for level, count in counts.items() if level <= depth}
        counts[depth] = counts.get(depth, 0) + 1
        found.append(("  " * min(depth, 10), f"{counts[depth]}." if listing.ordered else "-"))
    return found


def _choices(reply: Reply | Answer, answer: Answer) -> str:
    texts = [text for text in (one_line(choice.text) for choice in answer.choices) if text]
    return "\n".join(filter(None, (ask_label(reply), *(f"- {text}" for text in texts)))) if texts else ""


def _listing(listing: Listing) -> str:
    lines = []
    for item, (indent, mark) in zip(listing.items, markers(listing), strict=True):
        if text := clean(item.prose.plain).strip():
            start = f"{indent}{mark} "
            lines.append(start + text.replace("\n", "\n" + " " * len(start)))
    return "\n".join(lines)


def _table(part: Grid, width: int) -> str:
    if text := aligned(part, width):
        return text
    head = [one_line(cell.plain) for cell in part.header]
    if part.keyed:
        rows = part.rows or ((part.header[:1] + part.header[1:]),) if part.header else ()
        return "\n".join(
            line
            for row in rows
            for line in (
                one_line(row[0].plain) or EMPTY_CELL,
                *(_named(name, cell.plain) for name, cell in zip(head[1:], row[1:], strict=True)),
            )
        )
    return "\n\n".join(
        "\n".join([name or EMPTY_CELL, *(f"- {one_line(row[place].plain)}" for row in part.rows if row[place])])
        for place, name in enumerate(head)
    )


def _named(name: str, text: str) -> str:
    return f"  {name}: {one_line(text) or EMPTY_CELL}" if name else f"  {one_line(text) or EMPTY_CELL}"
