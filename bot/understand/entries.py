"""Authors' own entries, FAQ and small talk, found by the matcher: they compete with the facts on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.dialogue import Candidate
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.text import Word, words
from bot.understand.matcher import Example, Matcher

MOST = 5
"""Entries that are looked at for one question."""


@dataclass(frozen=True, slots=True)
class EntryMatcher:
    """The entries of the content, with the matcher that was built from their utterances."""

    matcher: Matcher
    words: frozenset[str]

    @classmethod
    def build(cls, knowledge: Knowledge, matcher: Matcher | None = None) -> EntryMatcher:
        """Build from the phrasebook, or take over a matcher that was built from it before."""
        made = matcher or Matcher.build(examples(knowledge))
        return cls(
            made,
            frozenset(
                word.text for entry in knowledge.phrasebook.entries for u in entry.utterances for word in words(u.text)
            ),
        )

    def vocabulary(self) -> frozenset[str]:
        """Every word of every utterance."""
        return self.words

    def candidates(self, asked: Sequence[Word]) -> list[Candidate]:
        """Entries that a question may mean, the likeliest first. ``asked`` is repaired already."""
        ranking = self.matcher.match(asked)
        return [
            Candidate(Meaning("entry", entry=label), confidence, (("utterances", confidence),))
            for label, confidence in ranking[:MOST]
        ]


def examples(knowledge: Knowledge) -> tuple[Example, ...]:
    """What the matcher is built from: every utterance of every entry."""
    return tuple(
        Example(entry.id, utterance.text) for entry in knowledge.phrasebook.entries for utterance in entry.utterances
    )
