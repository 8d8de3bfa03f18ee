"""The store cannot be written: Slack is asked to deliver again, the slash command answers all the same, and it heals."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.slack.listeners.press import LATER
from bot.slack.playground.stand_in import NotAcked
from bot.slack.serve import health
from bot.slack.transports.http import HttpTransport
from tests.slack.harness import ANA, BEN, GENERAL, QUESTION, docent, run, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
IMAGE = "what is a docker image?"


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process holds the file."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@BOTH
def test_what_cannot_be_stored_is_not_acked_and_is_answered_when_it_comes_again(tmp_path: Path, transport: str) -> None:
    database = tmp_path / "docent.db"

    async def scene() -> None:
        async with workspace(database, transport, store_patience=0.5) as bot:
            bot.slack.policy.tries, bot.slack.policy.patience = 2, 0.5
            with locked(database), pytest.raises(NotAcked):
                await bot.slack.ask(ANA, GENERAL, IMAGE)

            assert await bot.quiet() == []
            bot.slack.policy.tries, bot.slack.policy.pause = 10, 0.2
            with locked(database):
                question = asyncio.ensure_future(bot.slack.ask(BEN, GENERAL, IMAGE))
                await asyncio.sleep(0.5)
                assert not question.done()
            await bot.replies(await question)

            assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
def test_the_slash_command_is_answered_at_once_and_stored_when_the_store_is_back(
    tmp_path: Path, transport: str
) -> None:
    database = tmp_path / "docent.db"

    async def scene() -> None:
        async with workspace(database, transport, store_patience=0.5) as bot:
            with locked(database):
                answer = await bot.slack.command(ANA, GENERAL, QUESTION)
                assert "minutes" in answer["text"].lower()
            rows = []
            for _ in range(100):
                if rows := await bot.exchanges.recent():
                    break
                await asyncio.sleep(0.05)

            assert [(row.surface, row.state, row.status) for row in rows] == [("command", "sent", "answered")]

    run(scene())


def test_everything_about_an_exchange_is_in_its_row(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            question = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(question)
            (row,) = await bot.exchanges.recent()

            assert (row.team, row.channel, row.thread, row.user) == ("T0WORKSPACE", GENERAL, question.ts, ANA)
            assert (row.surface, row.question, row.status, row.state) == ("mention", QUESTION, "answered", "sent")
            assert row.posted_ts == reply.ts
            assert row.sources[0].file == "docker-overview.md"
            assert row.content_version

    run(scene())


@BOTH
def test_a_button_that_cannot_be_taken_down_says_so_and_works_later(tmp_path: Path, transport: str) -> None:
    database = tmp_path / "docent.db"

    async def scene() -> None:
        async with workspace(database, transport, store_patience=0.5) as bot:
            space = bot.slack.workspace
            reply = (await bot.replies(await bot.slack.ask(ANA, GENERAL, QUESTION)))[-1]
            with locked(database):
                await bot.slack.press(ANA, reply, "ask_question:0")
                await space.until(lambda: space.private(ANA))
            for _ in range(100):
                if bot.exchanges.trouble is None:
                    break
                await asyncio.sleep(0.05)
            await bot.slack.press(ANA, reply, "ask_question:0")

            assert space.private(ANA)[0].text == LATER
            assert len(await bot.replies(reply, 2)) == 2

    run(scene())


def test_healthz_tells_what_a_supervisor_looks_at(tmp_path: Path) -> None:
    database = tmp_path / "docent.db"

    async def scene() -> None:
        async with workspace(database, store_patience=0.5) as bot, aiohttp.ClientSession() as session:
            http = HttpTransport(None, "", lambda: health(bot.app, bot.transport), host="127.0.0.1", port=0)  # type: ignore[arg-type]
            url = (await http.start()).replace("/slack/events", "/healthz")

            async def ask() -> tuple[int, dict[str, object]]:
                async with session.get(url) as answer:
                    return answer.status, await answer.json()

            whole = {"ok": True, "ready": True, "token": True, "connected": True, "store": True}
            more = {"workspaces": 1, "waiting": 0, "content": docent().knowledge.version}
            assert await ask() == (200, whole | more)
            status, told = await ask()
            with locked(database):
                for _ in range(100):
                    status, told = await ask()
                    if not told["store"]:
                        break
                    await asyncio.sleep(0.05)
                assert (status, told["store"]) == (503, False)
            await http.stop()

    run(scene())
