"""What people say of answers: helpful or not, and why. One word a person and answer; the latest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from bot.store.exchanges import stamp
from bot.store.records import storable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges

Rating = Literal["up", "down"]
LONGEST_REASON = 3000


@dataclass(frozen=True, slots=True)
class Opinion:
    """One person's word on one answer."""

    team: str
    exchange: int
    user: str
    rating: Rating
    reason: str = ""


class Feedback:
    """The feedback of one database, through the writer of its exchanges."""

    def __init__(self, exchanges: Exchanges, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._writer = exchanges.writer
        self._clock = clock

    def later(self, opinion: Opinion) -> None:
        """Store an opinion soon; a reason that is empty leaves the one before. Never waits and never raises.

        An answer that is not stored (any more), or is another team's, is passed over.
        """
        now = stamp(self._clock())
        self._writer.later(lambda db: _put(db, opinion, now))

    async def of(self, exchange: int) -> list[Opinion]:
        """All opinions on one answer, the oldest first.

        Raises:
            StoreUnavailable: the store cannot be read.
        """
        return await self._writer.run(lambda db: _of(db, exchange), reads=True)


def _put(db: Database, opinion: Opinion, now: str) -> None:
    db.execute(
        """
        INSERT INTO feedback (exchange, user, rating, reason, given_at)
        SELECT id, :user, :rating, :reason, :now FROM exchanges WHERE id = :exchange AND team = :team
        ON CONFLICT (exchange, user) DO UPDATE SET rating = :rating, given_at = :now,
            reason = CASE WHEN :reason = '' AND rating = :rating THEN reason ELSE :reason END
        """,
        {
            "exchange": opinion.exchange,
            "team": opinion.team,
            "user": storable(opinion.user),
            "rating": opinion.rating,
            "reason": storable(opinion.reason[:LONGEST_REASON]),
            "now": now,
        },
    )


def _of(db: Database, exchange: int) -> list[Opinion]:
    rows = db.execute(
        """
        SELECT team, exchange, feedback.user, rating, reason FROM feedback JOIN exchanges ON exchanges.id = exchange
        WHERE exchange = ? ORDER BY given_at, feedback.user
        """,
        [exchange],
    )
    return [Opinion(*row) for row in rows.fetchall()]
