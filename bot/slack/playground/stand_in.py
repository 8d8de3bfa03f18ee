"""The stand-in as a whole: a workspace, its Web API and its transports on one port, and what people do in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from copy import copy
from typing import Protocol

import aiohttp
from aiohttp import web

from bot.slack.playground import acks, elements, payloads
from bot.slack.playground.delivery import BadAck, HttpSender, NotAcked, Policy
from bot.slack.playground.door import own_machine
from bot.slack.playground.faults import Faults
from bot.slack.playground.sockets import SocketServer
from bot.slack.playground.web_api import WebApi
from bot.slack.playground.workspace import Json, Message, View, Workspace


class Transport(Protocol):
    """What carries payloads to the bot."""

    async def deliver(self, kind: str, payload: Json) -> Json:
        """See ``HttpSender.deliver``."""
        ...


class StandIn:
    """Slack on loopback.

    ``start`` it, give the bot ``api_url``, connect the bot by Socket Mode or name its address with ``use_http``; then
    let people do things: each returns when the bot has acked.
    """

    def __init__(self, workspace: Workspace | None = None, policy: Policy | None = None) -> None:
        self.workspace = workspace or Workspace()
        self.faults = Faults()
        self.policy = policy or Policy()
        self.sockets = SocketServer(self.policy)
        self.api = WebApi(self.workspace, self.faults, self._link)
        self.transport: Transport = self.sockets
        self.base = ""
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def api_url(self) -> str:
        """What goes into ``SLACK_API_URL``."""
        return f"{self.base}/api/"

    async def start(self, host: str = "127.0.0.1", port: int = 0, routes: Iterable[web.RouteDef] = ()) -> None:
        """Listen; port 0 takes a free one, ``routes`` are served beside Slack's own.

        Raises:
            OSError: the port is taken.
        """
        app = web.Application(middlewares=[own_machine])
        app.add_routes([*self.api.routes(), *self.sockets.routes(), *routes])
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.base = f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening and close what is open."""
        for connection in self.sockets.connections:
            await connection.socket.close()
        if self._session is not None:
            await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def beside(self, workspace: Workspace) -> StandIn:
        """The same Slack, with everything that people do taking place in another workspace. Call it once connected."""
        other = copy(self)
        other.workspace = self.api.installs.add(workspace)
        return other

    async def uninstall(self, *, whole: bool = False) -> None:
        """Throw the app out of the workspace, or of its organisation: its tokens work no more, and it is told so."""
        space = self.workspace
        self.api.installs.revoke(space.enterprise if whole else space.team)
        marks: Json = {"authorizations": [], "team_id": None, "is_enterprise_install": True} if whole else {}
        for inner in (
            {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [space.bot_user]}},
            {"type": "app_uninstalled"},
        ):
            await self.deliver(payloads.event(space, dict(inner)) | marks)

    def use_http(self, url: str) -> HttpSender:
        """Deliver signed requests to this address from now on."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        sender = HttpSender(url, self._session, self.policy)
        self.transport = sender
        return sender

    async def deliver(self, payload: Json, kind: str = "events_api") -> Json:
        """Deliver one payload; see ``HttpSender.deliver``."""
        return await self.transport.deliver(kind, payload)

    async def say(self, user: str, channel: str, text: str, thread: str = "", **more: str) -> Message:
        """Post a message, and deliver every event that it gives rise to, at once.

        In: ``more`` are further fields of the message (``subtype``, ``bot_id``, ``client_msg_id``).
        """
        more.setdefault("client_msg_id", self.workspace.next_id("client-"))
        message = self.workspace.post(channel, user, text, thread_ts=thread, **more)
        await asyncio.gather(*map(self.deliver, payloads.message_events(self.workspace, message)))
        return message

    async def ask(self, user: str, channel: str, text: str, thread: str = "") -> Message:
        """Mention the bot."""
        return await self.say(user, channel, f"<@{self.workspace.bot_user}> {text}", thread)

    async def command(self, user: str, channel: str, text: str, command: str = "/docent") -> Json:
        """A slash command. What its ack says is shown to its user, and given back."""
        payload = payloads.slash_command(self.workspace, user, channel, command, text, base=self.base)
        answer = await self.deliver(payload, "slash_commands")
        if answer.get("text") or answer.get("blocks"):
            only_for = "" if answer.get("response_type") == "in_channel" else user
            self.workspace.post(
                channel,
                self.workspace.bot_user,
                answer.get("text", ""),
                blocks=answer.get("blocks", []),
                only_for=only_for,
                sent=answer,
            )
        return answer

    async def press(
        self, user: str, place: Message | View, action_id: str, value: str = "", filled: Json | None = None
    ) -> Json:
        """Press a button, on a message or in a view; of feedback buttons the one with this value.

        In: ``filled`` is what the fields around it hold, as in ``state.values``.
        """
        action = find_action(payloads.blocks_of(place), action_id)
        pressed: Json = {name: action[name] for name in ("type", "action_id", "block_id", "text") if name in action}
        pressed["value"] = value or action.get("value", "")
        payload = payloads.block_actions(self.workspace, user, place, pressed, self.base, filled=filled)
        return await self.deliver(payload, "interactive")

    async def pick(
        self, user: str, place: Message | View, action_id: str, option: Json, filled: Json | None = None
    ) -> Json:
        """Pick an option of a select."""
        found = find_action(payloads.blocks_of(place), action_id)
        action = {name: found[name] for name in ("type", "action_id", "block_id")} | {"selected_option": option}
        merged = dict(filled or {})
        merged[found["block_id"]] = {action_id: {"type": found["type"], "selected_option": option}}
        payload = payloads.block_actions(self.workspace, user, place, action, self.base, filled=merged)
        return await self.deliver(payload, "interactive")

    async def type_ahead(self, user: str, place: Message | View, action_id: str, typed: str) -> list[Json]:
        """Type into a select that asks the bot for its options.

        Raises:
            BadAck: Slack would show none of them.
        """
        payload = payloads.block_suggestion(self.workspace, user, place, action_id, typed)
        answer = await self.deliver(payload, "interactive")
        acks.check_options(answer)
        return acks.options(answer)

    async def submit(self, shown: View, values: Json) -> Json:
        """Send a modal off; what the ack says is done: closed, updated, or left with its errors.

        Raises:
            BadAck: Slack would tell of trouble, and leave the modal as it is.
        """
        space = self.workspace
        answer = await self.deliver(payloads.view_submission(space, shown, values, self.base), "interactive")
        acks.check_submission(answer, shown, len(space.pile(shown.user)))
        shown.errors = {}
        match answer.get("response_action"):
            case "update":
                shown.show(answer["view"])
            case "push":
                space.open_view(shown.user, answer["view"], shown)
            case "clear":
                for view in space.pile(shown.user):
                    view.closed = True
            case "errors":
                shown.errors = answer["errors"]
            case _:
                shown.closed = True
        space.changed()
        return answer

    async def dismiss(self, shown: View) -> None:
        """Close a modal without sending it off; the bot is told if it wants to be."""
        shown.closed = True
        self.workspace.changed()
        if shown.payload.get("notify_on_close"):
            payload = payloads.interaction(self.workspace, "view_closed", shown.user)
            given = {"view": payloads.view(self.workspace, shown), "is_cleared": False}
            await self.deliver(payload | given, "interactive")

    async def shortcut(self, user: str, callback: str, message: Message | None = None) -> Json:
        """Use a global shortcut, or one in a message's menu."""
        if message is None:
            payload = payloads.shortcut(self.workspace, user, callback)
        else:
            payload = payloads.message_shortcut(self.workspace, user, callback, message, self.base)
        return await self.deliver(payload, "interactive")

    async def open_home(self, user: str, tab: str = "home") -> Json:
        """Open the bot's own page, or its messages."""
        inner = {"type": "app_home_opened", "user": user, "channel": f"D{user[1:]}", "tab": tab}
        return await self.deliver(payloads.event(self.workspace, inner | {"event_ts": self.workspace.next_ts()}))

    async def join(self, user: str, channel: str, inviter: str = "U0ANA") -> Json:
        """Somebody, the bot perhaps, joins a channel."""
        self.workspace.channels[channel].members.add(user)
        kind = "G" if self.workspace.channels[channel].kind == "group" else "C"
        inner = {
            "type": "member_joined_channel",
            "user": user,
            "channel": channel,
            "channel_type": kind,
            "team": self.workspace.team,
            "inviter": inviter,
            "event_ts": self.workspace.next_ts(),
        }
        return await self.deliver(payloads.event(self.workspace, inner))

    async def run_step(self, callback: str, inputs: Json) -> str:
        """Let a workflow come to a step of the bot; gives its execution id."""
        payload = payloads.function_executed(self.workspace, callback, inputs)
        await self.deliver(payload)
        return str(payload["event"]["function_execution_id"])

    def _link(self) -> str:
        return f"{self.base.replace('http', 'ws', 1)}/link?{self.sockets.ticket()}"


def find_action(blocks: list[Json], action_id: str) -> Json:
    """The element with this action id.

    Raises:
        LookupError: no block holds one, so nobody could press it.
    """
    for element in elements.elements(blocks):
        if element["action_id"] == action_id:
            return element
    message = f"nothing to press is called {action_id} in {json.dumps(blocks)[:500]}"
    raise LookupError(message)


__all__ = ["BadAck", "NotAcked", "StandIn", "find_action"]
