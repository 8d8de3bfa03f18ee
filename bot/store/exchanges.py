"""The exchanges: inbox, outbox and log of every question, with exactly one reply each.

The path of a question in Slack::

    claimed = await exchanges.claim(incoming)      # committed: Slack may be acked now
    if claimed.new:                                # a repetition is acked and dropped
        context = await exchanges.previous(team, channel, thread, before=claimed.id)
        reply = docent.ask(incoming.question, context)
        await exchanges.complete(claimed.id, Outcome.of(reply, ...), sending=True)
        ts = ...                                   # chat.postMessage
        await exchanges.sent(claimed.id, ts)       # or exchanges.fail(claimed.id, why)

After a start, and now and then later, ``pending()`` gives what is to be answered once more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.model.context import Context
from bot.store import queries
from bot.store.errors import StoreUnavailable
from bot.store.records import IN_PUBLIC
from bot.store.writer import BUSY_SECONDS, PATIENCE, Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from sqlite_utils import Database

    from bot.store.errors import StoreError
    from bot.store.records import ClaimResult, Incoming, Outcome, State
    from bot.store.rows import Exchange


class Exchanges:
    """The exchanges of one database file, open for writing. One at a time for each file, in one process.

    Methods with ``await`` are for an event loop; ``record``, ``later`` and ``close`` are for any thread.
    All but ``later``, ``sent``, ``fail`` and ``release`` raise ``StoreUnavailable`` within about two seconds while the
    store cannot be written, and work again by themselves when it can.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        busy_seconds: float = BUSY_SECONDS,
        patience: float = PATIENCE,
    ) -> None:
        """Open the file, creating it (0600) with its folder (0700) or bringing it to the latest shape.

        Args:
            path: the database file.
            clock: gives the time, with its zone.
            busy_seconds: how long one attempt waits for another process's lock.
            patience: how long a caller waits at most.

        Raises:
            StoreInUse: another process has it open for writing.
            StoreRefused: it is damaged, foreign or newer; the message names the remedy.
            StoreUnavailable: it is locked or the disk is full.
        """
        self.path = Path(path).expanduser().absolute()
        self._clock = clock
        # Both are changed on the writing thread alone, so that two claims never see the same one; ``release`` only adds.
        self._orphans: set[int] = set()
        self._taken: set[int] = set()
        self.writer = Writer(self.path, busy_seconds=busy_seconds, patience=patience)
        self._last_id = self.writer.call(queries.last_id, reads=True)

    # For Slack: each of these is committed when it returns.

    async def claim(self, incoming: Incoming, outcome: Outcome | None = None) -> ClaimResult:
        """Commit a question, once for all its deliveries.

        Args:
            incoming: the question.
            outcome: its reply, where it is known and its posting begins at once: in the same commit, and only where the
                question is new, as with ``complete``.

        Out:
            ``new`` is true for exactly one claim of the same event id, the same (team, channel, ts) or the same
            (team, client message id), also when they come at once, and after a restart.

        Raises:
            StoreUnavailable: not committed, so do not ack: Slack delivers it again.
        """
        adopted: list[int] = []

        def work(db: Database) -> ClaimResult:
            claimed = queries.claim(db, incoming, self._now(), outcome)
            # Nothing was posted for a question whose claim had been given up, whatever state it was stored in.
            if (
                not claimed.new
                and claimed.id in self._orphans
                and claimed.state in ("received", "answering", "sending")
            ):
                self._orphans.remove(claimed.id)
                adopted.append(claimed.id)
                claimed = replace(claimed, new=True)
            return claimed

        return await self.writer.run(work, left=self._leave, undone=lambda: self._orphans.update(adopted))

    async def start(self, id_: int) -> None:
        """Mark a question as taken up (received -> answering). ``complete`` works without it."""
        await self.writer.run(lambda db: queries.start(db, id_))

    async def complete(self, id_: int, outcome: Outcome, *, sending: bool = False) -> None:
        """Store the reply before it is posted.

        Args:
            id_: the exchange.
            outcome: ``Outcome.of(reply, ...)``.
            sending: its posting begins at once, as with ``mark_sending``, in the same commit.
        """
        state: State = "sending" if sending else "answering"
        await self.writer.run(lambda db: queries.complete(db, id_, outcome, self._now(), state))

    async def mark_sending(self, id_: int) -> bool:
        """Commit that posting begins. After a crash from here on it is never posted again.

        Out:
            True for the one caller that may post.
        """
        return await self.writer.run(lambda db: queries.mark_sending(db, id_))

    async def sent(self, id_: int, posted_ts: str = "") -> None:
        """Mark the reply as posted, with the ``ts`` it got. While the store is down, it is written later."""
        now = self._now()
        await self._surely(lambda db: queries.sent(db, id_, posted_ts, now))

    async def fail(self, id_: int, error: str) -> None:
        """Give an exchange up: nothing was posted and nothing will be. While the store is down, written later."""
        await self._surely(lambda db: queries.end(db, id_, "failed", error))

    async def doubt(self, id_: int, error: str) -> None:
        """Leave open whether the reply was posted (a lost answer of the Web API): never posted again."""
        await self._surely(lambda db: queries.end(db, id_, "unknown", error))

    async def ignore(self, id_: int, why: str) -> None:
        """Keep a question in the log without a reply: it is too old, or not for us."""
        await self._surely(lambda db: queries.end(db, id_, "ignored", why))

    def release(self, id_: int) -> None:
        """Give a claimed question back that could not be answered now: the next ``pending`` returns it.

        Only before anything was posted. Kept in memory; after a restart it is pending anyway.
        """
        self._orphans.add(id_)

    async def pending(self) -> list[Exchange]:
        """Questions to be taken up again, in the order of arrival, each one returned once.

        They were received by an earlier process and not answered, given back by ``release``, or committed after
        their claim had been given up. A reply whose posting had begun in an earlier process becomes ``unknown`` and
        is not returned; a question that was taken up three times, or cannot be answered any more (a slash command),
        becomes ``failed``. Safe to call at any time: what this process is answering is not returned.
        """
        orphans: set[int] = set()
        taken: set[int] = set()

        def work(db: Database) -> list[Exchange]:
            orphans.update(self._orphans)
            again = queries.pending(db, self._last_id, orphans, self._taken)
            self._orphans.difference_update(orphans)
            taken.update(exchange.id for exchange in again)
            self._taken.update(taken)
            return again

        def give_back() -> None:
            self._orphans.update(orphans)
            self._taken.difference_update(taken)

        return await self.writer.run(work, left=lambda _: give_back(), undone=give_back)

    async def previous(
        self, team: str, channel: str, thread: str, *, before: int | None = None, within: timedelta | None = None
    ) -> Context | None:
        """What the next question of a conversation may inherit.

        Args:
            team: workspace id.
            channel: channel id.
            thread: as in ``Incoming.thread``.
            before: only exchanges before this one; give the id of the question at hand.
            within: only exchanges that are younger.

        Out:
            The context of the latest reply; None after a declined one, and for a new conversation.
        """
        since = stamp(self._clock() - within) if within else ""
        context = await self.writer.run(
            lambda db: queries.previous(db, (team, channel, thread), before, since), reads=True
        )
        try:
            return Context.from_id(context) if context else None
        except ValueError:
            # Written by another version, with a kind of question that this one does not have.
            return None

    async def engaged(self, team: str, channel: str, thread: str) -> bool:
        """Whether Docent has replied in a thread, or is about to, so that a follow-up needs no mention."""
        return await self.writer.run(lambda db: queries.engaged(db, (team, channel, thread)), reads=True)

    async def answered_in(
        self, team: str, channel: str, *, within: timedelta, before: int | None = None
    ) -> list[tuple[str, str]]:
        """Questions answered for all in a channel of late, each with the id of its meaning; ``before``: see ``previous``."""
        since = stamp(self._clock() - within)
        return await self.writer.run(
            lambda db: queries.answered_in(db, (team, channel), before, since, IN_PUBLIC), reads=True
        )

    async def recent(
        self,
        limit: int = 20,
        *,
        team: str = "",
        user: str = "",
        since: datetime | None = None,
        unanswered: bool = False,
    ) -> list[Exchange]:
        """The latest exchanges, the oldest of them first; of one team or person, or only unanswered ones."""
        where = {name: value for name, value in (("team", team), ("user", user)) if value}
        start = stamp(since) if since else ""
        return await self.writer.run(
            lambda db: queries.recent(db, limit, where=where, since=start, unanswered=unanswered), reads=True
        )

    async def explain(self, id_: int) -> Exchange | None:
        """One exchange in full; ``.understanding`` is what ``docent why`` prints. None where there is no such id."""
        return await self.writer.run(lambda db: queries.one(db, id_), reads=True)

    # For any thread.

    def record(self, incoming: Incoming, outcome: Outcome) -> int:
        """Store a whole exchange at once, for a terminal; returns its id when it is committed."""
        return self.writer.call(lambda db: queries.record(db, incoming, outcome, self._now(), ""))

    def later(self, incoming: Incoming, outcome: Outcome) -> None:
        """Store a whole exchange soon, for an answer that was given already, as to a slash command.

        Never waits and never raises. While the store is down, up to 10,000 are kept in memory.
        """
        now = self._now()
        self.writer.later(lambda db: queries.record(db, incoming, outcome, now, ""))

    @property
    def trouble(self) -> StoreError | None:
        """Why the store cannot be written at this moment; None while it can. For readiness checks."""
        return self.writer.trouble

    async def writable(self) -> bool:
        """Try it: whether the store can be written at this moment."""
        try:
            await self.writer.run(lambda db: db.execute("PRAGMA user_version").fetchone())
        except StoreUnavailable:
            return False
        return self.trouble is None

    def close(self) -> None:
        """Write what waits and close the file. Of no effect the second time."""
        self.writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def _surely(self, work: Callable[[Database], object]) -> None:
        try:
            await self.writer.run(work)
        except StoreUnavailable:
            self.writer.later(work)

    def _leave(self, claimed: ClaimResult) -> None:
        """A claim was committed after its caller had given up: whoever claims it next answers."""
        if claimed.new:
            self._orphans.add(claimed.id)

    def _now(self) -> str:
        return stamp(self._clock())


def stamp(moment: datetime) -> str:
    """A moment as it is stored: UTC, to the millisecond, so that text order is time order.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        message = "a moment without a zone cannot be stored"
        raise ValueError(message)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
