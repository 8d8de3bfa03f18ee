"""The command from outside: one line, a clean end, mistakes told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]


def started(*words: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    command = [sys.executable, "-m", "bot", "playground", *words]
    return subprocess.Popen(command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_the_address_is_one_line_and_a_signal_ends_it_cleanly(name: str) -> None:
    with started("--port", "0") as run:
        assert run.stdout is not None
        line = run.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        with urlopen(address) as page:
            assert b"<title>Docent playground</title>" in page.read()
        run.send_signal(signal.Signals[name])
        rest, errors = run.communicate(timeout=10)

    assert (run.returncode, rest, errors) == (0, "", "")


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_what_is_no_port_is_told(port: str) -> None:
    with started(f"--port={port}") as run:
        _, errors = run.communicate(timeout=10)

    assert run.returncode == 2
    assert f'"{port}" is not a port.' in errors
