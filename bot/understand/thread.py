"""What a later turn takes from the turn before: just what it leaves out."""

from __future__ import annotations

from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.meaning import Meaning
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft
from bot.understand.spots import AspectSlot

CARRIED = (
    "aspect",
    "advantages",
    "disadvantages",
    "pros_cons",
    "define",
    "recommend",
    "verdict",
    "confirm",
    "why",
    "analogy",
)
"""Kinds of question that "and for X?" asks again of another subject."""
LEFT_OVER = 0.6
"""Weight of other words up to which a turn counts as saying nothing new."""


def points_back(reading: Reading) -> bool:
    """Whether a turn needs the turn before: it names no subject, or nothing but one."""
    return not reading.subjects or not (reading.aspects or reading.cues or reading.rest > LEFT_OVER)


def complete(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn without subjects, with the subjects of the turn before; "the other one" is what they were compared with."""
    if reading.subjects or not (context.subjects or context.facts):
        return reading
    subjects = context.subjects
    if _ONE & set(reading.folded) and len(subjects) > 1:
        subjects = _ahead(context, catalogue) or subjects
    if reading.other and len(subjects) == 1:
        subjects = catalogue.counterparts(subjects[0]) or subjects
    if reading.aspects:
        told = {s for slot in reading.aspects for fact in catalogue.on(slot.id) for s in fact.subjects}
        subjects = tuple(subject for subject in subjects if subject in told)
    if not subjects:
        return reading
    return replace(reading, subjects=subjects, inherited=(*reading.inherited, "subjects"))


_ONE = frozenset("it its it's".split())


def _ahead(context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """Whom "it" means behind "which is faster?": the one that the answer named; nobody where it named none."""
    if context.intent == "verdict" and context.aspects:
        place = standing(catalogue, context.aspects[0], context.subjects)
        named = place.worst if context.sense == "worse" else place.best
        return (named,) if named else ()
    if context.intent == "recommend" and not context.aspects:
        told = {each for fact in context.facts if fact in catalogue.facts for each in catalogue.facts[fact].subjects}
        return tuple(told) if len(told) == 1 else ()
    return ()


_IT = frozenset("it its they their them".split())
_AGAINST = frozenset("than from over to vs versus or with".split())


def stands_for(reading: Reading, context: Meaning) -> Reading:
    """In "is it lighter than an X?", "it" is the subject of the turn before, and comes first."""
    said = reading.folded
    spoken = next((at for at, word in enumerate(said) if word in _IT), None)
    if spoken is None or len(reading.subjects) != 1 or not _AGAINST & set(said[spoken:]):
        return reading
    before = context.subjects[:1]
    if not before or before[0] in reading.subjects:
        return reading
    return replace(reading, subjects=(*before, *reading.subjects), inherited=(*reading.inherited, "subjects"))


def follow_up(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    """Meanings that only the turn before gives: a bare "why?", and a bare subject that takes over the question."""
    bare = not reading.aspects and not reading.cues and reading.rest <= LEFT_OVER
    if reading.folded in _BARE_WHY:
        return _why(reading, context, catalogue)
    if reading.opening == "why" and not reading.aspects and reading.rest <= LEFT_OVER:
        return _why(reading, context, catalogue)
    if (
        bare
        and reading.subjects
        and reading.opening not in ("what", "who", "why", "which")
        and (reading.opening != "yesno" or _TOO & set(reading.folded))
        and len(reading.folded) <= 7
    ):
        return _same_of(reading, context, catalogue)
    if context.intent == "recommend" and "for" in reading.folded and not reading.subjects:
        facts = tuple(fact.id for a in reading.aspects for s in context.subjects for fact in catalogue.on(a.id, s))
        return (
            [Draft(Meaning("recommend", context.subjects, tuple(a.id for a in reading.aspects), facts[:3]), 0.95)]
            if facts
            else []
        )
    if reading.other and not reading.subjects and bare:
        turned = complete(reading, context, catalogue)
        return _same_of(turned, context, catalogue)
    return []


_TOO = frozenset("too also either those these".split())
"""In a question for yes or no, signs that it puts the question before to another subject: "does X have those too?"."""
_BARE_WHY = {("because",), ("how", "so"), ("meaning",), ("since",), ("reason",), ("reasons",)}


def _why(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    subjects = reading.subjects or context.subjects
    if context.aspects:
        meaning = Meaning("why", subjects, context.aspects, context.facts, sense=context.sense)
        return [Draft(meaning, 0.93)]
    if context.facts:
        aspects = tuple(
            dict.fromkeys(a for fact in context.facts if fact in catalogue.facts for a in catalogue.facts[fact].aspects)
        )
        return [Draft(Meaning("why", subjects, aspects[:1], context.facts), 0.9)]
    if context.intent in ("compare", "recommend", "difference") and catalogue.comparison(subjects):
        return [Draft(Meaning("pros_cons", subjects), 0.8)]
    return []


_TURNING = {(word, to) for word in ("what", "how") for to in ("about", "of", "abt")} | {
    ("same", "for"),
    ("same", "with"),
}
"""How a turn begins that puts the question before to another subject."""


def _same_of(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    """The question before, asked of another subject."""
    subjects = reading.subjects
    intent = context.intent if context.intent in CARRIED else "define"
    if context.intent in ("verdict", "confirm", "fact"):
        intent = "aspect"
    told = context.aspects or tuple(
        aspect for fact in context.facts if fact in catalogue.facts for aspect in catalogue.facts[fact].aspects
    )
    aspects = tuple(
        aspect for aspect in dict.fromkeys(told) if any(catalogue.on(aspect, subject) for subject in subjects)
    )
    if intent in ("aspect", "why") and not aspects:
        intent = "define"
    if intent in ("advantages", "disadvantages", "pros_cons") and not any(
        catalogue.of(subject, "advantage", "disadvantage") for subject in subjects
    ):
        intent = "define"
    pictures = tuple(fact.id for subject in subjects for fact in catalogue.of(subject, "analogy"))
    if intent == "analogy" and not pictures:
        intent = "define"
    facts = tuple(dict.fromkeys(pictures)) if intent == "analogy" else ()
    kept = aspects if intent in ("aspect", "why", "recommend") else ()
    sense = context.sense if intent == "why" and subjects == context.subjects else ""
    turned = reading.folded[:1] == ("and",) or tuple(reading.folded[:2]) in _TURNING
    return [Draft(Meaning(intent, subjects, kept, facts, sense=sense), 0.97 if turned else 0.9)]


def with_aspects(reading: Reading, context: Meaning) -> Reading:
    """A turn that asks "which is better?" of the aspect spoken of before."""
    if reading.aspects or not context.aspects or not reading.evaluative:
        return reading
    slots = tuple(AspectSlot(aspect, reading.evaluative) for aspect in context.aspects)
    return replace(reading, aspects=slots, inherited=(*reading.inherited, "aspects"))
