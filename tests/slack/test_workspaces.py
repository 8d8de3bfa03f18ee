"""Several workspaces: installed through the page, each answered with its own token, and forgotten when they leave."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot.show import action_ids
from bot.slack.app import Options
from bot.slack.installing import REDIRECT
from bot.slack.playground import payloads
from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.installs import CLIENT_ID, CLIENT_SECRET
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import APP_TOKEN, Call
from bot.slack.playground.workspace import Message, Workspace
from bot.slack.rooms import House
from bot.slack.serve import Connection, serve
from bot.store.channels import Channels, ChannelSettings
from bot.store.errors import StoreRefused
from bot.store.exchanges import Exchanges
from bot.store.installations import STATE_SECONDS, Installation, Installations
from bot.store.records import Incoming
from bot.store.vault import Vault
from tests.slack.harness import ANA, BEN, GENERAL, HELP, QUICK, docent, run, stand_in

KEY = "0" * 43 + "="
UNKNOWN = "how do I copy a file out of a container?"
ONE, TWO, ORG = "T0ONE", "T0TWO", "E0ORG"
EXPERTS = {ONE: HELP, TWO: "C0RANDOM"}


@dataclass(slots=True)
class Several:
    """A Slack with two workspaces, and Docent beside it, installed nowhere yet."""

    slack: StandIn
    one: StandIn
    two: StandIn
    database: Path
    exchanges: Exchanges = field(init=False)
    """While Docent runs."""
    base: str = ""
    """Where Docent has its install page."""
    told: list[str] = field(default_factory=list)

    async def install(self, place: str) -> tuple[int, str]:
        """Go through the pages as a person does; gives the status of the last and its address."""
        async with browser() as session:
            link = await self.begin(session, place)
            async with session.get(link, allow_redirects=False) as allowed:
                back = allowed.headers["Location"]
            async with session.get(back) as done:
                return done.status, back

    async def begin(self, session: aiohttp.ClientSession, place: str) -> str:
        """Open the install page; gives where its button leads."""
        async with session.get(f"{self.base}/slack/install", params={"team": place}) as page:
            cookie = page.cookies["slack-app-oauth-state"]
            assert cookie["secure"]
            assert cookie["httponly"]
            # A browser comes by HTTPS, where it gives a secure cookie back.
            session.headers["Cookie"] = f"slack-app-oauth-state={cookie.value}"
            found = re.search(r'href="([^"]+oauth[^"]+)"', await page.text())
            assert found is not None
            return found[1].replace("&amp;", "&")

    def calls(self, method: str, place: str) -> list[Call]:
        """The calls with a token of this place."""
        return [call for call in self.slack.api.called(method) if call.token.startswith(f"xoxb-{place}-")]


@asynccontextmanager
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


@asynccontextmanager
async def running(bot: Several, transport: str = "socket", key: str = KEY) -> AsyncIterator[None]:
    """Docent from its start to its stop."""
    stop = asyncio.Event()
    ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    connection = Connection(
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        key=key,
        transport="http" if transport == "http" else "socket",
        app_token=APP_TOKEN,
        signing_secret=SIGNING_SECRET,
        port=0,
        api_url=bot.slack.api_url,
    )

    def tell(line: str) -> None:
        bot.told.append(line)
        if "installed at" in line:
            bot.base = line.rsplit(maxsplit=1)[-1].removesuffix("/slack/install")
            bot.slack.api.installs.redirect_url = bot.base + REDIRECT
        if "Socket Mode" in line or "listens for Slack" in line:
            ready.set_result(None)

    options = Options(patience=QUICK, store_pause=0.02, house=House(experts=EXPERTS))
    bot.exchanges = Exchanges(bot.database)
    task = asyncio.create_task(serve(docent, bot.exchanges, connection, stop, tell, options=options))
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
        if transport == "http":
            sender = bot.slack.use_http(f"{bot.base}/slack/events")
            bot.one.transport = bot.two.transport = sender
        yield
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)
        bot.exchanges.close()


@asynccontextmanager
async def several(database: Path, organisation: str = "") -> AsyncIterator[Several]:
    async with stand_in() as slack:
        one = slack.beside(Workspace(ONE, "U0DOCENTONE", enterprise=organisation, first=100_000))
        two = slack.beside(Workspace(TWO, "U0DOCENTTWO", enterprise=organisation, first=200_000))
        if organisation:
            # Ids are never the same in two workspaces: an organisation's token finds the right one by them.
            two.workspace.add_channel("C0OTHER", "other", members={ANA, two.workspace.bot_user})
        yield Several(slack, one, two, database)


async def answers(space: StandIn, question: Message, count: int = 1) -> list[Message]:
    def found() -> list[Message]:
        return [
            one for one in space.workspace.thread(question.channel, question.ts) if one.user == space.workspace.bot_user
        ]

    await space.workspace.until(lambda: len(found()) >= count)
    return found()


async def emptied(bot: Several, team: str) -> None:
    """Wait until nothing of a workspace is stored."""
    async with asyncio.timeout(30):
        while await bot.exchanges.recent(team=team):  # noqa: ASYNC110 - the store tells nobody of a change
            await asyncio.sleep(0.01)


def contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.iterdir()]


@pytest.mark.parametrize("transport", ["socket", "http"])
def test_two_workspaces_install_it_and_each_is_answered_with_its_own_token(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot, transport):
            assert (await bot.install(ONE))[0] == 200
            assert (await bot.install(TWO))[0] == 200
            for team in (bot.one, bot.two):
                question = await team.ask(ANA, GENERAL, "what is a docker image?")
                (reply,) = await answers(team, question)
                assert "image" in reply.text.lower()
                await team.open_home(ANA)
                await team.workspace.until(partial(team.workspace.homes.get, ANA))

            for place in (ONE, TWO):
                assert len(bot.calls("chat.postMessage", place)) == 1
                assert len(bot.calls("views.publish", place)) == 1
            rows = await bot.exchanges.recent()
            assert [row.team for row in rows if row.question] == [ONE, TWO]

    run(scene())


def test_no_token_stands_in_clear_in_the_file(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot):
            await bot.install(ONE)
            tokens = [token.encode() for token in bot.slack.api.installs.tokens]

            assert len(tokens) == 1
            for content in contents(tmp_path):
                assert not any(token in content for token in tokens)
                assert CLIENT_SECRET.encode() not in content

    run(scene())


def test_a_wrong_key_is_refused_with_its_remedy_and_a_new_one_takes_over(tmp_path: Path) -> None:
    new = Fernet.generate_key().decode()

    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot:
            async with running(bot):
                await bot.install(ONE)
            with pytest.raises(
                StoreRefused, match=r"DOCENT_KEY is not the key .* write the new one before the old one"
            ):
                async with running(bot, key=new):
                    pass
            async with running(bot, key=f"{new},{KEY}"):
                pass
            # What was locked with the old key has been locked with the new one.
            async with running(bot, key=new):
                await answers(bot.one, await bot.one.ask(ANA, GENERAL, "what is a docker image?"))

    run(scene())


def test_a_workspace_that_throws_it_out_is_not_answered_and_leaves_nothing_behind(tmp_path: Path) -> None:
    database = tmp_path / "docent.db"

    async def scene() -> None:
        async with several(database) as bot, running(bot):
            await bot.install(ONE)
            await bot.install(TWO)
            for team in (bot.one, bot.two):
                await answers(team, await team.ask(ANA, GENERAL, "what is a docker image, please?"))
            chosen = Channels(bot.exchanges)
            await chosen.put(ONE, GENERAL, ChannelSettings("off"))
            await bot.one.uninstall()

            await emptied(bot, ONE)
            assert [row.team for row in await bot.exchanges.recent() if row.question] == [TWO]
            await chosen.let_go()
            assert chosen.of(ONE, GENERAL) == ChannelSettings()
            before = len(bot.slack.api.calls)
            await bot.one.ask(ANA, GENERAL, "what is a docker image?")
            await answers(bot.two, await bot.two.ask(BEN, GENERAL, "what is a docker container?"))

            assert {call.token.split("-")[1] for call in bot.slack.api.calls[before:]} == {TWO}
            stored = await bot.exchanges.writer.run(
                lambda db: list(db.query("SELECT place FROM installations")), reads=True
            )
            assert [row["place"] for row in stored] == [TWO]
            assert (await bot.install(ONE))[0] == 200
            await answers(bot.one, await bot.one.ask(ANA, GENERAL, "what is a docker image?"))

    run(scene())


def test_word_of_an_uninstallation_that_comes_after_the_next_installation_is_too_late(tmp_path: Path) -> None:
    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db") as exchanges:
            store = Installations(exchanges, Vault(KEY))
            new = Installation(ONE, "", "One", "xoxb-1", "B1", "U1", "chat:write", ANA, 1000.0)
            await store.put(new)

            assert await store.remove(ONE, "", at=900.0, erase=True) == ""
            assert store.of(ONE) == new
            assert await store.remove(ONE, "", at=1000.0, erase=False) == ONE
            assert store.of(ONE) is None

    run(scene())


def test_revoked_tokens_of_people_are_none_of_ours(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot):
            await bot.install(ONE)
            inner = {"type": "tokens_revoked", "tokens": {"oauth": [ANA]}}
            await bot.one.deliver(payloads.event(bot.one.workspace, inner))
            await answers(bot.one, await bot.one.ask(ANA, GENERAL, "what is a docker image?"))

    run(scene())


def test_what_the_second_workspace_asked_before_a_restart_is_answered_with_its_token(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot:
            async with running(bot):
                await bot.install(ONE)
                await bot.install(TWO)
            question = bot.two.workspace.post(GENERAL, ANA, "what is a docker image?")
            incoming = Incoming(TWO, ANA, "mention", question.text, channel=GENERAL, thread=question.ts, ts=question.ts)
            with Exchanges(bot.database) as before:
                await before.claim(incoming)
            async with running(bot):
                await answers(bot.two, question)

            assert len(bot.calls("chat.postMessage", TWO)) == 1
            assert not bot.calls("chat.postMessage", ONE)
            assert not bot.one.workspace.by_bot()

    run(scene())


def test_a_token_that_was_revoked_while_docent_was_away_keeps_nothing_waiting(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot):
            await bot.install(ONE)
            await bot.install(TWO)
            bot.slack.api.installs.revoke(ONE)
            await bot.one.ask(ANA, GENERAL, "what is a docker image?")
            await answers(bot.two, await bot.two.ask(ANA, GENERAL, "what is a docker image?"))

            async def failed() -> list[str]:
                return [row.error for row in await bot.exchanges.recent(team=ONE) if row.state == "failed"]

            async with asyncio.timeout(30):
                while await failed() != ["token_revoked"]:  # noqa: ASYNC110 - the store tells nobody of a change
                    await asyncio.sleep(0.01)
            assert len(bot.slack.api.called("chat.postMessage")) == 2

    run(scene())


def test_the_experts_of_each_workspace_get_its_questions(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot):
            await bot.install(ONE)
            await bot.install(TWO)
            (reply,) = await answers(bot.two, await bot.two.ask(ANA, GENERAL, UNKNOWN))
            await bot.two.press(ANA, reply, action_ids.ASK_HUMAN)
            space = bot.two.workspace
            (asked,) = await space.until(lambda: space.by_bot(EXPERTS[TWO]))
            space.post(EXPERTS[TWO], BEN, "With docker cp.", thread_ts=asked.ts)
            await bot.two.press(BEN, asked, action_ids.RESOLVE)
            await space.until(lambda: len(space.by_bot(GENERAL)) == 2)

            assert "docker cp" in str(space.by_bot(GENERAL)[-1].blocks)
            assert not bot.one.workspace.by_bot()
            assert len(bot.calls("chat.postMessage", TWO)) == 3

    run(scene())


def test_a_state_is_good_once_for_ten_minutes_and_in_the_browser_that_began(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db") as bot, running(bot), browser() as session:
            link = await bot.begin(session, ONE)
            async with session.get(link, allow_redirects=False) as allowed:
                back = allowed.headers["Location"]
            async with browser() as other, other.get(back) as refused:
                assert refused.status == 400
            async with session.get(back) as done:
                assert done.status == 200
            async with session.get(back) as again:
                assert again.status == 401
            async with session.get(re.sub(r"state=[^&]*", "state=forged", back)) as forged:
                assert forged.status == 400
            session.headers["Cookie"] = "slack-app-oauth-state=forged"
            async with session.get(re.sub(r"state=[^&]*", "state=forged", back)) as forged:
                assert forged.status == 401
            async with session.get(f"{bot.base}{REDIRECT}", params={"error": "access_denied"}) as cancelled:
                assert cancelled.status == 200
                assert "access_denied" in await cancelled.text()
            assert len(bot.slack.api.installs.tokens) == 1

    run(scene())


def test_a_state_expires(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 24, tzinfo=UTC)]

    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db") as exchanges:
            store = Installations(exchanges, Vault(KEY, lambda: now[0]), lambda: now[0])
            early, late = store.ticket(), store.ticket()
            now[0] += timedelta(seconds=STATE_SECONDS - 1)
            assert await store.redeem(early)
            now[0] += timedelta(seconds=2)
            assert not await store.redeem(late)
            # Another thing that the vault has locked is no state.
            assert not await store.redeem(Vault(KEY, lambda: now[0]).lock("xoxb-1"))

    run(scene())


def test_an_organisation_installs_it_once_for_all_of_its_workspaces(tmp_path: Path) -> None:
    async def scene() -> None:
        async with several(tmp_path / "docent.db", ORG) as bot, running(bot):
            assert (await bot.install(ORG))[0] == 200
            question = await bot.two.ask(ANA, "C0OTHER", "what is a docker image?")
            await answers(bot.two, question)
            assert len(bot.calls("chat.postMessage", ORG)) == 1
            await bot.two.uninstall(whole=True)
            await emptied(bot, TWO)
            before = len(bot.slack.api.calls)
            await bot.two.ask(ANA, "C0OTHER", "what is a docker image?")
            assert bot.slack.api.calls[before:] == []

    run(scene())
