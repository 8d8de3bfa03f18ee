"""The manifest and the code name the same things: commands, events, shortcuts, steps, and the scope of every call."""

from __future__ import annotations

import ast
import json
import tempfile
from pathlib import Path
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.show import action_ids
from bot.slack import installing
from bot.slack.listeners import actions, commands, events, functions, settings, shortcuts
from bot.slack.playground.methods import SCOPES
from tests.slack.harness import run, workspace

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = json.loads((ROOT / "deploy" / "manifest.json").read_text("utf-8"))
FEATURES = MANIFEST["features"]
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
    """Every method that is called on a Web API client, whatever it is called."""
    sources = [path for path in (ROOT / "bot" / "slack").rglob("*.py") if "playground" not in path.parts]
    calls = (node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        _named(node)
        for node in calls
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and _is_client(node.func.value)
        and hasattr(AsyncWebClient, node.func.attr)
    }


def _named(call: ast.Call) -> str:
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr == "api_call":
        return str(ast.literal_eval(call.args[0]))
    return call.func.attr.replace("_", ".")


def _is_client(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return _is_client(node.func)
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in {"client", "_client"}


def answers_of_the_step() -> set[str]:
    """The outputs that a run of the step gives."""
    outputs: set[str] = set()

    async def scene() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with workspace(Path(folder) / "docent.db") as bot:
                execution = await bot.slack.run_step(functions.ANSWER, {"question": "what is a docker image?"})
                ended = bot.slack.workspace.executions
                await bot.slack.workspace.until(lambda: ended[execution])
                outputs.update(ended[execution]["outputs"])

    run(scene())
    return outputs


def test_the_commands_are_those_that_are_listened_to() -> None:
    assert {each["command"] for each in FEATURES["slash_commands"]} == set(commands.COMMANDS)


def test_the_events_are_those_that_are_listened_to() -> None:
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert {name.partition(".")[0] for name in subscribed} == {*events.HANDLERS, "function_executed"}


def test_the_shortcuts_and_the_steps_are_those_that_are_listened_to() -> None:
    declared = {each["callback_id"]: each["type"] for each in FEATURES["shortcuts"]}

    assert declared == shortcuts.SHORTCUTS
    assert set(MANIFEST["functions"]) == set(functions.FUNCTIONS)


def test_the_step_gives_what_is_declared_and_takes_what_is_read() -> None:
    declared = MANIFEST["functions"][functions.ANSWER]

    assert set(declared["output_parameters"]["properties"]) == answers_of_the_step()
    assert set(declared["output_parameters"]["required"]) == answers_of_the_step()
    assert set(declared["input_parameters"]["properties"]) == {"question"}


def test_the_hint_of_the_command_names_what_it_understands() -> None:
    (command,) = FEATURES["slash_commands"]
    words = {each.strip() for each in command["usage_hint"].split("|")}

    assert settings.WORD in words
    assert {"help", "topics"} <= words


def test_everything_that_can_be_pressed_is_listened_to() -> None:
    named = [value for name, value in vars(action_ids).items() if name.isupper() and isinstance(value, str)]
    unheard = [
        name
        for name in named
        if not any(pattern.fullmatch(each) for pattern, _ in actions.HANDLERS for each in (name, f"{name}:0"))
    ]

    assert len(named) > 10
    assert unheard == []


def test_what_is_called_on_a_client_is_found_whatever_it_is_called() -> None:
    assert {"auth.test", "chat.postMessage", "chat.update", "views.push", "users.info"} <= methods()
    assert methods() <= {*SCOPES, "apps.connections.open"}


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


def test_the_install_page_asks_for_the_same_scopes_and_leads_back_to_where_docent_listens() -> None:
    guide = (ROOT / "deploy" / "README.md").read_text("utf-8")

    assert set(installing.SCOPES) == scopes()
    assert f"add `https://your-host{installing.REDIRECT}`" in guide


def test_it_can_be_pasted_as_it_is_and_names_no_host() -> None:
    assert "redirect_urls" not in MANIFEST["oauth_config"]
    assert "://" not in json.dumps(MANIFEST)


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
