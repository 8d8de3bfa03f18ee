"""Lines of one paragraph that stand by themselves: bold labels ("**Pros:** …"), and questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.content.parts import Block
from bot.content.sentences import cut, line_at, stripped
from bot.model.prose import Paragraph, Prose

_ASKED = re.compile(r"Q\d{0,2}\s?[:.)]\s+\S")
_ANSWERED = re.compile(r"A\d{0,2}\s?[:.)]\s+(?=\S)")
_MARKED = re.compile(r"\s*(?:[:\u2013\u2014]|-\s)")


def divided(block: Block) -> Iterator[Block]:
    """A paragraph at its lines that open with a label, the "A:" of an answer left out; every other block as it is."""
    if not isinstance(block.part, Paragraph):
        yield block
        return
    prose = block.part.prose
    plain = prose.plain
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
