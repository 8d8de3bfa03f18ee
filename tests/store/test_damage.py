"""A file that is damaged, foreign or in use is refused with its remedy, and never written on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store.errors import StoreInUse, StoreRefused
from bot.store.exchanges import Exchanges
from bot.store.log import Log
from bot.store.migrations import APPLICATION_ID, LATEST, MIGRATIONS, STEPS
from tests.store.questions import outcome, question


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound database of a few hundred exchanges, closed."""
    path = tmp_path / "docent.db"
    with Exchanges(path) as store:
        for number in range(300):
            store.later(question(number), outcome())
    return path


def _overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def _header(path: Path) -> None:
    _overwrite(path, 0, b"\x00" * 64)


def _middle(path: Path) -> None:
    pages = path.stat().st_size // 4096
    for page in range(pages // 3, pages):
        _overwrite(path, page * 4096, os.urandom(512))


def _halved(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def _cut(path: Path) -> None:
    os.truncate(path, 50)


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _text(path: Path) -> None:
    path.write_text("these are notes, and no database\n" * 20)


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()


def _newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {LATEST + 1}")
    conn.close()


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (_header, "is not an SQLite database"),
        (_middle, "is damaged"),
        (_halved, "is damaged"),
        (_cut, "is cut short"),
        (_emptied, "was emptied: it held 300 exchanges"),
        (_text, "is not an SQLite database"),
        (_foreign, "is a database of another program"),
        (_newer, "was written by a newer Docent"),
    ],
)
def test_a_file_that_is_not_sound_is_refused_and_left_as_it_was(
    path: Path, harm: Callable[[Path], None], message: str
) -> None:
    harm(path)
    before = path.read_bytes()

    with pytest.raises(StoreRefused, match=message) as refused:
        Exchanges(path)

    assert refused.value.remedy
    assert path.read_bytes() == before


def test_a_log_that_lost_its_end_is_noticed_and_ids_are_not_given_twice(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    older = path.read_bytes()
    with Exchanges(path) as store:
        for number in range(300, 310):
            store.record(question(number), outcome())
    path.write_bytes(older)

    with Exchanges(path) as store:
        id_ = store.record(question(999), outcome())

    assert "ends with exchange 300 and once held 310" in caplog.text
    assert id_ == 311


def test_a_second_process_on_the_same_file_is_refused(path: Path) -> None:
    program = f"from bot.store.exchanges import Exchanges; Exchanges({str(path)!r})"

    with Exchanges(path) as store:
        second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        store.record(question(998), outcome())

    assert second.returncode != 0
    assert f"is in use by another Docent (process {os.getpid()})" in second.stderr


def test_the_file_is_free_again_after_its_store_is_closed_or_was_refused(path: Path) -> None:
    with Exchanges(path), pytest.raises(StoreInUse):
        Exchanges(path)
    with Exchanges(path) as store:
        assert store.trouble is None


@pytest.mark.parametrize("steps", range(LATEST))
def test_each_older_shape_is_brought_up_to_date_with_its_exchanges(tmp_path: Path, steps: int) -> None:
    path = tmp_path / "docent.db"
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    from sqlite_utils import Database

    db = Database(conn)
    MIGRATIONS.apply(db, stop_before=STEPS[steps].__name__)
    if steps:
        conn.execute(
            "INSERT INTO exchanges (team, surface, question, state, received_at)"
            " VALUES ('T1', 'mention', 'an old one', 'sent', '2026-01-01T00:00:00.000Z')"
        )
    conn.execute(f"PRAGMA user_version = {steps}")
    conn.close()
    if steps:
        with pytest.raises(StoreRefused, match="older Docent"):
            Log(path)

    with Exchanges(path) as store:
        store.record(question(1), outcome())

    with Log(path) as log:
        assert [row.question for row in log.recent()] == ["an old one"] * bool(steps) + [question(1).question]


def test_reading_a_log_that_is_not_there_says_so_and_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match="There is no log yet"):
        Log(tmp_path / "none.db")

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("harm", [_header, _foreign, _cut, _text])
def test_reading_a_file_that_is_no_log_of_ours_is_refused(path: Path, harm: Callable[[Path], None]) -> None:
    harm(path)

    with pytest.raises(StoreRefused):
        Log(path)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match="Is a directory"):
        Exchanges(tmp_path)
