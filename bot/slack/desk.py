"""The desk: a stored question is answered, posted and completed, exactly once, whatever fails on the way."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from bot.docent import Docent
from bot.model.context import Context
from bot.model.dialogue import Reply
from bot.show import plain
from bot.show.bound import Unbound
from bot.slack.outbound import outgoing
from bot.slack.outbound.lanes import Job, Lanes
from bot.slack.outbound.poster import MUTE, NOT_INSTALLED, Delivered, Poster, Refusal, Unclear
from bot.slack.outbound.replies import Made, Replies
from bot.slack.rooms import Rooms
from bot.slack.workspaces import Workspaces
from bot.store.errors import StoreUnavailable
from bot.store.exchanges import Exchanges
from bot.store.records import Incoming, Outcome
from bot.store.rows import Exchange

_LOG = logging.getLogger(__name__)
_Value = TypeVar("_Value")
_LONGEST_PAUSE = 30.0
_REMEMBERED = timedelta(hours=1)
"""How long a direct message, which is in no thread, goes on from the one before."""
_LOOKED_BACK = 200
_LOOKED_UP = timedelta(hours=1)
"""How old an interrupted posting may be to be looked up, and how many exchanges back."""


class Desk:
    """Answers what the intake has stored. One lane a channel: answers come in the order of the questions."""

    def __init__(self, rooms: Rooms, exchanges: Exchanges, workspaces: Workspaces, *, pause: float = 1.0) -> None:
        """Args:
        rooms: give the core of this moment for a channel; content may be swapped between two questions.
        exchanges: the store.
        workspaces: give each its own poster.
        pause: seconds before a store that was unavailable is tried again; it doubles up to half a minute.
        """
        self._rooms = rooms
        self._exchanges = exchanges
        self._workspaces = workspaces
        self._pause = pause
        self._lanes = Lanes()
        self._replies = Replies()
        self._adopted: dict[str, Callable[[Exchange], None]] = {}
        self._begun: set[str] = set()
        """Lanes with a question that is answered while it is being stored."""

    @property
    def waiting(self) -> int:
        """Questions that are not answered yet."""
        return len(self._lanes) + len(self._begun)

    @property
    def ready(self) -> bool:
        """False while Slack refuses the token."""
        return self._workspaces.ready

    def take(self, exchange: int, incoming: Incoming, meaning: str = "") -> None:
        """Answer a question that has just been claimed; a picked one by its meaning."""
        self._line_up(exchange, incoming, partial(self._serve, exchange, incoming, lost=False, meaning=meaning))

    async def claim(self, incoming: Incoming) -> bool:
        """Commit a question that names Docent, and answer it; False where it is known already.

        Where it begins a thread and nothing stands before it, its reply is made first and committed with it: it is posted
        after one commit, and not after two.

        Raises:
            StoreUnavailable: as with ``Exchanges.claim``.
        """
        lane = _lane(incoming.team, incoming.channel)
        at_once = self._at_once(incoming) if self._lanes.idle(lane) and lane not in self._begun else None
        if at_once is None:
            claim = await self._exchanges.claim(incoming)
            if claim.new:
                self.take(claim.id, incoming)
            return claim.new
        made, message, poster = at_once
        self._begun.add(lane)
        try:
            claim = await self._exchanges.claim(incoming, made.outcome)
            if claim.new:
                place = outgoing.Place(incoming.channel, incoming.thread, claim.id)
                letter = outgoing.posted(message, place)
                post = partial(self._post, incoming, made.reply, letter, place, poster)
                self._line_up(claim.id, incoming, post)
        finally:
            self._begun.discard(lane)
        return claim.new

    def _at_once(self, incoming: Incoming) -> tuple[Made, Unbound, Poster] | None:
        """The reply to a question on which nothing bears that was asked before; None where it has to wait for anything."""
        if incoming.surface != "mention" or incoming.thread != incoming.ts:
            return None
        member = self._workspaces.of(incoming.team, incoming.enterprise)
        if member is None or not member.poster.free(incoming.channel):
            return None
        try:
            made = self._made(incoming)
            message = made.message(human=self._rooms.offers_human(incoming.team, made.reply))
        except Exception:  # noqa: BLE001 - it is met again, and told, once the question is stored
            return None
        return made, message, member.poster

    async def recover(self) -> int:
        """Take up what was left open when Docent last stopped; tells how many questions that were.

        Call it once, before anything is delivered.
        """
        rows = await self._exchanges.pending()
        for row in rows:
            self._take_up(row)
        # A posting that a crash interrupted is looked up in its thread: it is there, or is made up for.
        last = (row for row in await self._exchanges.recent(_LOOKED_BACK) if row.state == "unknown" and row.ts)
        lost = [row for row in last if datetime.now(UTC) - row.received_at < _LOOKED_UP]
        for row in lost:
            self._take_up(row, lost=True)
        return len(rows) + len(lost)

    def adopt(self, surface: str, take_up: Callable[[Exchange], None]) -> None:
        """Leave what is open on a surface, because Docent was stopped, to somebody who can end it."""
        self._adopted[surface] = take_up

    def _take_up(self, row: Exchange, *, lost: bool = False) -> None:
        if row.surface in self._adopted:
            self._adopted[row.surface](row)
            return
        again = row.incoming
        self._line_up(row.id, again, partial(self._serve, row.id, again, lost=lost, meaning=""))

    async def sweep(self, every: float) -> None:
        """Take up, now and then, what was stored after its claim had been given up. Runs until it is cancelled."""
        while True:
            await asyncio.sleep(every)
            try:
                for row in await self._exchanges.pending():
                    self._take_up(row)
            except StoreUnavailable as unavailable:
                _LOG.warning("the store cannot be read: %s", unavailable)

    def reply(self, incoming: Incoming, context: Context | None = None) -> tuple[Reply, Outcome]:
        """The reply to a question, and what is stored of it."""
        made = self._made(incoming, context)
        return made.reply, made.outcome

    def _made(self, incoming: Incoming, context: Context | None = None) -> Made:
        started = time.perf_counter()
        docent = self._rooms.docent(incoming.team, incoming.channel)
        made = self._replies.of(docent, incoming.question or "help", context)
        return replace(made, outcome=replace(made.outcome, milliseconds=(time.perf_counter() - started) * 1000))

    def picked(
        self, meaning: str, question: str = "", *, team: str = "", channel: str = ""
    ) -> tuple[Reply, Outcome] | None:
        """The reply to a picked choice, and what is stored of it; None where the content (as far as the channel may see
        it) has it no more.
        """
        started = time.perf_counter()
        docent = self._rooms.docent(team, channel)
        reply = docent.answer(meaning)
        if reply is None:
            return None
        reply = replace(reply, question=question or reply.question)
        return reply, self.outcome(docent, reply, started)

    @staticmethod
    def outcome(docent: Docent, reply: Reply, started: float) -> Outcome:
        """What is stored of a reply that took from ``started`` until now."""
        spent = (time.perf_counter() - started) * 1000
        text = plain.render(reply)
        return Outcome.of(reply, text=text, content_version=docent.knowledge.version, milliseconds=spent)

    async def post(self, team: str, arguments: outgoing.Json, enterprise: str = "") -> Delivered | Refusal | Unclear:
        """A message in a workspace beside all answers; as text where Slack refuses its blocks."""
        found = self._workspaces.of(team, enterprise)
        if found is None:
            return Refusal(NOT_INSTALLED)
        plain = outgoing.Letter.of({name: value for name, value in arguments.items() if name != "blocks"})
        return await found.poster.post(outgoing.Letter.of(arguments), iter((plain,)))

    async def whisper(self, team: str, arguments: outgoing.Json) -> bool:
        """A word for one reader, beside all answers."""
        found = self._workspaces.of(team)
        return found is not None and await found.poster.whisper(arguments)

    async def close(self, seconds: float = 5.0) -> None:
        """Let answers that are under way be posted. What is left is in the store, and taken up at the next start."""
        if not await self._lanes.close(seconds):
            _LOG.warning("stopped with questions open: they are answered at the next start")

    def _line_up(self, exchange: int, incoming: Incoming, work: Job) -> None:
        async def guarded() -> None:
            try:
                await work()
            except Exception:  # noqa: BLE001 - see below
                # Nothing may end a lane: the questions behind this one wait for it.
                _LOG.exception("question %d was not answered", exchange)

        self._lanes.submit(_lane(incoming.team, incoming.channel), guarded)

    async def _serve(self, exchange: int, incoming: Incoming, *, lost: bool, meaning: str) -> None:
        member = self._workspaces.of(incoming.team, incoming.enterprise)
        if member is None:
            await self._ended(exchange, Refusal(NOT_INSTALLED))
            return
        poster = member.poster
        place = outgoing.Place(incoming.channel, incoming.thread or incoming.ts, exchange)
        context = await self._stored(lambda: self._context(exchange, incoming))
        try:
            where = {"team": incoming.team, "channel": incoming.channel}
            picked = self.picked(meaning, incoming.question, **where) if meaning else None
            if picked is not None:
                reply, outcome = picked
                message = outgoing.unbound(reply, human=self._rooms.offers_human(incoming.team, reply))
            else:
                made = self._made(incoming, context)
                reply, outcome = made.reply, made.outcome
                message = made.message(human=self._rooms.offers_human(incoming.team, reply))
            letter = outgoing.posted(message, place)
        except Exception:  # noqa: BLE001 - a mistake of ours: the person hears of it, the lane goes on
            await self._mistaken(exchange, place, poster)
            return
        if lost:
            if (found := await poster.look_up(letter)) is not None:
                await self._ended(exchange, found)
                return
        elif incoming.surface == "ambient" and not await self._stored(
            lambda: self._rooms.may_speak_up(incoming, before=exchange)
        ):
            await self._exchanges.ignore(exchange, "nobody asked Docent, and it has been answered here already")
            return
        elif unasked(incoming, reply):
            await self._stored(lambda: self._exchanges.complete(exchange, outcome))
            await self._exchanges.ignore(exchange, "talk among people in a thread, and nothing that is known")
            return
        else:
            await self._stored(lambda: self._exchanges.complete(exchange, outcome, sending=True))
        await self._post(incoming, reply, letter, place, poster)

    async def _post(
        self, incoming: Incoming, reply: Reply, letter: outgoing.Letter, place: outgoing.Place, poster: Poster
    ) -> None:
        human = self._rooms.offers_human(incoming.team, reply)
        result = await poster.post(letter, outgoing.simpler(reply, place, human=human))
        await self._ended(place.exchange, result)
        if not isinstance(result, Refusal) or result.error in MUTE:
            return
        if not await poster.whisper(outgoing.private_word(incoming, place)) and incoming.surface != "direct":
            # Nothing can be said there at all.
            await poster.post(outgoing.direct_word(incoming, place))

    async def _context(self, exchange: int, incoming: Incoming) -> Context | None:
        """What the conversation was about; for a thread in a direct message, what the messages beside it were about."""
        team, channel, thread = incoming.team, incoming.channel, incoming.thread
        if thread == incoming.ts:
            return None
        within = None if thread else _REMEMBERED
        found = await self._exchanges.previous(team, channel, thread, before=exchange, within=within)
        if found is None and thread and incoming.surface == "direct":
            found = await self._exchanges.previous(team, channel, "", before=exchange, within=_REMEMBERED)
        return found

    async def _ended(self, exchange: int, result: Delivered | Refusal | Unclear) -> None:
        match result:
            case Delivered(ts):
                await self._exchanges.sent(exchange, ts)
            case Refusal(error):
                _LOG.error("answer %d: Slack refused it: %s", exchange, error)
                await self._exchanges.fail(exchange, error)
            case Unclear(why):
                _LOG.error("answer %d: it is not known whether it was posted: %s", exchange, why)
                await self._exchanges.doubt(exchange, why)

    async def _mistaken(self, exchange: int, place: outgoing.Place, poster: Poster) -> None:
        reference = secrets.token_hex(4)
        _LOG.exception("question %d met a mistake, reference %s", exchange, reference)
        if await self._stored(lambda: self._exchanges.mark_sending(exchange)):
            await poster.post(outgoing.apology(reference, place))
        await self._exchanges.fail(exchange, f"a mistake in Docent, reference {reference}")

    async def _stored(self, call: Callable[[], Awaitable[_Value]]) -> _Value:
        """Do it when the store can: an answer is not posted before the store knows of it."""
        pause = self._pause
        while True:
            try:
                return await call()
            except StoreUnavailable as unavailable:
                _LOG.error("the store cannot be written, the next try is in %g s: %s", pause, unavailable)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)


def unasked(incoming: Incoming, reply: Reply) -> bool:
    """People talk to each other in a thread that Docent is in: what it does not know there, and nobody asked, it lets pass."""
    return incoming.surface == "message" and reply.status == "unknown" and not incoming.question.rstrip().endswith("?")


def _lane(team: str, channel: str) -> str:
    return f"{team} {channel}"
