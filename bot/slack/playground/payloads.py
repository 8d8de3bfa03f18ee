"""The payloads that Slack sends, made from the workspace: events, commands, interactions."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bot.slack.playground import elements
from bot.slack.playground.workspace import Json, Message, View, Workspace

FUNCTION_TOKEN = "xwfp-stand-in"  # noqa: S105 - opens nothing but the stand-in
"""The token that comes with a workflow step."""


def event(workspace: Workspace, inner: Json) -> Json:
    """The Events API envelope of one event."""
    return {
        "token": "verification",
        "team_id": workspace.team,
        "api_app_id": workspace.app_id,
        "event": inner,
        "type": "event_callback",
        "event_id": workspace.next_id("Ev"),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": workspace.enterprise or None,
                "team_id": workspace.team,
                "user_id": workspace.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "enterprise_id": workspace.enterprise or None,
        "is_ext_shared_channel": False,
        "event_context": "4-context",
    }


def message_events(workspace: Workspace, message: Message) -> list[Json]:
    """Every event that one posted message gives rise to: the message, and a mention where the bot is named."""
    channel = workspace.channels[message.channel]
    types = {"channel": "channel", "group": "group", "im": "im"}
    inner = message.as_json() | {
        "channel": channel.id,
        "channel_type": types[channel.kind],
        "event_ts": message.ts,
        "team": workspace.team,
    }
    events = []
    named = f"<@{workspace.bot_user}" in message.text
    if named and channel.kind != "im" and not message.subtype:
        mention = {name: value for name, value in inner.items() if name != "channel_type"}
        events.append(event(workspace, mention | {"type": "app_mention"}))
    if workspace.bot_user in channel.members:
        events.append(event(workspace, inner))
    return events


def slash_command(workspace: Workspace, user: str, channel: str, command: str, text: str, *, base: str) -> Json:
    """The fields of a slash command."""
    return {
        "token": "verification",
        "team_id": workspace.team,
        "team_domain": "stand-in",
        "channel_id": channel,
        "channel_name": workspace.channels[channel].name or "directmessage",
        "user_id": user,
        "user_name": workspace.users[user].name,
        "command": command,
        "text": text,
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
        **({"enterprise_id": workspace.enterprise} if workspace.enterprise else {}),
        "response_url": f"{base}/response/{workspace.new_response_url(channel, user)}",
        "trigger_id": workspace.new_trigger(user),
    }


def interaction(workspace: Workspace, kind: str, user: str) -> Json:
    """What all interactions have in common."""
    return {
        "type": kind,
        "token": "verification",
        "team": {"id": workspace.team, "domain": "stand-in"},
        "user": {"id": user, "username": workspace.users[user].name, "team_id": workspace.team},
        "api_app_id": workspace.app_id,
        "is_enterprise_install": False,
        "enterprise": {"id": workspace.enterprise, "name": "Organisation"} if workspace.enterprise else None,
    }


def block_actions(
    workspace: Workspace, user: str, place: Message | View, action: Json, base: str, *, filled: Json | None = None
) -> Json:
    """A pressed button or a picked option, on a message or in a view; ``filled`` is what its fields hold meanwhile."""
    state = {"values": elements.values(blocks_of(place), filled)}
    payload = interaction(workspace, "block_actions", user) | {
        "trigger_id": workspace.new_trigger(user, view=place.id if isinstance(place, View) else ""),
        "actions": [action | {"action_ts": workspace.next_ts()}],
        "state": state,
    }
    if isinstance(place, View):
        shown = view(workspace, place) | {"state": state}
        return payload | {"container": {"type": "view", "view_id": place.id}, "view": shown}
    token = workspace.new_response_url(place.channel, user, place)
    container = {
        "type": "message",
        "message_ts": place.ts,
        "channel_id": place.channel,
        "is_ephemeral": bool(place.only_for),
    } | ({"thread_ts": place.thread_ts} if place.thread_ts else {})
    payload |= {
        "container": container,
        "channel": {"id": place.channel, "name": workspace.channels[place.channel].name or "directmessage"},
        "response_url": f"{base}/response/{token}",
    }
    # Slack sends no copy of an ephemeral message, only its place.
    return payload if place.only_for else payload | {"message": kept(place) | {"app_id": workspace.app_id}}


def block_suggestion(workspace: Workspace, user: str, place: View | Message, action: str, typed: str) -> Json:
    """What was typed into a select that asks the bot for its options."""
    found = elements.elements(blocks_of(place))
    payload = interaction(workspace, "block_suggestion", user) | {
        "action_id": action,
        "block_id": next((one["block_id"] for one in found if one["action_id"] == action), action),
        "value": typed,
    }
    if isinstance(place, View):
        return payload | {"container": {"type": "view", "view_id": place.id}, "view": view(workspace, place)}
    return payload | {"channel": {"id": place.channel, "name": "channel"}, "message": kept(place)}


def view_submission(workspace: Workspace, shown: View, values: Json, base: str) -> Json:
    """A modal that was sent off; ``values`` as in ``state.values``: block id, action id, element."""
    payload = interaction(workspace, "view_submission", shown.user)
    state = {"values": elements.values(blocks_of(shown), values)}
    return payload | {
        "trigger_id": workspace.new_trigger(shown.user, view=shown.id),
        "view": view(workspace, shown) | {"state": state},
        "response_urls": list(_response_urls(workspace, shown, state["values"], base)),
    }


def _response_urls(workspace: Workspace, shown: View, filled: Json, base: str) -> Iterator[Json]:
    """For each conversation that was picked where the bot has asked for its response address."""
    for element in elements.elements(blocks_of(shown)):
        block, action = element["block_id"], element["action_id"]
        picked = ((filled.get(block) or {}).get(action) or {}).get("selected_conversation")
        if element.get("response_url_enabled") and picked in workspace.channels:
            token = workspace.new_response_url(str(picked), shown.user)
            url = f"{base}/response/{token}"
            yield {"block_id": block, "action_id": action, "channel_id": picked, "response_url": url}


def shortcut(workspace: Workspace, user: str, callback: str) -> Json:
    """The global shortcut."""
    payload = interaction(workspace, "shortcut", user)
    return payload | {
        "callback_id": callback,
        "trigger_id": workspace.new_trigger(user),
        "action_ts": workspace.next_ts(),
    }


def message_shortcut(workspace: Workspace, user: str, callback: str, message: Message, base: str) -> Json:
    """The shortcut in a message's menu."""
    token = workspace.new_response_url(message.channel, user)
    return shortcut(workspace, user, callback) | {
        "type": "message_action",
        "message": kept(message),
        "message_ts": message.ts,
        "channel": {"id": message.channel, "name": workspace.channels[message.channel].name or "directmessage"},
        "response_url": f"{base}/response/{token}",
    }


def function_executed(workspace: Workspace, callback: str, inputs: Json) -> Json:
    """A workflow that has come to a step of ours."""
    execution = workspace.next_id("Fx")
    workspace.executions[execution] = {}
    return event(
        workspace,
        {
            "type": "function_executed",
            "function": {"id": "Fn0DOCENT", "callback_id": callback, "title": callback, "type": "app"},
            "inputs": inputs,
            "function_execution_id": execution,
            "workflow_execution_id": workspace.next_id("Wx"),
            "event_ts": workspace.next_ts(),
            "bot_access_token": FUNCTION_TOKEN,
        },
    )


def view(workspace: Workspace, shown: View) -> Json:
    """A view as Slack gives it back."""
    return shown.payload | {
        "blocks": elements.with_ids(blocks_of(shown)),
        "id": shown.id,
        "team_id": workspace.team,
        "app_id": workspace.app_id,
        "bot_id": workspace.bot_id,
        "hash": shown.hash,
        "root_view_id": shown.root or shown.id,
        "previous_view_id": shown.below or None,
        "state": {"values": elements.values(blocks_of(shown))},
    }


def blocks_of(place: Message | View) -> list[Json]:
    """The blocks of a message or of a view."""
    return place.blocks if isinstance(place, Message) else list(place.payload.get("blocks", []))


def kept(message: Message) -> Json:
    """A message as Slack gives it back: each block has an id."""
    return message.as_json() | ({"blocks": elements.with_ids(message.blocks)} if message.blocks else {})
