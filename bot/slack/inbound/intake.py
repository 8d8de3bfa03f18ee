"""The intake: a question is in the store before Slack gets its ack. Bolt acks events before it runs their listeners."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.inbound.incoming import Asked, enterprise_of, read_event, team_of
from bot.slack.parts import Parts
from bot.slack.rooms import OFF
from bot.store.errors import StoreUnavailable

_LOG = logging.getLogger(__name__)


class Intake(AsyncMiddleware):
    """The middleware. What it cannot store is not acked, so that Slack delivers it again.

    It stands before Bolt's authorization, which tells a question nothing that the workspaces do not tell it.
    """

    def __init__(self, parts: Parts, stale_after: float) -> None:
        """``stale_after``: seconds from which a message is too old to be answered; it is stored all the same."""
        self._parts = parts
        self._stale_after = stale_after

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's signature
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt's name
    ) -> BoltResponse | None:
        """Store a question, and let everything else pass."""
        body = req.body
        bot_user = self._parts.workspaces.bot_user(team_of(body), enterprise_of(body))
        asked = read_event(body, bot_user) if bot_user else None
        if asked is None:
            return await next()
        try:
            await _claim(self._parts, asked, self._stale_after)
            # Listeners would have nothing to do with it.
            return BoltResponse(status=200, body="")
        except StoreUnavailable as unavailable:
            _LOG.error("a question was not acked, Slack will deliver it again: %s", unavailable)
            return BoltResponse(status=503, body="")
        except Exception:  # noqa: BLE001 - whatever it is, the question is not stored
            _LOG.exception("a question could not be stored and was not acked")
            return BoltResponse(status=500, body="")


async def _claim(parts: Parts, asked: Asked, stale_after: float) -> None:
    incoming = asked.incoming
    age = time.time() - asked.at
    off = parts.rooms.settings(incoming.team, incoming.channel).mode == "off"
    if incoming.surface == "ambient":
        # What people say to each other is not even stored, unless Docent has an answer to it.
        if age > stale_after or not await parts.rooms.may_speak_up(incoming):
            return
    elif not asked.addressed and (
        off or not await parts.exchanges.engaged(incoming.team, incoming.channel, incoming.thread)
    ):
        return
    if not off and age <= stale_after:
        await parts.desk.claim(incoming)
        return
    claim = await parts.exchanges.claim(incoming)
    if not claim.new:
        return
    if age > stale_after:
        _LOG.warning("question %d is %d minutes old and is not answered", claim.id, age // 60)
        await parts.exchanges.ignore(claim.id, "it came too late to be answered")
        return
    await parts.exchanges.ignore(claim.id, "Docent is off in this channel")
    given = {"channel": incoming.channel, "user": incoming.user, "text": OFF}
    thread = {"thread_ts": incoming.thread} if incoming.thread != incoming.ts else {}
    parts.after_ack(parts.desk.whisper(incoming.team, given | thread))
