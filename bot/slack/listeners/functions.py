"""The step for Workflow Builder, "Answer a question": it ends exactly once, completed or failed."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail
from slack_sdk.errors import SlackApiError

from bot.model.dialogue import Reply
from bot.show import plain
from bot.slack.inbound.incoming import enterprise_of, team_of
from bot.slack.outbound.refusals import is_final, name_of
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.records import Incoming
from bot.store.rows import Exchange

Json = dict[str, Any]
Call = Callable[[Any], Awaitable[Any]]
_LOG = logging.getLogger(__name__)

ANSWER = "answer_question"
FUNCTIONS = (ANSWER,)
"""The steps that the manifest declares."""
NO_QUESTION = "The step was given no question."
_TRIES = 6


def register(app: AsyncApp, parts: Parts) -> None:
    """The listener of the step, and what takes up those that were left open when Docent stopped."""
    unstored: set[str] = set()

    async def step(body: Json, inputs: Json, complete: AsyncComplete, fail: AsyncFail) -> None:
        incoming = Incoming(
            team=team_of(body),
            enterprise=enterprise_of(body),
            user="",
            surface="workflow",
            question=str(inputs.get("question") or "").strip(),
            ts=str(body["event"].get("function_execution_id") or ""),
            event_id=str(body.get("event_id") or ""),
        )
        parts.after_ack(_answer(parts, incoming, complete, fail, unstored))

    def resume(row: Exchange) -> None:
        if row.ts in unstored:
            parts.after_ack(parts.exchanges.ignore(row.id, "it was answered before it could be stored"))
        else:
            parts.after_ack(_resume(parts, row))

    app.function(ANSWER)(step)
    parts.desk.adopt("workflow", resume)


async def _answer(parts: Parts, incoming: Incoming, complete: Call, fail: Call, unstored: set[str]) -> None:
    try:
        claim = await parts.exchanges.claim(incoming)
    except StoreUnavailable as unavailable:
        # The workflow waits for its step, so it is ended all the same.
        _LOG.error("a workflow step is answered without being stored: %s", unavailable)
        unstored.add(incoming.ts)
        await _end(parts, incoming, 0, complete, fail)
        return
    if claim.new:
        await _end(parts, incoming, claim.id, complete, fail)


async def _resume(parts: Parts, row: Exchange) -> None:
    """A step that was left open. Should it have ended after all, Slack refuses to end it again."""
    client = parts.workspaces.client(row.team, row.enterprise)

    async def complete(outputs: Json) -> object:
        return await client.functions_completeSuccess(function_execution_id=row.ts, outputs=outputs)

    async def fail(error: str) -> object:
        return await client.functions_completeError(function_execution_id=row.ts, error=error)

    await _end(parts, row.incoming, row.id, complete, fail, told=row.state != "received")


async def _end(
    parts: Parts, incoming: Incoming, exchange: int, complete: Call, fail: Call, *, told: bool = False
) -> None:
    """Answer it, and end the step; ``exchange`` 0: it is not stored; ``told``: Slack may have been told already."""
    reference = secrets.token_hex(4)
    if not incoming.question:
        taken = await _surely(fail, NO_QUESTION, parts)
        await _noted(
            parts, exchange, "the step was given no question" + ("" if taken else ", and Slack did not hear so")
        )
        return
    try:
        reply, outcome = parts.desk.reply(incoming)
    except Exception:  # noqa: BLE001 - the workflow must not wait for ever
        _LOG.exception("the workflow step failed, reference %s", reference)
        await _surely(fail, f"Something went wrong in Docent. It has been logged as {reference}.", parts)
        await _noted(parts, exchange, f"a mistake in Docent, reference {reference}")
        return
    try:
        if exchange:
            await parts.exchanges.complete(exchange, outcome, sending=True)
    except StoreUnavailable as unavailable:
        _LOG.error("the reply to a workflow step is given without being stored: %s", unavailable)
    if await _surely(complete, _outputs(reply), parts, told=told):
        await _noted(parts, exchange)
        return
    await _surely(fail, f"Slack did not take the answer. It has been logged as {reference}.", parts)
    await _noted(parts, exchange, f"Slack did not take the outputs of the step, reference {reference}")


def _outputs(reply: Reply) -> Json:
    return {
        "answered": reply.status == "answered",
        "answer": plain.render(reply),
        "confidence": float(reply.understanding.confidence),
        "source": "; ".join(map(str, reply.answer.sources)),
    }


async def _surely(call: Call, given: object, parts: Parts, *, told: bool = False) -> bool:
    """Make the call until Slack has answered it; False where it refuses what it cannot have taken before. A step that has
    ended does not end again, so that it does no harm to tell it twice.
    """
    pause = parts.pause
    for _ in range(_TRIES):
        try:
            await call(given)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
            if is_final(error):
                _LOG.warning("Slack refused the end of a workflow step: %s", name_of(error))
                return told
            _LOG.warning("the end of a workflow step met %s and is told again", name_of(error))
            told = True
        else:
            return True
        await asyncio.sleep(pause)
        pause *= 2
    return False


async def _noted(parts: Parts, exchange: int, error: str = "") -> None:
    if exchange and error:
        await parts.exchanges.fail(exchange, error)
    elif exchange:
        await parts.exchanges.sent(exchange)
