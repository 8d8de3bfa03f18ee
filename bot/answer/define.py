"""What a subject is."""

from __future__ import annotations

from bot.answer.pieces import ended, fact_prose, listing, sources
from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import listed, name
from bot.model.answer import Answer
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.model.prose import Item, Listing, Paragraph, Part, Prose, Subheading
from bot.text import singular, words

_TELLING = 4
"""Words of a cell from which it tells what a thing is like."""


def define(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """The points of a definition; where a document defines a subject nowhere, what its comparison says of it."""
    told: list[Fact] = []
    parts: list[Part] = []
    lead = Prose()
    for subject in meaning.subjects:
        facts = list(catalogue.defined(subject) or catalogue.of(subject, "cell") or catalogue.of(subject, "passage"))
        if not facts:
            continue
        facts.sort(key=lambda fact: not _defines(fact, subject, catalogue))
        first = ended(fact_prose(facts[0]))
        if facts[0].kind == "cell":
            # What tells more than a value comes closest to what a thing is.
            facts.sort(key=lambda fact: len(words(fact.prose.plain)) < _TELLING)
            short = len(words(facts[0].prose.plain)) < _TELLING
            first = (Prose.of(f"{facts[0].label}: ") if short else Prose()) + ended(fact_prose(facts[0]))
        if len(meaning.subjects) > 1:
            first = Prose.of(name(subject, catalogue), bold=True) + Prose.of(": ") + first
            parts.append(Subheading(name(subject, catalogue)))
        lead = lead + Prose.of(" ") + first if lead else first
        if facts[1:]:
            rest = facts[1:]
            parts.append(_rows(rest) if rest[0].kind == "cell" else listing(rest, catalogue, named=False))
        for fact in catalogue.of(subject, "analogy")[:1]:
            if fact not in told and len(meaning.subjects) == 1:
                parts.append(Paragraph(fact.prose))
                facts.append(fact)
        told += facts
    if not told:
        return None
    heading = listed([_in_full(subject, catalogue) for subject in meaning.subjects])
    return Answer(heading, lead, tuple(parts), sources=sources(told))


def _in_full(subject: str, catalogue: Catalogue) -> str:
    """A subject's name, and in brackets the words that its letters stand for where the overview has them."""
    said = name(subject, catalogue)
    aliases = [alias.text for alias in catalogue.subjects[subject].aliases] if said.isupper() else []
    full = next((alias for alias in aliases if "".join(word[0] for word in alias.split()).upper() == said != alias), "")
    return f"{said} ({full})" if full else said


def _defines(fact: Fact, subject: str, catalogue: Catalogue) -> bool:
    """Whether a statement says in so many words what a subject is: "An X is a …"."""
    said = [singular(word.text) for word in words(fact.prose.plain)[:_OPENING]]
    said = said[1:] if said[:1] and said[0] in _ARTICLES else said
    names = [[singular(word.text) for word in words(alias.text)] for alias in catalogue.subjects[subject].aliases]
    return any(
        said[: len(name)] == name
        and said[len(name) : len(name) + 1] in _COPULAS
        and _ARTICLES & {*said[len(name) + 1 :][:1]}
        for name in names
    )


_OPENING = 12
_ARTICLES = frozenset({"a", "an", "the"})
_COPULAS = (["is"], ["are"])


def _rows(cells: list[Fact]) -> Part:
    return Listing(tuple(Item(Prose.of(cell.label, bold=True) + Prose.of(": ") + cell.prose) for cell in cells))
