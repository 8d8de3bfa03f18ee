"""The page of the workspace: its files, a stream of what changes, and what a person can do there."""

# ruff: noqa: EM101, TRY003, TRY301 - what is told to the person stands where it is found

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.slack.live import LiveContent
from bot.slack.playground import shown
from bot.slack.playground.deeds import Deeds, person
from bot.slack.playground.delivery import NotAcked
from bot.slack.playground.mistaken import Mistaken
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.wiring import Wiring
from bot.slack.playground.workspace import Json

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOLDER = Path(__file__).parent / "page"
FILES = {path.name: _TYPES[path.suffix] for path in sorted(_FOLDER.iterdir()) if path.suffix in _TYPES}
"""The files of the page, with their types."""
_PULSE = 15.0
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


class Page:
    """The page and what it asks for. Everything that is done goes to the bot as Slack would send it."""

    def __init__(self, slack: StandIn, content: LiveContent, wiring: Wiring, manifest: Json) -> None:
        """``manifest``: the app's, for its commands and shortcuts."""
        self._slack = slack
        self._content = content
        self._wiring = wiring
        self._manifest = manifest
        self._starters: tuple[str, Json] = ("", {})
        self._deeds = Deeds(slack, manifest).by_name | {
            "transport": wiring.transport,
            "fault": wiring.fault,
            "mend": wiring.mend,
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
        name = request.match_info.get("name", "index.html")
        if name not in FILES:
            raise web.HTTPNotFound(headers=_HEADERS)
        text = (_FOLDER / name).read_text("utf-8")
        return web.Response(text=text, content_type=FILES[name], charset="utf-8", headers=_HEADERS)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events for one person: first everything, then what changes."""
        try:
            user = person(self._slack.workspace, request.query.get("user", ""))
        except Mistaken as mistaken:
            return _told(str(mistaken), 400)
        stream = web.StreamResponse(headers=_HEADERS | {"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        seen: dict[tuple[str, str], str] = {}
        with suppress(ConnectionError):
            while True:
                changed = self._slack.workspace.next_change()
                there = set()
                for kind, key, content in self._frames(user):
                    data = json.dumps(content | {"key": key} if key else content, ensure_ascii=False)
                    there.add((kind, key))
                    if seen.get((kind, key)) != data:
                        seen[kind, key] = data
                        await stream.write(f"event: {kind}\ndata: {data}\n\n".encode())
                for kind, key in set(seen) - there:
                    del seen[kind, key]
                    await stream.write(f"event: gone\ndata: {json.dumps({'kind': kind, 'key': key})}\n\n".encode())
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
            ("hello", "", shown.places(slack.workspace, user, self._manifest)),
            ("content", "", content),
            ("wiring", "", self._wiring.frame()),
            ("starters", "", self._starters[1]),
            *shown.frames(slack.workspace, slack.api.calls, user),
            ("ready", "", {}),
        ]

    async def _do(self, request: web.Request) -> web.StreamResponse:
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
            user = person(self._slack.workspace, str(given.get("user", "")))
            await self._wiring.standing()
            done = await deed(user, given)
            return web.json_response({"ok": True, **done}, headers=_HEADERS)
        except json.JSONDecodeError:
            return _told("This is not JSON.", 400)
        except (Mistaken, LookupError) as mistaken:
            return _told(str(mistaken), 400)
        except NotAcked:
            return _told("Docent did not take this: it was not acknowledged within three seconds.", 504)


def _told(message: str, status: int) -> web.Response:
    return web.json_response({"ok": False, "error": message}, status=status, headers=_HEADERS)
