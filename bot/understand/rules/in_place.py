"""A rule for what one subject has where another has something else: "what does X use instead of a boiler?"."""

from __future__ import annotations

from bot.model.meaning import Meaning
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft, Scene

_INSTEAD = (("instead", "of"), ("in", "place", "of"), ("rather", "than"), ("in", "lieu", "of"))


def in_place(scene: Scene) -> list[Draft]:
    """The rows in which what is named behind "instead of" is said of the others, as they are told of the subject."""
    reading = scene.reading
    behind = _behind(reading.folded)
    if not has_instead(reading) or len(reading.subjects) != 1:
        return []
    words = {word for word in behind if word not in ("a", "an", "the")}
    said = {part.concept for part in reading.claim if not part.filler and set(part.text.split()) <= words}
    subject = reading.subjects[0]
    others = scene.catalogue.counterparts(subject)
    if not said or said <= {
        concept for fact in scene.catalogue.of(subject, "cell") for concept in _held(scene, fact.id)
    }:
        return []
    for fact in (fact for other in others for fact in scene.catalogue.of(other, "cell")):
        if said <= _held(scene, fact.id):
            own = tuple(each for each in scene.catalogue.on(fact.aspects[0]) if subject in each.subjects)
            if own:
                return [Draft(Meaning("aspect", (subject,), fact.aspects[:1]), 0.94, (*own, fact))]
    return []


def has_instead(reading: Reading) -> bool:
    """Whether it is asked what a thing has instead, and not what to take instead."""
    asked = reading.opening == "what" and reading.folded[1:2] in (("do",), ("does",))
    return asked and bool(_behind(reading.folded)) and not {"i", "we", "you"} & set(reading.folded[2:3])


def _held(scene: Scene, fact: str) -> frozenset[str]:
    said = scene.evidence.said[fact]
    return said.concepts - said.labelled


def _behind(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind "instead of"."""
    for phrase in _INSTEAD:
        for at in range(1, len(folded) - len(phrase)):
            if folded[at : at + len(phrase)] == phrase:
                return folded[at + len(phrase) :]
    return ()
