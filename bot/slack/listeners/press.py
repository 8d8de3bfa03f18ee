"""Something that was pressed, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.show import action_ids
from bot.slack.inbound.incoming import enterprise_of, team_of
from bot.slack.outbound import outgoing
from bot.store.records import Incoming

Json = dict[str, Any]

LATER = "I cannot take this down at the moment, so I leave it undone. Please press again in a minute."


@dataclass(frozen=True, slots=True)
class Press:
    """Something that was pressed, and where."""

    id: str
    value: str
    label: str
    team: str
    enterprise: str
    user: str
    channel: str
    """Empty in a view."""
    message: str
    """``ts`` of the message; empty in a view."""
    thread: str
    at: str
    """When, as Slack counts it: with the place it tells one press from another."""
    trigger: str
    answer_to: str
    """The response address; empty in a view."""
    private: bool
    """On a message that only the presser sees."""
    view: Json
    """The view; empty on a message."""
    opened: bool = False
    """Beside an answer that stands there in full."""
    kept: tuple[Json, ...] = ()
    """Blocks of the message that stay when its answer is shown another way."""

    @classmethod
    def read(cls, body: Json) -> Press:
        """Read a ``block_actions`` payload; whatever is missing is empty."""
        action = body["actions"][0]
        option = action.get("selected_option") or {}
        container = body.get("container") or {}
        message = body.get("message") or {}
        ts = str(message.get("ts") or container.get("message_ts") or "")
        return cls(
            id=str(action.get("action_id", "")),
            value=str(action.get("value") or option.get("value") or ""),
            label=str((action.get("text") or option.get("text") or {}).get("text", "")),
            team=team_of(body),
            enterprise=enterprise_of(body),
            user=str((body.get("user") or {}).get("id", "")),
            channel=str((body.get("channel") or {}).get("id", "")),
            message=ts,
            thread=str(message.get("thread_ts") or container.get("thread_ts") or ts),
            at=str(action.get("action_ts", "")),
            trigger=str(body.get("trigger_id", "")),
            answer_to=str(body.get("response_url") or ""),
            private=bool(container.get("is_ephemeral")),
            view=body.get("view") or {},
            opened=_holds(message.get("blocks") or (body.get("view") or {}).get("blocks"), action_ids.LESS),
            kept=outgoing.kept(message.get("blocks")),
        )

    @property
    def beside(self) -> Json:
        """What sets an answer beside it: the thread that it stands in, if in one."""
        return {"thread_ts": self.thread} if self.thread != self.message else {}

    def incoming(self, question: str) -> Incoming:
        """The press as a question."""
        surface = "button" if self.channel else "home" if self.view.get("type") == "home" else "modal"
        return Incoming(
            team=self.team,
            enterprise=self.enterprise,
            user=self.user,
            surface=surface,  # type: ignore[arg-type]
            question=question,
            channel=self.channel,
            thread=self.thread if self.channel else "",
            event_id=f"press {self.user} {self.id} {self.at}",
        )


def _holds(blocks: object, action_id: str) -> bool:
    """Whether something stands in the blocks that is called so."""
    found = blocks if isinstance(blocks, list) else []
    elements = [block.get("elements") for block in found if isinstance(block, dict) and block.get("type") == "actions"]
    return any(
        isinstance(each, dict) and each.get("action_id") == action_id
        for held in elements
        if isinstance(held, list)
        for each in held
    )
