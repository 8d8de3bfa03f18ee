"""Statements that take back what their words say: "less portable", "hard to move"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.meaning import Premise
from bot.text import words
from bot.understand.evidence import Said
from bot.understand.sayings import Content

_LACKING = frozenset("less lack lacks lacking poor poorly weak weaker insufficient fewer".split())
_TOIL = frozenset("hard harder difficult tricky limited complicated cumbersome".split())
_WITH_EASE = frozenset("easy easily easier simple simply well good quickly".split())


def unless_lessened(claim: Sequence[Content], told: Said) -> Premise:
    """What a statement that holds all of a claim says of it: "less portable" denies "portable", and "hard to move" denies
    that it moves easily, and does not say whether it moves.
    """
    if not {part.concept for part in claim if not part.filler} <= frozenset().union(*told.clauses[:1]):
        return "stated"
    fact = told.fact
    said = {part.text for part in claim}
    opening = {word.text for word in words(f"{fact.label} {fact.prose.plain}")[:_OPENING]}
    if opening & _LACKING and not said & (_LACKING | _TOIL):
        return "denied"
    if opening & _TOIL and not said & (_LACKING | _TOIL):
        return "denied" if said & _WITH_EASE else ""
    return "stated"


_OPENING = 2
"""Words that a statement opens with."""
