"""The manifest and the code name the same things: commands, events, shortcuts, steps, and the scope of every call."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bot.slack.listeners import commands, events, functions, shortcuts
from bot.slack.playground.methods import SCOPES

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = json.loads((ROOT / "deploy" / "manifest.json").read_text("utf-8"))
FEATURES = MANIFEST["features"]
CALL = re.compile(r"client\.((?:apps|assistant|auth|chat|conversations|functions|users|views)_[A-Za-z_]+)\(")
GIVEN_BY_EVENTS = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
}
"""The scope that each event needs; joining needs two, for the two kinds of channel, and the others need none."""
JOINING = {"channels:read", "groups:read"}


def scopes() -> set[str]:
    found = MANIFEST["oauth_config"]["scopes"]
    return {*found["bot"], *found["bot_optional"]}


def methods() -> set[str]:
    sources = [
        path.read_text("utf-8") for path in (ROOT / "bot" / "slack").rglob("*.py") if "playground" not in path.parts
    ]
    return {name.replace("_", ".") for source in sources for name in CALL.findall(source)}


def test_the_commands_are_those_that_are_listened_to() -> None:
    assert {each["command"] for each in FEATURES["slash_commands"]} == set(commands.COMMANDS)


def test_the_events_are_those_that_are_listened_to() -> None:
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert {name.partition(".")[0] for name in subscribed} == {*events.HANDLERS, "function_executed"}


def test_the_shortcuts_and_the_steps_are_those_that_are_listened_to() -> None:
    declared = {each["callback_id"]: each["type"] for each in FEATURES["shortcuts"]}

    assert declared == shortcuts.SHORTCUTS
    assert set(MANIFEST["functions"]) == set(functions.FUNCTIONS)


def test_every_event_and_every_call_has_its_scope_and_no_scope_is_idle() -> None:
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    needed = {GIVEN_BY_EVENTS[name] for name in subscribed if name in GIVEN_BY_EVENTS} | {"commands"}
    if "member_joined_channel" in subscribed:
        needed |= JOINING
    for method in methods() - {"apps.connections.open"}:
        needed.update(SCOPES[method])
    if "agent_view" in FEATURES:
        needed.add("assistant:write")

    assert needed == scopes()


def test_it_is_an_agent_of_today_on_socket_mode() -> None:
    assert "agent_view" in FEATURES
    assert "assistant_view" not in FEATURES
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
    assert MANIFEST["settings"]["interactivity"]["is_enabled"] is True


def test_texts_keep_the_lengths_that_slack_takes() -> None:
    assert len(MANIFEST["display_information"]["name"]) <= 35
    assert len(MANIFEST["display_information"]["description"]) <= 140
    assert len(FEATURES["agent_view"]["agent_description"]) <= 300
    assert len(FEATURES["agent_view"]["suggested_prompts"]) <= 4
