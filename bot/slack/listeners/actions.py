"""Buttons and picked options: follow-ups, "did you mean", sharing, "why", feedback, the search field of the home."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.model.dialogue import Reply
from bot.show import action_ids
from bot.show.message import Message
from bot.slack import expert_page, outgoing, pages
from bot.slack.listeners import home, humans
from bot.slack.listeners.press import LATER, Press
from bot.slack.parts import Parts
from bot.slack.rooms import OFF
from bot.store.errors import StoreUnavailable
from bot.store.feedback import Opinion
from bot.store.records import Incoming, Outcome

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
    found = parts.desk.picked(press.value, press.label, team=press.team, channel=press.channel)
    if found is not None:
        parts.exchanges.later(press.incoming(press.label), found[1])
    if press.channel:
        body = outgoing.private(Message(pages.GONE)) if found is None else outgoing.acked(found[0])
        parts.after_ack(parts.respond(press.answer_to, body | {"replace_original": False, "thread_ts": press.thread}))
    else:
        parts.after_ack(_show(parts, press, pages.gone() if found is None else pages.answer(found[0])))


async def _ask_in_thread(parts: Parts, press: Press) -> None:
    off = parts.rooms.settings(press.team, press.channel).mode == "off"
    if off or parts.rooms.docent(press.team, press.channel).answer(press.value) is None:
        told = OFF if off else pages.GONE
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


async def _show(parts: Parts, press: Press, view: Json) -> None:
    if press.view.get("type") == "modal":
        await parts.client.views_update(view_id=press.view["id"], view=view)
    else:
        await parts.client.views_open(trigger_id=press.trigger, view=view)


def _why(parts: Parts, press: Press) -> None:
    answer_id, meaning = action_ids.unpack(press.value)

    async def show() -> None:
        # The trigger lives three seconds: a store that is slow must not use them up.
        row = await parts.exchanges.explain(int(answer_id)) if answer_id.isdigit() else None
        reply = parts.rooms.docent(press.team, press.channel).answer(meaning) if meaning else None
        await _show(parts, press, pages.why(reply, row))

    parts.after_ack(show())


def _share(parts: Parts, press: Press) -> None:
    _, meaning = action_ids.unpack(press.value)
    channel = press.channel or str(json.loads(press.view.get("private_metadata") or "{}").get("channel", ""))
    found = parts.desk.picked(meaning, team=press.team, channel=channel)
    parts.after_ack(_post_for_all(parts, press, found))


async def _post_for_all(parts: Parts, press: Press, found: tuple[Reply, Outcome] | None) -> None:
    url, thread = press.answer_to, ""
    if press.view:
        place = json.loads(press.view.get("private_metadata") or "{}")
        url, thread = str(place.get("answer_to", "")), str(place.get("thread", ""))
    if found is None:
        await parts.respond(url, outgoing.private(Message(pages.GONE)) | {"replace_original": False})
        return
    reply, outcome = found
    # One private answer is shared once, however often the button is pressed.
    shared = Incoming(
        team=press.team,
        user=press.user,
        surface="button",
        question=reply.question,
        channel=press.channel,
        event_id=f"share {press.user} {press.message or press.view.get('id', '')} {press.value}",
    )
    try:
        claim = await parts.exchanges.claim(shared)
        if not claim.new:
            return
        await parts.exchanges.complete(claim.id, outcome, sending=True)
    except StoreUnavailable:
        await parts.respond(url, outgoing.private(Message(LATER)) | {"replace_original": False})
        return
    if await parts.respond(url, outgoing.shared(reply, press.user, thread)):
        await parts.exchanges.sent(claim.id)
        if press.view:
            await parts.client.views_update(view_id=press.view["id"], view=pages.answer(reply))
    else:
        await parts.exchanges.fail(claim.id, "Slack did not take the shared answer")


def _feedback(parts: Parts, press: Press) -> None:
    exchange, _, rating = press.value.partition(":")
    if not exchange.isdigit() or rating not in ("up", "down"):
        return
    parts.feedback.later(Opinion(int(exchange), press.user, "up" if rating == "up" else "down"))
    if rating == "down" and parts.rooms.house.experts:
        thread = {"thread_ts": press.thread} if press.thread != press.message else {}
        parts.after_ack(parts.respond(press.answer_to, expert_page.offer(exchange) | thread))
    if rating == "down":
        parts.after_ack(parts.client.views_open(trigger_id=press.trigger, view=pages.reason(exchange)))


def _topic(parts: Parts, press: Press) -> None:
    # In a modal the field is only filled in; what is picked there is sent off with the rest.
    if press.view.get("type") == "home" and press.value:
        _ask(parts, press)


HANDLERS: tuple[tuple[re.Pattern[str], Callable[[Parts, Press], None]], ...] = (
    (action_ids.ASK_PATTERN, _ask),
    (action_ids.DID_YOU_MEAN_PATTERN, _ask),
    (re.compile(action_ids.WHY), _why),
    (re.compile(action_ids.SHARE), _share),
    (re.compile(action_ids.FEEDBACK), _feedback),
    (re.compile(action_ids.ASK_HUMAN), humans.ask),
    (re.compile(action_ids.RESOLVE), humans.resolve),
    (re.compile(pages.TOPIC), _topic),
    (action_ids.FORGET_PATTERN, home.forget_one),
    (re.compile(action_ids.FORGET_ALL), home.forget_all),
)
"""Everything that can be pressed, by its action id."""
