"""How Docent behaves in a channel, as its people have chosen. Read once, then kept in memory: there is one writer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Json, ValidationError

from bot.store.exchanges import stamp
from bot.store.records import as_json, storable, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges

_LOG = logging.getLogger(__name__)

Mode = Literal["mention", "ambient", "off"]
"""mention: answers where it is named, and in threads that it is in. ambient: answers confident questions unasked as well.
off: answers nobody."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What was chosen for one channel."""

    mode: Mode = "mention"
    tags: tuple[str, ...] = ()
    """Only what has one of these tags is answered from, beside what has none; empty for all."""


class _Row(BaseModel):
    team: str
    channel: str
    mode: Mode
    tags: Json[tuple[str, ...]]


class Channels:
    """The channel settings of one database, through the writer of its exchanges."""

    def __init__(self, exchanges: Exchanges, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._writer = exchanges.writer
        self._clock = clock
        self._known: dict[tuple[str, str], ChannelSettings] = {}

    async def load(self) -> None:
        """Read what is stored. Until then every channel has the settings that nobody has chosen.

        Raises:
            StoreUnavailable: the store cannot be read.
        """
        self._known |= await self._writer.run(_all, reads=True)

    async def let_go(self) -> None:
        """Let go of what is not stored any more, after a workspace was erased.

        Raises:
            StoreUnavailable: the store cannot be read.
        """
        before = set(self._known)
        for key in before - set(await self._writer.run(_all, reads=True)):
            self._known.pop(key, None)

    def of(self, team: str, channel: str) -> ChannelSettings:
        """The settings of a channel. Never waits and never raises."""
        return self._known.get((team, channel)) or ChannelSettings()

    async def put(self, team: str, channel: str, settings: ChannelSettings) -> None:
        """Store what was chosen; it holds from now on.

        Raises:
            StoreUnavailable: it is not stored, and the settings are as before.
        """
        now = stamp(self._clock())
        await self._writer.run(lambda db: _put(db, (team, channel), settings, now))
        self._known[team, channel] = settings


def _all(db: Database) -> dict[tuple[str, str], ChannelSettings]:
    found = {}
    for row in db.query("SELECT team, channel, mode, tags FROM channels"):
        try:
            read = _Row.model_validate(row)
        except ValidationError:
            _LOG.warning("the settings of channel %s cannot be read and are left out", row["channel"])
            continue
        found[read.team, read.channel] = ChannelSettings(read.mode, read.tags)
    return found


def _put(db: Database, channel: tuple[str, str], settings: ChannelSettings, now: str) -> None:
    db.execute(
        """
        INSERT INTO channels (team, channel, mode, tags, changed_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (team, channel) DO UPDATE SET mode = excluded.mode, tags = excluded.tags,
            changed_at = excluded.changed_at
        """,
        (*texts(channel), settings.mode, storable(as_json(settings.tags)), now),
    )
