"""Events: questions that the intake has claimed, and everything else that is only acked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot.slack.intake import CLAIMED
from bot.slack.parts import Parts

Json = dict[str, Any]


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every event, known or not: what no listener matches is never acked in Socket Mode."""

    async def event(body: Json, context: AsyncBoltContext) -> None:
        handle = HANDLERS.get(body["event"]["type"])
        if handle is not None:
            handle(parts, body, context)

    app.event(re.compile(".*"))(event)


def _question(parts: Parts, _: Json, context: AsyncBoltContext) -> None:
    claimed = context.get(CLAIMED)
    if claimed is not None:
        parts.desk.take(*claimed)


HANDLERS: dict[str, Callable[[Parts, Json, AsyncBoltContext], None]] = {
    "app_mention": _question,
    "message": _question,
}
"""The events that the manifest subscribes to."""
