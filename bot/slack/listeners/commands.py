"""The slash command: answered in its ack, for its asker alone, and stored after."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack.inbound.incoming import read_command
from bot.slack.listeners import settings
from bot.slack.outbound import outgoing
from bot.slack.parts import Parts
from bot.text import fold, words

COMMANDS = ("/docent",)
"""The commands that the manifest declares."""
_GUESSES = {
    "help": ("help", "usage", "commands", "options", "manual", "instructions"),
    settings.WORD: (settings.WORD, "setting", "preferences", "configure", "config", "configuration", "setup"),
}
"""What people type in the hope that it is understood, by what it stands for."""
_AROUND = frozenset({"please", "show", "open", "change", "edit", "the", "my", "this", "channel"})
_SHORT = 4
"""Letters up to which a word has to be typed as it is."""


def guessed(text: str) -> str:
    """What a text stands for that is no question: "help", "settings", or empty for neither."""
    typed = [word.text for word in words(text)]
    said = [word for word in typed if word not in _AROUND]
    if not typed:
        return "help"
    for meant, known in _GUESSES.items():
        if len(said) == 1 and any(OSA.distance(said[0], one) <= (len(one) > _SHORT) for one in known):
            return meant
    return ""


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every command, whatever the workspace has named it."""

    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        incoming = read_command(body)
        reply, outcome = parts.desk.reply(incoming)
        # What the content has an answer to is a question, whatever else it may look like.
        guess = guessed(incoming.question) if reply.status != "answered" else ""
        if guess == settings.WORD or fold(incoming.question) == settings.WORD:
            await ack()
            trigger, answer_to = str(body.get("trigger_id") or ""), str(body.get("response_url") or "")
            parts.after_ack(settings.show(parts, incoming, trigger, answer_to))
            return
        if guess:
            reply, outcome = parts.desk.reply(replace(incoming, question=guess))
        parts.exchanges.later(incoming, outcome)
        await ack(outgoing.acked(reply, incoming.event_id, human=parts.rooms.offers_human(incoming.team, reply)))

    app.command(re.compile(".*"))(command)
