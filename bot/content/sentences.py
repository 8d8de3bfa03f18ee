"""Sentences inside a paragraph, with their formatting and their lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.content.parts import Block
from bot.model.prose import Paragraph, Prose, Span

_END = re.compile(r"[.!?][\"'\u201d\u2019)]*(?=\s+(?:[A-Z0-9\"'\u201c\u2018(]|[a-z]{1,2}[A-Z]))|\n")
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|mr|mrs|ms|dr|st)|\b[A-Z])\.$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()\n]{1,40}\)(?=\s*[:\u2013\u2014])")
_LABEL_EDGE = " \t\n:;.-\u2013\u2014"
_LEAD = re.compile(r"^([^\W\d_][^:\u2013\u2014\n.!?]{0,48}?)\s*(?::|\s[-\u2013\u2014])\s+")
_LEAD_WORDS = 5
# A lead with a verb is a sentence of its own: "Images are read-only: each is a snapshot".
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|can|may|must|will|does|do|should|means?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph."""

    prose: Prose
    first_line: int
    last_line: int


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a paragraph; every other block has none."""
    if not isinstance(block.part, Paragraph):
        return
    prose = block.part.prose
    plain = prose.plain
    start = 0
    ends = [
        m.end()
        for m in _END.finditer(plain)
        if m.group() == "\n" or not _SHORT.search(plain[max(0, m.start() - 8) : m.start() + 1])
    ]
    for end in [*ends, len(plain)]:
        text = plain[start:end]
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            last = end - (len(text) - len(text.rstrip()))
            yield Sentence(cut(prose, first, last), line_at(block, first), line_at(block, last - 1, end=True))
        start = end


def told_apart(block: Block, *, theirs: bool = True) -> list[tuple[Prose, int, int]]:
    """The sentences of a paragraph, what goes on with "it" or "this", and with "they" if that is ``theirs``, with the one before."""
    found: list[tuple[Prose, int, int]] = []
    for one in sentences(block):
        goes_on = _GOES_ON.match(one.prose.plain)
        if found and goes_on and (theirs or goes_on.group().casefold() not in _MANY):
            prose, first, _ = found[-1]
            found[-1] = (prose + Prose.of(" ") + one.prose, first, one.last_line)
        else:
            found.append((one.prose, one.first_line, one.last_line))
    return found


_MANY = frozenset({"they", "both", "these", "those"})
_GOES_ON = re.compile(
    r"(?:it|they|this|that|these|those|both|he|she|there|but|so|and|otherwise|then|also)\b", re.IGNORECASE
)


def line_at(block: Block, at: int, *, end: bool = False) -> int:
    """The line of the file in which a character of a paragraph stands; without breaks its first, or last, line."""
    if not block.breaks:
        return block.last_line if end else block.first_line
    return block.first_line + bisect_right(block.breaks, at)


def cut(prose: Prose, start: int, end: int) -> Prose:
    """The characters from ``start`` up to ``end`` of a prose, with their styles."""
    spans = []
    at = 0
    for span in prose.spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if text:
            spans.append(replace(span, text=text))
    return Prose(tuple(spans))


def stripped(prose: Prose) -> Prose:
    """A prose without blanks at its ends."""
    plain = prose.plain
    return cut(prose, len(plain) - len(plain.lstrip()), len(plain.rstrip()))


def labelled(prose: Prose) -> tuple[str, Prose]:
    """Divide an item into its label and the rest: a bold lead, or up to five words before a colon or a dash.

    Without a label the whole prose comes back. An item that is nothing but a label is its own text.
    """
    prose = stripped(prose)
    bold = ""
    for span in prose.spans:
        if not span.bold:
            break
        bold += span.text
    if bold.strip():
        bracket = _BRACKET.match(prose.plain, len(bold))
        # "**Foo bar** (short: foobar): …" is labelled with both.
        bold += bracket.group() if bracket else ""
        rest = prose.plain[len(bold) :]
        marked = bold.rstrip()[-1:] in ":.-\u2013\u2014" or re.match(r"\s*(?:[:\u2013\u2014]|-\s|\n)", rest)
        label = bold.strip(_LABEL_EDGE)
        if marked and label and rest.strip(_LABEL_EDGE):
            return label, _rest(prose, len(bold))
        return "", prose
    lead = _LEAD.match(prose.plain)
    if (
        lead
        and len(lead.group(1).split()) <= _LEAD_WORDS
        and not _VERB.search(lead.group(1))
        and prose.plain[lead.end() :].strip()
    ):
        return lead.group(1).strip(_LABEL_EDGE), _rest(prose, lead.end())
    return "", prose


def _rest(prose: Prose, start: int) -> Prose:
    plain = prose.plain
    while start < len(plain) and plain[start] in " \t\n:-\u2013\u2014":
        start += 1
    return cut(prose, start, len(plain.rstrip()))


def lines_of(prose: Prose) -> Iterator[Prose]:
    """The lines of a table's cell, without the dashes and dots that make a list of them."""
    start = 0
    plain = prose.plain
    for end in [*(match.start() for match in re.finditer("\n", plain)), len(plain)]:
        if plain[start:end].strip(" \t\n-\u2022*;"):
            piece = stripped(cut(prose, start, end))
            bullet = re.match(r"[-\u2022*]\s*", piece.plain)
            yield cut(piece, bullet.end(), len(piece.plain)) if bullet else piece
        start = end


def joined(proses: list[Prose]) -> Prose:
    """Several proses, each on a line of its own."""
    whole = Prose()
    for prose in proses:
        whole = whole + Prose((Span("\n"),)) + prose if whole else prose
    return whole


_SHORT_TRAIT = 4


def pieces_of(prose: Prose) -> Iterator[Prose]:
    """The traits of one run of text: divided at semicolons, or at commas where each piece is short."""
    plain = prose.plain
    commas = plain.rstrip(".").split(",")
    divider = ";" if ";" in plain else "," if all(len(part.split()) <= _SHORT_TRAIT for part in commas) else ""
    start = 0
    ends = [at for at, letter in enumerate(plain) if letter == divider] if divider else []
    for end in [*ends, len(plain)]:
        piece = stripped(cut(prose, start, end))
        lead = re.match(r"(?:and|or)\s+", piece.plain)
        piece = cut(piece, lead.end() if lead else 0, len(piece.plain.rstrip(". " if divider else " ")))
        if piece.plain.strip():
            yield piece
        start = end + 1
