"""Events beside questions, which the intake has taken: the bot's own pages, joining; everything else is only acked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot.slack.inbound.incoming import enterprise_of, team_of
from bot.slack.listeners import home
from bot.slack.listeners.commands import COMMANDS
from bot.slack.outbound import outgoing
from bot.slack.pages import modals
from bot.slack.parts import Parts
from bot.store.records import Incoming

Json = dict[str, Any]
_PROMPTS = 4


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every event, known or not: what no listener matches is never acked in Socket Mode."""

    async def event(body: Json, context: AsyncBoltContext) -> None:
        handle = HANDLERS.get(body["event"]["type"])
        if handle is not None:
            handle(parts, body, context)

    app.event(re.compile(".*"))(event)


def _no_question(_: Parts, __: Json, ___: AsyncBoltContext) -> None:
    """What people say without asking Docent."""


def _home_opened(parts: Parts, body: Json, _: AsyncBoltContext) -> None:
    event = body["event"]
    if event.get("tab") == "home":
        parts.after_ack(home.publish(parts, team_of(body), str(event.get("user") or "")))
    elif event.get("tab") == "messages" and event.get("channel"):
        prompts = [{"title": choice.text, "message": choice.text} for choice in parts.docent().topics()[:_PROMPTS]]
        if prompts:
            channel = str(event["channel"])
            call = parts.client(team_of(body)).assistant_threads_setSuggestedPrompts(
                channel_id=channel, prompts=prompts
            )
            parts.after_ack(call)


def _joined(parts: Parts, body: Json, _: AsyncBoltContext) -> None:
    if body["event"].get("user") == parts.workspaces.bot_user(team_of(body)):
        parts.after_ack(_greet(parts, body))


async def _greet(parts: Parts, body: Json) -> None:
    channel = str(body["event"].get("channel") or "")
    team = team_of(body)
    # Once a channel, however often the bot is thrown out and let in again.
    joined = Incoming(team=team, user="", surface="message", question="", event_id=f"joined {team} {channel}")
    claim = await parts.exchanges.claim(joined)
    if claim.new:
        await parts.exchanges.ignore(claim.id, "invited to a channel")
        card = outgoing.announced(channel, *modals.card(COMMANDS[0]), f"joined {claim.id}")
        await parts.desk.post(team, card, enterprise_of(body))


def _uninstalled(parts: Parts, body: Json, _: AsyncBoltContext) -> None:
    parts.after_ack(_leave(parts, body, erase=True))


def _revoked(parts: Parts, body: Json, _: AsyncBoltContext) -> None:
    # Tokens of people are none of ours.
    if (body["event"].get("tokens") or {}).get("bot"):
        parts.after_ack(_leave(parts, body, erase=False))


async def _leave(parts: Parts, body: Json, *, erase: bool) -> None:
    first: Json = next(iter(body.get("authorizations") or ()), {})
    whole = bool(body.get("is_enterprise_install") or first.get("is_enterprise_install"))
    team = "" if whole else team_of(body)
    at = float(body.get("event_time") or time.time())
    place = await parts.workspaces.leave(team, enterprise_of(body), at=at, erase=erase)
    if place and erase:
        await parts.rooms.channels.let_go()


HANDLERS: dict[str, Callable[[Parts, Json, AsyncBoltContext], None]] = {
    "app_mention": _no_question,
    "message": _no_question,
    "app_home_opened": _home_opened,
    "member_joined_channel": _joined,
    "app_uninstalled": _uninstalled,
    "tokens_revoked": _revoked,
}
"""The events that the manifest subscribes to, beside those of workflow steps."""
