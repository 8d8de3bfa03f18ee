"""Authors' own entries, FAQ and small talk, found by the matcher: they compete with the facts on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.model.dialogue import Candidate
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.text import Word, words
from bot.understand.grammar import FILLER, STOP
from bot.understand.matcher import Example, Matcher

MOST = 5
"""Entries that are looked at for one question."""


@dataclass(frozen=True, slots=True)
class EntryMatcher:
    """The entries of the content, with the matcher that was built from their utterances."""

    matcher: Matcher
    words: frozenset[str]
    small_talk: frozenset[str]
    """Ids of the entries that are greetings and the like."""
    courtesies: frozenset[str]
    """Their words, but for the everyday ones."""

    @classmethod
    def build(cls, knowledge: Knowledge, matcher: Matcher | None = None) -> EntryMatcher:
        """Build from the phrasebook, or take over a matcher that was built from it before."""
        made = matcher or Matcher.build(examples(knowledge))
        entries = knowledge.phrasebook.entries
        used = frozenset(word.text for entry in entries for said in entry.utterances for word in words(said.text))
        small = [entry for entry in entries if entry.small_talk]
        courtesies = (
            {word.text for entry in small for said in entry.utterances for word in words(said.text)} - STOP - FILLER
        )
        return cls(made, used, frozenset(entry.id for entry in small), frozenset(courtesies))

    def is_small_talk(self, meaning: Meaning) -> bool:
        """Whether an entry is a greeting and the like."""
        return meaning.entry in self.small_talk

    def greets(self, folded: Sequence[str]) -> bool:
        """Whether a message has a word of small talk that says something: "bye", not "you"."""
        return any(word in self.courtesies for word in folded)

    def vocabulary(self) -> frozenset[str]:
        """Every word of every utterance."""
        return self.words

    def candidates(self, asked: Sequence[Word]) -> list[Candidate]:
        """Entries that a question may mean, the likeliest first. ``asked`` is repaired already."""
        ranking = self.matcher.match_words([word.text for word in asked], MOST)
        if not ranking.ranked:
            return []
        parts = tuple((name, float(value)) for name, value in asdict(ranking.signals).items())
        best = ranking.ranked[0].score
        return [
            Candidate(Meaning("entry", entry=found.label), _share(ranking.confidence, best, found.score), parts)
            for found in ranking.ranked
        ]


def _share(confidence: float, best: float, score: float) -> float:
    """Confidence of an entry behind the best: as much less as its score is less."""
    if score >= best or best <= 0:
        return round(confidence, 4)
    return round(confidence * max(score, 0.0) / best, 4)


def examples(knowledge: Knowledge) -> tuple[Example, ...]:
    """What the matcher is built from: every utterance of every entry."""
    return tuple(
        Example(entry.id, utterance.text) for entry in knowledge.phrasebook.entries for utterance in entry.utterances
    )
