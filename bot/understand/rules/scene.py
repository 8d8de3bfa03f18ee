"""What every rule looks at, and what it proposes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalogue.lookups import Catalogue
from bot.catalogue.marks import marks
from bot.catalogue.quantities import numbers
from bot.catalogue.standing import standing
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.terms import Sense
from bot.understand.evidence import Evidence
from bot.understand.reading import Reading
from bot.understand.sayings import Content
from bot.understand.spots import AspectSlot


@dataclass(frozen=True, slots=True)
class Draft:
    """One meaning that a rule proposes."""

    meaning: Meaning
    base: float
    """How well the form of the question fits, 0 to 1, before what is left over is weighed."""
    facts: tuple[Fact, ...] = ()
    """Facts whose words explain words of the question."""
    means: bool = False
    """It tells by what means a thing is done: then it may be asked how to do it."""
    strictness: float = 1.0
    """How heavily words that nothing explains weigh: more for a whole comparison, less for an open use."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What every rule looks at."""

    reading: Reading
    catalogue: Catalogue
    evidence: Evidence
    told: tuple[Content, ...] = ()
    """What the whole message says, of which the reading is a clause."""
    told_of: tuple[str, ...] = ()
    """Ids of the aspects that the whole message names."""
    message: tuple[str, ...] = ()
    """The folded words of the whole message."""

    def aspects(self) -> tuple[str, ...]:
        """Ids of the aspects found."""
        return tuple(slot.id for slot in self.reading.aspects)

    def on_aspects(self, subjects: tuple[str, ...]) -> tuple[Fact, ...]:
        """Facts of the subjects on the aspects found; where they have none, those of others that mention them."""
        facts = dict.fromkeys(fact for aspect in self.aspects() for fact in self.catalogue.on(aspect))
        own = tuple(fact for fact in facts if not fact.subjects or set(fact.subjects) & set(subjects))
        return own or tuple(fact for fact in facts if self.evidence.said[fact.id].mentions & set(subjects))

    def named_in(self, facts: Sequence[Fact]) -> tuple[str, ...]:
        """The named subjects that statements are about, or that one of no table mentions: an image, in "made from it"."""
        told = {each for fact in facts for each in fact.subjects}
        told |= {
            each
            for fact in facts
            if fact.kind in ("point", "contrast")
            for each in self.evidence.said[fact.id].mentions
        }
        return tuple(each for each in self.reading.subjects if each in told)

    def sense(self) -> Sense:
        """The end of the first aspect that names one."""
        return next((sense for slot in self.reading.aspects if (sense := self.sense_of(slot))), "")

    def sense_of(self, slot: AspectSlot) -> Sense:
        """The end that an aspect was named with; "more" of what is always a drawback is the worse end."""
        if slot.sense or not slot.amount:
            return slot.sense
        more = self.catalogue.aspects[slot.id].more
        # With a row of its own, more of it may be either: "fewer conflicts" is the better end.
        kinds = {fact.kind for fact in self.catalogue.on(slot.id)}
        if not more and kinds in ({"advantage"}, {"disadvantage"}):
            more = "better" if "advantage" in kinds else "worse"
        if not more:
            return ""
        return "better" if (more == "better") == (slot.amount == "more") else "worse"

    def tells_ahead(self) -> bool:
        """Whether the overview says who is ahead, or who has it and who has not, on an aspect that was found."""
        subjects = self.compared()
        return any(
            standing(self.catalogue, each, subjects).best or marks(self.catalogue, each, subjects)
            for each in self.aspects()
        )

    def at_end(self, subject: str) -> bool | None:
        """Whether a subject stands at the end of the aspect that is asked about; None where the overview does not say."""
        slot = next((slot for slot in self.reading.aspects if slot.sense), None)
        if slot is None:
            return None
        place = standing(self.catalogue, slot.id, (subject, *self.catalogue.counterparts(subject)))
        end = place.best if slot.sense == "better" else place.worst
        return end == subject if end else None

    def compared_on(self, fact: Fact) -> tuple[str, ...]:
        """The subjects that the row of a cell tells apart."""
        return self.catalogue.compared_on(fact.aspects[0]) if fact.aspects else ()

    def siblings(self, subject: str) -> tuple[str, ...]:
        """What a subject is set against outside the tables: in a contrast or an analogy."""
        facts = self.catalogue.of(subject, "contrast", "analogy")
        return tuple(dict.fromkeys(other for fact in facts for other in fact.subjects if other != subject))

    def weighed(self) -> bool:
        """Whether each subject that is named stands somewhere on the aspects found: it has a fact there, or it is compared
        with one that has. Of any other the overview does not say whether it is ahead.
        """
        told = {subject for aspect in self.aspects() for fact in self.catalogue.on(aspect) for subject in fact.subjects}
        return all(
            subject in told or told & set(self.catalogue.counterparts(subject)) for subject in self.reading.subjects
        )

    def compared(self) -> tuple[str, ...]:
        """The subjects that the question is about: those named, with what they are compared with where one is alone."""
        named = self.reading.subjects
        told_apart = tuple(dict.fromkeys(s for aspect in self.aspects() for s in self.catalogue.compared_on(aspect)))
        if len(named) >= 2:
            return named
        if not named:
            alone = told_apart[:1] if len(told_apart) == 1 else ()
            return (*told_apart, *(other for each in alone for other in self.catalogue.counterparts(each)))
        return (*named, *(other for other in told_apart or self.catalogue.counterparts(named[0]) if other != named[0]))


def definitions(scene: Scene, subjects: tuple[str, ...]) -> tuple[Fact, ...]:
    """The points that define some subjects."""
    return tuple(fact for subject in subjects for fact in scene.catalogue.defined(subject))


PLACELESS: dict[str, float] = {"where": 0.45, "who": 0.6, "when": 0.45, "how much": 0.5}
"""Doubt where a place, a person, a time or a number is asked for: statements about those subjects seldom hold it."""

_TOLD = {
    "when": re.compile(
        r"\b(?:1[5-9]|20)\d\d\b|\b(?:unless|without|as long as|whenever|continuous(?:ly)?|(?:up ?|in )front|early|late"
        r"|at the (?:start|end|beginning)|(?:after|before|during|inside|within) (?:\w+ )?(?:each|every|the|a)\b"
        r"|(?:each|every) (?:\w+ )?(?:time|day|week|month|year))\b",
        re.IGNORECASE,
    ),
    "who": re.compile(r"\b(?:by|at|from) [A-Z]"),
    "where": re.compile(
        r"\b(?:through|via) |\w-side\b|\b(?:stored|kept|held|located|placed|lives?|runs?|sits?) (?:in|on|at|inside) "
    ),
}
"""What a statement looks like that tells a year, a person or a house, or a place."""


def tells(opening: str, fact: Fact) -> bool:
    """Whether a statement looks as if it told the place, the person or the time that is asked for."""
    told = _TOLD.get(opening)
    return told is not None and told.search(fact.prose.plain) is not None


def placeless(opening: str, fact: Fact | None = None, *, wholly: bool = False) -> float:
    """The doubt where a place, a person, a time or a number is asked for; none where a statement looks as if it told it."""
    if wholly and opening == "who":
        # "Who shares it?" asks for whatever is said to share it.
        return 1.0
    if fact is not None and tells(opening, fact):
        return 1.0
    if fact is not None and opening == "how much" and numbers(fact.prose.plain):
        return 1.0
    return PLACELESS.get(opening, 1.0)
