"""Two questions of one kind in one message, about a subject each, as one about both: "what is X and what is Y?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from bot.model.dialogue import Candidate
from bot.text import Word
from bot.understand.clauses import Clause
from bot.understand.reading import Reading

OF_EACH = ("define", "advantages", "disadvantages", "pros_cons", "aspect")
"""Kinds of question that are answered of two subjects as well as of one."""
AHEAD = 0.005
"""What both together have ahead of either."""
_JOINTS = frozenset("and or also then plus".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """One question of a message, with its best reading."""

    words: Sequence[Word]
    best: Candidate
    reading: Reading


def piece(words: Sequence[Word], told: Sequence[tuple[Candidate, Reading]], threshold: float) -> list[Piece]:
    """A question that might be asked of another as well: one piece, or none."""
    best = max(told, key=lambda pair: pair[0].confidence, default=None)
    if best is None or best[0].confidence < threshold or best[0].meaning.intent not in OF_EACH:
        return []
    return [Piece(words, *best)] if len(best[0].meaning.subjects) == 1 else []


def front(clause: Clause) -> Clause | None:
    """What stands in front of a question in its sentence, as a question of its own."""
    kept = clause.dropped
    while kept and kept[-1].text in _JOINTS:
        kept = kept[:-1]
    return Clause(kept, asks=True, dropped=(), alone=False) if kept else None


def joined(pieces: Sequence[Piece]) -> list[tuple[Candidate, Reading]]:
    """One reading for each two questions that differ in nothing but the subject."""
    found = []
    for first, second in permutations(pieces, 2):
        left, right = first.best.meaning, second.best.meaning
        alike = replace(left, subjects=()) == replace(right, subjects=()) and left.subjects != right.subjects
        if alike and first.words[-1].start < second.words[0].start:
            sure = min(max(first.best.confidence, second.best.confidence) + AHEAD, 0.99)
            each = left.intent in ("advantages", "disadvantages")
            both = replace(left, subjects=(*left.subjects, *right.subjects), each=each)
            found.append((replace(second.best, meaning=both, confidence=round(sure, 4)), second.reading))
    return found
