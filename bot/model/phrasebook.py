"""The phrasebook: how people ask, as authors write it in YAML."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.prose import Part
from bot.model.source import Source
from bot.model.terms import Sense


@dataclass(frozen=True, slots=True)
class Utterance:
    """One authored phrasing. Slots are written ``<subject>`` and ``<aspect>``."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Intent:
    """A kind of question that overviews answer."""

    name: str
    """One of ``INTENTS``."""
    cues: tuple[Utterance, ...]
    """Words and short phrases that name this kind by themselves: "pros", "upsides"."""
    utterances: tuple[Utterance, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A free question with its answer: a FAQ entry, or small talk."""

    id: str
    """Slug of its name in the YAML."""
    title: str
    """The question as people see it in a list of choices."""
    utterances: tuple[Utterance, ...]
    parts: tuple[Part, ...]
    """The answer, read from Markdown."""
    source: Source
    small_talk: bool = False
    """A greeting, thanks and the like: answered, never suggested, and no part of a conversation's thread."""
    tags: tuple[str, ...] = ()
    """Where it is seen, as with an overview's; empty for everywhere."""
    formerly: tuple[str, ...] = ()
    """Ids that it had before: buttons that were made then still find it."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question with what its answer has to be, kept beside the content that it holds: a test that authors write."""

    text: str
    """The question as people ask it."""
    source: Source
    declined: bool = False
    """It must get no answer."""
    intent: str = ""
    """One of ``INTENTS``; empty for any."""
    entry: str = ""
    """Id of the entry that answers it; empty for none in particular."""
    subjects: tuple[str, ...] = ()
    """Names, or aliases, of subjects that it is about."""
    aspects: tuple[str, ...] = ()
    """Names, or aliases, of aspects that it is about."""
    says: tuple[str, ...] = ()
    """Texts that stand in the answer, whatever their case."""


@dataclass(frozen=True, slots=True)
class Family:
    """A group of everyday measuring words, free of any field: an aspect whose name holds one takes them all."""

    name: str
    words: tuple[str, ...]
    """Neutral words: "speed", "time"."""
    better: tuple[str, ...]
    """Words for the better end: "faster", "quick"."""
    worse: tuple[str, ...]
    """Words for the worse end: "slower"."""
    source: Source
    also: tuple[str, ...] = ()
    """What else is said where it is asked about, which by itself names no aspect: "to launch", of a startup time."""
    names: tuple[str, ...] = ()
    """Words of aspects that take the ends alone: "testing" may be hard, and is nothing that "setup" asks for."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A word for what is measured, of which more is always better, or always worse."""

    word: str
    more: Sense


@dataclass(frozen=True, slots=True)
class Opposite:
    """Two words that must never be taken for each other, and that deny each other in a statement."""

    left: str
    right: str
    source: Source


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that authors wrote in YAML, and the kinds of question that are built in."""

    intents: tuple[Intent, ...] = ()
    entries: tuple[Entry, ...] = ()
    families: tuple[Family, ...] = ()
    amounts: tuple[Amount, ...] = ()
    opposites: tuple[Opposite, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words and short phrases that mean the same in a statement."""
    protected: tuple[str, ...] = ()
    """Words that are right as they stand, and are never corrected into ours: names of neighbouring things."""
    questions: tuple[Expectation, ...] = ()
    """Questions with what their answers have to be."""
    built_in: frozenset[str] = frozenset()
    """Names of the files that no author of this content wrote."""
