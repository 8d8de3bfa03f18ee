"""What the listeners share."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.docent import Docent
from bot.slack.desk import Desk
from bot.slack.outbound.rate_limits import delay
from bot.slack.outbound.refusals import BLOCKS, name_of
from bot.slack.rooms import Rooms
from bot.slack.workspaces import NotInstalled, Workspaces
from bot.store.escalations import Escalations
from bot.store.exchanges import Exchanges
from bot.store.feedback import Feedback

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)
_ANSWERS = 4
"""How often one answer is given to a response address that has not taken it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The core, the store, the desk and the Web API, for listeners."""

    docent: Callable[[], Docent]
    exchanges: Exchanges
    desk: Desk
    workspaces: Workspaces
    feedback: Feedback
    rooms: Rooms
    escalations: Escalations
    problems: Callable[[], Sequence[str]] = tuple
    """What is wrong with the content at this moment, as ``file:line: message``."""
    texts: Callable[[], Mapping[str, str]] = dict
    """The texts of the content in force, by file."""
    pause: float = 1.0
    """Seconds before something that failed for now is tried again; it doubles."""
    _running: set[asyncio.Task[None]] = field(default_factory=set)
    _endless: set[asyncio.Task[None]] = field(default_factory=set)

    def client(self, team: str) -> AsyncWebClient:
        """The Web API with the token of a workspace.

        Raises:
            NotInstalled: Docent is not in it any more.
        """
        return self.workspaces.client(team)

    def after_ack(self, work: Coroutine[Any, Any, object], *, endless: bool = False) -> None:
        """Do something beside the ack; what fails is logged under a reference. What is endless ends with ``close``."""
        task = asyncio.create_task(_guarded(work))
        self._running.add(task)
        if endless:
            self._endless.add(task)
        task.add_done_callback(self._running.discard)

    async def respond(self, url: str, body: Json) -> bool:
        """Answer an interaction through its ``response_url``, at most once. Tells whether Slack took it; what it surely has
        not taken goes out again, without blocks where it is they that were refused.

        Only addresses of Slack are answered to, and of the Web API that is set, so that no payload leads elsewhere.
        """
        target = urlsplit(url)
        if target.hostname != "hooks.slack.com" and target.netloc != urlsplit(self.workspaces.web.base_url).netloc:
            _LOG.warning("a response_url that is not Slack's was left alone")
            return False
        if self.workspaces.web.session is None:
            return False
        for _ in range(_ANSWERS):
            try:
                async with self.workspaces.web.session.post(url, json=body) as response:
                    status, name, wait = (
                        response.status,
                        _refusal(response.status, await response.text()),
                        delay(response.headers),
                    )
            except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as error:
                _LOG.warning("a response_url could not be reached: %s", type(error).__name__)
                return False
            if status == 200 and not name:
                return True
            _LOG.warning("a response_url was refused with status %d: %s", status, name or "no reason given")
            if status == 429:
                await asyncio.sleep(wait)
            elif name in BLOCKS and "blocks" in body:
                body = {key: value for key, value in body.items() if key != "blocks"}
            else:
                return False
        return False

    async def close(self, seconds: float = 5.0) -> None:
        """Let everything that is under way end."""
        await self.desk.close(seconds)
        short = {task for task in self._running if task not in self._endless}
        if short:
            await asyncio.wait(short, timeout=seconds)
        for task in tuple(self._running):
            task.cancel()


def _refusal(status: int, text: str) -> str:
    """Slack's name for why it has not taken an answer; empty where it has."""
    try:
        found = json.loads(text)
    except ValueError:
        return "" if status == 200 else text.strip()[:100]
    return str(found.get("error") or "refused") if isinstance(found, dict) and found.get("ok") is False else ""


async def _guarded(work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except SlackApiError as error:
        _LOG.warning("Slack refused a call: %s", name_of(error))
    except NotInstalled as error:
        _LOG.warning("a call was left: %s", error)
    except Exception:  # noqa: BLE001 - nobody waits for it: the log is where it is told
        _LOG.exception("work after an ack failed, reference %s", secrets.token_hex(4))
