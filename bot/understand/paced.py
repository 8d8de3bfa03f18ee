"""More and less of a row that is named elsewhere: "faster", of a row that tells times, and "X? Who needs more?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.quantities import quantity
from bot.understand.reading import Reading
from bot.understand.spots import AspectSlot

_SOONER = frozenset("fast faster fastest quick quicker quickest soon sooner soonest rapid shorter shortest".split())
_LATER = frozenset("slow slower slowest longer longest later latest".split())


def paced(reading: Reading, catalogue: Catalogue) -> Reading:
    """A clause that names nothing but rows of times, with less or more of them asked for where it says "faster" or "slower"."""
    words = (_SOONER | _LATER) & {*reading.folded}
    if not words or not reading.aspects or any(slot.sense or slot.amount for slot in reading.aspects):
        return reading
    if not all(_of_times(slot.id, catalogue) for slot in reading.aspects):
        return reading
    sooner = bool(_SOONER & words)
    slots = tuple(AspectSlot(slot.id, slot.sense, "less" if sooner else "more") for slot in reading.aspects)
    left = tuple(part for part in reading.content if part.text not in words)
    claim = tuple(part for part in reading.claim if part.text not in words)
    which = reading.opening in ("what", "who", "", "which")
    return replace(reading, aspects=slots, content=left, claim=claim, opening="which" if which else reading.opening)


def more_of(reading: Reading, aspects: Sequence[AspectSlot]) -> Reading:
    """A sentence that asks who has more, or less, and not of what, with the aspects that the message names before."""
    more, less = {"more", "most"} & {*reading.folded}, {"less", "least", "fewer"} & {*reading.folded}
    if (
        not (more or less)
        or reading.opening not in ("which", "who", "what")
        or any(not part.filler for part in reading.claim)
    ):
        return reading
    slots = tuple(replace(slot, amount="more" if more else "less") for slot in aspects)
    return replace(reading, aspects=slots, opening="which")


def _of_times(aspect: str, catalogue: Catalogue) -> bool:
    cells = [fact for fact in catalogue.on(aspect) if fact.kind == "cell"]
    return bool(cells) and all((found := quantity(cell.prose.plain)) and found.kind == "time" for cell in cells)
