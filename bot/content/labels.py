"""Lines of one paragraph that stand by themselves: bold labels ("**Pros:** …"), and questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.content.parts import Block
from bot.content.sentences import cut, line_at, stripped
from bot.model.prose import Listing, Paragraph, Prose

_ASKED = re.compile(r"Q\d{0,2}\s?[:.)]\s+\S")
_ANSWERED = re.compile(r"A\d{0,2}\s?[:.)]\s+(?=\S)")
_DEFINED = re.compile(r":\s+(?=\S)")
_MARKED = re.compile(r"\s*(?:[:\u2013\u2014]|-\s)")


def divided(block: Block, *, over: bool = False) -> Iterator[Block]:
    """A paragraph at its lines that open with a label, the "A:" of an answer left out; every other block as it is.

    ``over``: a labelled paragraph follows. Then a numbered list of one item, "1. Speed", is a label over it.
    """
    if over and isinstance(block.part, Listing) and block.part.ordered and len(block.part.items) == 1:
        yield from _lone(block, block.part.items[0].prose)
        return
    if not isinstance(block.part, Paragraph):
        yield block
        return
    prose = block.part.prose
    plain = prose.plain
    defined = [at for at in block.breaks if _DEFINED.match(plain, at)]
    if defined:
        yield from _defined(block, prose, defined)
        return
    starts = [0, *(at for at in block.breaks if at < len(plain) and _opens(prose, at))]
    if len(starts) == 1 and not _ANSWERED.match(plain):
        yield block
        return
    for start, end in pairwise([*starts, len(plain)]):
        answer = _ANSWERED.match(plain[start:end])
        begin = start + (answer.end() if answer else 0)
        piece = stripped(cut(prose, begin, end))
        if not piece.plain:
            continue
        last = start + max(1, len(plain[start:end].rstrip())) - 1
        breaks = tuple(at - begin for at in block.breaks if begin < at < end)
        yield Block(Paragraph(piece), line_at(block, begin), line_at(block, last, end=True), breaks=breaks)


def _lone(block: Block, prose: Prose) -> Iterator[Block]:
    """A numbered list of one short item, "1. Speed", is what stands below it under a label; other lists stay as they are.

    What follows on its next lines without a blank one, "1. Speed" over "Foo: fast", is no part of that label.
    """
    plain = prose.plain
    end = block.breaks[0] if block.breaks else len(plain)
    name = plain[:end].strip()
    if not name or len(name.split()) > _LABEL_WORDS or name[-1] in ".!?;," or ":" in name.rstrip(":"):
        yield block
        return
    yield Block(Paragraph(Prose.of(name, bold=True)), block.first_line, block.first_line)
    if block.breaks:
        rest = cut(prose, end, len(plain))
        breaks = tuple(at - end for at in block.breaks[1:])
        yield from divided(Block(Paragraph(rest), block.first_line + 1, block.last_line, breaks=breaks))


_LABEL_WORDS = 6


def _defined(block: Block, prose: Prose, marks: list[int]) -> Iterator[Block]:
    """The terms of a definition list, each as a labelled line: a line of its own, and behind ":" what it means."""
    plain = prose.plain
    lines = [0, *block.breaks]
    starts = [max(at for at in lines if at < mark) for mark in marks]
    if any(begin in marks for begin in starts) or starts[0]:
        yield block  # several meanings of one term, or other text in front
        return
    for start, mark, end in zip(starts, marks, [*starts[1:], len(plain)], strict=True):
        found = _DEFINED.match(plain, mark)
        meaning = stripped(cut(prose, found.end() if found else mark, end))
        term = Prose.of(f"{plain[start:mark].strip()}: ", bold=True)
        last = line_at(block, start + max(1, len(plain[start:end].rstrip())) - 1, end=True)
        yield Block(Paragraph(term + meaning), line_at(block, start), last)


def _opens(prose: Prose, at: int) -> bool:
    """Whether a line begins with a label in bold, or with the "Q:" or "A:" of a question and its answer."""
    line = prose.plain[at:]
    if _ASKED.match(line) or _ANSWERED.match(line):
        return True
    begin = 0
    for span in prose.spans:
        end = begin + len(span.text)
        if begin <= at < end:
            if not span.bold or at != begin:
                return False
            return span.text.rstrip()[-1:] == ":" or _MARKED.match(line[len(span.text) :]) is not None
        begin = end
    return False
