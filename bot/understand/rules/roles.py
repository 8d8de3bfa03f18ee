"""Which of two is what: no, where one thing is said to be what another is defined as, "the pan is the recipe"."""

from __future__ import annotations

import re

from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.text import words
from bot.understand.evidence import Evidence
from bot.understand.rules.scene import Draft, Scene
from bot.understand.spots import BEING

_FURTHER = re.compile(r"[,:;.]|\b(?:of|that|which|who|from|for|used|made|whose|where)\b")


def head(fact: Fact, evidence: Evidence) -> frozenset[str]:
    """The concepts of what a definition says a thing is, without what it is made of or used for."""
    said = _FURTHER.split(fact.prose.plain, maxsplit=1)[0]
    return frozenset(evidence.concepts([word.text for word in words(said)]))


def swapped(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """The claim that gives one of two the definition of the other, denied by the definitions of both."""
    reading = scene.reading
    # "The running thing" names what it is by what it does.
    thing = bool({"thing", "one", "part"} & set(reading.folded))
    said = {part.concept for part in reading.claim if thing or not part.filler}
    if not said or not named or reading.aspects or reading.negated or not BEING & set(reading.folded):
        return []
    own = scene.catalogue.defined(named[0])
    for other in scene.siblings(named[0]) if own else ():
        theirs = scene.catalogue.defined(other)
        if theirs and set(named) <= {named[0], other} and _is_other(scene, said, named[0], other):
            facts = (own[0], theirs[0])
            meaning = Meaning("confirm", (named[0], other), facts=tuple(fact.id for fact in facts), premise="denied")
            return [Draft(meaning, 0.95, facts, strictness=0.8)]
    return []


def which_is(scene: Scene) -> list[Draft]:
    """Which of two is what only one of them is defined as: "which one is the drawing?"."""
    reading = scene.reading
    thing = bool({"thing", "one", "part"} & set(reading.folded))
    said = {part.concept for part in reading.claim if thing or not part.filler}
    two = reading.subjects
    if reading.opening != "which" or len(two) != 2 or not said or reading.aspects or reading.negated:
        return []
    if two[1] not in scene.siblings(two[0]) or not all(map(scene.catalogue.defined, two)):
        return []
    found = [one for one, other in (two, two[::-1]) if _is_other(scene, said, other, one)]
    facts = scene.catalogue.defined(found[0])[:1] if found else []
    return [Draft(Meaning("fact", tuple(found), facts=(facts[0].id,)), 0.96, tuple(facts))] if facts else []


def _is_other(scene: Scene, said: set[str], one: str, other: str) -> bool:
    """Whether what is said names what the other is, is told of it in all else, and names nothing of what the one is."""
    told = {each for fact in scene.catalogue.defined(other) for each in scene.evidence.said[fact.id].concepts}
    theirs = _called(scene, other)
    return bool(said & theirs) and said <= told | theirs and not said & _called(scene, one)


def _called(scene: Scene, subject: str) -> frozenset[str]:
    """The concepts of what a subject is defined as, and set against others as."""
    sides = [
        side.concepts
        for fact in scene.catalogue.of(subject, "contrast")
        for side in scene.evidence.said[fact.id].sides
        if side.mentions == {subject}
    ]
    return head(scene.catalogue.defined(subject)[0], scene.evidence).union(*sides)
