"""Glossaries: under "Glossary" or "Terms", each labelled line defines what its label names, as do lists of "**X** is …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.content.joined_names import split_name
from bot.content.names import Mention, Subjects
from bot.content.outline import Outline
from bot.content.parts import Block, Lines
from bot.content.recognisers import introduced
from bot.content.recognisers.likened import sums_up
from bot.content.sentences import cut, labelled, sentences, stripped
from bot.content.words import form
from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose
from bot.model.source import Source

_HEADING = re.compile(
    r"^(?:(?:first(?: of all)?|to begin with|to start with|before we start)[:,\u2013\u2014 ]+)?(?:(?:\w+ ){0,2}(?:glossary|terms|terminology|definitions|vocabulary|abbreviations|acronyms|concepts)$"
    r"|(?:glossary|terms|terminology|definitions?|vocabulary|abbreviations|acronyms|key (?:terms|concepts|words)|words|jargon|lingo)\b"
    r"|what (?:are we|we are|we're|this (?:page )?is) (?:talking|speaking) about\b"
    r"|what (?:the|these|those|our|all) (?:words|terms|names|abbreviations) mean\b|(?:words|terms) we use\b"
    r"|(?:(?:two|three|four|five|some|a few|the|our|important|basic|main|central|more) ){1,2}(?:terms|words|concepts|definitions)\b)",
    re.IGNORECASE,
)


_FEWEST = 2


def is_heading(text: str) -> bool:
    """Whether a heading says that terms stand below it."""
    return _HEADING.match(text) is not None


def mentions(outline: Outline) -> Iterator[Mention]:
    """The terms, as names of subjects."""
    for _, _, label, _, source in _terms(outline):
        yield Mention(label, source)


def longer(outline: Outline, subjects: Subjects) -> None:
    """Let terms that end in one word be the columns that the rest of them names: "Foo app" and "Bar app" of "Foo | Bar"."""
    ended: dict[str, dict[str, Mention]] = {}
    for mention in mentions(outline):
        *lead, last = split_name(mention.text)[0].split() or [""]
        owner = subjects.resolve(" ".join(lead)) if lead else None
        if owner and subjects.resolve(mention.text) is None:
            ended.setdefault(form(last.casefold()), {})[owner] = mention
    for owners in ended.values():
        for owner, mention in owners.items() if len(owners) > 1 else ():
            subjects.alias(owner, mention.text, mention.source, quiet=True)


def recognise(work: Work) -> None:
    """Take the terms, a point for each."""
    found = [term for term in _terms(work.outline) if term[:2] not in work.taken]
    for number, at, label, prose, source in found:
        subject = work.subjects.resolve(label)
        if subject is not None:
            work.drafts.append(Draft("point", (subject,), "", prose, source))
            work.taken.add((number, at))


def _defined(prose: Prose) -> tuple[str, Prose] | None:
    """The term that an item defines in a sentence of its own: "**Offset** is the position …"."""
    term = introduced.defined_in(prose, bare=True) or introduced.defined_in(prose)
    label, rest = labelled(prose)
    return (term, rest if label == term else prose) if term else None


def _lines(prose: Prose, block: Block, *, announced: bool) -> list[tuple[Prose, Lines]]:
    """The lines of a paragraph, or where terms are ``announced`` its sentences, if each defines one; else the paragraph."""
    told = list(sentences(block)) if announced else []
    if len(told) > 1 and all(_defined(each.prose) for each in told):
        return [(each.prose, (each.first_line, each.last_line)) for each in told]
    ends = [*block.breaks, len(prose.plain)]
    pieces = [stripped(cut(prose, start, end)) for start, end in pairwise([0, *ends])]
    if len(pieces) > 1 and all(map(_defined, pieces)):
        return [(piece, (line, line)) for line, piece in enumerate(pieces, start=block.first_line)]
    return [(prose, (block.first_line, block.last_line))]


def _terms(outline: Outline) -> Iterator[tuple[int, int, str, Prose, Source]]:
    for number, section in enumerate(outline.sections):
        announced = any(map(is_heading, section.path))
        for at, block in enumerate(section.blocks):
            match block.part:
                case Paragraph(prose):
                    written = _lines(prose, block, announced=announced)
                case Listing(items):
                    written = [
                        (item.prose, lines) for item, lines in zip(items, block.lines, strict=True) if not item.depth
                    ]
                case _:
                    continue
            defined = [_defined(prose) for prose, _ in written]
            # Where each item says what its first words are, no heading has to say so.
            if not announced and not (len(written) >= _FEWEST and all(defined)):
                continue
            if len(written) == 1 and sums_up(written[0][0]):
                continue
            found = [(*(_defined(prose) or labelled(prose)), lines) for prose, lines in written]
            # One line that defines nothing makes the whole block a list of something else.
            if all(label for label, _, _ in found):
                for label, prose, lines in found:
                    yield number, at, label, prose, outline.source(section, *lines)
