"""What each method of the Web API does to the workspace, with Slack's names for what it refuses."""

# ruff: noqa: EM101 - Slack's names of errors are constants, not messages

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bot.show import limits
from bot.show.surfaces import Surface
from bot.slack.playground.workspace import Json, Message, Trigger, View, Workspace

SCOPES: dict[str, tuple[str, ...]] = {
    "auth.test": (),
    "auth.revoke": (),
    "oauth.v2.access": (),
    "chat.postMessage": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.update": ("chat:write",),
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

PILE = 3
"""Modals that may lie on each other."""
_VIEW_SIZE = 250_000
"""Most bytes of a view."""
_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}


class Refused(Exception):  # noqa: N818 - it is Slack's answer, not a failure of ours
    """``{"ok": false, "error": …}``."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.body: Json = {"ok": False, "error": error, **more}


class Methods:
    """The methods that Docent calls. ``by_name`` takes a call's arguments and gives the reply, or raises ``Refused``."""

    def __init__(self, workspace: Workspace, scopes: set[str]) -> None:
        """``scopes``: what the bot may do; it may change meanwhile."""
        self.workspace = workspace
        self.scopes = scopes
        self.strict = True
        """Whether blocks are held against Slack's limits; a benchmark leaves that out, as it is Slack's own work."""
        self.by_name: dict[str, Callable[[Json], Json]] = {
            "auth.test": self._auth_test,
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.getPermalink": self._permalink,
            "conversations.replies": self._replies,
            "views.open": self._views_open,
            "views.push": self._views_push,
            "views.update": self._views_update,
            "views.publish": self._views_publish,
            "assistant.threads.setSuggestedPrompts": self._prompts,
            "functions.completeSuccess": lambda given: self._complete(given, "outputs"),
            "functions.completeError": lambda given: self._complete(given, "error"),
            "users.info": self._users_info,
        }

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
            **({"enterprise_id": space.enterprise} if space.enterprise else {}),
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

    def checked(self, given: Json, surface: Surface) -> tuple[str, list[Json]]:
        """The text and the blocks of a message, if Slack takes them."""
        try:
            text, blocks = str(given.get("text") or ""), as_json(given.get("blocks") or [])
        except json.JSONDecodeError:
            raise Refused("invalid_blocks_format") from None
        if not text.strip() and not blocks:
            raise Refused("no_text")
        if len(text) > limits.TEXT:
            raise Refused("msg_too_long")
        if self.strict and (found := limits.block_violations(blocks, surface)):
            named = next((name for name in ("msg_blocks_too_long", "only_one_table_allowed") if name in found[-1]), "")
            error = "msg_blocks_too_long" if named == "msg_blocks_too_long" else "invalid_blocks"
            raise Refused(error, response_metadata={"messages": [f"[ERROR] {line}" for line in found]})
        return text, blocks

    def _direct(self, given: Json) -> Json:
        """A person's id stands for the direct message with them."""
        members = {str(given.get("channel", "")), self.workspace.bot_user}
        found = (one.id for one in self.workspace.channels.values() if one.kind == "im" and one.members == members)
        return given | {"channel": next(found, given.get("channel", ""))}

    def _post_message(self, given: Json) -> Json:
        channel = self._channel(self._direct(given))
        text, blocks = self.checked(given, "message")
        space = self.workspace
        thread = threaded(space, channel, given)
        message = space.post(
            channel,
            space.bot_user,
            text,
            blocks=blocks,
            thread_ts=thread,
            bot_id=space.bot_id,
            metadata=as_json(given.get("metadata", {})),
            sent=given,
        )
        return {"channel": channel, "ts": message.ts, "message": message.as_json()}

    def _post_ephemeral(self, given: Json) -> Json:
        channel = self._channel(given)
        content = self.checked(given, "ephemeral")
        user = str(given.get("user", ""))
        if user not in self.workspace.channels[channel].members:
            raise Refused("user_not_in_channel")
        message = whisper(self.workspace, channel, user, given, content)
        return {"message_ts": message.ts}

    def _update(self, given: Json) -> Json:
        channel = self._channel(given)
        message = self.workspace.find(channel, str(given.get("ts", "")))
        if message is None or message.only_for:
            raise Refused("message_not_found")
        if message.user != self.workspace.bot_user:
            raise Refused("cant_update_message")
        message.text, message.blocks = self.checked(given, "message")
        return {"channel": channel, "ts": message.ts, "text": message.text, "message": message.as_json()}

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

    def _view(self, given: Json, *kinds: str) -> Json:
        try:
            view: Json = as_json(given.get("view", {}))
        except json.JSONDecodeError:
            raise Refused("invalid_arguments", response_metadata={"messages": ["[ERROR] view is not JSON"]}) from None
        found = limits.view_violations(view)
        if not found and view["type"] not in kinds:
            found = (f"/type: must be {' or '.join(kinds)} here",)
        if found:
            raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {line}" for line in found]})
        if len(json.dumps(view).encode()) > _VIEW_SIZE:
            raise Refused("view_too_large")
        return view

    def _views_open(self, given: Json) -> Json:
        view = self._view(given, "modal")
        return _viewed(self.workspace.open_view(self._trigger(given).user, view))

    def _views_push(self, given: Json) -> Json:
        view = self._view(given, "modal")
        trigger = self._trigger(given)
        pile = self.workspace.pile(trigger.user)
        # Only what is done in a modal gives a trigger by which another can be laid upon it.
        if trigger.view not in {one.id for one in pile}:
            raise Refused("not_found")
        if len(pile) >= PILE:
            raise Refused("push_limit_reached")
        return _viewed(self.workspace.open_view(trigger.user, view, pile[-1]))

    def _trigger(self, given: Json) -> Trigger:
        trigger, error = self.workspace.use_trigger(str(given.get("trigger_id", "")))
        if trigger is None:
            raise Refused(error)
        return trigger

    def _views_update(self, given: Json) -> Json:
        view = self._view(given, "modal")
        shown = self.workspace.views.get(str(given.get("view_id", "")))
        if shown is None or shown.closed:
            raise Refused("not_found")
        _same(shown, given)
        shown.show(view)
        return _viewed(shown)

    def _views_publish(self, given: Json) -> Json:
        view = self._view(given, "home")
        user = str(given.get("user_id", ""))
        if user not in self.workspace.users:
            raise Refused("user_not_found")
        home = self.workspace.homes.get(user)
        if home is None:
            home = View(self.workspace.next_id("V"), user, view)
        else:
            _same(home, given)
            home = View(home.id, user, view, version=home.version + 1)
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
        ended[how] = as_json(given.get(how, {})) if how == "outputs" else given.get(how)
        return {}

    def _users_info(self, given: Json) -> Json:
        user = self.workspace.users.get(str(given.get("user", "")))
        if user is None:
            raise Refused("user_not_found")
        found = {name: getattr(user, name) for name in ("id", "name", "is_bot", "is_admin", "is_owner")}
        return {"user": found}


def threaded(workspace: Workspace, channel: str, given: Json) -> str:
    """The ``thread_ts`` of a call, or "".

    Raises:
        Refused: no message has it, only one that a single person sees, or one that is a reply itself.
    """
    thread = str(given.get("thread_ts") or "")
    if not thread:
        return ""
    found = workspace.find(channel, thread)
    if found is None or found.only_for:
        raise Refused("thread_not_found")
    if found.is_reply:
        raise Refused("cannot_reply_to_message")
    return thread


def whisper(
    workspace: Workspace, channel: str, user: str, given: Json, content: tuple[str, list[Json]], **more: str
) -> Message:
    """Post a text and blocks for one reader. In a thread that has no reply yet Slack takes it, and shows it to nobody.

    Raises:
        Refused: see ``threaded``.
    """
    thread = threaded(workspace, channel, given)
    text, blocks = content
    message = workspace.post(
        channel, workspace.bot_user, text, blocks=blocks, thread_ts=thread, only_for=user, sent=given, **more
    )
    if thread and len(workspace.thread(channel, thread)) == 1:
        workspace.unseen.append(message)
        workspace.delete(message)
    return message


def as_json(value: Any) -> Any:  # noqa: ANN401 - an argument may come as text or as JSON
    """An argument that was sent as JSON, in a form or in a body."""
    return json.loads(value) if isinstance(value, str) else value


def _same(shown: View, given: Json) -> None:
    """Refuse an update of a view that has changed since the bot saw it."""
    if given.get("hash") and given["hash"] != shown.hash:
        raise Refused("hash_conflict")


def _viewed(view: View) -> Json:
    return {"view": view.payload | {"id": view.id, "hash": view.hash}}
