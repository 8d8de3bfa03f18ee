"""The playground as its tests run it: the real bot, the real stand-in, a temporary store, over HTTP on loopback."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.docent import Docent
from bot.slack.live import LiveContent
from bot.slack.playground.run import Setting, play
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import BOT_TOKEN
from bot.store.content import Content
from tests.slack.harness import stand_in

ROOT = Path(__file__).parents[2]
MANIFEST = json.loads((ROOT / "deploy" / "manifest.json").read_text("utf-8"))
ANA, BEN, GENERAL, DIRECT = "U0ANA", "U0BEN", "C0GENERAL", "D0ANA"
QUESTION = "@docent whats the diffrence between a vm and a docker container?"
Frame = tuple[str, dict[str, Any]]
Ask = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
OPTION = {"text": {"type": "plain_text", "text": "One"}, "value": "one"}
FORM = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "label": {"type": "plain_text", "text": "Words"},
            "element": {"type": "plain_text_input", "action_id": "words", "initial_value": "before"},
        },
        {
            "type": "actions",
            "block_id": "chosen",
            "elements": [
                {"type": "static_select", "action_id": "one", "options": [OPTION]},
                {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}},
            ],
        },
    ],
}


@dataclass(slots=True)
class Stream:
    """What the page of one person hears."""

    frames: list[Frame] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self, response: aiohttp.ClientResponse) -> None:
        kind = ""
        async for raw in response.content:
            line = raw.decode().rstrip("\n")
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: "):
                self.frames.append((kind, json.loads(line.removeprefix("data: "))))
                self.news.set()

    def all(self, kind: str) -> list[dict[str, Any]]:
        return [data for each, data in self.frames if each == kind]

    async def until(self, kind: str, fits: Callable[[dict[str, Any]], object] = bool) -> dict[str, Any]:
        """The first frame of this kind that fits, as soon as it is there."""
        async with asyncio.timeout(60):
            while True:
                self.news.clear()
                for data in self.all(kind):
                    if fits(data):
                        return data
                await self.news.wait()


@dataclass(slots=True)
class Open:
    """A playground that is open."""

    url: str
    line: str
    session: aiohttp.ClientSession
    said: asyncio.Queue[str]
    """Lines that it prints later."""

    async def do(self, deed: str, user: str = ANA, **given: Any) -> dict[str, Any]:
        """One thing that a person does, with the answer; it must be taken."""
        status, answer = await self.tried(deed, user, **given)
        assert status == 200, answer
        return answer

    async def tried(self, deed: str, user: str = ANA, **given: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}page/{deed}", json={"user": user, **given}) as response:
            return response.status, await response.json()

    async def call(self, method: str, **given: Any) -> dict[str, Any]:
        """One call of the Web API, as the bot makes it."""
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
        async with self.session.post(f"{self.url}api/{method}", json=given, headers=headers) as response:
            found: dict[str, Any] = await response.json()
            return found

    @asynccontextmanager
    async def seen(self, user: str = ANA) -> AsyncIterator[Stream]:
        stream = Stream()
        async with self.session.get(f"{self.url}page/events", params={"user": user}) as response:
            assert response.status == 200
            reading = asyncio.create_task(stream.read(response))
            try:
                await stream.until("ready", lambda _: True)
                yield stream
            finally:
                reading.cancel()


def content(knowledge: Path = ROOT / "knowledge", intents: Path = ROOT / "intents") -> LiveContent:
    return LiveContent(Content(knowledge, intents, {}), lambda read: Docent(read.knowledge))


@asynccontextmanager
async def playground(live: LiveContent | None = None, port: int = 0, **more: Any) -> AsyncIterator[Open]:
    stop, said = asyncio.Event(), asyncio.Queue[str]()
    setting = Setting(port, manifest=MANIFEST, **more)
    playing = asyncio.create_task(play(live or content(), setting, stop, said.put_nowait))
    line = await asyncio.wait_for(said.get(), 60)
    url = next(word for word in line.split() if word.startswith("http"))
    async with aiohttp.ClientSession() as session:
        try:
            yield Open(url, line, session, said)
        finally:
            stop.set()
            await asyncio.wait_for(playing, 60)


def called(scene: Callable[[StandIn, Ask], Coroutine[Any, Any, None]]) -> None:
    """A stand-in alone, with its Web API to call: no bot is there."""

    async def whole() -> None:
        async with stand_in() as slack, aiohttp.ClientSession() as session:

            async def ask(method: str, **given: Any) -> dict[str, Any]:
                headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
                async with session.post(f"{slack.api_url}{method}", json=given, headers=headers) as response:
                    found: dict[str, Any] = await response.json()
                    return found

            await scene(slack, ask)

    asyncio.run(whole())
