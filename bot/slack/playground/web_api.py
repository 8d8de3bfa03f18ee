"""Slack's Web API over the workspace: the methods that Docent calls, with Slack's names for what it refuses."""

# ruff: noqa: EM101 - Slack's names of errors are constants, not messages

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from aiohttp import web

from bot.slack.playground.faults import Fault, Faults
from bot.slack.playground.installs import CLIENT_CALLS, Installs
from bot.slack.playground.methods import SCOPES, Methods, Refused, threaded, whisper
from bot.slack.playground.payloads import FUNCTION_TOKEN
from bot.slack.playground.workspace import Json, ResponseUrl, Workspace

BOT_TOKEN = "xoxb-stand-in"  # noqa: S105 - opens nothing but the stand-in
APP_TOKEN = "xapp-stand-in"  # noqa: S105 - as above

_CONNECT = "apps.connections.open"
_REVOKE = "auth.revoke"
_RESPONSE_USES = 5


@dataclass(slots=True)
class Call:
    """One call as it came in, with what was answered."""

    method: str
    arguments: Json
    at: float = field(default_factory=time.monotonic)
    error: str = ""
    token: str = ""
    ts: str = ""
    """When it came, as messages tell it."""
    channel: str = ""
    """Where it shows something, if anywhere."""
    seen_by: str = ""
    """To whom alone, if not to all there."""


class WebApi:
    """The Web API of one workspace. ``calls`` records every call; ``faults`` decides which fail."""

    def __init__(self, workspace: Workspace, faults: Faults, link: Callable[[], str]) -> None:
        """``link`` makes the address of a Socket Mode connection."""
        self.workspace = workspace
        self.faults = faults
        self.calls: list[Call] = []
        self.scopes = {scope for scopes in SCOPES.values() for scope in scopes}
        """What the bot may do."""
        self.token_works = True
        self._link = link
        self.methods = Methods(workspace, self.scopes)
        self.installs = Installs(self.scopes)
        """What people have allowed the app to do, by token, beside the workspace that it was made for."""

    def routes(self) -> list[web.RouteDef]:
        """The routes for an aiohttp application."""
        return [
            web.post("/api/{method}", self._handle),
            web.get("/api/{method}", self._handle),
            web.post("/response/{token}", self._respond),
            *self.installs.routes(),
        ]

    def called(self, method: str) -> list[Call]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method == method]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            given = await _arguments(request)
        except json.JSONDecodeError:
            return web.json_response({"ok": False, "error": "invalid_json"})
        header = request.headers.get("Authorization", "")
        token = str(given.get("token", "")) or header.removeprefix("Bearer ")
        call = Call(method, given, token=token, ts=self.workspace.next_ts())
        call.channel, call.seen_by = _audience(self.workspace, given)
        self.calls.append(call)
        self._changed()
        fault = self.faults.take(method)
        if fault is not None and (early := await _before(request, fault)) is not None:
            call.error = fault.name
            return early
        try:
            methods = self._authorize(method, call.token, given)
            body = {"ok": True, **self._perform(methods, method, given, header)}
        except Refused as refused:
            call.error = str(refused)
            body = refused.body
        self._changed()
        return web.json_response(body) if fault is None else await _after(request, fault, body)

    def _changed(self) -> None:
        for space in (self.workspace, *self.installs.workspaces.values()):
            space.changed()

    def _authorize(self, method: str, token: str, given: Json) -> Methods:
        """The methods of the workspace that the token is for."""
        given.pop("token", "")
        if method in CLIENT_CALLS:
            return self.methods
        if method not in {_CONNECT, _REVOKE, *self.methods.by_name}:
            raise Refused("unknown_method")
        if not token:
            raise Refused("not_authed")
        if token in self.installs.revoked:
            raise Refused("token_revoked")
        if token in self.installs.tokens and method != _CONNECT:
            self._allow(method)
            methods = self.installs.methods(token, given)
            if method == _REVOKE:
                del self.installs.tokens[token]
                self.installs.revoked.add(token)
            return methods
        wanted = {APP_TOKEN} if method == _CONNECT else {BOT_TOKEN}
        if method.startswith("functions."):
            wanted = {BOT_TOKEN, FUNCTION_TOKEN}
        if token not in wanted or not self.token_works:
            raise Refused("invalid_auth")
        self._allow(method)
        return self.methods

    def _allow(self, method: str) -> None:
        needed = SCOPES.get(method, ())
        if needed and not self.scopes & set(needed):
            raise Refused("missing_scope", needed=needed[0], provided=",".join(sorted(self.scopes)))

    def _perform(self, methods: Methods, method: str, given: Json, header: str) -> Json:
        if method == _REVOKE:
            return {"revoked": True}
        if method == "oauth.v2.access":
            return self.installs.exchange(given, header)
        return {"url": self._link()} if method == _CONNECT else methods.by_name[method](given)

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        given = await _arguments(request)
        call = Call("response_url", given, ts=self.workspace.next_ts())
        self.calls.append(call)
        fault = self.faults.take("response_url")
        if fault is not None and (early := await _before(request, fault)) is not None:
            call.error = fault.name
            return early
        found = self._answered(request.match_info["token"])
        if found is None:
            return web.json_response({"ok": False, "error": "invalid_url"}, status=404)
        space, place = found
        call.channel, call.seen_by = place.channel, place.user
        # Slack's words for these two are no names.
        call.error = _worn(place)
        if call.error:
            self._changed()
            return web.json_response({"ok": False, "error": call.error}, status=404)
        place.uses += 1
        try:
            shared = given.get("response_type") == "in_channel"
            if given.get("delete_original"):
                if place.message is not None and place.message in space.messages:
                    space.delete(place.message)
            else:
                text, blocks = self.methods.checked(given, "response" if shared else "ephemeral")
                _answer(space, place, given, text, blocks)
        except Refused as refused:
            call.error = str(refused)
            self._changed()
            return web.json_response(refused.body, status=400)
        return web.Response(text="ok") if fault is None else await _after(request, fault, {"ok": True})

    def _answered(self, token: str) -> tuple[Workspace, ResponseUrl] | None:
        """The response address with this token, in whichever workspace."""
        spaces = (self.workspace, *self.installs.workspaces.values())
        return next(((space, space.response_urls[token]) for space in spaces if token in space.response_urls), None)


def _audience(space: Workspace, given: Json) -> tuple[str, str]:
    """Where a call shows something, and to whom alone; "" for nowhere and for everybody there."""
    channel, user = str(given.get("channel", "")), str(given.get("user") or given.get("user_id") or "")
    if channel in space.users:
        return "", channel
    if trigger := space.triggers.get(str(given.get("trigger_id", ""))):
        user = trigger.user
    elif view := space.views.get(str(given.get("view_id", ""))):
        user = view.user
    return channel if channel in space.channels else "", user


def _worn(place: ResponseUrl) -> str:
    if time.monotonic() > place.expires:
        return "Expired url"
    return "Used url" if place.uses >= _RESPONSE_USES else ""


def _answer(space: Workspace, place: ResponseUrl, given: Json, text: str, blocks: list[Json]) -> None:
    old = place.message
    if old is not None and given.get("replace_original"):
        old.text, old.blocks, old.sent = text, blocks, given
        space.changed()
        return
    if given.get("response_type") != "in_channel":
        whisper(space, place.channel, place.user, given, (text, blocks), bot_id=space.bot_id)
        return
    thread = threaded(space, place.channel, given)
    space.post(place.channel, space.bot_user, text, blocks=blocks, thread_ts=thread, bot_id=space.bot_id, sent=given)


async def _arguments(request: web.Request) -> Json:
    text = await request.text()
    if request.content_type == "application/json":
        given: Json = json.loads(text or "{}")
        return given
    return dict(request.query) | dict(parse_qsl(text, keep_blank_values=True))


async def _before(request: web.Request, fault: Fault) -> web.StreamResponse | None:
    match fault.how:
        case "status":
            return web.json_response({"ok": False, "error": "internal_error"}, status=fault.status)
        case "ratelimited":
            headers = {"Retry-After": f"{fault.seconds:g}"}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        case "refuse":
            return web.json_response({"ok": False, "error": fault.error})
        case "dropped":
            return _cut_off(request)
        case "hang":
            await asyncio.sleep(fault.seconds)
    return None


async def _after(request: web.Request, fault: Fault, body: Json) -> web.StreamResponse:
    match fault.how:
        case "lost_reply":
            return _cut_off(request)
        case "html":
            return web.Response(text="<html>Bad gateway</html>", content_type="text/html")
        case "truncated":
            return web.Response(text=json.dumps(body)[:-3], content_type="application/json")
    return web.json_response(body)


def _cut_off(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
