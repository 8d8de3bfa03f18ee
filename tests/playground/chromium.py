"""Chromium for the tests of the page: found, or installed where the machine lets us, and started.

``python -m tests.playground.chromium`` is what ``make test`` runs once. It never fails: where no Chromium can be had,
the tests of the page are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage"
).split()
MISSING = "no Chromium here, and none could be installed: apt-get install chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_QUIET = {"DEBIAN_FRONTEND": "noninteractive", "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
_LIMITED = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15", "-o", "Acquire::https::Timeout=15"]
_TRIES = 3


def found() -> str:
    """The path of a Chromium on this machine, or ""."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    home = Path.home()
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    folders = [Path(named)] if named else [home / ".cache/ms-playwright", home / "Library/Caches/ms-playwright"]
    for folder in folders:
        for program in ("chrome", "headless_shell", "chrome-headless-shell", "Chromium"):
            for file in sorted(folder.glob(f"chromium*/**/{program}")):
                if file.is_file() and os.access(file, os.X_OK):
                    return str(file)
    return ""


def install() -> str:
    """Install one where there is none: Debian's, else Playwright's own. Gives its path, or ""."""
    apt = shutil.which("apt-get")
    if not found() and apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = [apt, *_LIMITED, "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
        if not _ran(packages, 240) and _ran([apt, *_LIMITED, "update", "--quiet"], 60):
            _ran(packages, 240)
    if not found():
        _ran([sys.executable, "-m", "playwright", "install", "chromium"], 180)
    return found()


def _ran(command: list[str], seconds: float) -> bool:
    try:
        done = subprocess.run(
            command,
            env=os.environ | _QUIET,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


class CannotStart(Exception):  # noqa: N818 - the tests are skipped for it, and it says why
    """Chromium is there, and does not run here."""


@contextmanager
def started() -> Iterator[Browser]:
    """A headless Chromium with a profile of its own; a start that fails is tried again.

    Raises:
        CannotStart: it never did.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = _launched(playwright.chromium)
        try:
            yield browser
        finally:
            browser.close()


def _launched(chromium: BrowserType) -> Browser:
    from playwright.sync_api import Error

    said = ""
    for _ in range(_TRIES):
        try:
            return chromium.launch(executable_path=found(), args=FLAGS, timeout=30_000)
        except Error as error:
            said = str(error).strip().splitlines()[0]
    message = f"Chromium does not start here: {said}"
    raise CannotStart(message)


if __name__ == "__main__":
    if not install():
        print(f"{MISSING}. The tests of the playground's page are skipped.", file=sys.stderr)
