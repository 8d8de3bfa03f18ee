"""Slack's other calls fail: rate limits are waited out, refused views and responses are said in text or with a word."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.show import action_ids
from bot.slack.playground.faults import Fault
from tests.slack.harness import ANA, BEN, GENERAL, QUESTION, Running, run, workspace

SOON = Fault("ratelimited", seconds=0.05)
Scene = Callable[[Running], Awaitable[object]]


async def home(bot: Running) -> object:
    await bot.slack.open_home(ANA)
    return await bot.slack.workspace.until(lambda: bot.slack.workspace.homes.get(ANA))


async def prompts(bot: Running) -> object:
    await bot.slack.open_home(ANA, "messages")
    return await bot.slack.workspace.until(lambda: bot.slack.workspace.prompts)


async def modal(bot: Running) -> object:
    await bot.slack.shortcut(ANA, "ask_docent")
    return await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))


async def shared(bot: Running) -> object:
    await bot.slack.command(ANA, GENERAL, QUESTION)
    (answer,) = bot.slack.workspace.private(ANA)
    await bot.slack.press(ANA, answer, action_ids.SHARE)
    return await bot.slack.workspace.until(bot.slack.workspace.by_bot)


async def joined(bot: Running) -> object:
    space = bot.slack.workspace
    space.add_channel("C0NEW", "new", members={ANA})
    await bot.slack.join(space.bot_user, "C0NEW")
    return await space.until(space.by_bot)


async def step(bot: Running) -> object:
    execution = await bot.slack.run_step("answer_question", {"question": QUESTION})
    return await bot.slack.workspace.until(lambda: bot.slack.workspace.executions[execution])


@pytest.mark.parametrize(
    ("method", "scene_of"),
    [
        ("views.publish", home),
        ("users.info", home),
        ("assistant.threads.setSuggestedPrompts", prompts),
        ("views.open", modal),
        ("response_url", shared),
        ("chat.postMessage", joined),
        ("functions.completeSuccess", step),
    ],
)
def test_a_rate_limit_is_waited_out_whatever_is_called(tmp_path: Path, method: str, scene_of: Scene) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add(method, SOON, 2)
            found = await scene_of(bot)

            assert found
            assert len(bot.slack.api.called(method)) == 3

    run(scene())


def test_a_view_whose_blocks_are_refused_is_shown_as_text(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for method in ("views.open", "views.publish"):
                bot.slack.faults.add(method, Fault("refuse", error="invalid_arguments"))
            message = await bot.slack.say(BEN, GENERAL, QUESTION)
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))
            await home(bot)
            shown = bot.slack.workspace.homes[ANA].payload

            assert view is not None
            assert {block["type"] for block in view.payload["blocks"]} == {"section"}
            assert "minutes" in json.dumps(view.payload)
            assert {block["type"] for block in shown["blocks"]} == {"section"}
            assert "docker-overview.md" in json.dumps(shown)

    run(scene())


@pytest.mark.parametrize("error", ["expired_trigger_id", "internal_error"])
def test_a_view_that_cannot_be_shown_at_all_is_told_with_a_reference_that_the_log_has(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, error: str
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("views.open", Fault("refuse", error=error))
            message = await bot.slack.say(BEN, GENERAL, QUESTION)
            await bot.slack.shortcut(ANA, "answer_message", message)
            (word,) = await bot.slack.workspace.until(lambda: bot.slack.workspace.private(ANA))
            reference = word.text.rsplit(" ", 1)[-1].rstrip(".")

            assert any(reference in record.getMessage() for record in caplog.records)

    run(scene())


def test_a_response_whose_blocks_are_refused_goes_out_as_text(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("response_url", Fault("refuse", error="invalid_blocks"))
            await shared(bot)
            (message,) = await bot.quiet()

            assert not message.blocks
            assert "minutes" in message.text

    run(scene())


def test_an_answer_that_cannot_be_shared_is_told_with_the_number_that_the_log_has(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.command(ANA, GENERAL, QUESTION)
            (answer,) = bot.slack.workspace.private(ANA)
            bot.slack.faults.add("response_url", Fault("refuse", error="channel_not_found"))
            await bot.slack.press(ANA, answer, action_ids.SHARE)
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.private(ANA)) == 2)
            row = (await bot.exchanges.recent())[-1]

            assert f"logged as {row.id}" in bot.slack.workspace.private(ANA)[-1].text
            assert row.state == "failed"
            assert await bot.quiet() == []

    run(scene())


def test_a_response_that_may_have_arrived_is_not_given_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("response_url", Fault("lost_reply"))
            await shared(bot)
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.private(ANA)) == 2)

            assert len(await bot.quiet()) == 1

    run(scene())
