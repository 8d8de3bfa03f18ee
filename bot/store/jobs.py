"""A piece of work for the writing thread, and which of its errors are the store's."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

T = TypeVar("T")

_STORE_FAULTS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
}


class Job(Generic[T]):
    """One piece of work and the future that its caller waits for."""

    def __init__(
        self,
        work: Callable[[Database], T],
        *,
        reads: bool,
        left: Callable[[T], None] | None,
        undone: Callable[[], None] | None,
    ) -> None:
        """Hold work that is not yet begun. See ``Writer.run`` for ``left`` and ``undone``."""
        self.work = work
        self.reads = reads
        self.undone = undone
        self.future: Future[T] = Future()
        self._left = left
        self._lock = threading.Lock()
        self._gone = False

    async def over(self, patience: float) -> None:
        """Wait for its end, or until so many seconds are up; ``future`` tells which of the two it was."""
        loop = asyncio.get_running_loop()
        over: asyncio.Future[None] = loop.create_future()

        def wake(_: Future[T]) -> None:
            # A loop that is closed has nobody who waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_settle, over)

        self.future.add_done_callback(wake)
        limit = loop.call_later(patience, _settle, over)
        try:
            await over
        finally:
            limit.cancel()

    def leave(self) -> None:
        """The caller waits no longer: work not begun never runs; of work done, ``left`` hears."""
        with self._lock:
            if not self.future.cancel():
                self._gone = True
                if self.future.done() and self._left and not self.future.exception():
                    self._left(self.future.result())

    def succeed(self, result: T) -> None:
        """Hand the result over after the commit."""
        with self._lock:
            if self._gone and self._left:
                self._left(result)
            self.future.set_result(result)

    def fail(self, error: Exception) -> None:
        """Hand an error over; of no effect on a job whose caller has gone before it began."""
        if self.future.running() or self.future.set_running_or_notify_cancel():
            self.future.set_exception(error)


def _settle(over: asyncio.Future[None]) -> None:
    if not over.done():
        over.set_result(None)


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code; 0 for an error that is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_store_fault(error: BaseException) -> bool:
    """Whether an error says that the store is at fault, and not the work that was tried."""
    return isinstance(error, sqlite3.Error) and primary_code(error) in _STORE_FAULTS
