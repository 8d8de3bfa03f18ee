"""A question on its way: what was asked, what was understood, and what was replied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.answer import Answer, Choice
from bot.model.context import Context
from bot.model.meaning import Meaning

Status = Literal["answered", "unsure", "unknown"]
"""How a question ended: answered, asked back with choices, or declined."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another."""

    written: str
    read: str
    distance: int
    """Edits between the two (optimal string alignment; a join or a split counts one)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A subject, an aspect or a statement found in a question."""

    kind: Literal["subject", "aspect", "intent", "fact"]
    id: str
    """Id of what was found."""
    text: str
    """The words of the question."""
    start: int
    """First character of the words in the question as asked."""
    end: int
    """The character behind the last."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a question."""

    meaning: Meaning
    confidence: float
    parts: tuple[tuple[str, float], ...] = ()
    """What its score is made of, by name."""
    said: tuple[str, ...] = ()
    """Words of the question that its facts hold."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a question was understood as it was."""

    tokens: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    slots: tuple[Slot, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    """Readings, the best first."""
    margin: float = 0.0
    """Confidence of the best above the next."""
    inherited: tuple[str, ...] = ()
    """What was taken from the turn before: "subjects", "aspects", "intent"."""
    rule: str = ""
    """The rule that took the decision, in words."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading is sure enough."""

    meaning: Meaning
    confidence: float
    trace: Trace


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two or three readings are near: ask back."""

    choices: tuple[Choice, ...]
    confidence: float
    trace: Trace


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that the content answers."""

    reason: str
    """Why, in words for the log: "the question is about something else: overlay, driver"."""
    nearest: tuple[Choice, ...]
    """Up to three questions on the nearest topics, each sure to be answered."""
    confidence: float
    trace: Trace


Understanding = Understood | Unsure | Unknown


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the person who asked."""

    question: str
    """The question as asked."""
    status: Status
    understanding: Understanding
    answer: Answer
    context: Context | None
    """What the next turn of this conversation may go on from; None after a declined turn."""

    @property
    def meaning(self) -> Meaning | None:
        """What was answered; None where nothing was."""
        return self.understanding.meaning if isinstance(self.understanding, Understood) else None
