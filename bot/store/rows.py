"""Rows as they are read back: checked by pydantic, since a file may hold what no version of ours has written."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Json, TypeAdapter, field_validator

from bot.model.dialogue import Understanding, Understood, Unknown, Unsure
from bot.model.source import Source
from bot.store.records import Incoming, State

_UNDERSTANDING: TypeAdapter[Understanding] = TypeAdapter(Understood | Unsure | Unknown)


class RunnerUp(BaseModel):
    """Another reading of a question."""

    model_config = ConfigDict(frozen=True)

    meaning: str
    """Id of the meaning."""
    confidence: float


class Exchange(BaseModel):
    """One question with its reply, as logged. Ids rise in the order of arrival."""

    model_config = ConfigDict(frozen=True)

    id: int
    team: str
    enterprise: str
    channel: str
    thread: str
    ts: str
    user: str
    surface: str
    """Where it was asked; see ``records.Surface``."""
    question: str
    """The question as asked."""
    state: State
    event_id: str
    client_msg_id: str
    status: Literal["answered", "unsure", "unknown"] | None
    """How it ended; None as long as there is no reply."""
    intent: str
    meaning: str
    context: str
    subjects: Json[tuple[str, ...]]
    aspects: Json[tuple[str, ...]]
    confidence: float | None
    runners_up: Json[tuple[RunnerUp, ...]]
    trace: Json[dict[str, Any]] | None
    """How the question was understood, in full; ``understanding`` gives it as the type that ``docent why`` prints."""
    reply_text: str
    sources: Json[tuple[Source, ...]]
    content_version: str
    milliseconds: float | None
    received_at: AwareDatetime
    answered_at: AwareDatetime | None
    sent_at: AwareDatetime | None
    posted_ts: str
    error: str
    attempts: int
    """How often it was taken up: 1, and one more for each restart before it was answered."""

    @field_validator("trace", mode="before")
    @classmethod
    def _nothing_yet(cls, value: object) -> object:
        return value or None

    @property
    def incoming(self) -> Incoming:
        """The question again, as it came in."""
        return Incoming(
            team=self.team,
            user=self.user,
            surface=self.surface,  # type: ignore[arg-type]
            question=self.question,
            channel=self.channel,
            thread=self.thread,
            ts=self.ts,
            enterprise=self.enterprise,
        )

    @property
    def understanding(self) -> Understanding | None:
        """How the question was understood; None as long as there is no reply."""
        return None if self.trace is None else _UNDERSTANDING.validate_python(self.trace)
