"""One statement that speaks of two sides, cut into what it says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.names import Subjects
from bot.content.sentences import cut, joined, stripped
from bot.model.prose import Prose
from bot.text import words

_WORD = r"[\w+#/()-]+(?:\.\w+)*"
_NAME = rf"(?=[^\W\d_]){_WORD}(?: {_WORD}){{0,3}}"
_LABEL = re.compile(rf"(?:^|(?<=[.;,!?])\s+|\n)({_NAME}):\s+(?=\S)")
_LABELLED = re.compile(rf"{_NAME}:\s+(?=\S)")
_TURN = re.compile(
    r"[.!?](?=\s+\S)|;|\n|,?\s+(?:while|whereas)\b|,\s+(?:but|and|yet)\b|\s+[\u2013\u2014]\s+", re.IGNORECASE
)
_LEAD = re.compile(
    r"[\s,;.!?\u2013\u2014-]*(?:(?:while|whereas|but|and|yet|on the other hand|in contrast|by contrast|an?|the|with|in|for|using)\b[\s,]*)*",
    re.IGNORECASE,
)
_WHILE = re.compile(r"\s*(?:while|whereas|although|though)\b", re.IGNORECASE)
_BEHIND_COMMA = re.compile(r",\s*(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_SIDES = 2


def spoken_labels(prose: Prose) -> list[tuple[str, Prose]]:
    """The labels inside one run of text, each with what stands behind it: "Foo: fast. Bar: slow"; none where it does not
    begin with one.
    """
    found = list(_LABEL.finditer(prose.plain))
    if len(found) < _SIDES or found[0].start() > 0:
        return []
    ends = [*(match.start() for match in found[1:]), len(prose.plain)]
    return [
        (match.group(1).strip(), stripped(cut(prose, match.end(), end))) for match, end in zip(found, ends, strict=True)
    ]


def halves(prose: Prose, subjects: Subjects) -> list[tuple[str, Prose]]:
    """What a statement says of each subject, where its clauses each begin with one; empty where it tells none apart."""
    by_subject: dict[str, list[Prose]] = {}
    current: str | None = None
    for subject, clause in _clauses(prose, subjects):
        current = subject or current
        if current is None:
            return _between_commas(prose, subjects)
        by_subject.setdefault(current, []).append(clause)
    if len(by_subject) < _SIDES:
        return _between_commas(prose, subjects)
    return [(subject, _run_on(clauses)) for subject, clauses in by_subject.items()]


def _between_commas(prose: Prose, subjects: Subjects) -> list[tuple[str, Prose]]:
    """What stands between commas, where each piece names a subject of its own: "one key in foo, two keys in bar"."""
    plain = prose.plain
    ends = [*(match.start() for match in re.finditer(r",\s", plain)), len(plain)]
    pieces = [
        stripped(cut(prose, start, end)) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    ]
    named = [subjects.named(piece.plain) for piece in pieces]
    if len(pieces) < _SIDES or any(len(some) != 1 for some in named) or len(set(named)) < len(named):
        return []
    return [(some[0], piece) for some, piece in zip(named, pieces, strict=True)]


def _clauses(prose: Prose, subjects: Subjects) -> Iterator[tuple[str | None, Prose]]:
    """The clauses, each that begins with a subject by itself; the rest stays with the clause before."""
    plain = prose.plain
    spans = subjects.spans(plain)
    starts: list[tuple[int, str | None]] = []
    opened = _WHILE.match(plain)
    for at in [0, *(match.end() if match.group()[0] in ".;!?\n" else match.start() for match in _TURN.finditer(plain))]:
        lead = _LEAD.match(plain, at)
        begin = lead.end() if lead else at
        subject = next((name for name, start, _ in spans if start == begin), None)
        if opened and at == 0:
            # "While foo is fast, bar is slow" turns at its comma.
            turns = [(start, name) for name, start, _ in spans if _BEHIND_COMMA.search(plain[:start])]
            aside = next(((start, name) for start, name in turns if name != subject), None)
            if subject and aside:
                starts += [(0, subject), aside]
                continue
        if subject is None and (first := words(plain[begin:])[:1]):
            subject = subjects.doer(first[0].text)
        if subject or not starts:
            starts.append((at, subject))
    for (at, subject), end in zip(starts, [*(at for at, _ in starts[1:]), len(plain)], strict=True):
        yield subject, _trimmed(cut(prose, at, end))


def _trimmed(prose: Prose) -> Prose:
    """A clause without the joint in front of it and the comma behind it."""
    plain = prose.plain
    lead = re.match(r"[\s,;.\u2013\u2014-]*(?:(?:while|whereas|but|and|yet)\b[\s,]*)?", plain, re.IGNORECASE)
    begin = lead.end() if lead else 0
    piece = cut(prose, begin, len(plain.rstrip(" ,;\n")))
    label = _LABELLED.match(piece.plain)
    return cut(piece, label.end(), len(piece.plain)) if label else piece


def _run_on(clauses: list[Prose]) -> Prose:
    return clauses[0] if len(clauses) == 1 else joined(clauses)
