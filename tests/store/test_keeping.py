"""What is old goes, and what belongs to it; a copy is whole, of one moment, and never takes the place of a file unasked."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.store.backup import backup
from bot.store.errors import StoreRefused
from bot.store.escalations import Escalations
from bot.store.exchanges import Exchanges
from bot.store.feedback import Feedback, Opinion
from bot.store.keeping import drop_older, keep_tidy
from bot.store.log import Log
from bot.store.records import Incoming

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
WORD = "hippopotamus"


def asked(number: int, text: str = "what is this?") -> Incoming:
    place = {"channel": "C1", "thread": f"{number}.0", "ts": f"{number}.0"}
    return Incoming("T1", "U1", "mention", text, event_id=f"E{number}", **place)


async def ask_some(store: Exchanges, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        await store.claim(asked(number))


def rows(path: Path, table: str) -> int:
    reading = sqlite3.connect(path)
    try:
        return int(reading.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        reading.close()


def test_older_exchanges_go_with_all_that_belongs_to_them_and_their_words_leave_the_file(tmp_path: Path) -> None:
    path = tmp_path / "docent.db"
    now = [NOW - timedelta(days=100)]

    async def scene() -> None:
        with Exchanges(path, clock=lambda: now[0]) as store:
            for number in range(3):
                await store.fail((await store.claim(asked(number, WORD))).id, "no matter")
            Feedback(store).later(Opinion("T1", 1, "U2", "down", WORD))
            await Escalations(store).open(1, "T1", "U1", "C9")
            greeted = Incoming("T1", "", "message", "", event_id="joined T1 C1")
            await store.ignore((await store.claim(greeted)).id, "invited to a channel")
            waiting = (await store.claim(asked(7))).id
            now[0] = NOW
            await store.fail((await store.claim(asked(8))).id, "no matter")

            assert await drop_older(store, NOW - timedelta(days=90)) == 3
            assert await drop_older(store, NOW - timedelta(days=90)) == 0
            left = await store.recent()
            # What waits for its answer, the mark of a greeting, and what is young.
            assert [(row.id, row.ts) for row in left] == [(4, ""), (waiting, "7.0"), (6, "8.0")]
            assert (await store.claim(greeted)).new is False

    asyncio.run(scene())
    assert rows(path, "feedback") == rows(path, "escalations") == 0
    assert all(WORD.encode() not in file.read_bytes() for file in tmp_path.iterdir())


def test_more_than_goes_at_once_goes_all_the_same(tmp_path: Path) -> None:
    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db", clock=lambda: NOW) as store:
            await ask_some(store, 1100)
            await store.writer.run(lambda db: db.execute("UPDATE exchanges SET state = 'sent'"))

            assert await drop_older(store, NOW + timedelta(seconds=1)) == 1100

    asyncio.run(scene())


def test_it_is_done_at_the_start_and_again_and_again(tmp_path: Path) -> None:
    now = [NOW]

    async def scene() -> None:
        with Exchanges(tmp_path / "docent.db", clock=lambda: now[0]) as store:
            tidying = asyncio.create_task(keep_tidy(store, 30, every=0.01, clock=lambda: now[0]))
            for number in range(2):
                await store.fail((await store.claim(asked(number))).id, "no matter")
                now[0] += timedelta(days=31)
                async with asyncio.timeout(30):
                    while await store.recent():  # noqa: ASYNC110 - the store tells nobody of a change
                        await asyncio.sleep(0.01)
            tidying.cancel()

    asyncio.run(scene())


def test_a_copy_taken_while_it_is_written_is_whole_and_holds_what_was_there(tmp_path: Path) -> None:
    path, copy = tmp_path / "docent.db", tmp_path / "copy.db"
    stop = threading.Event()

    async def go_on(store: Exchanges) -> None:
        for number in range(100, 5000):
            if stop.is_set():
                break
            await store.claim(asked(number))

    with Exchanges(path) as store:
        asyncio.run(ask_some(store, 50))
        writing = threading.Thread(target=lambda: asyncio.run(go_on(store)))
        writing.start()
        try:
            copied = backup(path, copy)
        finally:
            stop.set()
            writing.join(60)

    assert copied.exchanges >= 50
    assert copied.bytes == copy.stat().st_size
    assert copy.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == ["copy.db"]
    with Log(copy) as log:
        assert [row.ts for row in log.recent(10_000)][:50] == [f"{number}.0" for number in range(50)]
    with Exchanges(copy) as restored:
        assert restored.trouble is None


def test_a_copy_takes_the_place_of_a_file_only_when_told(tmp_path: Path) -> None:
    path, copy = tmp_path / "docent.db", tmp_path / "copy.db"
    with Exchanges(path) as store:
        asyncio.run(ask_some(store, 50))
    copy.write_text("precious")

    with pytest.raises(StoreRefused, match=r"exists already\. Name another file, or say --force"):
        backup(path, copy)
    assert copy.read_text() == "precious"
    assert backup(path, copy, replace=True).exchanges == 50
    # Never onto itself.
    with pytest.raises(StoreRefused, match="exists already"):
        backup(path, path, replace=True)
    with pytest.raises(StoreRefused, match="does not exist"):
        backup(tmp_path / "nowhere.db", tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_the_command_copies_and_says_what_the_copy_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, copy = tmp_path / "docent.db", tmp_path / "copy.db"
    with Exchanges(path) as store:
        asyncio.run(ask_some(store, 3))
        command = ["backup", "--database", str(path), str(copy)]

        assert main(command) == 0
        assert "copy.db: 3 exchanges" in capsys.readouterr().out
        assert main(command) == 2
        assert "--force" in capsys.readouterr().err
        assert main([*command, "--force"]) == 0
