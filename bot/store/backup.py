"""A copy of the database, taken while a bot writes it, and only kept if it is whole."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.store.door import open_readonly, refusal
from bot.store.errors import StoreRefused

if TYPE_CHECKING:
    from pathlib import Path

_THERE = "Name another file, or say --force to replace it."


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds."""

    exchanges: int
    bytes: int


def backup(source: Path, target: Path, *, replace: bool = False) -> Copied:
    """Copy the database as it is at one moment, with every exchange that was committed before; readable by its owner alone.

    Args:
        source: the database, in use or not.
        target: the new file; it comes whole or not at all.
        replace: whether it may take the place of a file.

    Raises:
        StoreRefused: there is no source, it is damaged, or the target is there already.
        StoreUnavailable: the source cannot be read for now.
        OSError: the target cannot be written.
    """
    if target.exists() and (not replace or (source.exists() and target.samefile(source))):
        message = f"{target} exists already."
        raise StoreRefused(message, _THERE)
    db = open_readonly(source)
    handle, spare = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    os.close(handle)
    try:
        try:
            with contextlib.closing(sqlite3.connect(spare)) as copy:
                db.conn.backup(copy)
                # The copy is one file: without this it would want a log of its own beside it.
                copy.execute("PRAGMA journal_mode = DELETE")
                found = str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
                count = int(copy.execute("SELECT count(*) FROM exchanges").fetchone()[0])
        except sqlite3.Error as error:
            raise refusal(source, error) from error
        if found != "ok":
            message = f"The copy of {source} is damaged ({found.splitlines()[-1]}), and is not kept."
            raise StoreRefused(message, "Look at the disk; the last good backup is the one to keep.")
        size = _settle(spare, target, replace=replace)
    finally:
        db.close()
        with contextlib.suppress(FileNotFoundError):
            os.unlink(spare)  # noqa: PTH108 - it came from tempfile as text
    return Copied(count, size)


def _settle(spare: str, target: Path, *, replace: bool) -> int:
    """Bring the copy to the disk, and then to its name."""
    handle = os.open(spare, os.O_RDWR | os.O_CLOEXEC)
    try:
        os.fsync(handle)
        size = os.fstat(handle).st_size
    finally:
        os.close(handle)
    if replace:
        os.replace(spare, target)  # noqa: PTH105 - as above
        return size
    try:
        os.link(spare, target)
    except FileExistsError:
        message = f"{target} exists already."
        raise StoreRefused(message, _THERE) from None
    return size
