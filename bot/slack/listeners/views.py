"""Modals that are sent off: a question, and the reason why an answer did not help."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.show import action_ids
from bot.slack.inbound.incoming import enterprise_of, team_of
from bot.slack.listeners import settings, sharing
from bot.slack.pages import channel_page, modals
from bot.slack.parts import Parts
from bot.store.feedback import Opinion
from bot.store.records import Incoming, event_key

Json = dict[str, Any]


def register(app: AsyncApp, parts: Parts) -> None:
    """One listener for every modal, sent off or closed; what nobody knows is acked."""

    async def view(ack: AsyncAck, body: Json) -> None:
        shown = body.get("view") or {}
        if body.get("type") == "view_submission" and shown.get("callback_id") == modals.ASK_MODAL:
            await _ask(parts, ack, body, shown)
            return
        if body.get("type") == "view_submission" and shown.get("callback_id") == channel_page.CALLBACK:
            await settings.save(parts, ack, body, shown)
            return
        if body.get("type") == "view_submission" and shown.get("callback_id") == modals.SHARE_MODAL:
            await sharing.send(parts, ack, body, shown)
            return
        await ack()
        if body.get("type") == "view_submission" and shown.get("callback_id") == modals.REASON_MODAL:
            _reason(parts, body, shown)

    app.view(re.compile(".*"))(view)
    app.view_closed(re.compile(".*"))(view)


async def _ask(parts: Parts, ack: AsyncAck, body: Json, shown: Json) -> None:
    picked = _value(shown, modals.TOPIC, modals.TOPIC).get("selected_option") or {}
    words = str(_value(shown, modals.WORDS, modals.WORDS).get("value") or "").strip()
    meaning = action_ids.meant(str(picked.get("value") or ""), parts.docent().offered())
    if not words and not meaning:
        await ack(response_action="errors", errors={modals.WORDS: "Pick a question above, or write one here."})
        return
    incoming = Incoming(
        team=team_of(body),
        enterprise=enterprise_of(body),
        user=str((body.get("user") or {}).get("id", "")),
        surface="modal",
        question=words or str((picked.get("text") or {}).get("text", "")),
        event_id=f"view {shown.get('id', '')} {body.get('trigger_id', '')}",
    )
    # What was written counts for more than what was picked: it was written last, or the pick was not enough.
    found = parts.desk.reply(incoming) if words else parts.desk.picked(meaning, incoming.question)
    if found is None:
        await ack(response_action="update", view=modals.gone())
        return
    human = parts.rooms.offers_human(incoming.team, found[0])
    parts.exchanges.later(incoming, found[1])
    await ack(response_action="update", view=modals.answer(found[0], event_key(incoming.event_id), human=human))


def _reason(parts: Parts, body: Json, shown: Json) -> None:
    exchange = str(shown.get("private_metadata") or "")
    reason = str(_value(shown, modals.REASON, modals.REASON).get("value") or "").strip()
    if exchange.isdigit() and reason:
        user = str((body.get("user") or {}).get("id", ""))
        parts.feedback.later(Opinion(team_of(body), int(exchange), user, "down", reason))


def _value(shown: Json, block: str, action: str) -> Json:
    values = (shown.get("state") or {}).get("values") or {}
    found: Json = (values.get(block) or {}).get(action) or {}
    return found
