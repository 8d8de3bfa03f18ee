"""The package as it is installed elsewhere: with its content inside."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_the_wheel_answers_from_any_folder_with_the_content_that_it_carries(tmp_path: Path) -> None:
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("docent-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    program = "import sys; from bot.cli.main import main; sys.exit(main(['ask', 'advantages of docker']))"
    asked = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert asked.returncode == 0, asked.stderr
    assert "Fast startup" in asked.stdout
    assert (tmp_path / "site" / "bot" / "shipped" / "knowledge").is_dir()
    assert (tmp_path / "site" / "bot" / "shipped" / "manifest.json").is_file()
