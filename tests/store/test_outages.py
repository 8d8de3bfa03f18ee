"""While the store cannot be written, claims fail soon, nothing is half done, and it heals by itself."""

from __future__ import annotations

import asyncio
import logging
import resource
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.store.errors import StoreUnavailable
from bot.store.exchanges import Exchanges
from bot.store.records import Outcome
from tests.store.questions import outcome, question

_QUICK = {"busy_seconds": 0.05, "patience": 1.0}

_HOLDER = """
import sqlite3, sys
conn = sqlite3.connect(sys.argv[1], isolation_level=None)
conn.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "docent.db"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Another process holds the lock."""
    command = [sys.executable, "-c", _HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        yield
        holder.stdin.close()


@contextmanager
def _full(_: Path) -> Iterator[None]:
    """No file may grow: what a full disk looks like from inside."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def _overwritten(path: Path) -> Iterator[None]:
    """The beginning of the file is overwritten, and put right again."""
    with path.open("r+b") as file:
        magic = file.read(16)
        file.seek(0)
        file.write(bytes(16))
        file.flush()
        yield
        file.seek(0)
        file.write(magic)


@contextmanager
def _replaced(path: Path) -> Iterator[None]:
    """Another file lies in its place for a time."""
    aside = path.with_name("aside.db")
    path.rename(aside)
    path.write_text("not a database " * 20)
    yield
    aside.replace(path)


async def _healed(call: Callable[[], Awaitable[object]]) -> None:
    """Try again as Slack does, until it goes."""
    for _ in range(100):
        try:
            await call()
        except StoreUnavailable:
            await asyncio.sleep(0.05)
        else:
            return
    pytest.fail("the store did not heal")


@pytest.mark.parametrize("outage", [_locked, _full, _overwritten, _replaced])
def test_claims_fail_while_it_cannot_be_written_and_go_on_after(
    path: Path, outage: Callable[[Path], AbstractContextManager[None]], caplog: pytest.LogCaptureFixture
) -> None:
    async def live() -> None:
        with Exchanges(path, **_QUICK) as store:  # type: ignore[arg-type]
            first = await store.claim(question(0))
            with outage(path):
                for number in range(1, 6):
                    with pytest.raises(StoreUnavailable):
                        await store.claim(question(number))
                store.later(question(50, surface="command"), outcome())
                await store.sent(first.id, "1")
                assert store.trouble is not None
            await _healed(lambda: store.claim(question(7)))
            # What was refused was not stored: its next delivery is a new question.
            assert all([(await store.claim(question(number))).new for number in range(1, 6)])
            assert not (await store.claim(question(7))).new
            rows = {row.event_id: row.state for row in await store.recent()}
            assert rows == {
                "Ev0": "sent",
                "Ev50": "sent",
                **{f"Ev{number}": "received" for number in (1, 2, 3, 4, 5, 7)},
            }
            assert store.trouble is None

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())

    told = [record.message for record in caplog.records if record.name == "bot.store.outage"]
    assert sum("cannot be written" in message for message in told) == 1
    assert sum("can be written again" in message for message in told) == 1


def _make_room(db: Database) -> None:
    db.execute("PRAGMA max_page_count = 1000000").fetchone()


def test_a_full_database_gives_no_claim_and_loses_none(path: Path) -> None:
    async def live() -> None:
        with Exchanges(path, **_QUICK) as store:  # type: ignore[arg-type]
            claimed = set()
            pages = store.writer.call(lambda db: db.execute("PRAGMA page_count").fetchone()[0], reads=True)
            store.writer.call(lambda db: db.execute(f"PRAGMA max_page_count = {pages + 20}").fetchone(), reads=True)
            refused = 0
            for number in range(300):
                try:
                    claimed.add((await store.claim(question(number, question="long " * 200))).id)
                except StoreUnavailable:
                    refused += 1
                    if refused == 3:
                        break
            assert refused
            await _healed(lambda: asyncio.to_thread(store.writer.call, _make_room, reads=True))
            await _healed(lambda: store.claim(question(999)))
            assert {row.id for row in await store.recent(1000)} >= claimed

    asyncio.run(live())


def test_a_removed_file_is_put_back_with_all_that_it_held(path: Path) -> None:
    async def live() -> None:
        with Exchanges(path, **_QUICK) as store:  # type: ignore[arg-type]
            await store.claim(question(1))
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink()
            with pytest.raises(StoreUnavailable, match="was removed"):
                await store.claim(question(2))
            await _healed(lambda: store.claim(question(2)))
            assert not (await store.claim(question(1))).new
        with sqlite3.connect(path) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert conn.execute("SELECT event_id FROM exchanges ORDER BY id").fetchall() == [("Ev1",), ("Ev2",)]
        conn.close()
        assert not path.with_name("docent.db.rescued").exists()

    asyncio.run(live())


@asynccontextmanager
async def _held(store: Exchanges) -> AsyncIterator[None]:
    """The writing thread is kept busy, as by a slow disk."""
    begun, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(_: object) -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()

    store.writer.later(hold)
    await begun.wait()
    yield
    go_on.set()


def test_a_claim_given_up_before_it_began_is_never_stored(path: Path) -> None:
    async def live() -> None:
        with Exchanges(path, patience=0.1) as store:
            async with _held(store):
                with pytest.raises(StoreUnavailable, match="did not answer"):
                    await store.claim(question(1))
            assert await store.recent() == []
            assert (await store.claim(question(1))).new

    asyncio.run(live())


@pytest.mark.parametrize("reply", [None, outcome()], ids=["received", "about to be posted"])
def test_a_claim_committed_after_its_caller_gave_up_is_answered_once(path: Path, reply: Outcome | None) -> None:
    async def live() -> list[object]:
        loop = asyncio.get_running_loop()
        claims: list[asyncio.Task[object]] = []

        async def give_up() -> None:
            for claim in claims:
                claim.cancel()
            await asyncio.gather(*claims, return_exceptions=True)

        with Exchanges(path) as store:
            async with _held(store):
                # All three form one group after the pause: the claims have begun when their callers leave.
                claims += [asyncio.create_task(store.claim(question(number), reply)) for number in (1, 2)]
                await asyncio.sleep(0)
                slow = asyncio.create_task(
                    store.writer.run(lambda _: asyncio.run_coroutine_threadsafe(give_up(), loop).result())
                )
                await asyncio.sleep(0)
            await slow
            again = await asyncio.gather(*(store.claim(question(1), reply) for _ in range(8)))
            taken = [*await store.pending(), *await store.pending()]
            return [sum(claim.new for claim in again), [row.event_id for row in taken]]

    assert asyncio.run(live()) == [1, ["Ev2"]]


def test_more_than_can_be_kept_loses_the_oldest_and_says_so(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.writer._BACKLOG", 10)

    async def live() -> list[str]:
        with Exchanges(path, **_QUICK) as store:  # type: ignore[arg-type]
            with _locked(path):
                with pytest.raises(StoreUnavailable):
                    await store.claim(question(99))
                for number in range(15):
                    store.later(question(number, surface="command"), outcome())
                assert store.writer.waiting == 10
            await _healed(lambda: store.claim(question(99)))
            return [row.event_id for row in await store.recent()]

    assert asyncio.run(live()) == [*(f"Ev{number}" for number in range(5, 15)), "Ev99"]
    assert "lost from the log" in caplog.text


def test_a_mistake_in_one_piece_of_work_undoes_it_alone(path: Path) -> None:
    async def live() -> int:
        def mistaken(db: object) -> None:
            db.execute("DELETE FROM exchanges")  # type: ignore[attr-defined]
            raise KeyError(1)

        with Exchanges(path) as store:
            await store.claim(question(0))
            claims = [store.claim(question(number)) for number in (1, 2)]
            results = await asyncio.gather(claims[0], store.writer.run(mistaken), claims[1], return_exceptions=True)
            assert isinstance(results[1], KeyError)
            return len(await store.recent())

    assert asyncio.run(live()) == 3


def test_a_closed_store_says_that_it_is_closed(path: Path) -> None:
    async def live() -> None:
        store = Exchanges(path)
        store.close()
        store.close()
        with pytest.raises(StoreUnavailable, match="is closed"):
            await store.claim(question(1))

    asyncio.run(live())


def test_an_open_store_leaves_no_descriptor_behind(path: Path) -> None:
    with Exchanges(path):
        pass
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with Exchanges(path) as store:
            store.record(question(1, event_id="", ts="", client_msg_id=""), outcome())

    assert len(list(Path("/proc/self/fd").iterdir())) == before
