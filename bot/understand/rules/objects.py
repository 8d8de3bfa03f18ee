"""A rule for what a thing does something to, where that is left open: "what does X share?"."""

from __future__ import annotations

import re

from bot.model.facts import Fact, FactKind
from bot.model.meaning import Meaning
from bot.text import words
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar

_KINDS: tuple[FactKind, ...] = ("point", "cell", "advantage", "disadvantage")
_THING = re.compile(r"\s+(?:the|a|an|its|their|one|all|most|every|each|some|many|several)\b", re.IGNORECASE)
"""What follows a verb that is done to something, and not just done somehow."""
_AMONG = frozenset("between among by with each other another one of them in".split())


def objects(scene: Scene) -> list[Draft]:
    """The statement that tells what a subject does it to; of several the first, definitions and rows before traits."""
    reading, evidence = scene.reading, scene.evidence
    said = [part for part in reading.claim if not part.filler]
    if reading.opening != "what" or len(reading.subjects) != 1 or len(said) != 1 or reading.aspects or reading.cues:
        return []
    concept, verb = said[0].concept, said[0].text
    if " " in verb or not _left_open(scene, verb) or not evidence.spread(concept):
        return []
    for fact in sorted(scene.catalogue.of(reading.subjects[0], *_KINDS), key=lambda fact: _KINDS.index(fact.kind)):
        if concept in evidence.said[fact.id].concepts - evidence.said[fact.id].denied and _done(scene, fact, concept):
            meaning = Meaning("fact", reading.subjects, facts=(fact.id,), negated=reading.negated)
            return [] if reading.negated else [Draft(meaning, 0.92, (fact,), strictness=1.2)]
    return []


def _left_open(scene: Scene, verb: str) -> bool:
    """Whether nothing but the verb is asked of the subject: "what do Xs share", "what is shared by Xs"."""
    folded = scene.reading.folded
    named = {word.text for slot in scene.reading.slots if slot.kind == "subject" for word in words(slot.text)}
    rest = (
        set(folded[1:]) - named - {verb} - grammar.AUXILIARIES - _AMONG - {"a", "an", "the", "each", "all", "actually"}
    )
    return not rest and folded[0] in ("what", "what's", "whats")


def _done(scene: Scene, fact: Fact, concept: str) -> bool:
    """Whether the statement says what it is done to: the verb with its object behind it."""
    plain = fact.prose.plain
    return any(
        concept in scene.evidence.concepts((word.text,)) and _THING.match(plain, word.end) for word in words(plain)
    )


def in_between(reading: Reading) -> bool:
    """Whether it is asked what lies between a thing and what a row is on, "between the X and its price": no row tells that."""
    before, between, behind = " ".join(reading.folded).partition(" between ")
    if not between or " and " not in behind or len(reading.subjects) != 1:
        return False
    return any(slot.text in behind and slot.text not in before for slot in reading.slots if slot.kind == "aspect")
