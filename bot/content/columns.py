"""What the names of columns say of their cells, in the words of ``kinds.yaml`` and of the authors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.content.words import key


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns, each as the form of its last word, or of its whole where it has several."""

    aspects: frozenset[str] = frozenset()
    """Whose cells are what is compared."""
    things: frozenset[str] = frozenset()
    """Whose cells are things to choose from."""
    winners: frozenset[str] = frozenset()
    """Whose cells say which of the things is ahead in a row, or is to be chosen for it."""

    @classmethod
    def of(cls, aspects: Iterable[str], things: Iterable[str], winners: Iterable[str]) -> Columns:
        """The names as they are written."""
        return cls(*(frozenset(" ".join(key(name)) for name in names) for names in (aspects, things, winners)))

    def tells_winner(self, header: str) -> bool:
        """Whether a column says who is ahead."""
        return " ".join(key(header)) in self.winners
