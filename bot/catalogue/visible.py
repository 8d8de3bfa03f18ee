"""What of the content can be seen where only some tags are wanted. An overview without tags is seen everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.model.facts import Comparison, Fact
from bot.model.knowledge import Knowledge
from bot.model.source import Source
from bot.text import fold


def tags_of(knowledge: Knowledge) -> tuple[str, ...]:
    """All tags of the overviews, as first written, in alphabetical order."""
    found: dict[str, str] = {}
    for overview in knowledge.overviews:
        for tag in overview.tags:
            found.setdefault(fold(tag), tag)
    return tuple(found[name] for name in sorted(found))


def seen(knowledge: Knowledge, tags: Collection[str]) -> Knowledge:
    """The knowledge without the overviews that have tags, but none of these; whole for no tags at all.

    Ids stay what they are, so that a meaning is the same in every channel. What authors wrote as phrasings stays too.
    """
    wanted = set(map(fold, tags))
    hidden = {one.file for one in knowledge.overviews if one.tags and wanted.isdisjoint(map(fold, one.tags))}
    if not wanted or not hidden:
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
