"""Buttons and picked options: follow-ups, "did you mean", sharing, "why", feedback, the search field of the home."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.show import action_ids
from bot.show.message import Message
from bot.slack.listeners import answers, home, humans, sharing
from bot.slack.listeners.press import LATER, Press
from bot.slack.outbound import outgoing
from bot.slack.pages import expert_page, modals
from bot.slack.parts import Parts
from bot.slack.rooms import OFF
from bot.store.errors import StoreUnavailable
from bot.store.feedback import Opinion
from bot.store.records import event_key

Json = dict[str, Any]


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for all that can be pressed; what nobody knows is acked."""

    async def action(ack: AsyncAck, body: Json) -> None:
        await ack()
        press = Press.read(body)
        for pattern, handle in HANDLERS:
            if pattern.fullmatch(press.id):
                handle(parts, press)

    app.action(re.compile(".*"))(action)


def _ask(parts: Parts, press: Press) -> None:
    if press.channel and not press.private:
        parts.after_ack(_ask_in_thread(parts, press))
        return
    place = answers.place_of(press)
    channel = press.channel or str(place.get("channel", ""))
    found = parts.desk.picked(press.value, press.label, team=press.team, channel=channel)
    incoming = press.incoming(press.label)
    if found is not None:
        parts.exchanges.later(incoming, found[1])
    if press.channel:
        gone = outgoing.private(Message(modals.GONE))
        body = gone if found is None else outgoing.acked(found[0], incoming.event_id)
        parts.after_ack(parts.respond(press.answer_to, body | {"replace_original": False} | press.beside))
    else:
        parts.after_ack(
            answers.show(
                parts,
                press,
                modals.gone() if found is None else modals.answer(found[0], event_key(incoming.event_id), place),
            )
        )


async def _ask_in_thread(parts: Parts, press: Press) -> None:
    off = parts.rooms.settings(press.team, press.channel).mode == "off"
    if off or parts.rooms.docent(press.team, press.channel).answer(press.value) is None:
        told = OFF if off else modals.GONE
        await parts.respond(press.answer_to, outgoing.private(Message(told)) | {"replace_original": False})
        return
    incoming = press.incoming(press.label)
    try:
        claim = await parts.exchanges.claim(incoming)
    except StoreUnavailable:
        await parts.respond(press.answer_to, outgoing.private(Message(LATER)) | {"replace_original": False})
        return
    if claim.new:
        parts.desk.take(claim.id, incoming, press.value)


def _feedback(parts: Parts, press: Press) -> None:
    exchange, _, rating = press.value.partition(":")
    if not exchange.isdigit() or rating not in ("up", "down"):
        return
    parts.feedback.later(Opinion(press.team, int(exchange), press.user, "up" if rating == "up" else "down"))
    if rating == "down" and parts.rooms.house.experts_of(press.team):
        parts.after_ack(parts.respond(press.answer_to, expert_page.offer(exchange) | press.beside))
    if rating == "down":
        parts.after_ack(parts.client(press.team).views_open(trigger_id=press.trigger, view=modals.reason(exchange)))


def _topic(parts: Parts, press: Press) -> None:
    # In a modal the field is only filled in; what is picked there is sent off with the rest.
    if press.view.get("type") == "home" and press.value:
        _ask(parts, replace(press, value=action_ids.meant(press.value, parts.docent().offered())))


HANDLERS: tuple[tuple[re.Pattern[str], Callable[[Parts, Press], None]], ...] = (
    (action_ids.ASK_PATTERN, _ask),
    (action_ids.DID_YOU_MEAN_PATTERN, _ask),
    (re.compile(action_ids.WHY), answers.why),
    (re.compile(action_ids.SHARE), sharing.share),
    (re.compile(action_ids.SHARE_TO), sharing.choose),
    (re.compile(action_ids.MORE), answers.more),
    (re.compile(action_ids.LESS), answers.less),
    (action_ids.PAGE_PATTERN, answers.page),
    (re.compile(action_ids.SOURCE), answers.source),
    (re.compile(action_ids.FEEDBACK), _feedback),
    (re.compile(action_ids.ASK_HUMAN), humans.ask),
    (re.compile(action_ids.RESOLVE), humans.resolve),
    (re.compile(modals.TOPIC), _topic),
    (action_ids.FORGET_PATTERN, home.forget_one),
    (re.compile(action_ids.FORGET_ALL), home.forget_all),
)
"""Everything that can be pressed, by its action id."""
