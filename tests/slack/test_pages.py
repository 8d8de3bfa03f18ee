"""A comparison that no message can hold comes in pages, on every surface, and nothing of it is lost."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.show import action_ids
from bot.slack.outbound import outgoing
from bot.slack.pages import modals
from bot.slack.playground.workspace import Json, Message, View
from tests.slack.harness import ANA, BEN, GENERAL, ROOT, Running, run, workspace

BOTH = pytest.mark.parametrize("transport", ["socket", "http"])
ROWS = 60
TREES = """Alder Birch Cedar Douglas Elm Fir Ginkgo Hazel Ironwood Juniper Katsura Larch Maple Nutmeg Oak Pine Quince Rowan
Spruce Teak Upas Viburnum Willow Yew Zelkova""".split()
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri".split()
ASKED = f"compare {', '.join(TREES[:-1])} and {TREES[-1]}"


def trait(row: int) -> str:
    return SYLLABLES[row % 13].title() + SYLLABLES[row // 13] + SYLLABLES[row * 7 % 13]


@cache
def core(rows: int = ROWS, extra: str = "") -> Docent:
    lines = [f"| Aspect | {' | '.join(TREES)} |", "|" + " --- |" * (len(TREES) + 1)]
    lines += [
        f"| {trait(row)} | " + " | ".join(f"v{row}x{place} {extra}" for place in range(len(TREES))) + " |"
        for row in range(rows)
    ]
    built_in = {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}
    text = "# Trees\n\n## Comparison\n" + "\n".join(lines)
    return Docent(compile_content({"trees.md": text}, {}, built_in)[0])


def cells(blocks: list[Json]) -> set[str]:
    return set(re.findall(r"v\d+x\d+", json.dumps(blocks)))


def blocks_of(target: Message | View) -> list[Json]:
    return target.blocks if isinstance(target, Message) else list(target.payload["blocks"])


def has(target: Message | View, button: str) -> bool:
    return f'"{button}"' in json.dumps(blocks_of(target))


def lacks(target: Message | View, button: str) -> bool:
    return not has(target, button)


async def leafed_through(bot: Running, target: Message | View) -> set[str]:
    """What all pages show, from the first to the last."""
    found: set[str] = set()
    if has(target, action_ids.MORE):
        await bot.slack.press(ANA, target, action_ids.MORE)
        await bot.slack.workspace.until(lambda: has(target, action_ids.LESS))
    for page in range(1, 1000):
        found |= cells(blocks_of(target))
        following = action_ids.numbered(action_ids.PAGE, page)
        if not has(target, following):
            break
        await bot.slack.press(ANA, target, following)
        await bot.slack.workspace.until(partial(lacks, target, following))
    return found


WHOLE = {f"v{row}x{place}" for row in range(ROWS) for place in range(len(TREES))}


@BOTH
def test_in_a_thread_one_message_is_turned_from_page_to_page(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core) as bot:
            (reply,) = await bot.replies(await bot.slack.ask(ANA, GENERAL, ASKED))
            (table,) = [block for block in reply.blocks if block["type"] == "data_table"]
            found = await leafed_through(bot, reply)

            assert table["page_size"] < len(table["rows"])
            assert found == WHOLE
            assert await bot.quiet() == [reply]

    run(scene())


@BOTH
def test_a_private_answer_is_turned_where_it_stands(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core) as bot:
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)

            assert await leafed_through(bot, answer) == WHOLE
            assert bot.slack.workspace.private(ANA) == [answer]
            assert await bot.quiet() == []

    run(scene())


@BOTH
def test_a_modal_is_turned_where_it_stands(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core) as bot:
            message = await bot.slack.say(BEN, GENERAL, ASKED)
            await bot.slack.shortcut(ANA, "answer_message", message)
            view = await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))
            assert view is not None

            assert await leafed_through(bot, view) == WHOLE
            assert has(view, action_ids.SHARE)

    run(scene())


@pytest.mark.parametrize("member", [True, False])
def test_a_shared_answer_is_turned_too_and_still_says_who_shared_it(tmp_path: Path, *, member: bool) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=core) as bot:
            if not member:
                bot.slack.workspace.channels[GENERAL].members.discard(bot.slack.workspace.bot_user)
            await bot.slack.command(ANA, GENERAL, ASKED)
            (answer,) = bot.slack.workspace.private(ANA)
            await bot.slack.press(ANA, answer, action_ids.SHARE)
            (shared,) = await bot.slack.workspace.until(bot.slack.workspace.by_bot)

            assert await leafed_through(bot, shared) == WHOLE
            assert outgoing.kept(shared.blocks) != ()
            assert f"<@{ANA}>" in json.dumps(shared.blocks)

    run(scene())


def test_huge_cells_go_on_page_after_page(tmp_path: Path) -> None:
    huge = "It goes on for a long while. " * 150

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", core=lambda: core(3, huge)) as bot:
            (reply,) = await bot.replies(await bot.slack.ask(ANA, GENERAL, ASKED))

            assert await leafed_through(bot, reply) == {f"v{row}x{place}" for row in range(3) for place in range(25)}

    run(scene())


@BOTH
def test_a_comparison_of_very_many_is_found_as_you_type(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=lambda: core(3)) as bot:
            await bot.slack.shortcut(ANA, "ask_docent")
            view = await bot.slack.workspace.until(lambda: bot.slack.workspace.top_view(ANA))
            assert view is not None
            (option, *_) = await bot.slack.type_ahead(ANA, view, modals.TOPIC, "alder zelkovva")
            await bot.slack.submit(view, {modals.TOPIC: {modals.TOPIC: {"selected_option": option}}})

            assert len(option["value"]) <= 150
            assert cells(blocks_of(view)) == {f"v{row}x{place}" for row in range(3) for place in range(25)}

    run(scene())
