"""Slack's Web API over the workspace: the methods that Docent calls, with Slack's names for what it refuses."""

# ruff: noqa: EM101 - Slack's names of errors are constants, not messages

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.show import limits
from bot.show.surfaces import Surface
from bot.slack.playground.faults import Fault, Faults
from bot.slack.playground.workspace import Json, ResponseUrl, View, Workspace

BOT_TOKEN = "xoxb-stand-in"  # noqa: S105 - opens nothing but the stand-in
APP_TOKEN = "xapp-stand-in"  # noqa: S105 - as above

SCOPES: dict[str, tuple[str, ...]] = {
    "auth.test": (),
    "chat.postMessage": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "conversations.replies": ("channels:history", "groups:history", "im:history"),
    "views.open": (),
    "views.push": (),
    "views.update": (),
    "views.publish": (),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "functions.completeSuccess": (),
    "functions.completeError": (),
    "users.info": ("users:read",),
    "chat.getPermalink": (),
}
"""The bot scopes of each method; of several any one will do for the channels that it speaks of."""

_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
_RESPONSE_USES = 5


class Refused(Exception):  # noqa: N818 - it is Slack's answer, not a failure of ours
    """``{"ok": false, "error": …}``."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.body: Json = {"ok": False, "error": error, **more}


@dataclass(slots=True)
class Call:
    """One call as it came in, with what was answered."""

    method: str
    arguments: Json
    at: float = field(default_factory=time.monotonic)
    error: str = ""


class WebApi:
    """The Web API of one workspace. ``calls`` records every call; ``faults`` decides which fail."""

    def __init__(self, workspace: Workspace, faults: Faults, link: Callable[[], str]) -> None:
        """``link`` makes the address of a Socket Mode connection."""
        self.workspace = workspace
        self.faults = faults
        self.calls: list[Call] = []
        self.scopes = {scope for scopes in SCOPES.values() for scope in scopes}
        self.token_works = True
        self._link = link
        self._methods: dict[str, Callable[[Json], Json]] = {
            "auth.test": self._auth_test,
            "apps.connections.open": lambda _: {"url": self._link()},
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.getPermalink": self._permalink,
            "conversations.replies": self._replies,
            "views.open": self._views_open,
            "views.push": self._views_open,
            "views.update": self._views_update,
            "views.publish": self._views_publish,
            "assistant.threads.setSuggestedPrompts": self._prompts,
            "functions.completeSuccess": lambda given: self._complete(given, "outputs"),
            "functions.completeError": lambda given: self._complete(given, "error"),
            "users.info": self._users_info,
        }

    def routes(self) -> list[web.RouteDef]:
        """The routes for an aiohttp application."""
        return [
            web.post("/api/{method}", self._handle),
            web.get("/api/{method}", self._handle),
            web.post("/response/{token}", self._respond),
        ]

    def called(self, method: str) -> list[Call]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method == method]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _arguments(request)
        call = Call(method, given)
        self.calls.append(call)
        self.workspace.changed()
        fault = self.faults.take(method)
        if fault is not None and (early := await _before(request, fault)) is not None:
            call.error = fault.error or fault.how
            return early
        try:
            self._authorize(method, request.headers.get("Authorization", ""), given)
            body = {"ok": True, **self._methods[method](given)}
        except Refused as refused:
            call.error = str(refused)
            body = refused.body
        self.workspace.changed()
        return web.json_response(body) if fault is None else await _after(request, fault, body)

    def _authorize(self, method: str, header: str, given: Json) -> None:
        if method not in self._methods:
            raise Refused("unknown_method")
        token = str(given.pop("token", "")) or header.removeprefix("Bearer ")
        if not token:
            raise Refused("not_authed")
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != wanted or not self.token_works:
            raise Refused("invalid_auth")
        needed = SCOPES.get(method, ())
        if needed and not self.scopes & set(needed):
            raise Refused("missing_scope", needed=needed[0], provided=",".join(sorted(self.scopes)))

    def _auth_test(self, _: Json) -> Json:
        space = self.workspace
        return {
            "url": "https://stand-in.invalid/",
            "team": "Stand-in",
            "user": "docent",
            "team_id": space.team,
            "user_id": space.bot_user,
            "bot_id": space.bot_id,
            "is_enterprise_install": False,
        }

    def _channel(self, given: Json, *, member: bool = True) -> str:
        channel = self.workspace.channels.get(str(given.get("channel", "")))
        if channel is None:
            raise Refused("channel_not_found")
        if channel.is_archived:
            raise Refused("is_archived")
        if member and self.workspace.bot_user not in channel.members:
            raise Refused("not_in_channel" if channel.kind == "channel" else "channel_not_found")
        return channel.id

    def _checked(self, given: Json, surface: Surface) -> tuple[str, list[Json]]:
        text, blocks = str(given.get("text", "")), _json(given.get("blocks", []))
        if not text and not blocks:
            raise Refused("no_text")
        if found := limits.block_violations(blocks, surface):
            named = next((name for name in ("msg_blocks_too_long", "only_one_table_allowed") if name in found[-1]), "")
            error = "msg_blocks_too_long" if named == "msg_blocks_too_long" else "invalid_blocks"
            raise Refused(error, response_metadata={"messages": [f"[ERROR] {line}" for line in found]})
        return text, blocks

    def _post_message(self, given: Json) -> Json:
        channel = self._channel(given)
        text, blocks = self._checked(given, "message")
        thread = str(given.get("thread_ts") or "")
        if thread and self.workspace.find(channel, thread) is None:
            raise Refused("thread_not_found")
        space = self.workspace
        message = space.post(
            channel,
            space.bot_user,
            text,
            blocks=blocks,
            thread_ts=thread,
            bot_id=space.bot_id,
            metadata=_json(given.get("metadata", {})),
            sent=given,
        )
        return {"channel": channel, "ts": message.ts, "message": message.as_json()}

    def _post_ephemeral(self, given: Json) -> Json:
        channel = self._channel(given)
        text, blocks = self._checked(given, "ephemeral")
        user = str(given.get("user", ""))
        if user not in self.workspace.channels[channel].members:
            raise Refused("user_not_in_channel")
        thread = str(given.get("thread_ts") or "")
        message = self.workspace.post(
            channel, self.workspace.bot_user, text, blocks=blocks, thread_ts=thread, only_for=user, sent=given
        )
        return {"message_ts": message.ts}

    def _permalink(self, given: Json) -> Json:
        channel = self._channel(given, member=False)
        ts = str(given.get("message_ts", ""))
        if self.workspace.find(channel, ts) is None:
            raise Refused("message_not_found")
        return {"permalink": f"https://stand-in.invalid/archives/{channel}/p{ts.replace('.', '')}"}

    def _replies(self, given: Json) -> Json:
        channel = self._channel(given)
        scope = _HISTORY[self.workspace.channels[channel].kind]
        if scope not in self.scopes:
            raise Refused("missing_scope", needed=scope, provided=",".join(sorted(self.scopes)))
        found = self.workspace.thread(channel, str(given.get("ts", "")))
        if not found:
            raise Refused("thread_not_found")
        listed = [one.as_json() for one in found]
        if str(given.get("include_all_metadata", "")).lower() not in {"1", "true"}:
            listed = [{name: value for name, value in one.items() if name != "metadata"} for one in listed]
        return {"messages": listed, "has_more": False}

    def _view(self, given: Json) -> Json:
        view: Json = _json(given.get("view", {}))
        if found := limits.view_violations(view):
            raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {line}" for line in found]})
        return view

    def _views_open(self, given: Json) -> Json:
        view = self._view(given)
        user, error = self.workspace.use_trigger(str(given.get("trigger_id", "")))
        if error:
            raise Refused(error)
        return _viewed(self.workspace.open_view(user, view))

    def _views_update(self, given: Json) -> Json:
        view = self._view(given)
        shown = self.workspace.views.get(str(given.get("view_id", "")))
        if shown is None or shown.closed:
            raise Refused("not_found")
        shown.payload = view
        return _viewed(shown)

    def _views_publish(self, given: Json) -> Json:
        view = self._view(given)
        user = str(given.get("user_id", ""))
        if user not in self.workspace.users:
            raise Refused("user_not_found")
        home = View(self.workspace.next_id("V"), user, view)
        self.workspace.homes[user] = home
        return _viewed(home)

    def _prompts(self, given: Json) -> Json:
        channel = self._channel({"channel": given.get("channel_id", "")})
        self.workspace.prompts[channel] = given
        return {}

    def _complete(self, given: Json, how: str) -> Json:
        execution = str(given.get("function_execution_id", ""))
        ended = self.workspace.executions.get(execution)
        if ended is None:
            raise Refused("function_execution_not_found")
        if ended:
            raise Refused("access_denied")
        ended[how] = _json(given.get(how, {})) if how == "outputs" else given.get(how)
        return {}

    def _users_info(self, given: Json) -> Json:
        user = self.workspace.users.get(str(given.get("user", "")))
        if user is None:
            raise Refused("user_not_found")
        return {"user": {"id": user.id, "name": user.name, "is_bot": user.is_bot, "is_admin": user.is_admin}}

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        given = await _arguments(request)
        call = Call("response_url", given)
        self.calls.append(call)
        fault = self.faults.take("response_url")
        if fault is not None and (early := await _before(request, fault)) is not None:
            return early
        place = self.workspace.response_urls.get(request.match_info["token"])
        if place is None or place.uses >= _RESPONSE_USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        place.uses += 1
        try:
            shared = given.get("response_type") == "in_channel"
            if not given.get("delete_original"):
                text, blocks = self._checked(given, "response" if shared else "ephemeral")
                self._answer(place, given, text, blocks)
        except Refused as refused:
            call.error = str(refused)
            return web.json_response(refused.body, status=400)
        return web.Response(text="ok")

    def _answer(self, place: ResponseUrl, given: Json, text: str, blocks: list[Json]) -> None:
        old = place.message
        only_for = "" if given.get("response_type") == "in_channel" else place.user
        if old is not None and given.get("replace_original"):
            old.text, old.blocks, old.sent = text, blocks, given
            self.workspace.changed()
            return
        thread = str(given.get("thread_ts") or "")
        user = self.workspace.bot_user
        self.workspace.post(
            place.channel,
            user,
            text,
            blocks=blocks,
            only_for=only_for,
            thread_ts=thread,
            bot_id=self.workspace.bot_id,
            sent=given,
        )


async def _arguments(request: web.Request) -> Json:
    text = await request.text()
    if request.content_type == "application/json":
        given: Json = json.loads(text or "{}")
        return given
    return dict(request.query) | dict(parse_qsl(text, keep_blank_values=True))


def _json(value: Any) -> Any:  # noqa: ANN401 - an argument that may come as text or as JSON
    return json.loads(value) if isinstance(value, str) else value


def _viewed(view: View) -> Json:
    return {"view": view.payload | {"id": view.id, "hash": f"{view.id}.hash"}}


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
