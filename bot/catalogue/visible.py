"""What of the content can be seen where only some tags are wanted. What has no tags is seen everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.model.facts import Comparison, Fact
from bot.model.knowledge import Knowledge
from bot.model.source import Source
from bot.text import fold


def tags_of(knowledge: Knowledge) -> tuple[str, ...]:
    """All tags of the overviews and the entries, as first written, in alphabetical order."""
    found: dict[str, str] = {}
    given = [overview.tags for overview in knowledge.overviews]
    given += [entry.tags for entry in knowledge.phrasebook.entries]
    for tags in given:
        for tag in tags:
            found.setdefault(fold(tag), tag)
    return tuple(found[name] for name in sorted(found))


def seen(knowledge: Knowledge, tags: Collection[str]) -> Knowledge:
    """The knowledge without the overviews and entries that have tags, but none of these; whole for no tags at all.

    Ids stay what they are, so that a meaning is the same in every channel. Other phrasings of the authors stay too.
    """
    wanted = set(map(fold, tags))

    def unwanted(theirs: tuple[str, ...]) -> bool:
        return bool(theirs) and wanted.isdisjoint(map(fold, theirs))

    hidden = {one.file for one in knowledge.overviews if unwanted(one.tags)}
    book = knowledge.phrasebook
    entries = tuple(entry for entry in book.entries if not unwanted(entry.tags))
    if not wanted or not (hidden or len(entries) < len(book.entries)):
        return knowledge
    facts = tuple(fact for fact in knowledge.facts if fact.source.file not in hidden)
    comparisons = tuple(one for one in knowledge.comparisons if one.source.file not in hidden)

    def kept(id_: str, source: Source, before: Iterable[str], after: Iterable[str]) -> bool:
        return id_ in after or (id_ not in before and source.file not in hidden)

    subjects, aspects = _terms(knowledge.facts, knowledge.comparisons)
    left_subjects, left_aspects = _terms(facts, comparisons)
    return replace(
        knowledge,
        overviews=tuple(one for one in knowledge.overviews if one.file not in hidden),
        subjects=tuple(s for s in knowledge.subjects if kept(s.id, s.source, subjects, left_subjects)),
        aspects=tuple(a for a in knowledge.aspects if kept(a.id, a.source, aspects, left_aspects)),
        facts=facts,
        comparisons=comparisons,
        phrasebook=book if len(entries) == len(book.entries) else replace(book, entries=entries),
    )


def _terms(facts: Iterable[Fact], comparisons: Iterable[Comparison]) -> tuple[set[str], set[str]]:
    """Ids of all subjects and aspects that are spoken of."""
    subjects: set[str] = set()
    aspects: set[str] = set()
    for fact in facts:
        subjects.update(fact.subjects)
        aspects.update(fact.aspects)
    for table in comparisons:
        subjects.update(table.subjects)
        aspects.update(table.aspects)
    return subjects, aspects
