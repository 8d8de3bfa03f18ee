"""Single statements: a fact, a passage, an analogy."""

from __future__ import annotations

from bot.answer.pieces import ended, fact_prose, sources, stated
from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import listed, name
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Item, Listing, Paragraph, Part


def fact(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """One statement or a few, the subject in front."""
    facts = _facts(meaning, catalogue)
    if not facts:
        return None
    first = facts[0]
    names = listed([name(subject, catalogue) for subject in first.subjects])
    heading = f"{names}: {first.label}" if names and first.label else names or first.label or first.source.heading
    rest = tuple(Item(stated(each, catalogue)) for each in facts[1:])
    parts: tuple[Part, ...] = (Listing(rest),) if rest else ()
    return Answer(heading, ended(stated(first, catalogue)), parts, sources=sources(facts))


def passage(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """A section of a document in full: its first paragraph leads."""
    facts = _facts(meaning, catalogue)
    if not facts:
        return None
    first = facts[0]
    parts = first.parts
    if parts and isinstance(parts[0], Paragraph) and parts[0].prose == first.prose:
        parts = parts[1:]
    lead = first.prose or fact_prose(first)
    return Answer(first.label or first.source.heading or first.source.file, lead, parts, sources=sources(facts))


def analogy(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """The everyday picture, with the sentence that sets the subjects against each other where there is one."""
    facts = _facts(meaning, catalogue)
    if not facts:
        return None
    first = facts[0]
    contrast = [
        each
        for each in catalogue.knowledge.facts
        if each.kind == "contrast" and set(each.subjects) & set(first.subjects)
    ]
    more = [*facts[1:], *contrast]
    parts: tuple[Part, ...] = tuple(Paragraph(each.prose) for each in more)
    names = listed([name(subject, catalogue) for subject in first.subjects])
    return Answer(f"An analogy: {names}", ended(first.prose), parts, sources=sources([first, *more]))


def _facts(meaning: Meaning, catalogue: Catalogue) -> list[Fact]:
    return [catalogue.facts[each] for each in meaning.facts if each in catalogue.facts]
