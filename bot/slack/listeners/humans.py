"""Asking a human: a question goes to the experts' channel, and their answer comes back to whoever asked."""

from __future__ import annotations

import json
import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.show import action_ids
from bot.show.message import Message
from bot.slack.listeners.press import LATER, Press
from bot.slack.listeners.stored import stored
from bot.slack.outbound import outgoing, windows
from bot.slack.outbound.poster import Delivered, Refusal
from bot.slack.pages import expert_page, modals
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.escalations import Escalation
from bot.store.rows import Exchange

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)
_REFUSED = (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError)
_IN_THREAD = ("mention", "message", "ambient", "direct")
"""Surfaces whose answer stands in a thread, where the word back goes too; to others it goes as a direct message."""


def ask(parts: Parts, press: Press) -> None:
    """Hand a question to the experts, once."""
    parts.after_ack(_ask(parts, press))


def resolve(parts: Parts, press: Press) -> None:
    """An expert has answered: say so on the question, and tell whoever asked."""
    parts.after_ack(_resolve(parts, press))


async def catch_up(parts: Parts) -> None:
    """Tell those who were not told before Docent last stopped."""
    for escalation in await parts.escalations.untold():
        row = await parts.exchanges.explain(escalation.exchange)
        if row is not None:
            await _tell_asker(parts, escalation, row)


async def _ask(parts: Parts, press: Press) -> None:
    experts = parts.rooms.house.experts_of(press.team)
    called = parts.rooms.house.called(press.team)
    if not experts:
        await _tell(parts, press, expert_page.FAILED)
        return
    answer_id, _ = action_ids.unpack(press.value)
    try:
        row = await stored(parts, press.team, answer_id)
        if row is None:
            await _tell(parts, press, expert_page.FORGOTTEN)
            return
        escalation, new = await parts.escalations.open(row.id, press.team, press.user, experts)
        if not new:
            done = escalation.state in ("resolved", "told")
            await _tell(parts, press, expert_page.RESOLVED if done else expert_page.ALREADY)
            return
        link = await _question_link(parts, row)
        result = await parts.desk.post(press.team, expert_page.post(row, press.user, experts, link, called))
        if isinstance(result, Refusal):
            _LOG.error("question %d could not be handed to %s: Slack refused it: %s", row.id, experts, result.error)
            await parts.escalations.withdraw(row.id)
            await _tell(parts, press, expert_page.FAILED)
            return
        await parts.escalations.posted(row.id, result.ts if isinstance(result, Delivered) else "")
    except StoreUnavailable:
        await _tell(parts, press, LATER)
        return
    await _tell(parts, press, expert_page.ASKED)


async def _resolve(parts: Parts, press: Press) -> None:
    exchange = int(press.value) if press.value.isascii() and press.value.isdigit() else 0
    try:
        found = await parts.escalations.resolve(press.team, exchange, press.user, press.message)
        row = await parts.exchanges.explain(exchange) if found is not None else None
    except StoreUnavailable:
        await _tell(parts, press, LATER)
        return
    if found is None or row is None:
        await _update(parts, press, expert_page.closed(expert_page.NOT_OPEN, press.user))
        return
    escalation, first = found
    link = await _question_link(parts, row)
    await _update(parts, press, expert_page.resolved(row, escalation.asker, link, escalation.resolved_by))
    if first:
        await _tell_asker(parts, escalation, row)


async def _tell_asker(parts: Parts, escalation: Escalation, row: Exchange) -> None:
    if parts.workspaces.of(row.team, row.enterprise) is None:
        _LOG.warning("nobody is told of question %d: Docent is not in its workspace any more", row.id)
        return
    link = await _link(parts, row.team, escalation.channel, escalation.ts)
    answer = await _answer(parts, escalation)
    if not await parts.escalations.tell(row.id):
        return
    thread = (row.thread or row.ts) if row.surface in _IN_THREAD else row.thread if row.surface == "button" else ""
    place = (row.channel, thread) if row.channel and thread else (row.user or escalation.asker, "")
    askers = tuple(dict.fromkeys(filter(None, (row.user, escalation.asker)))) if thread else ()
    text, blocks = expert_page.answered(row, askers, escalation.resolved_by, answer, link)
    result = await parts.desk.post(row.team, expert_page.told(row, place, text, blocks), row.enterprise)
    if not isinstance(result, Delivered):
        _LOG.error("whoever asked question %d may not know that it was answered: %s", row.id, result)


async def _answer(parts: Parts, escalation: Escalation) -> str:
    """What was written in the experts' thread; empty where it cannot be read."""
    if not escalation.ts:
        return ""
    try:
        found = await parts.client(escalation.team).conversations_replies(
            channel=escalation.channel, ts=escalation.ts, limit=200
        )
    except _REFUSED as error:
        _LOG.warning("the experts' thread cannot be read: %s", type(error).__name__)
        return ""
    messages = list(found.get("messages") or ())
    return expert_page.reply_in(
        messages, escalation.ts, escalation.resolved_by, parts.workspaces.bot_user(escalation.team)
    )


async def _question_link(parts: Parts, row: Exchange) -> str:
    """Where the question stands for all; empty for what only its asker saw."""
    public = row.surface in (*_IN_THREAD, "button") and row.surface != "direct"
    return await _link(parts, row.team, row.channel, row.posted_ts or row.ts or row.thread) if public else ""


async def _link(parts: Parts, team: str, channel: str, ts: str) -> str:
    if not channel or not ts:
        return ""
    try:
        found = await parts.client(team).chat_getPermalink(channel=channel, message_ts=ts)
    except _REFUSED as error:
        _LOG.warning("a message has no link: %s", type(error).__name__)
        return ""
    return str(found.get("permalink") or "")


async def _update(parts: Parts, press: Press, shown: Json) -> None:
    try:
        await parts.client(press.team).chat_update(channel=press.channel, ts=press.message, **shown)
    except _REFUSED as error:
        _LOG.warning("a message of the experts could not be changed: %s", type(error).__name__)


async def _tell(parts: Parts, press: Press, text: str) -> None:
    """A word for the presser alone."""
    if press.view:
        client = parts.client(press.team)
        await windows.show(
            parts, modals.said(text), lambda each: client.views_update(view_id=press.view["id"], view=each)
        )
        return
    await parts.respond(press.answer_to, outgoing.private(Message(text)) | {"replace_original": False} | press.beside)
