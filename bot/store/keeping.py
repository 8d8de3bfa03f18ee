"""How long exchanges are kept: those that are older go, with all that belongs to them."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.store.errors import StoreUnavailable
from bot.store.exchanges import stamp
from bot.store.people import empty_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges

_LOG = logging.getLogger(__name__)
_AT_ONCE = 500
"""How many go in one piece of work, so that questions that come in do not wait."""


async def drop_older(store: Exchanges, than: datetime) -> int:
    """Erase what was asked before a moment, with its feedback and hand-overs, from the file itself.

    What is being answered stays, and so does the mark that Docent has greeted a channel, which nobody asked.

    Out:
        How many exchanges there were.

    Raises:
        StoreUnavailable: it cannot be written for now; what is left goes with the next call.
    """
    before = stamp(than)
    gone = 0
    while True:
        count = await store.writer.run(lambda db: _drop(db, before))
        gone += count
        if count < _AT_ONCE:
            break
    if gone:
        await store.writer.run(empty_log, reads=True)
    return gone


async def keep_tidy(
    store: Exchanges, days: int, *, every: float = 3600.0, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> None:
    """Drop what is older than so many days, at once and then every hour. Runs until it is cancelled."""
    while True:
        try:
            if gone := await drop_older(store, clock() - timedelta(days=days)):
                _LOG.info("%d exchanges older than %d days were removed", gone, days)
        except StoreUnavailable as unavailable:
            _LOG.warning("old exchanges could not be removed, it is tried again: %s", unavailable)
        await asyncio.sleep(every)


def _drop(db: Database, before: str) -> int:
    # Overwritten in place: to write the whole file anew, as for a person, would hold questions up every hour.
    db.execute("PRAGMA secure_delete = ON")
    # Deliveries, feedback and escalations of an exchange go with it, by the foreign key.
    query = """
        DELETE FROM exchanges WHERE id IN (
            SELECT id FROM exchanges WHERE received_at < ? AND state NOT IN ('received', 'answering', 'sending')
                AND NOT (user = '' AND question = '') ORDER BY id LIMIT ?
        )
        """
    return int(db.execute(query, [before, _AT_ONCE]).rowcount)
