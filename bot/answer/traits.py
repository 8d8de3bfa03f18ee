"""Advantages, disadvantages, and both side by side."""

from __future__ import annotations

from typing import Literal

from bot.answer.pieces import columns, ended, fact_prose, listing, sources
from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import listed, lowered, name, verb
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Part, Prose, Subheading

Side = Literal["advantage", "disadvantage"]


def traits(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """Traits of one or more subjects. Of "X over Y" only X's are told: an advantage of X is asked, not one of Y."""
    subjects = meaning.subjects
    if meaning.intent == "pros_cons":
        return _both(subjects, catalogue)
    side: Side = "advantage" if meaning.intent == "advantages" else "disadvantage"
    if meaning.each:
        return _of_each(subjects, side, catalogue)
    subject = subjects[0] if subjects else ""
    facts = catalogue.of(subject, side) if subject else ()
    if not facts:
        return None
    head = f"{side.capitalize()}s of {name(subject, catalogue)}"
    over = listed([name(other, catalogue) for other in subjects[1:]])
    lead = Prose.of(
        f"{name(subject, catalogue)} {verb(subject, catalogue, 'has', 'have')} {_count(facts, side)}{f' beside {over}' if over else ''}: {_labels(facts)}."
    )
    return Answer(head, lead, (listing(facts, catalogue, named=False),), sources=sources(facts))


def _of_each(subjects: tuple[str, ...], side: Side, catalogue: Catalogue) -> Answer | None:
    """The same traits of several subjects, side by side."""
    lists = {subject: catalogue.of(subject, side) for subject in subjects}
    told = [fact for facts in lists.values() for fact in facts]
    if not told:
        return None
    names = {subject: name(subject, catalogue) for subject in subjects}
    sums = [
        f"{names[subject]} {verb(subject, catalogue, 'has', 'have')} {_count(facts, side)}"
        + (f": {_labels(facts)}." if facts else ".")
        for subject, facts in lists.items()
    ]
    head = f"{side.capitalize()}s of {listed([*names.values()])}"
    body = columns(tuple(names.values()), tuple(lists.values()))
    return Answer(head, Prose.of(" ".join(sums)), (body,), sources=sources(told))


def _both(subjects: tuple[str, ...], catalogue: Catalogue) -> Answer | None:
    parts: list[Part] = []
    told: list[Fact] = []
    sums = []
    for subject in subjects:
        pros, cons = catalogue.of(subject, "advantage"), catalogue.of(subject, "disadvantage")
        if not pros and not cons:
            continue
        sums.append(
            f"{name(subject, catalogue)} {verb(subject, catalogue, 'has', 'have')} {_count(pros, 'advantage')} and {_count(cons, 'disadvantage')}"
        )
        if len(subjects) > 1:
            parts.append(Subheading(name(subject, catalogue)))
        parts.append(columns(("Advantages", "Disadvantages"), (pros, cons)))
        told += [*pros, *cons]
    if not told:
        return None
    names = listed([name(subject, catalogue) for subject in subjects])
    lead = "; ".join(sums) + "."
    if len(sums) == 1:
        pros = tuple(fact for fact in told if fact.kind == "advantage")
        cons = tuple(fact for fact in told if fact.kind == "disadvantage")
        whose = name(next(subject for subject in subjects if subject in told[0].subjects), catalogue)
        lead = f"For {whose}: {_labels(pros) or 'nothing'}. Against: {_labels(cons) or 'nothing'}."
    return Answer(f"Advantages and disadvantages of {names}", Prose.of(lead), tuple(parts), sources=sources(told))


def _count(facts: tuple[Fact, ...], side: Side) -> str:
    return f"{len(facts) or 'no'} {side}{'' if len(facts) == 1 else 's'}"


def _labels(facts: tuple[Fact, ...]) -> str:
    labels = [lowered(fact.label) if fact.label else ended(fact_prose(fact)).plain.rstrip(".") for fact in facts]
    return listed(labels)
