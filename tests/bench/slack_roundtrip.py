"""Mentions through the real app, from Slack's delivery to the posted answer, beside a Bolt app that only echoes: one by
one, and many at once, each in a channel of its own.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import random
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from slack_bolt.async_app import AsyncApp

from bot.catalogue.examples import examples
from bot.content.compile import compile_content
from bot.docent import Docent
from bot.slack.app import Options, build_app
from bot.slack.playground import payloads
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import BOT_TOKEN
from bot.slack.playground.workspace import Message, Workspace
from bot.slack.serve import health, web_client
from bot.slack.transports.http import HttpTransport
from bot.slack.workspaces import Identity, Workspaces
from bot.store.exchanges import Exchanges

BLOCKS, ROUNDS = 30, 10
"""So many rounds of one bot, then of the next, and all of that so many times."""
AT_ONCE = 16
"""Mentions that are under way together in the rounds with many."""
QUESTION = "whats the diffrence between a vm and a docker container?"
ROOT = Path(__file__).parents[2]


class Side(NamedTuple):
    """A bot at its stand-in."""

    slack: StandIn
    waiting: Callable[[], int]
    """How much the bot has left to do."""


def main() -> dict[str, Any]:
    """Run all in turns in one process, and give the figures: the same question again and again, and always other words.

    ``after_start``: most answers are made for the first time. Later they are kept, but not the words of the questions.
    """
    logging.disable(logging.WARNING)
    return asyncio.run(_compare())


async def _compare() -> dict[str, Any]:
    questions = _asked()
    async with _ours() as ours, _echo(own_session=True) as echo, _echo(own_session=False) as shared:
        same, varied = cycle((QUESTION,)), cycle(questions)
        sides = {
            "ours_same": (ours, same),
            "ours_varied": (ours, varied),
            "echo": (echo, same),
            "echo_shared_session": (shared, same),
        }
        for side, texts in sides.values():
            for _ in range(30):
                await _round(side, texts, 1)
        after_start = await _blocks(sides, 1, ROUNDS)
        for _ in questions:
            await _round(ours, varied, 1)
        one_by_one = await _blocks(sides, 1, ROUNDS)
        at_once = await _blocks(sides, AT_ONCE, 1)
    return {
        "after_start": _figures(after_start),
        "one_by_one": _figures(one_by_one),
        f"{AT_ONCE}_at_once": _figures(at_once),
        "blocks": BLOCKS,
        "rounds_a_block": ROUNDS,
    }


async def _blocks(sides: Mapping[str, tuple[Side, Iterator[str]]], count: int, rounds: int) -> dict[str, list[float]]:
    """For each bot the median time of each block's rounds, of so many mentions each."""
    blocks: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(BLOCKS):
        for name, (side, questions) in sides.items():
            # Collected here, so that no side pays for what another has left.
            gc.collect()
            blocks[name].append(statistics.median([await _round(side, questions, count) for _ in range(rounds)]))
    return blocks


def _figures(blocks: dict[str, list[float]]) -> dict[str, Any]:
    return {
        **{f"{name}_ms": round(statistics.median(times) * 1000, 3) for name, times in blocks.items()},
        "same_to_echo": _ratio(blocks["ours_same"], blocks["echo"]),
        "varied_to_echo": _ratio(blocks["ours_varied"], blocks["echo"]),
        "same_to_echo_with_shared_session": _ratio(blocks["ours_same"], blocks["echo_shared_session"]),
        "varied_to_echo_with_shared_session": _ratio(blocks["ours_varied"], blocks["echo_shared_session"]),
    }


def _ratio(ours: list[float], theirs: list[float]) -> dict[str, float]:
    """Of neighbouring blocks: the median, and where half of them lie."""
    low, middle, high = statistics.quantiles([one / other for one, other in zip(ours, theirs, strict=True)], n=4)
    return {"median": round(middle, 3), "quartile_1": round(low, 3), "quartile_3": round(high, 3)}


def _asked() -> list[str]:
    """What the shipped content can be asked, in no order: more than are kept, so that none is found again."""
    texts = [example.text for example in examples(_docent().understander.catalogue)]
    random.Random(7).shuffle(texts)
    return texts


async def _round(side: Side, questions: Iterator[str], count: int) -> float:
    """Seconds from the first delivery to the last answer, of so many mentions at once."""
    slack = side.slack
    space = slack.workspace
    # A channel of its own for each question: Slack takes one message a second in one channel.
    channels = [space.next_id("C") for _ in range(count)]
    asked = []
    for channel in channels:
        space.add_channel(channel, channel, members={space.bot_user, "U0ANA"})
        asked.append(Message(space.next_ts(), channel, "U0ANA", f"<@{space.bot_user}> {next(questions)}"))
    space.messages[:] = asked
    events = [
        next(each for each in payloads.message_events(space, message) if each["event"]["type"] == "app_mention")
        for message in asked
    ]
    started = time.perf_counter()
    await asyncio.gather(*map(slack.deliver, events))
    await space.until(lambda: len(space.messages) == 2 * count)
    spent = time.perf_counter() - started
    for answer in space.messages[count:]:
        if "<@" not in answer.text and not answer.blocks:
            wrong = f"neither an echo nor an answer: {answer.text}"
            raise RuntimeError(wrong)
    # What is left to do behind the answer, as the record that it was posted, is done before the next one begins.
    while side.waiting():  # noqa: ASYNC110 - an event would cost the bot time that is measured
        await asyncio.sleep(0)
    # The stand-in keeps all that it was ever told, and would be the slower the longer it is asked.
    slack.api.calls.clear()
    for channel in channels:
        del space.channels[channel]
    return spent


@asynccontextmanager
async def _ours() -> AsyncIterator[Side]:
    with tempfile.TemporaryDirectory() as folder:
        slack = StandIn(Workspace())
        slack.api.methods.strict = False
        await slack.start()
        exchanges = Exchanges(Path(folder) / "docent.db")
        async with web_client(BOT_TOKEN, slack.api_url) as client:
            options = Options(signing_secret=SIGNING_SECRET)
            core = _docent()
            only = await Identity.of(client)
            app = build_app(lambda: core, exchanges, Workspaces(client, options.patience, only=only), options)
            transport = HttpTransport(app.bolt, SIGNING_SECRET, lambda: health(app), host="127.0.0.1", port=0)
            slack.use_http(await transport.start())
            yield Side(slack, lambda: app.parts.desk.waiting)
            await transport.stop()
            await app.close()
        exchanges.close()
        await slack.stop()


@asynccontextmanager
async def _echo(*, own_session: bool) -> AsyncIterator[Side]:
    slack = StandIn(Workspace())
    slack.api.methods.strict = False
    await slack.start()
    async with web_client(BOT_TOKEN, slack.api_url) as client:
        if own_session:
            client.session = None
        app = AsyncApp(client=client, signing_secret=SIGNING_SECRET)

        @app.event("app_mention")
        async def echo(event: dict[str, Any], say: Any) -> None:
            await say(text=event["text"], thread_ts=event["ts"])

        server = app.server(port=0, host="127.0.0.1")
        from aiohttp import web

        runner = web.AppRunner(server.web_app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        yield Side(slack, lambda: 0)
        await runner.cleanup()
    await slack.stop()


def _docent() -> Docent:
    texts = {
        folder: {path.name: path.read_text("utf-8") for path in sorted((ROOT / folder).iterdir())}
        for folder in ("knowledge", "intents")
    }
    return Docent(compile_content(texts["knowledge"], texts["intents"])[0])


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
