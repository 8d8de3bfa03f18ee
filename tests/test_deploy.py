"""What stands in deploy/ against the code: commands, ports, variables, paths, users. No engine is needed for it."""

from __future__ import annotations

import configparser
import json
import re
import shlex
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.main import COMMANDS, ERROR, main
from bot.settings import Settings, names

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"


def instructions(stage: int) -> list[tuple[str, str]]:
    """The Dockerfile's instructions in one of its stages, continued lines joined."""
    text = re.sub(r"\\\n\s*", "", (DEPLOY / "Dockerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    stages: list[list[tuple[str, str]]] = []
    for line in lines:
        name, _, rest = line.partition(" ")
        if name == "FROM":
            stages.append([])
        stages[-1].append((name, rest))
    return stages[stage]


def given(stage: int, name: str) -> list[str]:
    return [rest for each, rest in instructions(stage) if each == name]


def image_environment() -> dict[str, str]:
    return dict(pair.split("=", 1) for line in given(-1, "ENV") for pair in shlex.split(line))


@cache
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return read


@cache
def service() -> dict[str, list[tuple[str, str]]]:
    """The unit's sections; systemd lets a name stand several times."""
    found: dict[str, list[tuple[str, str]]] = {}
    section: list[tuple[str, str]] = []
    for line in (DEPLOY / "docent.service").read_text("utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = section = []
        elif line and not line.startswith("#"):
            name, _, value = line.partition("=")
            section.append((name, value))
    return found


def unit(name: str) -> list[str]:
    return [value for section in service().values() for each, value in section if each == name]


def test_the_image_is_built_of_a_python_that_is_supported() -> None:
    bases = [rest.split()[0] for stage in (0, 1) for rest in given(stage, "FROM")]
    supported = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text("utf-8"))

    assert len(set(bases)) == 1, "what is built with one Python does not run with another"
    (version,) = re.findall(r"python:(3\.\d+)-slim", bases[0])
    assert version in supported


def test_what_the_image_starts_and_asks_are_commands() -> None:
    (start,), (command,), (health,) = given(-1, "ENTRYPOINT"), given(-1, "CMD"), given(-1, "HEALTHCHECK")

    assert json.loads(start) == ["docent"]
    assert json.loads(command)[0] in COMMANDS
    asked = json.loads(health.partition("CMD ")[2])
    assert asked[0] == "docent"
    assert asked[1] in COMMANDS
    assert compose()["services"]["docent"]["healthcheck"]["test"] == ["CMD", *asked]
    assert '[project.scripts]\ndocent = "bot.cli.main:main"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_variables_that_are_set_are_read_and_can_be_used() -> None:
    of_image = {name: value for name, value in image_environment().items() if name.startswith(("DOCENT", "SLACK"))}
    of_unit = dict(pair.split("=", 1) for pair in unit("Environment"))
    commented = set(re.findall(r"#\s+(DOCENT_\w+|SLACK_\w+):", (DEPLOY / "compose.yaml").read_text("utf-8")))

    assert {*of_image, *of_unit, *commented} <= set(names())
    for variables in (of_image, of_unit):
        settings = Settings.read(variables, {})
        assert settings.database == Path(variables["DOCENT_DATABASE"])
    assert Settings.read(of_image, {}).health_port, "the image's health check asks a port that nobody serves"


def test_each_variable_is_in_the_guide_and_each_of_the_guide_is_read() -> None:
    guide = (DEPLOY / "README.md").read_text("utf-8")
    told = set(re.findall(r"\b(?:DOCENT|SLACK)_[A-Z]+(?:_[A-Z]+)*\b", guide))

    assert told == set(names())


def test_the_image_writes_where_its_user_may_and_where_the_volume_is() -> None:
    (user,), (volume,), (folder,) = given(-1, "USER"), given(-1, "VOLUME"), given(-1, "WORKDIR")
    made = " ".join(given(-1, "RUN"))
    service_of = compose()["services"]["docent"]

    assert Path(image_environment()["DOCENT_DATABASE"]).parent == Path(volume) == Path(folder)
    assert user != "root"
    assert re.search(rf"useradd .*--home-dir {volume} {user}\b", made)
    assert re.search(rf"install -d -o {user} -g {user} -m 0700 {volume}\b", made)
    (mounted, at) = service_of["volumes"][0].split(":")
    assert at == volume
    assert mounted in compose()["volumes"]
    assert service_of["read_only"]
    assert service_of["env_file"] == "docent.env"


def test_compose_builds_what_stands_there() -> None:
    build = compose()["services"]["docent"]["build"]
    context = (DEPLOY / build["context"]).resolve()

    assert context == ROOT
    assert (context / build["dockerfile"]) == DEPLOY / "Dockerfile"
    copied = [word for line in given(0, "COPY") for word in line.split()[:-1]]
    assert all((context / name).exists() for name in copied)


def test_the_service_starts_what_the_guide_installs() -> None:
    (start,) = unit("ExecStart")
    program, command = start.split()
    guide = (DEPLOY / "README.md").read_text("utf-8")
    (variables,) = unit("EnvironmentFile")

    assert f"python3 -m venv {program.removesuffix('/bin/docent')}\n" in guide
    assert command in COMMANDS
    assert variables in guide
    (state,) = unit("StateDirectory")
    assert unit("WorkingDirectory") == [f"/var/lib/{state}"]
    assert dict(pair.split("=", 1) for pair in unit("Environment"))["DOCENT_DATABASE"].startswith(f"/var/lib/{state}/")


def test_the_service_is_a_unit_and_does_not_start_again_what_only_a_person_can_mend(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / "docent.service").read_text("utf-8"))
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xapp-not-that-one")

    assert {"Unit", "Service", "Install"} == set(parser.sections())
    assert unit("RestartPreventExitStatus") == [str(ERROR)]
    assert main(["run"]) == ERROR
    assert "SLACK_BOT_TOKEN" in capsys.readouterr().err


def test_the_image_carries_a_package_that_answers(tmp_path: Path) -> None:
    """The build stage, step by step, in a folder that holds no more than it copies; the dependencies are there already."""
    source, built = tmp_path / "src", tmp_path / "built"
    steps = [(name, rest) for name, rest in instructions(0) if name in ("COPY", "RUN")]
    for name, rest in steps:
        if name == "COPY":
            *files, target = rest.split()
            for file in files:
                to = source / target / ("" if (ROOT / file).is_dir() or not target.endswith("/") else Path(file).name)
                to.parent.mkdir(parents=True, exist_ok=True)
                subprocess.run(["cp", "-r", ROOT / file, to], check=True)
        elif rest.endswith(" ."):
            options = [word for word in rest.split()[2:-1] if word.startswith("-")]
            wheel: list[str | Path] = [
                sys.executable,
                "-m",
                "pip",
                "wheel",
                *options,
                "--no-index",
                "-q",
                "-w",
                built,
                ".",
            ]
            subprocess.run(wheel, check=True, cwd=source)
        else:
            assert "--require-hashes -r requirements.txt" in rest
            assert (source / "requirements.txt").is_file()
    (made,) = built.glob("docent-*.whl")
    with zipfile.ZipFile(made) as packed:
        packed.extractall(tmp_path / "site")
    program = "import sys; from bot.cli.main import main; sys.exit(main(['ask', 'advantages of docker']))"
    environment = {"PYTHONPATH": str(tmp_path / "site")}
    asked = subprocess.run(
        [sys.executable, "-c", program], cwd=built, env=environment, capture_output=True, check=False
    )

    assert asked.returncode == 0, asked.stderr
