"""An answer another way: a long one in short with "More" and "Less", the lines that it rests on, and what is gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.pages import modals, source_page
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import find_action
from bot.slack.playground.workspace import Json, View
from tests.slack.harness import ANA, BEN, GENERAL, QUICK, ROOT, Running, run, shown, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
REASONS = "".join(f"- **Reason {number}**: espresso is good for the {number}th time.\n" for number in range(1, 13))
COFFEE = f"# Coffee\n\n## Advantages of espresso\n{REASONS}"
TEA = "# Tea\n\n## Advantages of green tea\n- **Mild**: It is gentle.\n"
ASKED = "what are the advantages of espresso?"
LAST = "for the 12th time"


@cache
def core(text: str = COFFEE) -> Docent:
    built_in = {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}
    return Docent(compile_content({"drinks.md": text}, {}, built_in)[0])


def options(text: str = COFFEE) -> Options:
    return Options(signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, texts=lambda: {"drinks.md": text})


async def modal(bot: Running, condition: Callable[[View], bool] = lambda _: True) -> View:
    def top() -> View | None:
        view = bot.slack.workspace.top_view(ANA)
        return view if view is not None and condition(view) else None

    view = await bot.slack.workspace.until(top)
    assert view is not None
    return view


def drawn(blocks: list[Json]) -> str:
    return json.dumps(blocks, ensure_ascii=False)


@BOTH
def test_a_long_answer_is_short_until_somebody_wants_more_and_becomes_short_again(
    tmp_path: Path, transport: str
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core, options=options()) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            first = drawn(reply.blocks)
            await bot.slack.press(BEN, reply, action_ids.MORE)
            await bot.slack.workspace.until(lambda: LAST in drawn(reply.blocks))
            whole = drawn(reply.blocks)
            await bot.slack.press(BEN, reply, action_ids.LESS)
            await bot.slack.workspace.until(lambda: LAST not in drawn(reply.blocks))

            assert LAST not in first
            assert LAST in reply.text
            assert action_ids.LESS in whole
            assert action_ids.MORE not in whole
            assert drawn(reply.blocks) == first
            assert len(await bot.quiet()) == 1

    run(scene())


@BOTH
def test_a_private_answer_opens_and_closes_in_place(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core, options=options()) as bot:
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)
            first = drawn(answer.blocks)
            await bot.slack.press(ANA, answer, action_ids.MORE)
            await bot.slack.workspace.until(lambda: LAST in drawn(answer.blocks))
            assert action_ids.SHARE in drawn(answer.blocks)
            await bot.slack.press(ANA, answer, action_ids.LESS)
            await bot.slack.workspace.until(lambda: drawn(answer.blocks) == first)

            assert bot.slack.workspace.private(ANA) == [answer]
            assert await bot.quiet() == []

    run(scene())


def test_what_is_shared_in_short_is_opened_by_whoever_wants_more(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)
            await bot.slack.press(ANA, answer, action_ids.SHARE)
            (shared,) = await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            first = drawn(shared.blocks)
            await bot.slack.press(BEN, shared, action_ids.MORE)
            await bot.slack.workspace.until(lambda: LAST in drawn(shared.blocks))

            assert LAST not in first
            assert f"<@{ANA}>" in drawn(shared.blocks)

    run(scene())


def test_in_a_modal_it_opens_in_place_and_can_still_be_posted(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            message = await bot.slack.say(BEN, GENERAL, ASKED)
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await modal(bot)
            await bot.slack.press(ANA, view, action_ids.MORE)
            await bot.slack.workspace.until(lambda: LAST in drawn(view.payload["blocks"]))
            await bot.slack.press(ANA, view, action_ids.SHARE)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            (posted,) = await bot.quiet()

            assert posted.thread_ts == message.ts
            assert LAST in drawn(posted.blocks)

    run(scene())


@pytest.mark.parametrize("error", ["not_in_channel", "channel_not_found", "cant_update_message"])
def test_where_slack_refuses_the_change_the_response_address_makes_it(tmp_path: Path, error: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            bot.slack.faults.add("chat.update", Fault("refuse", error=error))
            await bot.slack.press(ANA, reply, action_ids.MORE)
            await bot.slack.workspace.until(lambda: LAST in drawn(reply.blocks))

            assert len(await bot.quiet()) == 1

    run(scene())


def test_a_short_answer_has_nothing_to_open(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=lambda: core(TEA), options=options(TEA)) as bot:
            question = await bot.slack.ask(ANA, GENERAL, "what are the advantages of green tea?")
            (reply,) = await bot.replies(question)

            assert action_ids.MORE not in shown(reply)
            assert action_ids.SOURCE in shown(reply)

    run(scene())


@BOTH
def test_the_source_quotes_the_lines_of_the_document(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core, options=options()) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            await bot.slack.press(ANA, reply, action_ids.SOURCE)
            quoted = drawn((await modal(bot)).payload["blocks"])

            assert "drinks.md" in quoted
            assert "4  - **Reason 1**: espresso is good" in quoted
            assert LAST in quoted
            assert source_page.CHANGED not in quoted

    run(scene())


def test_in_a_modal_the_source_comes_above_the_answer(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            message = await bot.slack.say(BEN, GENERAL, ASKED)
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await modal(bot)
            await bot.slack.press(ANA, view, action_ids.SOURCE)
            above = await modal(bot, lambda top: top is not view)

            assert "Reason 12" in drawn(above.payload["blocks"])
            assert not view.closed
            assert len(bot.slack.api.called("views.push")) == 1

    run(scene())


def test_when_the_content_has_changed_the_buttons_show_it_as_it_is_and_say_so(tmp_path: Path) -> None:
    edited = COFFEE.replace("# Coffee\n", "# Coffee\n\nIt is hot.\n")
    now = [COFFEE]

    async def scene() -> None:
        changing = Options(
            signing_secret=SIGNING_SECRET, patience=QUICK, store_pause=0.02, texts=lambda: {"drinks.md": now[0]}
        )
        async with workspace(tmp_path / "docent.db", core=lambda: core(now[0]), options=changing) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            now[0] = edited
            await bot.slack.press(ANA, reply, action_ids.SOURCE)
            quoted = drawn((await modal(bot)).payload["blocks"])

            assert source_page.CHANGED in quoted
            assert "6  - **Reason 1**" in quoted

    run(scene())


def test_when_the_entry_is_gone_every_button_says_so_kindly(tmp_path: Path) -> None:
    now = [core()]

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=lambda: now[0], options=options(TEA)) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)
            now[0] = core(TEA)
            before = shown(reply)
            pressed = ((reply, action_ids.MORE), (answer, action_ids.MORE), (answer, action_ids.SHARE))
            for place, button in pressed:
                await bot.slack.press(ANA, place, button)
            private = bot.slack.workspace.private
            await bot.slack.workspace.until(lambda: len(private(ANA)) == 1 + len(pressed))
            assert [each.text for each in private(ANA)[1:]] == [modals.GONE] * len(pressed)
            await bot.slack.press(ANA, reply, action_ids.SOURCE)
            named = drawn((await modal(bot)).payload["blocks"])

            assert shown(reply) == before
            assert modals.GONE in named
            assert "drinks.md" in named
            assert len(await bot.quiet()) == 1

    run(scene())


def test_why_and_share_go_by_the_stored_exchange_whatever_meaning_the_button_carries(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)
            value = find_action(answer.blocks, action_ids.SHARE)["value"]
            by_exchange = action_ids.pack(action_ids.unpack(value)[0], "")
            await bot.slack.press(ANA, answer, action_ids.WHY, by_exchange)
            why = drawn((await modal(bot)).payload["blocks"])
            await bot.slack.press(ANA, answer, action_ids.SHARE, by_exchange)
            await bot.slack.workspace.until(bot.slack.workspace.by_bot)
            (posted,) = await bot.quiet()

            assert ASKED in why
            assert "Confidence" in why
            assert "Advantages of espresso" in drawn(posted.blocks)

    run(scene())


def test_of_what_was_forgotten_only_the_meaning_in_the_button_is_left(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core, options=options()) as bot:
            question = await bot.slack.ask(ANA, GENERAL, ASKED)
            (reply,) = await bot.replies(question)
            value = find_action(reply.blocks, action_ids.MORE)["value"]
            _, meaning = action_ids.unpack(value)
            await bot.slack.press(ANA, reply, action_ids.MORE, action_ids.pack("999", meaning))
            await bot.slack.workspace.until(lambda: LAST in drawn(reply.blocks))

            assert meaning == "advantages?subjects=espresso"

    run(scene())


def test_lines_that_the_document_has_no_more_are_not_quoted() -> None:
    reply = core().ask(ASKED)
    blocks = drawn(source_page.source(reply.answer.sources, {"drinks.md": "one line"})["blocks"])
    long = drawn(source_page.source(reply.answer.sources, {"drinks.md": "word " * 9000 + "\n" * 30})["blocks"])
    nothing = drawn(source_page.source((), {})["blocks"])

    assert source_page.NOT_AT_HAND in blocks
    assert len(long) < 4000
    assert source_page.NOTHING in nothing
