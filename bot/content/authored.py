"""What authors wrote in YAML, gathered from several files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from bot.model.phrasebook import Amount, Entry, Expectation, Family, Intent, Opposite, Phrasebook, Utterance
from bot.model.problem import Problem
from bot.model.source import Source
from bot.text import words

_ALIKE = 60


@dataclass(frozen=True, slots=True)
class Naming:
    """What an author says that a subject or an aspect is called."""

    name: str
    aliases: tuple[Utterance, ...]
    better: tuple[Utterance, ...]
    worse: tuple[Utterance, ...]
    source: Source


@dataclass(slots=True)
class Authored:
    """Everything that authors wrote in YAML."""

    subjects: list[Naming] = field(default_factory=list)
    aspects: list[Naming] = field(default_factory=list)
    intents: dict[str, Intent] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    amounts: list[Amount] = field(default_factory=list)
    opposites: list[Opposite] = field(default_factory=list)
    synonyms: list[tuple[str, ...]] = field(default_factory=list)
    protected: list[str] = field(default_factory=list)
    columns: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    questions: list[Expectation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    built_in: frozenset[str] = frozenset()
    """Names of the files that no author of this content wrote."""

    def phrasebook(self) -> Phrasebook:
        """The part that understanding reads."""
        return Phrasebook(
            tuple(self.intents.values()),
            tuple(self.entries.values()),
            tuple(self.families.values()),
            tuple(dict.fromkeys(self.amounts)),
            tuple(self.opposites),
            tuple(dict.fromkeys(self.synonyms)),
            tuple(dict.fromkeys(self.protected)),
            tuple(self.questions),
            self.built_in,
        )


def suggestion(word: str, known: Iterable[str]) -> str:
    """``Did you mean "…"?`` for a mistyped name; empty where nothing is near."""
    choices = list(known)
    best = process.extractOne(word.casefold(), [choice.casefold() for choice in choices], scorer=fuzz.ratio)
    return f'Did you mean "{choices[best[2]]}"?' if choices and best[1] >= _ALIKE else ""


def both(first: Intent | None, second: Intent) -> Intent:
    """One kind of question from two places; what is said twice counts once."""
    if first is None:
        return second
    return replace(
        first,
        cues=_distinct((*first.cues, *second.cues)),
        utterances=_distinct((*first.utterances, *second.utterances)),
    )


def _distinct(utterances: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
    return tuple({utterance.text: utterance for utterance in reversed(utterances)}.values())[::-1]


def larger(first: Family | None, second: Family) -> Family:
    """One family from two places."""
    if first is None:
        return second
    return replace(
        first,
        words=tuple(dict.fromkeys((*first.words, *second.words))),
        better=tuple(dict.fromkeys((*first.better, *second.better))),
        worse=tuple(dict.fromkeys((*first.worse, *second.worse))),
        also=tuple(dict.fromkeys((*first.also, *second.also))),
        names=tuple(dict.fromkeys((*first.names, *second.names))),
    )


def merge(base: Authored, mine: Authored) -> None:
    """Add to what is built in; an entry of the same name replaces it."""
    base.subjects += mine.subjects
    base.aspects += mine.aspects
    for name, intent in mine.intents.items():
        base.intents[name] = both(base.intents.get(name), intent)
    base.entries |= mine.entries
    for name, family in mine.families.items():
        base.families[name] = larger(base.families.get(name), family)
    base.amounts += mine.amounts
    base.opposites += mine.opposites
    base.synonyms += mine.synonyms
    base.protected += mine.protected
    for name, said in mine.columns.items():
        base.columns[name] += said
    base.questions += mine.questions
    base.problems += mine.problems


def shared_utterances(authored: Authored) -> list[Problem]:
    """The same question under two names cannot be answered with one of them.

    Data of many thousand lines is nobody's handwriting, and is not held to it.
    """
    first: dict[str, tuple[str, Source]] = {}
    problems = []
    owners = [(intent.name, intent.utterances) for intent in authored.intents.values()]
    owners += [(entry.id, entry.utterances) for entry in authored.entries.values()]
    asked = [(name, utterance) for name, utterances in owners for utterance in utterances]
    # What is built in comes first: the mistake stands where the author can mend it.
    for name, utterance in sorted(asked, key=lambda each: each[1].source.file not in authored.built_in):
        if utterance.source.file.endswith(".jsonl"):
            continue
        said = " ".join(word.text for word in words(utterance.text)) or utterance.text
        owner, place = first.setdefault(said, (name, utterance.source))
        if owner != name:
            problems.append(
                Problem(
                    utterance.source.file,
                    utterance.source.first_line,
                    f'"{utterance.text}" is asked under "{name}" and under "{owner}" ({place.file}:{place.first_line})',
                    "leave it with one of the two",
                )
            )
    return problems
