"""Slack's Web API fails: each answer is delivered once, delivered later, or given up with its reason."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.outbound.poster import Patience
from bot.slack.playground.faults import Fault
from bot.slack.playground.workspace import Message
from tests.slack.harness import ANA, DIRECT, GENERAL, HELP, QUESTION, Running, run, shown, workspace

IMAGE = "what is a docker image?"


async def one_post(bot: Running, fault: Fault, times: int = 1) -> Message:
    """A question whose posting meets the fault, and its only reply."""
    bot.slack.faults.add("chat.postMessage", fault, times)
    question = await bot.slack.ask(ANA, GENERAL, IMAGE)
    await bot.replies(question)
    (reply,) = await bot.quiet()
    return reply


@pytest.mark.parametrize(
    "fault",
    [
        Fault("status", 500),
        Fault("status", 503),
        Fault("lost_reply"),
        Fault("dropped"),
        Fault("html"),
        Fault("truncated"),
        Fault("refuse", error="internal_error"),
        Fault("refuse", error="fatal_error"),
        Fault("hang", seconds=2.5),
    ],
    ids=str,
)
def test_one_failed_call_still_gives_exactly_one_post(tmp_path: Path, fault: Fault) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            assert "mage" in (await one_post(bot, fault)).text

    run(scene())


@pytest.mark.parametrize("fault", [Fault("lost_reply"), Fault("status", 500)], ids=str)
def test_without_the_right_to_read_the_channel_nothing_is_posted_twice(tmp_path: Path, fault: Fault) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.api.scopes -= {"channels:history", "groups:history", "im:history"}
            bot.slack.faults.add("chat.postMessage", fault)
            await bot.slack.ask(ANA, GENERAL, IMAGE)
            await bot.slack.workspace.until(lambda: bot.slack.api.called("conversations.replies"))
            await bot.quiet()

            assert len(bot.slack.api.called("chat.postMessage")) == 1

    run(scene())


def test_a_rate_limit_is_waited_out_while_other_channels_go_on(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("chat.postMessage", Fault("ratelimited", seconds=1))
            limited = await bot.slack.ask(ANA, GENERAL, IMAGE)
            other = await bot.slack.ask(ANA, HELP, IMAGE)
            await bot.replies(limited)
            first, second = await bot.quiet()
            calls = [
                call.at for call in bot.slack.api.called("chat.postMessage") if call.arguments["channel"] == GENERAL
            ]

            assert (first.channel, second.channel) == (HELP, GENERAL)
            assert first.thread_ts == other.ts
            assert calls[1] - calls[0] >= 1

    run(scene())


@pytest.mark.parametrize("error", ["invalid_blocks", "invalid_attachments", "only_one_table_allowed"])
def test_a_refused_table_goes_out_as_the_same_in_fields(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("chat.postMessage", Fault("refuse", error=error))
            question = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(question)

            assert {"header", "section"} <= {block["type"] for block in reply.blocks}
            assert "table" not in {block["type"] for block in reply.blocks}
            assert "minutes" in shown(reply)
            assert "answer_feedback" in shown(reply)

    run(scene())


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long", "invalid_attachments"])
def test_refused_blocks_go_out_as_the_same_answer_in_text(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("chat.postMessage", Fault("refuse", error=error), 2)
            question = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(question)

            assert not reply.blocks
            assert "minutes" in reply.text.lower()
            assert "docker-overview.md" in reply.text

    run(scene())


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived", "restricted_action"])
def test_an_answer_that_slack_will_not_take_is_whispered_about_and_logged(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("chat.postMessage", Fault("refuse", error=error))
            await bot.slack.ask(ANA, GENERAL, IMAGE)
            await bot.slack.workspace.until(lambda: bot.slack.workspace.private(ANA))
            (word,) = bot.slack.workspace.private(ANA)

            assert await bot.quiet() == []
            assert "logged as 1" in word.text

    run(scene())


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel"])
def test_where_not_even_a_word_can_be_said_it_is_said_in_a_direct_message(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for method in ("chat.postMessage", "chat.postEphemeral"):
                bot.slack.faults.add(method, Fault("refuse", error=error))
            await bot.slack.ask(ANA, GENERAL, IMAGE)
            (word,) = await bot.slack.workspace.until(lambda: bot.slack.workspace.by_bot(DIRECT))
            question = await bot.slack.ask(ANA, GENERAL, IMAGE)
            (reply,) = await bot.replies(question)
            rows = await bot.exchanges.recent()

            assert "logged as 1" in word.text
            assert await bot.quiet() == [word, reply]
            assert [(row.state, row.error) for row in rows] == [("failed", error), ("sent", "")]

    run(scene())


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel"])
def test_text_that_is_refused_as_well_is_whispered_about(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            for name in ("invalid_blocks", "invalid_blocks", error):
                bot.slack.faults.add("chat.postMessage", Fault("refuse", error=name))
            await bot.slack.ask(ANA, GENERAL, QUESTION)
            (word,) = await bot.slack.workspace.until(lambda: bot.slack.workspace.private(ANA))

            assert "logged as 1" in word.text
            assert len(bot.slack.api.called("chat.postMessage")) == 3
            assert await bot.quiet() == []

    run(scene())


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel"])
def test_a_channel_that_it_was_invited_to_may_be_gone_again(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("chat.postMessage", Fault("refuse", error=error))
            await bot.slack.join(bot.slack.workspace.bot_user, GENERAL)
            await bot.slack.workspace.until(lambda: bot.slack.api.called("chat.postMessage"))
            (reply,) = await bot.replies(await bot.slack.ask(ANA, HELP, IMAGE))

            assert await bot.quiet() == [reply]

    run(scene())


@pytest.mark.parametrize("method", ["views.open", "views.publish", "users.info"])
def test_while_slack_keeps_a_call_waiting_questions_are_answered(tmp_path: Path, method: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            (first,) = await bot.replies(await bot.slack.ask(ANA, GENERAL, IMAGE))
            bot.slack.faults.stand(method, Fault("hang", seconds=60))
            await bot.slack.open_home(ANA)
            await bot.slack.shortcut(ANA, "ask_docent")
            await bot.slack.press(ANA, first, action_ids.SOURCE)
            await bot.slack.press(ANA, first, action_ids.FEEDBACK, "1:down")
            (second,) = await bot.replies(await bot.slack.ask(ANA, GENERAL, IMAGE))

            assert await bot.quiet() == [first, second]

    run(scene())


def test_while_slack_refuses_the_token_questions_are_kept_and_calls_are_few(tmp_path: Path) -> None:
    options = Options(patience=Patience(pace=0, settle=0.01, token=0.2))

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options) as bot:
            bot.slack.api.token_works = False
            await bot.slack.ask(ANA, GENERAL, IMAGE)
            await bot.slack.ask(ANA, HELP, IMAGE)
            await bot.slack.workspace.until(lambda: len(bot.slack.api.called("chat.postMessage")) >= 3)

            assert not bot.app.parts.desk.ready
            bot.slack.api.token_works = True
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.by_bot()) == 2)
            assert bot.app.parts.desk.ready

    run(scene())


def test_a_mistake_of_ours_is_an_apology_with_the_reference_that_the_log_has(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> object:
        message = "the content fell over private words"
        raise RuntimeError(message)

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=broken) as bot:
            question = await bot.slack.ask(ANA, GENERAL, IMAGE)
            (reply,) = await bot.replies(question)
            answer = await bot.slack.command(ANA, GENERAL, IMAGE)

            for text in (reply.text, answer["text"]):
                reference = text.rsplit(" ", 1)[-1].rstrip(".")
                assert "fell over" not in text
                assert any(reference in record.getMessage() and record.exc_info for record in caplog.records)

    run(scene())


def test_no_question_and_no_token_is_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def scene() -> None:
        for transport in ("socket", "http"):
            async with workspace(tmp_path / f"{transport}.db", transport) as bot:
                question = await bot.slack.ask(ANA, GENERAL, "is the sesamecode faster with docker?")
                await bot.replies(question)
                bot.slack.faults.add("chat.postMessage", Fault("status", 500))
                again = await bot.slack.ask(ANA, GENERAL, "what about the sesamecode?")
                assert shown((await bot.replies(again))[0])

    run(scene())
    logged = "\n".join(
        record.getMessage() for record in caplog.records if "slack" in record.name or "docent" in record.name
    )
    for secret in ("sesamecode", "xoxb-stand", "xapp-stand", "ticket=stand"):
        assert secret not in logged
