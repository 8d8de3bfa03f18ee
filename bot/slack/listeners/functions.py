"""The step for Workflow Builder, "Answer a question": it ends exactly once, completed or failed."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from bot.show import plain
from bot.slack.incoming import enterprise_of, team_of
from bot.slack.parts import Parts
from bot.store.records import Incoming

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)

ANSWER = "answer_question"
FUNCTIONS = (ANSWER,)
"""The steps that the manifest declares."""


def register(app: AsyncApp, parts: Parts) -> None:
    """The listener of the step."""

    async def step(body: Json, inputs: Json, complete: AsyncComplete, fail: AsyncFail) -> None:
        incoming = Incoming(
            team=team_of(body),
            enterprise=enterprise_of(body),
            user="",
            surface="workflow",
            question=str(inputs.get("question") or "").strip(),
            event_id=str(body.get("event_id") or ""),
        )
        parts.after_ack(_answer(parts, incoming, complete, fail))

    app.function(ANSWER)(step)


async def _answer(parts: Parts, incoming: Incoming, complete: AsyncComplete, fail: AsyncFail) -> None:
    claim = await parts.exchanges.claim(incoming)
    if not claim.new:
        return
    try:
        if not incoming.question:
            await parts.exchanges.fail(claim.id, "the step was given no question")
            await fail("The step was given no question.")
            return
        reply, outcome = parts.desk.reply(incoming)
        await parts.exchanges.complete(claim.id, outcome, sending=True)
    except Exception:  # noqa: BLE001 - the workflow must not wait for ever
        reference = secrets.token_hex(4)
        _LOG.exception("the workflow step failed, reference %s", reference)
        await fail(f"Something went wrong in Docent. It has been logged as {reference}.")
        return
    sources = "; ".join(map(str, reply.answer.sources))
    answered = reply.status == "answered"
    await complete(
        {
            "answered": answered,
            "answer": plain.render(reply),
            "confidence": float(reply.understanding.confidence),
            "source": sources,
        }
    )
    await parts.exchanges.sent(claim.id)
