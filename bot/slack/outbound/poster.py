"""One message to Slack, once: waits out limits, falls back to text, and never sends again what may have been accepted."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.outbound import refusals
from bot.slack.outbound.lanes import Pace
from bot.slack.outbound.outgoing import METADATA, Letter
from bot.slack.outbound.rate_limits import delay

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)

_TOKEN = frozenset({"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"})
"""The bot may not speak at all for now."""
_REVOKED = frozenset({"token_revoked", "account_inactive"})
NOT_INSTALLED = "not_installed"
"""Our own name for what Slack would refuse: the bot is not in the workspace any more."""
MUTE = _TOKEN | {NOT_INSTALLED}
"""The bot may not speak anywhere in the workspace."""
_LATER = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the poster waits for what, in seconds."""

    pace: float = 1.0
    """Between two messages in one channel."""
    settle: float = 2.0
    """After a lost reply, before it is looked up whether the message is there."""
    token: float = 30.0
    """Between two tries while Slack refuses the token."""
    unreachable: float = 2.0
    """After the first failed connection; it doubles up to the time for the token."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """The message is there."""

    ts: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack does not take the message, and never will."""

    error: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody knows whether the message is there. It must not be sent again."""

    why: str


Result = Delivered | Refusal | Unclear


class Poster:
    """Posts answers. ``ready`` is False while Slack refuses the token."""

    def __init__(
        self, client: Callable[[], AsyncWebClient | None], patience: Patience, *, gives_up: bool = False
    ) -> None:
        """``client`` gives the one of this moment; None once the bot has been thrown out. It must not send again what
        Slack may have taken: the library's own handler posts twice when a reply is lost. ``gives_up``: a token that was revoked stays so, and nobody can
        set another.
        """
        self._final = _REVOKED if gives_up else frozenset()
        self._client = client
        self._patience = patience
        self._pace = Pace(patience.pace)
        self._gate = asyncio.Lock()
        self.ready = True

    def free(self, channel: str) -> bool:
        """Whether a message would go out to the channel without waiting for anything that is known now."""
        return self.ready and self._pace.free(channel)

    async def post(self, letter: Letter, simpler: Iterator[Letter] | None = None) -> Result:
        """Post one message, and tell how it ended.

        In: the message, and those to post in its place, one after the other, while Slack refuses the blocks.
        """
        waited = self._patience.unreachable
        again = 2
        while True:
            await self._pace.turn(letter.channel)
            client = self._client()
            if client is None:
                return Refusal(NOT_INSTALLED)
            try:
                # Written already: ``chat_postMessage`` would take it apart and write it anew.
                response = await client.api_call(
                    "chat.postMessage",
                    data=letter.body,  # type: ignore[arg-type]
                    headers={"Content-Type": "application/json;charset=utf-8"},
                )
            except aiohttp.ClientConnectorError:
                # No connection, so nothing was sent.
                _LOG.warning("Slack cannot be reached; the next try is in %g s", waited)
                await asyncio.sleep(waited)
                waited = min(waited * 2, self._patience.token)
                continue
            except (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
                trouble = error
            else:
                self.ready = True
                return Delivered(str(response["ts"]))
            status, name, headers = refusals.read(trouble)
            if status == 429 or name in _LATER:
                await asyncio.sleep(delay(headers))
            elif name in self._final:
                return Refusal(name)
            elif name in _TOKEN:
                await self._wait_for_token(name)
            elif name in refusals.BLOCKS and (following := next(simpler or iter(()), None)) is not None:
                _LOG.warning(
                    "Slack refused the blocks of a message (%s): it goes out in simpler ones, or as text", name
                )
                letter = following
            elif refusals.is_final(trouble):
                return Refusal(name)
            else:
                found = await self.look_up(letter)
                silent = isinstance(trouble, TimeoutError)
                if found is not None or silent or not again:
                    return found or Unclear(f"{type(trouble).__name__} {status or ''}".strip())
                again -= 1

    async def look_up(self, letter: Letter) -> Delivered | Unclear | None:
        """Whether a message that may have been accepted is in its thread: None when it surely is not.

        It needs the history of the channel; without that scope nobody knows.
        """
        if not letter.thread:
            return Unclear("and it is in no thread")
        await asyncio.sleep(self._patience.settle)
        client = self._client()
        if client is None:
            return Unclear("and the bot is not in the workspace any more")
        try:
            response = await client.conversations_replies(
                channel=letter.channel, ts=letter.thread, include_all_metadata=True, limit=200
            )
        except (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
            return Unclear(f"and the thread cannot be read: {refusals.name_of(error)}")
        for message in response.get("messages") or ():
            metadata = message.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == METADATA and payload.get("exchange") == letter.mark:
                return Delivered(str(message["ts"]))
        return Unclear("and the thread is too long to be read") if response.get("has_more") else None

    async def whisper(self, arguments: Json) -> bool:
        """Post for one reader, at most once. Tells whether it worked; nothing is raised."""
        client = self._client()
        if client is None:
            return False
        try:
            await client.chat_postEphemeral(**arguments)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
            _LOG.warning("chat.postEphemeral failed: %s", refusals.name_of(error))
            return False
        return True

    async def _wait_for_token(self, name: str) -> None:
        if self.ready:
            _LOG.error("Slack refuses the bot token (%s): questions are kept until it is accepted again", name)
        self.ready = False
        # All lanes share the token, so one of them at a time tries it, until one gets through.
        async with self._gate:
            if not self.ready:
                await asyncio.sleep(self._patience.token)
