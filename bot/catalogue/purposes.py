"""What a subject is meant for, where a table has a row on that."""

from __future__ import annotations

from bot.catalogue.lookups import Catalogue
from bot.model.facts import Fact


def purpose(subject: str, catalogue: Catalogue) -> Fact | None:
    """The cell of the row whose aspect speaks of use; None where no row does."""
    cells = catalogue.of(subject, "cell")
    return next((cell for cell in cells if not catalogue.of_use.isdisjoint(cell.aspects)), None)
