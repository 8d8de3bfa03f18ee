"""The playground: the stand-in with its page, and the very same bot that answers on Slack connected to it."""

from __future__ import annotations

import asyncio
import errno
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.slack.app import Options
from bot.slack.live import LiveContent
from bot.slack.playground.page import Page
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import APP_TOKEN, BOT_TOKEN
from bot.slack.rooms import House
from bot.slack.serve import Connection, serve
from bot.store.exchanges import Exchanges

_PAUSE = 0.5
"""Seconds between two looks at the files."""
_PORTS = 20
"""How many ports are tried."""


async def play(
    content: LiveContent, port: int, stop: asyncio.Event, ready: Callable[[str], None], house: House | None = None
) -> None:
    """Serve the page until ``stop`` is set. Nothing stays behind: the database is a temporary one.

    Args:
        content: what Docent answers from.
        port: where to listen on loopback; the next free one where it is taken.
        stop: ends it.
        ready: called once, with one line on where the page is.
        house: what holds in all channels.

    Raises:
        OSError: no port is free.
    """
    slack = StandIn()
    used = await _listen(slack, Page(slack, content), port)
    taken = f" (port {port} was taken)" if port not in (0, used) else ""
    line = f"Docent's playground: {slack.base}/{taken} Ctrl-C stops it."
    follower = asyncio.create_task(content.follow(slack.workspace.changed, _PAUSE))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="docent-") as folder,
            Exchanges(Path(folder) / "playground.db") as store,
        ):
            connection = Connection(bot_token=BOT_TOKEN, app_token=APP_TOKEN, api_url=slack.api_url)
            options = Options(house=house or House(), problems=content.problems, texts=content.texts)
            await serve(content.docent, store, connection, stop, lambda _: ready(line), options=options)
    finally:
        follower.cancel()
        with suppress(asyncio.CancelledError):
            await follower
        await slack.stop()


async def _listen(slack: StandIn, page: Page, port: int) -> int:
    last = min(port + _PORTS - 1, 65535) if port else 0
    for tried in range(port, last + 1):
        try:
            await slack.start(port=tried, routes=page.routes())
        except OSError as error:
            await slack.stop()
            if error.errno != errno.EADDRINUSE or tried == last:
                raise
        else:
            break
    return int(slack.base.rpartition(":")[2])
