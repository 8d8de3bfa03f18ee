"""The one thread that writes: jobs come from any thread or event loop and are committed in groups.

One connection on one thread leaves nothing to contend for within the process, and one fsync serves all that came in
while the one before it was under way.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import sqlite3
import threading
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from bot.store.door import OpenStore, open_store, refusal
from bot.store.errors import StoreError, StoreUnavailable
from bot.store.jobs import Job, is_store_fault, primary_code
from bot.store.outage import LONGEST_PAUSE, Outage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

_LOG = logging.getLogger(__name__)
T = TypeVar("T")

BUSY_SECONDS = 1.0
"""How long one attempt waits for another process's lock."""
PATIENCE = 2.0
"""How long a caller waits before the store counts as unavailable: within the three seconds that Slack gives."""
_BATCH = 256
_BACKLOG = 10_000
_KEEPS_CONNECTION = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL}
_SAVEPOINT = "job"


class Writer:
    """Owns the connection. ``call`` and ``run`` wait for the commit; ``later`` never waits."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS, patience: float = PATIENCE) -> None:
        """Open the store and start the thread.

        Raises:
            StoreError: it cannot be opened; nothing is left running.
        """
        self.path = path
        self._busy_seconds = busy_seconds
        self._patience = patience
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._backlog: deque[Callable[[Database], object]] = deque()
        self._backlog_lock = threading.Lock()
        self._closing = threading.Event()
        self._open: OpenStore | None = None
        self._outage = Outage(path)
        self._lost = 0
        started: Future[None] = Future()
        self._thread = threading.Thread(target=self._serve, args=(started,), name="store", daemon=True)
        self._thread.start()
        started.result()

    @property
    def trouble(self) -> StoreError | None:
        """Why the store cannot be written at this moment; None while it can."""
        return self._outage.trouble

    @property
    def waiting(self) -> int:
        """How many writes are kept in memory until the store can be written."""
        return len(self._backlog)

    def call(self, work: Callable[[Database], T], *, reads: bool = False) -> T:
        """Run work on the connection, for callers without an event loop.

        Args:
            work: what to do; its changes are committed when this returns. It may run within a group, so it must not
                commit or roll back by itself.
            reads: it changes nothing, and needs no lock.

        Raises:
            StoreUnavailable: it cannot be written; the work was not and will not be done.
        """
        job = self._submit(work, reads=reads)
        try:
            return job.future.result(self._patience)
        except FutureTimeoutError:
            job.leave()
            raise self._too_slow() from None

    async def run(
        self,
        work: Callable[[Database], T],
        *,
        reads: bool = False,
        left: Callable[[T], None] | None = None,
        undone: Callable[[], None] | None = None,
    ) -> T:
        """The same for callers on an event loop.

        Args:
            work: as in ``call``.
            reads: as in ``call``.
            left: told the result, on the writing thread, where the commit came after the caller had given up.
            undone: told, on the writing thread, that the work ran and its group was rolled back.

        Raises:
            StoreUnavailable: as in ``call``; with ``left``, the work may have been done nevertheless.
        """
        job = self._submit(work, reads=reads, left=left, undone=undone)
        try:
            await job.over(self._patience)
        except asyncio.CancelledError:
            job.leave()
            raise
        if not job.future.done():
            job.leave()
            raise self._too_slow()
        return job.future.result()

    def later(self, work: Callable[[Database], object]) -> None:
        """Have work done with the next group, or as soon as the store can be written again. Never waits nor raises.

        At most 10,000 pieces are kept; of more, the oldest are lost, and it is logged.
        """
        with self._backlog_lock:
            if len(self._backlog) >= _BACKLOG:
                self._backlog.popleft()
                self._lost += 1
                if self._lost == 1 or self._lost % 1000 == 0:
                    _LOG.error("%d exchanges are lost from the log: %s", self._lost, self._outage.trouble)
            self._backlog.append(work)
        self._jobs.put(None)

    def close(self, seconds: float = 5.0) -> None:
        """Write all that waits, then close. Of no effect the second time."""
        self._closing.set()
        self._jobs.put(None)
        self._thread.join(seconds)

    def _submit(
        self,
        work: Callable[[Database], T],
        *,
        reads: bool,
        left: Callable[[T], None] | None = None,
        undone: Callable[[], None] | None = None,
    ) -> Job[T]:
        if self._closing.is_set():
            message = f"{self.path} is closed."
            raise StoreUnavailable(message)
        job = Job(work, reads=reads, left=left, undone=undone)
        self._jobs.put(job)
        return job

    def _too_slow(self) -> StoreUnavailable:
        trouble = self._outage.trouble
        message = trouble.message if trouble else f"{self.path} did not answer within {self._patience:g} seconds."
        return StoreUnavailable(message, trouble.remedy if trouble else "")

    def _serve(self, started: Future[None]) -> None:
        try:
            self._open = open_store(self.path, busy_seconds=self._busy_seconds)
        except Exception as error:  # noqa: BLE001 - every error at the start belongs to who opens the store
            started.set_exception(error)
            return
        started.set_result(None)
        while True:
            batch = self._next_batch()
            if batch or self._backlog or self._outage.trouble:
                self._commit(batch)
            if self._closing.is_set() and self._jobs.empty() and (not self._backlog or self._outage.trouble):
                break
        if self._backlog:
            _LOG.error("%d exchanges are lost from the log: it could not be written before the end", len(self._backlog))
        if self._open is not None:
            self._open.close()

    def _next_batch(self) -> list[Job[Any]]:
        """What is to be done next; waits while there is nothing, and pauses while the store is in trouble."""
        while True:
            batch = self._collect()
            pause = self._outage.pause
            if pause == 0 or self._closing.is_set():
                return batch
            if pause <= LONGEST_PAUSE:
                self._closing.wait(pause)
                return batch
            for job in batch:
                job.fail(self._too_slow())

    def _collect(self) -> list[Job[Any]]:
        wait = self._outage.pause if self._outage.trouble else None
        batch: list[Job[Any]] = []
        try:
            found = self._jobs.get(timeout=wait)
            while True:
                if found is not None:
                    batch.append(found)
                if len(batch) == _BATCH:
                    break
                found = self._jobs.get_nowait()
        except queue.Empty:
            pass
        return batch

    def _commit(self, batch: list[Job[Any]]) -> None:
        """Do a group of jobs and all that was left for later in one transaction."""
        results: list[tuple[Job[Any], Any]] = []
        kept: list[Callable[[Database], object]] = []
        try:
            store = self._usable()
            db = store.db
            for job in batch:
                if job.reads and job.future.set_running_or_notify_cancel():
                    self._do(job, db, results)
            writes = [job for job in batch if not job.reads]
            with self._backlog_lock:
                kept = list(islice(self._backlog, _BATCH))
            if writes or kept or self._outage.trouble:
                db.conn.execute("BEGIN IMMEDIATE")
                for work in kept:
                    self._do_kept(work, db)
                for job in writes:
                    # From here on its caller can no longer withdraw it.
                    if job.future.set_running_or_notify_cancel():
                        self._do(job, db, results)
                mark = store.latest()
                db.conn.execute("COMMIT")
                store.mark(mark)
        except Exception as error:  # noqa: BLE001 - a dead thread would leave every caller waiting
            for job, _ in results:
                if job.undone:
                    job.undone()
            trouble = self._stumble(error)
            for job in batch:
                if not job.future.done():
                    job.fail(StoreUnavailable(trouble.message, trouble.remedy))
            return
        with self._backlog_lock:
            for work in kept:
                # A full backlog may have dropped some of its oldest meanwhile.
                if self._backlog and self._backlog[0] is work:
                    self._backlog.popleft()
            more = bool(self._backlog)
        if more:
            self._jobs.put(None)
        self._outage.over()
        for job, result in results:
            job.succeed(result)

    def _do(self, job: Job[Any], db: Database, results: list[tuple[Job[Any], Any]]) -> None:
        """Do one job. Its own error undoes it alone; the store's error is raised and undoes the group."""
        if not job.reads:
            db.conn.execute(f"SAVEPOINT {_SAVEPOINT}")
        try:
            result = job.work(db)
        except Exception as error:
            if is_store_fault(error):
                raise
            if not job.reads:
                db.conn.execute(f"ROLLBACK TO {_SAVEPOINT}")
                db.conn.execute(f"RELEASE {_SAVEPOINT}")
            job.fail(error)
        else:
            if not job.reads:
                db.conn.execute(f"RELEASE {_SAVEPOINT}")
            results.append((job, result))

    def _do_kept(self, work: Callable[[Database], object], db: Database) -> None:
        db.conn.execute(f"SAVEPOINT {_SAVEPOINT}")
        try:
            work(db)
        except Exception as error:
            if is_store_fault(error):
                raise
            db.conn.execute(f"ROLLBACK TO {_SAVEPOINT}")
            _LOG.exception("A write that was left for later failed and is lost from the log")
        db.conn.execute(f"RELEASE {_SAVEPOINT}")

    def _usable(self) -> OpenStore:
        if self._open is not None:
            self._open.check()
            return self._open
        self._open = open_store(self.path, busy_seconds=self._busy_seconds)
        return self._open

    def _stumble(self, error: Exception) -> StoreError:
        """Undo the group, remember the trouble, and say it now and then."""
        if isinstance(error, sqlite3.Error):
            trouble: StoreError = refusal(self.path, error)
        elif isinstance(error, StoreError):
            trouble = error
        else:
            if not isinstance(error, OSError):
                _LOG.error("A mistake of ours stopped a write", exc_info=error)
            trouble = StoreUnavailable(f"{self.path} cannot be used for now ({error}).")
        if self._open is not None:
            if isinstance(error, sqlite3.Error) and primary_code(error) in _KEEPS_CONNECTION:
                if self._open.db.conn.in_transaction:
                    self._open.db.conn.rollback()
            else:
                gone, self._open = self._open, None
                gone.rescue()
        self._outage.meet(trouble)
        return trouble
