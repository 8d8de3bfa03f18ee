"""What goes into the store: a question as it came in, and how it ended."""

from __future__ import annotations

import json
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model.dialogue import Reply, Status

Surface = Literal[
    "mention",
    "message",
    "ambient",
    "direct",
    "command",
    "terminal",
    "shortcut",
    "button",
    "modal",
    "home",
    "workflow",
    "playground",
]
"""Where a question was asked; ambient: in a channel, of nobody in particular."""

State = Literal["received", "answering", "sending", "sent", "failed", "unknown", "ignored"]
"""How far an exchange has come.

received: committed, nothing done. answering: taken up. sending: the reply is stored and its posting may have begun.
sent: posted. failed: given up, ``error`` says why. unknown: a crash left open whether it was posted; never posted
again. ignored: kept for the log, not answered.
"""

REPEATABLE: frozenset[Surface] = frozenset({"mention", "message", "ambient", "direct", "workflow"})
"""Surfaces whose question can still be answered after a restart: all that is needed is a channel and a thread, or for a step
its execution, which stands in the place of ``ts``."""

IN_PUBLIC: tuple[Surface, ...] = ("mention", "message", "ambient", "button")
"""Surfaces whose answer in a channel is for everyone."""

_LONGEST = 40_000
"""Characters of a question that are kept: Slack's own maximum for a message."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One question as it came in."""

    team: str
    """Workspace id; for the terminal, any constant."""
    user: str
    surface: Surface
    question: str
    """The question as asked."""
    channel: str = ""
    thread: str = ""
    """The conversation within the channel: a thread's first ``ts``; empty where the channel itself is the
    conversation, as in direct messages. With ``team`` and ``channel`` it is what follow-ups are looked up by."""
    ts: str = ""
    """The message's own ``ts``; empty where there is no message."""
    enterprise: str = ""
    event_id: str = ""
    """Slack's event id, or any text that is the same for each repetition of one delivery ("view:V123")."""
    client_msg_id: str = ""

    def keys(self) -> tuple[str, ...]:
        """The keys by which a repetition of the same question is known; none for a question that cannot repeat."""
        keys = []
        if self.event_id:
            keys.append(event_key(self.event_id))
        if self.channel and self.ts:
            keys.append(f"message {self.team} {self.channel} {self.ts}")
        if self.client_msg_id:
            keys.append(f"client {self.team} {self.client_msg_id}")
        return tuple(storable(key) for key in keys)


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """Who has to answer a question."""

    id: int
    """The exchange's id, whether new or not."""
    new: bool
    """True for exactly one claim of all repetitions: its caller answers."""
    state: State
    """The exchange's state at this moment."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a question ended, ready to be stored."""

    status: Status
    reply_text: str
    confidence: float
    trace: str
    """JSON of the whole understanding; ``Exchange.understanding`` gives it back."""
    intent: str = ""
    meaning: str = ""
    """Id of the meaning that was answered; empty where none was."""
    context: str = ""
    """Id of what the next turn may go on from; empty for nothing."""
    subjects: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    runners_up: str = "[]"
    """JSON: the other readings as ``{"meaning", "confidence"}``, the nearest first."""
    sources: str = "[]"
    """JSON: ``{"file", "heading", "first_line", "last_line"}`` each."""
    content_version: str = ""
    milliseconds: float = 0.0

    @classmethod
    def of(cls, reply: Reply, *, text: str, content_version: str, milliseconds: float) -> Outcome:
        """What is stored of a reply.

        Args:
            reply: the reply as it was given.
            text: all that the asker reads, as plain text.
            content_version: ``Knowledge.version`` of the content that it came from.
            milliseconds: time from taking the question up to having the reply.
        """
        understanding = reply.understanding
        meaning = reply.meaning
        candidates = understanding.trace.candidates
        others = [candidate for candidate in candidates if candidate.meaning != meaning]
        best = meaning or (candidates[0].meaning if candidates else None)
        return cls(
            status=reply.status,
            reply_text=text,
            confidence=float(understanding.confidence),
            trace=as_json(understanding),
            intent=best.intent if best else "",
            meaning=meaning.id if meaning else "",
            context=reply.context.id if reply.context else "",
            subjects=best.subjects if best else (),
            aspects=best.aspects if best else (),
            runners_up=as_json([{"meaning": one.meaning.id, "confidence": one.confidence} for one in others]),
            sources=as_json(reply.answer.sources),
            content_version=content_version,
            milliseconds=milliseconds,
        )


def event_key(event_id: str) -> str:
    """The key of a delivery: it names an exchange whose id is not known yet."""
    return f"event {event_id}"


def as_json(value: object) -> str:
    """JSON in ASCII, also of what holds dataclasses: half a surrogate pair in a question stays readable and can be stored."""
    return _ENCODER.encode(value)


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return float(value)  # type: ignore[arg-type]


_ENCODER = json.JSONEncoder(separators=(",", ":"), default=_plain)


def storable(text: str) -> str:
    """Text that SQLite takes: half a surrogate pair becomes a question mark, and a monstrous text is cut."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """``storable`` for each."""
    return tuple(storable(value) for value in values)
