"""Statements that take back what their words say: "less portable", "hard to move"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model.facts import Fact
from bot.model.meaning import Premise
from bot.text import stem, words
from bot.understand.evidence import Evidence, Said
from bot.understand.sayings import Content

_LACKING = frozenset("less lack lacks lacking poor poorly weak weaker insufficient fewer".split())
_TOIL = frozenset("hard harder difficult tricky limited complicated cumbersome".split())
_NONE = re.compile(r"(?:none|no|nothing|never|not)\s+\w", re.IGNORECASE)
_WITH_EASE = frozenset("easy easily easier simple simply well good quickly".split())


def unless_lessened(claim: Sequence[Content], told: Said) -> Premise:
    """What a statement that holds all of a claim says of it: "less portable" denies "portable", and "hard to move" denies
    that it moves easily, and does not say whether it moves.
    """
    if told.fact.kind == "cell" and _NONE.match(told.fact.prose.plain):
        # "None prescribed. Titles stay" is no plain yes.
        return ""
    if _only_unless(claim, told):
        return ""
    said = {part.text for part in claim}
    if said & (_LACKING | _TOIL):
        return "stated"
    wanted = {part.concept for part in claim if not part.filler}
    in_front = wanted <= frozenset().union(*told.clauses[:1])
    # "Less strain: it takes the load off" takes nothing back of the load.
    together = in_front or (told.fact.kind == "cell" and any(wanted <= clause for clause in told.clauses))
    if together and lessened(told.fact, [word for part in claim if not part.filler for word in part.text.split()]):
        return "denied"
    text = _text(told.fact)
    if in_front and set(text[:_NEAR]) & _TOIL:
        return "denied" if said & _WITH_EASE else ""
    return "stated"


def _only_unless(claim: Sequence[Content], told: Said) -> bool:
    """Whether a statement has the words of a claim only behind an "unless": "hard, unless there is a crane" needs no crane."""
    before, unless, behind = told.fact.prose.plain.casefold().partition(" unless ")
    claimed = {stem(word) for part in claim if not part.filler for word in part.text.split()}
    return (
        bool(unless) and bool(claimed) and claimed <= set(_stems(behind)) - set(_stems(f"{told.fact.label} {before}"))
    )


def _stems(text: str) -> list[str]:
    return [stem(word.text) for word in words(text)]


def lessened(fact: Fact, claimed: Sequence[str]) -> bool:
    """Whether a statement says the first of some words only to take it back: "less flexible"."""
    text, stems = _text(fact), set(map(stem, claimed))
    first = next((at for at, word in enumerate(text) if stem(word) in stems), 0)
    return bool(set(text[max(0, first - _NEAR) : first]) & _LACKING)


def _text(fact: Fact) -> list[str]:
    said = fact.prose.plain if fact.kind == "cell" else f"{fact.label} {fact.prose.plain}"
    return [word.text for word in words(said)]


_NEAR = 2
"""Words in front of a word that may take it back, or that a statement opens with."""


def only_possible(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether the opposite of a claim is merely said to be possible: what "can be sold" may be kept all the same."""
    opposed = {each for part in claim for each in evidence.opposites.get(part.concept, frozenset()) & said.concepts}
    possible = {
        concept
        for found in _POSSIBLE.finditer(said.fact.prose.plain)
        for concept in evidence.concepts([word.text for word in words(found.group(1))])
    }
    return bool(opposed) and opposed <= possible


_POSSIBLE = re.compile(r"\b(?:can|may|might) be ([^.;]*?)(?=\bwithout\b|\bbut\b|[.;]|$)", re.IGNORECASE)


def denies_beside(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a clause that has words of a claim says no of something that the claim does not name: "the chairs do not move
    along" says nothing of what chairs do.
    """
    wanted = {part.concept for part in claim if not part.filler} & said.concepts - said.labelled
    if wanted & said.denied:
        return False
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for clause in _CLAUSE.split(said.fact.prose.plain):
        spoken = [word.text for word in words(clause)]
        told[bool(_NOT & set(spoken))] |= set(evidence.concepts(spoken))
    return bool(wanted & told[True] - told[False])


_CLAUSE = re.compile(r"[,;.:()]|\b(?:because|since|while|whereas|but|and|so|which|if|when|unless)\b")
_NOT = frozenset("not never cannot can't don't doesn't isn't aren't won't nobody nothing".split())
