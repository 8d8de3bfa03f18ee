"""Look-ups over the knowledge: facts by subject and aspect, comparisons by subjects, and who has the better end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.catalogue.terms import terms_of_rows
from bot.model.facts import Comparison, Fact, FactKind
from bot.model.knowledge import Knowledge
from bot.model.phrasebook import Entry
from bot.model.terms import Aspect, Subject
from bot.text import words

_USES = ("use case", "best for", "suited", "when to use", "ideal", "typical use")
"""What an aspect is called that says what a subject is meant for."""
_MARK = re.compile("(?:yes|no|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)", re.IGNORECASE)
"""A cell that says no more than whether."""
_FEW = 3
"""Subjects that an overview sets side by side without saying so."""


@dataclass(frozen=True)
class Catalogue:
    """Indexed views of one compiled body of content."""

    knowledge: Knowledge

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """Subjects by id."""
        return {subject.id: subject for subject in self.knowledge.subjects}

    @cached_property
    def aspects(self) -> dict[str, Aspect]:
        """Aspects by id."""
        return {aspect.id: aspect for aspect in self.knowledge.aspects}

    @cached_property
    def of_use(self) -> frozenset[str]:
        """Aspects that say what a subject is meant for, by anything that they are called."""
        called = {
            aspect.id: " ".join(f" {alias.text.casefold()} " for alias in aspect.aliases)
            for aspect in self.knowledge.aspects
        }
        told = frozenset(found for found, names in called.items() if any(f" {use}" in names for use in _USES))
        # "iDEAL: yes" is a way to pay, and no use.
        return frozenset(
            found for found in told if not all(_MARK.fullmatch(fact.prose.plain.strip()) for fact in self.on(found))
        )

    @cached_property
    def terms(self) -> dict[str, str]:
        """Subjects that are terms, by the id of the aspect of the same name."""
        return terms_of_rows(self.knowledge)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.knowledge.facts}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """FAQ entries and small talk by id."""
        return {entry.id: entry for entry in self.knowledge.phrasebook.entries}

    @cached_property
    def alone(self) -> frozenset[str]:
        """Subjects that the content speaks of as one, however their name ends: "Gas is", "Jenkins has"."""
        texts = " ".join(fact.prose.plain for fact in self.knowledge.facts).casefold()
        said = frozenset(re.findall(r"([^\W_]+) (?:is|has|was|does)\b", texts))
        lasts = {each.id: each.name.split(" ")[-1] for each in self.knowledge.subjects}
        written = " ".join(fact.prose.plain for fact in self.knowledge.facts)
        # What has its capital in the midst of a sentence, and always, is a name and no plural: "Jenkins".
        names = {
            word
            for word in (each.name for each in self.knowledge.subjects)
            if word[:1].isupper()
            and re.search(rf"[a-z,;] {re.escape(word)}\b", written)
            and not re.search(rf"\b{re.escape(word.casefold())}\b", written)
        }
        return frozenset(found for found, word in lasts.items() if word.casefold() in said or word in names)

    def section(self, passage: Fact) -> tuple[Fact, ...]:
        """All passages under the heading of one."""
        found = self.headed.get(tuple(word.text for word in words(passage.label)), ())
        return found if passage in found else (passage,)

    @cached_property
    def headed(self) -> dict[tuple[str, ...], tuple[Fact, ...]]:
        """The passages under each heading, by the heading's words; of headings that are alike those of the first."""
        found: dict[tuple[str, ...], tuple[Fact, ...]] = {}
        for fact in self.knowledge.facts:
            if fact.kind == "passage":
                heading = tuple(word.text for word in words(fact.label))
                before = found.get(heading, ())
                same = not before or (before[0].source.file, before[0].source.heading) == (
                    fact.source.file,
                    fact.source.heading,
                )
                found[heading] = (*before, fact) if same else before
        return found

    @cached_property
    def answers(self) -> tuple[Fact, ...]:
        """The passages that stand under a question."""
        return tuple(fact for fact in self.knowledge.facts if fact.kind == "passage" and fact.label.endswith("?"))

    @cached_property
    def _by_subject(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.knowledge.facts:
            for subject in fact.subjects:
                found.setdefault(subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in found.items()}

    @cached_property
    def reckoned(self) -> dict[object, object]:
        """What was reckoned from the content once, by what it was reckoned of: it is asked for again and again."""
        return {}  # filled as it is asked for

    @cached_property
    def _of_kinds(self) -> dict[tuple[str, tuple[FactKind, ...]], tuple[Fact, ...]]:
        return {}  # filled as it is asked for

    @cached_property
    def _by_aspect(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.knowledge.facts:
            for aspect in fact.aspects:
                found.setdefault(aspect, []).append(fact)
        return {aspect: tuple(facts) for aspect, facts in found.items()}

    def of(self, subject: str, *kinds: FactKind) -> tuple[Fact, ...]:
        """Facts about a subject, of these kinds (of any kind where none is given), in document order."""
        facts = self._by_subject.get(subject, ())
        if not kinds:
            return facts
        known = self._of_kinds.get((subject, kinds))
        if known is None:
            known = self._of_kinds[subject, kinds] = tuple(fact for fact in facts if fact.kind in kinds)
        return known

    def on(self, aspect: str, subject: str | None = None) -> tuple[Fact, ...]:
        """Facts that bear on an aspect, of one subject where it is given: the row's cells first, then traits."""
        facts = self._by_aspect.get(aspect, ())
        chosen = [fact for fact in facts if subject is None or subject in fact.subjects]
        return tuple(sorted(chosen, key=lambda fact: fact.kind != "cell"))

    def cell(self, aspect: str, subject: str) -> Fact | None:
        """One subject's cell in the row of an aspect."""
        return next((fact for fact in self.on(aspect, subject) if fact.kind == "cell"), None)

    def comparison(self, subjects: tuple[str, ...], aspect: str = "") -> Comparison | None:
        """The first comparison whose columns hold all of the subjects, with a row for the aspect where one is given."""
        for comparison in self.knowledge.comparisons:
            if set(subjects) <= set(comparison.subjects) and (not aspect or aspect in comparison.aspects):
                return comparison
        return None

    def compared_on(self, aspect: str) -> tuple[str, ...]:
        """The subjects that an aspect tells apart: the columns of its row, or the subjects of its traits."""
        comparison = self.comparison((), aspect)
        if comparison is not None:
            return comparison.subjects
        return tuple(dict.fromkeys(subject for fact in self.on(aspect) for subject in fact.subjects))

    def counterparts(self, subject: str) -> tuple[str, ...]:
        """What a subject is compared with, in the first comparison that has it; where its overview has none, what else that
        overview tells of, if that is little.
        """
        for comparison in self.knowledge.comparisons:
            if subject in comparison.subjects:
                return tuple(other for other in comparison.subjects if other != subject)
        return self._beside.get(subject, ())

    @cached_property
    def _beside(self) -> dict[str, tuple[str, ...]]:
        """By subject of an overview without comparisons, but with traits, its other subjects."""
        compared = {comparison.source.file for comparison in self.knowledge.comparisons}
        weighed = {fact.source.file for fact in self.knowledge.facts if fact.kind in ("advantage", "disadvantage")}
        told: dict[str, dict[str, None]] = {}
        for fact in self.knowledge.facts:
            if fact.source.file in weighed - compared and fact.kind in ("advantage", "disadvantage", "point"):
                told.setdefault(fact.source.file, {}).update(dict.fromkeys(fact.subjects))
        return {
            subject: tuple(other for other in subjects if other != subject)
            for subjects in told.values()
            if 1 < len(subjects) <= _FEW
            for subject in subjects
        }

    def defined(self, subject: str) -> tuple[Fact, ...]:
        """The points of a subject's definition, each document's in its order."""
        points = self.of(subject, "point")
        files = list(dict.fromkeys(fact.source.file for fact in points))
        return tuple(sorted(points, key=lambda fact: (files.index(fact.source.file), fact.source.first_line)))
