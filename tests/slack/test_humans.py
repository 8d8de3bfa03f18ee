"""Ask a human: from the button on an answer to the experts' channel, and back to whoever asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.listeners.press import LATER
from bot.slack.pages import expert_page, modals
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import find_action
from bot.slack.playground.workspace import Json, Message, View
from bot.slack.rooms import House
from bot.store import people
from bot.store.escalations import Escalations
from bot.store.exchanges import Exchanges
from tests.slack.harness import (
    ANA,
    BEN,
    DIRECT,
    GENERAL,
    QUESTION,
    QUICK,
    Running,
    connected,
    run,
    shown,
    stand_in,
    workspace,
)

EXPERTS, EVA, TEAM = "C0RANDOM", "U0EVA", "T0WORKSPACE"
UNKNOWN = "which overlay driver does swarm use?"
BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
WITH_EXPERTS = Options(
    signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, house=House(experts={"": EXPERTS})
)


@asynccontextmanager
async def staffed(database: Path, transport: str = "socket", store_patience: float = 2.0) -> AsyncIterator[Running]:
    """A workspace with an expert, Eva, in a channel of experts that Ana and Ben are not in."""
    async with workspace(database, transport, options=WITH_EXPERTS, store_patience=store_patience) as bot:
        bot.slack.workspace.add_user(EVA, "eva")
        bot.slack.workspace.channels[EXPERTS].members = {EVA, bot.slack.workspace.bot_user}
        yield bot


async def declined(bot: Running, channel: str = GENERAL) -> Message:
    """The reply to a question of Ana's that Docent cannot answer."""
    question = await bot.slack.ask(ANA, channel, UNKNOWN)
    return (await bot.replies(question))[-1]


async def told(bot: Running, user: str, text: str) -> None:
    await bot.slack.workspace.until(lambda: text in [one.text for one in bot.slack.workspace.private(user)])


async def handed_over(bot: Running, count: int = 1) -> Message:
    """The message that the experts have."""
    await bot.slack.workspace.until(lambda: len(bot.slack.workspace.by_bot(EXPERTS)) >= count)
    return bot.slack.workspace.by_bot(EXPERTS)[-1]


def offers(blocks: list[Json]) -> bool:
    try:
        find_action(blocks, action_ids.ASK_HUMAN)
    except LookupError:
        return False
    return True


@BOTH
def test_a_declined_question_goes_to_the_experts_and_their_answer_comes_back(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db", transport) as bot:
            reply = await declined(bot)
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            asked = await handed_over(bot)
            await told(bot, ANA, expert_page.ASKED)
            link = f"https://stand-in.invalid/archives/{GENERAL}/p{reply.ts.replace('.', '')}"
            assert all(text in shown(asked) for text in (UNKNOWN, link, ANA, "I said:"))

            await bot.slack.say(EVA, EXPERTS, "VXLAN, see <https://example.org|the book>", asked.ts)
            await bot.slack.press(EVA, asked, action_ids.RESOLVE)
            word = (await bot.replies(reply, 2))[-1]

            assert word.thread_ts == reply.thread_ts
            there = f"https://stand-in.invalid/archives/{EXPERTS}/p{asked.ts.replace('.', '')}"
            assert all(text in shown(word) for text in (ANA, EVA, UNKNOWN, "VXLAN, see the book", there))
            assert "Resolved by" in shown(asked)
            assert EVA in shown(asked)
            assert action_ids.RESOLVE not in shown(asked)
            assert [call.arguments["ts"] for call in bot.slack.api.called("chat.update")] == [asked.ts]

    run(scene())


def test_a_group_of_people_may_be_called_to_it(tmp_path: Path) -> None:
    called = Options(signing_secret=SIGNING_SECRET, patience=QUICK, house=House(experts={"": f"{EXPERTS}/S0TEAM"}))

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=called) as bot:
            await bot.slack.press(ANA, await declined(bot), action_ids.ASK_HUMAN)
            (message,) = await bot.slack.workspace.until(lambda: bot.slack.workspace.by_bot(EXPERTS))

            assert {"type": "usergroup", "usergroup_id": "S0TEAM"} in [
                each
                for block in message.blocks
                if block["type"] == "rich_text"
                for part in block["elements"]
                for each in part["elements"]
            ]

    run(scene())


def test_one_question_is_handed_over_and_resolved_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            reply = await declined(bot)
            for user, word in ((ANA, expert_page.ASKED), (ANA, expert_page.ALREADY), (BEN, expert_page.ALREADY)):
                await bot.slack.press(user, reply, action_ids.ASK_HUMAN)
                await told(bot, user, word)
            asked = await handed_over(bot)
            button = [dict(block) for block in asked.blocks]
            await bot.slack.press(EVA, asked, action_ids.RESOLVE)
            await bot.replies(reply, 2)
            asked.blocks = button
            await bot.slack.press(BEN, asked, action_ids.RESOLVE)
            await bot.slack.workspace.until(lambda: len(bot.slack.api.called("chat.update")) == 2)
            await bot.slack.press(BEN, reply, action_ids.ASK_HUMAN)
            await told(bot, BEN, expert_page.RESOLVED)

            assert len(await bot.replies(reply, 2)) == 2
            assert len(bot.slack.workspace.by_bot(EXPERTS)) == 1
            assert f'"{EVA}"' in shown(asked), "who was first stays"

    run(scene())


def test_an_answer_has_no_button_until_somebody_says_that_it_did_not_help(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            question = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(question)
            assert not offers(reply.blocks)

            feedback = find_action(reply.blocks, action_ids.FEEDBACK)
            await bot.slack.press(BEN, reply, action_ids.FEEDBACK, feedback["negative_button"]["value"])
            await told(bot, BEN, expert_page.OFFER)
            await bot.slack.press(BEN, bot.slack.workspace.private(BEN)[-1], action_ids.ASK_HUMAN)
            asked = await handed_over(bot)
            await bot.slack.press(EVA, asked, action_ids.RESOLVE)
            word = (await bot.replies(question, 2))[-1]

            assert QUESTION in shown(asked)
            assert ANA in shown(word), "who asked Docent is told"
            assert BEN in shown(word), "and who asked for a human"

    run(scene())


@BOTH
def test_the_command_s_asker_is_told_in_a_direct_message(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db", transport) as bot:
            await bot.slack.command(ANA, GENERAL, UNKNOWN)
            await bot.slack.press(ANA, bot.slack.workspace.private(ANA)[-1], action_ids.ASK_HUMAN)
            asked = await handed_over(bot)
            assert "archives" not in shown(asked), "what only the asker saw has no link"
            await bot.slack.press(EVA, asked, action_ids.RESOLVE)
            await bot.slack.workspace.until(lambda: bot.slack.workspace.by_bot(DIRECT))

            assert UNKNOWN in shown(bot.slack.workspace.by_bot(DIRECT)[0])
            assert bot.slack.workspace.by_bot(GENERAL) == []

    run(scene())


def test_a_question_in_the_modal_and_one_in_a_direct_message_can_be_handed_over(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            direct = await bot.slack.say(ANA, DIRECT, UNKNOWN)
            (reply,) = await bot.replies(direct)
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            await bot.slack.press(EVA, await handed_over(bot), action_ids.RESOLVE)
            await bot.replies(direct, 2)

            other = await bot.slack.say(BEN, GENERAL, UNKNOWN)
            await bot.slack.shortcut(ANA, "answer_message", other)
            view = await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))
            assert isinstance(view, View)
            await bot.slack.press(ANA, view, action_ids.ASK_HUMAN)
            await handed_over(bot, 2)
            await bot.slack.workspace.until(lambda: view.payload == modals.said(expert_page.ASKED))

    run(scene())


def test_without_experts_there_is_no_button(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            reply = await declined(bot)
            answer = await bot.slack.command(ANA, GENERAL, UNKNOWN)

            assert not offers(reply.blocks)
            assert not offers(answer.get("blocks", []))
            assert reply.blocks

    run(scene())


def test_where_the_experts_cannot_be_reached_the_asker_hears_so_and_may_press_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            reply = await declined(bot)
            bot.slack.faults.add("chat.postMessage", Fault("refuse", error="channel_not_found"))
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            await told(bot, ANA, expert_page.FAILED)
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)

            assert UNKNOWN in shown(await handed_over(bot))

    run(scene())


def test_a_thread_that_cannot_be_read_and_a_link_that_is_not_given_change_little(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            reply = await declined(bot)
            for method in ("chat.getPermalink", "conversations.replies", "chat.update"):
                bot.slack.faults.stand(method, Fault("refuse", error="missing_scope"))
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            await bot.slack.press(EVA, await handed_over(bot), action_ids.RESOLVE)

            assert UNKNOWN in shown((await bot.replies(reply, 2))[-1])

    run(scene())


def test_a_store_that_is_down_leaves_it_undone_and_says_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db", store_patience=0.2) as bot:
            reply = await declined(bot)
            bot.exchanges.close()
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            await told(bot, ANA, LATER)

            assert bot.slack.workspace.by_bot(EXPERTS) == []

    run(scene())


def test_a_question_that_was_forgotten_is_not_handed_over_and_no_longer_open(tmp_path: Path) -> None:
    async def scene() -> None:
        async with staffed(tmp_path / "docent.db") as bot:
            reply = await declined(bot)
            await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
            asked = await handed_over(bot)
            await told(bot, ANA, expert_page.ASKED)
            await people.forget(bot.exchanges, TEAM, ANA)
            await bot.slack.press(BEN, reply, action_ids.ASK_HUMAN)
            await told(bot, BEN, expert_page.FORGOTTEN)
            await bot.slack.press(EVA, asked, action_ids.RESOLVE)
            await bot.slack.workspace.until(lambda: expert_page.NOT_OPEN in shown(asked))

            assert len(bot.slack.workspace.by_bot(GENERAL)) == 1

    run(scene())


def test_who_was_not_told_before_a_stop_is_told_after_the_next_start(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            slack.workspace.channels[EXPERTS].members.add(EVA)
            async with connected(slack, tmp_path / "docent.db", options=WITH_EXPERTS) as bot:
                reply = await declined(bot)
                await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
                asked = await handed_over(bot)
                await told(bot, ANA, expert_page.ASKED)
                exchange = int(find_action(asked.blocks, action_ids.RESOLVE)["value"])
                assert await bot.app.parts.escalations.resolve(TEAM, exchange, EVA, asked.ts)
            async with connected(slack, tmp_path / "docent.db", options=WITH_EXPERTS) as bot:
                assert EVA in shown((await bot.replies(reply, 2))[-1])

    run(scene())


def test_a_posting_that_left_no_trace_may_be_tried_again_and_no_team_sees_another_s(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await declined(bot)
        with Exchanges(tmp_path / "docent.db") as exchanges:
            now = (await exchanges.recent())[0].received_at
            early = Escalations(exchanges, lambda: now)
            assert (await early.open(1, TEAM, ANA, EXPERTS))[1] is True
            assert (await early.open(1, TEAM, BEN, EXPERTS))[1] is False
            late = Escalations(exchanges, lambda: now.replace(year=now.year + 1))
            assert (await late.open(1, TEAM, BEN, EXPERTS))[1] is True

            assert await early.exchange("T0OTHER", "1") is None
            assert await early.resolve("T0OTHER", 1, EVA, "1.0") is None
            found = await early.exchange(TEAM, "1")
            assert found is not None
            assert found.question == UNKNOWN
            assert await early.exchange(TEAM, "9" * 40) is await early.exchange(TEAM, "") is None

    run(scene())
