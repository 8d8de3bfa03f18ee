"""``/docent settings``: how Docent behaves in a channel, chosen in a modal by whoever may."""

from __future__ import annotations

from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.show.message import Message
from bot.slack.admins import is_admin
from bot.slack.inbound.incoming import team_of
from bot.slack.outbound import outgoing, windows
from bot.slack.pages import channel_page
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.records import Incoming

Json = dict[str, Any]

WORD = "settings"
"""What is typed behind the command."""


async def show(parts: Parts, incoming: Incoming, trigger: str, answer_to: str) -> None:
    """Open the modal for the channel that the command was given in, or say why not."""
    refusal = (
        channel_page.NOT_HERE
        if incoming.channel.startswith("D")
        else await _refusal(parts, incoming.team, incoming.user)
    )
    if refusal:
        await parts.respond(answer_to, outgoing.private(Message(refusal)))
        return
    chosen = parts.rooms.settings(incoming.team, incoming.channel)
    view = channel_page.settings(incoming.channel, chosen, parts.rooms.tags(), answer_to)
    client = parts.client(incoming.team)
    await windows.show(parts, view, lambda each: client.views_open(trigger_id=trigger, view=each), answer_to)


async def save(parts: Parts, ack: AsyncAck, body: Json, shown: Json) -> None:
    """Keep what was chosen, and say so."""
    found = channel_page.chosen(shown)
    if found is None:
        await ack()
        return
    channel, answer_to, settings = found
    team = team_of(body)
    try:
        await parts.rooms.channels.put(team, channel, settings)
    except StoreUnavailable:
        told = "This cannot be kept at the moment. Please save again in a minute."
        await ack(response_action="errors", errors={channel_page.MODE: told})
        return
    await ack()
    parts.after_ack(parts.rooms.warm(settings.tags))
    parts.after_ack(parts.respond(answer_to, outgoing.private(Message(channel_page.saved(settings)))))


async def _refusal(parts: Parts, team: str, user: str) -> str:
    if parts.rooms.house.settings_by == "members":
        return ""
    known = await is_admin(parts, team, user)
    return channel_page.NOT_KNOWN if known is None else "" if known else channel_page.NOT_YOURS
