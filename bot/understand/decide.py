"""The last step of understanding: answer, ask back, or decline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import choice
from bot.model.answer import Choice
from bot.model.dialogue import Candidate, Trace, Understanding, Understood, Unknown, Unsure
from bot.model.meaning import Meaning
from bot.understand.reading import Reading
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP

NEAR = 0.06
"""Two readings with less between them are near: Docent asks back."""
PERHAPS = 0.8
"""Share of the threshold from which a reading is worth asking back about."""
COMPATIBLE = {
    frozenset(pair)
    for pair in (
        ("aspect", "verdict"),
        ("aspect", "confirm"),
        ("aspect", "why"),
        ("aspect", "fact"),
        ("fact", "confirm"),
        ("fact", "why"),
        ("fact", "define"),
        ("confirm", "verdict"),
        ("compare", "difference"),
        ("compare", "confirm"),
        ("difference", "confirm"),
        ("define", "advantages"),
        ("passage", "fact"),
        ("recommend", "compare"),
        ("recommend", "aspect"),
        ("recommend", "verdict"),
        ("recommend", "confirm"),
        ("recommend", "fact"),
        ("advantages", "recommend"),
        ("disadvantages", "recommend"),
        ("why", "confirm"),
        ("pros_cons", "advantages"),
        ("pros_cons", "recommend"),
        ("analogy", "fact"),
        ("pros_cons", "disadvantages"),
        ("analogy", "difference"),
        ("analogy", "define"),
        ("analogy", "compare"),
        ("fact", "fact"),
        ("passage", "passage"),
    )
}
"""Kinds whose answers to one question say the same thing at another length: no reason to ask back."""


def decide(
    candidates: Sequence[Candidate],
    reading: Reading,
    trace: Trace,
    catalogue: Catalogue,
    *,
    threshold: float,
    context: Meaning | None,
    onward: tuple[Choice, ...] = (),
) -> Understanding:
    """Take the best candidate if it is sure enough and apart from the next, else ask back, else decline.

    ``onward`` is what goes on from the turn before, where just that was asked for.
    """
    best = candidates[0] if candidates else None
    opened = _opened(reading, catalogue) if context is None or not reading.inherited else ()
    if opened and (best is None or best.meaning.intent != "entry" or best.confidence < threshold):
        return Unsure(
            opened, best.confidence if best else 0.0, _by(trace, "nothing but a name: the choices that it opens")
        )
    if best is not None and best.confidence >= threshold:
        rival = next((other for other in candidates[1:] if not _same_answer(best.meaning, other.meaning)), None)
        if rival is None or best.confidence - rival.confidence >= NEAR:
            return Understood(
                best.meaning, best.confidence, _by(trace, f"sure enough: {best.confidence} of {threshold}")
            )
        near = [best, *(c for c in candidates[1:] if best.confidence - c.confidence < NEAR)]
        return Unsure(
            _choices([c.meaning for c in near], catalogue),
            best.confidence,
            _by(trace, f"two readings are near: {rival.meaning.id}"),
        )
    if onward:
        return Unsure(
            onward,
            best.confidence if best else 0.0,
            _by(trace, "more is asked for: what goes on from the answer before"),
        )
    foreign = best is not None and dict(best.parts).get("unknown words", 1.0) < 1.0
    if foreign or reading.action or reading.trouble:
        best = None
    confidence = best.confidence if best else 0.0
    if (
        best is not None
        and best.meaning.intent != "entry"
        and best.confidence >= threshold * PERHAPS
        and (reading.subjects or reading.aspects or reading.has("advantages", "disadvantages"))
    ):
        worth = [c.meaning for c in candidates if c.confidence >= threshold * PERHAPS]
        return Unsure(_choices(worth, catalogue), confidence, _by(trace, f"perhaps: {confidence} of {threshold}"))
    left = [content.text for content in reading.content if not content.filler]
    reason = (
        f"the content does not speak of: {', '.join(left)}" if left else "nothing is named that the content speaks of"
    )
    return Unknown(reason, nearest(reading, catalogue), confidence, _by(trace, reason))


def nearest(reading: Reading, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Up to three questions on what a declined question names, else on what the content compares."""
    meanings = [meaning for subject in reading.subjects[:2] for meaning in opens(subject, catalogue)[:1]]
    meanings += [Meaning("aspect", catalogue.compared_on(slot.id), (slot.id,)) for slot in reading.aspects[:1]]
    meanings += [Meaning("compare", comparison.subjects) for comparison in catalogue.knowledge.comparisons]
    meanings += [
        opens(subject.id, catalogue)[0] for subject in catalogue.knowledge.subjects if opens(subject.id, catalogue)
    ]
    return _choices(meanings, catalogue)


def opens(subject: str, catalogue: Catalogue) -> tuple[Meaning, ...]:
    """The questions that a subject's name alone opens, each with something to answer it."""
    found = []
    if catalogue.of(subject, "point", "cell", "passage"):
        found.append(Meaning("define", (subject,)))
    if catalogue.of(subject, "advantage") and catalogue.of(subject, "disadvantage"):
        found.append(Meaning("pros_cons", (subject,)))
    others = catalogue.counterparts(subject)
    if others:
        found.append(Meaning("compare", (subject, *others)))
    elif catalogue.of(subject, "contrast", "analogy"):
        fact = catalogue.of(subject, "contrast", "analogy")[0]
        if len(fact.subjects) > 1:
            found.append(Meaning("difference", fact.subjects))
    return tuple(found)


def _opened(reading: Reading, catalogue: Catalogue) -> tuple[Choice, ...]:
    """The choices of a message that is nothing but one name."""
    if (
        reading.opening
        or reading.cues
        or ((grammar.DEFINING | grammar.ASKING) - _ABOUT) & set(reading.folded)
        or reading.inherited
        or any(not content.filler for content in reading.content)
    ):
        return ()
    if len(reading.subjects) == 1 and not reading.aspects and len(reading.folded) <= 3:
        return _choices(opens(reading.subjects[0], catalogue), catalogue)
    said = [word for word in reading.folded if word not in STOP]
    if (
        len(reading.aspects) >= 1
        and not reading.subjects
        and len(said) <= 2
        and not {"one", "both"} & set(reading.folded)
    ):
        meanings = []
        for slot in reading.aspects[:2]:
            subjects = catalogue.compared_on(slot.id)
            meanings += [Meaning("aspect", subjects, (slot.id,))] if subjects else []
            meanings += [Meaning("verdict", subjects, (slot.id,), sense="better")] if len(subjects) > 1 else []
            meanings += [Meaning("aspect", (subject,), (slot.id,)) for subject in subjects[:1] if len(subjects) > 1]
        return _choices(meanings, catalogue)
    return ()


_ABOUT = frozenset("what how about".split())
"""What "what about X?" is made of, which asks nothing of X by itself."""


def _choices(meanings: Sequence[Meaning], catalogue: Catalogue) -> tuple[Choice, ...]:
    """Up to three choices, no two with the same wording."""
    found: dict[str, Choice] = {}
    for meaning in meanings:
        made = choice(meaning, catalogue)
        found.setdefault(made.text, made)
    return tuple(found.values())[:3]


def _same_answer(left: Meaning, right: Meaning) -> bool:
    """Whether two readings differ only in the length of what is answered, and not in what it says."""
    if left.intent == right.intent and left.entry == right.entry:
        if set(left.subjects) == set(right.subjects) or left.intent in ("fact", "passage", "confirm"):
            return True
        return set(left.subjects) <= set(right.subjects) or set(right.subjects) <= set(left.subjects)
    return frozenset((left.intent, right.intent)) in COMPATIBLE


def _by(trace: Trace, rule: str) -> Trace:
    return replace(trace, rule=rule)


def margin(candidates: tuple[Candidate, ...]) -> float:
    """How far the second of the candidates, best first, is behind; 0 for none."""
    if not candidates:
        return 0.0
    second = candidates[1].confidence if len(candidates) > 1 else 0.0
    return round(candidates[0].confidence - second, 4)
