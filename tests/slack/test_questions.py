"""Where people ask, and what comes back: mentions, threads, direct messages, the slash command."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.slack.app import Options
from bot.slack.outbound.poster import Patience
from bot.slack.playground.faults import Fault
from tests.slack.harness import ANA, BEN, DIRECT, GENERAL, QUESTION, run, shown, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])


@BOTH
def test_a_mention_is_answered_in_its_thread_with_a_native_table_and_its_source(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            question = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(question)
            kinds = [block["type"] for block in reply.blocks]

            assert reply.thread_ts == question.ts
            assert "table" in kinds
            assert "docker-overview.md" in shown(reply)
            # The text beside the blocks carries the facts by itself.
            assert "Startup Time" in reply.text or "startup" in reply.text.lower()
            assert "minutes" in reply.text.lower()

    run(scene())


@BOTH
def test_a_follow_up_in_the_thread_needs_no_mention(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            question = await bot.slack.ask(ANA, GENERAL, "what are the advantages of docker?")
            await bot.replies(question)
            await bot.slack.say(BEN, GENERAL, "and the disadvantages?", thread=question.ts)
            replies = await bot.replies(question, 2)

            assert "isadvantages" in shown(replies[1])

    run(scene())


@BOTH
def test_a_follow_up_may_come_before_the_first_reply_is_posted(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            # The question before it holds the channel up, so that the second is only received when its follow-up comes.
            bot.slack.faults.stand("chat.postMessage", Fault("ratelimited", seconds=0.05))
            before = await bot.slack.ask(ANA, GENERAL, QUESTION)
            await bot.slack.workspace.until(lambda: bot.slack.api.called("chat.postMessage"))
            question = await bot.slack.ask(ANA, GENERAL, "what are the advantages of docker?")
            await bot.slack.say(BEN, GENERAL, "and the disadvantages?", thread=question.ts)
            waiting = {row.state for row in await bot.exchanges.recent(2)}
            bot.slack.faults.stand("chat.postMessage", None)
            replies = await bot.replies(question, 2)

            assert waiting == {"received"}
            assert len(await bot.replies(before)) == 1
            assert "dvantages" in shown(replies[0])
            assert "isadvantages" in shown(replies[1])

    run(scene())


@BOTH
def test_a_mention_comes_as_two_events_and_gets_one_reply(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            question = await bot.slack.ask(ANA, GENERAL, "what is a docker image?")
            await bot.replies(question)
            await bot.slack.ask(ANA, GENERAL, "what is a docker container?", thread=question.ts)
            await bot.replies(question, 2)

            assert len(await bot.quiet()) == 2

    run(scene())


@BOTH
def test_a_direct_message_is_answered_and_the_next_one_knows_what_it_was_about(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            first = await bot.slack.say(ANA, DIRECT, "what are the advantages of docker?")
            await bot.replies(first)
            second = await bot.slack.say(ANA, DIRECT, "and the disadvantages?")
            (beside,) = await bot.replies(second)
            third = await bot.slack.say(ANA, DIRECT, "and the disadvantages?", thread=first.ts)
            in_thread = (await bot.replies(third, 2))[1]

            assert "isadvantages" in shown(beside)
            assert "isadvantages" in shown(in_thread)

    run(scene())


@BOTH
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("compare vm docker", "table"),
        ("pros docker", "dvantages"),
        ("what is a docker image?", "mage"),
        ("help", "sk"),
        ("", "sk"),
    ],
)
def test_the_slash_command_is_answered_in_its_ack_for_its_asker_alone(
    tmp_path: Path, transport: str, typed: str, expected: str
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            answer = await bot.slack.command(ANA, GENERAL, typed)
            (private,) = bot.slack.workspace.private(ANA)

            assert answer["response_type"] == "ephemeral"
            assert answer["text"]
            assert expected in shown(private)
            assert not bot.slack.api.called("chat.postMessage")

    run(scene())


@pytest.mark.parametrize("text", ["help", "", "?", "hlep", "usage", "commands", "Help me, please"])
def test_help_is_found_by_whatever_people_try_and_says_what_can_be_done_in_slack(tmp_path: Path, text: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            answer = await bot.slack.command(ANA, GENERAL, text)

            assert "/docent settings" in json.dumps(answer["blocks"])
            assert "Answer with Docent" in json.dumps(answer["blocks"])

    run(scene())


@pytest.mark.parametrize("text", ["settings", "setings", "Setting", "config", "change the settings, please"])
def test_the_settings_are_found_by_whatever_people_try(tmp_path: Path, text: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.command(ANA, GENERAL, text)
            view = await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))

            assert view is not None
            assert view.payload["callback_id"] == "channel_settings"

    run(scene())


@pytest.mark.parametrize("text", ["who won the match?", "set up a meeting", "the weather", "please"])
def test_a_word_that_nobody_means_so_is_a_question_like_any_other(tmp_path: Path, text: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            answer = await bot.slack.command(ANA, GENERAL, text)

            assert "/docent settings" not in json.dumps(answer)
            assert bot.slack.workspace.top_view(ANA) is None

    run(scene())


def test_the_slash_command_works_where_the_bot_is_no_member(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.workspace.add_channel("C0ELSEWHERE", "elsewhere", members={ANA})

            assert (await bot.slack.command(ANA, "C0ELSEWHERE", "compare vm docker"))["blocks"]

    run(scene())


def test_what_is_not_known_is_said_so_and_never_guessed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            question = await bot.slack.ask(ANA, GENERAL, "who won the football match yesterday?")
            (reply,) = await bot.replies(question)

            assert "table" not in [block["type"] for block in reply.blocks]
            assert "know" in reply.text

    run(scene())


@BOTH
def test_bots_edits_joins_and_talk_among_people_get_no_reply(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            named = f"<@{bot.slack.workspace.bot_user}> what is a docker image?"
            await bot.slack.say(BEN, GENERAL, named, bot_id="B0OTHER")
            await bot.slack.say(BEN, GENERAL, named, subtype="bot_message")
            await bot.slack.say(BEN, GENERAL, named, subtype="channel_join")
            await bot.slack.say(BEN, GENERAL, named, subtype="message_changed")
            await bot.slack.say(bot.slack.workspace.bot_user, GENERAL, named)
            await bot.slack.say(BEN, GENERAL, "what is a docker image?")
            root = await bot.slack.say(BEN, GENERAL, "lunch?")
            await bot.slack.say(ANA, GENERAL, "what is a docker image?", thread=root.ts)
            await bot.slack.join(BEN, GENERAL)

            await bot.quiet()

            assert not bot.slack.api.called("chat.postMessage")

    run(scene())


def test_in_its_own_thread_docent_lets_people_talk(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            question = await bot.slack.ask(ANA, GENERAL, "what is a docker image?")
            await bot.replies(question)
            await bot.slack.say(ANA, GENERAL, "<@U0BEN> what is a docker container?", thread=question.ts)
            await bot.slack.say(BEN, GENERAL, "let us talk about the football tomorrow", thread=question.ts)

            assert len(await bot.quiet()) == 1

    run(scene())


INJECTIONS = [
    "what is <!channel> and <!here>?",
    "<@U0BEN> docker <!everyone> <!subteam^S012345|@team>",
    "what is &lt;!channel&gt; &lt;@U0BEN&gt;?",
    "what is <https://example.invalid/trap|docker>?",
    "*bold* _x_ ~y~ `z` <#C0GENERAL|general> qwertz",
]


@BOTH
@pytest.mark.parametrize("text", INJECTIONS)
def test_nothing_in_a_question_pings_or_links_when_it_comes_back(tmp_path: Path, transport: str, text: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            question = await bot.slack.ask(ANA, GENERAL, text)
            (reply,) = await bot.replies(question)
            answer = await bot.slack.command(ANA, GENERAL, text)
            sent = reply.sent

            assert sent["unfurl_links"] in {"0", "false", False}
            assert sent["unfurl_media"] in {"0", "false", False}
            for body in (reply.text, shown(reply), answer["text"], str(answer.get("blocks", ""))):
                assert not any(live in body for live in ("<!", "<@", "<#", "<http"))

    run(scene())


def test_ten_questions_at_once_are_answered_in_order_at_the_pace_that_slack_allows(tmp_path: Path) -> None:
    options = Options(patience=Patience(pace=0.1, settle=0.01))

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options) as bot:
            questions = [bot.slack.ask(ANA, GENERAL, f"what is a docker image? {number}") for number in range(10)]
            asked = await asyncio.gather(*questions)
            await bot.slack.workspace.until(lambda: len(bot.slack.workspace.by_bot()) == 10)
            replies = await bot.quiet()
            posts = [call.at for call in bot.slack.api.called("chat.postMessage")]

            assert [reply.thread_ts for reply in replies] == [question.ts for question in asked]
            # Single gaps shift where the machine is busy; the whole stretch cannot shrink to what an unpaced one takes.
            assert posts[-1] - posts[0] >= 0.5

    run(scene())
