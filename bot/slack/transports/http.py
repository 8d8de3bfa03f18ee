"""HTTP: a small server in front of Bolt. What is not from Slack, or is no request of Slack's, never reaches Bolt."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

PATH = "/slack/events"
LIMIT = 1024 * 1024
"""Largest body in bytes."""
READING = 10.0
"""Seconds within which a body must have arrived."""
_LOG = logging.getLogger(__name__)
_STAMP = re.compile(r"[0-9]{1,12}", re.ASCII)


class HttpTransport:
    """Listens for Slack's requests, and tells how Docent is: on ``/healthz`` whether it works, on ``/readyz`` whether
    there is somebody that it can answer as well.
    """

    def __init__(
        self,
        app: AsyncApp | None,
        signing_secret: str,
        health: Callable[[], Awaitable[dict[str, Any]]],
        *,
        host: str,
        port: int,
        routes: Iterable[web.RouteDef] = (),
    ) -> None:
        """``app`` None: without Slack's own requests, for Docent on Socket Mode. Port 0 takes a free one. ``routes`` are
        served beside.
        """
        self._routes = tuple(routes)
        self._app = app
        self._verifier = SignatureVerifier(signing_secret) if app is not None else None
        self._health = health
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    async def start(self) -> str:
        """Listen, and give the address of the request URL.

        Raises:
            OSError: the port is taken.
        """
        served = web.Application(client_max_size=LIMIT)
        served.router.add_get("/healthz", self._healthz)
        served.router.add_get("/readyz", self._readyz)
        served.add_routes(self._routes)
        if self._app is not None:
            served.router.add_post(PATH, self._slack)
        self._runner = web.AppRunner(served, access_log=None, shutdown_timeout=1.0, keepalive_timeout=60.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        return f"http://{self._host}:{self._runner.addresses[0][1]}{PATH}"

    async def stop(self) -> None:
        """Take no more requests, and let those under way end."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _healthz(self, _: web.Request) -> web.Response:
        found = await self._health()
        return web.json_response(found, status=200 if found.get("ok") else 503)

    async def _readyz(self, _: web.Request) -> web.Response:
        found = await self._health()
        return web.json_response(found, status=200 if found.get("ok") and found.get("ready") else 503)

    async def _slack(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > LIMIT:
            return web.Response(status=413)
        try:
            async with asyncio.timeout(READING):
                raw = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except TimeoutError:
            return web.Response(status=408)
        except Exception:  # noqa: BLE001 - whatever a broken encoding or a lost connection raises, it is the sender's
            return web.Response(status=400)
        body = self._signed(raw, request)
        if body is None:
            _LOG.warning("a request without a valid signature was refused")
            return web.Response(status=401)
        bolt_request = _bolt_request(body, request)
        if bolt_request is None:
            _LOG.warning("a signed request that is none of Slack's was refused")
            return web.Response(status=400)
        assert self._app is not None  # noqa: S101 - the route exists only with an app
        answer = await self._app.async_dispatch(bolt_request)
        # What nobody listens to is acked all the same: delivered again, it would find nobody either.
        status = 200 if answer.status == 404 else answer.status
        text = "" if answer.status == 404 else answer.body
        kind = "application/json" if text.startswith("{") else "text/plain"
        return web.Response(status=status, text=text, content_type=kind)

    def _signed(self, raw: bytes, request: web.Request) -> str | None:
        """The body as text, if its signature is Slack's and at most five minutes old."""
        stamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if self._verifier is None or not _STAMP.fullmatch(stamp) or not signature.isascii():
            return None
        try:
            body = raw.decode("utf-8")
        except UnicodeDecodeError:
            return None
        return body if self._verifier.is_valid(body, stamp, signature) else None


def _bolt_request(body: str, request: web.Request) -> AsyncBoltRequest | None:
    """The request for Bolt; None where its shape is not one that Slack sends."""
    try:
        made = AsyncBoltRequest(body=body, query=request.query_string, headers=dict(request.headers))
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError):
        return None
    return made if well_formed(made.body) else None


def well_formed(payload: object) -> bool:
    """Whether a payload has the shape that Bolt takes for granted."""
    if not isinstance(payload, dict) or not payload:
        return False
    authorizations = payload.get("authorizations", [])
    if not isinstance(authorizations, list) or not all(isinstance(each, dict) for each in authorizations):
        return False
    if not isinstance(payload.get("event", {}), dict):
        return False
    actions = payload.get("actions", [{}])
    if not isinstance(actions, list) or not actions or not all(isinstance(each, dict) for each in actions):
        return False
    if "command" in payload or payload.get("type") in ("url_verification", "ssl_check") or "ssl_check" in payload:
        return True
    if not isinstance(payload.get("type"), str):
        return False
    event = payload.get("event")
    asked = payload["type"] == "event_callback" or "event" in payload
    return not asked or (isinstance(event, dict) and isinstance(event.get("type"), str))
