"""Authors' own entries, FAQ and small talk, found by the matcher: they compete with the facts on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import exp

from bot.model.dialogue import Candidate
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.text import Word, words
from bot.understand.matching.matcher import Example, Matcher
from bot.understand.matching.sureness import Signals
from bot.understand.words.everyday import FILLER, STOP
from bot.understand.words.grammar import ASKING, AUXILIARIES

MOST = 5
"""Entries that are looked at for one question."""
BACKGROUND = "="
"""Marks the labels of the overviews' own kinds of question among the examples; no entry's id begins with it."""
SPREAD = 3.0
"""How fast an entry's chance falls with its score behind the second's."""
OVERVIEW_ASKED = 0.4
"""Doubt in every entry where the question looks more like one to the overviews."""

_EVERYDAY = STOP | FILLER
_SIGNALS = tuple(each.name for each in fields(Signals))


@dataclass(frozen=True, slots=True)
class EntryMatcher:
    """The entries of the content, with the matcher that was built from their utterances."""

    matcher: Matcher
    words: frozenset[str]
    small_talk: frozenset[str]
    """Ids of the entries that are greetings and the like."""
    courtesies: frozenset[str]
    """Their utterances, and the words of these but for the everyday ones."""

    @classmethod
    def build(cls, knowledge: Knowledge, matcher: Matcher | None = None) -> EntryMatcher:
        """Build from the phrasebook, or take over a matcher that was built from it before."""
        made = matcher or Matcher.build(examples(knowledge))
        entries = knowledge.phrasebook.entries
        used = frozenset(word.text for entry in entries for said in entry.utterances for word in words(said.text))
        small = [entry for entry in entries if entry.small_talk]
        said = {_plain(utterance.text) for entry in small for utterance in entry.utterances}
        courtesies = said | ({word for text in said for word in text.split()} - STOP - FILLER)
        return cls(made, used, frozenset(entry.id for entry in small), frozenset(courtesies))

    def is_small_talk(self, meaning: Meaning) -> bool:
        """Whether an entry is a greeting and the like."""
        return meaning.entry in self.small_talk

    def greets(self, folded: Sequence[str]) -> bool:
        """Whether a message is small talk by its words: more than half of those that say something, "bye" but not "you".

        Half is enough where it does not ask: "bye docent".
        """
        telling = [word for word in folded if word in self.courtesies or word not in _EVERYDAY]
        courteous = sum(1 for word in telling if word in self.courtesies)
        asks = any(word in AUXILIARIES or word in ASKING for word in folded[:1])
        enough = 2 * courteous > len(telling) or (2 * courteous == len(telling) and not asks)
        return " ".join(folded) in self.courtesies or (courteous > 0 and enough)

    def vocabulary(self) -> frozenset[str]:
        """Every word of every utterance."""
        return self.words

    def candidates(self, asked: Sequence[Word]) -> list[Candidate]:
        """Entries that a question may mean, the likeliest first. ``asked`` is repaired already."""
        ranking = self.matcher.match_words([word.text for word in asked], MOST)
        if not ranking.ranked:
            return []
        parts = tuple((name, float(getattr(ranking.signals, name))) for name in _SIGNALS)
        sure = ranking.confidence
        if ranking.ranked[0].label.startswith(BACKGROUND):
            sure *= OVERVIEW_ASKED
        entries = [found for found in ranking.ranked if not found.label.startswith(BACKGROUND)]
        shares = _shares(sure, [found.score for found in entries])
        return [
            Candidate(Meaning("entry", entry=found.label), share, parts)
            for found, share in zip(entries, shares, strict=True)
        ]


def _shares(sure: float, scores: Sequence[float]) -> list[float]:
    """The best entry's confidence, and what it leaves for the others, by how near their scores come to the second's."""
    near = [exp(SPREAD * (score - scores[1])) for score in scores[1:]]
    rest = [round(min((1.0 - sure) * share / sum(near), sure * 0.99), 4) for share in near]
    return [round(sure, 4), *rest] if scores else []


def examples(knowledge: Knowledge) -> tuple[Example, ...]:
    """What the matcher is built from: every utterance and the title of every entry, and what the overviews answer.

    Small talk that an author has an entry for is the author's.
    """
    book = knowledge.phrasebook
    authored = {_plain(said.text) for entry in book.entries if not entry.small_talk for said in entry.utterances}
    found = [
        Example(entry.id, said.text)
        for entry in book.entries
        if not entry.small_talk or not any(_plain(said.text) in authored for said in entry.utterances)
        for said in entry.utterances
    ]
    # A title, or the name that a label has in data, says in short what is asked.
    found += [Example(entry.id, entry.title) for entry in book.entries if not entry.small_talk]
    if not any(not entry.small_talk for entry in book.entries):
        return tuple(found)
    return (*found, *_background(knowledge))


def _background(knowledge: Knowledge) -> list[Example]:
    """The kinds of question, with the names of the content in their slots: what is theirs is no entry's."""
    subjects = [alias.text for subject in knowledge.subjects for alias in subject.aliases[:3]]
    aspects = [aspect.name for aspect in knowledge.aspects]
    if not subjects:
        return []
    found = []
    for intent in knowledge.phrasebook.intents:
        for place, said in enumerate(intent.utterances):
            if "<" not in said.text or ("<aspect>" in said.text and not aspects):
                continue
            for turn in range(min(3, len(subjects))):
                text = said.text
                for at in range(text.count("<subject>")):
                    text = text.replace("<subject>", subjects[(place + turn + at) % len(subjects)], 1)
                if aspects:
                    text = text.replace("<aspect>", aspects[(place + turn) % len(aspects)])
                found.append(Example(BACKGROUND + intent.name, text))
    return found


def _plain(text: str) -> str:
    return " ".join(word.text for word in words(text))
