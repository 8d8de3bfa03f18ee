"""A private answer for everyone: posted where it was asked for, or where its reader chooses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.show import blocks
from bot.show.message import Message
from bot.slack.inbound.incoming import enterprise_of, team_of
from bot.slack.listeners.answers import answer_of, place_of, show
from bot.slack.listeners.press import LATER, Press
from bot.slack.outbound import outgoing, windows
from bot.slack.pages import modals
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.records import Incoming

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer is to be posted, on whose behalf."""

    team: str
    enterprise: str
    user: str
    channel: str
    thread: str
    answer_to: str
    """The response address."""
    form: blocks.Form
    """As it stood where it is shared from."""
    event_id: str
    """One sharing has one, however often it is asked for."""


def share(parts: Parts, press: Press) -> None:
    """Post a private answer where it was asked for."""
    parts.after_ack(_share(parts, press))


def choose(parts: Parts, press: Press) -> None:
    """Ask where to post an answer that was asked for nowhere."""
    client = parts.client(press.team)
    view = modals.share(press.value)
    parts.after_ack(windows.show(parts, view, lambda each: client.views_push(trigger_id=press.trigger, view=each)))


async def send(parts: Parts, ack: AsyncAck, body: Json, shown: Json) -> None:
    """A place was chosen: post the answer there."""
    given: Json = next(iter(body.get("response_urls") or ()), {})
    if not given.get("response_url"):
        await ack(response_action="errors", errors={modals.WHERE: "Pick a conversation."})
        return
    await ack(response_action="update", view=modals.said(modals.ON_ITS_WAY))
    value = str(shown.get("private_metadata") or "")
    user = str((body.get("user") or {}).get("id", ""))
    target = Target(
        team=team_of(body),
        enterprise=enterprise_of(body),
        user=user,
        channel=str(given.get("channel_id") or ""),
        thread="",
        answer_to=str(given["response_url"]),
        form="brief",
        event_id=f"share {user} {shown.get('id', '')} {value}",
    )
    client = parts.client(target.team)

    async def tell(text: str) -> None:
        said = modals.said(text)
        await windows.show(parts, said, lambda each: client.views_update(view_id=str(shown.get("id", "")), view=each))

    async def done() -> None:
        await tell(modals.SHARED)

    parts.after_ack(_post(parts, value, target, tell, done))


async def _share(parts: Parts, press: Press) -> None:
    place = place_of(press)
    target = Target(
        team=press.team,
        enterprise=press.enterprise,
        user=press.user,
        channel=press.channel or str(place.get("channel", "")),
        thread=str(place.get("thread", "")) if press.view else "",
        answer_to=str(place.get("answer_to", "")) if press.view else press.answer_to,
        form="whole" if press.opened else "brief",
        event_id=f"share {press.user} {press.message or press.view.get('id', '')} {press.value}",
    )

    async def tell(text: str) -> None:
        if press.view:
            await show(parts, press, modals.said(text))
        else:
            await parts.respond(target.answer_to, outgoing.private(Message(text)) | {"replace_original": False})

    async def done() -> None:
        if press.view:
            await show(parts, press, modals.said(modals.SHARED))

    await _post(parts, press.value, target, tell, done)


async def _post(
    parts: Parts,
    value: str,
    target: Target,
    tell: Callable[[str], Awaitable[None]],
    done: Callable[[], Awaitable[None]],
) -> None:
    """Post once; ``tell`` says privately why it was not done."""
    whole, _ = await answer_of(parts, target.team, value)
    if whole is None or whole.meaning is None:
        await tell(modals.GONE)
        return
    # What a channel may not see is not brought into it from elsewhere either.
    found = parts.desk.picked(whole.meaning.id, whole.question, team=target.team, channel=target.channel)
    if found is None:
        await tell(modals.NOT_SEEN)
        return
    reply, outcome = found
    shared = Incoming(
        team=target.team,
        enterprise=target.enterprise,
        user=target.user,
        surface="button",
        question=reply.question,
        channel=target.channel,
        thread=target.thread,
        event_id=target.event_id,
    )
    try:
        claim = await parts.exchanges.claim(shared)
        if not claim.new:
            return
        await parts.exchanges.complete(claim.id, outcome, sending=True)
    except StoreUnavailable:
        await tell(LATER)
        return
    body = outgoing.shared(reply, target.user, target.thread, str(claim.id), target.form)
    if await parts.respond(target.answer_to, body):
        await parts.exchanges.sent(claim.id)
        await done()
    else:
        await parts.exchanges.fail(claim.id, "Slack did not take the shared answer")
        await tell(outgoing.unshared(claim.id))
