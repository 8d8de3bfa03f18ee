"""What each surface shows, as text in files beside this one; UPDATE=1 writes them, to be reviewed by their diff."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.pages import modals
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.faults import Fault
from bot.slack.playground.workspace import View
from bot.slack.rooms import House
from tests.slack import drawing
from tests.slack.harness import ANA, BEN, DIRECT, GENERAL, HELP, QUICK, ROOT, Running, run, workspace

SNAPSHOTS = Path(__file__).parent / "snapshots"
REASONS = "".join(f"- **Reason {number}**: it is good for the {number}th time.\n" for number in range(1, 11))
DRINKS = f"""# Drinks

## Comparison
| Aspect | Espresso | Filter coffee |
| --- | --- | --- |
| Vessel | a small cup | a **large** mug |
| Milk | a drop | |
| Served with | a glass of water | a biscuit |

## Definitions
### Espresso
- Espresso is coffee that is pressed through with steam.
- It is drunk standing.

## Advantages of espresso
- **Quick**: It is ready in half a minute.
- **Small**: It needs little room.

## Disadvantages of espresso
- **Strong**: It keeps people awake.

## Advantages of filter coffee
{REASONS}"""
COMPARE = "espresso vs filter coffee"
STRANGE = "who won the football match yesterday?"
Scene = Callable[[Running], Awaitable[str]]


@cache
def core() -> Docent:
    built_in = {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}
    return Docent(compile_content({"drinks.md": DRINKS}, {}, built_in)[0])


async def said(bot: Running, text: str, channel: str = GENERAL, follow_up: str = "") -> str:
    question = await (bot.slack.say(ANA, channel, text) if channel == DIRECT else bot.slack.ask(ANA, channel, text))
    replies = await bot.replies(question)
    if follow_up:
        await bot.slack.say(BEN, channel, follow_up, thread=question.ts)
        replies = await bot.replies(question, 2)
    return drawing.message(replies[-1].text, replies[-1].blocks)


async def commanded(bot: Running, text: str) -> str:
    await bot.slack.command(ANA, GENERAL, text)
    (answer,) = bot.slack.workspace.private(ANA)
    return drawing.message(answer.text, answer.blocks)


async def modal(bot: Running, over: View | None = None) -> View:
    def top() -> View | None:
        found = bot.slack.workspace.top_view(ANA)
        return found if found is not over else None

    found = await bot.slack.workspace.until(top)
    assert found is not None
    return found


async def searched(bot: Running) -> str:
    await bot.slack.shortcut(ANA, "ask_docent")
    return drawing.view((await modal(bot)).payload)


async def asked_in_modal(bot: Running) -> View:
    await bot.slack.shortcut(ANA, "ask_docent")
    view = await modal(bot)
    await bot.slack.submit(view, {modals.WORDS: {modals.WORDS: {"type": "plain_text_input", "value": COMPARE}}})
    return view


async def found(bot: Running) -> str:
    return drawing.view((await asked_in_modal(bot)).payload)


async def where(bot: Running) -> str:
    answer = await asked_in_modal(bot)
    await bot.slack.press(ANA, answer, action_ids.SHARE_TO)
    return drawing.view((await modal(bot, answer)).payload)


async def refused(bot: Running, *errors: str) -> str:
    for error in errors:
        bot.slack.faults.add("chat.postMessage", Fault("refuse", error=error))
    question = await bot.slack.ask(ANA, GENERAL, COMPARE)
    space = bot.slack.workspace
    message, *_ = await space.until(lambda: space.thread(GENERAL, question.ts)[1:] or space.private(ANA))
    return drawing.message(message.text, message.blocks)


async def shortcut(bot: Running) -> str:
    message = await bot.slack.say(BEN, GENERAL, COMPARE)
    await bot.slack.shortcut(ANA, "answer_message", message)
    return drawing.view((await modal(bot)).payload)


async def pressed(bot: Running, button: str, value: str = "") -> str:
    await bot.slack.command(ANA, GENERAL, COMPARE)
    (answer,) = bot.slack.workspace.private(ANA)
    await bot.slack.press(ANA, answer, button, value)
    return drawing.view((await modal(bot)).payload)


async def shared(bot: Running) -> str:
    await bot.slack.command(ANA, GENERAL, COMPARE)
    (answer,) = bot.slack.workspace.private(ANA)
    await bot.slack.press(ANA, answer, action_ids.SHARE)
    (message,) = await bot.slack.workspace.until(bot.slack.workspace.by_bot)
    return drawing.message(message.text, message.blocks)


async def opened(bot: Running) -> str:
    question = await bot.slack.ask(ANA, GENERAL, "what are the advantages of filter coffee?")
    (reply,) = await bot.replies(question)
    await bot.slack.press(ANA, reply, action_ids.MORE)
    await bot.slack.workspace.until(lambda: action_ids.LESS in str(reply.blocks))
    return drawing.message(reply.text, reply.blocks)


async def unhelpful(bot: Running) -> str:
    question = await bot.slack.ask(ANA, GENERAL, COMPARE)
    (reply,) = await bot.replies(question)
    await bot.slack.press(ANA, reply, action_ids.FEEDBACK, "1:down")
    return drawing.view((await modal(bot)).payload)


async def home(bot: Running, user: str) -> str:
    for text in (COMPARE, STRANGE):
        await bot.replies(await bot.slack.ask(user, GENERAL, text))
    await bot.slack.open_home(user)
    view = await bot.slack.workspace.until(lambda: bot.slack.workspace.homes.get(user))
    assert view is not None
    return drawing.view(view.payload)


async def settings(bot: Running) -> str:
    await bot.slack.command(ANA, GENERAL, "settings")
    return drawing.view((await modal(bot)).payload)


async def joined(bot: Running) -> str:
    space = bot.slack.workspace
    space.add_channel("C0NEW", "new", members={ANA})
    await bot.slack.join(space.bot_user, "C0NEW")
    (card,) = await space.until(space.by_bot)
    return drawing.message(card.text, card.blocks)


async def handed_over(bot: Running) -> str:
    question = await bot.slack.ask(ANA, GENERAL, STRANGE)
    (reply,) = await bot.replies(question)
    await bot.slack.press(ANA, reply, action_ids.ASK_HUMAN)
    (message,) = await bot.slack.workspace.until(lambda: bot.slack.workspace.by_bot(HELP))
    return drawing.message(message.text, message.blocks)


async def step(bot: Running, question: str) -> str:
    execution = await bot.slack.run_step("answer_question", {"question": question})
    ended = bot.slack.workspace.executions
    await bot.slack.workspace.until(lambda: ended[execution])
    found = {"error": ended[execution].get("error")} | ended[execution].get("outputs", {})
    return "\n".join(f"{name}: {value}" for name, value in found.items())


CONNECTING = {"auth.test", "apps.connections.open"}
"""Calls that Docent makes before anybody does anything."""
SURFACES: dict[str, Scene] = {
    "mention": lambda bot: said(bot, COMPARE),
    "mention_long": lambda bot: said(bot, "what are the advantages of filter coffee?"),
    "mention_long_opened": opened,
    "mention_declined": lambda bot: said(bot, STRANGE),
    "mention_unsure": lambda bot: said(bot, "espresso"),
    "mention_not_helpful": unhelpful,
    "thread": lambda bot: said(bot, "what are the advantages of espresso?", follow_up="and the disadvantages?"),
    "direct": lambda bot: said(bot, "what is espresso?", DIRECT),
    "command": lambda bot: commanded(bot, COMPARE),
    "command_declined": lambda bot: commanded(bot, STRANGE),
    "command_help": lambda bot: commanded(bot, "help"),
    "command_topics": lambda bot: commanded(bot, "topics"),
    "command_settings": settings,
    "command_why": lambda bot: pressed(bot, action_ids.WHY),
    "command_source": lambda bot: pressed(bot, action_ids.SOURCE),
    "command_shared": shared,
    "modal": searched,
    "modal_answer": found,
    "modal_share": where,
    "refused_table": lambda bot: refused(bot, "invalid_blocks"),
    "refused_blocks": lambda bot: refused(bot, "invalid_blocks", "invalid_blocks"),
    "refused": lambda bot: refused(bot, "not_in_channel"),
    "shortcut": shortcut,
    "home": lambda bot: home(bot, BEN),
    "home_admin": lambda bot: home(bot, ANA),
    "joined": joined,
    "experts": handed_over,
    "workflow": lambda bot: step(bot, COMPARE),
    "workflow_declined": lambda bot: step(bot, STRANGE),
    "workflow_failed": lambda bot: step(bot, ""),
}


@pytest.mark.parametrize("transport", ["socket", "http"])
@pytest.mark.parametrize("name", SURFACES)
def test_what_each_surface_shows_and_which_calls_it_takes(tmp_path: Path, name: str, transport: str) -> None:
    found: list[str] = []
    options = Options(
        signing_secret=SIGNING_SECRET,
        patience=QUICK,
        store_pause=0.02,
        house=House(experts={"": HELP}),
        problems=lambda: ("drinks.md:9: the cell is empty",),
        texts=lambda: {"drinks.md": DRINKS},
    )

    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", transport, core=core, options=options) as bot:
            found.append(await SURFACES[name](bot))
        calls = Counter(call.method for call in bot.slack.api.calls if call.method not in CONNECTING)
        found.append(
            "\n".join(f"-> {method}{f' x{times}' if times > 1 else ''}" for method, times in sorted(calls.items()))
        )

    run(scene())
    # How sure the words of the built-in phrasings make it, and their version, are no part of what is shown.
    steady = re.sub(r"((?i:confidence):\*?|\bat) [01]?\.\d+", r"\1 N", "\n".join(filter(None, found))).replace(
        core().knowledge.version[:12], "V"
    )
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("UPDATE"):
        path.write_text(f"{steady}\n", "utf-8")
    assert f"{steady}\n" == path.read_text("utf-8")


def test_no_snapshot_is_left_of_a_surface_that_is_gone() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(SURFACES)
