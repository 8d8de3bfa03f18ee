"""Docent on Slack as its tests run it: the real app, core and store against the stand-in, in both transports."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.slack.app import Options, SlackApp, build_app
from bot.slack.outbound.poster import Patience
from bot.slack.playground.delivery import SIGNING_SECRET, Policy
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import APP_TOKEN, BOT_TOKEN
from bot.slack.playground.workspace import Message
from bot.slack.serve import health, web_client
from bot.slack.transports.http import HttpTransport
from bot.slack.transports.socket_mode import SocketTransport
from bot.slack.workspaces import Identity, Workspaces
from bot.store.exchanges import Exchanges

ROOT = Path(__file__).parents[2]
ANA, BEN, GENERAL, HELP, DIRECT = "U0ANA", "U0BEN", "C0GENERAL", "C0HELPDOCKER", "D0ANA"
QUESTION = "whats the diffrence between a vm and a docker container?"
QUICK = Patience(pace=0.0, settle=0.01, token=0.05, unreachable=0.02)


def run(scene: Coroutine[Any, Any, None]) -> None:
    asyncio.run(scene)


@cache
def docent() -> Docent:
    texts = {
        folder: {path.name: path.read_text("utf-8") for path in sorted((ROOT / folder).iterdir())}
        for folder in ("knowledge", "intents")
    }
    knowledge, _ = compile_content(texts["knowledge"], texts["intents"])
    return Docent(knowledge)


@dataclass(slots=True)
class Running:
    """A bot that is connected to the stand-in."""

    slack: StandIn
    app: SlackApp
    exchanges: Exchanges
    transport: SocketTransport | HttpTransport
    url: str = ""

    async def replies(self, question: Message, count: int = 1) -> list[Message]:
        """What the bot has posted in the question's thread, as soon as there is so much and it has nothing left to do."""
        root = question.thread_ts or question.ts
        space = self.slack.workspace

        def found() -> list[Message]:
            return [one for one in space.thread(question.channel, root) if one.user == space.bot_user]

        await space.until(lambda: len(found()) >= count and self.settled())
        return found()

    def settled(self) -> bool:
        if self.app.parts.desk.waiting:
            # Nothing changes in the workspace when the desk is done, so look again soon.
            asyncio.get_running_loop().call_later(0.01, self.slack.workspace.changed)
            return False
        return True

    async def quiet(self) -> list[Message]:
        """Everything that the bot has posted, when it has nothing left to do."""
        await self.slack.workspace.until(self.settled)
        return self.slack.workspace.by_bot()


@asynccontextmanager
async def stand_in(**policy: Any) -> AsyncIterator[StandIn]:
    slack = StandIn(policy=Policy(**policy))
    await slack.start()
    try:
        yield slack
    finally:
        await slack.stop()


@asynccontextmanager
async def connected(
    slack: StandIn,
    database: Path,
    transport: str = "socket",
    *,
    core: Callable[[], Docent] = docent,
    options: Options | None = None,
    store_patience: float = 2.0,
    quiet: float = 900.0,
) -> AsyncIterator[Running]:
    """Docent from its start to its stop, with its database."""
    options = options or Options(signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02)
    exchanges = Exchanges(database, busy_seconds=min(store_patience, 1.0), patience=store_patience)
    async with web_client(BOT_TOKEN, slack.api_url, seconds=2.0) as client:
        only = await Identity.of(client)
        app = build_app(core, exchanges, Workspaces(client, options.patience, only=only), options)
        await app.start()
        running: SocketTransport | HttpTransport
        url = ""
        if transport == "http":
            running = HttpTransport(app.bolt, SIGNING_SECRET, lambda: health(app), host="127.0.0.1", port=0)
            url = await running.start()
            slack.use_http(url)
        else:
            running = SocketTransport(app.bolt, APP_TOKEN, ping=0.5, patience=1.0, quiet=quiet)
            await running.start()
            slack.transport = slack.sockets
        try:
            yield Running(slack, app, exchanges, running, url)
        finally:
            await running.stop()
            await app.close(1.0)
            exchanges.close()


@asynccontextmanager
async def workspace(database: Path, transport: str = "socket", **more: Any) -> AsyncIterator[Running]:
    """A stand-in with Docent connected to it."""
    async with stand_in() as slack, connected(slack, database, transport, **more) as running:
        yield running


def shown(message: Message) -> str:
    """All that a person sees of a message."""
    return json.dumps(message.blocks, ensure_ascii=False) if message.blocks else message.text
