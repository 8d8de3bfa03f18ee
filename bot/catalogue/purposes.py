"""What a subject is meant for, where a table has a row on that."""

from __future__ import annotations

from bot.catalogue.lookups import Catalogue
from bot.model.facts import Fact

_SPOKEN = ("use case", "best for", "suited", "when to use", "ideal", "typical use")


def purpose(subject: str, catalogue: Catalogue) -> Fact | None:
    """The cell of the row whose aspect speaks of use; None where no row does."""
    for cell in catalogue.of(subject, "cell"):
        for aspect in cell.aspects:
            spoken = " ".join(alias.text.casefold() for alias in catalogue.aspects[aspect].aliases)
            if any(word in spoken for word in _SPOKEN):
                return cell
    return None
