"""Channels: what their people choose in ``/docent settings``, answering unasked, silence, and overviews by tag."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.visible import seen, tags_of
from bot.content.compile import compile_content
from bot.docent import Docent
from bot.slack.app import Options
from bot.slack.inbound.ambient import is_question
from bot.slack.pages import channel_page
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.workspace import View
from bot.slack.rooms import OFF, House
from bot.store.channels import Channels, ChannelSettings, Mode
from bot.store.exchanges import Exchanges
from tests.slack.harness import (
    ANA,
    BEN,
    DIRECT,
    GENERAL,
    HELP,
    QUESTION,
    QUICK,
    ROOT,
    Running,
    docent,
    run,
    shown,
    workspace,
)

TEAM = "T0WORKSPACE"
BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
ADMINS = House(settings_by="admins")

COFFEE = """---
title: Coffee
tags: [kitchen, Onboarding]
---
# Coffee

## Advantages of espresso
- **Quick**: It is ready in half a minute.
- **Small**: It needs little room.
"""
PAPER = "# Paper\n\n## Advantages of recycled paper\n- **Cheap**: It costs little.\n"
PLANES = "---\ntags: travel\n---\n# Planes\n\n## Advantages of planes\n- **Fast**: They cross the sea in hours.\n"


@cache
def tagged() -> Docent:
    built_in = {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}
    texts = {"coffee.md": COFFEE, "paper.md": PAPER, "planes.md": PLANES}
    knowledge, problems = compile_content(texts, {}, built_in)
    assert problems == ()
    return Docent(knowledge)


def options(house: House) -> Options:
    return Options(signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, house=house)


async def choose(bot: Running, mode: Mode, tags: tuple[str, ...] = (), channel: str = GENERAL) -> None:
    await bot.app.parts.rooms.channels.put(TEAM, channel, ChannelSettings(mode, tags))


async def modal(bot: Running, user: str = ANA, channel: str = GENERAL) -> View:
    await bot.slack.command(user, channel, "settings")
    space = bot.slack.workspace
    found = await space.until(lambda: space.top_view(user))
    assert found is not None
    return found


async def told(bot: Running, user: str, text: str) -> None:
    """Wait until somebody reads this, alone."""
    await bot.slack.workspace.until(lambda: text in [each.text for each in bot.slack.workspace.private(user)])


def chosen(mode: str, *tags: str) -> dict[str, Any]:
    options = [{"text": {"type": "plain_text", "text": tag}, "value": tag} for tag in tags]
    return {
        channel_page.MODE: {channel_page.MODE: {"type": "radio_buttons", "selected_option": {"value": mode}}},
        channel_page.TAGS: {channel_page.TAGS: {"type": "multi_static_select", "selected_options": options}},
    }


@BOTH
def test_a_member_chooses_in_a_modal_how_docent_behaves_and_is_told(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            view = await modal(bot, BEN)
            assert view.payload["blocks"][1]["element"]["initial_option"]["value"] == "mention"
            assert len(view.payload["blocks"]) == 2, "content without tags gives none to choose"

            await bot.slack.submit(view, chosen("off"))
            await told(bot, BEN, channel_page.saved(ChannelSettings("off")))

            again = await modal(bot, BEN)
            assert again.payload["blocks"][1]["element"]["initial_option"]["value"] == "off"
            assert bot.app.parts.rooms.settings(TEAM, HELP).mode == "mention"

    run(scene())


def test_what_was_chosen_outlives_a_restart_and_belongs_to_one_team_and_channel(tmp_path: Path) -> None:
    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db") as exchanges:
            await Channels(exchanges).put("T1", "C1", ChannelSettings("ambient", ("kitchen",)))
            await Channels(exchanges).put("T1", "C1", ChannelSettings("ambient", ("kitchen", "café")))
        with Exchanges(tmp_path / "docent.db") as exchanges:
            channels = Channels(exchanges)
            await channels.load()

            assert channels.of("T1", "C1") == ChannelSettings("ambient", ("kitchen", "café"))
            assert channels.of("T2", "C1") == channels.of("T1", "C2") == ChannelSettings()

    run(scene())


def test_where_admins_decide_others_get_a_kind_word(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options(ADMINS)) as bot:
            await bot.slack.command(BEN, GENERAL, "Settings")
            await told(bot, BEN, channel_page.NOT_YOURS)
            assert bot.slack.workspace.top_view(BEN) is None

            assert (await modal(bot, ANA)).payload["callback_id"] == channel_page.CALLBACK
            bot.slack.api.scopes.discard("users:read")
            await bot.slack.command(ANA, GENERAL, "settings")
            await told(bot, ANA, channel_page.NOT_KNOWN)

    run(scene())


def test_an_owner_is_an_admin(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options(ADMINS)) as bot:
            bot.slack.workspace.users[BEN].is_owner = True

            assert (await modal(bot, BEN)).type == "modal"

    run(scene())


def test_a_direct_message_has_no_settings(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await bot.slack.command(ANA, DIRECT, "settings")

            await told(bot, ANA, channel_page.NOT_HERE)

    run(scene())


def test_settings_that_cannot_be_kept_stay_in_the_modal(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", store_patience=0.2) as bot:
            view = await modal(bot)
            bot.exchanges.close()
            answer = await bot.slack.submit(view, chosen("off"))

            assert answer["response_action"] == "errors"
            assert bot.app.parts.rooms.settings(TEAM, GENERAL).mode == "mention"

    run(scene())


@BOTH
def test_off_means_a_private_word_and_no_more_and_the_command_still_works(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            earlier = await bot.slack.ask(ANA, GENERAL, QUESTION)
            (reply,) = await bot.replies(earlier)
            await choose(bot, "off")
            await bot.slack.ask(BEN, GENERAL, QUESTION)
            await told(bot, BEN, OFF)
            await bot.slack.say(ANA, GENERAL, "and what about security?", earlier.ts)
            button = next(b for b in reply.blocks if b["type"] == "actions")["elements"][0]["action_id"]
            await bot.slack.press(ANA, reply, button)
            await told(bot, ANA, OFF)
            answer = await bot.slack.command(ANA, GENERAL, "compare vm docker")
            other = await bot.slack.ask(ANA, HELP, QUESTION)

            assert answer["blocks"]
            assert len(await bot.replies(other)) == 1
            assert await bot.quiet() == [reply, *bot.slack.workspace.by_bot(HELP)]

    run(scene())


@BOTH
def test_a_sure_question_is_answered_unasked_in_its_thread_once_a_day(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            await choose(bot, "ambient")
            question = await bot.slack.say(BEN, GENERAL, "What are the advantages of Docker?")
            (reply,) = await bot.replies(question)
            assert reply.thread_ts == question.ts
            assert "dvantages" in shown(reply)

            await asyncio.gather(
                bot.slack.say(ANA, GENERAL, "what are the advantages of docker"),
                bot.slack.say(ANA, GENERAL, "which advantages does docker have?"),
            )
            assert await bot.quiet() == [reply]
            named = await bot.slack.ask(ANA, GENERAL, "What are the advantages of Docker?")
            assert len(await bot.replies(named)) == 1

    run(scene())


def test_two_people_with_the_same_question_at_once_are_answered_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await choose(bot, "ambient")
            same = [bot.slack.say(user, GENERAL, "What are the advantages of Docker?") for user in (ANA, BEN)]
            await asyncio.gather(*same)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)

            assert len(await bot.quiet()) == 1

    run(scene())


@pytest.mark.parametrize(
    "text",
    [
        "docker is faster than a vm",
        "the advantages of docker",
        "hello",
        "thanks! you all good?",
        "what can you do?",
        "who wants lunch?",
        "is it raining?",
        f"<@{BEN}> what are the advantages of docker?",
        f"what are the advantages of docker, <@{BEN}>?",
        "<!here> what are the advantages of docker?",
    ],
)
def test_statements_small_talk_what_is_unknown_and_what_is_for_others_is_left_alone(tmp_path: Path, text: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await choose(bot, "ambient")
            await bot.slack.say(ANA, GENERAL, text)

            assert await bot.quiet() == []
            assert await bot.exchanges.recent() == [], "what people say to each other is not kept"

    run(scene())


def test_no_bot_and_no_thread_of_others_and_no_other_channel_is_answered_unasked(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await choose(bot, "ambient")
            text = "What are the advantages of Docker?"
            await bot.slack.say(ANA, GENERAL, text, subtype="bot_message", bot_id="B0OTHER")
            root = await bot.slack.say(ANA, GENERAL, "lunch?")
            await bot.slack.say(BEN, GENERAL, text, root.ts)
            await bot.slack.say(BEN, HELP, text)

            assert await bot.quiet() == []

    run(scene())


def test_the_bar_for_answering_unasked_is_its_own(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options(House(ambient_threshold=1.0))) as bot:
            await choose(bot, "ambient")
            question = "What are the advantages of Docker?"
            assert docent().ask(question).understanding.confidence < 1
            await bot.slack.say(ANA, GENERAL, question)

            assert await bot.quiet() == []

    run(scene())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is docker faster", True),
        ("Hey, what's an image", True),
        ("docker is faster?", True),
        ("docker is faster", False),
        ("I know what docker is", False),
        ("see https://docs.example/?q=docker for more", False),
        ("which", False),
        ("", False),
    ],
)
def test_a_question_has_its_mark_or_its_opening(text: str, *, found: bool) -> None:
    assert is_question(text) is found


def test_a_channel_sees_overviews_with_its_tags_and_those_without() -> None:
    kitchen = tagged().limited(["KITCHEN"])

    assert tags_of(tagged().knowledge) == ("kitchen", "Onboarding", "travel")
    assert [one.file for one in kitchen.knowledge.overviews] == ["coffee.md", "paper.md"]
    for question, status in (
        ("advantages of espresso?", "answered"),
        ("advantages of recycled paper?", "answered"),
        ("advantages of planes?", "unknown"),
    ):
        assert tagged().ask(question).status == "answered"
        assert kitchen.ask(question).status == status
    assert {one.source.file for one in kitchen.knowledge.facts} == {"coffee.md", "paper.md"}


def test_meanings_are_the_same_for_every_choice_of_tags() -> None:
    kitchen, whole = tagged().limited(["kitchen"]), tagged()

    assert kitchen.ask("advantages of espresso?").meaning == whole.ask("advantages of espresso?").meaning
    assert kitchen.answer("advantages?subjects=planes") is None
    assert seen(whole.knowledge, ()) is whole.knowledge
    assert whole.limited(["travel", "kitchen"]) is whole


def test_tags_of_which_nothing_is_left_leave_a_core_that_declines() -> None:
    built = compile_content({"planes.md": PLANES}, {})[0]
    nothing = Docent(built).limited(["sea"])

    assert nothing.knowledge.facts == ()
    assert nothing.ask("advantages of planes?").status == "unknown"


def test_a_question_of_the_authors_with_tags_is_seen_where_they_are_chosen() -> None:
    faq = """faq:
  visa:
    tags: travel, Abroad
    utterances: |
      do i need a visa
    answer: Ask the embassy.
  mugs:
    utterances: |
      where are the mugs
    answer: In the cupboard.
"""
    built, problems = compile_content({"coffee.md": COFFEE}, {"faq.yaml": faq})
    whole = Docent(built)

    assert problems == ()
    assert tags_of(built) == ("Abroad", "kitchen", "Onboarding", "travel")
    for tag, status in (("abroad", "answered"), ("kitchen", "unknown")):
        limited = whole.limited([tag])
        assert limited.ask("do i need a visa").status == status
        assert (limited.answer("entry?entry=visa") is None) == (status == "unknown")
        assert limited.ask("where are the mugs").status == "answered"
    assert whole.ask("do i need a visa").status == "answered"


@BOTH
def test_tags_are_chosen_in_the_modal_and_hold_for_mentions_and_the_command(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=tagged) as bot:
            view = await modal(bot)
            select = view.payload["blocks"][2]["element"]
            assert [option["value"] for option in select["options"]] == ["kitchen", "Onboarding", "travel"]
            await bot.slack.submit(view, chosen("mention", "kitchen"))
            await told(bot, ANA, channel_page.saved(ChannelSettings("mention", ("kitchen",))))

            hidden, seen_ = [await bot.slack.ask(ANA, GENERAL, f"advantages of {it}?") for it in ("planes", "espresso")]
            (declined,), (given,) = await bot.replies(hidden), await bot.replies(seen_)
            elsewhere = await bot.replies(await bot.slack.ask(ANA, HELP, "advantages of planes?"))
            private = await bot.slack.command(ANA, GENERAL, "advantages of planes?")

            assert "half a minute" in shown(given)
            assert "cross the sea" not in shown(declined) + private["text"]
            assert "cross the sea" in shown(elsewhere[0])
            again = (await modal(bot)).payload["blocks"][2]["element"]
            assert [option["value"] for option in again["initial_options"]] == ["kitchen"]

    run(scene())
