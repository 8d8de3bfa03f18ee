"""The playground beside a conversation: served from a thread of its own while somebody talks in the terminal."""

from __future__ import annotations

import asyncio
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from bot.settings import Settings

_ENDING = 10.0
"""Seconds that the page has to close."""


class Beside:
    """A playground that is served while the ``with`` block runs, and says on standard output where."""

    def __init__(self, settings: Settings, port: int) -> None:
        """Nothing starts yet. ``port`` is the first that is tried."""
        self._settings = settings
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._begun = threading.Event()
        self._ending = False
        self._thread = threading.Thread(target=self._serve, name="playground", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending = True
        self._begun.wait(_ENDING)
        if self._loop is not None and self._stop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_ENDING)

    def wait(self) -> None:
        """Go on serving until the process is interrupted, or the page ends by itself."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def _serve(self) -> None:
        try:
            asyncio.run(self._until_stopped())
        except OSError as error:
            print(f"docent: the playground did not start: {error}", file=sys.stderr, flush=True)
        finally:
            self._begun.set()

    async def _until_stopped(self) -> None:
        from bot import wire
        from bot.slack.playground.run import Setting, play

        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._begun.set()
        setting = Setting(self._port, manifest=wire.manifest(), house=wire.house(self._settings))
        await play(wire.followed(self._settings), setting, self._stop, self._tell)

    def _tell(self, line: str) -> None:
        if not self._ending:
            print(line, flush=True)
