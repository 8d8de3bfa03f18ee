"""The slash command: answered in its ack, for its asker alone, and stored after."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack import outgoing
from bot.slack.incoming import read_command
from bot.slack.listeners import settings
from bot.slack.parts import Parts
from bot.text import fold

COMMANDS = ("/docent",)
"""The commands that the manifest declares."""


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every command, whatever the workspace has named it."""

    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        incoming = read_command(body)
        if fold(incoming.question) == settings.WORD:
            await ack()
            trigger, answer_to = str(body.get("trigger_id") or ""), str(body.get("response_url") or "")
            parts.after_ack(settings.show(parts, incoming, trigger, answer_to))
            return
        reply, outcome = parts.desk.reply(incoming)
        parts.exchanges.later(incoming, outcome)
        await ack(outgoing.acked(reply, incoming.event_id, human=parts.rooms.offers_human(incoming.team, reply)))

    app.command(re.compile(".*"))(command)
