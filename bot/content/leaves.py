"""Statements that stand under two names: a label in a section, an item below another, a heading below a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.outline import Outline, Section
from bot.content.parts import Block, Lines
from bot.content.polarity import announced
from bot.content.sentences import joined, labelled
from bot.content.sides import spoken_labels
from bot.model.prose import Item, Listing, Paragraph, Prose

_ROW_WORDS = 7
_MOST_BLOCKS = 4


@dataclass(frozen=True, slots=True)
class Leaf:
    """One statement with the two names that it stands under."""

    outer: str
    inner: str
    prose: Prose
    lines: Lines
    section: Section
    blocks: tuple[tuple[int, int], ...]
    """Section and block, by number."""
    labelled: bool
    """The inner name is a label, and no heading."""


def leaves(outline: Outline) -> Iterator[Leaf]:
    """The leaves of a document in order; lists of traits hold none."""
    for number, section in enumerate(outline.sections):
        if not section.level:
            continue
        over = next((heading for heading in reversed(section.path) if not announced(heading)), "")
        plain: list[tuple[int, Block, Prose]] = []
        whole = len(section.blocks) <= _MOST_BLOCKS and len(section.path) > 1 and not announced(section.heading)
        for at, block in enumerate(section.blocks):
            match block.part:
                case Paragraph(prose):
                    label, rest = labelled(prose)
                    if label:
                        lines = (block.first_line, block.last_line)
                        yield Leaf(over, label, rest, lines, section, ((number, at),), labelled=True)
                    else:
                        plain.append((at, block, prose))
                case Listing(items):
                    found = [] if announced(section.heading) else list(_items(over, section, block, (number, at)))
                    yield from found
                    if not found:
                        plain.append((at, block, joined([item.prose for item in items])))
                case _:
                    whole = False
        if plain and whole:
            yield Leaf(
                section.path[-2],
                section.heading,
                joined([prose for _, _, prose in plain]),
                (plain[0][1].first_line, plain[-1][1].last_line),
                section,
                tuple((number, at) for at, _, _ in plain),
                labelled=section.level > _LABEL_LEVEL,
            )


_LABEL_LEVEL = 6


def _items(over: str, section: Section, block: Block, where: tuple[int, int]) -> Iterator[Leaf]:
    """Labelled items; one that is only a label is the outer name of the labelled items below it."""
    assert isinstance(block.part, Listing)  # noqa: S101 - the caller has looked
    for item, lines, below in _branches(block.part.items, block.lines):
        plain = item.prose.plain.strip().rstrip(":").strip()
        label, rest = labelled(item.prose)
        if not label and below and len(plain.split()) <= _ROW_WORDS:
            for each, place in below:
                inner, said = labelled(each.prose)
                if inner:
                    yield Leaf(plain, inner, said, place, section, (where,), labelled=True)
        if not label:
            continue
        sides = spoken_labels(rest)
        for inner, said in sides:
            yield Leaf(label, inner, said, lines, section, (where,), labelled=True)
        if not sides:
            last = below[-1][1][1] if below else lines[1]
            said = joined([rest, *(each.prose for each, _ in below)])
            yield Leaf(over, label, said, (lines[0], last), section, (where,), labelled=True)


def _branches(
    items: tuple[Item, ...], lines: tuple[Lines, ...]
) -> Iterator[tuple[Item, Lines, list[tuple[Item, Lines]]]]:
    """The outermost items, each with those below it."""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        yield items[at], lines[at], list(zip(items[at + 1 : end], lines[at + 1 : end], strict=True))
        at = end
