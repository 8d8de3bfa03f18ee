"""Secrets at rest: locked with a key that stands in the environment and never in the file."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.store.errors import StoreRefused

if TYPE_CHECKING:
    from collections.abc import Callable

_STATE = b"state "
_WRONG = "DOCENT_KEY is not the key that the tokens in the database were locked with."
_REMEDY = (
    "Set the key of then; to change it, write the new one before the old one, with a comma between. "
    "If it is lost, start with another database, and have Docent installed again."
)


class Vault:
    """Locks with the first of its keys, and opens with any of them."""

    def __init__(self, keys: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """``keys``: 32 bytes in URL-safe base64 each, with commas between.

        Raises:
            ValueError: one of them is none.
        """
        boxes = [Fernet(key.strip()) for key in keys.split(",") if key.strip()]
        self._all = MultiFernet(boxes)
        self._first = boxes[0]
        self._clock = clock

    def lock(self, secret: str) -> str:
        """A secret as it may be stored."""
        return self._first.encrypt(secret.encode()).decode("ascii")

    def open(self, locked: str) -> str:
        """The secret.

        Raises:
            StoreRefused: none of the keys opens it.
        """
        try:
            return self._all.decrypt(locked).decode()
        except InvalidToken:
            raise StoreRefused(_WRONG, _REMEDY) from None

    def is_old(self, locked: str) -> bool:
        """Whether it was locked with another key than the first."""
        try:
            self._first.decrypt(locked)
        except InvalidToken:
            return True
        return False

    def ticket(self) -> str:
        """Something that only this vault can have given, fit for an address and a cookie."""
        made = self._first.encrypt_at_time(_STATE + secrets.token_bytes(16), int(self._clock().timestamp()))
        return made.decode("ascii").rstrip("=")

    def knows(self, ticket: str, seconds: int) -> bool:
        """Whether this vault gave it at most so many seconds ago."""
        padded = ticket + "=" * (-len(ticket) % 4)
        try:
            found = self._all.decrypt_at_time(padded.encode(), seconds, int(self._clock().timestamp()))
        except (InvalidToken, ValueError):
            return False
        return found.startswith(_STATE)
