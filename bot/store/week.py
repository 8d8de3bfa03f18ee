"""How the last days went: how much was asked, and what had no answer, without a word on who asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.store.exchanges import stamp
from bot.text import fold

if TYPE_CHECKING:
    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges

WEEK = timedelta(days=7)
_ASKED = "team = ? AND received_at >= ? AND state != 'ignored' AND question != ''"
_UNANSWERED = f"{_ASKED} AND (status IN ('unsure', 'unknown') OR state = 'failed')"


@dataclass(frozen=True, slots=True)
class Week:
    """The questions of one team."""

    asked: int
    unanswered: int
    frequent: tuple[tuple[str, int], ...]
    """The unanswered questions that came most often, as last worded, with how often; the most frequent first."""


async def week(store: Exchanges, team: str, *, now: datetime | None = None, most: int = 5) -> Week:
    """The last seven days of a team, with at most so many frequent questions.

    Raises:
        StoreUnavailable: the store cannot be read.
    """
    since = stamp((now or datetime.now(UTC)) - WEEK)
    return await store.writer.run(lambda db: _week(db, [team, since], most), reads=True)


def _week(db: Database, where: list[str], most: int) -> Week:
    asked = db.execute(f"SELECT count(*) FROM exchanges WHERE {_ASKED}", where).fetchone()[0]  # noqa: S608 - ours
    query = f"SELECT question FROM exchanges WHERE {_UNANSWERED} ORDER BY id"  # noqa: S608 - ours
    wordings: dict[str, list[str]] = {}
    unanswered = 0
    for (question,) in db.execute(query, where).fetchall():
        unanswered += 1
        wordings.setdefault(fold(question), []).append(question)
    ranked = sorted(wordings.values(), key=lambda asked: -len(asked))
    return Week(int(asked), unanswered, tuple((asked[-1], len(asked)) for asked in ranked[:most]))
