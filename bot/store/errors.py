"""What can go wrong with the store, each with its way out."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot be used. ``str()`` is one or two sentences fit for a terminal, the remedy last."""

    def __init__(self, message: str, remedy: str = "") -> None:
        """Hold what is wrong and what to do about it."""
        super().__init__(f"{message} {remedy}" if remedy else message)
        self.message = message
        self.remedy = remedy


class StoreUnavailable(StoreError):  # noqa: N818 - it names a state that passes, as readers will say it
    """The store cannot be written for now: locked, full, damaged or gone. It heals without a restart."""


class StoreRefused(StoreError):  # noqa: N818 - as above
    """The file is damaged, foreign or from a newer Docent, and is never written on."""


class StoreInUse(StoreError):  # noqa: N818 - as above
    """Another process has the store open for writing."""
