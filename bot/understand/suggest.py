"""Type-ahead: the questions that go on from what is typed so far."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import choice
from bot.model.answer import Choice
from bot.model.meaning import Meaning
from bot.text import words
from bot.understand.decide import opens
from bot.understand.words.everyday import STOP

_SHORTEST_FUZZY = (4, 3)
"""Letters from which a typed word may have an error: three only where nothing else fits, and never the first of them."""


@dataclass(frozen=True, slots=True)
class Suggester:
    """Every question that the content answers in a form of its own, with the words that find it."""

    offered: tuple[tuple[Choice, tuple[str, ...]], ...]

    @classmethod
    def build(cls, catalogue: Catalogue) -> Suggester:
        """List the questions of the content, those about whole subjects first."""
        meanings: dict[Meaning, None] = {}
        for comparison in catalogue.knowledge.comparisons:
            meanings[Meaning("compare", comparison.subjects)] = None
        for subject in catalogue.knowledge.subjects:
            meanings.update(dict.fromkeys(opens(subject.id, catalogue)))
        for subject in catalogue.knowledge.subjects:
            for intent, kind in (("advantages", "advantage"), ("disadvantages", "disadvantage")):
                if catalogue.of(subject.id, kind):  # type: ignore[arg-type]
                    meanings[Meaning(intent, (subject.id,))] = None  # type: ignore[arg-type]
        for aspect in catalogue.knowledge.aspects:
            subjects = catalogue.compared_on(aspect.id)
            if subjects:
                meanings[Meaning("aspect", subjects, (aspect.id,))] = None
        for fact in catalogue.knowledge.facts:
            if fact.kind == "passage" and fact.label:
                meanings[Meaning("passage", fact.subjects, facts=(fact.id,))] = None
        for entry in catalogue.knowledge.phrasebook.entries:
            if not entry.small_talk:
                meanings[Meaning("entry", entry=entry.id)] = None
        offered = []
        compared: set[frozenset[str]] = set()
        for meaning in meanings:
            if meaning.intent == "compare":
                # The same the other way round is no other question.
                if frozenset(meaning.subjects) in compared:
                    continue
                compared.add(frozenset(meaning.subjects))
            made = choice(meaning, catalogue)
            named = [alias.text for s in meaning.subjects for alias in catalogue.subjects[s].aliases]
            named += [alias.text for a in meaning.aspects for alias in catalogue.aspects[a].aliases]
            named += (
                [utterance.text for utterance in catalogue.entries[meaning.entry].utterances[:5]]
                if meaning.entry
                else []
            )
            found = dict.fromkeys(word.text for text in (made.text, *named) for word in words(text))
            offered.append((made, tuple(found)))
        return cls(tuple(offered))

    def complete(self, typed: str, limit: int) -> tuple[Choice, ...]:
        """Up to ``limit`` questions each of whose words begin with, or nearly are, the typed ones."""
        wanted = [word.text for word in words(typed[:200])]
        if len(wanted) > 1:
            wanted = [word for word in wanted[:-1] if word not in STOP] + wanted[-1:]
        for shortest in _SHORTEST_FUZZY:
            scored = []
            for place, (made, found) in enumerate(self.offered):
                text = made.text.casefold()
                # What a thing is called comes before what it is called elsewhere.
                cost = sum(_cost(word, found, shortest) + (0.05 if word not in text else 0.0) for word in wanted)
                if not wanted or cost < len(wanted):
                    scored.append((cost, place, made))
            if scored:
                return tuple(made for _, _, made in sorted(scored)[: max(limit, 0)])
        return ()


def _cost(word: str, found: tuple[str, ...], shortest: int) -> float:
    """0 for a word that is there, a little for the beginning of one, more for one with an error, much for none."""
    if word in found:
        return 0.0
    if any(other.startswith(word) for other in found):
        return 0.1
    if len(word) >= shortest:
        near = found if len(word) >= _SHORTEST_FUZZY[0] else [other for other in found if other[0] == word[0]]
        heads = [other[: len(word)] for other in near] + list(near)
        if process.extractOne(word, heads, scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2):
            return 0.4
    return 10.0
