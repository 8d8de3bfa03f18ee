"""Which to choose: the facts that bear on the use, what each is meant for, and what the choice depends on."""

from __future__ import annotations

from bot.answer.pieces import columns, ended, listing, sources, stated
from bot.catalogue.against import speaks_against
from bot.catalogue.lookups import Catalogue
from bot.catalogue.purposes import purpose as purpose_of
from bot.catalogue.standing import standing
from bot.catalogue.wording import listed, name
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Paragraph, Part, Prose

_LEADING = 3
"""Subjects at most that are each told in the lead."""
_ADVICE = 8
"""Pieces of advice that one answer gives at most."""


def recommend(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """A recommendation, only as far as the overview gives one."""
    subjects = meaning.subjects
    if len(subjects) == 1:
        subjects = (*subjects, *catalogue.counterparts(subjects[0]))
    bearing = [catalogue.facts[fact] for fact in meaning.facts if fact in catalogue.facts]
    bearing += [
        fact
        for aspect in meaning.aspects
        for fact in catalogue.on(aspect)
        if set(fact.subjects) & set(subjects) and fact.kind in ("cell", "advantage", "disadvantage")
    ]
    bearing = list(dict.fromkeys(bearing))
    advice = [
        fact
        for fact in catalogue.knowledge.facts
        if fact.kind == "advice" and set(fact.subjects) & set(meaning.subjects)
    ]
    purpose = [cell for subject in meaning.subjects if (cell := purpose_of(subject, catalogue))]
    pros = [catalogue.of(subject, "advantage") for subject in subjects]
    if not bearing and not purpose and not any(pros) and not advice:
        return None
    parts: list[Part] = []
    # Where it is only told when not to take a thing, nothing is said for another.
    against = len(bearing) > 1 and all(map(speaks_against, bearing))
    favoured = "" if against or not bearing else _favoured(bearing, meaning, subjects, catalogue)
    if favoured:
        lead = Prose.of(name(favoured, catalogue), bold=True) + Prose.of(", by this overview. ")
        first = next((fact for fact in bearing if favoured in fact.subjects), bearing[0])
        lead += ended(stated(first, catalogue))
        bearing.remove(first)
        told = [first, *bearing]
    elif purpose:
        lead = Prose()
        for fact in purpose:
            lead = (lead + Prose.of(" ") if lead else lead) + ended(stated(fact, catalogue))
        told = [*purpose, *bearing]
        bearing = [fact for fact in bearing if fact not in purpose]
    else:
        if not bearing and len(advice) > 1:
            # All that is advised is told: "when to use X" has several cases.
            bearing = advice[:_ADVICE]
        firsts = _one_each(bearing, meaning.subjects) or [
            (bearing or advice or [f for facts in pros for f in facts])[0]
        ]
        lead = Prose()
        for fact in firsts:
            lead = (lead + Prose.of(" ") if lead else lead) + ended(stated(fact, catalogue))
        told = [*firsts, *bearing]
        bearing = [fact for fact in bearing if fact not in firsts]
    if bearing:
        parts.append(listing(bearing, catalogue, named=True))
    if favoured and purpose:
        extra = [fact for fact in purpose if fact not in told]
        parts += [listing(extra, catalogue, named=True)] if extra else []
        told += extra
    if not meaning.facts and not meaning.aspects and any(pros):
        parts.append(columns([f"For {name(subject, catalogue)}" for subject in subjects], pros))
        told += [fact for facts in pros for fact in facts]
    told = list(dict.fromkeys(told))
    for fact in advice[:1] if not any(fact.kind == "advice" for fact in told) else ():
        if fact not in told:
            parts.append(Paragraph(fact.prose))
            told.append(fact)
    heading = "Which to choose: " + listed([name(subject, catalogue) for subject in subjects])
    return Answer(heading, lead, tuple(parts), sources=sources(told))


def _one_each(facts: list[Fact], subjects: tuple[str, ...]) -> list[Fact]:
    """The first of several pieces of advice for each subject, where each has one of its own; else none."""
    own = {subject: [fact for fact in facts if fact.subjects == (subject,)] for subject in subjects}
    return [found[0] for found in own.values()] if 1 < len(subjects) <= _LEADING and all(own.values()) else []


def _favoured(bearing: list[Fact], meaning: Meaning, subjects: tuple[str, ...], catalogue: Catalogue) -> str:
    """The subject that the facts on this use speak for, and none where they speak for more than one."""
    points = dict.fromkeys(subjects, 0.0)
    for fact in bearing:
        value = {"advantage": 1.0, "disadvantage": -1.0}.get(fact.kind, 0.0)
        if fact.kind == "cell" and fact.id in meaning.facts and fact == purpose_of(fact.subjects[0], catalogue):
            value = 1.5
        if fact.kind == "advice" and len(fact.subjects) == 1:
            value = -1.5 if speaks_against(fact) else 1.5
        for subject in fact.subjects:
            if subject in points:
                points[subject] += value
        if value < 0 and len(subjects) == 2:
            for other in set(subjects) - set(fact.subjects):
                points[other] += 0.5
    for aspect in meaning.aspects:
        best = standing(catalogue, aspect, subjects).best if len(subjects) > 1 else ""
        if best:
            points[best] += 1.0
    ranked = sorted(points, key=lambda subject: -points[subject])
    if not ranked or points[ranked[0]] <= 0 or (len(ranked) > 1 and points[ranked[0]] <= points[ranked[1]]):
        return ""
    return ranked[0]
