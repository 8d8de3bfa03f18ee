"""What was acked before a crash is answered after it, once; what may have been posted is not posted again."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.store.exchanges import Exchanges
from bot.store.log import Log
from tests.store.questions import outcome, question

_SENDER = """
import asyncio, os, sys
from bot.store.exchanges import Exchanges
from tests.store.questions import outcome, question

def say(word, number):
    # One write, so that a kill leaves a whole line or none, buffered or not.
    os.write(1, f"{word} {number}\\n".encode())

async def main(path, first):
    with Exchanges(path) as store:
        numbers = iter(range(first, first + 100_000))
        say("pid", os.getpid())

        async def ask():
            for number in numbers:
                # Every other question is stored together with its reply.
                known = outcome() if number % 2 else None
                claimed = await store.claim(question(number), known)
                say("acked", number)
                if known is None:
                    await store.complete(claimed.id, outcome(), sending=True)
                say("posted", number)
                await store.sent(claimed.id, "ts")

        await asyncio.gather(*(ask() for _ in range(4)))

# The imports are paid once: each process that is killed is a fork.
for line in sys.stdin:
    if not os.fork():
        asyncio.run(main(sys.argv[1], int(line)))
    os.wait()
    os.write(1, b"over\\n")
"""
_KILLS = 36


def test_nothing_acked_is_lost_and_nothing_posted_is_posted_again_over_many_kills(tmp_path: Path) -> None:
    path = tmp_path / "docent.db"
    chance = random.Random(7)
    seen: dict[str, set[str]] = {"acked": set(), "posted": set()}
    command = [sys.executable, "-c", _SENDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sender:
        assert sender.stdin is not None
        assert sender.stdout is not None
        for turn in range(_KILLS):
            sender.stdin.write(f"{turn * 100_000}\n")
            sender.stdin.flush()
            pid = int(sender.stdout.readline().split()[1])
            time.sleep(chance.uniform(0.0, 0.06))
            os.kill(pid, signal.SIGKILL)
            while (line := sender.stdout.readline()) != "over\n":
                word, _, number = line.rstrip().partition(" ")
                seen.get(word, set()).add(f"Ev{number}")
        sender.stdin.close()
    acked, posted = seen["acked"], seen["posted"]

    async def recover() -> tuple[set[str], set[str]]:
        with Exchanges(path) as store:
            again = {row.event_id for row in await store.pending()}
            return again, {row.event_id for row in await store.recent(10**6)}

    again, stored = asyncio.run(recover())

    assert len(acked) > _KILLS
    assert acked <= stored
    assert not again & posted
    with Log(path) as log:
        ended = {row.event_id: row.state for row in log.recent(10**6)}
    assert all(ended[event] in ("sent", "unknown") or event in again for event in acked)


@pytest.mark.parametrize(
    ("surface", "step", "state", "again"),
    [
        ("mention", "claimed", "received", True),
        ("direct", "started", "received", True),
        ("message", "completed", "received", True),
        ("mention", "sending", "unknown", False),
        ("mention", "sent", "sent", False),
        ("mention", "failed", "failed", False),
        ("mention", "ignored", "ignored", False),
        ("command", "claimed", "failed", False),
    ],
)
def test_after_a_restart_each_state_ends_as_it_should(
    tmp_path: Path, surface: str, step: str, state: str, *, again: bool
) -> None:
    path = tmp_path / "docent.db"

    async def before() -> None:
        with Exchanges(path) as store:
            id_ = (await store.claim(question(1, surface=surface))).id
            if step == "started":
                await store.start(id_)
            if step in ("completed", "sending", "sent"):
                await store.complete(id_, outcome(), sending=step != "completed")
            if step == "sent":
                await store.sent(id_, "1")
            if step == "failed":
                await store.fail(id_, "no")
            if step == "ignored":
                await store.ignore(id_, "old")
            assert await store.pending() == []

    async def after() -> tuple[bool, str, bool]:
        with Exchanges(path) as store:
            found = await store.pending()
            assert await store.pending() == []
            redelivered = await store.claim(question(1))
            row = await store.explain(1)
            assert row is not None
            return bool(found), row.state, redelivered.new

    asyncio.run(before())

    assert asyncio.run(after()) == (again, state, False)


def test_a_question_that_ends_the_process_each_time_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "docent.db"

    async def run() -> int:
        with Exchanges(path) as store:
            await store.claim(question(1))
            return len(await store.pending())

    assert [asyncio.run(run()) for _ in range(5)] == [0, 1, 1, 0, 0]
    with Log(path) as log:
        row = log.explain(1)
    assert row is not None
    assert (row.state, row.error) == ("failed", "given up after 3 attempts")


def test_a_question_that_is_claimed_with_its_reply_is_about_to_be_posted(tmp_path: Path) -> None:
    path = tmp_path / "docent.db"

    async def before() -> tuple[str, bool, bool]:
        with Exchanges(path) as store:
            claimed = await store.claim(question(1), outcome())
            again = await store.claim(question(1), outcome())
            known = await store.claim(question(2))
            late = await store.claim(question(2), outcome())
            row = await store.explain(known.id)
            assert row is not None
            assert (row.state, row.status) == ("received", None)
            return claimed.state, again.new, late.new

    async def after() -> tuple[list[int], str, str]:
        with Exchanges(path) as store:
            found = [row.id for row in await store.pending()]
            row = await store.explain(1)
            assert row is not None
            return found, row.state, row.reply_text

    assert asyncio.run(before()) == ("sending", False, False)
    assert asyncio.run(after()) == ([2], "unknown", outcome().reply_text)


def test_a_question_given_back_is_returned_once(tmp_path: Path) -> None:
    async def run() -> list[list[int]]:
        with Exchanges(tmp_path / "docent.db") as store:
            claimed = await store.claim(question(1))
            await store.complete(claimed.id, outcome(), sending=True)
            store.release(claimed.id)
            return [[row.id for row in await store.pending()] for _ in range(2)]

    assert asyncio.run(run()) == [[1], []]


class Life(RuleBasedStateMachine):
    """Deliveries, answers and crashes in any order, beside a model of what must be in the log."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "docent.db"
        self.store = Exchanges(self.path)
        self.states: dict[int, str] = {}
        self.held: set[int] = set()
        self.posts: dict[int, int] = {}
        self.loop = asyncio.new_event_loop()

    def teardown(self) -> None:
        self.store.close()
        self.loop.close()
        shutil.rmtree(self.folder)

    @rule(number=st.integers(0, 6), times=st.integers(1, 4))
    def deliver(self, number: int, times: int) -> None:
        async def claims() -> int:
            return sum(
                claim.new for claim in await asyncio.gather(*(self.store.claim(question(number)) for _ in range(times)))
            )

        new = self.loop.run_until_complete(claims())

        assert new == (number not in self.states)
        if new:
            self.states[number] = "received"
            self.held.add(number)

    def _id(self, number: int) -> int:
        return self.loop.run_until_complete(self.store.claim(question(number))).id

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def post(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.held)))
        self.loop.run_until_complete(self.store.complete(self._id(number), outcome(), sending=True))
        self.posts[number] = self.posts.get(number, 0) + 1
        self.states[number] = "sending"
        self.held.discard(number)

    @precondition(lambda self: "sending" in self.states.values())
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(n for n, state in self.states.items() if state == "sending")))
        self.loop.run_until_complete(self.store.sent(self._id(number), "ts"))
        self.states[number] = "sent"

    @rule()
    def crash(self) -> None:
        # The file as a killed process leaves it: the log beside it is not played in.
        image = self.folder / "image"
        image.mkdir()
        for file in self.folder.glob("docent.db*"):
            shutil.copy(file, image)
        self.store.close()
        for file in self.folder.glob("docent.db*"):
            file.unlink()
        for file in image.iterdir():
            shutil.move(file, self.folder / file.name)
        image.rmdir()
        self.store = Exchanges(self.path)
        again = self.loop.run_until_complete(self.store.pending())
        assert [row.event_id for row in again] == sorted(
            (f"Ev{number}" for number, state in self.states.items() if state == "received"),
            key=lambda event: self._id(int(event[2:])),
        ) or any(row.attempts > 1 for row in self.loop.run_until_complete(self.store.recent(100)))
        self.held = {int(row.event_id[2:]) for row in again}
        for number, state in self.states.items():
            if state == "sending":
                self.states[number] = "unknown"
            elif state == "received" and number not in self.held:
                self.states[number] = "failed"

    @invariant()
    def the_log_is_the_model(self) -> None:
        if hasattr(self, "store"):
            rows = self.loop.run_until_complete(self.store.recent(100))
            assert {int(row.event_id[2:]): row.state for row in rows} == self.states
            assert all(count == 1 for count in self.posts.values())


Life.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
test_claims_answers_and_crashes_in_any_order = Life.TestCase
