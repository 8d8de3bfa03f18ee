"""Exactly one reply: whatever Slack delivers twice, late, after a restart, or only as a repetition."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.slack.playground import payloads
from bot.slack.playground.delivery import signature
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import NotAcked, StandIn
from bot.slack.playground.workspace import Json
from tests.slack.harness import ANA, GENERAL, connected, run, stand_in, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
IMAGE = "what is a docker image?"


def mention(slack: StandIn, text: str = IMAGE, **more: Any) -> list[Json]:
    """A mention that is written but not delivered: its events."""
    message = slack.workspace.post(GENERAL, ANA, f"<@{slack.workspace.bot_user}> {text}", **more)
    return payloads.message_events(slack.workspace, message)


@BOTH
def test_the_same_event_delivered_many_times_at_once_gets_one_reply(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            events = mention(bot.slack) * 16
            await asyncio.gather(*map(bot.slack.deliver, events))
            await bot.quiet()
            await bot.slack.deliver(events[0])

            assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
def test_an_event_delivered_again_after_a_restart_is_known(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            events = mention(slack)
            for _ in range(3):
                async with connected(slack, tmp_path / "docent.db", transport) as bot:
                    await asyncio.gather(*map(slack.deliver, events))

                    assert len(await bot.quiet()) == 1

    run(scene())


def test_a_message_that_comes_under_two_timestamps_is_known_by_its_client_message_id(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.say(ANA, GENERAL, f"<@{bot.slack.workspace.bot_user}> {IMAGE}", client_msg_id="one")
            await bot.slack.say(ANA, GENERAL, f"<@{bot.slack.workspace.bot_user}> {IMAGE}", client_msg_id="one")

            assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
@pytest.mark.parametrize("retry", [1, 2, 3])
def test_a_repetition_that_is_the_only_delivery_is_answered(tmp_path: Path, transport: str, retry: int) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            events = mention(slack)
            # All earlier deliveries are lost: nobody listens yet.
            slack.policy.patience, slack.policy.tries = 0.02, retry
            with pytest.raises(NotAcked):
                await slack.deliver(events[0])
            slack.policy.patience, slack.policy.tries = 3.0, 4
            async with connected(slack, tmp_path / "docent.db", transport) as bot:
                if transport == "http":
                    await _deliver_as_repetition(bot.url, events[0], retry)
                else:
                    await slack.sockets._send("events_api", events[0], retry)

                assert len(await bot.quiet()) == 1

    run(scene())


async def _deliver_as_repetition(url: str, event: Json, retry: int) -> None:
    body = json.dumps(event)
    headers = signature(body) | {"Content-Type": "application/json", "X-Slack-Retry-Num": str(retry)}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        assert answer.status == 200


@BOTH
def test_what_was_acked_before_a_crash_is_answered_after_it(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            slack.faults.stand("chat.postMessage", Fault("dropped"))
            async with connected(slack, tmp_path / "docent.db", transport) as bot:
                lanes = bot.app.parts.desk._lanes
                question = slack.workspace.post(GENERAL, ANA, f"<@{slack.workspace.bot_user}> {IMAGE}")
                # The process dies between the ack and the answer.
                lanes.submit = lambda *_: None  # type: ignore[method-assign]
                for event in payloads.message_events(slack.workspace, question):
                    await slack.deliver(event)
            slack.faults.stand("chat.postMessage", None)
            async with connected(slack, tmp_path / "docent.db", transport) as bot:
                (reply,) = await bot.replies(question)

                assert "mage" in reply.text
                assert len(await bot.quiet()) == 1

    run(scene())


@pytest.mark.parametrize("arrived", [True, False])
def test_a_crash_between_posting_and_its_record_gives_one_post(tmp_path: Path, *, arrived: bool) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            async with connected(slack, tmp_path / "docent.db") as bot:
                # The call hangs when the process dies: with and without having reached Slack.
                slack.faults.add("chat.postMessage", Fault("lost_reply" if arrived else "dropped"))
                slack.faults.stand("conversations.replies", Fault("hang", seconds=60))
                question = await slack.ask(ANA, GENERAL, IMAGE)
                await slack.workspace.until(lambda: slack.api.called("conversations.replies"))
                await bot.app.parts.desk._lanes.close(0)
            slack.faults.stand("conversations.replies", None)
            async with connected(slack, tmp_path / "docent.db") as bot:
                await bot.replies(question)

                assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
def test_a_question_older_than_ten_minutes_is_logged_and_not_answered(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            message = bot.slack.workspace.post(GENERAL, ANA, f"<@{bot.slack.workspace.bot_user}> {IMAGE}")
            message.ts = f"{time.time() - 660:.6f}"
            for event in payloads.message_events(bot.slack.workspace, message):
                await bot.slack.deliver(event)

            assert await bot.quiet() == []

    run(scene())


@BOTH
def test_every_envelope_is_acked_also_what_nobody_knows(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            space = bot.slack.workspace
            await bot.slack.deliver(payloads.event(space, {"type": "star_struck", "user": ANA}))
            await bot.slack.deliver(payloads.event(space, {"type": "message", "channel": GENERAL}))
            for kind in (
                "block_actions",
                "view_submission",
                "view_closed",
                "shortcut",
                "message_action",
                "block_suggestion",
            ):
                unknown = payloads.interaction(space, kind, ANA) | {
                    "callback_id": "nobody",
                    "action_id": "nobody",
                    "block_id": "nobody",
                    "value": "x",
                    "trigger_id": "x",
                    "actions": [{"type": "button", "action_id": "nobody", "block_id": "nobody", "value": "x"}],
                    "view": {"id": "V1", "type": "modal", "callback_id": "nobody", "state": {"values": {}}},
                    "message": {"ts": "1.1", "text": "x"},
                    "channel": {"id": GENERAL, "name": "general"},
                }
                await bot.slack.deliver(unknown, "interactive")
            await bot.slack.command(ANA, GENERAL, "help", command="/renamed")

    run(scene())


def test_a_malformed_envelope_is_acked_so_that_it_is_not_sent_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for payload in (
                {"type": "event_callback", "event": None},
                {"type": "event_callback", "authorizations": 5},
                {},
            ):
                await bot.slack.deliver(payload)
            question = await bot.slack.ask(ANA, GENERAL, IMAGE)

            assert len(await bot.replies(question)) == 1

    run(scene())
