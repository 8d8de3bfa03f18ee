"""Single statements: a fact, a passage, an analogy."""

from __future__ import annotations

from bot.answer.pieces import ended, fact_prose, sources, stated
from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import listed, name
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Item, Listing, Paragraph, Part, Prose
from bot.text import words


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
    parts += tuple(part for each in facts[1:] for part in each.parts or (Paragraph(fact_prose(each)),))
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
    more = [*facts[1:_PICTURES], *contrast]
    parts: tuple[Part, ...] = tuple(Paragraph(_pictured(each, catalogue)) for each in more)
    names = listed([name(subject, catalogue) for subject in dict.fromkeys(s for fact in facts for s in fact.subjects)])
    return Answer(f"An analogy: {names}", ended(_pictured(first, catalogue)), parts, sources=sources([first, *more]))


_PICTURES = 6
"""Analogies that one answer gives at most."""


def _pictured(fact: Fact, catalogue: Catalogue) -> Prose:
    """A statement of likeness, with whom it is about in front where it does not say so."""
    said = Prose.of(fact.label) + Prose.of(": ") + fact.prose if fact.label else fact.prose
    told = {word.text for word in words(fact.prose.plain)}
    aliases = [alias.text for subject in fact.subjects for alias in catalogue.subjects[subject].aliases]
    if not fact.subjects or any({word.text for word in words(alias)} & told for alias in aliases):
        return said
    return Prose.of(listed([name(subject, catalogue) for subject in fact.subjects]), bold=True) + Prose.of(": ") + said


def _facts(meaning: Meaning, catalogue: Catalogue) -> list[Fact]:
    return [catalogue.facts[each] for each in meaning.facts if each in catalogue.facts]
