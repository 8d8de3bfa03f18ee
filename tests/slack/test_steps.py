"""The workflow step ends exactly once, completed or failed, whatever goes wrong meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.slack.playground import payloads
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json
from bot.store.records import Incoming, Outcome
from tests.slack.harness import QUESTION, Running, connected, docent, run, stand_in, workspace
from tests.slack.test_store_outage import locked

STEP = "answer_question"


async def ended(bot: Running, question: str = QUESTION) -> Json:
    execution = await bot.slack.run_step(STEP, {"question": question})
    return await end_of(bot.slack, execution)


async def end_of(slack: StandIn, execution: str) -> Json:
    await slack.workspace.until(lambda: slack.workspace.executions[execution])
    return slack.workspace.executions[execution]


def calls(slack: StandIn) -> list[tuple[str, str]]:
    return [(one.method, one.error) for one in slack.api.calls if one.method.startswith("functions.")]


@pytest.mark.parametrize(
    "fault", [Fault("status", 503), Fault("dropped"), Fault("refuse", error="internal_error")], ids=str
)
def test_what_slack_has_not_taken_is_told_again(tmp_path: Path, fault: Fault) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("functions.completeSuccess", fault)
            assert (await ended(bot))["outputs"]["answered"] is True
            assert {method for method, _ in calls(bot.slack)} == {"functions.completeSuccess"}

    run(scene())


@pytest.mark.parametrize("fault", [Fault("lost_reply"), Fault("html"), Fault("truncated")], ids=str)
def test_a_completion_whose_reply_was_lost_is_not_turned_into_a_failure(tmp_path: Path, fault: Fault) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("functions.completeSuccess", fault)
            found = await ended(bot)
            await until_stored(bot, "sent")

            assert "error" not in found
            assert {method for method, _ in calls(bot.slack)} == {"functions.completeSuccess"}

    run(scene())


def test_outputs_that_slack_does_not_take_fail_the_step_with_a_reference(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db") as bot:
            bot.slack.faults.add("functions.completeSuccess", Fault("refuse", error="parameter_validation_failed"))
            found = await ended(bot)
            await until_stored(bot, "failed")

            assert "logged as" in found["error"]
            assert [method for method, _ in calls(bot.slack)] == [
                "functions.completeSuccess",
                "functions.completeError",
            ]
            assert any("parameter_validation_failed" in record.getMessage() for record in caplog.records)

    run(scene())


def test_while_the_store_is_down_the_step_is_completed_all_the_same(tmp_path: Path) -> None:
    async def scene() -> None:
        async with workspace(tmp_path / "docent.db", store_patience=0.05) as bot:
            with locked(tmp_path / "docent.db"):
                found = await ended(bot)

            assert found["outputs"]["answered"] is True
            assert calls(bot.slack) == [("functions.completeSuccess", "")]

    run(scene())


@pytest.mark.parametrize("begun", [False, True])
def test_a_step_that_was_open_when_docent_stopped_is_ended_after_the_next_start(tmp_path: Path, *, begun: bool) -> None:
    async def scene() -> None:
        database = tmp_path / "docent.db"
        async with stand_in() as slack:
            payload = payloads.function_executed(slack.workspace, STEP, {"question": QUESTION})
            execution = payload["event"]["function_execution_id"]
            async with connected(slack, database) as bot:
                step = Incoming(team=slack.workspace.team, user="", surface="workflow", question=QUESTION, ts=execution)
                claim = await bot.exchanges.claim(step)
                if begun:
                    outcome = Outcome.of(docent().ask(QUESTION), text="", content_version="", milliseconds=0.0)
                    await bot.exchanges.complete(claim.id, outcome, sending=True)
            async with connected(slack, database):
                found = await end_of(slack, execution)

            assert found["outputs"]["answered"] is True
            assert calls(slack) == [("functions.completeSuccess", "")]
            assert slack.workspace.by_bot() == []

    run(scene())


async def until_stored(bot: Running, state: str) -> None:
    for _ in range(200):
        if [row.state for row in await bot.exchanges.recent()] == [state]:
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"the step is not {state}")
