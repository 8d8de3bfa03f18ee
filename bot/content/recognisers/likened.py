"""Pictures that no word announces: "Foo is a hotel room, bar is a house", where the document speaks of no rooms else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.content.outline import Outline
from bot.content.parts import Block, plain_of
from bot.content.recognisers.analogy import is_analogy, is_picture
from bot.content.sentences import Sentence, cut, sentences
from bot.content.sides import halves
from bot.content.words import STOP_WORDS
from bot.content.work import Draft, Work
from bot.model.prose import Prose
from bot.text import stem, words

_IS_ONE = re.compile(
    r"\s+(?:\([^()]{1,40}\)\s+)?(?:is|are)\s+(?:more\s+)?(?:like\s+\w+ing\b|(?:like\s+)?(?:an?|the|your))\s+",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\W*(?:(?:an?|the|our|and|while|whereas)\s+)*", re.IGNORECASE)
_FEWEST = 2


def recognise(work: Work) -> None:
    """Take paragraphs behind a comparison in which compared subjects are each likened to something of another world, and
    those under a heading that announces a picture.
    """
    compared = {subject for grid in work.grids for subject in grid.subjects}
    first = min((grid.source.last_line for grid in work.grids), default=0)
    met = Counter(_stems(work.outline))
    for number, at, section, block in list(work.free()):
        if block.first_line < first or len(compared) < _FEWEST:
            continue
        told = list(_told(block, work))
        likened = {
            subject
            for subject, sentence in told
            if subject in compared and (is_analogy(sentence.prose.plain) or _foreign(sentence, met, work))
        }
        if not told:
            continue
        first_of, opening = told[0]
        # "Picture it like this: foo is …" begins with a picture, though not with a name.
        headed = any(is_picture(heading) for heading in section.path)
        plain = opening.prose.plain
        begins = is_picture(plain) or (is_analogy(plain) and compared & {*work.subjects.named(plain)})
        announced = first_of is None and bool(headed or begins)
        if (first_of is None and not announced) or len(likened) < (_FEWEST - 1 if announced else _FEWEST):
            continue
        work.taken.add((number, at))
        about = ""
        for subject, sentence in told:
            about = subject or about or next(iter(work.subjects.named(sentence.prose.plain)), "")
            place = work.outline.source(section, sentence.first_line, sentence.last_line)
            work.drafts.append(Draft("analogy", (about,) if about else (), "", sentence.prose, place))


def _told(block: Block, work: Work) -> Iterator[tuple[str | None, Sentence]]:
    """The sentences of a paragraph, each with the subject that it says "is a" of; None where it goes on."""
    for sentence in _apart(block, work):
        plain = sentence.prose.plain
        spans = work.subjects.spans(plain)
        begins = bool(spans) and _BEFORE.fullmatch(plain[: spans[0][1]]) is not None
        yield (spans[0][0] if begins and _IS_ONE.match(plain[spans[0][2] :]) else None), sentence


def _apart(block: Block, work: Work) -> Iterator[Sentence]:
    """The sentences, one that likens several subjects in its clauses as so many: "In short, foo is a bus, bar is a cab"."""
    for sentence in sentences(block):
        plain = sentence.prose.plain
        opening = _IN_SHORT.match(plain)
        rest = cut(sentence.prose, opening.end() if opening else 0, len(plain))
        clauses = halves(rest, work.subjects)
        spans = [work.subjects.spans(prose.plain) for _, prose in clauses]
        each = all(
            _IS_ONE.match(prose.plain[found[0][2] :]) for (_, prose), found in zip(clauses, spans, strict=True) if found
        )
        if len(clauses) < _FEWEST or not all(spans) or not each:
            yield sentence
            continue
        for _, prose in clauses:
            yield replace(sentence, prose=prose)


_IN_SHORT = re.compile(
    r"(?:in short|in brief|in a nutshell|in other words|to sum up|in summary|put simply|simply put|so)[,:]?\s+",
    re.IGNORECASE,
)


def sums_up(prose: Prose) -> bool:
    """Whether a paragraph says in short what was said before: "In short: foo is a bus, bar is a cab"."""
    return _IN_SHORT.match(prose.plain) is not None


def _foreign(sentence: Sentence, met: Counter[str], work: Work) -> bool:
    """Whether what a subject is said to be is named nowhere else in the document."""
    plain = sentence.prose.plain
    behind = plain[work.subjects.spans(plain)[0][2] :]
    found = _IS_ONE.match(behind)
    head = re.split(r"[,:;.\u2013\u2014(]", behind[found.end() if found else 0 :], maxsplit=1)[0]
    # What it is: the last word in front of "that", "for" and the like.
    said = [stem(word.text) for word in takewhile(lambda word: word.text not in STOP_WORDS, words(head))]
    own = [stem(word.text) for word in words(plain)]
    return bool(said) and met[said[-1]] <= own.count(said[-1])


def _stems(outline: Outline) -> Iterator[str]:
    for section in outline.sections:
        for text in (section.heading, *(plain_of(block.part) for block in section.blocks)):
            yield from (stem(word.text) for word in words(text))
