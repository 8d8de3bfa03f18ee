"""An answer in neutral parts. It knows no medium: Slack, a terminal and a web page each show it their way."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.prose import Part, Prose
from bot.model.source import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """A filled-in question that can be picked: a follow-up, or one of "did you mean"."""

    text: str
    """The question as people read it, at most 75 characters."""
    meaning: str
    """Id of the meaning that it is bound to (``Meaning.id``): picking it never depends on its text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is said in reply to one question."""

    heading: str
    """What it is about, in a few words; plain text. Slack shows 150 characters of it."""
    lead: Prose
    """One sentence that is an answer by itself."""
    parts: tuple[Part, ...] = ()
    """The body, in reading order."""
    choices: tuple[Choice, ...] = ()
    """Follow-up questions that are sure to be answered; for an unsure reply, what was perhaps meant."""
    sources: tuple[Source, ...] = ()
    """Where it stands; empty only for small talk, help and declined questions."""
