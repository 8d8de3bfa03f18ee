"""Socket Mode: Slack's connection to Docent, its acks, and a watchdog that begins anew where the library is stuck."""

from __future__ import annotations

import asyncio
import logging
import time

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.slack.quiet import quiet_logger
from bot.slack.transports.http import well_formed

_LOG = logging.getLogger(__name__)


class SocketTransport:
    """Keeps one connection to Slack open."""

    def __init__(
        self, app: AsyncApp, app_token: str, *, ping: float = 10.0, patience: float = 30.0, quiet: float = 900.0
    ) -> None:
        """``ping``: seconds between pings. ``patience``: seconds without a connection until it is made anew. ``quiet``:
        seconds after which one that answers pings, and brings nothing, is replaced: Slack may have forgotten it.
        """
        self._app = app
        self._token = app_token
        self._ping = ping
        self._patience = patience
        self._quiet = quiet
        self._handler: _Handler | None = None
        self._watchdog: asyncio.Task[None] | None = None
        self.connected = False

    async def start(self) -> None:
        """Connect, and stay connected until ``stop``.

        Raises:
            SlackApiError: Slack refuses the app-level token.
        """
        await self._connect(await self._address())
        self._watchdog = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Close the connection."""
        if self._watchdog is not None:
            self._watchdog.cancel()
        await self._drop()

    def silence(self) -> float:
        """Seconds since Slack last sent anything."""
        return time.monotonic() - self._handler.heard_at if self._handler is not None else 0.0

    async def _address(self) -> str:
        pause = 1.0
        while True:
            try:
                found = await self._app.client.apps_connections_open(app_token=self._token)
                return str(found["url"])
            except SlackApiError as error:
                if error.response.status_code == 200:
                    raise
                _LOG.warning("Slack gave no connection; the next try is in %g s", pause)
            except (aiohttp.ClientError, TimeoutError, ValueError):
                _LOG.warning("Slack cannot be reached; the next try is in %g s", pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)

    async def _connect(self, address: str) -> None:
        handler = self._made(address)
        self._handler = handler
        await handler.client.connect()  # type: ignore[no-untyped-call]
        self.connected = True

    def _made(self, address: str) -> _Handler:
        logger = quiet_logger("docent.socket_mode", logging.WARNING)
        handler = _Handler(self._app, self._token, logger=logger, ping_interval=self._ping)
        handler.heard_at = time.monotonic()
        handler.client.wss_uri = address
        return handler

    async def _replace(self) -> None:
        """A new connection beside the old one, which goes when the new one stands: Slack keeps nothing for nobody."""
        old, new = self._handler, self._made(await self._address())
        try:
            await new.client.connect()  # type: ignore[no-untyped-call]
        except BaseException:
            await _closed(new)
            raise
        self._handler = new
        if old is not None:
            await _closed(old)

    async def _drop(self) -> None:
        self.connected = False
        if self._handler is not None:
            await _closed(self._handler)

    async def _watch(self) -> None:
        # The library comes back by itself, but tries an address that Slack no longer takes for ever.
        lost_at: float | None = None
        while True:
            await asyncio.sleep(min(self._ping, self._patience) / 2)
            assert self._handler is not None  # noqa: S101 - the watchdog starts behind it
            self.connected = await self._handler.client.is_connected()
            now = time.monotonic()
            lost_at = None if self.connected else lost_at or now
            silent = lost_at is None and self.silence() > self._quiet
            if not silent and (lost_at is None or now - lost_at < self._patience):
                continue
            try:
                async with asyncio.timeout(max(self._patience, 1.0)):
                    if silent:
                        _LOG.info("nothing from Slack for %d s: the connection is replaced", self.silence())
                        await self._replace()
                    else:
                        _LOG.warning("no connection to Slack for %d s: connecting anew", now - (lost_at or now))
                        await self._drop()
                        await self._connect(await self._address())
                lost_at = None
            except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError):
                _LOG.exception("connecting anew failed; it is tried again")
                lost_at = None if silent else now


async def _closed(handler: _Handler) -> None:
    await handler.client.close()  # type: ignore[no-untyped-call]
    await handler.client.aiohttp_client_session.close()


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, which also acks what nobody listens to and what is malformed: Slack would only send it again."""

    heard_at = 0.0

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        self.heard_at = time.monotonic()
        started = time.time()
        if well_formed(req.payload):
            answer = await run_async_bolt_app(self.app, req)
        else:
            _LOG.warning("a malformed payload was acked and dropped")
            answer = BoltResponse(status=404)
        if answer.status == 404:
            answer = BoltResponse(status=200, body="")
        await send_async_response(client, req, answer, started)
