"""What a person can do on the page. Everything goes to the bot as Slack would send it."""

# ruff: noqa: EM101, EM102, TRY003 - what is told to the person stands where it is found

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.slack.playground import shown
from bot.slack.playground.delivery import BadAck
from bot.slack.playground.mistaken import Mistaken
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json, Message, View, Workspace

_LONGEST = 40_000


class Deeds:
    """What can be done in a workspace. ``by_name`` takes a person's id and what they gave."""

    def __init__(self, slack: StandIn, manifest: Json) -> None:
        """``manifest``: says which commands and shortcuts there are."""
        self._slack = slack
        self._commands = [one["command"] for one in shown.commands(manifest)]
        self._shortcuts = {one["callback"]: one["kind"] for one in shown.shortcuts(manifest)}
        self.by_name: dict[str, Callable[[str, Json], Awaitable[Json]]] = {
            "say": self._say,
            "command": self._command,
            "press": self._press,
            "options": self._options,
            "submit": self._submit,
            "close": self._close,
            "open": self._open,
            "dismiss": self._dismiss,
            "shortcut": self._shortcut,
        }

    async def _say(self, user: str, given: Json) -> Json:
        channel, text = self._channel(user, given), _text(given)
        thread = str(given.get("thread") or "")
        if thread and self._slack.workspace.find(channel, thread) is None:
            raise Mistaken("There is no such thread.")
        message = await self._slack.say(user, channel, shown.written(self._slack.workspace, text), thread)
        return {"ts": message.ts}

    async def _command(self, user: str, given: Json) -> Json:
        name, _, words = _text(given).partition(" ")
        if name not in self._commands:
            raise Mistaken(f"{name} is not a command here. There is {', '.join(self._commands)}.")
        text = shown.written(self._slack.workspace, words.strip())
        await self._slack.command(user, self._channel(user, given), text, name)
        return {}

    async def _press(self, user: str, given: Json) -> Json:
        place, action = self._place(user, given), str(given.get("action", ""))
        option, filled = given.get("option"), given.get("values")
        state = filled if isinstance(filled, dict) else {}
        if isinstance(option, dict):
            await self._slack.pick(user, place, action, option, state)
        else:
            await self._slack.press(user, place, action, str(given.get("value") or ""), state)
        return {}

    async def _options(self, user: str, given: Json) -> Json:
        place = self._place(user, given)
        action, typed = str(given.get("action", "")), str(given.get("typed", ""))
        try:
            return {"options": await self._slack.type_ahead(user, place, action, typed)}
        except BadAck as bad:
            raise Mistaken(f"Slack shows none of these options: {bad}") from None

    async def _submit(self, user: str, given: Json) -> Json:
        place, values = self._place(user, given), given.get("values")
        if not isinstance(place, View) or not isinstance(values, dict):
            raise Mistaken("Only a modal can be sent off.")
        try:
            answer = await self._slack.submit(place, values)
        except BadAck as bad:
            raise Mistaken(f"Slack says that it had some trouble connecting: {bad}") from None
        return {"errors": answer.get("errors", {}) if answer.get("response_action") == "errors" else {}}

    async def _close(self, user: str, given: Json) -> Json:
        place = self._place(user, given)
        if isinstance(place, View):
            await self._slack.dismiss(place)
        return {}

    async def _dismiss(self, user: str, given: Json) -> Json:
        place = self._place(user, given)
        if not isinstance(place, Message) or place.only_for != user:
            raise Mistaken("Only what you alone see can be dismissed.")
        self._slack.workspace.delete(place)
        return {}

    async def _open(self, user: str, given: Json) -> Json:
        await self._slack.open_home(user, "home" if given.get("tab") == "home" else "messages")
        return {}

    async def _shortcut(self, user: str, given: Json) -> Json:
        callback = str(given.get("callback", ""))
        if callback not in self._shortcuts:
            raise Mistaken("There is no such shortcut.")
        place = self._place(user, given) if self._shortcuts[callback] == "message" else None
        await self._slack.shortcut(user, callback, place if isinstance(place, Message) else None)
        return {}

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


def person(workspace: Workspace, user: str) -> str:
    """The id of somebody who can do something.

    Raises:
        Mistaken: there is nobody like that.
    """
    found = workspace.users.get(user)
    if found is None or found.is_bot:
        raise Mistaken("There is no such person.")
    return user


def _text(given: Json) -> str:
    text = str(given.get("text") or "").strip()
    if not text:
        raise Mistaken("There is nothing to send.")
    if len(text) > _LONGEST:
        raise Mistaken(f"This is too long: at most {_LONGEST} characters.")
    return text
