"""The line between the stand-in and the bot: Socket Mode or signed HTTP, and the switch from one to the other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Literal

from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import APP_TOKEN, BOT_TOKEN
from bot.slack.serve import Connection

Kind = Literal["socket", "http"]
Bot = Callable[[Connection, asyncio.Event, Callable[[str], None]], Awaitable[None]]
"""Serves the bot over a connection until the event is set; calls back, once, with its line on where it listens."""


class Line:
    """One bot on one stand-in."""

    def __init__(self, slack: StandIn, kind: Kind = "socket") -> None:
        self._slack = slack
        self.kind = kind
        self._over = asyncio.Event()
        self._up = asyncio.Event()

    async def hold(self, bot: Bot, stop: asyncio.Event, ready: Callable[[], None]) -> None:
        """Serve the bot until ``stop`` is set, anew after each switch; ``ready`` is called once."""
        told = False

        def up(line: str) -> None:
            nonlocal told
            if self.kind == "http":
                self._slack.use_http(line.rpartition(" ")[2])
            else:
                self._slack.transport = self._slack.sockets
            self._up.set()
            self._slack.workspace.changed()
            if not told:
                told = True
                ready()

        async def pass_on() -> None:
            await stop.wait()
            self._over.set()

        passing = asyncio.create_task(pass_on())
        try:
            while not stop.is_set():
                self._over.clear()
                await bot(self._connection(), self._over, up)
        finally:
            passing.cancel()
            with suppress(asyncio.CancelledError):
                await passing

    async def switch(self, kind: Kind) -> None:
        """Hang up and serve over the other; returns when that stands."""
        if kind != self.kind:
            self.kind = kind
            self._up.clear()
            self._over.set()
        await self.standing()

    async def standing(self) -> None:
        """Wait until the bot is there."""
        await self._up.wait()

    def _connection(self) -> Connection:
        return Connection(
            bot_token=BOT_TOKEN,
            transport=self.kind,
            app_token=APP_TOKEN,
            signing_secret=SIGNING_SECRET,
            port=0,
            api_url=self._slack.api_url,
        )
