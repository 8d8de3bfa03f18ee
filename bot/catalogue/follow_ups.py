"""What to ask next: up to three questions that are near, and sure to be answered."""

from __future__ import annotations

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.catalogue.wording import choice
from bot.model.answer import Choice
from bot.model.meaning import IntentName, Meaning

MOST = 3
_ROWS = 50
"""Rows that are looked at for one on which somebody is ahead."""


def follow_ups(meaning: Meaning, catalogue: Catalogue) -> tuple[Choice, ...]:
    """Follow-up questions of an answered one, the nearest first."""
    if meaning.intent in ("entry", "list", "help", "passage"):
        return ()
    subjects = meaning.subjects or tuple(
        s for f in meaning.facts if f in catalogue.facts for s in catalogue.facts[f].subjects
    )
    texts: dict[str, Choice] = {}
    for each in _near(meaning, subjects, catalogue):
        if len(texts) < MOST and each != meaning and _answered(each, catalogue):
            made = choice(each, catalogue)
            texts.setdefault(made.text, made)
    return tuple(texts.values())


def _near(meaning: Meaning, subjects: tuple[str, ...], catalogue: Catalogue) -> list[Meaning]:
    found: list[Meaning] = []
    first = subjects[0] if subjects else ""
    others = catalogue.counterparts(first) if first else ()
    both = (first, *others) if others else subjects
    if meaning.aspects and meaning.intent != "why":
        found.append(Meaning("why", both, meaning.aspects[:1]))
    if meaning.intent in ("advantages", "disadvantages"):
        other_side: IntentName = "disadvantages" if meaning.intent == "advantages" else "advantages"
        asked = subjects if meaning.each else (first,)
        found.append(Meaning(other_side, asked, each=meaning.each))
        found += [Meaning(meaning.intent, (other,)) for other in others[:1] if not meaning.each]
    if meaning.intent == "aspect" and len(subjects) == 1 and others:
        found.append(Meaning("aspect", both, meaning.aspects))
    if meaning.aspects:
        found.append(_next_row(meaning.aspects[0], both, catalogue))
    if meaning.intent in ("compare", "recommend"):
        comparison = catalogue.comparison(subjects)
        rows = comparison.aspects[:_ROWS] if comparison else ()
        told = next((aspect for aspect in rows if standing(catalogue, aspect, subjects).best), None)
        found += [Meaning("why", subjects, (told,))] if told else []
        found += [Meaning("pros_cons", (subject,)) for subject in subjects]
    if others:
        found.append(Meaning("compare", both))
    siblings = (
        [s for fact in catalogue.of(first, "contrast", "analogy") for s in fact.subjects if s != first] if first else []
    )
    found += [Meaning("difference", (first, sibling)) for sibling in siblings[:1]]
    found += [Meaning("define", (subject,)) for subject in (*subjects, *siblings)]
    found += [Meaning("pros_cons", (first,)), Meaning("recommend", both)]
    return found


def _next_row(aspect: str, subjects: tuple[str, ...], catalogue: Catalogue) -> Meaning:
    """The row behind the one asked for, the first behind the last."""
    comparison = catalogue.comparison((), aspect) or catalogue.comparison(subjects)
    if comparison is None or not comparison.aspects:
        return Meaning("compare", subjects)
    rows = comparison.aspects
    at = rows.index(aspect) if aspect in rows else -1
    return Meaning("aspect", subjects, (rows[(at + 1) % len(rows)],))


def _answered(meaning: Meaning, catalogue: Catalogue) -> bool:
    """Whether the content has what the meaning needs."""
    subjects = meaning.subjects
    if not subjects or not all(subjects):
        return False
    match meaning.intent:
        case "compare":
            return len(subjects) > 1 and catalogue.comparison(subjects) is not None
        case "aspect" | "why":
            return any(catalogue.on(aspect, subject) for aspect in meaning.aspects for subject in subjects)
        case "advantages":
            return bool(catalogue.of(subjects[0], "advantage"))
        case "disadvantages":
            return bool(catalogue.of(subjects[0], "disadvantage"))
        case "pros_cons":
            return bool(catalogue.of(subjects[0], "advantage", "disadvantage"))
        case "define":
            return bool(catalogue.of(subjects[0], "point", "cell", "passage"))
        case "difference":
            return len(subjects) > 1 and all(catalogue.of(subject, "point", "cell") for subject in subjects)
        case "recommend":
            return len(subjects) > 1 and bool(catalogue.of(subjects[0], "advantage", "cell"))
        case _:
            return False
