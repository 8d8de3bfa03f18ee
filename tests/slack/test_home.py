"""The App Home: what can be asked, a person's own questions and how to have them forgotten, and the week for admins."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.pages import home_page
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import find_action
from bot.slack.rooms import House
from bot.store.exchanges import Exchanges
from bot.store.feedback import Feedback, Opinion
from bot.store.people import forget
from bot.store.week import week
from tests.slack.harness import ANA, BEN, GENERAL, QUICK, Running, docent, run, workspace
from tests.store.questions import outcome, question

IMAGE = "what is a docker image?"
STRANGE = "who won the football match yesterday?"
TEAM = "T0WORKSPACE"


async def home(bot: Running, user: str) -> str:
    """The home as this person sees it now."""
    homes = bot.slack.workspace.homes
    before = homes.get(user)
    await bot.slack.open_home(user)
    return await renewed(bot, user, before)


async def renewed(bot: Running, user: str, before: object) -> str:
    homes = bot.slack.workspace.homes
    await bot.slack.workspace.until(lambda: homes.get(user) is not before)
    return json.dumps(homes[user].payload, ensure_ascii=False)


async def asked(bot: Running, user: str, *texts: str) -> None:
    for text in texts:
        await bot.replies(await bot.slack.ask(user, GENERAL, text))


@pytest.mark.parametrize("transport", ["socket", "http"])
def test_one_question_is_forgotten_and_the_others_stay(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport) as bot:
            await asked(bot, BEN, IMAGE, STRANGE)
            await asked(bot, ANA, STRANGE)
            first = await home(bot, BEN)
            shown = bot.slack.workspace.homes[BEN]
            button = find_action(shown.payload["blocks"], f"{action_ids.FORGET}:0")
            await bot.slack.press(BEN, shown, f"{action_ids.FORGET}:0")
            second = await renewed(bot, BEN, shown)

            assert button["confirm"]["deny"]["text"] == "Keep"
            assert IMAGE in first
            assert STRANGE in first
            assert STRANGE not in second
            assert IMAGE in second
            assert home_page.FORGOTTEN in second
            assert [(row.user, row.question) for row in await bot.exchanges.recent()] == [(BEN, IMAGE), (ANA, STRANGE)]

    run(scene())


def test_all_questions_are_forgotten_at_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await asked(bot, BEN, IMAGE, STRANGE)
            await asked(bot, ANA, IMAGE)
            await home(bot, BEN)
            shown = bot.slack.workspace.homes[BEN]
            await bot.slack.press(BEN, shown, action_ids.FORGET_ALL)
            after = await renewed(bot, BEN, shown)

            assert IMAGE not in after
            assert action_ids.FORGET not in after
            assert await bot.exchanges.recent(team=TEAM, user=BEN) == []
            assert len(await bot.exchanges.recent(team=TEAM, user=ANA)) == 1

    run(scene())


def test_nobody_can_have_somebody_elses_question_forgotten(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            await asked(bot, ANA, IMAGE)
            await asked(bot, BEN, STRANGE)
            await home(bot, BEN)
            (of_ana,) = await bot.exchanges.recent(user=ANA)
            for value in (str(of_ana.id), "9" * 30):
                shown = bot.slack.workspace.homes[BEN]
                await bot.slack.press(BEN, shown, f"{action_ids.FORGET}:0", value)
                await renewed(bot, BEN, shown)
            await bot.slack.press(BEN, bot.slack.workspace.homes[BEN], f"{action_ids.FORGET}:0", "no id")

            assert len(await bot.exchanges.recent()) == 2

    run(scene())


def test_what_can_be_compared_is_offered_and_answered(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            shown = await home(bot, BEN)
            blocks = bot.slack.workspace.homes[BEN].payload["blocks"]
            meanings = [each.get("value", "") for block in blocks for each in block.get("elements", ())]
            compared = [each for each in meanings if each.startswith("compare?")]

            assert "Comparisons" in shown
            assert compared
            assert all(docent().answer(each) for each in compared)

    run(scene())


def test_the_state_of_the_bot_is_for_admins_alone(tmp_path: Path) -> None:
    problems = tuple(f"notes.md:{line}: this line is wrong" for line in range(1, 9))
    options = Options(
        signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, problems=lambda: problems, house=House()
    )

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options) as bot:
            await asked(bot, BEN, IMAGE, STRANGE, STRANGE.upper())
            of_admin, of_other = await home(bot, ANA), await home(bot, BEN)

            assert "3 questions, 2 without an answer" in of_admin
            assert f"{STRANGE.upper()} (2\u00d7)" in of_admin
            assert "8 problems in the content" in of_admin
            assert "notes.md:1: this line is wrong" in of_admin
            assert "and 3 more" in of_admin
            assert docent().knowledge.version[:12] in of_admin
            assert "How I am doing" not in of_other

    run(scene())


def test_a_person_named_in_the_settings_counts_as_an_admin(tmp_path: Path) -> None:
    options = Options(signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, house=House(admins=(BEN,)))

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", options=options) as bot:
            assert "No problems in the content." in await home(bot, BEN)
            assert not bot.slack.api.called("users.info")

    run(scene())


@pytest.mark.parametrize(
    "fault", [Fault("refuse", error="missing_scope"), Fault("status", 500), Fault("dropped")], ids=str
)
def test_where_slack_does_not_tell_who_is_an_admin_nobody_is(tmp_path: Path, fault: Fault) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.stand("users.info", fault)

            assert "How I am doing" not in await home(bot, ANA)

    run(scene())


def test_a_forgotten_person_is_not_in_the_feedback_on_others_either(tmp_path: Path) -> None:
    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db") as store:
            claimed = await store.claim(question(1, user=ANA))
            Feedback(store).later(Opinion("T1", claimed.id, BEN, "down", "sesame"))
            async with asyncio.timeout(30):
                while not await Feedback(store).of(claimed.id):  # noqa: ASYNC110 - the store tells nobody
                    await asyncio.sleep(0.01)
            await forget(store, "T1", BEN)

            assert await Feedback(store).of(claimed.id) == []

    run(scene())
    assert not any(b"sesame" in file.read_bytes() for file in tmp_path.iterdir())


def test_the_week_counts_what_was_asked_in_it_and_nothing_else(tmp_path: Path) -> None:
    async def scene() -> None:
        moment = datetime(2026, 3, 1, tzinfo=UTC)
        with Exchanges(tmp_path / "docent.db", clock=lambda: moment) as store:
            for number, (state, day) in enumerate((("sent", 1), ("failed", 2), ("ignored", 3), ("failed", -20))):
                moment = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day)
                claimed = await store.claim(question(number, question="How  tall is it"))
                if state == "sent":
                    await store.complete(claimed.id, outcome(), sending=True)
                    await store.sent(claimed.id, "1")
                else:
                    await (store.fail if state == "failed" else store.ignore)(claimed.id, "so")
            found = await week(store, "T1", now=datetime(2026, 3, 5, tzinfo=UTC) + timedelta(days=1))
            nothing = await week(store, "T2", now=moment)

            assert (found.asked, found.unanswered, found.frequent) == (2, 1, (("How  tall is it", 1),))
            assert (nothing.asked, nothing.unanswered, nothing.frequent) == (0, 0, ())

    run(scene())
