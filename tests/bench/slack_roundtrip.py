"""A mention through the real app, from Slack's delivery to the posted answer, beside a Bolt app that only echoes."""

from __future__ import annotations

import asyncio
import json
import logging
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.slack.app import Options, build_app
from bot.slack.http import HttpTransport
from bot.slack.playground import payloads
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import BOT_TOKEN
from bot.slack.playground.workspace import Message, Workspace
from bot.slack.serve import health, web_client
from bot.slack.workspaces import Identity, Workspaces
from bot.store.exchanges import Exchanges

ROUNDS = 300
QUESTION = "whats the diffrence between a vm and a docker container?"
ROOT = Path(__file__).parents[2]


def main() -> dict[str, Any]:
    """Run both in turns in one process, and give the figures."""
    logging.disable(logging.WARNING)
    return asyncio.run(_compare())


async def _compare() -> dict[str, Any]:
    async with _ours() as ours, _echo(own_session=True) as echo, _echo(own_session=False) as shared:
        for slack in (ours, echo, shared):
            for _ in range(30):
                await _round(slack)
        spent: dict[str, list[float]] = {"ours": [], "echo": [], "echo_shared_session": []}
        for _ in range(ROUNDS):
            for name, slack in (("ours", ours), ("echo", echo), ("echo_shared_session", shared)):
                spent[name].append(await _round(slack))
    median = {name: statistics.median(times) for name, times in spent.items()}
    return {
        **{f"{name}_ms": round(value * 1000, 3) for name, value in median.items()},
        "ratio": round(median["ours"] / median["echo"], 3),
        "ratio_to_echo_with_shared_session": round(median["ours"] / median["echo_shared_session"], 3),
        "rounds": ROUNDS,
    }


async def _round(slack: StandIn) -> float:
    # A channel of its own for each question: Slack takes one message a second in one channel.
    channel = slack.workspace.next_id("C")
    slack.workspace.add_channel(channel, channel, members={slack.workspace.bot_user, "U0ANA"})
    text = f"<@{slack.workspace.bot_user}> {QUESTION}"
    message = Message(slack.workspace.next_ts(), channel, "U0ANA", text)
    slack.workspace.messages[:] = [message]
    event = next(
        each for each in payloads.message_events(slack.workspace, message) if each["event"]["type"] == "app_mention"
    )
    started = time.perf_counter()
    await slack.deliver(event)
    await slack.workspace.until(lambda: len(slack.workspace.messages) > 1)
    spent = time.perf_counter() - started
    answer = slack.workspace.messages[-1]
    if "<@" not in answer.text and not any(block["type"] == "table" for block in answer.blocks):
        wrong = f"neither an echo nor an answer: {answer.text}"
        raise RuntimeError(wrong)
    return spent


@asynccontextmanager
async def _ours() -> AsyncIterator[StandIn]:
    with tempfile.TemporaryDirectory() as folder:
        slack = StandIn(Workspace())
        slack.api.methods.strict = False
        await slack.start()
        exchanges = Exchanges(Path(folder) / "docent.db")
        async with web_client(BOT_TOKEN, slack.api_url) as client:
            options = Options(signing_secret=SIGNING_SECRET)
            core = _docent()
            only = await Identity.of(client)
            app = build_app(lambda: core, exchanges, Workspaces(client, options.patience, only=only), options)
            transport = HttpTransport(app.bolt, SIGNING_SECRET, lambda: health(app), host="127.0.0.1", port=0)
            slack.use_http(await transport.start())
            yield slack
            await transport.stop()
            await app.close()
        exchanges.close()
        await slack.stop()


@asynccontextmanager
async def _echo(*, own_session: bool) -> AsyncIterator[StandIn]:
    slack = StandIn(Workspace())
    slack.api.methods.strict = False
    await slack.start()
    async with web_client(BOT_TOKEN, slack.api_url) as client:
        if own_session:
            client.session = None
        app = AsyncApp(client=client, signing_secret=SIGNING_SECRET)

        @app.event("app_mention")
        async def echo(event: dict[str, Any], say: Any) -> None:
            await say(text=event["text"], thread_ts=event["ts"])

        server = app.server(port=0, host="127.0.0.1")
        from aiohttp import web

        runner = web.AppRunner(server.web_app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        yield slack
        await runner.cleanup()
    await slack.stop()


def _docent() -> Docent:
    texts = {
        folder: {path.name: path.read_text("utf-8") for path in sorted((ROOT / folder).iterdir())}
        for folder in ("knowledge", "intents")
    }
    return Docent(compile_content(texts["knowledge"], texts["intents"])[0])


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
