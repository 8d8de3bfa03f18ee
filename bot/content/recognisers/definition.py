"""Definitions: what stands under a heading that names a subject, and sentences that say what a subject is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.joined_names import split_name
from bot.content.names import Subjects
from bot.content.optioned import without_number
from bot.content.outline import Outline, Section
from bot.content.polarity import announced
from bot.content.recognisers import introduced
from bot.content.recognisers.analogy import is_analogy
from bot.content.sentences import labelled, sentences
from bot.content.words import key
from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose, Span

_IS = r"(?:is|are|means|refers\s+to|stands\s+for|describes|was)\b"
_DEFINES = re.compile(
    r"^\W*(?:(?:put simply|simply put|in short|basically),?\s+)?(.{1,60}?)\s+"
    r"(?:(?:is|are)\s+(?:an?|the|one|software|programs?|tools?)|means|refers?\s+to|stands?\s+for)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"^(?:what\s+(?:is|are)|(?:and|how\s+about|what\s+about)(?=.*\?)|about|meet|introducing|introduction\s+to|definition\s+of"
    r"|(?:watch\s+out|careful|attention|beware|warning|aside|background|excursus|digression|good\s+to\s+know|side\s+note|term)\s*:)\s+(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:they|it|these|this|that)\b", re.IGNORECASE)
"""What stands for the name in a heading that asks: "And foos?", "They are …"."""
_IMPERATIVES = frozenset(
    """install create run build configure set add remove update use start stop check choose open write test deploy
    get make find read learn prepare verify connect define import export download enable disable""".split()
)
_WHAT_IT_IS = re.compile(
    r"^(?:what (?:it|they|this) (?:is|are)|what (?:is|are) (?:it|they|this)|definition|description)\W*$", re.IGNORECASE
)
_NAME_WORDS = 4


def name_of(heading: str) -> str:
    """The name in a heading: "What is X?" is about X, and so is "Option A: X"."""
    return _ASKED.sub("", without_number(heading)).strip(" ?")


def is_definition(heading: str) -> bool:
    """Whether a heading says that what stands below it defines what the heading above names: "What it is"."""
    return _WHAT_IT_IS.match(heading) is not None


def definitions(outline: Outline) -> Iterator[Section]:
    """Sections that read like a definition of what their heading names."""
    for section in outline.sections:
        name = name_of(section.heading)
        if not section.level or not section.blocks or announced(section.heading) or not name:
            continue
        if len(split_name(name)[0].split()) > _NAME_WORDS:
            continue
        if _opens_with(section, name) or _numbered(section, name):
            yield section


def mentions(outline: Outline, subjects: Subjects) -> None:
    """Make subjects of what is defined; "Foo Part" beside "Foo" is understood by its parts."""
    found = list(definitions(outline))
    names = [name_of(section.heading) for section in found]
    for section, name in zip(found, names, strict=True):
        subjects.qualified(name, outline.source(section, section.line, section.line), names)


def longer(outline: Outline, subjects: Subjects) -> None:
    """Let headings give subjects a longer name: "What is foo-side heating?" where "foo-side" is known."""
    for section in outline.sections:
        opening = _OVER.match(section.heading)
        name = section.heading[opening.end() if opening else 0 :].strip(" ?:.")
        if not name or subjects.resolve(name) or len(name.split()) > _NAME_WORDS:
            continue
        spans = subjects.spans(name)
        behind = name[spans[0][2] :].strip() if len(spans) == 1 and not spans[0][1] else ""
        # "FB boxes" over what was named "Foo bar boxes (FB)".
        own = bool(behind) and set(key(behind)) <= set(key(subjects.called(spans[0][0])))
        if behind.replace("-", "").isalpha() and (opening or own):
            subjects.alias(spans[0][0], name, outline.source(section, section.line, section.line), quiet=True)


_OVER = re.compile(
    r"(?:what (?:is|are)|(?:and|how about|what about)(?=.*\?)|when (?:to use|should (?:i|we|you) use)|(?:dis)?advantages of|pros and cons of|benefits of|use cases? (?:of|for))\s+(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)


def recognise(work: Work) -> None:
    """Take the lists and opening paragraphs of sections that name a subject, a point for each statement."""
    for number, section in enumerate(work.outline.sections):
        name = _named_above(section)
        subject = work.subjects.resolve(name) if section.level else None
        if subject is None:
            continue
        for at, block in enumerate(section.blocks):
            if (number, at) in work.taken:
                continue
            if isinstance(block.part, Listing):
                work.taken.add((number, at))
                _items(work, section, block.part, block.lines, subject)
            elif isinstance(block.part, Paragraph) and (
                name != name_of(section.heading)
                or (at == 0 and _tells_of(block.part.prose.plain, subject, work))
                or (at == 0 and _ASKED.match(section.heading) and _GOES_ON.match(block.part.prose.plain))
                or _says_what(block.part.prose.plain, name, work)
            ):
                # Sentences that are of another kind are left to their own recognisers.
                first = next(sentences(block), None)
                if first is not None and not is_analogy(first.prose.plain):
                    work.taken.add((number, at))
                    # Under "What is a foo?", "A **bar foo** is …" says what that is.
                    owner = work.subjects.resolve(introduced.defined_in(block.part.prose)) or subject
                    for sentence in sentences(block):
                        kind = "analogy" if is_analogy(sentence.prose.plain) else "point"
                        named = work.subjects.named(sentence.prose.plain) if kind == "analogy" else ()
                        place = work.outline.source(section, sentence.first_line, sentence.last_line)
                        work.drafts.append(
                            Draft(
                                "analogy" if kind == "analogy" else "point",
                                named or (owner,),
                                "",
                                sentence.prose,
                                place,
                            )
                        )


def _named_above(section: Section) -> str:
    """The name that a section defines: its heading's, or for "What it is" that of the heading above."""
    if len(section.path) > 1 and is_definition(section.heading):
        return name_of(section.path[-2])
    return name_of(section.heading)


def subjects_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The subject of "An X is a ..." wherever it stands; None for every other sentence."""
    opening = _DEFINES.match(text)
    found = subjects.resolve(opening.group(1)) if opening else None
    return (found,) if found else None


def _items(work: Work, section: Section, listing: Listing, lines: tuple[tuple[int, int], ...], subject: str) -> None:
    merged: list[tuple[Prose, int, int]] = []
    for item, (first, last) in zip(listing.items, lines, strict=True):
        if item.depth and merged:
            prose, begin, end = merged[-1]
            merged[-1] = (prose + Prose((Span("\n"),)) + item.prose, begin, max(end, last))
        else:
            merged.append((item.prose, first, last))
    for prose, first, last in merged:
        place = work.outline.source(section, first, last)
        if is_analogy(prose.plain):
            work.drafts.append(Draft("analogy", work.subjects.named(prose.plain) or (subject,), "", prose, place))
            continue
        label, rest = labelled(prose)
        work.drafts.append(Draft("point", (subject,), label, rest, place))


def _opens_with(section: Section, name: str) -> bool:
    """Whether the first statement says "An X is ..." of the name, or of its last word."""
    first = section.blocks[0].part
    text = (
        first.prose.plain
        if isinstance(first, Paragraph)
        else first.items[0].prose.plain
        if isinstance(first, Listing)
        else ""
    )
    return _is_of(text, name)


def _is_of(text: str, name: str) -> bool:
    opening = re.match(rf"^\W*([^.:;!?]{{1,80}}?)\s+{_IS}", text, re.DOTALL)
    if not opening:
        return False
    said = key(split_name(opening.group(1))[0])
    wanted = key(split_name(name)[0])
    return bool(said) and (said == wanted or said == wanted[-len(said) :] or wanted == said[-len(wanted) :])


def _says_what(text: str, name: str, work: Work) -> bool:
    if _is_of(text, name):
        return True
    opening = re.match(rf"^\W*([^.:;!?]{{1,80}}?)\s+{_IS}", text, re.DOTALL)
    return bool(
        opening
        and work.subjects.resolve(opening.group(1))
        and work.subjects.resolve(opening.group(1)) == work.subjects.resolve(name)
    )


def _tells_of(text: str, subject: str, work: Work) -> bool:
    """Whether a text begins with the subject's name, with one word in front of it at most: "`git foo` ties …"."""
    spans = work.subjects.spans(text)
    return bool(spans) and spans[0][0] == subject and len(text[: spans[0][1]].split()) <= 1


def _numbered(section: Section, name: str) -> bool:
    """Whether it is ``### 1. **Foo Bar**`` over a list: a bold, numbered name, and no step to be done."""
    return (
        section.numbered
        and section.bold
        and isinstance(section.blocks[0].part, Listing)
        and not section.blocks[0].part.ordered
        and name.split(maxsplit=1)[0].casefold() not in _IMPERATIVES
    )
