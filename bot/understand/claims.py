"""Holding what a question says against the statements: which speak of it, and whether they state or deny it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.marks import mark_of
from bot.model.facts import Fact
from bot.model.meaning import Premise
from bot.text import words
from bot.understand.evidence import Evidence, Said
from bot.understand.lessening import denies_beside, only_possible, unless_lessened
from bot.understand.opposing import loses, opposes
from bot.understand.sayings import Content
from bot.understand.telling import (
    labelled,
    meant_for,
    of_other_things,
    only_named,
    only_shared,
    set_against,
    sets_apart,
    spares_another,
    telling,
)
from bot.understand.words.grammar import SPARING

STATED = 0.75
"""Share of a claim's weight that one statement has to hold before another subject's claim is said to be stated by it."""
WHOLLY = 0.9
"""Share from which a subject's own statement states a claim: one word that it lacks may turn everything."""
DENIED = 0.66
"""Share that a statement has to speak of before its opposite or its negation denies the claim."""
TOUCHED = 0.5
"""Share from which a statement is said to speak of it."""

COMMON = 4
"""Statements from which on a concept tells nothing about any one of them."""


_NAMED = 0.05
"""What a cell that only stands in a row of the name that is asked of comes behind one that says it."""
_EVERYDAY = 0.1
"""Share of a claim's weight that the opposite of an everyday word denies."""


@dataclass(frozen=True, slots=True)
class Match:
    """One statement with how much of a claim it holds."""

    said: Said
    share: float
    """Weight of the claim's concepts that it states, over the weight of all."""
    denying: float
    """Weight of the concepts that it denies, over the weight of all: by an opposite, or by a negation."""
    spoken: float
    """Weight of the concepts that it speaks of either way, over the weight of all."""
    held: int = 0
    """How many of the concepts it states."""


def matches(
    claim: Sequence[Content],
    facts: Iterable[Fact],
    evidence: Evidence,
    *,
    rare: bool = False,
    aspects: Sequence[str] = (),
    either: bool = True,
    of: Sequence[str] = (),
) -> list[Match]:
    """The statements that hold something of a claim, the fullest first; the document's order breaks ties.

    With ``rare``, concepts that many statements share do not count. Statements on ``aspects`` come a little before.
    Where it is not ``either`` of two that is asked for, a claim that names both of two opposites is denied by neither.
    Of a contrast, what it says ``of`` some subjects counts.
    """
    named = frozenset[str]() if either else frozenset(part.concept for part in claim)
    wanted = [
        (part.concept, max(part.weight, 0.2), evidence.opposites.get(part.concept, frozenset()) - named)
        for part in claim
        if not part.filler and not (rare and evidence.spread(part.concept) > COMMON)
    ]
    whole = sum(weight for _, weight, _ in wanted)
    if not whole:
        return []
    spoken = {part.concept for part in claim}
    # An everyday word claims nothing by itself; a statement of its opposite denies it all the same: "kept", "deleted".
    everyday = [
        (part.concept, evidence.opposites[part.concept])
        for part in claim
        if part.filler and part.concept in evidence.opposites and not evidence.opposites[part.concept] & spoken
    ]
    keeps = any(part.concept == evidence.harming[SPARING] for part in claim)
    found = []
    speaking = evidence.speaking(concept for concept, _, _ in wanted)
    for fact in facts:
        if fact.id not in speaking:
            continue
        said = evidence.said[fact.id]
        # Of two that are set against each other, what is said of the one is not said of the other.
        said = next((side for side in said.sides if {*of} and {*of} & side.mentions), said)
        if match := _match(said, wanted, whole):
            opposed = match.share and not match.denying and (opposes(said, everyday) or (keeps and loses(said)))
            found.append(replace(match, denying=_EVERYDAY) if opposed else match)

    def order(match: Match) -> tuple[float, int]:
        on = 0.2 if set(aspects) & set(match.said.fact.aspects) else 0.0
        # What its row is called, a cell does not say.
        on -= _NAMED if only_named(claim, match.said) else 0.0
        return -(match.share + match.denying * 0.5 + on), _KINDS.index(match.said.fact.kind)

    return sorted(found, key=order)


def _match(said: Said, wanted: Sequence[tuple[str, float, frozenset[str]]], whole: float) -> Match | None:
    """What a statement holds of concepts with their weights and opposites; None for nothing."""
    stated = denied = spoken = 0.0
    held = 0
    for concept, weight, opposites in wanted:
        before = stated + denied
        # The name of the row says what it is on: of "kept" in "Keeping: deleted" nothing is stated.
        unsaid = concept in said.labelled and opposites & (said.concepts - said.labelled) - said.examples
        if concept in said.concepts and not unsaid:
            stated += weight
            held += 1
            denied += weight if concept in said.denied else 0.0
        elif opposites and (opposites & said.concepts) - said.examples - said.denied:
            # "Is not kept" does not deny that it goes.
            denied += weight
        spoken += weight if stated + denied > before else 0.0
    return Match(said, stated / whole, denied / whole, spoken / whole, held) if spoken else None


_KINDS = ("point", "cell", "advantage", "disadvantage", "contrast", "analogy", "advice", "passage")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the overview says of a claim about a subject."""

    premise: Premise
    facts: tuple[Fact, ...]
    strength: float
    """Share of the claim that the facts speak of, 0 to 1."""


def judge(
    claim: Sequence[Content],
    subjects: Sequence[str],
    catalogue: Catalogue,
    evidence: Evidence,
    *,
    negated: bool,
    either: bool = False,
    aspects: Sequence[str] = (),
) -> Judgement:
    """Whether the overview states or denies a claim about one subject: the first; the others are named beside it.

    A claim is denied by the subject's own statement of the opposite, and by a row in which the statement stands for
    another subject while this one's cell says otherwise. Of two statements that hold as much of the claim, the one on
    an asked aspect is taken.
    """
    subject = subjects[0]
    told = _statements(catalogue, (subject,)) + [
        fact for fact in _statements(catalogue, subjects[1:]) if subject in evidence.said[fact.id].mentions
    ]
    if any(part.concept == evidence.harming["affect"] for part in claim):
        told = [fact for fact in told if not spares_another(evidence.said[fact.id], subjects, evidence)]
    own = matches(claim, dict.fromkeys(told), evidence, aspects=aspects, either=either, of=(subject,))
    others = matches(claim, _statements(catalogue, catalogue.counterparts(subject)), evidence, either=either)
    # What is said of the subject itself comes before a text that has the same words somewhere.
    pointed = (match for match in own if match.said.fact.kind != "passage" and match.share + match.denying >= TOUCHED)
    best = next(pointed, own[0] if own else None)
    rival = others[0] if others else None
    verdict: Premise = ""
    facts: tuple[Fact, ...] = ()
    strength = 0.0
    if best is not None and best.share + best.denying >= TOUCHED:
        facts, strength = (best.said.fact,), min(1.0, best.share + best.denying)
        # "None, a single file" has none of what its row is called, and says that it is a single file all the same.
        of_row = any(part.concept in best.said.labelled for part in claim)
        mark = mark_of(best.said.fact) if best.share >= STATED and of_row else ""
        if mark:
            verdict = "stated" if mark == "yes" else "denied"
        elif of_other_things(claim, best.said, evidence):
            verdict = ""
        elif sets_apart(claim, best.said, evidence):
            verdict = "denied" if best.share >= DENIED - 0.16 else ""
        elif best.denying > 0 and best.spoken >= DENIED:
            verdict = "" if only_possible(claim, best.said, evidence) else "denied"
        elif (
            not _of_several(best.said.fact)
            and not _LIMITING & {word.text for word in words(best.said.fact.label)}
            and _whole_share(claim, best, own, evidence) >= WHOLLY
            and (telling(claim, evidence) or labelled(claim, best.said, evidence))
            and not only_named(claim, best.said)
            and not set_against(claim, best.said, evidence)
            and _together(claim, best.said)
        ):
            verdict = (
                "" if not negated and denies_beside(claim, best.said, evidence) else unless_lessened(claim, best.said)
            )
    if (
        rival is not None
        and rival.share >= STATED
        and not rival.denying
        and not _LIMITING & {word.text for word in words(rival.said.fact.label)}
        and (rival.held > 1 or _says_what(claim, rival.said, evidence))
        and _together(claim, rival.said)
        and not (rival.held == 1 and only_shared(claim, rival.said, evidence))
        and (best is None or best.share < rival.share - 0.15)
    ):
        answer = _same_row(rival.said.fact, subject, catalogue)
        if answer is not None:
            meant = meant_for(claim, rival.said.fact, catalogue)
            verdict, facts, strength = "" if meant else "denied", (answer, rival.said.fact), rival.share
    if not verdict and (spared := _spared(claim, subject, catalogue, evidence)):
        verdict, facts, strength = "denied", (spared,), 1.0
    if not verdict and (contrast := _other_side(claim, subject, told, evidence)):
        verdict, facts, strength = "denied", (contrast,), 1.0
    if negated and verdict:
        verdict = "stated" if verdict == "denied" else "denied"
    return Judgement(verdict, facts, strength)


def _whole_share(claim: Sequence[Content], best: Match, own: Sequence[Match], evidence: Evidence) -> float:
    """The share of a claim that a statement holds, with what other statements of the subject add to its very words: where
    one says that it shares the roof of a house, "the roof of the house" is said of every roof of it.
    """
    said = [part for part in claim if not part.filler]
    held = {part.concept for part in said} & best.said.concepts
    rare = {concept for concept in held if evidence.spread(concept) <= COMMON * 2}
    added = {
        part.concept
        for part in said
        if part.concept not in held
        and part.concept not in evidence.opposites
        and any(part.concept in clause and rare & clause for match in own for clause in match.said.clauses)
    }
    whole = sum(max(part.weight, 0.2) for part in said)
    return best.share + sum(max(part.weight, 0.2) for part in said if part.concept in added) / max(whole, 0.2)


def _spared(claim: Sequence[Content], subject: str, catalogue: Catalogue, evidence: Evidence) -> Fact | None:
    """A definition of something else that denies a claim of the subject: "changes are not saved to the image"."""
    others = [
        fact
        for fact in catalogue.knowledge.facts
        if fact.kind == "point" and subject not in fact.subjects and subject in evidence.said[fact.id].mentions
    ]
    found = next(iter(matches(claim, others, evidence)), None)
    return found.said.fact if found and found.denying and found.spoken >= WHOLLY and found.held > 1 else None


def _other_side(claim: Sequence[Content], subject: str, told: Sequence[Fact], evidence: Evidence) -> Fact | None:
    """A contrast that says a claim of what it sets the subject against, and not of the subject."""
    wanted = {part.concept for part in claim if not part.filler}
    for fact in told if len(wanted) > 1 else ():
        sides = evidence.said[fact.id].sides
        own = [side for side in sides if subject in side.mentions]
        others = [side for side in sides if side.mentions and subject not in side.mentions]
        if own and not any(wanted <= side.concepts for side in own) and any(wanted <= side.concepts for side in others):
            return fact
    return None


_DOING = frozenset("run runs running use uses using".split())
"""Verbs that go with anything."""


def _together(claim: Sequence[Content], said: Said) -> bool:
    """Whether a statement says in one breath what it holds of a claim: not "it shares the roof, and so it saves heat"
    for sharing heat.
    """
    held = {part.concept for part in claim if not part.filler and part.text not in _DOING} & said.concepts
    label = frozenset[str]().union(*said.clauses[:1])
    return any(held <= clause | label for clause in said.clauses)


def _says_what(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a statement holds more of a claim than how many or of which kind: more than words that have an opposite."""
    return any(
        part.concept in said.concepts and part.concept not in evidence.opposites for part in claim if not part.filler
    )


_LIMITING = frozenset("limited no lack lacks lacking missing without restricted poor".split())
"""In the name of a trait: what it says is little of it, and others are not denied what one has little of."""
_ONLY = re.compile(r"(?<!-)\bonly(?=[.,;)]|$)", re.IGNORECASE)
"""A limit: what holds "within a room only" does not hold between rooms."""


def _of_several(fact: Fact) -> bool:
    """Whether a text speaks of several things one after the other, or only of some: then it states no claim by its words."""
    if _ONLY.search(fact.prose.plain):
        return True
    return fact.kind == "passage" or (fact.kind == "contrast" and ". " in fact.prose.plain)


def _statements(catalogue: Catalogue, subjects: Sequence[str]) -> list[Fact]:
    """What is stated of subjects, analogies left out: a dish is not a container."""
    facts = {fact.id: fact for subject in subjects for fact in catalogue.of(subject)}
    return [fact for fact in facts.values() if fact.kind not in ("analogy", "advice")]


def _same_row(fact: Fact, subject: str, catalogue: Catalogue) -> Fact | None:
    """What the overview says of a subject on the aspect of another's statement."""
    for aspect in fact.aspects:
        told = catalogue.on(aspect, subject)
        if told and (told[0].kind == "cell" or fact.kind != "cell"):
            return told[0]
    return None
