"""The command `docent run` as a process of its own, connected to the stand-in, killed and started again."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.slack.playground.delivery import SIGNING_SECRET
from bot.slack.playground.faults import Fault
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.web_api import APP_TOKEN, BOT_TOKEN
from tests.slack.harness import ANA, GENERAL, QUESTION, ROOT, run, shown, stand_in


@asynccontextmanager
async def docent_run(
    slack: StandIn, folder: Path, transport: str, ready: str = "", said: list[str] | None = None, **more: str
) -> AsyncIterator[Process]:
    environment = more | {
        "PATH": os.environ["PATH"],
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": slack.api_url,
        "DOCENT_DATABASE": str(folder / "docent.db"),
        "DOCENT_TRANSPORT": transport,
        "DOCENT_PORT": "0",
        **({"SLACK_APP_TOKEN": APP_TOKEN} if transport == "socket" else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        line = ""
        ready = ready or ("is connected" if transport == "socket" else "http://")
        async with asyncio.timeout(60):
            while ready not in line:
                line = (await process.stdout.readline()).decode()
                if said is not None:
                    said.append(line)
                assert line, (await process.stderr.read()).decode()
        if transport == "http":
            slack.use_http(line[line.index("http") :].split()[0])
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.mark.parametrize("transport", ["socket", "http"])
def test_it_answers_until_it_is_told_to_stop(tmp_path: Path, transport: str) -> None:
    async def scene() -> None:
        async with stand_in() as slack, docent_run(slack, tmp_path, transport) as process:
            question = await slack.ask(ANA, GENERAL, QUESTION)
            await slack.workspace.until(slack.workspace.by_bot)
            (reply,) = slack.workspace.by_bot()
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(5):
                status = await process.wait()

            assert reply.thread_ts == question.ts
            assert '"table"' in shown(reply)
            assert status == 0

    run(scene())


def test_killed_again_and_again_it_answers_every_question_exactly_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stand_in(tries=60, patience=1.0, pause=0.1) as slack:
            asked = []
            for round_ in range(4):
                async with docent_run(slack, tmp_path, "socket") as process:
                    slack.faults.add("chat.postMessage", Fault("lost_reply"))
                    for number in range(8):
                        channel = f"C{round_}{number}"
                        slack.workspace.add_channel(channel, channel, members={ANA, "U0DOCENT"})
                        asked.append(asyncio.ensure_future(slack.ask(ANA, channel, "what is a docker image?")))
                    await asyncio.sleep(0.05 * round_)
                    process.kill()
                    await process.wait()
            async with docent_run(slack, tmp_path, "socket"):
                questions = await asyncio.gather(*asked)
                # All is acked: what is still owed is posted within the time that an interrupted posting takes.
                await slack.workspace.until(lambda: len(slack.workspace.by_bot()) >= len(questions), 20)
                await asyncio.sleep(1)
                answered = sorted(reply.thread_ts for reply in slack.workspace.by_bot())

            assert answered == sorted(question.ts for question in questions)

    run(scene())


def test_a_wrong_token_ends_it_with_a_remedy(tmp_path: Path) -> None:
    async def scene() -> None:
        async with stand_in() as slack:
            slack.api.token_works = False
            async with docent_run(slack, tmp_path, "socket", ready="Socket Mode") as process:
                assert process.stderr is not None
                async with asyncio.timeout(60):
                    told = (await process.stderr.read()).decode()
                    status = await process.wait()

            assert status == 2
            assert "SLACK_BOT_TOKEN" in told
            assert "Traceback" not in told

    run(scene())


def test_asked_for_its_health_it_says_whether_it_works(tmp_path: Path) -> None:
    async def ask(port: str, *more: str) -> tuple[int | None, str]:
        asked = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "health",
            *more,
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "DOCENT_HEALTH_PORT": port},
            stdout=PIPE,
            stderr=PIPE,
        )
        told, complaint = await asked.communicate()
        return asked.returncode, (told or complaint).decode()

    async def scene() -> None:
        said: list[str] = []
        async with stand_in() as slack:
            async with docent_run(slack, tmp_path, "socket", said=said, DOCENT_HEALTH_PORT="0"):
                (port,) = re.findall(r"says how it is on http://127.0.0.1:(\d+)/healthz", "".join(said))
                status, told = await ask(port, "--ready")
                assert status == 0
                assert '"connected": true' in told
            status, told = await ask(port)
            assert status == 1
            assert "nobody answers" in told

    run(scene())
