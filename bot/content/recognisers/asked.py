"""Questions with their answers: "**Does a foo bark?** No. It sings.", and "Q: Does a foo bark? A: No."."""

from __future__ import annotations

import re

from bot.content.parts import Block
from bot.content.sentences import cut, stripped
from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose

_MARKED = re.compile(r"\s*Q(?:uestion)?\s*\d*\s*[:.)]\s*", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(?:A(?:nswer)?\s*\d*\s*[:.)]\s*|[-\u2013\u2014:]\s+)?", re.IGNORECASE)


def recognise(work: Work) -> None:
    """Take paragraphs and lists of which each piece asks in bold, or behind a "Q:", and answers: a passage for each."""
    for number, at, section, block in list(work.free()):
        pieces = _pieces(block)
        found = [divided(prose) for prose, _, _ in pieces]
        if not found or not all(found):
            continue
        work.taken.add((number, at))
        for each, (_, first, last) in zip(found, pieces, strict=True):
            question, answer = each or ("", Prose())
            text = f"{question} {answer.plain}"
            named = work.subjects.named(text) or work.subjects.named(" ".join(section.path[-2:]))
            source = work.outline.source(section, first, last)
            work.drafts.append(Draft("passage", named, question, answer, source, parts=(Paragraph(answer),)))


def divided(prose: Prose) -> tuple[str, Prose] | None:
    """A question and the answer behind it; None for any other text."""
    plain = prose.plain
    end = plain.find("?") + 1
    marked = _MARKED.match(plain[:end])
    start = marked.end() if marked else 0
    if not end or not plain[end:].strip(" *") or not (marked or _bold(prose, end)):
        return None
    answer = _ANSWER.match(plain, end)
    begin = answer.end() if answer else end
    return " ".join(plain[start:end].split()), stripped(cut(prose, begin, len(plain)))


def _bold(prose: Prose, end: int) -> bool:
    """Whether all up to a place is bold, and what stands behind it is not."""
    at = 0
    for span in prose.spans:
        if at < end and span.text.strip() and not span.bold:
            return False
        at += len(span.text)
        if at >= end:
            return span.bold and not prose.plain[end:at].strip(" :*")
    return False


def _pieces(block: Block) -> list[tuple[Prose, int, int]]:
    match block.part:
        case Paragraph(prose):
            return [(prose, block.first_line, block.last_line)]
        case Listing(items) if not any(item.depth for item in items):
            return [(item.prose, *lines) for item, lines in zip(items, block.lines, strict=True)]
        case _:
            return []
