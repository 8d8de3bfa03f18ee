"""Slack's side of Socket Mode: connections, envelopes, acks, delivery again, and ``disconnect``."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from bot.slack.playground.delivery import NotAcked, Policy
from bot.slack.playground.workspace import Json


@dataclass(slots=True)
class Connection:
    """One open WebSocket."""

    socket: web.WebSocketResponse
    silent: bool = False
    """Nothing is sent on it any more, and pings stay without an answer, though it is open."""


@dataclass(slots=True)
class SocketServer:
    """The end of the line that Slack holds. Every envelope goes to one connection, the newest."""

    policy: Policy = field(default_factory=Policy)
    connections: list[Connection] = field(default_factory=list)
    opened: int = 0
    """Connections that were ever made."""
    acks: list[str] = field(default_factory=list)
    """Ids of the envelopes that were acked, as often as they were."""
    refuse_next: int = 0
    """How many of the next connections are refused with status 404, as an address that has been used is."""
    _waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    _tickets: int = 0
    _envelopes: int = 0
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def routes(self) -> list[web.RouteDef]:
        """The routes for an aiohttp application."""
        return [web.get("/link", self._link)]

    def ticket(self) -> str:
        """The query of a new connection's address."""
        self._tickets += 1
        return f"ticket=stand-in-{self._tickets}"

    async def deliver(self, kind: str, payload: Json) -> Json:
        """Send one payload, again and again as Slack does, until it is acked.

        Returns:
            The payload of the ack, empty for none.

        Raises:
            NotAcked: it never was.
        """
        tries = self.policy.tries if kind == "events_api" else 1
        for attempt in range(tries):
            if attempt:
                await asyncio.sleep(self.policy.pause)
            answer = await self._send(kind, payload, attempt)
            if answer is not None:
                return answer
        raise NotAcked(kind)

    async def _send(self, kind: str, payload: Json, attempt: int) -> Json | None:
        self._envelopes += 1
        envelope = {
            "envelope_id": f"envelope-{self._envelopes}",
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[str(envelope["envelope_id"])] = answer
        try:
            async with asyncio.timeout(self.policy.patience):
                await (await self.connected()).socket.send_str(json.dumps(envelope))
                return await answer
        except (TimeoutError, ConnectionError):
            return None

    async def connected(self) -> Connection:
        """The newest connection that is open; waits for one."""
        while True:
            for connection in reversed(self.connections):
                if not connection.socket.closed and not connection.silent:
                    return connection
            self._arrived.clear()
            await self._arrived.wait()

    async def disconnect(self, reason: str = "refresh_requested", *, close: bool = True) -> None:
        """Ask the bot to connect anew, as Slack does every few hours, and close the old connection."""
        for connection in self.connections:
            if not connection.socket.closed:
                await connection.socket.send_str(json.dumps({"type": "disconnect", "reason": reason}))
                connection.silent = True
                if close:
                    await connection.socket.close()

    def reset(self) -> None:
        """Break every connection without a word."""
        for connection in self.connections:
            transport = connection.socket._req.transport if connection.socket._req else None  # noqa: SLF001 - a fault
            if transport is not None:
                transport.abort()

    async def _link(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_next:
            self.refuse_next -= 1
            return web.Response(status=404)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        connection = Connection(socket)
        self.connections.append(connection)
        self.opened += 1
        await socket.send_str(json.dumps({"type": "hello", "num_connections": 1}))
        self._arrived.set()
        async for message in socket:
            if message.type == WSMsgType.PING and not connection.silent:
                await socket.pong(message.data)
            elif message.type == WSMsgType.TEXT:
                self._acked(json.loads(message.data))
        return socket

    def _acked(self, ack: Json) -> None:
        envelope = str(ack.get("envelope_id", ""))
        self.acks.append(envelope)
        waiting = self._waiting.pop(envelope, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(ack.get("payload") or {})
