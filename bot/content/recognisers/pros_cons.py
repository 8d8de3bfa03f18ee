"""Advantages and disadvantages: lists, paragraphs and tables under headings or labels that announce them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.content.joined_names import together
from bot.content.judging import boxes, in_turn, led_in, signs, turned
from bot.content.names import Mention, Subjects
from bot.content.outline import LABEL_LEVEL, Outline, Section
from bot.content.parts import Block, Lines
from bot.content.polarity import Polarity, announced, sides_of
from bot.content.recognisers.advice import is_counsel
from bot.content.recognisers.advice import is_heading as is_counsel_heading
from bot.content.recognisers.glossary import is_heading as is_terms
from bot.content.recognisers.owned import owners_of
from bot.content.recognisers.whys import both_whys
from bot.content.sentences import cut, labelled, lines_of, pieces_of, stripped, told_apart
from bot.content.words import key, pictures_before
from bot.content.work import Draft, Work
from bot.model.prose import Item, Listing, Paragraph, Prose, Span, Table

Side = Polarity | Literal["point"]
"""A point is what a list of traits says without judging it."""
_JUDGED = re.compile(r"(good|bad|neutral),?\s+because\s+(?:of\s+)?", re.IGNORECASE)
"""How records of decisions list what speaks for an option and against it."""
_SIDES: dict[str, Side] = {"good": "advantage", "bad": "disadvantage", "neutral": "point"}
_HEADING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Trait:
    """An advantage or disadvantage as it was found, its subject still in words."""

    polarity: Side
    subject: tuple[str, ...]
    """Names that may be its subject's, the nearest first."""
    prose: Prose
    lines: Lines
    block: tuple[int, int]


def traits(outline: Outline) -> Iterator[Trait]:
    """The traits of a document in order."""
    for number, section in enumerate(outline.sections):
        polarity, owners = _context(outline, section)
        has_list = any(isinstance(block.part, Listing | Table) for block in section.blocks)
        for at, block in enumerate(section.blocks):
            where = (number, at)
            match block.part:
                case Listing(items):
                    before = section.blocks[at - 1] if at else None
                    signed = signs(items) or (boxes(items) if _both(section) else [])
                    if signed:
                        for item, lines, (side, start) in zip(items, block.lines, signed, strict=True):
                            told = cut(item.prose, start, len(item.prose.plain))
                            yield Trait(side, (*_called(section.blocks[:at]), *owners), told, lines, where)
                    else:
                        yield from _listing(items, block, where, led_in(before) or polarity, owners)
                case Table():
                    yield from _table(block.part, block, where, owners)
                case Paragraph(prose):
                    yield from _paragraph(prose, block, where, polarity, owners, has_list)
                case _:
                    pass


def _both(section: Section) -> bool:
    """Whether a heading announces both sides: "Strengths and weaknesses"."""
    return any((found := announced(heading)) and len(found.polarities) > 1 for heading in section.path)


def _called(before: Sequence[Block]) -> tuple[str, ...]:
    """The name that stands by itself over a list, or over the one in front of it."""
    part = next((block.part for block in reversed(before[-2:]) if not isinstance(block.part, Listing)), None)
    plain = part.prose.plain.strip(" :") if isinstance(part, Paragraph) else ""
    return (plain,) if _is_name(plain) else ()


def mentions(outline: Outline) -> Iterator[Mention]:
    """Owners of traits that are named as such: "Pros of X"."""
    for section in outline.sections:
        found = announced(section.heading)
        if found and found.subject and _is_name(found.subject):
            yield Mention(found.subject, outline.source(section, section.line, section.line))


def unnamed(outline: Outline, subjects: Subjects) -> Iterator[Mention]:
    """Owners that only the heading above names, for traits whose subject no table and no "Pros of" has named."""
    parts = together(outline.title)
    compared = {key(part) for part in parts} if len(parts) > 1 else set()
    for trait, mention in zip(traits(outline), _nearest(outline), strict=True):
        # Under "X vs Y" the heading "Y" is meant, though of the two the title may name only X so far.
        nearer = mention is not None and key(mention.text) in compared and subjects.resolve(mention.text) is None
        if mention is not None and (nearer or not owners_of(subjects, trait.subject)):
            yield mention


def owners(outline: Outline) -> Iterator[Mention]:
    """The nearest names of what traits belong to, known or not."""
    return filter(None, _nearest(outline))


def _nearest(outline: Outline) -> Iterator[Mention | None]:
    """For each trait the nearest name that may be its owner's; None where there is none."""
    for trait in traits(outline):
        name = next((name for name in trait.subject if _is_name(name)), "")
        section = outline.sections[trait.block[0]]
        yield Mention(name, outline.source(section, section.line, section.line)) if name else None


def recognise(work: Work) -> None:
    """Take the lists of traits, an advantage or disadvantage for each item."""
    for trait in traits(work.outline):
        owners = owners_of(work.subjects, trait.subject)
        if not owners:
            continue
        number, at = trait.block
        section = work.outline.sections[number]
        work.taken.add(trait.block)
        over = _called(section.blocks[:at])[:1]
        if at and (led_in(section.blocks[at - 1]) == trait.polarity or (over and over[0] in trait.subject)):
            work.taken.add((number, at - 1))
        plain = trait.prose.plain
        label, prose = labelled(cut(trait.prose, pictures_before(plain), len(plain)))
        work.drafts.append(Draft(trait.polarity, owners, label, prose, work.outline.source(section, *trait.lines)))


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _HEADING_WORDS and len(together(text)) == 1


def _context(outline: Outline, section: Section) -> tuple[Polarity | None, tuple[str, ...]]:
    """What a section's heading and those above say of the traits in it."""
    polarity: Polarity | None = None
    owners: list[str] = []
    settled = False
    for depth, heading in enumerate(reversed(section.path)):
        found = announced(heading) or both_whys(heading, outline)
        if not found and not settled and (is_counsel_heading(heading) or is_counsel(heading) or is_terms(heading)):
            return None, tuple(owners)
        if found:
            if not settled:
                polarity = found.polarities[0] if len(found.polarities) == 1 else None
                settled = True
            if found.subject:
                owners.append(found.subject)
        elif _OUTCOME.fullmatch(heading):
            owners += _decided(outline, section)
        elif settled or depth == 0 or section.level >= LABEL_LEVEL:
            owners.append(heading)
    # A heading that is no announcement hides those above: "Installation" under "Pros and cons" lists no traits,
    # unless it names a subject, which the caller finds out.
    if outline.title and outline.title not in owners and not _beside_title(outline, section):
        owners.append(outline.title)
    return polarity if settled else None, tuple(owners)


_OUTCOME = re.compile(r"(?:(?:positive|negative|good|bad) )?(?:consequences|implications)(?: of .*)?", re.IGNORECASE)
"""Headings over what follows from a decision: its traits are those of what was chosen."""


def _decided(outline: Outline, section: Section) -> list[str]:
    """The text that says what was chosen: that of the section above."""
    above = [each for each in outline.sections if each.path == section.path[:-1] and each.blocks]
    return [block.part.prose.plain for each in above for block in each.blocks if isinstance(block.part, Paragraph)]


def _beside_title(outline: Outline, section: Section) -> bool:
    """Whether a section stands under another heading of the title's level: then the title does not speak of it."""
    top = min((each.level for each in outline.sections if each.level), default=1)
    return any(
        each.level == top and each.path == section.path[:1] and each.heading != outline.title
        for each in outline.sections
    )


def _listing(
    items: tuple[Item, ...],
    block: Block,
    where: tuple[int, int],
    polarity: Polarity | None,
    owners: tuple[str, ...],
) -> Iterator[Trait]:
    """Items; one that is only a label ("Pros", "X") speaks for the deeper items behind it."""
    labels: list[tuple[int, Polarity | None, tuple[str, ...]]] = []
    pending: tuple[int, Trait] | None = None
    for number, (item, lines) in enumerate(zip(items, block.lines, strict=True)):
        if pending and item.depth > pending[0]:
            pending = (pending[0], _longer(pending[1], item.prose, lines))
            continue
        if pending:
            yield pending[1]
            pending = None
        labels = [label for label in labels if label[0] < item.depth]
        now, named = (labels[-1][1], labels[-1][2]) if labels else (polarity, owners)
        plain = item.prose.plain.strip().rstrip(":").strip()
        deeper = number + 1 < len(items) and items[number + 1].depth > item.depth
        found = announced(plain) if len(plain.split()) <= _HEADING_WORDS + 2 else None
        if found and deeper and len(found.polarities) == 1:
            labels.append((item.depth, found.polarities[0], (found.subject, *named) if found.subject else named))
            continue
        if deeper and now is None and _is_name(plain) and _polar_below(items, number):
            labels.append((item.depth, None, (plain, *named)))
            continue
        label, rest = labelled(item.prose)
        inline = announced(label) if label else None
        if inline and len(inline.polarities) == 1 and not deeper:
            subject = (inline.subject, *named) if inline.subject else named
            for prose in pieces_of(rest):
                yield Trait(inline.polarities[0], subject, prose, lines, where)
            continue
        judged = _JUDGED.match(item.prose.plain)
        if judged:
            side = _SIDES[judged.group(1).casefold()]
            reason = cut(item.prose, judged.end(), len(item.prose.plain))
            pending = (item.depth, Trait(side, named, reason, lines, where))
        elif now is not None:
            pending = (item.depth, Trait(now, named, item.prose, lines, where))
    if pending:
        yield pending[1]


def _polar_below(items: tuple[Item, ...], number: int) -> bool:
    below = items[number + 1]
    return announced(below.prose.plain.partition(":")[0]) is not None


def _longer(trait: Trait, prose: Prose, lines: Lines) -> Trait:
    return Trait(
        trait.polarity,
        trait.subject,
        trait.prose + Prose((Span("\n"),)) + prose,
        (trait.lines[0], max(trait.lines[1], lines[1])),
        trait.block,
    )


def _paragraph(  # noqa: PLR0917 - the context of a section, spelled out
    prose: Prose,
    block: Block,
    where: tuple[int, int],
    polarity: Polarity | None,
    owners: tuple[str, ...],
    has_list: bool,  # noqa: FBT001 - a fact about the section, not a switch
) -> Iterator[Trait]:
    """Read ``**Pros:** fast, small`` in one paragraph, or a paragraph under a heading that announces traits."""
    lines = (block.first_line, block.last_line)
    label, rest = labelled(prose)
    if is_counsel(label):
        return
    found = announced(label) if label else None
    if found and len(found.polarities) == 1:
        named = (found.subject, *owners) if found.subject else owners
        for side, told in in_turn(rest, found.polarities[0]):
            for piece in pieces_of(told):
                yield Trait(side, named, piece, lines, where)
    elif polarity is not None and not has_list and not prose.plain.rstrip().endswith(":"):
        polarity = turned(prose.plain, polarity)
        ends = [*block.breaks, len(prose.plain)]
        pieces = [stripped(cut(prose, start, end)) for start, end in pairwise([0, *ends])]
        if len(pieces) > 1 and all(piece.plain[:1].isupper() and piece.plain[-1:] in ".;!" for piece in pieces):
            for line, piece in enumerate(pieces, start=block.first_line):
                yield Trait(polarity, owners, piece, (line, line), where)
        elif len(apart := told_apart(block, theirs=False)) > 1:
            for piece, first, last in apart:
                yield Trait(polarity, owners, piece, (first, last), where)
        else:
            yield Trait(polarity, owners, prose, lines, where)


def _table(
    table: Table,
    block: Block,
    where: tuple[int, int],
    owners: tuple[str, ...],
) -> Iterator[Trait]:
    """Columns "Pros | Cons", with or without a first column that names the subject."""
    columns = sides_of([header.plain for header in table.header])
    polar = [found if found and len(found.polarities) == 1 else None for found in columns]
    if not any(polar) or any(found is None for found in polar[1:]):
        return
    for row, lines in zip(table.rows, block.lines[1:], strict=True):
        named = owners if polar[0] else (row[0].plain.strip(" :"), *owners)
        for cell, found in zip(row, polar, strict=True):
            if found and cell.plain.strip(" -\u2013\u2014"):
                whose = (found.subject, *named) if found.subject else named
                for piece in lines_of(cell):
                    yield Trait(found.polarities[0], whose, piece, lines, where)
