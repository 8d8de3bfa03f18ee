"""Where something was read: every fact, utterance and problem carries its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A run of lines in one file of the content."""

    file: str
    """Path of the file relative to its content folder, with forward slashes."""
    heading: str
    """Plain text of the nearest heading above the lines; empty before the first heading."""
    first_line: int
    """First line, counted from 1."""
    last_line: int
    """Last line, counted from 1 and included."""

    def __str__(self) -> str:
        """The place as people cite it: ``overview.md, "Key differences", lines 9-12``."""
        lines = (
            f"line {self.first_line}"
            if self.first_line == self.last_line
            else f"lines {self.first_line}-{self.last_line}"
        )
        return f'{self.file}, "{self.heading}", {lines}' if self.heading else f"{self.file}, {lines}"
