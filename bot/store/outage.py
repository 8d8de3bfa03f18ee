"""A time in which the store cannot be written: what is wrong, when it is tried again, and what is said of it."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from bot.store.errors import StoreError, StoreInUse, StoreRefused

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger(__name__)

LONGEST_PAUSE = 0.5
"""Seconds between two tries while the trouble may pass at any moment, as a lock does."""
_FIRST_PAUSE = 0.1
_REFUSED_PAUSE = 1.0
"""The same where a person has to do something first."""
_REMIND_SECONDS = 30.0


class Outage:
    """Begins with ``meet``, ends with ``over``. Read by any thread, changed by the writing one."""

    def __init__(self, path: Path) -> None:
        """Begin without trouble."""
        self._path = path
        self.trouble: StoreError | None = None
        self._since = 0.0
        self._told = 0.0
        self._pause = _FIRST_PAUSE
        self._retry_at = 0.0

    @property
    def pause(self) -> float:
        """Seconds until the next try; 0 where it may be made now."""
        return max(0.0, self._retry_at - time.monotonic()) if self.trouble else 0.0

    def meet(self, trouble: StoreError) -> None:
        """Something went wrong, once more perhaps. It is logged at once, and then every half minute."""
        now = time.monotonic()
        if self.trouble is None:
            self._since, self._pause = now, _FIRST_PAUSE
        if self.trouble is None or now - self._told >= _REMIND_SECONDS:
            self._told = now
            _LOG.error("The store cannot be written. %s", trouble)
        self.trouble = trouble
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        self._retry_at = now + (_REFUSED_PAUSE if isinstance(trouble, StoreRefused | StoreInUse) else self._pause)

    def over(self) -> None:
        """The store was written. Of no effect where there was no trouble."""
        if self.trouble is not None:
            _LOG.warning("%s can be written again, after %.1f seconds", self._path, time.monotonic() - self._since)
            self.trouble = None
