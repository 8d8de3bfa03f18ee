"""Forgetting a person: their exchanges go, and no byte of them stays behind in the file or its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges


async def forget(store: Exchanges, team: str, user: str, exchange: int | None = None) -> int:
    """Erase all exchanges of a person with all that they have said of others', or only one exchange of theirs.

    Out:
        How many there were. When this returns they are gone from the file itself, not only marked as free in it.

    Raises:
        StoreUnavailable: it cannot be written for now, or a reader of the log holds on to what was there; call again.
    """

    def erase(db: Database) -> int:
        # Deliveries, feedback and escalations of an exchange go with it, by the foreign key.
        if exchange is not None:
            where = [team, user, exchange]
            return int(db.execute("DELETE FROM exchanges WHERE team = ? AND user = ? AND id = ?", where).rowcount)
        for column in ("asker", "resolved_by"):
            db.execute(f"UPDATE escalations SET {column} = '' WHERE team = ? AND {column} = ?", [team, user])  # noqa: S608
        others = "SELECT id FROM exchanges WHERE team = ?"
        db.execute(f"DELETE FROM feedback WHERE user = ? AND exchange IN ({others})", [user, team])  # noqa: S608
        return int(db.execute("DELETE FROM exchanges WHERE team = ? AND user = ?", [team, user]).rowcount)

    gone = await store.writer.run(erase)
    await store.writer.run(wipe, reads=True)
    return gone


def wipe(db: Database) -> None:
    """Rewrite the file without its free pages, and empty the log beside it. Runs outside of any transaction."""
    db.conn.execute("VACUUM")
    empty_log(db)


def empty_log(db: Database) -> None:
    """Bring the log into the file, and empty it. Runs outside of any transaction."""
    busy, _, _ = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        message = "The erased exchanges are gone from the log, but another program still reads the old file."
        raise StoreUnavailable(message, "Close it (`docent log`), and forget again.")
