"""Every place where a person would look: buttons, sharing, why, feedback, search, shortcuts, home, joining, workflows."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.show import action_ids
from bot.slack.pages import modals
from bot.slack.playground import payloads
from bot.slack.playground.workspace import Json, Message, View
from bot.store.feedback import Opinion
from tests.slack.harness import ANA, BEN, GENERAL, QUESTION, Running, docent, run, shown, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])


def buttons(blocks: list[Json], pattern: Any) -> list[Json]:
    return [
        element
        for block in blocks
        for element in block.get("elements", [])
        if pattern.fullmatch(element.get("action_id", ""))
    ]


async def modal(bot: Running, user: str = ANA) -> View:
    space = bot.slack.workspace
    await space.until(lambda: space.top_view(user))
    view = space.top_view(user)
    assert view is not None
    return view


async def whispered(bot: Running, count: int) -> None:
    """Wait until so many messages are for one person's eyes alone."""
    await bot.slack.workspace.until(lambda: len(bot.slack.workspace.private(ANA)) == count)


async def answered(bot: Running, text: str = QUESTION) -> Message:
    question = await bot.slack.ask(ANA, GENERAL, text)
    return (await bot.replies(question))[-1]


async def privately(bot: Running, text: str = "compare vm docker") -> Message:
    await bot.slack.command(ANA, GENERAL, text)
    return bot.slack.workspace.private(ANA)[-1]


@BOTH
def test_a_follow_up_button_answers_in_the_thread_once_a_press(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            reply = await answered(bot)
            button = buttons(reply.blocks, action_ids.ASK_PATTERN)[0]
            await bot.slack.press(BEN, reply, button["action_id"])
            replies = await bot.replies(reply, 2)
            rows = await bot.exchanges.recent()

            assert replies[1].thread_ts == reply.thread_ts
            assert [(row.surface, row.user, row.question, row.state) for row in rows][1] == (
                "button",
                BEN,
                button["text"]["text"],
                "sent",
            )

    run(scene())


def test_did_you_mean_is_bound_to_what_it_shows(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            place = await answered(bot)
            meaning = "advantages?subjects=docker"
            assert docent().answer(meaning) is not None
            place.blocks.append(
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "action_id": "did_you_mean:0",
                            "value": meaning,
                            "text": {"type": "plain_text", "text": "Pros?"},
                        }
                    ],
                }
            )
            await bot.slack.press(ANA, place, "did_you_mean:0")
            replies = await bot.replies(place, 2)

            assert "dvantages" in shown(replies[1])

    run(scene())


def test_a_button_of_months_ago_whose_entry_is_gone_says_so_kindly(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            reply = await answered(bot)
            for place, value in enumerate(("define?subjects=steam-engines", "no meaning at all", "")):
                button = buttons(reply.blocks, action_ids.ASK_PATTERN)[0]["action_id"]
                reply.blocks[:] = [
                    {
                        "type": "actions",
                        "elements": [
                            {
                                "type": "button",
                                "action_id": button,
                                "value": value,
                                "text": {"type": "plain_text", "text": "?"},
                            }
                        ],
                    }
                ]
                await bot.slack.press(ANA, reply, button)
                await whispered(bot, place + 1)

                assert bot.slack.workspace.private(ANA)[-1].text == modals.GONE
            assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
def test_a_follow_up_of_a_private_answer_stays_private(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            private = await privately(bot)
            button = buttons(private.blocks, action_ids.ASK_PATTERN)[0]
            await bot.slack.press(ANA, private, button["action_id"])
            await whispered(bot, 2)

            assert await bot.quiet() == []

    run(scene())


@BOTH
def test_a_private_answer_is_shared_once_with_who_asked_even_where_the_bot_is_no_member(
    tmp_path: Path, transport: str
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            bot.slack.workspace.channels[GENERAL].members.discard(bot.slack.workspace.bot_user)
            private = await privately(bot)
            await bot.slack.press(ANA, private, action_ids.SHARE)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            await bot.slack.press(ANA, private, action_ids.SHARE)
            await asyncio.sleep(0.1)
            (shared,) = await bot.quiet()

            assert shared.channel == GENERAL
            assert f"<@{ANA}>" in shown(shared)
            assert "table" in shown(shared)

    run(scene())


def test_why_shows_how_the_question_was_understood(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            private = await privately(bot)
            await bot.slack.press(ANA, private, action_ids.WHY)

            assert "compare" in json.dumps((await modal(bot)).payload)

    run(scene())


@BOTH
def test_feedback_is_stored_and_a_bad_one_may_have_its_reason(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            reply = await answered(bot)
            (row,) = await bot.exchanges.recent()
            await bot.slack.press(BEN, reply, action_ids.FEEDBACK, f"{row.id}:up")
            await bot.slack.press(ANA, reply, action_ids.FEEDBACK, f"{row.id}:down")
            view = await modal(bot)
            await bot.slack.submit(
                view, {modals.REASON: {modals.REASON: {"type": "plain_text_input", "value": "too long"}}}
            )
            wanted = {BEN: ("up", ""), ANA: ("down", "too long")}
            found: dict[str, tuple[str, str]] = {}
            for _ in range(100):
                found = {one.user: (one.rating, one.reason) for one in await bot.app.parts.feedback.of(row.id)}
                if found == wanted:
                    break
                await asyncio.sleep(0.02)

            assert view.closed
            assert found == {BEN: ("up", ""), ANA: ("down", "too long")}

    run(scene())


def test_feedback_on_an_answer_that_is_not_stored_is_passed_over(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            reply = await answered(bot)
            await bot.slack.press(BEN, reply, action_ids.FEEDBACK, "999:up")
            await bot.slack.press(BEN, reply, action_ids.FEEDBACK, "x:sideways")
            (row,) = await bot.exchanges.recent()
            bot.app.parts.feedback.later(Opinion("T0OTHER", row.id, BEN, "up"))

            assert await bot.app.parts.feedback.of(999) == []
            assert await bot.app.parts.feedback.of(row.id) == [], "a team rates what it was answered itself"

    run(scene())


@BOTH
def test_the_global_shortcut_finds_a_question_as_you_type_and_shows_its_answer(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            await bot.slack.shortcut(ANA, "ask_docent")
            view = await modal(bot)
            everything = await bot.slack.type_ahead(ANA, view, modals.TOPIC, "")
            found = await bot.slack.type_ahead(ANA, view, modals.TOPIC, "advant")
            nothing = await bot.slack.type_ahead(ANA, view, "another_field", "advant")
            picked = {modals.TOPIC: {modals.TOPIC: {"type": "external_select", "selected_option": found[0]}}}
            await bot.slack.submit(view, picked)

            assert everything
            assert nothing == []
            assert "dvantages" in found[0]["text"]["text"]
            assert view.payload["callback_id"] == modals.ANSWER_MODAL
            assert "dvantages" in json.dumps(view.payload)

    run(scene())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("adv", "dvantages"),
        ("advatages dok", "Docker"),
        ("dokcer imag", "Image"),
        ("isolaton", "isolation"),
        ("boot tme", "time"),
        ("docker overview", "Overview"),
    ],
)
def test_what_is_typed_may_be_wrong_or_unfinished(tmp_path: Path, typed: str, found: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.shortcut(ANA, "ask_docent")
            first, *_ = await bot.slack.type_ahead(ANA, await modal(bot), modals.TOPIC, typed)
            nothing = await bot.slack.type_ahead(ANA, await modal(bot), modals.TOPIC, "xyzzy")

            assert found in first["text"]["text"]
            assert nothing == []

    run(scene())


def test_the_modal_takes_own_words_and_asks_for_some_when_there_are_none(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.shortcut(ANA, "ask_docent")
            view = await modal(bot)
            refused = await bot.slack.submit(view, {})
            words = {"type": "plain_text_input", "value": "what is a docker image?"}
            await bot.slack.submit(view, {modals.WORDS: {modals.WORDS: words}})

            assert modals.WORDS in refused["errors"]
            assert "mage" in json.dumps(view.payload)

    run(scene())


@BOTH
def test_the_message_shortcut_shows_the_answer_and_posts_it_only_if_wanted(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            message = await bot.slack.say(BEN, GENERAL, "what is a docker image?")
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await modal(bot)
            assert await bot.quiet() == []

            await bot.slack.press(ANA, view, action_ids.SHARE)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            (posted,) = await bot.quiet()

            assert posted.thread_ts == message.ts
            assert "mage" in shown(posted)

    run(scene())


@BOTH
def test_the_home_shows_what_can_be_asked_and_what_this_person_asked(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            space = bot.slack.workspace
            await answered(bot, "what is a docker image?")
            await bot.slack.open_home(ANA)
            await space.until(lambda: space.homes.get(ANA))
            home = space.homes[ANA]
            button = buttons(home.payload["blocks"], action_ids.ASK_PATTERN)[0]
            await bot.slack.press(ANA, home, button["action_id"])
            asked = await modal(bot)
            asked.closed = True
            (option, *_) = await bot.slack.type_ahead(ANA, home, modals.TOPIC, "image")
            await bot.slack.pick(ANA, home, modals.TOPIC, option)
            found = await modal(bot)

            assert "what is a docker image?" in json.dumps(home.payload)
            assert "docker-overview.md" in json.dumps(home.payload)
            assert asked.payload["blocks"]
            assert found is not asked

    run(scene())


def test_opening_the_messages_offers_questions_that_are_sure_to_be_answered(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            space = bot.slack.workspace
            await bot.slack.open_home(ANA, "messages")
            await space.until(lambda: space.prompts)
            (given,) = space.prompts.values()
            prompts = given["prompts"] if isinstance(given["prompts"], list) else json.loads(given["prompts"])

            assert 0 < len(prompts) <= 4
            assert all(docent().ask(prompt["message"]).status == "answered" for prompt in prompts)

    run(scene())


@BOTH
def test_invited_to_a_channel_it_says_once_how_to_ask(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            space = bot.slack.workspace
            space.add_channel("C0NEW", "new", members={ANA})
            await bot.slack.join(BEN, "C0NEW")
            await bot.slack.join(space.bot_user, "C0NEW")
            await space.until(space.by_bot)
            await bot.slack.join(space.bot_user, "C0NEW")
            await asyncio.sleep(0.1)
            (card,) = await bot.quiet()

            assert "/docent" in card.text

    run(scene())


@BOTH
@pytest.mark.parametrize(("question", "known"), [(QUESTION, True), ("who won the football match yesterday?", False)])
def test_the_workflow_step_is_completed_once(tmp_path: Path, transport: str, question: str, *, known: bool) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            payload = payloads.function_executed(bot.slack.workspace, "answer_question", {"question": question})
            await asyncio.gather(*(bot.slack.deliver(payload) for _ in range(4)))
            execution = payload["event"]["function_execution_id"]
            ended = bot.slack.workspace.executions
            await bot.slack.workspace.until(lambda: ended[execution])
            outputs = ended[execution]["outputs"]

            assert outputs["answered"] is known
            assert ("docker-overview.md" in outputs["source"]) is known
            assert outputs["answer"]
            assert 0 <= outputs["confidence"] <= 1
            assert len(bot.slack.api.called("functions.completeSuccess")) == 1

    run(scene())


def test_the_workflow_step_without_a_question_fails_with_its_reason(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            execution = await bot.slack.run_step("answer_question", {})
            ended = bot.slack.workspace.executions
            await bot.slack.workspace.until(lambda: ended[execution])

            assert "question" in ended[execution]["error"]

    run(scene())
