"""Reading the log from another process: ``docent log`` and ``docent why`` beside a running bot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.store import queries
from bot.store.door import open_readonly
from bot.store.exchanges import stamp

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from bot.store.rows import Exchange


class Log:
    """A read-only view of the exchanges. Sees each commit of the bot; never locks it out and never writes."""

    def __init__(self, path: Path | str) -> None:
        """Open the file for reading.

        Raises:
            StoreRefused: there is none, or it is damaged, foreign or of another version.
            StoreUnavailable: it cannot be read for now.
        """
        self._db = open_readonly(Path(path).expanduser().absolute())

    def recent(
        self,
        limit: int = 20,
        *,
        team: str = "",
        user: str = "",
        since: datetime | None = None,
        unanswered: bool = False,
    ) -> list[Exchange]:
        """The latest exchanges, the oldest of them first."""
        where = {name: value for name, value in (("team", team), ("user", user)) if value}
        return queries.recent(self._db, limit, where=where, since=stamp(since) if since else "", unanswered=unanswered)

    def explain(self, id_: int) -> Exchange | None:
        """One exchange in full; None where there is no such id."""
        return queries.one(self._db, id_)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
