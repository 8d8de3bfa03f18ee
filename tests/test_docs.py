"""What the documents say is so: their transcripts, every command, every setting. ``pytest --update`` writes the transcripts."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS
from bot.settings import names

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DEPLOY = ROOT / "deploy" / "README.md"
_TRANSCRIPT = re.compile(r"(?m)^\$ docent (ask .+)\n((?s:.*?))^```$")


def answer(command: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCENT_", "SLACK_"))}
    asked = subprocess.run(
        [sys.executable, "-m", "bot", *shlex.split(command)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=kept | {"COLUMNS": "90", "PYTHONIOENCODING": "utf-8"},
    )
    return "\n".join(line.rstrip() for line in asked.stdout.splitlines()) + "\n"


def test_the_readme_shows_what_docent_answers(*, request: pytest.FixtureRequest) -> None:
    text = README.read_text("utf-8")
    written = _TRANSCRIPT.sub(lambda found: f"$ docent {found[1]}\n{answer(found[1])}```", text)
    if request.config.getoption("--update"):
        README.write_text(written, "utf-8")

    assert len(_TRANSCRIPT.findall(text)) >= 3
    assert README.read_text("utf-8") == written, "make docs writes the answers anew"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `docent {command}` |" in README.read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_every_setting_is_in_the_deployment_guide(name: str) -> None:
    assert f"| `{name}` |" in DEPLOY.read_text("utf-8")


@pytest.mark.parametrize("path", [README, DEPLOY], ids=["readme", "deploy"])
def test_links_within_the_project_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(((?!https?:)[^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / link).exists(), link
