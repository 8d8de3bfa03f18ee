"""The playground: the stand-in with its page, and the very same bot that answers on Slack connected to it."""

from __future__ import annotations

import asyncio
import errno
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.slack.app import Options
from bot.slack.live import LiveContent
from bot.slack.playground.line import Kind, Line
from bot.slack.playground.page import Page
from bot.slack.playground.replay import Replay
from bot.slack.playground.script import Step
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.wiring import Wiring
from bot.slack.playground.workspace import Json
from bot.slack.rooms import House
from bot.slack.serve import Connection, serve
from bot.store.exchanges import Exchanges

_PAUSE = 0.5
"""Seconds between two looks at the files."""
_PORTS = 20
"""How many ports are tried."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a playground is set up."""

    port: int = 0
    """Where to listen on loopback; the next free one where it is taken, and 0 for any."""
    transport: Kind = "socket"
    manifest: Json = field(default_factory=dict)
    """The app's, for its commands and shortcuts."""
    house: House = field(default_factory=House)
    """What holds in all channels."""
    script: tuple[Step, ...] = ()
    """What is done once the page stands."""
    script_file: str = ""


async def play(content: LiveContent, setting: Setting, stop: asyncio.Event, tell: Callable[[str], None]) -> None:
    """Serve the page until ``stop`` is set. Nothing stays behind: the database is a temporary one.

    Args:
        content: what Docent answers from.
        setting: how it is set up.
        stop: ends it.
        tell: called with one line on where the page is, and with one when a script has been played.

    Raises:
        OSError: no port is free.
    """
    slack = StandIn()
    line = Line(slack, setting.transport)
    used = await _listen(slack, Page(slack, content, Wiring(slack, line), setting.manifest), setting.port)
    taken = f" (port {setting.port} was taken)" if setting.port not in (0, used) else ""
    address = f"Docent's playground: {slack.base}/{taken} Ctrl-C stops it."
    tasks = [asyncio.create_task(content.follow(slack.workspace.changed, _PAUSE))]

    def ready() -> None:
        tell(address)
        if setting.script:
            tasks.append(asyncio.create_task(_replay(slack, setting, tell)))

    try:
        with (
            tempfile.TemporaryDirectory(prefix="docent-") as folder,
            Exchanges(Path(folder) / "playground.db") as store,
        ):
            options = Options(house=setting.house, problems=content.problems, texts=content.texts)

            async def bot(connection: Connection, over: asyncio.Event, up: Callable[[str], None]) -> None:
                await serve(content.docent, store, connection, over, up, options=options)

            await line.hold(bot, stop, ready)
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await slack.stop()


async def _replay(slack: StandIn, setting: Setting, tell: Callable[[str], None]) -> None:
    problem = await Replay(slack, setting.script_file, setting.manifest).run(setting.script)
    count = "one step was" if len(setting.script) == 1 else f"{len(setting.script)} steps were"
    tell(str(problem) if problem else f"{setting.script_file}: {count} played.")


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
