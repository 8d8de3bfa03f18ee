"""What a meaning of months ago is called now: subjects and aspects by what is still said for them, entries by their old names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.model.meaning import Meaning
from bot.model.terms import Aspect, Subject
from bot.text import slug


def as_called_now(meaning: Meaning, catalogue: Catalogue) -> Meaning:
    """The meaning with the ids that the content has now. An id that leads nowhere, or to two things, stays as it is."""
    subjects = _known(meaning.subjects, catalogue.subjects, catalogue.knowledge.subjects)
    aspects = _known(meaning.aspects, catalogue.aspects, catalogue.knowledge.aspects)
    facts = tuple(_fact(fact, catalogue) for fact in meaning.facts)
    entry = meaning.entry
    if entry and entry not in catalogue.entries:
        now = [one.id for one in catalogue.knowledge.phrasebook.entries if entry in one.formerly]
        entry = now[0] if len(now) == 1 else entry
    return replace(meaning, subjects=subjects, aspects=aspects, facts=facts, entry=entry)


def _known(ids: tuple[str, ...], known: Iterable[str], terms: Iterable[Subject | Aspect]) -> tuple[str, ...]:
    if all(id_ in known for id_ in ids):
        return ids
    said: dict[str, set[str]] = {}
    for term in terms:
        for alias in term.aliases:
            said.setdefault(slug(alias.text), set()).add(term.id)
    return tuple(id_ if id_ in known or len(said.get(id_, ())) != 1 else next(iter(said[id_])) for id_ in ids)


def _fact(fact: str, catalogue: Catalogue) -> str:
    """A statement whose subjects are called otherwise now; its own words have to be the same."""
    kind, _, rest = fact.partition("/")
    named, _, words = rest.partition("/")
    if fact in catalogue.facts or not words:
        return fact
    subjects = _known(tuple(named.split("+")), catalogue.subjects, catalogue.knowledge.subjects)
    now = f"{kind}/{'+'.join(subjects)}/{words}"
    return now if now in catalogue.facts else fact
