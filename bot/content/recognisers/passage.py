"""Passages: what no other recogniser has taken, paragraph by paragraph under its heading. Nothing in a document is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from bot.content.names import Subjects
from bot.content.outline import Section
from bot.content.parts import Block, Lines, plain_of
from bot.content.polarity import announced
from bot.content.recognisers import advice, analogy, comparative, contrast, definition, introduced, weighing
from bot.content.recognisers.whys import asks_why
from bot.content.sentences import cut, sentences
from bot.content.words import ARTICLE
from bot.content.work import Draft, Work
from bot.model.facts import FactKind
from bot.model.prose import Listing, Paragraph, Part, Prose


class _Reads(Protocol):
    def __call__(self, text: str, subjects: Subjects) -> tuple[str, ...] | None: ...


_SENTENCES: tuple[tuple[FactKind, _Reads], ...] = (
    ("advantage", weighing.advantage_of),
    ("disadvantage", weighing.disadvantage_of),
    ("analogy", analogy.subjects_of),
    ("advice", advice.subjects_of),
    ("contrast", contrast.subjects_of),
    ("point", definition.subjects_of),
)


@dataclass(slots=True)
class _Run:
    """Neighbouring blocks of one section that nobody took."""

    parts: list[Part]
    first: int
    last: int
    lines: tuple[Lines, ...] = ()
    """Of each item, where the first part is a list."""


def recognise(work: Work) -> None:
    """Take all that is free: single sentences of a known kind, and the rest as passages."""
    runs: dict[int, list[_Run]] = {}
    previous: tuple[int, int] | None = None
    for number, at, section, block in list(work.free()):
        rest = _without_sentences(work, section, block)
        work.taken.add((number, at))
        for part, first, last in rest:
            mine = runs.setdefault(number, [])
            beside = previous == (number, at - 1) and not (mine and _begins_anew(mine[-1].parts[-1], part))
            if mine and (previous == (number, at) or beside):
                mine[-1].parts.append(part)
                mine[-1].last = max(mine[-1].last, last)
            else:
                mine.append(_Run([part], first, last, block.lines if isinstance(part, Listing) else ()))
            previous = (number, at)
    for number, found in runs.items():
        section = work.outline.sections[number]
        for run in _item_by_item(found):
            prose = _opening(run.parts)
            # Under a heading that announces traits, what is left over is not what the heading promises.
            label = "" if announced(section.heading) else section.heading or work.outline.title
            own = " ".join([section.heading, *map(plain_of, run.parts)])
            named = work.subjects.named(own) or work.subjects.named(" ".join(section.path[-2:]))
            source = work.outline.source(section, run.first, run.last)
            work.drafts.append(Draft("passage", named, label, prose, source, parts=tuple(run.parts)))


def _item_by_item(found: list[_Run]) -> list[_Run]:
    """Each item of a list without numbers as a run of its own, where nothing leads in to the list and none has items below."""
    runs: list[_Run] = []
    for run in found:
        listing = run.parts[0]
        lone = isinstance(listing, Listing) and not listing.ordered and len(run.parts) == 1 and len(run.lines) > 1
        if isinstance(listing, Listing) and lone and not any(item.depth for item in listing.items):
            runs += [
                _Run([Listing((item,), ordered=False)], *lines)
                for item, lines in zip(listing.items, run.lines, strict=True)
            ]
        else:
            runs.append(run)
    return runs


def _goes_on(prose: Prose, told_of: str | None, work: Work) -> str | None:
    """Whom a sentence of running text speaks of: the one that it begins with, "A foo is for …", else the one before."""
    plain = prose.plain
    spans = work.subjects.spans(plain)
    if spans and ARTICLE.fullmatch(plain[: spans[0][1]]):
        return spans[0][0] if _SAYS.match(plain[spans[0][2] :]) else None
    return told_of if {name for name, _, _ in spans} <= {told_of} else None


def _each_in_turn(plain: str, subjects: Subjects) -> tuple[str, ...]:
    """The subjects of a sentence that tells something of each: "Foos are dear, bars take long"; none for any other."""
    spans = subjects.spans(plain)
    named = tuple(dict.fromkeys(subject for subject, _, _ in spans))
    turned = [_BEHIND.search(plain[:start]) for subject, start, _ in spans if subject != spans[0][0]]
    return named if len(named) > 1 and all(turned) else ()


_BEHIND = re.compile(r",\s+(?:(?:and|while|whereas|but)\s+)?(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_SAYS = re.compile(
    r"\s+(?:\([^()]{1,40}\)\s+)?(?:(?!and|or|that|which|with|but)\w+\s+)?(?:is|are|has|have|can|does|works?|needs?|costs?|takes?|lets?|gives?)\b"
)


def _begins_anew(before: Part, part: Part) -> bool:
    """Whether a paragraph stands by itself behind another: lists and code belong to the text that leads in to them."""
    return isinstance(before, Paragraph) and isinstance(part, Paragraph) and before.prose.plain.rstrip()[-1:] in ".!?"


def _without_sentences(work: Work, section: Section, block: Block) -> list[tuple[Part, int, int]]:
    """The block, or what is left of a paragraph when sentences of a known kind have gone."""
    if not isinstance(block.part, Paragraph) or (asks_why(section.heading) and section.heading.endswith("?")):
        return [(block.part, block.first_line, block.last_line)]
    kinds: list[tuple[FactKind | None, tuple[str, ...]]] = []
    begins: dict[int, int] = {}
    found = list(sentences(block))
    told_of: str | None = None
    for sentence in found:
        ahead = comparative.compared(sentence.prose.plain, work)
        if ahead is not None:
            kinds.append((ahead.polarity, (ahead.subject,)))
            continue
        if term := introduced.explained(sentence.prose, work.subjects):
            told_of, begins[len(kinds)] = term
            kinds.append(("point", (told_of,)))
            continue
        for kind, reads in _SENTENCES:
            named = reads(sentence.prose.plain, work.subjects)
            if named and not sentence.prose.plain.rstrip().endswith(":"):
                kinds.append((kind, named))
                # What is said next of nobody else goes on with what was defined.
                told_of = named[0] if kind == "point" and len(named) == 1 else told_of
                break
        else:
            # What opens under a heading that is a subject's name says what that is.
            leads = sentence.prose.plain.rstrip().endswith(":")
            head = work.subjects.resolve(definition.name_of(section.heading))
            opened = head if section.blocks[0] is block and not leads else None
            # What follows such a beginning goes on with it.
            told_of = introduced.subject_of(sentence.prose, work.subjects) or _goes_on(sentence.prose, told_of, work)
            apart = _each_in_turn(sentence.prose.plain, work.subjects)
            if told_of and not opened and apart and any({*apart} <= {*grid.subjects} for grid in work.grids):
                kinds.append(("contrast", apart))
                told_of = None
                continue
            opened = opened or (None if leads else told_of)
            kinds.append(("point", (opened,)) if opened else (None, ()))
    if not any(kind for kind, _ in kinds):
        return [(block.part, block.first_line, block.last_line)]
    rest: list[tuple[Part, int, int]] = []
    for number, (sentence, (known, named)) in enumerate(zip(found, kinds, strict=True)):
        if known:
            place = work.outline.source(section, sentence.first_line, sentence.last_line)
            plain = sentence.prose.plain
            ahead = comparative.compared(plain, work)
            begin = (
                weighing.reason_at(plain)
                if known in ("advantage", "disadvantage") and not ahead
                else begins.get(number, 0)
            )
            row = ahead.aspect if ahead else ""
            work.drafts.append(Draft(known, named, "", cut(sentence.prose, begin, len(plain)), place, row=row))
        else:
            rest.append((Paragraph(sentence.prose), sentence.first_line, sentence.last_line))
    return rest


def _opening(parts: list[Part]) -> Prose:
    """The first text of a passage, for a reader who sees no more."""
    for part in parts:
        match part:
            case Paragraph(prose):
                return prose
            case Listing(items):
                return items[0].prose
            case _:
                pass
    return Prose.of(plain_of(parts[0]).split("\n")[0].strip()) if parts else Prose()
