"""Questions that were handed to people: one hand-over an exchange, from the asking to the word back to the asker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from bot.store import queries
from bot.store.exchanges import stamp
from bot.store.records import storable, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges
    from bot.store.rows import Exchange

State = Literal["posting", "open", "resolved", "told"]
"""posting: its message to the experts may be on its way. open: it is there. resolved: an expert has answered.
told: the asker has been told, or is being told."""

_INTERRUPTED = timedelta(minutes=5)
"""After this time a posting has failed without a trace, and may be tried again."""
_COLUMNS = "exchange, team, asker, channel, ts, state, resolved_by"


@dataclass(frozen=True, slots=True)
class Escalation:
    """One question in the hands of people."""

    exchange: int
    team: str
    asker: str
    """Who asked for a human: mostly, but not always, who had asked Docent."""
    channel: str
    """The experts' channel."""
    ts: str
    """The message there; empty where it is not known."""
    state: State
    resolved_by: str = ""


class Escalations:
    """The escalations of one database, through the writer of its exchanges. All methods raise ``StoreUnavailable``."""

    def __init__(self, exchanges: Exchanges, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._writer = exchanges.writer
        self._clock = clock

    async def exchange(self, team: str, answer_id: str) -> Exchange | None:
        """The exchange that a button is about: by its id, or by the event of one that had no id when it was shown.

        None for what is not stored (any more), or belongs to another team.
        """
        found = await self._writer.run(lambda db: _exchange(db, answer_id), reads=True)
        return found if found is not None and found.team == team else None

    async def open(self, exchange: int, team: str, asker: str, channel: str) -> tuple[Escalation, bool]:
        """Begin a hand-over; True beside it for the one caller that may post it."""
        now, late = self._clock(), self._clock() - _INTERRUPTED
        new = Escalation(exchange, team, asker, channel, "", "posting")
        return await self._writer.run(lambda db: _open(db, new, stamp(now), stamp(late)))

    async def posted(self, exchange: int, ts: str) -> None:
        """The experts have it, in the message with this ``ts``."""
        await self._writer.run(
            lambda db: db.execute(
                "UPDATE escalations SET state = 'open', ts = ? WHERE exchange = ? AND state = 'posting'",
                [storable(ts), exchange],
            )
        )

    async def withdraw(self, exchange: int) -> None:
        """It could not be posted: it may be asked for again."""
        await self._writer.run(
            lambda db: db.execute("DELETE FROM escalations WHERE exchange = ? AND state = 'posting'", [exchange])
        )

    async def resolve(self, team: str, exchange: int, user: str, ts: str) -> tuple[Escalation, bool] | None:
        """Somebody has answered; True beside it for who was first. None where it is not stored (any more).

        In: ``ts`` of the message that the experts have, which counts for more than what was known of it.
        """
        now = stamp(self._clock())
        return await self._writer.run(lambda db: _resolve(db, (team, exchange), (user, ts), now))

    async def tell(self, exchange: int) -> bool:
        """Commit that the asker is told; True for the one caller that may do it."""
        query = "UPDATE escalations SET state = 'told' WHERE exchange = ? AND state = 'resolved'"
        return await self._writer.run(lambda db: db.execute(query, [exchange]).rowcount == 1)

    async def untold(self) -> list[Escalation]:
        """What was resolved when Docent stopped, before the asker was told."""
        query = f"SELECT {_COLUMNS} FROM escalations WHERE state = 'resolved' ORDER BY exchange"  # noqa: S608 - ours
        return await self._writer.run(lambda db: [Escalation(*row) for row in db.execute(query).fetchall()], reads=True)


def _exchange(db: Database, answer_id: str) -> Exchange | None:
    if answer_id.isascii() and answer_id.isdigit():
        return queries.one(db, min(int(answer_id), (1 << 63) - 1))
    row = db.execute("SELECT exchange FROM deliveries WHERE key = ?", [storable(answer_id)]).fetchone()
    return queries.one(db, int(row[0])) if row else None


def _one(db: Database, exchange: int) -> Escalation | None:
    query = f"SELECT {_COLUMNS} FROM escalations WHERE exchange = ?"  # noqa: S608 - the columns are ours
    row = db.execute(query, [exchange]).fetchone()
    return Escalation(*row) if row else None


def _open(db: Database, new: Escalation, now: str, late: str) -> tuple[Escalation, bool]:
    cursor = db.execute(
        """
        INSERT INTO escalations (exchange, team, asker, channel, state, opened_at) VALUES (?, ?, ?, ?, 'posting', ?)
        ON CONFLICT (exchange) DO UPDATE SET asker = excluded.asker, opened_at = excluded.opened_at
            WHERE state = 'posting' AND opened_at < ?
        """,
        (new.exchange, *texts((new.team, new.asker, new.channel)), now, late),
    )
    return _one(db, new.exchange) or new, cursor.rowcount == 1


def _resolve(db: Database, which: tuple[str, int], by: tuple[str, str], now: str) -> tuple[Escalation, bool] | None:
    team, exchange = which
    cursor = db.execute(
        """
        UPDATE escalations SET state = 'resolved', resolved_by = ?, ts = ?, resolved_at = ?
        WHERE exchange = ? AND team = ? AND state IN ('posting', 'open')
        """,
        (*texts(by), now, exchange, team),
    )
    found = _one(db, exchange)
    return (found, cursor.rowcount == 1) if found is not None and found.team == team else None
