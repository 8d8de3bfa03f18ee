"""Built matchers on disk, so that a start with much content need not build again. Losing the cache costs time only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understand.matching import storage

if TYPE_CHECKING:
    from bot.understand.matching.matcher import Matcher

_KEPT = 8
"""How many bodies of content are kept; of more, those unused for longest are removed."""


def user_cache() -> Path:
    """The folder for caches of this person, as the XDG rules have it."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "docent"


class MatcherCache:
    """Matchers by the version of the content that they were built from."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when it is first needed."""
        self._folder = folder

    def load(self, version: str) -> Matcher | None:
        """The matcher of a content version (``Knowledge.version``); None where there is none, or none that can be read."""
        file = self._file(version)
        try:
            data = file.read_bytes()
            matcher = storage.read(data)
            os.utime(file)
        except (OSError, ValueError):
            return None
        return matcher

    def save(self, version: str, matcher: Matcher) -> None:
        """Keep a matcher, whole or not at all. A folder that cannot be written is no error."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(storage.write(matcher))
                Path(name).replace(self._file(version))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self._tidy()

    def _file(self, version: str) -> Path:
        return self._folder / f"{version}-{storage.FORM}.matcher"

    def _tidy(self) -> None:
        files = sorted(self._folder.glob("*.matcher"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[_KEPT:]:
            file.unlink(missing_ok=True)
