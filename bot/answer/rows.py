"""One row of a comparison, or a few: of one subject, or of both sides."""

from __future__ import annotations

from bot.answer.pieces import ended, fact_prose, listing, sources, table
from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.catalogue.wording import aspect_name, capital, listed, name, verb
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Part, Prose


def aspect(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """What the overview says of the subjects on the aspects."""
    subjects = meaning.subjects or tuple(dict.fromkeys(s for a in meaning.aspects for s in catalogue.compared_on(a)))
    facts = bearing(meaning.aspects, subjects, catalogue)
    if not facts:
        return None
    topic = listed([aspect_name(a, catalogue) for a in meaning.aspects])
    names = listed([name(subject, catalogue) for subject in subjects])
    cells = [fact for fact in facts if fact.kind == "cell"]
    others = [fact for fact in facts if fact.kind != "cell"]
    parts: list[Part] = []
    if len(subjects) == 1:
        lead = ended(fact_prose(facts[0]))
        rest = [fact for fact in facts[1:] if fact.prose.plain != facts[0].prose.plain]
        parts += [listing(rest, catalogue, named=False)] if rest else []
    else:
        lead = both_sides(facts, subjects, meaning.aspects, catalogue)
        made = table(catalogue, subjects, meaning.aspects) if cells else None
        parts += [made] if made is not None else []
        told = others if made is not None else facts if len(facts) > 1 else []
        parts += [listing(told, catalogue, named=True)] if told else []
    return Answer(f"{capital(topic)}: {names}", lead, tuple(parts), sources=sources(facts))


def both_sides(facts: list[Fact], subjects: tuple[str, ...], aspects: tuple[str, ...], catalogue: Catalogue) -> Prose:
    """One sentence with each side's first statement, and who is ahead where the facts say so."""
    lead = Prose()
    firsts = [next((fact for fact in facts if subject in fact.subjects), None) for subject in subjects]
    for first in dict.fromkeys(fact for fact in firsts if fact is not None):
        # What is said of both is said once.
        told = listed([name(subject, catalogue) for subject, own in zip(subjects, firsts, strict=True) if own is first])
        lead = (lead + Prose.of(" ") if lead else lead) + ended(
            Prose.of(told, bold=True) + Prose.of(": ") + fact_prose(first)
        )
    best = standing(catalogue, aspects[0], subjects).best if len(subjects) > 1 and len(aspects) == 1 else ""
    if best:
        lead = (
            Prose.of(f"{name(best, catalogue)} {verb(best, catalogue)} ahead on {aspect_name(aspects[0], catalogue)}. ")
            + lead
        )
    return lead


def bearing(aspects: tuple[str, ...], subjects: tuple[str, ...], catalogue: Catalogue) -> list[Fact]:
    """The facts of the subjects on the aspects: for each aspect its cells, then its traits."""
    found = [
        fact
        for each in aspects
        for fact in catalogue.on(each)
        if fact.kind != "analogy" and (set(fact.subjects) & set(subjects))
    ]
    return list(dict.fromkeys(found))
