"""A rule for how much of a unit: "how many years does X last?" asks for the row that counts years."""

from __future__ import annotations

from itertools import pairwise

from bot.catalogue.quantities import counts_in, speaks_in, unit_of
from bot.model.meaning import Meaning
from bot.understand.rules.scene import Draft, Scene

_ROWS = 2
"""Rows of one unit at most, if the unit is to say which row is meant."""


def measured(scene: Scene) -> list[Draft]:
    """The rows that count in the unit that is asked for, where no word names a row."""
    reading = scene.reading
    asked = [word for before, word in pairwise(reading.folded) if before in ("many", "much")]
    unit = unit_of(asked[0]) if asked and "how" in reading.folded else None
    if unit is None or reading.aspects or not reading.subjects:
        return []
    cells = [fact for subject in reading.subjects for fact in scene.catalogue.of(subject, "cell")]
    counted = tuple(fact for fact in cells if counts_in(fact.prose.plain, unit))
    facts = counted or tuple(fact for fact in cells if speaks_in(fact.prose.plain, unit))
    rows = tuple(dict.fromkeys(row for fact in facts for row in fact.aspects))
    return [Draft(Meaning("aspect", reading.subjects, rows), 0.9, facts)] if 0 < len(rows) <= _ROWS else []
