"""What one person sees of the workspace, as the page receives it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.docent import Docent
from bot.show import limits
from bot.show.surfaces import Surface
from bot.slack.playground.methods import as_json
from bot.slack.playground.web_api import Call
from bot.slack.playground.workspace import Json, Message, View, Workspace

_POSTING: dict[str, Surface] = {
    "chat.postMessage": "message",
    "chat.postEphemeral": "ephemeral",
    "response_url": "ephemeral",
}
_VIEWING = ("views.open", "views.push", "views.update", "views.publish")
_STRANGE = (
    "What is the wifi password?",
    "Which wine goes with pasta?",
    "Who won the chess tournament?",
    "How tall is the church tower?",
)
"""Questions that hardly any team has written about."""
_STARTERS = 3


def frames(workspace: Workspace, calls: Sequence[Call], user: str) -> Iterator[tuple[str, str, Json]]:
    """Everything that this person sees, as kind, key and content: whoever has seen a key with the same content needs it
    no more.
    """
    for message in workspace.messages:
        channel = workspace.channels[message.channel]
        if user in channel.members and message.only_for in ("", user):
            yield "message", f"{message.channel}:{message.ts}", _message(message)
    for message in workspace.unseen:
        if message.only_for == user:
            yield "refused", f"unseen {message.ts}", _unseen(message)
    for place, call in enumerate(calls):
        shows = call.method in _POSTING or call.method in _VIEWING
        if call.error and shows and _concerns(workspace, call, user):
            yield "refused", str(place), _refused(call)
    yield "modal", "", _view(workspace.top_view(user))
    yield "home", "", _view(workspace.homes.get(user))
    for channel_id, prompts in workspace.prompts.items():
        if user in workspace.channels[channel_id].members:
            yield "prompts", channel_id, {"channel": channel_id, "prompts": as_json(prompts.get("prompts", []))}


def places(workspace: Workspace, user: str, manifest: Json) -> Json:
    """The workspace itself: people, channels, what can be typed and chosen."""
    channels = [channel for channel in workspace.channels.values() if user in channel.members]
    people = [{"id": one.id, "name": one.name, "bot": one.is_bot} for one in workspace.users.values()]
    return {
        "user": user,
        "bot": workspace.bot_user,
        "people": people,
        "channels": [{"id": one.id, "name": one.name, "kind": one.kind} for one in channels],
        "commands": commands(manifest),
        "shortcuts": shortcuts(manifest),
    }


def commands(manifest: Json) -> list[Json]:
    """The slash commands that the app's manifest declares."""
    declared = manifest.get("features", {}).get("slash_commands", [])
    return [
        {"command": one["command"], "about": one.get("description", ""), "hint": one.get("usage_hint", "")}
        for one in declared
    ]


def shortcuts(manifest: Json) -> list[Json]:
    """The shortcuts that the app's manifest declares."""
    declared = manifest.get("features", {}).get("shortcuts", [])
    return [
        {"callback": one["callback_id"], "name": one["name"], "kind": one["type"], "about": one.get("description", "")}
        for one in declared
    ]


def starters(docent: Docent) -> Json:
    """What a newcomer may try: questions that the content answers, and one that it does not."""
    offered = [choice.text for choice in docent.topics()]
    offered += [choice.text for choice in docent.complete("", _STARTERS * 2) if choice.text not in offered]
    declined = next((text for text in _STRANGE if docent.ask(text).status == "unknown"), _STRANGE[0])
    return {"questions": offered[:_STARTERS], "declined": declined}


def written(workspace: Workspace, text: str) -> str:
    """What somebody typed as Slack sends it: signs escaped, names of people and channels as references."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, entity)
    people = {one.name: f"<@{one.id}>" for one in workspace.users.values()}
    named = re.sub(r"(?<![\w@])@([\w-]+)", lambda found: people.get(found[1].lower(), found[0]), text)
    channels = {one.name: f"<#{one.id}|{one.name}>" for one in workspace.channels.values() if one.name}
    return re.sub(r"(?<![\w#&])#([\w-]+)", lambda found: channels.get(found[1].lower(), found[0]), named)


def _message(message: Message) -> Json:
    surface = _surface(message)
    found = limits.block_violations(message.blocks, surface) if message.blocks else ()
    return {
        "channel": message.channel,
        "ts": message.ts,
        "thread": message.thread_ts if message.thread_ts != message.ts else "",
        "user": message.user,
        "text": message.text,
        "blocks": message.blocks,
        "private": bool(message.only_for),
        "by_bot": bool(message.sent),
        "surface": surface,
        "violations": list(found),
    }


def _view(view: View | None) -> Json:
    if view is None:
        return {}
    found = list(limits.view_violations(view.payload))
    more = {"filled": view.filled, "errors": view.errors, "below": view.below}
    return {"id": view.id, "hash": view.hash, "payload": view.payload, "violations": found} | more


def _surface(message: Message) -> Surface:
    if message.only_for:
        return "ephemeral"
    return "response" if "response_type" in message.sent else "message"


def _concerns(workspace: Workspace, call: Call, user: str) -> bool:
    channel = workspace.channels.get(call.channel)
    return call.seen_by in ("", user) and (channel is None or user in channel.members)


def _unseen(message: Message) -> Json:
    return {
        "method": "chat.postEphemeral" if "user" in message.sent else "response_url",
        "error": "",
        "why": "Slack takes this message and shows it to nobody, since its thread has no reply yet.",
        "ts": message.ts,
        "channel": message.channel,
        "thread": message.thread_ts,
        "blocks": message.blocks,
        "violations": [],
    }


def _refused(call: Call) -> Json:
    given = call.arguments
    if call.method in _VIEWING:
        view = as_json(given.get("view", {}))
        blocks, found = view.get("blocks", []), limits.view_violations(view)
    else:
        blocks = as_json(given.get("blocks", []))
        surface = "response" if given.get("response_type") == "in_channel" else _POSTING[call.method]
        found = limits.block_violations(blocks, surface) if blocks else ()
    return {
        "method": call.method,
        "error": call.error,
        "why": "",
        "ts": call.ts,
        "channel": call.channel,
        "thread": str(given.get("thread_ts") or ""),
        "blocks": blocks,
        "violations": list(found),
    }
