"""Docent on Slack, from connecting to stopping."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.docent import Docent
from bot.slack.app import Options, SlackApp, build_app
from bot.slack.installing import INSTALL, install_routes
from bot.slack.outbound.rate_limits import WaitsOut
from bot.slack.quiet import quiet_logger
from bot.slack.transports.http import PATH, HttpTransport
from bot.slack.transports.socket_mode import SocketTransport
from bot.slack.workspaces import Identity, Workspaces
from bot.store.exchanges import Exchanges
from bot.store.installations import Installations
from bot.store.vault import Vault

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach Slack, and how Slack reaches Docent."""

    bot_token: str = field(default="", repr=False)
    """For one workspace."""
    client_id: str = ""
    """For several, with the next two."""
    client_secret: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    """Locks the tokens in the store; see ``Vault``."""
    transport: Literal["socket", "http"] = "socket"
    app_token: str = field(default="", repr=False)
    """For Socket Mode."""
    signing_secret: str = field(default="", repr=False)
    """For HTTP."""
    host: str = "127.0.0.1"
    port: int = 3000
    """For HTTP, and for the install page."""
    health_port: int | None = None
    """Where only ``/healthz`` and ``/readyz`` are; None for nowhere of their own."""
    api_url: str = "https://slack.com/api/"


class SlackRefused(Exception):  # noqa: N818 - it is Slack's decision
    """Slack does not let the bot in. ``str()`` is fit for a terminal."""


@asynccontextmanager
async def web_client(token: str | None, api_url: str, seconds: float = 30.0) -> AsyncIterator[AsyncWebClient]:
    """A Web API client with one session for all its calls, and nothing that sends a call again which Slack
    may have taken.
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=seconds)) as session:
        logger = quiet_logger("docent.web_api", logging.WARNING)
        yield AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[WaitsOut()], logger=logger)


async def serve(
    docent: Callable[[], Docent],
    exchanges: Exchanges,
    connection: Connection,
    stop: asyncio.Event,
    ready: Callable[[str], None],
    *,
    options: Options | None = None,
) -> None:
    """Answer on Slack until ``stop`` is set.

    Args:
        docent: gives the core of this moment.
        exchanges: the store, open; it is not closed here.
        connection: tokens and addresses.
        stop: ends it: no more questions are taken, and those under way are answered.
        ready: called once with one line on where Docent listens, after one on where it can be installed.
        options: what differs from the usual.

    Raises:
        SlackRefused: a token is not accepted.
        StoreRefused: the tokens in the store cannot be opened with this key.
        OSError: a port is taken.
    """
    options = options or Options()
    async with web_client(connection.bot_token or None, connection.api_url) as client, AsyncExitStack() as running:
        if connection.client_id:
            installations = Installations(exchanges, Vault(connection.key))
            await installations.load()
            workspaces = Workspaces(client, options.patience, installations=installations)
        else:
            workspaces = Workspaces(client, options.patience, only=await _identity(client))
        app = build_app(docent, exchanges, workspaces, options)
        await app.start()
        running.push_async_callback(app.close)
        await _listen(app, connection, ready, running)
        await stop.wait()


async def _listen(app: SlackApp, connection: Connection, ready: Callable[[str], None], running: AsyncExitStack) -> None:
    """Let Slack in, and whoever asks how Docent is; ``running`` is told how to stop it."""
    workspaces = app.parts.workspaces
    socket = SocketTransport(app.bolt, connection.app_token) if connection.transport == "socket" else None
    pages: list[web.RouteDef] = []
    if workspaces.installations is not None:
        secret = connection.client_secret
        pages = install_routes(connection.client_id, secret, workspaces.installations, workspaces.web)

    async def listen(bolt: AsyncApp | None, port: int, routes: Iterable[web.RouteDef] = ()) -> str:
        http = HttpTransport(
            bolt, connection.signing_secret, lambda: health(app, socket), host=connection.host, port=port, routes=routes
        )
        running.push_async_callback(http.stop)
        return await http.start()

    if connection.health_port is not None:
        address = await listen(None, connection.health_port)
        ready(f"Docent says how it is on {address.removesuffix(PATH)}/healthz")
    if socket is None or pages:
        address = await listen(app.bolt if socket is None else None, connection.port, pages)
        if pages:
            ready(f"Docent can be installed at {address.removesuffix(PATH)}{INSTALL}")
        if socket is None:
            ready(f"Docent listens for Slack on {address}")
    if socket is None:
        return
    running.push_async_callback(socket.stop)
    try:
        await socket.start()
    except SlackApiError as error:
        message = f"Slack refuses the app-level token ({_name(error)}). SLACK_APP_TOKEN must begin with xapp- and have connections:write."
        raise SlackRefused(message) from None
    ready("Docent is connected to Slack by Socket Mode")


async def health(app: SlackApp, socket: SocketTransport | None = None) -> dict[str, Any]:
    """How Docent is. ``ok`` is what a supervisor looks at; ``ready`` is false where it is in no workspace as well."""
    parts = app.parts
    connected = socket is None or socket.connected
    stored = await parts.exchanges.writable()
    return {
        "ok": parts.desk.ready and connected and stored,
        "ready": parts.workspaces.count > 0,
        "token": parts.desk.ready,
        "connected": connected,
        "store": stored,
        "workspaces": parts.workspaces.count,
        "waiting": parts.desk.waiting,
        "content": parts.docent().knowledge.version,
    }


async def _identity(client: AsyncWebClient) -> Identity:
    pause = 1.0
    while True:
        try:
            return await Identity.of(client)
        except SlackApiError as error:
            if error.response.status_code == 200:
                message = (
                    f"Slack refuses the bot token ({_name(error)}). Look at SLACK_BOT_TOKEN: it begins with xoxb-."
                )
                raise SlackRefused(message) from None
            _LOG.warning("Slack did not say who the bot is; the next try is in %g s", pause)
        except (aiohttp.ClientError, TimeoutError, ValueError):
            _LOG.warning("Slack cannot be reached; the next try is in %g s", pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, 30.0)


def _name(error: SlackApiError) -> str:
    data = error.response.data if hasattr(error.response, "data") else {}
    return str(data.get("error", "no reason given")) if isinstance(data, dict) else "no reason given"
