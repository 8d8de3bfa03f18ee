"""The Bolt app: one factory, from its parts to what both transports drive."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.docent import Docent
from bot.slack.desk import Desk
from bot.slack.inbound.intake import Intake
from bot.slack.listeners import actions, commands, events, functions, humans, shortcuts, views
from bot.slack.listeners import options as searches
from bot.slack.outbound import outgoing
from bot.slack.outbound.poster import Patience
from bot.slack.parts import Parts
from bot.slack.quiet import quiet_logger
from bot.slack.rooms import House, Rooms
from bot.slack.workspaces import Workspaces
from bot.store.channels import Channels
from bot.store.escalations import Escalations
from bot.store.exchanges import Exchanges
from bot.store.feedback import Feedback

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """What can be set about the app, beside what it is made of."""

    signing_secret: str = ""
    stale_after: float = 600.0
    """Seconds from which a question is too old to be answered."""
    patience: Patience = field(default_factory=Patience)
    sweep: float = 30.0
    """Seconds between two looks for questions that nobody answers."""
    house: House = field(default_factory=House)
    """What holds in all channels."""
    problems: Callable[[], Sequence[str]] = tuple
    """What is wrong with the content at this moment, for admins."""
    texts: Callable[[], Mapping[str, str]] = dict
    """The texts of the content in force, by file, to be quoted."""
    store_pause: float = 1.0
    """Seconds before a store that was unavailable is tried again."""


@dataclass(frozen=True, slots=True)
class SlackApp:
    """The app with the desk behind it."""

    bolt: AsyncApp
    parts: Parts
    sweep: float

    async def start(self) -> int:
        """Take up what was left open when Docent last stopped; tells how many questions that were."""
        await self.parts.rooms.channels.load()
        found = await self.parts.desk.recover()
        self.parts.after_ack(humans.catch_up(self.parts))
        self.parts.after_ack(self.parts.desk.sweep(self.sweep), endless=True)
        return found

    async def close(self, seconds: float = 5.0) -> None:
        """Let what is under way end. Call it when the transport has stopped."""
        await self.parts.close(seconds)


def build_app(
    docent: Callable[[], Docent],
    exchanges: Exchanges,
    workspaces: Workspaces,
    options: Options | None = None,
) -> SlackApp:
    """The app, ready for a transport.

    Args:
        docent: gives the core of this moment.
        exchanges: the store.
        workspaces: where Docent is, each with its token.
        options: what differs from the usual.
    """
    options = options or Options()
    rooms = Rooms(docent, Channels(exchanges), exchanges, options.house)
    desk = Desk(rooms, exchanges, workspaces, pause=options.store_pause)
    parts = Parts(
        docent,
        exchanges,
        desk,
        workspaces,
        Feedback(exchanges),
        rooms,
        Escalations(exchanges),
        options.problems,
        options.texts,
        options.store_pause,
    )

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        # Known since the start: were Slack asked here and failed, Bolt would ack the event and lose it.
        member = workspaces.of(team_id or "", enterprise_id or "")
        if member is None:
            return None
        return AuthorizeResult(
            enterprise_id=member.identity.enterprise or None,
            team_id=member.identity.team or team_id,
            bot_token=member.client.token,
            bot_id=member.identity.bot_id,
            bot_user_id=member.identity.bot_user,
        )

    bolt = AsyncApp(
        name="docent",
        logger=quiet_logger("docent.bolt", logging.ERROR),
        client=workspaces.web,
        before_authorize=Intake(parts, options.stale_after),
        # Bolt takes None for a workspace that is not known, and its types do not say so.
        authorize=authorize,  # type: ignore[arg-type]
        signing_secret=options.signing_secret,
        # The HTTP transport has checked the signature; Bolt would log the body of whatever fails.
        request_verification_enabled=False,
        # Listeners only decide: they are over before the ack, and Bolt need not poll for it every ten milliseconds.
        process_before_response=True,
        attaching_conversation_kwargs_enabled=False,
    )
    bolt.error(_mistake)
    # Events come last: a workflow step is an event too, and its own listener must see it first.
    for surface in (commands, actions, searches, shortcuts, views, functions, events):
        surface.register(bolt, parts)
    return SlackApp(bolt, parts, options.sweep)


async def _mistake(error: Exception, request: AsyncBoltRequest) -> BoltResponse:
    """A listener failed: the log gets the traceback, the person an apology, both the same reference."""
    reference = secrets.token_hex(4)
    _LOG.error("a listener failed, reference %s", reference, exc_info=error)
    told = json.dumps(outgoing.trouble(reference)) if "command" in request.body else ""
    return BoltResponse(status=200, body=told, headers={"content-type": "application/json"} if told else {})
