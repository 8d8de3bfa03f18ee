"""Shortcuts: ask from anywhere, or have somebody's message answered."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.slack.inbound.incoming import enterprise_of, plain, team_of
from bot.slack.outbound import windows
from bot.slack.pages import modals
from bot.slack.parts import Parts
from bot.store.records import Incoming, event_key

Json = dict[str, Any]

ASK = "ask_docent"
ANSWER = "answer_message"
SHORTCUTS = {ASK: "global", ANSWER: "message"}
"""The shortcuts that the manifest declares, with their kinds."""


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every shortcut; what nobody knows is acked."""

    async def shortcut(ack: AsyncAck, body: Json) -> None:
        await ack()
        if body.get("callback_id") == ASK:
            parts.after_ack(parts.client(team_of(body)).views_open(trigger_id=body["trigger_id"], view=modals.ask()))
        elif body.get("callback_id") == ANSWER:
            parts.after_ack(_answer(parts, body))

    app.shortcut(re.compile(".*"))(shortcut)


async def _answer(parts: Parts, body: Json) -> None:
    message = body.get("message") or {}
    incoming = Incoming(
        team=team_of(body),
        enterprise=enterprise_of(body),
        user=str((body.get("user") or {}).get("id", "")),
        surface="shortcut",
        question=plain(str(message.get("text") or ""), parts.workspaces.bot_user(team_of(body))) or "help",
        channel=str((body.get("channel") or {}).get("id", "")),
        event_id=f"shortcut {body['trigger_id']}",
    )
    reply, outcome = parts.desk.reply(incoming)
    place = {
        "channel": incoming.channel,
        "answer_to": str(body.get("response_url") or ""),
        "thread": str(message.get("thread_ts") or message.get("ts") or ""),
    }
    human = parts.rooms.offers_human(incoming.team, reply)
    view = modals.answer(reply, event_key(incoming.event_id), place, human=human)
    parts.exchanges.later(incoming, outcome)
    client = parts.client(incoming.team)
    await windows.show(
        parts, view, lambda each: client.views_open(trigger_id=body["trigger_id"], view=each), place["answer_to"]
    )
