"""Buttons under an answer that show it another way: more, less, another page, its source, and why."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.model.dialogue import Reply
from bot.show import action_ids, blocks
from bot.show.message import Message
from bot.slack.listeners.press import Press
from bot.slack.listeners.stored import stored
from bot.slack.outbound import outgoing, windows
from bot.slack.pages import modals, source_page
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.rows import Exchange

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)
_REFUSED = (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError)


def more(parts: Parts, press: Press) -> None:
    """Show the whole of an answer where its short form stands."""
    parts.after_ack(_reshape(parts, press, "whole"))


def less(parts: Parts, press: Press) -> None:
    """Show the short form again."""
    parts.after_ack(_reshape(parts, press, "brief"))


def page(parts: Parts, press: Press) -> None:
    """Show another page of an answer that one message cannot hold."""
    parts.after_ack(_reshape(parts, press, "whole", action_ids.place_of(press.id)))


def source(parts: Parts, press: Press) -> None:
    """Quote the lines that an answer rests on."""
    parts.after_ack(_source(parts, press))


def why(parts: Parts, press: Press) -> None:
    """Say how the question was understood."""
    parts.after_ack(_why(parts, press))


async def show(parts: Parts, press: Press, view: Json) -> None:
    """A modal: in the place of the one that was pressed in, or a new one."""
    client = parts.client(press.team)
    if press.view.get("type") == "modal":
        await windows.show(parts, view, lambda each: client.views_update(view_id=press.view["id"], view=each))
    else:
        await windows.show(
            parts, view, lambda each: client.views_open(trigger_id=press.trigger, view=each), press.answer_to
        )


async def _reshape(parts: Parts, press: Press, form: blocks.Form, page: int = 0) -> None:
    answer_id, _ = action_ids.unpack(press.value)
    reply, _ = await _answer(parts, press)
    if reply is None:
        await _tell(parts, press, modals.GONE)
        return
    if press.view:
        place = place_of(press)
        view = modals.answer(reply, answer_id, place or None, form=form, page=page)
        await show(parts, press, view)
        return
    if not press.private:
        message = outgoing.with_more(blocks.render(reply, "message", answer_id, form=form, page=page), press.kept)
        try:
            await parts.client(press.team).chat_update(
                channel=press.channel, ts=press.message, text=message.text, blocks=list(message.blocks)
            )
        except _REFUSED as error:
            # The response address changes it even where the bot is in the channel no more.
            _LOG.warning("an answer could not be changed by chat.update: %s", type(error).__name__)
            message = blocks.render(reply, "response", answer_id, form=form, page=page)
            await parts.respond(press.answer_to, outgoing.replaced(outgoing.with_more(message, press.kept)))
        return
    body = outgoing.private(blocks.render(reply, "ephemeral", answer_id, form=form, page=page))
    await parts.respond(press.answer_to, body | {"replace_original": True})


async def _source(parts: Parts, press: Press) -> None:
    reply, row = await _answer(parts, press)
    if reply is not None:
        version = parts.docent().knowledge.version
        changed = row is not None and row.content_version != version
        view = source_page.source(reply.answer.sources, parts.texts(), changed=changed)
    else:
        view = source_page.source(row.sources if row is not None else (), {}, gone=True)
    if press.view.get("type") == "modal":
        # The answer stays beneath.
        client = parts.client(press.team)
        await windows.show(parts, view, lambda each: client.views_push(trigger_id=press.trigger, view=each))
    else:
        await show(parts, press, view)


async def _why(parts: Parts, press: Press) -> None:
    reply, row = await _answer(parts, press)
    await show(parts, press, modals.why(reply, row))


async def answer_of(parts: Parts, team: str, value: str, channel: str = "") -> tuple[Reply | None, Exchange | None]:
    """The answer under which a button stands, as the content has it now, and its exchange; None for what is gone.

    What was answered is looked up and not understood anew, so that it cannot become something else. In: the value of the
    button, and the channel that it is shown for; empty: the one where it was asked, if any.
    """
    answer_id, meaning = action_ids.unpack(value)
    try:
        row = await stored(parts, team, answer_id)
    except StoreUnavailable:
        row = None
    channel = channel or (row.channel if row is not None else "")
    meaning = row.meaning if row is not None and row.meaning else meaning
    reply = parts.rooms.docent(team, channel).answer(meaning) if meaning else None
    if reply is not None and row is not None:
        reply = replace(reply, question=row.question)
    return reply, row


def place_of(press: Press) -> Json:
    """Where a modal was asked for; empty where it cannot be posted."""
    try:
        place = json.loads(press.view.get("private_metadata") or "{}")
    except json.JSONDecodeError:
        return {}
    return place if isinstance(place, dict) else {}


async def _answer(parts: Parts, press: Press) -> tuple[Reply | None, Exchange | None]:
    return await answer_of(parts, press.team, press.value, press.channel or str(place_of(press).get("channel", "")))


async def _tell(parts: Parts, press: Press, text: str) -> None:
    """A word for the presser alone."""
    if press.view:
        await show(parts, press, modals.gone())
        return
    await parts.respond(press.answer_to, outgoing.private(Message(text)) | {"replace_original": False} | press.beside)
