"""Socket Mode: Slack asks for a new connection, breaks it, or falls silent; nothing is lost and nothing comes twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.slack.playground.faults import Fault
from bot.slack.playground.web_api import BOT_TOKEN
from bot.slack.serve import web_client
from bot.slack.transports.socket_mode import SocketTransport
from tests.slack.harness import ANA, GENERAL, connected, run, stand_in, workspace

IMAGE = "what is a docker image?"


@pytest.mark.parametrize("close", [True, False])
@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "too_many_websockets"])
def test_slack_may_ask_for_a_new_connection_between_questions(tmp_path: Path, reason: str, *, close: bool) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for number in range(1, 4):
                await bot.slack.sockets.disconnect(reason, close=close)
                await bot.replies(await bot.slack.ask(ANA, GENERAL, IMAGE))

                assert len(await bot.quiet()) == number

    run(scene())


def test_questions_that_are_asked_while_the_connection_breaks_are_delivered_again_and_answered_once(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.policy.patience = 1.0
            questions = [asyncio.ensure_future(bot.slack.ask(ANA, GENERAL, IMAGE)) for _ in range(5)]
            await asyncio.sleep(0)
            bot.slack.sockets.reset()
            await asyncio.gather(*questions)
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.by_bot()) >= 5)

            assert len(await bot.quiet()) == 5

    run(scene())


def test_a_connection_that_falls_silent_is_noticed_and_made_anew(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for connection in bot.slack.sockets.connections:
                connection.silent = True
            question = await bot.slack.ask(ANA, GENERAL, IMAGE)

            assert len(await bot.replies(question)) == 1
            assert bot.slack.sockets.opened == 2

    run(scene())


def test_a_connection_that_answers_pings_and_brings_nothing_is_replaced_before_it_is_given_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stand_in() as slack, connected(slack, tmp_path / "docent.db", quiet=0.6) as bot:
            await slack.workspace.until(lambda: len(slack.api.called("apps.connections.open")) >= 3)
            question = await slack.ask(ANA, GENERAL, IMAGE)

            assert len(await bot.replies(question)) == 1
            assert len(await bot.quiet()) == 1

    run(scene())


def test_an_address_that_slack_takes_no_more_is_replaced(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            # The library would try the one address for ever.
            bot.slack.sockets.refuse_next = 3
            bot.slack.policy.patience = 6.0
            bot.slack.sockets.reset()
            question = await bot.slack.ask(ANA, GENERAL, IMAGE)

            assert len(await bot.replies(question)) == 1
            assert len(bot.slack.api.called("apps.connections.open")) >= 3

    run(scene())


def test_slack_may_be_unwell_when_a_connection_is_asked_for() -> None:
    async def scene() -> None:
        async with stand_in() as slack, web_client(BOT_TOKEN, slack.api_url) as client:
            slack.faults.add("apps.connections.open", Fault("status", 503))
            transport = SocketTransport(AsyncApp(client=client), "xapp-stand-in")
            await transport.start()
            connected = transport.connected
            await transport.stop()

            assert connected

    run(scene())


def test_a_wrong_token_is_told_at_once() -> None:
    async def scene() -> None:
        async with stand_in() as slack, web_client(BOT_TOKEN, slack.api_url) as client:
            with pytest.raises(SlackApiError, match="invalid_auth"):
                await SocketTransport(AsyncApp(client=client), "xapp-wrong").start()

    run(scene())


def test_an_hour_of_refreshes_loses_nothing_and_leaves_no_connection_behind(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            rounds = 20
            for number in range(rounds):
                asked = asyncio.ensure_future(bot.slack.ask(ANA, GENERAL, IMAGE))
                await bot.slack.sockets.disconnect(("warning", "refresh_requested")[number % 2], close=number % 3 == 0)
                await asked
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.by_bot()) >= rounds)
            replies = await bot.quiet()
            rows = await bot.exchanges.recent(100)
            tasks = asyncio.all_tasks()

            assert len({reply.thread_ts for reply in replies}) == len(replies) == rounds
            assert {row.state for row in rows} == {"sent"}
            assert bot.slack.sockets.opened <= 2 * rounds + 1
            assert len(tasks) < 2 * rounds

    run(scene())
