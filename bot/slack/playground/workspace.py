"""A workspace as plain data: people, channels, messages, views. It knows no transport and no Web API."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

Json = dict[str, Any]
Kind = Literal["channel", "group", "im"]
Found = TypeVar("Found")


@dataclass(slots=True)
class User:
    """A person, or the bot's own user."""

    id: str
    name: str
    is_bot: bool = False
    is_admin: bool = False
    is_owner: bool = False


@dataclass(slots=True)
class Channel:
    """A public channel, a private one ("group") or a direct message ("im")."""

    id: str
    name: str
    kind: Kind = "channel"
    members: set[str] = field(default_factory=set)
    is_archived: bool = False


@dataclass(slots=True)
class Message:
    """One message. ``only_for`` names the single reader of an ephemeral one."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str = ""
    only_for: str = ""
    bot_id: str = ""
    client_msg_id: str = ""
    subtype: str = ""
    metadata: Json = field(default_factory=dict)
    sent: Json = field(default_factory=dict)
    """The arguments of the call that posted it."""

    @property
    def is_reply(self) -> bool:
        """Whether it stands in the thread of another message."""
        return self.thread_ts not in ("", self.ts)

    def as_json(self) -> Json:
        """The message as Slack's events and histories spell it."""
        found: Json = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text}
        for name in ("blocks", "thread_ts", "bot_id", "client_msg_id", "subtype", "metadata"):
            if value := getattr(self, name):
                found[name] = value
        return found


@dataclass(slots=True)
class View:
    """A modal that is open, or an App Home."""

    id: str
    user: str
    payload: Json
    closed: bool = False
    version: int = 1
    below: str = ""
    """The id of the view that it lies on, and that is seen again when it is closed."""
    root: str = ""
    """The id of the lowest one of its pile."""
    filled: Json = field(default_factory=dict)
    """What was filled in from outside the page, as in ``state.values``."""
    errors: Json = field(default_factory=dict)
    """What is wrong with its fields, by block id."""

    @property
    def hash(self) -> str:
        """Slack's name for this state of the view: another after each update."""
        return f"{self.id}.{self.version}"

    def show(self, payload: Json) -> None:
        """Show something else."""
        self.payload, self.filled, self.errors = payload, {}, {}
        self.version += 1

    @property
    def type(self) -> str:
        """``modal`` or ``home``."""
        return str(self.payload.get("type", ""))


@dataclass(slots=True)
class Trigger:
    """A ``trigger_id``: opens one view, within three seconds."""

    user: str
    expires: float
    used: bool = False
    view: str = ""
    """The id of the modal in which it came about; another can be pushed upon that one alone."""


@dataclass(slots=True)
class ResponseUrl:
    """Where an interaction may be answered: five times within thirty minutes."""

    channel: str
    user: str
    expires: float
    message: Message | None = None
    uses: int = 0


class Workspace:
    """One Slack workspace with one bot in it.

    ``until`` waits for something to become true; everything that changes the workspace wakes it.
    """

    app_id = "A0DOCENT"

    def __init__(
        self, team: str = "T0WORKSPACE", bot_user: str = "U0DOCENT", *, enterprise: str = "", first: int = 0
    ) -> None:
        """A workspace with two people, three channels, and a direct message with the bot for each of the two.

        In: ``enterprise``: the organisation that it belongs to, if any. ``first``: where its ids begin, so that those of
        several are all different.
        """
        self.team = team
        self.enterprise = enterprise
        self.bot_user = bot_user
        self.bot_id = f"B{bot_user[1:]}"
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: list[Message] = []
        self.unseen: list[Message] = []
        """Ephemeral messages that were taken and that nobody is shown."""
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.prompts: dict[str, Json] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.executions: dict[str, Json] = {}
        """Runs of workflow steps by execution id: ``{"outputs": …}`` or ``{"error": …}`` once they are over."""
        self._count = first
        self._last = 0.0
        self._changed = asyncio.Event()
        self.add_user(bot_user, "docent", is_bot=True)
        self.add_user("U0ANA", "ana", is_admin=True)
        self.add_user("U0BEN", "ben")
        for name in ("general", "help-docker", "random"):
            self.add_channel(f"C0{name.upper().replace('-', '')}", name, members={"U0ANA", "U0BEN", self.bot_user})
        for user in ("U0ANA", "U0BEN"):
            self.add_channel(f"D{user[1:]}", "", kind="im", members={user, self.bot_user})

    def add_user(self, user: str, name: str, *, is_bot: bool = False, is_admin: bool = False) -> User:
        """One more person."""
        self.users[user] = User(user, name, is_bot, is_admin)
        return self.users[user]

    def add_channel(self, channel: str, name: str, *, kind: Kind = "channel", members: set[str]) -> Channel:
        """One more channel."""
        self.channels[channel] = Channel(channel, name, kind, set(members))
        return self.channels[channel]

    def post(self, channel: str, user: str, text: str, **more: Any) -> Message:
        """Put a message into a channel, ephemeral ones too."""
        message = Message(self.next_ts(), channel, user, text, **more)
        self.messages.append(message)
        self.changed()
        return message

    def delete(self, message: Message) -> None:
        """Take a message away."""
        self.messages.remove(message)
        self.changed()

    def find(self, channel: str, ts: str) -> Message | None:
        """The message of this channel with this ``ts``."""
        return next((one for one in self.messages if one.channel == channel and one.ts == ts), None)

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A thread for everyone: its root and its replies, in order."""
        return [
            one
            for one in self.messages
            if one.channel == channel and not one.only_for and ts in {one.ts, one.thread_ts}
        ]

    def by_bot(self, channel: str = "") -> list[Message]:
        """What the bot has posted for everyone, in one channel or in all."""
        return [
            one
            for one in self.messages
            if one.user == self.bot_user and not one.only_for and channel in {"", one.channel}
        ]

    def private(self, user: str) -> list[Message]:
        """What only this person sees."""
        return [one for one in self.messages if one.only_for == user]

    def open_view(self, user: str, payload: Json, below: View | None = None) -> View:
        """Show a modal, upon another one if there is one ``below``."""
        name = self.next_id("V")
        view = View(name, user, payload, below=below.id if below else "", root=below.root if below else name)
        self.views[view.id] = view
        self.changed()
        return view

    def top_view(self, user: str) -> View | None:
        """The modal that the person sees."""
        return next(reversed(self.pile(user)), None)

    def pile(self, user: str) -> list[View]:
        """The modals that are open for a person, the lowest first."""
        return [view for view in self.views.values() if view.user == user and not view.closed]

    def new_trigger(self, user: str, seconds: float = 3.0, view: str = "") -> str:
        """A ``trigger_id``, as interactions carry one; ``view``: the modal in which it came about."""
        trigger = self.next_id("TRIGGER")
        self.triggers[trigger] = Trigger(user, time.monotonic() + seconds, view=view)
        return trigger

    def use_trigger(self, trigger: str) -> tuple[Trigger | None, str]:
        """A trigger that works, this once, and ""; or None and Slack's name for what is wrong with it."""
        found = self.triggers.get(trigger)
        if found is None:
            return None, "invalid_trigger_id"
        if found.used:
            return None, "exchanged_trigger_id"
        if time.monotonic() > found.expires:
            return None, "expired_trigger_id"
        found.used = True
        return found, ""

    def new_response_url(self, channel: str, user: str, message: Message | None = None, seconds: float = 1800.0) -> str:
        """The token of a response address."""
        token = self.next_id("R")
        self.response_urls[token] = ResponseUrl(channel, user, time.monotonic() + seconds, message)
        return token

    def next_id(self, prefix: str) -> str:
        """An id that has not been given before."""
        self._count += 1
        return f"{prefix}{self._count:06d}"

    def next_ts(self) -> str:
        """A message's ``ts``: the time, never twice the same, always rising."""
        self._last = max(time.time(), self._last + 0.000_01)
        return f"{self._last:.6f}"

    def changed(self) -> None:
        """Wake everybody who waits for the workspace to change."""
        self._changed.set()
        self._changed = asyncio.Event()

    def next_change(self) -> asyncio.Event:
        """What the next change sets: take it before looking around, and no change is missed."""
        return self._changed

    async def until(self, condition: Callable[[], Found], seconds: float = 30.0) -> Found:
        """Wait until the condition gives something true, and give that back.

        Raises:
            TimeoutError: it did not within the time.
        """
        async with asyncio.timeout(seconds):
            while not (found := condition()):
                await self._changed.wait()
            return found
