"""The wiring on the page: the switch between the transports, and what is made to fail."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.playground.harness import ANA, GENERAL, QUESTION, Open, Stream, playground


async def answered(page: Open, seen: Stream) -> dict[str, Any]:
    """The answer to a question that is asked now."""
    asked = (await page.do("say", channel=GENERAL, text=QUESTION))["ts"]
    return await seen.until("message", lambda one: one["by_bot"] and one["thread"] == asked)


def test_the_transport_is_switched_there_and_back_while_the_page_is_open() -> None:
    async def scene() -> None:
        async with playground() as page, page.seen(ANA) as seen:
            for transport in ("http", "socket", "http"):
                await page.do("transport", to=transport)
                assert (await answered(page, seen))["violations"] == []
            assert {one["transport"] for one in seen.all("wiring")} == {"socket", "http"}

    asyncio.run(scene())


def test_it_can_start_over_http() -> None:
    async def scene() -> None:
        async with playground(transport="http") as page, page.seen(ANA) as seen:
            assert (await seen.until("wiring"))["transport"] == "http"
            await answered(page, seen)
            status, told = await page.tried("fault", kind="disconnect")
            assert (status, told["error"][:24]) == (400, "There is no connection t")

    asyncio.run(scene())


@pytest.mark.parametrize("kind", ["status", "dropped", "lost_reply", "invalid_blocks"])
def test_a_call_that_fails_is_shown_and_the_answer_comes_all_the_same(kind: str) -> None:
    async def scene() -> None:
        async with playground() as page, page.seen(ANA) as seen:
            await page.do("fault", kind=kind, method="chat.postMessage", times=1)
            await seen.until("wiring", lambda one: one["waiting"])
            await answered(page, seen)
            if kind != "lost_reply":
                refused = await seen.until("refused", lambda one: one["method"] == "chat.postMessage")
                assert refused["error"] in {"HTTP 500", "dropped", "invalid_blocks"}

    asyncio.run(scene())


@pytest.mark.parametrize("kind", ["disconnect", "reset"])
def test_a_connection_that_breaks_is_made_anew(kind: str) -> None:
    async def scene() -> None:
        async with playground() as page, page.seen(ANA) as seen:
            await answered(page, seen)
            await page.do("fault", kind=kind)
            await answered(page, seen)

    asyncio.run(scene())


def test_what_waits_to_fail_can_be_mended() -> None:
    async def scene() -> None:
        async with playground() as page, page.seen(ANA) as seen:
            await page.do("fault", kind="ratelimited", method="chat.postMessage", times=3)
            waiting = await seen.until("wiring", lambda one: len(one["waiting"]) == 3)
            assert waiting["waiting"][0]["what"].startswith("429")
            await page.do("mend")
            await seen.until("wiring", lambda one: one is not waiting and not one["waiting"])
            await answered(page, seen)

    asyncio.run(scene())


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "earthquake"},
        {"kind": "status", "method": "chat.delete"},
        {"kind": "status", "times": 0},
        {"kind": "status", "times": "many"},
    ],
)
def test_what_cannot_be_made_to_fail_is_told(given: dict[str, Any]) -> None:
    async def scene() -> None:
        async with playground() as page:
            status, told = await page.tried("fault", **given)
            assert status == 400
            assert told["error"]
            assert (await page.tried("transport", to="pigeon"))[0] == 400

    asyncio.run(scene())
