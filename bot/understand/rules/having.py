"""Yes or no, as a row says that a thing has what the row is called: "is X compliant?", "does X need a roof?"."""

from __future__ import annotations

from bot.catalogue.marks import Mark, has_any, mark_of
from bot.model.meaning import Meaning, Premise
from bot.understand.rules.scene import Draft, Scene


def has_it(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """Yes or no, as the one row that is asked of has it, where nothing else is said: "is X compliant?" of a row of marks,
    "does X need a roof?" of a row that says of another that it needs none.
    """
    reading = scene.reading
    if (
        len(named) != 1
        or len(reading.aspects) != 1
        or scene.sense()
        or (reading.graded and "any" not in reading.folded)
    ):
        return []
    cell = scene.catalogue.cell(reading.aspects[0].id, named[0])
    if cell is None or any(not part.filler and part.text not in _HAVING for part in reading.content):
        return []
    mark: Mark = mark_of(cell) if reading.opening == "yesno" and not reading.rest else ""
    if not mark and _HAVING & set(reading.folded):
        mark = has_any(scene.catalogue, reading.aspects[0].id, named[0])
    if not mark:
        return []
    so: Premise = "stated" if (mark == "yes") != reading.negated else "denied"
    meaning = Meaning("confirm", named, scene.aspects(), (cell.id,), premise=so, negated=reading.negated)
    return [Draft(meaning, 0.94, (cell,), strictness=0.4)]


_HAVING = frozenset(
    "have has need needs require requires there get gets give gives offer offers provide provides".split()
)
"""What asks whether a thing has what a row is called."""
