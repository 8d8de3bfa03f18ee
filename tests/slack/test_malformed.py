"""What is not from Slack, or is no request of Slack's: refused with 4xx, never 5xx, and Docent lives on."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.playground.delivery import signature
from bot.slack.transports.http import well_formed
from tests.slack.harness import ANA, GENERAL, Running, run, workspace

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HELLO = '{"type": "url_verification", "challenge": "c"}'


def stamped(stamp: str, sign: str = "v0=0") -> dict[str, str]:
    return JSON | {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": sign}


NOW = str(int(time.time()))
UNSIGNED: dict[str, tuple[bytes, dict[str, str]]] = {
    "no signature": (HELLO.encode(), JSON),
    "bad signature": (HELLO.encode(), stamped(NOW)),
    "empty signature": (HELLO.encode(), stamped(NOW, "")),
    "signature not ascii": (HELLO.encode(), stamped(NOW, "v0=\u00e9\u00e9")),
    "stale": (HELLO.encode(), JSON | signature(HELLO, time.time() - 3600)),
    "future": (HELLO.encode(), JSON | signature(HELLO, time.time() + 3600)),
    "another secret": (HELLO.encode(), JSON | signature(HELLO, secret="other")),
    "timestamp abc": (HELLO.encode(), stamped("abc")),
    "timestamp nan": (HELLO.encode(), stamped("nan")),
    "timestamp infinite": (HELLO.encode(), stamped("inf")),
    "timestamp negative": (HELLO.encode(), stamped("-1")),
    "timestamp empty": (HELLO.encode(), stamped("")),
    "timestamp of 5000 digits": (HELLO.encode(), stamped("9" * 5000)),
    "timestamp in other digits": (HELLO.encode(), stamped("\u0661\u0662\u0663")),
    "unsigned url_verification": (HELLO.encode(), JSON),
    "unsigned ssl_check": (b"ssl_check=1&token=x", FORM),
    "invalid JSON": (b'{"type":', JSON),
    "list": (b"[1]", JSON),
    "null": (b"null", JSON),
    "number": (b"7", JSON),
    "deep nesting": (b"[" * 100_000, JSON),
    "huge integer": (b'{"type": ' + b"9" * 10_000 + b"}", JSON),
    "payload=bad": (b"payload=bad", FORM),
    "payload=[]": (b"payload=[]", FORM),
    "authorizations null": (b'{"type": "event_callback", "authorizations": null}', JSON),
    "authorizations number": (b'{"type": "event_callback", "authorizations": 5}', JSON),
    "gzip": (gzip.compress(HELLO.encode()), JSON | {"Content-Encoding": "gzip"}),
    "not gzip": (b"no gzip at all", JSON | {"Content-Encoding": "gzip"}),
    "not UTF-8": (b'{"type": "\xff\xfe"}', JSON),
    "empty": (b"", JSON),
    "no content type": (HELLO.encode(), {"Content-Type": ""}),
}
SIGNED = {
    "a list": ("[]", JSON),
    "null": ("null", JSON),
    "a number": ("7", JSON),
    "not JSON": ("{", JSON),
    "an empty object": ("{}", JSON),
    "deep nesting": ('{"a":' * 5000, JSON),
    "a huge integer": ('{"type": ' + "9" * 10_000 + "}", JSON),
    "event null": ('{"type": "event_callback", "event": null}', JSON),
    "event a list": ('{"type": "event_callback", "event": []}', JSON),
    "no type of event": ('{"type": "event_callback", "event": {}}', JSON),
    "type a number": ('{"type": 7}', JSON),
    "authorizations a number": ('{"type": "event_callback", "event": {"type": "x"}, "authorizations": 5}', JSON),
    "authorizations of numbers": ('{"type": "event_callback", "event": {"type": "x"}, "authorizations": [5]}', JSON),
    "payload=bad": ("payload=bad", FORM),
    "payload=[]": ("payload=[]", FORM),
    "no actions": (urlencode({"payload": '{"type": "block_actions", "actions": []}'}), FORM),
    "a form of nothing": ("", FORM),
}


async def send(bot: Running, body: bytes, headers: dict[str, str]) -> int:
    async with aiohttp.ClientSession() as session, session.post(bot.url, data=body, headers=headers) as answer:
        return answer.status


def test_unsigned_requests_are_refused_whatever_they_hold(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", "http") as bot:
            statuses = {name: await send(bot, body, headers) for name, (body, headers) in UNSIGNED.items()}

            assert {name: status for name, status in statuses.items() if status not in (400, 401)} == {}
            assert len(await bot.replies(await bot.slack.ask(ANA, GENERAL, "what is a docker image?"))) == 1

    run(scene())
    assert len(UNSIGNED) == 31
    assert "challenge" not in caplog.text


def test_signed_requests_of_another_shape_are_bad_requests(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", "http") as bot:
            statuses = {
                name: await send(bot, body.encode(), headers | signature(body))
                for name, (body, headers) in SIGNED.items()
            }

            assert {name: status for name, status in statuses.items() if status != 400} == {}

    run(scene())


def test_a_body_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", "http") as bot:
            host, port = bot.url.removeprefix("http://").split("/")[0].split(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n")
            status = await reader.readline()
            writer.close()

            assert b" 413 " in status

    run(scene())


def test_a_body_over_the_limit_without_its_length_is_refused(tmp_path: Path) -> None:
    async def scene() -> None:
        async def pieces() -> AsyncIterator[bytes]:
            for _ in range(20):
                yield b"x" * 100_000

        async with (
            workspace(tmp_path / "docent.db", "http") as bot,
            aiohttp.ClientSession() as session,
            session.post(bot.url, data=pieces(), headers=JSON) as answer,
        ):
            assert answer.status == 413

    run(scene())


def test_slack_proves_the_address(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (
            workspace(tmp_path / "docent.db", "http") as bot,
            aiohttp.ClientSession() as session,
            session.post(bot.url, data=HELLO, headers=JSON | signature(HELLO)) as answer,
        ):
            assert (answer.status, await answer.json()) == (200, {"challenge": "c"})

    run(scene())


def test_bytes_that_are_no_http_do_not_end_the_server(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", "http") as bot:
            host, port = bot.url.removeprefix("http://").split("/")[0].split(":")
            for garbage in (b"\x00" * 100, b"GET\r\n\r\n", b"POST / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00"):
                reader, writer = await asyncio.open_connection(host, int(port))
                writer.write(garbage + b"\r\n\r\n")
                answer = await reader.read(100)
                writer.close()

                assert not answer or b" 4" in answer
            assert await send(bot, b"", JSON) == 401

    run(scene())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
KEYS = (
    "type",
    "event",
    "authorizations",
    "actions",
    "team",
    "user",
    "view",
    "channel",
    "command",
    "payload",
    "text",
    "ts",
)
KINDS = ("event_callback", "block_actions", "view_submission", "shortcut", "message", "app_mention", "x")
near_misses = st.dictionaries(
    st.sampled_from(KEYS),
    values
    | st.sampled_from(KINDS)
    | st.dictionaries(st.sampled_from(KEYS), values | st.sampled_from(KINDS), max_size=5),
    max_size=7,
)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(payloads=st.lists(values | near_misses, min_size=40, max_size=60))
def test_no_signed_payload_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, payloads: list[object]) -> None:
    async def scene() -> None:
        async with workspace(tmp_path_factory.mktemp("db") / "docent.db", "http") as bot:
            for payload in payloads:
                body = json.dumps(payload)
                status = await send(bot, body.encode(), JSON | signature(body))

                assert status in (200, 400), payload

    run(scene())


@given(values)
def test_the_shape_of_any_value_can_be_told(payload: object) -> None:
    assert well_formed(payload) in (True, False)
