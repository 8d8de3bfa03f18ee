"""Where Docent is installed: a token for each workspace, or for an organisation of them, locked in the database.

Read once, then kept in memory: there is one writer, and whoever speaks to Slack must not wait for the disk.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.store.errors import StoreUnavailable
from bot.store.people import wipe
from bot.store.records import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from bot.store.exchanges import Exchanges
    from bot.store.vault import Vault

STATE_SECONDS = 600
"""How long somebody may take on Slack's page to allow an installation."""
_COLUMNS = "place, team, enterprise, name, token, bot_id, bot_user, scopes, installed_by, installed_at"


@dataclass(frozen=True, slots=True)
class Installation:
    """Docent in one workspace, or, with an empty ``team``, in all of an organisation that take it in."""

    team: str
    enterprise: str
    name: str
    token: str = field(repr=False)
    bot_id: str
    bot_user: str
    scopes: str
    """With commas between."""
    installed_by: str
    installed_at: float
    """Seconds since 1970."""

    @property
    def place(self) -> str:
        """The workspace, or else the organisation."""
        return self.team or self.enterprise


class Installations:
    """The installations of one database, through the writer of its exchanges."""

    def __init__(
        self, exchanges: Exchanges, vault: Vault, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._exchanges = exchanges
        self._vault = vault
        self._clock = clock
        self._known: dict[str, Installation] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    async def load(self) -> None:
        """Read what is stored; what was locked with an older key is locked with the newest.

        Raises:
            StoreRefused: no key opens a token.
            StoreUnavailable: the store cannot be read.
        """
        found = await self._exchanges.writer.run(self._all)
        self._known = {each.place: each for each in found}

    def of(self, team: str, enterprise: str = "") -> Installation | None:
        """The installation that holds for a workspace: its own, or that of its organisation. Never waits."""
        return self._known.get(team) or (self._known.get(enterprise) if enterprise else None)

    def at(self, place: str) -> Installation | None:
        """The installation of just this workspace or organisation."""
        return self._known.get(place)

    async def put(self, installation: Installation) -> None:
        """Store an installation in the place of an earlier one; it holds from now on.

        Raises:
            StoreUnavailable: it is not stored, and everything is as before.
        """
        locked = self._vault.lock(installation.token)
        await self._exchanges.writer.run(lambda db: _put(db, installation, locked))
        self._known[installation.place] = installation

    async def remove(self, team: str, enterprise: str, *, at: float, erase: bool) -> str:
        """Forget the token of a workspace, or with an empty ``team`` of an organisation.

        In: ``at``: only what was installed before this moment, in seconds since 1970; ``erase``: with all exchanges and
        settings of the place, also where its token has gone before. Out: the place; empty where nothing is to be done.
        """
        place = team or enterprise
        found = self.of(team, enterprise)
        # An organisation's installation goes on without a workspace. Slack counts whole seconds, and may tell of it long
        # after Docent was installed anew.
        if not place or (found is not None and (found.place != place or found.installed_at >= at + 1)):
            return ""
        if found is None and not erase:
            return ""
        self._known.pop(place, None)

        def work(db: Database) -> None:
            db.execute("DELETE FROM installations WHERE place = ?", [place])
            if erase:
                _erase(db, place)

        try:
            await self._exchanges.writer.run(work)
            if erase:
                await self._exchanges.writer.run(wipe, reads=True)
        except StoreUnavailable:
            self._exchanges.writer.later(work)
        return place

    def ticket(self) -> str:
        """The state of a new installation, to be given back by whoever began it."""
        return self._vault.ticket()

    async def redeem(self, ticket: str) -> bool:
        """Whether a state is one of ours, not too old, and given back for the first time.

        Raises:
            StoreUnavailable: nobody knows.
        """
        if not self._vault.knows(ticket, STATE_SECONDS):
            return False
        now = self._clock().timestamp()
        return await self._exchanges.writer.run(lambda db: _redeem(db, ticket, now))

    def _all(self, db: Database) -> list[Installation]:
        found = []
        for row in db.query(f"SELECT {_COLUMNS} FROM installations ORDER BY place"):  # noqa: S608 - the columns are ours
            locked = row["token"]
            token = self._vault.open(locked)
            if self._vault.is_old(locked):
                db.execute(
                    "UPDATE installations SET token = ? WHERE place = ?", [self._vault.lock(token), row["place"]]
                )
            row.pop("place")
            found.append(Installation(**{**row, "token": token}))
        return found


def _put(db: Database, installation: Installation, locked: str) -> None:
    names = (installation.place, installation.team, installation.enterprise, installation.name)
    bot = (installation.bot_id, installation.bot_user, installation.scopes, installation.installed_by)
    db.execute(
        f"INSERT OR REPLACE INTO installations ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
        (*texts(names), locked, *texts(bot), installation.installed_at),
    )


def _erase(db: Database, place: str) -> None:
    """All that was asked and chosen in a workspace, or in those of an organisation without an installation of their own."""
    teams = [place]
    query = "SELECT DISTINCT team FROM exchanges WHERE enterprise = ? AND team NOT IN (SELECT place FROM installations)"
    teams += [str(row[0]) for row in db.execute(query, [place]).fetchall()]
    for team in teams:
        db.execute("DELETE FROM exchanges WHERE team = ?", [team])
        db.execute("DELETE FROM channels WHERE team = ?", [team])


def _redeem(db: Database, ticket: str, now: float) -> bool:
    db.execute("DELETE FROM oauth_states WHERE until < ?", [now])
    mark = hashlib.sha256(ticket.encode()).hexdigest()
    given = (mark, now + 2 * STATE_SECONDS)
    return db.execute("INSERT OR IGNORE INTO oauth_states (state, until) VALUES (?, ?)", given).rowcount == 1
