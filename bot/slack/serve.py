"""Docent on Slack, from connecting to stopping."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.docent import Docent
from bot.slack.app import Options, SlackApp, build_app, quiet_logger
from bot.slack.http import HttpTransport
from bot.slack.parts import Identity
from bot.slack.socket_mode import SocketTransport
from bot.store.exchanges import Exchanges

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach Slack, and how Slack reaches Docent."""

    bot_token: str
    transport: Literal["socket", "http"] = "socket"
    app_token: str = ""
    """For Socket Mode."""
    signing_secret: str = ""
    """For HTTP."""
    host: str = "127.0.0.1"
    port: int = 3000
    api_url: str = "https://slack.com/api/"


class SlackRefused(Exception):  # noqa: N818 - it is Slack's decision
    """Slack does not let the bot in. ``str()`` is fit for a terminal."""


@asynccontextmanager
async def web_client(token: str, api_url: str, seconds: float = 30.0) -> AsyncIterator[AsyncWebClient]:
    """A Web API client with one session for all its calls, and nothing that sends a call again."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=seconds)) as session:
        logger = quiet_logger("docent.web_api", logging.WARNING)
        yield AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[], logger=logger)


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
        ready: called once with one line on where Docent listens.
        options: what differs from the usual.

    Raises:
        SlackRefused: a token is not accepted.
    """
    async with web_client(connection.bot_token, connection.api_url) as client:
        app = build_app(docent, exchanges, client, await _identity(client), options)
        await app.start()
        running = await _listen(app, connection, ready)
        try:
            await stop.wait()
        finally:
            await running.stop()
            await app.close()


async def _listen(
    app: SlackApp, connection: Connection, ready: Callable[[str], None]
) -> HttpTransport | SocketTransport:
    if connection.transport == "http":
        http = HttpTransport(
            app.bolt,
            connection.signing_secret,
            lambda: health(app),
            host=connection.host,
            port=connection.port,
        )
        ready(f"Docent listens for Slack on {await http.start()}")
        return http
    socket = SocketTransport(app.bolt, connection.app_token)
    try:
        await socket.start()
    except SlackApiError as error:
        message = f"Slack refuses the app-level token ({_name(error)}). SLACK_APP_TOKEN must begin with xapp- and have connections:write."
        raise SlackRefused(message) from None
    ready("Docent is connected to Slack by Socket Mode")
    return socket


def health(app: SlackApp, socket: SocketTransport | None = None) -> dict[str, Any]:
    """How Docent is: ``ok`` is what a supervisor looks at."""
    desk = app.parts.desk
    connected = socket is None or socket.connected
    stored = app.parts.exchanges.trouble is None
    return {
        "ok": desk.ready and connected and stored,
        "token": desk.ready,
        "connected": connected,
        "store": stored,
        "waiting": desk.waiting,
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
