"""A mistake in the content, as a value: collected, printed and never raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake that an author can mend."""

    file: str
    """Path of the file relative to its content folder."""
    line: int
    """Line of the mistake, counted from 1."""
    message: str
    """What is wrong, in one sentence."""
    hint: str = ""
    """What to do about it; empty where the message says so already."""

    def __str__(self) -> str:
        """``file:line: message`` with the hint behind it, as compilers print it."""
        text = f"{self.file}:{self.line}: {self.message}"
        return f"{text} ({self.hint})" if self.hint else text
