"""A forgotten person leaves nothing behind."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.exchanges import Exchanges
from bot.store.log import Log
from bot.store.people import forget
from tests.store.questions import outcome, question


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def _talk(store: Exchanges) -> None:
    for number in range(40):
        person = "UGONE" if number % 2 else "USTAYS"
        claimed = await store.claim(question(number, user=person, question=f"a word of {person}"))
        await store.complete(claimed.id, outcome(), sending=True)
        await store.sent(claimed.id, "1")


def test_no_byte_of_a_forgotten_person_stays_in_any_file(tmp_path: Path) -> None:
    async def live() -> None:
        with Exchanges(tmp_path / "docent.db") as store:
            await _talk(store)
            assert _bytes(tmp_path).count(b"UGONE") > 0

            assert await forget(store, "T1", "UGONE") == 20

            assert _bytes(tmp_path).count(b"UGONE") == 0
            assert _bytes(tmp_path).count(b"USTAYS") > 0
            assert [row.user for row in await store.recent(100)] == ["USTAYS"] * 20
            assert (await store.claim(question(40))).id == 41
            assert not (await store.claim(question(0))).new

    asyncio.run(live())


def test_the_same_person_in_another_team_is_left_alone(tmp_path: Path) -> None:
    async def live() -> int:
        with Exchanges(tmp_path / "docent.db") as store:
            await _talk(store)
            return await forget(store, "T2", "UGONE")

    assert asyncio.run(live()) == 0


def test_a_reader_that_holds_the_old_file_is_told_of(tmp_path: Path) -> None:
    async def live() -> None:
        with Exchanges(tmp_path / "docent.db", busy_seconds=0.05) as store:
            await _talk(store)
            with Log(tmp_path / "docent.db") as log:
                log._db.conn.execute("BEGIN")
                log._db.conn.execute("SELECT * FROM exchanges").fetchone()
                with pytest.raises(StoreUnavailable, match="still reads the old file"):
                    await forget(store, "T1", "UGONE")
                log._db.conn.execute("COMMIT")
            assert await forget(store, "T1", "UGONE") == 0
            assert _bytes(tmp_path).count(b"UGONE") == 0

    asyncio.run(live())
