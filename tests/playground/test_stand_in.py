"""What the stand-in has in common with Slack: states, ids, hashes, Slack's names for what it refuses."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from bot.slack.playground import payloads
from bot.slack.playground.stand_in import StandIn
from tests.playground.harness import ANA, FORM, GENERAL, Ask, called


def test_a_press_tells_the_state_of_every_field_around_it() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        view = slack.workspace.open_view(ANA, FORM)
        filled = {"block-0": {"words": {"type": "plain_text_input", "value": "after"}}}
        action = {"type": "button", "action_id": "go", "block_id": "chosen"}
        sent = payloads.block_actions(slack.workspace, ANA, view, action, "", filled=filled)
        untouched = payloads.block_actions(slack.workspace, ANA, view, action, "")

        assert sent["view"]["state"]["values"] == {
            "block-0": {"words": {"type": "plain_text_input", "value": "after"}},
            "chosen": {"one": {"type": "static_select", "selected_option": None}},
        }
        assert untouched["state"]["values"]["block-0"]["words"]["value"] == "before"
        assert [block["block_id"] for block in sent["view"]["blocks"]] == ["block-0", "chosen"]

    called(scene)


def test_an_old_view_is_not_updated_over_a_newer_one() -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        opened = (await ask("views.open", trigger_id=slack.workspace.new_trigger(ANA, 60), view=FORM))["view"]
        first = await ask("views.update", view_id=opened["id"], hash=opened["hash"], view=FORM)
        second = await ask("views.update", view_id=opened["id"], hash=opened["hash"], view=FORM)

        assert first["ok"]
        assert first["view"]["hash"] != opened["hash"]
        assert second["error"] == "hash_conflict"

    called(scene)


@pytest.mark.parametrize(
    ("method", "given", "error"),
    [
        ("chat.delete", {}, "unknown_method"),
        ("chat.postMessage", {"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": GENERAL}, "no_text"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x" * 40_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "blocks": [{"type": "poem"}]}, "invalid_blocks"),
        ("chat.postMessage", {"channel": GENERAL, "text": "x", "thread_ts": "1.0"}, "thread_not_found"),
        ("chat.update", {"channel": GENERAL, "ts": "1.0", "text": "x"}, "message_not_found"),
        ("views.open", {"trigger_id": "none", "view": FORM}, "invalid_trigger_id"),
        ("views.open", {"trigger_id": "none", "view": "{"}, "invalid_arguments"),
        ("views.publish", {"user_id": "U0NOBODY", "view": {"type": "home", "blocks": []}}, "user_not_found"),
    ],
)
def test_what_is_refused_has_the_name_that_slack_gives_it(method: str, given: dict[str, Any], error: str) -> None:
    async def scene(_: StandIn, ask: Ask) -> None:
        said = await ask(method, **given)
        assert (said["ok"], said["error"]) == (False, error)

    called(scene)


def test_a_refused_message_says_where_it_is_wrong() -> None:
    async def scene(_: StandIn, ask: Ask) -> None:
        long = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
        said = await ask("chat.postMessage", channel=GENERAL, text="x", blocks=[long])

        assert said["error"] == "invalid_blocks"
        assert said["response_metadata"]["messages"] == ["[ERROR] /0/text/text: 151 characters, at most 150"]

    called(scene)


def test_an_interaction_can_take_its_message_away() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        space = slack.workspace
        message = space.post(GENERAL, space.bot_user, "going", only_for=ANA)
        token = space.new_response_url(GENERAL, ANA, message)
        body = json.dumps({"delete_original": True}).encode()
        headers = {"Content-Type": "application/json"}
        async with aiohttp.ClientSession() as session:
            await session.post(f"{slack.base}/response/{token}", data=body, headers=headers)

        assert message not in space.messages

    called(scene)
