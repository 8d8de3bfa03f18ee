"""What running text introduces in bold: "A **quote** is binding", "With a **fixed price** contract we agree on …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.names import Mention, Subjects
from bot.content.outline import Outline
from bot.content.sentences import sentences
from bot.model.prose import Prose

_BEFORE = re.compile(r"\W*(?:(?:with|in|under|by|for)\s+)?(?:(?:an?|the)\s+)?", re.IGNORECASE)
_DEFINED = re.compile(r"\s+(?:\([^()]{1,40}\)\s+)?(?:is|are|means?|describes?|refers?\s+to|stands?\s+for)\b")
_MEANS = re.compile(r"\s+(?:\([^()]{1,40}\)\s+)?(?:means|refers\s+to|stands\s+for)\b")
"""What is said only of a term: "**Churn** means that …"."""
_MEANT = re.compile(r"\W*(?:with|by)\s+(?:an?\s+)?", re.IGNORECASE)
_WE_MEAN = re.compile(r"\W*\s+(?:we|i|people|they)\s+(?:mean|call|understand)\b")
"""What stands round a term in "By a **foo** we mean …"."""
_ARTICLE = re.compile(r"\W*an?\s+", re.IGNORECASE)
_THE = re.compile(r"\W*(?:(?:an?|the)\s+)?", re.IGNORECASE)
_SAYS = re.compile(rf"{_DEFINED.pattern}|\s+(?:\([^()]{{1,40}}\)\s+)?(?:says|tells|gives|measures|denotes|names)\b")
"""What is said of a term where terms are listed: "The **foo factor** says how …"."""
_NAME_WORDS = 4


def mentions(outline: Outline) -> Iterator[Mention]:
    """The terms that sentences define: "An **estimate** is our best guess"."""
    for section in outline.sections:
        for block in section.blocks:
            for sentence in sentences(block):
                if name := defined_in(sentence.prose):
                    yield Mention(name, outline.source(section, sentence.first_line, sentence.last_line))


def defined_in(prose: Prose, *, bare: bool = False) -> str:
    """The term that a text begins to define, with its article (or ``bare``, without one); "" for any other text."""
    name, start, end = _bold(prose)
    plain = prose.plain
    if name and _MEANT.fullmatch(plain[:start]) and _WE_MEAN.match(plain[end:]):
        return name
    if name and not bare and _repeated(plain, name, start, end) is not None:
        return name
    bare = bare or _MEANS.match(plain[end:]) is not None
    begins = _ARTICLE.fullmatch(plain[:start]) or (bare and _THE.fullmatch(plain[:start]))
    says = _SAYS if bare else _DEFINED
    return name if name and begins and says.match(plain[end:]) else ""


def explained(prose: Prose, subjects: Subjects) -> tuple[str, int] | None:
    """The subject of a sentence that begins with it in bold and says what the word means, and where it begins to say so; None
    for every other.
    """
    name, start, end = _bold(prose)
    if not name or (subject := subjects.resolve(name)) is None:
        return None
    if (at := _repeated(prose.plain, name, start, end)) is not None:
        return subject, at
    before, behind = prose.plain[:start], prose.plain[end:]
    means = not before.strip() and _MEANS.match(behind)
    return (subject, 0) if means or (_MEANT.fullmatch(before) and _WE_MEAN.match(behind)) else None


def _repeated(plain: str, name: str, start: int, end: int) -> int | None:
    """Where a text that opens with a name says what it is in a sentence of its own: "Foo: A foo is …"; None if it does not."""
    found = re.compile(rf"[\s:.\u2013\u2014-]*((?:an?\s+|the\s+)?{re.escape(name)}{_DEFINED.pattern})", re.IGNORECASE)
    again = found.match(plain, end) if not plain[:start].strip() else None
    return again.start(1) if again else None


def subject_of(prose: Prose, subjects: Subjects) -> str | None:
    """The subject that a sentence begins with in bold; None for every other sentence."""
    name, start, _ = _bold(prose)
    return subjects.resolve(name) if name and _BEFORE.fullmatch(prose.plain[:start]) else None


def _bold(prose: Prose) -> tuple[str, int, int]:
    """The first words in bold, and where they begin and end; "" where nothing or much is bold."""
    start = 0
    for span in prose.spans:
        end = start + len(span.text)
        if span.bold:
            name = span.text.strip(" :.")
            return (name, start, end) if 0 < len(name.split()) <= _NAME_WORDS else ("", 0, 0)
        start = end
    return "", 0, 0
