"""A playground as a newcomer starts it, and headless Chromium in front of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.playground import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).parents[2]
WAIT = 45_000.0
"""Milliseconds that the page has for anything: a busy machine takes its time."""


@contextmanager
def served(*words: str, said: Sequence[str] = ()) -> Iterator[str]:
    """`docent playground` from its start to a clean end; gives its address. ``said``: what it prints beside that."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    command = [sys.executable, "-m", "bot", "playground", "--port", "0", *words]
    with subprocess.Popen(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        try:
            line = run.stdout.readline()
            yield next(word for word in line.split() if word.startswith("http"))
            run.send_signal(signal.SIGINT)
            # Not communicate(): it passes over what came together with the first line.
            rest, errors = run.stdout.read(), run.stderr.read()
            run.wait(timeout=60)
        except BaseException:
            run.kill()
            raise
    assert (run.returncode, rest.splitlines()) == (0, list(said)), "one line is all that it prints by itself"
    assert "Traceback" not in errors


@contextmanager
def looked_at(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh visit to the page, with whatever is wrong on it told at its end."""
    from playwright.sync_api import expect

    expect.set_options(timeout=WAIT)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(WAIT)
    opened = context.new_page()
    wrong: list[str] = []
    elsewhere: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "400" not in message.text and "example.invalid" not in message.text:
            wrong.append(message.text)

    opened.on("console", said)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith(address) else elsewhere.append(request.url))
    opened.goto(address)
    expect(opened.get_by_role("heading", name="What to try")).to_be_visible()
    yield opened
    assert wrong == [], "the page has no mistake, and breaks no policy"
    assert elsewhere == [], "no request leaves the machine"
    context.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; without one the test is skipped, and says why. Not for longer: its loop would be in the way of others."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test installs it")
    if not chromium.found():
        pytest.skip(chromium.MISSING)
    try:
        with chromium.started() as opened:
            yield opened
    except chromium.CannotStart as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A playground that the tests of one module share."""
    with served() as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A visit to it."""
    with looked_at(browser, address) as opened:
        yield opened
