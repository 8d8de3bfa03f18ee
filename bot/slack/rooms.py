"""Channels as Docent sees them: how it behaves in each, and which overviews it answers from there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.catalogue.visible import tags_of
from bot.docent import Docent
from bot.model.dialogue import Reply
from bot.slack.inbound.ambient import same_question, speaks_up
from bot.store.channels import Channels, ChannelSettings
from bot.store.exchanges import Exchanges
from bot.store.records import Incoming

OFF = (
    "Docent is off in this channel. /docent still answers so that only you see it, and `/docent settings` changes this."
)
_AGAIN = timedelta(hours=24)
"""How long a question that was answered in a channel is not answered there unasked."""


@dataclass(frozen=True, slots=True)
class House:
    """What whoever runs Docent has decided for all channels."""

    settings_by: Literal["members", "admins"] = "members"
    """Who may change how Docent behaves in a channel."""
    ambient_threshold: float = 0.8
    """Confidence from which a question is answered unasked."""
    admins: tuple[str, ...] = ()
    """Ids of people who count as admins, beside the workspace's own."""
    experts: Mapping[str, str] = field(default_factory=dict)
    """By workspace, the channel where people take over what Docent cannot answer, with the group that is called there
    behind a slash, if any; under "" for a bot with one token.
    """

    def experts_of(self, team: str) -> str:
        """The channel for the questions of a workspace; empty for none."""
        return self._experts(team).partition("/")[0]

    def called(self, team: str) -> str:
        """The group of people that is called in that channel; empty for none."""
        return self._experts(team).partition("/")[2]

    def _experts(self, team: str) -> str:
        return self.experts.get(team) or self.experts.get("", "")


class Rooms:
    """All channels of all workspaces."""

    def __init__(self, docent: Callable[[], Docent], channels: Channels, exchanges: Exchanges, house: House) -> None:
        self.channels = channels
        self.house = house
        self._docent = docent
        self._exchanges = exchanges
        self._limited: dict[frozenset[str], tuple[Docent, Docent]] = {}

    def settings(self, team: str, channel: str) -> ChannelSettings:
        """How Docent behaves in a channel."""
        return self.channels.of(team, channel)

    def docent(self, team: str = "", channel: str = "") -> Docent:
        """The core of this moment, as the channel may see it; whole where there is no channel."""
        return self._seen(self._docent(), self.settings(team, channel).tags)

    def tags(self) -> tuple[str, ...]:
        """All tags of the content."""
        return tags_of(self._docent().knowledge)

    def offers_human(self, team: str, reply: Reply) -> bool:
        """Whether people can take over where this reply leaves off."""
        return bool(self.house.experts_of(team)) and reply.status != "answered"

    async def warm(self, tags: Collection[str]) -> None:
        """Make the core for these tags, beside everything else, so that the first question does not wait for it."""
        await asyncio.to_thread(self._seen, self._docent(), tags)

    async def may_speak_up(self, incoming: Incoming, before: int | None = None) -> bool:
        """Whether to answer a message of a channel that nobody addressed to Docent.

        In: ``before``: the exchange that the message was stored as, if it was.

        Raises:
            StoreUnavailable: the store cannot be read.
        """
        if self.settings(incoming.team, incoming.channel).mode != "ambient":
            return False
        docent = self.docent(incoming.team, incoming.channel)
        reply = docent.ask(incoming.question)
        if not speaks_up(docent, reply, self.house.ambient_threshold):
            return False
        meaning = reply.meaning.id if reply.meaning else ""
        answered = await self._exchanges.answered_in(incoming.team, incoming.channel, within=_AGAIN, before=before)
        return not any(known == meaning or same_question(asked, incoming.question) for asked, known in answered)

    def _seen(self, whole: Docent, tags: Collection[str]) -> Docent:
        if not tags:
            return whole
        wanted = frozenset(tags)
        made = self._limited.get(wanted)
        if made is None or made[0] is not whole:
            made = (whole, whole.limited(wanted))
            # What was made from content that is no longer in force is let go.
            self._limited = {name: each for name, each in self._limited.items() if each[0] is whole} | {wanted: made}
        return made[1]
