"""The search field: questions that go on from what is typed."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.model.answer import Choice
from bot.slack.pages import modals
from bot.slack.parts import Parts

LIMIT = 20


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every select that asks for its options; an unknown one gets none."""

    async def suggest(ack: AsyncAck, body: dict[str, Any]) -> None:
        found: tuple[Choice, ...] = ()
        if body.get("action_id") == modals.TOPIC:
            typed = str(body.get("value") or "").strip()
            docent = parts.docent()
            found = docent.complete(typed, LIMIT) if typed else docent.complete("", LIMIT) or docent.topics()
        await ack(options=modals.options(found))

    app.options(re.compile(".*"))(suggest)
