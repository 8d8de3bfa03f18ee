"""A private answer is posted for everyone: where it was asked for, or in a conversation that its reader picks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.show import action_ids
from bot.slack.pages import modals
from bot.slack.playground.faults import Fault
from bot.slack.playground.workspace import Json, View
from bot.store.channels import ChannelSettings
from tests.slack.harness import ANA, BEN, GENERAL, HELP, QUESTION, Running, run, workspace
from tests.slack.test_channels import tagged

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
PLANES = "what are the advantages of planes?"


async def asked(bot: Running, text: str) -> View:
    """The answer in the modal of the global shortcut."""
    await bot.slack.shortcut(ANA, "ask_docent")
    view = await top(bot)
    await bot.slack.submit(view, {modals.WORDS: {modals.WORDS: {"type": "plain_text_input", "value": text}}})
    return view


async def top(bot: Running, over: View | None = None) -> View:
    def found() -> View | None:
        view = bot.slack.workspace.top_view(ANA)
        return view if view is not over else None

    view = await bot.slack.workspace.until(found)
    assert view is not None
    return view


def to(channel: str | None) -> Json:
    return {modals.WHERE: {modals.WHERE: {"type": "conversations_select", "selected_conversation": channel}}}


@BOTH
def test_an_answer_that_was_asked_for_nowhere_goes_where_its_reader_picks(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            bot.slack.workspace.channels[HELP].members.discard(bot.slack.workspace.bot_user)
            answer = await asked(bot, QUESTION)
            await bot.slack.press(ANA, answer, action_ids.SHARE_TO)
            choice = await top(bot, answer)
            refused = await bot.slack.submit(choice, to(None))
            await bot.slack.submit(choice, to(HELP))
            (posted,) = await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            await bot.slack.workspace.until(lambda: modals.SHARED in json.dumps(choice.payload))
            row = (await bot.exchanges.recent())[-1]

            assert modals.WHERE in refused["errors"]
            assert posted.channel == HELP
            assert "table" in {block["type"] for block in posted.blocks}
            assert f"<@{ANA}>" in json.dumps(posted.blocks)
            assert (row.channel, row.state, row.question) == (HELP, "sent", QUESTION)

    run(scene())


def test_what_slack_does_not_take_is_told_in_the_modal_with_its_number(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            answer = await asked(bot, QUESTION)
            await bot.slack.press(ANA, answer, action_ids.SHARE_TO)
            choice = await top(bot, answer)
            bot.slack.faults.add("response_url", Fault("refuse", error="channel_not_found"))
            await bot.slack.submit(choice, to(HELP))
            await bot.slack.workspace.until(lambda: "logged as" in json.dumps(choice.payload))
            row = (await bot.exchanges.recent())[-1]

            assert f"logged as {row.id}" in json.dumps(choice.payload)
            assert await bot.quiet() == []

    run(scene())


def test_what_a_channel_may_not_see_is_not_brought_into_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=tagged) as bot:
            team = bot.slack.workspace.team
            await bot.app.parts.rooms.channels.put(team, HELP, ChannelSettings("mention", ("kitchen",)))
            answer = await asked(bot, PLANES)
            assert "Fast" in json.dumps(answer.payload), "a place of one's own sees everything"
            await bot.slack.press(ANA, answer, action_ids.SHARE_TO)
            choice = await top(bot, answer)
            await bot.slack.submit(choice, to(HELP))
            await bot.slack.workspace.until(lambda: modals.NOT_SEEN in json.dumps(choice.payload))

            assert await bot.quiet() == []

    run(scene())


@BOTH
def test_a_modal_over_a_message_sees_what_its_channel_sees_and_keeps_to_it(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=tagged) as bot:
            team = bot.slack.workspace.team
            await bot.app.parts.rooms.channels.put(team, GENERAL, ChannelSettings("mention", ("kitchen",)))
            foreign = await bot.slack.say(BEN, GENERAL, PLANES)
            await bot.slack.shortcut(ANA, "answer_message", foreign)
            declined = await top(bot)
            declined.closed = True
            message = await bot.slack.say(BEN, GENERAL, "what can you do?")
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await top(bot)
            offered = view.payload["blocks"]
            await bot.slack.press(ANA, view, action_ids.numbered(action_ids.ASK, 0))
            await bot.slack.workspace.until(lambda: view.payload["blocks"] != offered)
            await bot.slack.press(ANA, view, action_ids.SHARE)
            (posted,) = await bot.slack.workspace.until(bot.slack.workspace.by_bot)

            assert "Fast" not in json.dumps(declined.payload)
            assert "planes" not in json.dumps(offered)
            assert posted.thread_ts == message.ts

    run(scene())


def test_in_a_thread_in_which_an_answer_was_posted_docent_goes_on(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            message = await bot.slack.say(BEN, GENERAL, "what are the advantages of docker?")
            await bot.slack.shortcut(ANA, "answer_message", message)
            await bot.slack.press(ANA, await top(bot), action_ids.SHARE)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            await bot.slack.say(BEN, GENERAL, "and the disadvantages?", thread=message.ts)
            replies = await bot.replies(message, 2)

            assert "isadvantages" in json.dumps(replies[1].blocks)

    run(scene())
