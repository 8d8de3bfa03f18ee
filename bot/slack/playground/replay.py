"""A script, done step by step in the workspace: each begins when Docent has answered the one before."""

# ruff: noqa: EM101, TRY003 - what is told of a step stands where it is found

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.model.problem import Problem
from bot.slack.playground import labels, shown
from bot.slack.playground.delivery import BadAck, NotAcked
from bot.slack.playground.script import Step
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json, Message, View

_ANSWERING = 20.0
"""Seconds within which an answer must have come."""
_SHOWING = 3.0
"""Seconds within which a click shows something, if it shows anything."""
_KEPT = {"datepicker": "selected_date", "timepicker": "selected_time"}
"""Where fields keep what is written, other than in ``value``."""
_SEVERAL = ("checkboxes", "multi_static_select", "multi_external_select")


class Replay:
    """Does the steps of one script."""

    def __init__(self, slack: StandIn, file: str, manifest: Json) -> None:
        """``file``: the script's name, for what is told of it; ``manifest``: the app's, for its shortcuts."""
        self._slack = slack
        self._file = file
        self._ids = {one.name: one.id for one in slack.workspace.users.values()}
        self._channels = {one.name: one.id for one in slack.workspace.channels.values() if one.name}
        self._shortcuts = shown.shortcuts(manifest)
        self._thread: Message | None = None

    async def run(self, steps: Sequence[Step]) -> Problem | None:
        """Do them all, in order; the step that could not be done ends it, and is told."""
        for step in steps:
            try:
                await self._do(step)
            except NotAcked:
                return self._problem(step, "Docent did not take this", "see what is wrong with the bot")
            except BadAck as bad:
                return self._problem(step, f"Slack does not take what Docent said to this: {bad}", "mend the bot")
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
            case "close":
                if (top := space.top_view(user)) is None:
                    raise LookupError("no modal is open", "open one first")
                await self._slack.dismiss(top)
            case "fill" | "pick":
                await self._fill(step, user)
            case "click" | "use":
                await (self._click if step.act == "click" else self._use)(user, step.text)
                await self._something(before)
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
            filled = place.filled if isinstance(place, View) else {}
            for name, element, value in labels.buttons(place):
                if same(name, label):
                    await self._slack.press(user, place, str(element["action_id"]), value, filled)
                    return
                names.append(name)
            if isinstance(place, View) and (submit := place.payload.get("submit", {}).get("text", "")):
                if same(submit, label):
                    await self._slack.submit(place, filled)
                    return
                names.append(submit)
        raise LookupError(f'nothing that can be clicked is called "{label}"', listed(names))  # noqa: EM102

    async def _use(self, user: str, name: str) -> None:
        found = next((one for one in self._shortcuts if same(one["name"], name)), None)
        if found is None:
            there = listed(one["name"] for one in self._shortcuts)
            raise LookupError(f'there is no shortcut "{name}"', there)  # noqa: EM102
        message = None
        if found["kind"] == "message":
            message = next((one for one in self._places(user) if isinstance(one, Message)), None)
            if message is None:
                raise LookupError("there is no message to use this on", "write one first")
        await self._slack.shortcut(user, found["callback"], message)

    async def _fill(self, step: Step, user: str) -> None:
        names: list[str] = []
        for place in self._places(user):
            for name, element, heard in labels.fields(place):
                names.append(name)
                if not same(name, step.field):
                    continue
                if step.act == "fill" and not element["type"].endswith(("_input", "picker")):
                    raise LookupError(f'nothing can be written in "{name}"', "write picks")  # noqa: EM102
                before = self._seen()
                if step.act == "fill":
                    key = _KEPT.get(element["type"], "value")
                    self._keep(place, element, {key: step.text})
                    return
                option = await self._option(user, place, element, step.text)
                kept = self._keep(place, element, _picked(place, element, option))
                if heard:
                    await self._slack.pick(user, place, element["action_id"], option, kept)
                    await self._something(before)
                return
        raise LookupError(f'no field is called "{step.field}"', listed(names))  # noqa: EM102

    def _keep(self, place: Message | View, element: Json, state: Json) -> Json:
        """Fill it in, where the page shows it too; gives all that is filled in there."""
        filled: Json = place.filled if isinstance(place, View) else {}
        one = {"type": element["type"]} | state
        filled.setdefault(element["block_id"], {})[element["action_id"]] = one
        self._slack.workspace.changed()
        return filled

    async def _option(self, user: str, place: Message | View, element: Json, text: str) -> Json:
        typed = element["type"].endswith("external_select")
        if typed:
            found = await self._slack.type_ahead(user, place, element["action_id"], text)
        elif element["type"] == "conversations_select":
            found = [{"text": {"text": f"#{name}"}, "value": channel} for name, channel in self._channels.items()]
        else:
            found = labels.options(element)
        exact = [one for one in found if same(one["text"]["text"], text)]
        if not exact and not (typed and found):
            there = listed(one["text"]["text"] for one in found)
            raise LookupError(f'no option is called "{text}"', there)  # noqa: EM102
        return (exact or found)[0]

    def _places(self, user: str) -> Iterator[Message | View]:
        """Where a person can click, the newest first: where a modal is open, in it alone."""
        space = self._slack.workspace
        if view := space.top_view(user):
            yield view
            return
        for message in reversed(space.messages):
            if message.only_for in ("", user) and user in space.channels[message.channel].members:
                yield message
        if home := space.homes.get(user):
            yield home

    def _seen(self) -> set[str]:
        """What the bot shows now."""
        space = self._slack.workspace
        messages = {f"{one.ts} {one.blocks} {one.text}" for one in space.messages if one.user == space.bot_user}
        views = {f"{one.hash} {one.closed} {one.errors}" for one in space.views.values()}
        return messages | views | {home.hash for home in space.homes.values()}

    async def _something(self, before: set[str]) -> None:
        try:
            await self._slack.workspace.until(lambda: self._seen() != before, _SHOWING)
        except TimeoutError:
            return

    def _problem(self, step: Step, message: str, hint: str) -> Problem:
        return Problem(self._file, step.line, message, hint)


def same(one: str, other: str) -> bool:
    """Whether two labels are the same to a person."""
    return one.strip().casefold() == other.strip().casefold()


def listed(names: Iterable[str]) -> str:
    """What there is instead, as a hint."""
    found = ", ".join(dict.fromkeys(filter(None, names)))
    return f"there is {found}" if found else "nothing is there yet"


def _picked(place: Message | View, element: Json, option: Json) -> Json:
    if element["type"] == "conversations_select":
        return {"selected_conversation": option["value"]}
    if element["type"] not in _SEVERAL:
        return {"selected_option": option}
    filled = place.filled if isinstance(place, View) else {}
    there = filled.get(element["block_id"], {}).get(element["action_id"], {}).get("selected_options", [])
    return {"selected_options": [*there, option]}
