"""A script, done step by step in the workspace: each begins when Docent has answered the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.model.problem import Problem
from bot.slack.playground import shown
from bot.slack.playground.delivery import NotAcked
from bot.slack.playground.elements import elements
from bot.slack.playground.payloads import blocks_of
from bot.slack.playground.script import Step
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json, Message, View

_ANSWERING = 20.0
"""Seconds within which an answer must have come."""
_SHOWING = 3.0
"""Seconds within which a click shows something, if it shows anything."""


class Replay:
    """Does the steps of one script."""

    def __init__(self, slack: StandIn, file: str) -> None:
        """``file``: the script's name, for what is told of it."""
        self._slack = slack
        self._file = file
        self._ids = {one.name: one.id for one in slack.workspace.users.values()}
        self._channels = {one.name: one.id for one in slack.workspace.channels.values() if one.name}
        self._thread: Message | None = None

    async def run(self, steps: Sequence[Step]) -> Problem | None:
        """Do them all, in order; the step that could not be done ends it, and is told."""
        for step in steps:
            try:
                await self._do(step)
            except NotAcked:
                return self._problem(step, "Docent did not take this", "see what is wrong with the bot")
            except TimeoutError:
                return self._problem(step, "Docent has not answered this", "mention @docent, or write it in its thread")
            except LookupError as error:
                return self._problem(step, *error.args)
        return None

    async def _do(self, step: Step) -> None:
        user, space = self._ids[step.user], self._slack.workspace
        before = self._seen()
        match step.act:
            case "open":
                await self._slack.open_home(user)
                await space.until(lambda: user in space.homes, _ANSWERING)
            case "click":
                await self._click(user, step.text)
                await self._something(before, _SHOWING)
            case _:
                if await self._say(step, user):
                    await space.until(lambda: len(self._seen()) > len(before), _ANSWERING)

    async def _say(self, step: Step, user: str) -> bool:
        """Write it; whether an answer is to be expected."""
        space = self._slack.workspace
        if step.act == "reply" and self._thread is not None:
            root = self._thread.thread_ts or self._thread.ts
            text = shown.written(space, step.text)
            answered = any(one.user == space.bot_user for one in space.thread(self._thread.channel, root))
            await self._slack.say(user, self._thread.channel, text, root)
            return answered
        direct = step.act == "direct"
        channel = f"D{user[1:]}" if direct else self._channels[step.channel]
        if step.text.startswith("/"):
            name, _, words = step.text.partition(" ")
            await self._slack.command(user, channel, shown.written(space, words.strip()), name)
            return True
        text = shown.written(space, step.text)
        self._thread = await self._slack.say(user, channel, text)
        return direct or f"<@{space.bot_user}>" in text

    async def _click(self, user: str, label: str) -> None:
        names: list[str] = []
        for place in self._places(user):
            for element, name, value in _buttons(place):
                if name.casefold() == label.casefold():
                    await self._slack.press(user, place, str(element["action_id"]), value)
                    return
                names.append(name)
            if (
                isinstance(place, View)
                and place.payload.get("submit", {}).get("text", "").casefold() == label.casefold()
            ):
                await self._slack.submit(place, {})
                return
        message = f'nothing that can be clicked is called "{label}"'
        raise LookupError(message, f"there is {', '.join(dict.fromkeys(names))}" if names else "nothing is there yet")

    def _places(self, user: str) -> Iterator[Message | View]:
        """Where a person can click, the newest first."""
        space = self._slack.workspace
        if view := space.top_view(user):
            yield view
        for message in reversed(space.messages):
            if message.only_for in ("", user) and user in space.channels[message.channel].members:
                yield message
        if home := space.homes.get(user):
            yield home

    def _seen(self) -> set[str]:
        """What the bot shows now."""
        space = self._slack.workspace
        messages = {f"{one.ts} {one.blocks} {one.text}" for one in space.messages if one.user == space.bot_user}
        views = {f"{one.hash} {one.closed}" for one in space.views.values()}
        return messages | views | {home.hash for home in space.homes.values()}

    async def _something(self, before: set[str], seconds: float) -> None:
        try:
            await self._slack.workspace.until(lambda: self._seen() != before, seconds)
        except TimeoutError:
            return

    def _problem(self, step: Step, message: str, hint: str) -> Problem:
        return Problem(self._file, step.line, message, hint)


def _buttons(place: Message | View) -> Iterator[tuple[Json, str, str]]:
    """Every button of a message or view, with its label and its value."""
    for element in elements(blocks_of(place)):
        if element["type"] == "button":
            yield element, str(element["text"]["text"]), ""
        elif element["type"] == "feedback_buttons":
            for name in ("positive_button", "negative_button"):
                given = element.get(name, {})
                yield element, str(given.get("text", {}).get("text", "")), str(given.get("value", ""))
