"""The door of the database file: nothing is written on a file that is not sound and ours, nor beside another writer."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import logging
import os
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.store.errors import StoreInUse, StoreRefused, StoreUnavailable
from bot.store.migrations import APPLICATION_ID, LATEST, MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
_HEADER = 100
_PASSING = {errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.EIO, errno.ENOMEM}
_SEVERE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_RESTORE = "Move it away and put a backup in its place, or start without it and a new one is begun."
_ELSEWHERE = "Name another file with DOCENT_DATABASE."


@dataclass(slots=True)
class OpenStore:
    """An open database with what guards it. Belongs to the thread that opened it."""

    path: Path
    db: Database
    lock: int
    """File descriptor that holds the lock."""
    watch: int
    """File descriptor of the database. It stays open as long as the connection: closing any descriptor of a file
    drops the locks that SQLite holds on it in this process."""

    def check(self) -> None:
        """See that the path still leads to the file that is open, and that its header is whole; a few microseconds.

        Raises:
            StoreUnavailable: the file was removed, replaced, emptied or overwritten.
        """
        ours = os.fstat(self.watch)
        try:
            there = self.path.stat()
        except FileNotFoundError:
            message = f"{self.path} was removed while it was in use."
            raise StoreUnavailable(message) from None
        if (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino):
            message = f"{self.path} was replaced by another file while it was in use."
            raise StoreUnavailable(message)
        refuse_header(self.path, os.pread(self.watch, _HEADER, 0))

    def latest(self) -> int:
        """The highest id that an exchange ever had."""
        row = self.db.conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'exchanges'").fetchone()
        return int(row[0]) if row else 0

    def mark(self, latest: int) -> None:
        """Note outside the database how far it has come: a log that lost its end opens without an error."""
        os.pwrite(self.lock, b"%-20d\n%-20d\n" % (os.getpid(), latest), 0)

    def rescue(self) -> None:
        """Close. Where the file was removed under us, what it held is put back in its place first."""
        spare = self.path.with_name(self.path.name + ".rescued")
        try:
            if self.path.exists():
                return
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600))
            self.db.conn.execute("VACUUM INTO ?", [str(spare)])
        except (sqlite3.Error, OSError) as error:
            _LOG.exception("What %s held could not be rescued", self.path, exc_info=error)
            spare.unlink(missing_ok=True)
        finally:
            self.close()
        if spare.exists():
            # A log left behind by the removed file would be played into the new one.
            for ending in ("-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
            with contextlib.suppress(FileExistsError):
                os.link(spare, self.path)
                _LOG.warning("%s was removed while it was in use; what it held was put back", self.path)
            spare.unlink()

    def close(self) -> None:
        """Close the connection, then what guards it. A damaged file may not even close cleanly; that is no error."""
        with contextlib.suppress(sqlite3.Error):
            self.db.conn.rollback()
        with contextlib.suppress(sqlite3.Error):
            self.db.close()
        os.close(self.watch)
        os.close(self.lock)


def open_store(path: Path, *, busy_seconds: float) -> OpenStore:
    """Open the database for writing, creating it or bringing it to the latest shape.

    Args:
        path: the file; its folder is made (0700) where it is missing.
        busy_seconds: how long a write waits for a lock of another process.

    Raises:
        StoreInUse: another process writes to it.
        StoreRefused: it is damaged, foreign, newer than this Docent, or in a place that cannot hold it.
        StoreUnavailable: it is locked or the disk is full, for now.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _lock(path)
    except OSError as error:
        raise _unusable(path, error) from error
    watch = -1
    conn: sqlite3.Connection | None = None
    try:
        existed = path.exists()
        watch = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if os.fstat(watch).st_mode & 0o077:
            os.fchmod(watch, 0o600)
        size = os.fstat(watch).st_size
        marked = _marked(lock)
        if existed and not size:
            _refuse_emptied(path, marked)
        if size:
            refuse_header(path, os.pread(watch, _HEADER, 0))
            _refuse_damaged(path)
        conn = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, cached_statements=256)
        if not size:
            # Before WAL mode, so that the mark stands in the file itself and not in a log beside it.
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        store = OpenStore(path, _prepare(path, conn), lock, watch)
        _go_on_after(store, marked)
    except BaseException as error:
        if conn is not None:
            conn.close()
        if watch >= 0:
            os.close(watch)
        os.close(lock)
        if isinstance(error, sqlite3.Error):
            raise refusal(path, error) from error
        if isinstance(error, OSError):
            raise _unusable(path, error) from error
        raise
    return store


def open_readonly(path: Path) -> Database:
    """Open the database for reading beside a running bot; nothing is written, not even a lock file.

    Raises:
        StoreRefused: there is no such file, or it is damaged, foreign or of another version.
        StoreUnavailable: it cannot be read for now.
    """
    if not path.exists():
        message = f"There is no log yet: {path} does not exist."
        raise StoreRefused(message, "It is begun with the first question that is logged.")
    try:
        # Not by opening the file ourselves: closing it again would drop the locks of a writer in this process.
        conn = _connect_readonly(path)
        ours = conn.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = conn.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise refusal(path, error) from error
    if not ours:
        conn.close()
        message = f"{path} is not a log of Docent."
        raise StoreRefused(message, _ELSEWHERE)
    _refuse_newer(path, version)
    if version < LATEST:
        conn.close()
        message = f"{path} was written by an older Docent."
        raise StoreRefused(message, "Start the bot once (`docent run`): it brings the file up to date.")
    return Database(conn, execute_plugins=False)


def refuse_header(path: Path, header: bytes) -> None:
    """See that the first bytes are those of a database of ours.

    Raises:
        StoreRefused: they are not.
    """
    if len(header) < _HEADER:
        message = f"{path} is cut short: it holds {len(header)} bytes."
        raise StoreRefused(message, _RESTORE)
    if not header.startswith(_MAGIC):
        message = f"{path} is not an SQLite database, or its beginning is overwritten."
        raise StoreRefused(message, f"{_RESTORE} {_ELSEWHERE}")
    if int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big") != APPLICATION_ID:
        message = f"{path} is a database of another program."
        raise StoreRefused(message, _ELSEWHERE)


def refusal(path: Path, error: sqlite3.Error) -> StoreRefused | StoreUnavailable:
    """What SQLite's error means for the store: damaged for good, or unavailable for now."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _SEVERE:
        message = f"{path} is damaged ({error})."
        return StoreRefused(message, _RESTORE)
    message = f"{path} cannot be used for now ({error})."
    return StoreUnavailable(message, "It is tried again by itself; look for a full disk or a program that locks it.")


def _lock(path: Path) -> int:
    """Take the lock that keeps a second writer out; it ends with the process, however that ends."""
    name = path.with_name(path.name + ".lock-pid")
    lock = os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip()
        os.close(lock)
        message = f"{path} is in use by another Docent (process {holder or 'unknown'})."
        raise StoreInUse(message, f"Stop that one first. {_ELSEWHERE}") from None
    os.pwrite(lock, b"%-20d\n" % os.getpid(), 0)
    return lock


def _marked(lock: int) -> int:
    """How far the database had come when it was last written; 0 where that is not known."""
    noted = os.pread(lock, 100, 0).split()
    return int(noted[1]) if len(noted) > 1 and noted[1].isdigit() else 0


def _refuse_emptied(path: Path, marked: int) -> None:
    if marked:
        message = f"{path} was emptied: it held {marked} exchanges."
        raise StoreRefused(message, _RESTORE)


def _go_on_after(store: OpenStore, marked: int) -> None:
    """Tell of exchanges that are gone, and never give their ids to others: buttons in Slack still carry them."""
    latest = store.latest()
    if latest < marked:
        _LOG.error(
            "%s ends with exchange %d and once held %d: it is an older copy, or its -wal file was lost",
            store.path,
            latest,
            marked,
        )
        store.db.conn.execute("BEGIN IMMEDIATE")
        store.db.conn.execute("DELETE FROM sqlite_sequence WHERE name = 'exchanges'")
        store.db.conn.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('exchanges', ?)", [marked])
        store.db.conn.execute("COMMIT")
    store.mark(max(latest, marked))


def _connect_readonly(path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0, isolation_level=None)
    conn.execute("PRAGMA query_only = ON")
    conn.execute("PRAGMA trusted_schema = OFF")
    return conn


def _refuse_damaged(path: Path) -> None:
    """Check the pages over a connection that cannot write, so that a damaged file stays as it was found."""
    conn = _connect_readonly(path)
    try:
        _refuse_newer(path, conn.execute("PRAGMA user_version").fetchone()[0])
        found = conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        conn.close()
    if found != "ok":
        message = f"{path} is damaged ({found.splitlines()[-1]})."
        raise StoreRefused(message, _RESTORE)


def _refuse_newer(path: Path, version: int) -> None:
    if version > LATEST:
        message = f"{path} was written by a newer Docent (its shape is {version}, this one knows {LATEST})."
        raise StoreRefused(message, f"Install that version. {_ELSEWHERE}")


def _prepare(path: Path, conn: sqlite3.Connection) -> Database:
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA temp_store = MEMORY")
    mode = conn.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        message = f"{path} lies on a file system that cannot hold it safely (journal mode {mode})."
        raise StoreRefused(message, "Put it on a local disk. " + _ELSEWHERE)
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA journal_size_limit = 16777216")
    db = Database(conn, execute_plugins=False)
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if version < LATEST:
        MIGRATIONS.apply(db)
        conn.execute(f"PRAGMA user_version = {LATEST}")
        _LOG.info("%s was brought from shape %d to %d", path, version, LATEST)
    return db


def _unusable(path: Path, error: OSError) -> StoreRefused | StoreUnavailable:
    message = f"{path} cannot be opened: {error.strerror or error}."
    if error.errno in _PASSING:
        return StoreUnavailable(message, "It is tried again by itself.")
    return StoreRefused(message, f"Check the folder and its rights. {_ELSEWHERE}")
