"""The rule for questions that the document itself asks and answers, in other words than its own."""

from __future__ import annotations

from bot.model.facts import Fact
from bot.model.meaning import Meaning, Premise
from bot.text import words
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar
from bot.understand.words.everyday import FILLER, STOP

_ALIKE = 0.6
"""Share of the words of both questions together that they have in common, at least."""
_WHETHER = ("yesno", "statement")


def asked_before(scene: Scene) -> list[Draft]:
    """The answer of a question in the document that asks the same."""
    if not scene.catalogue.answers:
        return []
    reading = scene.reading
    asked = _said(scene, reading.folded)
    found = []
    for fact in scene.catalogue.answers:
        folded = tuple(word.text for word in words(fact.label))
        if not folded or folded[0] not in grammar.ASKING | grammar.AUXILIARIES:
            # "X or Y?" over a page is its title, and "???" asks nothing.
            continue
        told = _said(scene, folded)
        both = asked & told
        if not both or len(both) < _ALIKE * len(asked | told) or _denies(folded) != _denies(reading.folded):
            continue
        found.append((len(both) / len(asked | told), fact, folded))
    if not found:
        return []
    alike, fact, folded = max(found, key=lambda each: each[0])
    premise = verdict_of(fact)
    if premise and reading.opening in _WHETHER:
        subjects = reading.subjects or fact.subjects
        return [Draft(Meaning("confirm", subjects, facts=(fact.id,), premise=premise), 0.9 + 0.07 * alike, (fact,))]
    if reading.opening in _WHETHER or folded[0] not in {*reading.folded[:2]}:
        return []
    return [Draft(Meaning("passage", fact.subjects, facts=(fact.id,)), 0.85 + 0.1 * alike, (fact,), strictness=0.8)]


def _said(scene: Scene, folded: tuple[str, ...]) -> frozenset[str]:
    """What a question says, without what it is asked with."""
    spans = scene.evidence.spans(folded)
    return frozenset(
        concept for concept, first, last in spans if concept and not {*folded[first:last]} <= STOP | FILLER
    )


def _denies(folded: tuple[str, ...]) -> bool:
    return bool(grammar.NEGATIONS & {*folded})


def verdict_of(fact: Fact) -> Premise:
    """Whether an answer begins with a yes or a no."""
    first = next((word.text for word in words(fact.prose.plain)), "")
    return "stated" if first in ("yes", "yep", "yeah") else "denied" if first in ("no", "nope") else ""
