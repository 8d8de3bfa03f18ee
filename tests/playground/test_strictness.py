"""Where the stand-in refuses what Slack refuses, so that what works here works there."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.slack.playground.stand_in import BadAck, StandIn
from bot.slack.playground.workspace import Message, View, Workspace
from tests.playground.harness import ANA, BEN, FORM, GENERAL, OPTION, Ask, called, playground
from tests.slack.harness import run

HEADER = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
HOME = {"type": "home", "blocks": []}


def opened(slack: StandIn) -> View:
    return slack.workspace.open_view(ANA, FORM)


def from_within(slack: StandIn) -> str:
    """A trigger that comes from the modal on top."""
    top = slack.workspace.top_view(ANA)
    return slack.workspace.new_trigger(ANA, 60, view=top.id if top else "")


def test_at_most_three_modals_lie_on_each_other_and_know_what_is_below_them() -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        said = [await ask("views.open", trigger_id=slack.workspace.new_trigger(ANA, 60), view=FORM)]
        said += [await ask("views.push", trigger_id=from_within(slack), view=FORM) for _ in range(3)]
        lowest, middle, top = slack.workspace.pile(ANA)

        assert [one.get("error") for one in said] == [None, None, None, "push_limit_reached"]
        assert [one.below for one in (lowest, middle, top)] == ["", lowest.id, middle.id]
        assert {one.root for one in (lowest, middle, top)} == {lowest.id}

    called(scene)


def test_a_modal_is_pushed_upon_another_alone() -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        outside = await ask("views.push", trigger_id=slack.workspace.new_trigger(ANA, 60), view=FORM)
        opened(slack)
        elsewhere = await ask("views.push", trigger_id=slack.workspace.new_trigger(ANA, 60), view=FORM)
        within = from_within(slack)
        await slack.dismiss(slack.workspace.pile(ANA)[0])
        closed = await ask("views.push", trigger_id=within, view=FORM)

        assert [one["error"] for one in (outside, elsewhere, closed)] == ["not_found"] * 3
        assert slack.workspace.pile(ANA) == []

    called(scene)


@pytest.mark.parametrize(
    ("seconds", "times", "error"), [(60, 2, "exchanged_trigger_id"), (-1, 1, "expired_trigger_id")]
)
def test_a_trigger_opens_one_view_within_its_time(seconds: float, times: int, error: str) -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        trigger = slack.workspace.new_trigger(ANA, seconds)
        said = [await ask("views.open", trigger_id=trigger, view=FORM) for _ in range(times)]

        assert said[-1]["error"] == error

    called(scene)


@pytest.mark.parametrize(("method", "view"), [("views.open", HOME), ("views.publish", FORM)])
def test_a_view_is_shown_where_its_kind_belongs(method: str, view: dict[str, Any]) -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        said = await ask(method, trigger_id=slack.workspace.new_trigger(ANA, 60), user_id=ANA, view=view)

        assert said["error"] == "invalid_arguments"
        assert said["response_metadata"]["messages"][0].startswith("[ERROR] /type: must be")

    called(scene)


def ephemeral(space: Workspace) -> Message:
    return space.post(GENERAL, space.bot_user, "for one", only_for=ANA)


def reply(space: Workspace) -> Message:
    root = space.post(GENERAL, ANA, "root")
    return space.post(GENERAL, BEN, "reply", thread_ts=root.ts)


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.postEphemeral"])
@pytest.mark.parametrize(
    ("made", "error"), [(ephemeral, "thread_not_found"), (reply, "cannot_reply_to_message"), (None, "thread_not_found")]
)
def test_a_thread_is_that_of_a_message_which_everybody_sees_and_which_is_no_reply(
    method: str, made: Callable[[Workspace], Message] | None, error: str
) -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        thread = made(slack.workspace).ts if made else "1.0"
        before = len(slack.workspace.messages)
        said = await ask(method, channel=GENERAL, user=ANA, text="x", thread_ts=thread)

        assert said["error"] == error
        assert len(slack.workspace.messages) == before

    called(scene)


def test_an_ephemeral_message_is_shown_in_a_thread_that_has_replies_alone() -> None:
    async def scene(slack: StandIn, ask: Ask) -> None:
        space = slack.workspace
        root = space.post(GENERAL, ANA, "root")
        early = await ask("chat.postEphemeral", channel=GENERAL, user=ANA, text="early", thread_ts=root.ts)
        space.post(GENERAL, BEN, "reply", thread_ts=root.ts)
        late = await ask("chat.postEphemeral", channel=GENERAL, user=ANA, text="late", thread_ts=root.ts)

        assert early["ok"]
        assert late["ok"]
        assert [one.text for one in space.private(ANA)] == ["late"]
        assert [one.text for one in space.unseen] == ["early"]

    called(scene)


def posting(url: str, body: dict[str, Any]) -> Coroutine[Any, Any, tuple[int, str]]:
    async def whole() -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
            return response.status, await response.text()

    return whole()


def test_a_response_address_works_five_times() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        url = f"{slack.base}/response/{slack.workspace.new_response_url(GENERAL, ANA)}"
        said = [await posting(url, {"text": "x"}) for _ in range(6)]

        assert [status for status, _ in said] == [200] * 5 + [404]
        assert "Used url" in said[-1][1]
        assert len(slack.workspace.private(ANA)) == 5

    called(scene)


def test_a_response_address_works_for_half_an_hour() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        url = f"{slack.base}/response/{slack.workspace.new_response_url(GENERAL, ANA, seconds=-1)}"
        status, text = await posting(url, {"text": "x"})

        assert (status, "Expired url" in text) == (404, True)
        assert slack.workspace.private(ANA) == []

    called(scene)


BROKEN = {**FORM, "blocks": [HEADER]}


@pytest.mark.parametrize(
    ("ack", "told"),
    [
        ({"response_action": "update", "view": BROKEN}, "/view/blocks/0/text/text: 151 characters"),
        ({"response_action": "push", "view": HOME}, "/view/type: must be modal"),
        ({"response_action": "errors", "errors": {"chosen": "No."}}, "/errors/chosen: no input block"),
        ({"response_action": "errors", "errors": {}}, "/errors: holds none"),
        ({"response_action": "explode"}, "explode is none"),
    ],
)
def test_an_ack_that_slack_does_not_take_leaves_the_modal_as_it_is(ack: dict[str, Any], told: str) -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        slack.transport = Acking(ack)
        view = opened(slack)
        with pytest.raises(BadAck, match=told):
            await slack.submit(view, {})

        assert (view.payload, view.version, slack.workspace.pile(ANA)) == (FORM, 1, [view])

    called(scene)


def test_an_ack_clears_the_whole_pile_or_lays_one_more_upon_it() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        view = opened(slack)
        slack.transport = Acking({"response_action": "push", "view": FORM})
        await slack.submit(view, {})
        assert [one.below for one in slack.workspace.pile(ANA)] == ["", view.id]

        slack.transport = Acking({"response_action": "clear"})
        await slack.submit(slack.workspace.pile(ANA)[-1], {})
        assert slack.workspace.pile(ANA) == []

    called(scene)


def test_options_are_held_against_the_limits_of_a_select() -> None:
    async def scene(slack: StandIn, _: Ask) -> None:
        view = opened(slack)
        slack.transport = Acking({"options": [OPTION] * 101})
        with pytest.raises(BadAck, match="101 items, must be 0 to 100"):
            await slack.type_ahead(ANA, view, "one", "x")
        slack.transport = Acking({"option_groups": [{"label": OPTION["text"], "options": [OPTION]}]})

        assert await slack.type_ahead(ANA, view, "one", "x") == [OPTION]

    called(scene)


class Acking:
    """A bot that acks everything with the same."""

    def __init__(self, ack: dict[str, Any]) -> None:
        self._ack = ack

    async def deliver(self, _: str, __: dict[str, Any]) -> dict[str, Any]:
        return self._ack


def test_the_page_tells_what_was_taken_and_is_shown_to_nobody_and_to_its_reader_alone() -> None:
    async def scene() -> None:
        async with playground() as page, page.seen(ANA) as ana, page.seen(BEN) as ben:
            root = (await page.do("say", channel=GENERAL, text="Good morning."))["ts"]
            said = await page.call("chat.postEphemeral", channel=GENERAL, user=ANA, text="psst", thread_ts=root)
            told = await ana.until("refused")
            refused = await page.call("chat.postMessage", channel=GENERAL, text="x", blocks=[HEADER])
            await ben.until("refused")

            assert said["ok"]
            assert (told["error"], told["thread"]) == ("", root)
            assert "shows it to nobody" in told["why"]
            assert refused["error"] == "invalid_blocks"
            assert [one["error"] for one in ben.all("refused")] == ["invalid_blocks"]

    run(scene())
