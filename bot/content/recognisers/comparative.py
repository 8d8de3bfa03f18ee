"""Comparisons in running text: "Foo is faster than Bar" is an advantage of Foo, and lists of what holds of each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.outline import Section
from bot.content.parts import Block
from bot.content.polarity import Polarity, announced
from bot.content.recognisers.analogy import is_picture
from bot.content.recognisers.contrast import subjects_of as contrasted
from bot.content.sentences import cut, labelled
from bot.content.words import ARTICLE
from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose
from bot.model.terms import Sense
from bot.text import Word, words

_THAN = re.compile(r"\b(?:than|(?:when )?compared (?:to|with)|relative to)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|never|neither|rarely|hardly)\b|n['\u2019]t\b", re.IGNORECASE)
_MORE = frozenset("more higher greater larger better".split())
_LESS = frozenset("less fewer lower smaller reduced".split())
_NEAR = 3
"""Words that may stand between how much and of what: "higher peak latency"."""
_MOST = 0.75
"""Share of the items of a list that have to name a subject."""
_POLARITY: dict[Sense, Polarity] = {"better": "advantage", "worse": "disadvantage"}


@dataclass(frozen=True, slots=True)
class Found:
    """Who is better or worse than another, and on what."""

    polarity: Polarity
    subject: str
    aspect: str
    """The word for what is measured, as a name: "Speed"."""


def compared(text: str, work: Work) -> Found | None:
    """What a sentence says of who is ahead; None where it sets nobody above another on anything that is known."""
    than = _THAN.search(text)
    if _DENIED.search(text):
        return None
    if than is None:
        return _of_two(text, work)
    spans = work.subjects.spans(text)
    before = [name for name, start, _ in spans if start < than.start()]
    behind = {name for name, start, _ in spans if start >= than.end()}
    if not before or not behind - {before[0]} or before[0] in behind:
        return None
    measured = _measured(words(text[: than.start()]), work)
    if measured is None:
        return None
    aspect, sense = measured
    return Found(_POLARITY[sense], before[0], aspect[:1].upper() + aspect[1:])


def _of_two(text: str, work: Work) -> Found | None:
    """Who is ahead where two are all there are, and one is "faster"."""
    known, spans = work.subjects.each(), work.subjects.spans(text)
    if len(known) != _TWO or not spans or not ARTICLE.fullmatch(text[: spans[0][1]]):
        return None
    more = _MORE_SO.match(text[spans[0][2] :])
    measured = _measured(words(more.group(1)), work) if more else None
    if measured is None:
        return None
    aspect, sense = measured
    return Found(_POLARITY[sense], spans[0][0], aspect[:1].upper() + aspect[1:])


_TWO = 2
_MORE_SO = re.compile(
    r"\s+(?:is|are)\s+(?:(?:also|much|far|even|clearly|a lot|a bit|slightly|usually|generally)\s+)*((?:more|less)\s+[\w-]+|[\w-]+er)\b",
    re.IGNORECASE,
)


def _measured(said: Sequence[Word], work: Work) -> tuple[str, Sense] | None:
    """The measure that is named last in front of "than", and its end."""
    folded = [word.text for word in said]
    for at in range(len(folded) - 1, -1, -1):
        for phrase, family, sense in work.ends.get(folded[at], ()):
            if tuple(folded[at - len(phrase) + 1 : at + 1]) == phrase:
                return family, sense
        known = work.amounts.get(folded[at])
        near = set(folded[max(0, at - _NEAR) : at])
        if known and near & (_MORE | _LESS):
            return folded[at], known if near & _MORE else "worse" if known == "better" else "better"
    return None


def recognise(work: Work) -> None:
    """Take lists of which every item speaks of a subject: likenesses, who is ahead, and else points of whom it names."""
    for number, at, section, block in list(work.free()):
        if isinstance(block.part, Paragraph):
            _lines(work, number, at, section, block)
        if not isinstance(block.part, Listing) or announced(section.heading):
            continue
        items = [
            (item.prose, lines) for item, lines in zip(block.part.items, block.lines, strict=True) if not item.depth
        ]
        named = [work.subjects.named(prose.plain) for prose, _ in items]
        if len(items) < len(block.part.items) or sum(map(bool, named)) < _MOST * len(items):
            continue
        if all(work.subjects.resolve(prose.plain) for prose, _ in items):
            # Names by themselves say nothing of anybody.
            continue
        everybody = tuple(dict.fromkeys(subject for some in named for subject in some))
        if not any(_speaks(prose, work) for prose, _ in items) and not is_picture(section.heading):
            continue
        work.taken.add((number, at))
        for prose, lines in items:
            place = work.outline.source(section, *lines)
            if is_picture(section.heading):
                work.drafts.append(Draft("analogy", work.subjects.named(prose.plain) or everybody, "", prose, place))
                continue
            told = work.subjects.named(prose.plain)[:1] or everybody
            work.drafts += _drafts(prose, Draft("point", told, "", prose, place), work)


def _lines(work: Work, number: int, at: int, section: Section, block: Block) -> None:
    """Take a paragraph of which each line says something of the subject that stands before its colon."""
    assert isinstance(block.part, Paragraph)  # noqa: S101 - the caller has looked
    prose = block.part.prose
    ends = [*block.breaks, len(prose.plain)]
    if len(ends) < _FEWEST:
        return
    lines = [labelled(cut(prose, start, end)) for start, end in zip([0, *ends], ends, strict=False)]
    named = [work.subjects.resolve(label) or next(iter(work.subjects.named(label)), None) for label, _ in lines]
    if not all(named) or len(set(named)) < _FEWEST:
        return
    work.taken.add((number, at))
    for line, (subject, (_, said)) in enumerate(zip(named, lines, strict=True), start=block.first_line):
        work.drafts.append(Draft("point", (subject or "",), "", said, work.outline.source(section, line, line)))


_FEWEST = 2


def _speaks(prose: Prose, work: Work) -> bool:
    """Whether an item says who is ahead, or begins with a subject that it then tells of."""
    if work.subjects.resolve(labelled(prose)[0]):
        return True
    spans = work.subjects.spans(prose.plain)
    return compared(prose.plain, work) is not None or (bool(spans) and spans[0][1] == 0 and not labelled(prose)[0])


def _drafts(prose: Prose, point: Draft, work: Work) -> Iterator[Draft]:
    label, said = labelled(prose)
    if label and (subject := work.subjects.resolve(label)):
        yield Draft("point", (subject,), "", said, point.source)
        return
    found = compared(prose.plain, work)
    apart = contrasted(prose.plain, work.subjects)
    if found is not None:
        yield Draft(found.polarity, (found.subject,), "", prose, point.source, row=found.aspect)
    elif apart is not None:
        yield Draft("contrast", apart, "", prose, point.source)
    else:
        yield point
