"""An exchange from its question to its place in the log."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.context import Context
from bot.store.exchanges import Exchanges, stamp
from bot.store.log import Log
from bot.store.records import Incoming, Outcome
from bot.store.rows import Exchange
from tests.store.questions import MEANING, OTHER, answered, declined, outcome, question


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "docent.db"


async def _answer(store: Exchanges, incoming: Incoming, stored: Outcome | None = None) -> int:
    claimed = await store.claim(incoming)
    await store.complete(claimed.id, stored or outcome(), sending=True)
    await store.sent(claimed.id, f"posted-{claimed.id}")
    return claimed.id


def test_an_answered_question_is_logged_in_full(path: Path) -> None:
    async def ask() -> Exchange | None:
        with Exchanges(path) as store:
            id_ = await _answer(store, question(enterprise="E1"))
            return await store.explain(id_)

    row = asyncio.run(ask())

    assert row is not None
    assert (row.team, row.enterprise, row.channel, row.user, row.surface) == ("T1", "E1", "C1", "U1", "mention")
    assert (row.state, row.status, row.intent, row.meaning) == ("sent", "answered", "aspect", MEANING.id)
    assert (row.subjects, row.aspects, row.confidence) == (("kettle", "pot"), ("boiling-time",), 0.9)
    assert [(one.meaning, one.confidence) for one in row.runners_up] == [(OTHER.id, 0.3)]
    assert row.sources == answered().answer.sources
    assert (row.content_version, row.milliseconds, row.attempts) == ("c0ffee", 0.4, 1)
    assert row.posted_ts == "posted-1"
    assert row.answered_at is not None
    assert row.sent_at is not None
    assert row.received_at <= row.answered_at <= row.sent_at


@pytest.mark.parametrize("reply", [answered(), declined()])
def test_how_a_question_was_understood_is_read_back_as_it_was(path: Path, reply: object) -> None:
    async def ask() -> Exchange | None:
        with Exchanges(path) as store:
            return await store.explain(await _answer(store, question(), outcome(reply)))  # type: ignore[arg-type]

    row = asyncio.run(ask())

    assert row is not None
    assert row.understanding == reply.understanding  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "again",
    [
        question(1),
        question(2, event_id="Ev1"),
        question(2, ts=question(1).ts),
        question(2, client_msg_id="client-1"),
    ],
    ids=["the same delivery", "the event id", "the message", "the client's message id"],
)
def test_a_repetition_is_known_by_each_of_its_keys(path: Path, again: Incoming) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            first = await store.claim(question(1))
        with Exchanges(path) as store:
            second = await store.claim(again)
            assert second.id == first.id
            return [first.new, second.new]

    assert asyncio.run(ask()) == [True, False]


def test_keys_of_a_repetition_are_known_from_then_on(path: Path) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            # One gesture under two ts, and the mention event of the second one, which has no client id.
            one = await store.claim(question(1))
            two = await store.claim(question(2, client_msg_id="client-1"))
            three = await store.claim(question(3, ts=question(2).ts, client_msg_id=""))
            return [one.new, two.new, three.new]

    assert asyncio.run(ask()) == [True, False, False]


def test_the_same_ids_in_another_team_or_channel_are_another_question(path: Path) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            claims = [
                await store.claim(question(1)),
                await store.claim(question(1, team="T2", event_id="Ev2")),
                await store.claim(question(1, channel="C2", event_id="Ev3", client_msg_id="")),
            ]
            return [claim.new for claim in claims]

    assert asyncio.run(ask()) == [True, True, True]


def test_questions_without_keys_are_never_repetitions(path: Path) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            plain = question(1, ts="", event_id="", client_msg_id="", surface="terminal")
            return [(await store.claim(plain)).new for _ in range(3)]

    assert asyncio.run(ask()) == [True, True, True]


def test_of_64_deliveries_at_once_one_is_answered(path: Path) -> None:
    async def ask() -> tuple[int, int]:
        with Exchanges(path) as store:
            forms = [question(1), question(2, ts=question(1).ts), question(3, client_msg_id="client-1")]
            claims = await asyncio.gather(*(store.claim(forms[turn % 3]) for turn in range(64)))
            return sum(claim.new for claim in claims), len(await store.recent())

    assert asyncio.run(ask()) == (1, 1)


def test_ids_rise_in_the_order_of_arrival(path: Path) -> None:
    async def ask() -> list[str]:
        with Exchanges(path) as store:
            await asyncio.gather(*(store.claim(question(number)) for number in range(100)))
            return [row.event_id for row in await store.recent(100)]

    assert asyncio.run(ask()) == [f"Ev{number}" for number in range(100)]


def test_the_next_turn_inherits_from_the_latest_reply_of_its_conversation(path: Path) -> None:
    async def ask() -> list[object]:
        with Exchanges(path) as store:
            thread = question(1).thread
            found: list[object] = [await store.previous("T1", "C1", thread)]
            first = await _answer(store, question(1))
            found.append(await store.previous("T1", "C1", thread))
            later = await store.claim(question(2, thread=thread))
            found.append(await store.previous("T1", "C1", thread, before=later.id))
            found.append(await store.previous("T1", "C1", thread, before=first))
            found.append(await store.previous("T1", "C2", thread))
            await store.complete(later.id, outcome(declined()))
            found.append(await store.previous("T1", "C1", thread))
            return found

    assert asyncio.run(ask()) == [None, Context(MEANING), Context(MEANING), None, None, None]


def test_an_old_conversation_is_left_alone_where_asked(path: Path) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    async def ask() -> list[object]:
        with Exchanges(path, clock=lambda: now - timedelta(hours=2)) as store:
            await _answer(store, question(1))
        with Exchanges(path, clock=lambda: now) as store:
            thread = question(1).thread
            return [await store.previous("T1", "C1", thread, within=timedelta(hours=hours)) for hours in (1, 3)]

    assert asyncio.run(ask()) == [None, Context(MEANING)]


def test_docent_is_in_a_thread_once_it_was_named_there(path: Path) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            thread = question(1).thread
            found = [await store.engaged("T1", "C1", thread)]
            claimed = await store.claim(question(1))
            found.append(await store.engaged("T1", "C1", thread))
            await store.complete(claimed.id, outcome())
            found.append(await store.mark_sending(claimed.id))
            found.append(await store.mark_sending(claimed.id))
            await store.sent(claimed.id, "1")
            found.append(await store.engaged("T1", "C1", thread))
            found.append(await store.engaged("T2", "C1", thread))
            return found

    assert asyncio.run(ask()) == [False, True, True, False, True, False]


@pytest.mark.parametrize(("surface", "inside"), [("mention", True), ("button", True), ("ambient", False)])
def test_only_whoever_has_turned_to_docent_has_brought_it_into_a_thread(
    path: Path, surface: str, *, inside: bool
) -> None:
    async def ask() -> list[bool]:
        with Exchanges(path) as store:
            claimed = await store.claim(question(1, surface=surface))
            found = [await store.engaged("T1", "C1", question(1).thread)]
            await store.ignore(claimed.id, "it came too late")
            return [*found, await store.engaged("T1", "C1", question(1).thread)]

    assert asyncio.run(ask()) == [inside, False]


def _state(row: Exchange) -> tuple[str, str]:
    return row.state, row.error


def test_an_exchange_without_a_reply_says_why(path: Path) -> None:
    async def ask() -> list[tuple[str, str]]:
        with Exchanges(path) as store:
            for number in range(4):
                await store.claim(question(number))
            await store.fail(1, "channel_not_found")
            await store.ignore(2, "too old")
            await store.doubt(3, "no answer")
            await store.sent(4, "1")
            await store.fail(4, "too late to fail")
            return [_state(row) for row in await store.recent()]

    assert asyncio.run(ask()) == [
        ("failed", "channel_not_found"),
        ("ignored", "too old"),
        ("unknown", "no answer"),
        ("sent", ""),
    ]


def test_the_log_is_read_beside_the_bot_and_after_it(path: Path) -> None:
    async def ask() -> None:
        now = datetime(2026, 3, 1, tzinfo=UTC)
        with Exchanges(path, clock=lambda: now) as store:
            await _answer(store, question(1))
            now += timedelta(days=1)
            await _answer(store, question(2), outcome(declined()))
            await _answer(store, question(3, user="U2"))
            with Log(path) as log:
                assert [row.id for row in log.recent()] == [1, 2, 3]
            # The bot goes on writing, and the log goes on reading.
            await _answer(store, question(4))

    asyncio.run(ask())
    with Log(path) as log:
        assert [row.id for row in log.recent(2)] == [3, 4]
        assert [row.id for row in log.recent(unanswered=True)] == [2]
        assert [row.id for row in log.recent(user="U2", team="T1")] == [3]
        assert [row.id for row in log.recent(since=datetime(2026, 3, 1, 12, tzinfo=UTC))] == [2, 3, 4]
        assert log.explain(99) is None


def test_whole_exchanges_are_stored_at_once_or_later(path: Path) -> None:
    with Exchanges(path) as store:
        id_ = store.record(question(1, surface="terminal", ts="", event_id="", client_msg_id=""), outcome())
        store.later(question(2, surface="command", ts="", event_id="trigger", client_msg_id=""), outcome())
    with Log(path) as log:
        assert [(row.id, row.surface, row.state) for row in log.recent()] == [
            (id_, "terminal", "sent"),
            (id_ + 1, "command", "sent"),
        ]


def test_the_files_are_for_their_owner_alone(path: Path) -> None:
    with Exchanges(path) as store:
        store.record(question(1), outcome())
        modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()}

        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert len(modes) == 4
        assert set(modes.values()) == {0o600}


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the test


@given(text=st.text(st.characters()) | st.just("\ud800 half a pair \x00"), ids=st.text(st.characters(), max_size=20))
def test_any_text_is_stored_and_read_back(shared: Callable[[], Exchanges], text: str, ids: str) -> None:
    store = shared()
    reply = answered()

    id_ = store.record(question(1, question=text, user=ids, event_id="", ts="", client_msg_id=""), outcome(reply))

    row = store.writer.call(lambda db: next(db.query("SELECT question, user FROM exchanges WHERE id = ?", [id_])))
    assert row["question"] == text.encode("utf-8", "replace").decode()
    assert row["user"] == ids.encode("utf-8", "replace").decode()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Exchanges]:
    store = Exchanges(tmp_path_factory.mktemp("any") / "docent.db")
    return lambda: store
