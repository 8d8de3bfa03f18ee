"""What the overviews advise for the situation that a message tells before it asks, or in asking."""

from __future__ import annotations

from bot.catalogue.bounds import bounds, within
from bot.catalogue.purposes import purpose as purpose_of
from bot.model.facts import Fact
from bot.text import words
from bot.understand.claims import matches
from bot.understand.evidence import Evidence
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words.undecided import undecided

ANYTHING = frozenset(
    "app apps application applications program programs software project projects product products system systems".split()
)
"""What anything may be used for: "for my app" decides nothing."""


def situated(scene: Scene, facts: list[Fact]) -> list[Fact]:
    """The advice, and the rows that say what a subject is meant for, that hold most of the situation which the whole message
    tells: a number within their bounds, more than one of its words, or one that no other of them has.
    """
    purposes = {purpose_of(each, scene.catalogue) for fact in facts for each in fact.subjects}
    deciding = dict.fromkeys(fact for fact in facts if fact.kind == "advice" or fact in purposes)
    if counting := [fact for fact in deciding if counted(scene, fact)]:
        return counting
    if undecided(scene.message) and (open_ := [fact for fact in deciding if undecided(_folded(fact))]):
        # "If in doubt, foo" is said to whoever tells no more than that.
        return open_
    told = [part for part in scene.told if not part.filler and part.text not in ANYTHING]
    found = matches(told, deciding, scene.evidence)
    held = {match.said.fact.id: {part.concept for part in told} & match.said.concepts for match in found}
    alone = {
        part.concept
        for part in told
        if part.weight >= _TELLING and sum(part.concept in each for each in held.values()) == 1
    }
    fitting = [match for match in found if match.held > 1 or held[match.said.fact.id] & alone]
    return [match.said.fact for match in fitting if match.share >= fitting[0].share * _NEARLY]


def untold(front: Reading, draft: Draft, evidence: Evidence) -> float:
    """The share of what is told before a question that the advice on it leaves open: a story has more in it than its point."""
    said = [part for part in front.content if not part.filler]
    whole = sum(part.weight for part in said)
    held = {concept for fact in draft.facts if fact.kind == "advice" for concept in evidence.said[fact.id].concepts}
    known = sum(part.weight for part in said if part.concept in held)
    if (
        draft.meaning.intent == "recommend"
        and undecided(front.folded)
        and any(undecided(_folded(fact)) for fact in draft.facts)
    ):
        return 0.0
    return 1.0 if draft.meaning.intent != "recommend" or not known else (1.0 - known / whole) * _STORY


_STORY = 0.5


def counted(scene: Scene, fact: Fact) -> bool | None:
    """Whether a number that the message tells lies within the bounds of a piece of advice; None where it has none for it."""
    return within(bounds(" ".join(scene.message)), bounds(fact.prose.plain)) if fact.kind == "advice" else None


def _folded(fact: Fact) -> list[str]:
    return [word.text for word in words(fact.prose.plain)]


_TELLING = 0.45
"""What a word says at least that tells one situation from others by itself."""
_NEARLY = 0.9
