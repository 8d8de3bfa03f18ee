"""The page of the workspace: its files, a stream of what changes, and what a person can do there."""

# ruff: noqa: EM101, EM102, TRY003, TRY301 - what is told to the person stands where it is found

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bot.slack.listeners.commands import COMMANDS
from bot.slack.listeners.shortcuts import SHORTCUTS
from bot.slack.live import LiveContent
from bot.slack.playground import shown
from bot.slack.playground.delivery import NotAcked
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json, Message, View

FILES = {
    "index.html": "text/html",
    "page.css": "text/css",
    "page.js": "text/javascript",
    "acts.js": "text/javascript",
    "composer.js": "text/javascript",
    "dialogs.js": "text/javascript",
    "draw.js": "text/javascript",
    "fields.js": "text/javascript",
    "words.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_FOLDER = Path(__file__).parent / "page"
_PULSE = 15.0
_LONGEST = 40_000
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Mistaken(Exception):  # noqa: N818 - it is told to the person, and is no failure of ours
    """Something that cannot be done; ``str()`` is told on the page."""


class Page:
    """The page and what it asks for. Everything that is done goes to the bot as Slack would send it."""

    def __init__(self, slack: StandIn, content: LiveContent) -> None:
        self._slack = slack
        self._content = content
        self._starters: tuple[str, Json] = ("", {})
        self._deeds: dict[str, Callable[[str, Json], Awaitable[Json]]] = {
            "say": self._say,
            "command": self._command,
            "press": self._press,
            "options": self._options,
            "submit": self._submit,
            "close": self._close,
            "open": self._open,
            "shortcut": self._shortcut,
        }

    def routes(self) -> list[web.RouteDef]:
        """The routes for an aiohttp application."""
        return [
            web.get("/", self._file),
            web.get("/page/events", self._events),
            web.get("/page/{name}", self._file),
            web.post("/page/{deed}", self._do),
        ]

    async def _file(self, request: web.Request) -> web.StreamResponse:
        _check_host(request)
        name = request.match_info.get("name", "index.html")
        if name not in FILES:
            raise web.HTTPNotFound(headers=_HEADERS)
        text = (_FOLDER / name).read_text("utf-8")
        return web.Response(text=text, content_type=FILES[name], charset="utf-8", headers=_HEADERS)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events for one person: first everything, then what changes."""
        _check_host(request)
        try:
            user = self._user(request.query.get("user", ""))
        except Mistaken as mistaken:
            return _told(str(mistaken), 400)
        stream = web.StreamResponse(headers=_HEADERS | {"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        seen: dict[tuple[str, str], str] = {}
        with suppress(ConnectionError):
            while True:
                changed = self._slack.workspace.next_change()
                for kind, key, content in self._frames(user):
                    data = json.dumps(content | {"key": key} if key else content, ensure_ascii=False)
                    if seen.get((kind, key)) != data:
                        seen[kind, key] = data
                        await stream.write(f"event: {kind}\ndata: {data}\n\n".encode())
                try:
                    async with asyncio.timeout(_PULSE):
                        await changed.wait()
                except TimeoutError:
                    await stream.write(b": still here\n\n")
        return stream

    def _frames(self, user: str) -> list[tuple[str, str, Json]]:
        slack, state = self._slack, self._content.state
        content = {"version": state.version, "reloads": state.reloads, "problems": list(self._content.problems())}
        if self._starters[0] != state.version:
            self._starters = state.version, shown.starters(self._content.docent())
        return [
            ("hello", "", shown.places(slack.workspace, user, COMMANDS, SHORTCUTS)),
            ("content", "", content),
            ("starters", "", self._starters[1]),
            *shown.frames(slack.workspace, slack.api.calls, user),
            ("ready", "", {}),
        ]

    async def _do(self, request: web.Request) -> web.StreamResponse:
        _check_host(request)
        deed = self._deeds.get(request.match_info["deed"])
        if deed is None:
            raise web.HTTPNotFound(headers=_HEADERS)
        try:
            # No other site can send this type without being asked first, and it is never allowed to.
            if request.content_type != "application/json":
                raise Mistaken("Only JSON is taken.")
            given = await request.json()
            if not isinstance(given, dict):
                raise Mistaken("A JSON object is needed.")
            done = await deed(self._user(str(given.get("user", ""))), given)
            return web.json_response({"ok": True, **done}, headers=_HEADERS)
        except json.JSONDecodeError:
            return _told("This is not JSON.", 400)
        except (Mistaken, LookupError) as mistaken:
            return _told(str(mistaken), 400)
        except NotAcked:
            return _told("Docent did not take this: it was not acknowledged within three seconds.", 504)

    async def _say(self, user: str, given: Json) -> Json:
        channel, text = self._channel(user, given), _text(given)
        thread = str(given.get("thread") or "")
        if thread and self._slack.workspace.find(channel, thread) is None:
            raise Mistaken("There is no such thread.")
        message = await self._slack.say(user, channel, shown.written(self._slack.workspace, text), thread)
        return {"ts": message.ts}

    async def _command(self, user: str, given: Json) -> Json:
        name, _, words = _text(given).partition(" ")
        if name not in COMMANDS:
            raise Mistaken(f"{name} is not a command here. There is {', '.join(COMMANDS)}.")
        text = shown.written(self._slack.workspace, words.strip())
        await self._slack.command(user, self._channel(user, given), text, name)
        return {}

    async def _press(self, user: str, given: Json) -> Json:
        place, action = self._place(user, given), str(given.get("action", ""))
        option = given.get("option")
        if isinstance(option, dict):
            await self._slack.pick(user, place, action, option)
        else:
            await self._slack.press(user, place, action, str(given.get("value") or ""))
        return {}

    async def _options(self, user: str, given: Json) -> Json:
        place = self._place(user, given)
        action, typed = str(given.get("action", "")), str(given.get("typed", ""))
        return {"options": await self._slack.type_ahead(user, place, action, typed)}

    async def _submit(self, user: str, given: Json) -> Json:
        place, values = self._place(user, given), given.get("values")
        if not isinstance(place, View) or not isinstance(values, dict):
            raise Mistaken("Only a modal can be sent off.")
        answer = await self._slack.submit(place, values)
        return {"errors": answer.get("errors", {}) if answer.get("response_action") == "errors" else {}}

    async def _close(self, user: str, given: Json) -> Json:
        place = self._place(user, given)
        if isinstance(place, View):
            await self._slack.dismiss(place)
        return {}

    async def _open(self, user: str, given: Json) -> Json:
        await self._slack.open_home(user, "home" if given.get("tab") == "home" else "messages")
        return {}

    async def _shortcut(self, user: str, given: Json) -> Json:
        callback = str(given.get("callback", ""))
        if callback not in SHORTCUTS:
            raise Mistaken("There is no such shortcut.")
        place = self._place(user, given) if SHORTCUTS[callback] == "message" else None
        await self._slack.shortcut(user, callback, place if isinstance(place, Message) else None)
        return {}

    def _user(self, user: str) -> str:
        found = self._slack.workspace.users.get(user)
        if found is None or found.is_bot:
            raise Mistaken("There is no such person.")
        return user

    def _channel(self, user: str, given: Json) -> str:
        channel = self._slack.workspace.channels.get(str(given.get("channel", "")))
        if channel is None or user not in channel.members:
            raise Mistaken("There is no such channel.")
        return channel.id

    def _place(self, user: str, given: Json) -> Message | View:
        space = self._slack.workspace
        if name := str(given.get("view") or ""):
            home = space.homes.get(user)
            view = home if home and home.id == name else space.views.get(name)
            if view is not None and view.user == user and not view.closed:
                return view
        else:
            message = space.find(self._channel(user, given), str(given.get("ts", "")))
            if message is not None and message.only_for in ("", user):
                return message
        raise Mistaken("This is not there any more.")


def _text(given: Json) -> str:
    text = str(given.get("text") or "").strip()
    if not text:
        raise Mistaken("There is nothing to send.")
    if len(text) > _LONGEST:
        raise Mistaken(f"This is too long: at most {_LONGEST} characters.")
    return text


def _check_host(request: web.Request) -> None:
    """Answer only to this machine's own name, so that no web site can have its name lead here and read along."""
    if urlsplit(f"//{request.host}").hostname not in ("127.0.0.1", "localhost"):
        raise web.HTTPForbidden(text="Only this machine is served.", headers=_HEADERS)


def _told(message: str, status: int) -> web.Response:
    return web.json_response({"ok": False, "error": message}, status=status, headers=_HEADERS)
