"""The rule for rows of a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.catalogue.quantities import speaks_in, unit_of
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.text import stem, words
from bot.understand.claims import STATED, matches
from bot.understand.reading import Reading
from bot.understand.rules.objects import in_between
from bot.understand.rules.scene import Draft, Scene, placeless, tells
from bot.understand.words import grammar

COUNTED = 0.65
"""Doubt where a number is asked for: "how many updates a year" is more than the row on updates tells."""


def aspect(scene: Scene) -> list[Draft]:
    """Rows of a comparison: of one subject or of several."""
    reading = scene.reading
    if not reading.aspects or reading.opening == "why":
        return []
    subjects = reading.subjects or scene.compared()
    facts = scene.on_aspects(subjects)
    if not facts:
        return []
    base = (
        0.9
        if reading.subjects or "both" in reading.folded
        else 0.72
        if reading.opening or reading.cues or _told(reading)
        else 0.46
    )
    differs = reading.has("compare") and "difference" in reading.folded
    if (reading.opening in ("yesno", "statement") and not differs) or reading.has("confirm"):
        base -= 0.15
    if reading.has("advantages", "disadvantages", "pros_cons", "recommend"):
        base -= 0.12 if reading.subjects else 0.4
    if reading.has("compare") and len(reading.subjects) == 1:
        base -= 0.35
    if reading.opening == "which" and len(reading.subjects) != 1 and _one_states(scene, subjects):
        base -= 0.2
    if reading.opening == "which" and reading.either and scene.tells_ahead():
        base -= 0.2
    figured = bool(_FIGURES & set(reading.folded)) or (reading.opening == "how much" and "should" in reading.folded)
    counted = {"how", "many"} <= set(reading.folded) or figured
    unit = next((unit_of(word) for before, word in pairwise(reading.folded) if before == "many"), None)
    told = [fact for fact in facts if _numbers(fact) or (unit and speaks_in(fact.prose.plain, unit))]
    counted = counted and not all(any(each in fact.aspects for fact in told) for each in scene.aspects())
    told_by = facts[0] if len(facts) == 1 else None
    if reading.opening == "when":
        told_by = next((fact for fact in facts if tells("when", fact)), told_by)
    placed = all(_says_so(scene, each, reading.opening) for each in scene.aspects())
    told_so = reading.opening == "how much" or placed
    base *= COUNTED if counted else 1.0 if told_so else placeless(reading.opening, told_by)
    if not reading.subjects and (
        _as_a_word(reading.folded) or (reading.has("compare") and "between" in reading.folded)
    ):
        # What the word means, or how two aspects differ, is not what their rows tell.
        base -= 0.4
    if in_between(reading):
        base -= 0.4
    owners = tuple(s for s in subjects if any(s in fact.subjects for fact in facts))
    if reading.subjects and not set(owners) >= set(reading.subjects):
        base -= 0.2
    return [Draft(Meaning("aspect", owners, scene.aspects()), base, facts)]


_FIGURES = frozenset("max maximum maximal min minimum minimal average total".split())
"""What asks for a figure."""


def by_kin(scene: Scene) -> list[Draft]:
    """The row that a question calls by a word of like meaning, and names no other: "how long does X keep it?" of "Retention"."""
    reading = scene.reading
    asks = reading.opening in ("what", "how", "how much", "which", "where", "")
    named = {slot.text for slot in reading.slots if slot.kind == "aspect"}
    # "How long does it keep a foo?" asks for no row on foos.
    other = bool(named - _MEASURING) and ("how", "long") not in pairwise(reading.folded)
    if not asks or len(reading.subjects) != 1 or other or reading.cues or reading.negated:
        return []
    said = {part.concept for part in reading.claim if part.concept.startswith("=")}
    rows = {row for comparison in scene.catalogue.knowledge.comparisons for row in comparison.aspects}
    found = [
        row
        for row in sorted(rows)
        if {*scene.evidence.concepts([word.text for word in words(scene.catalogue.aspects[row].name)])} & said
        and len(words(scene.catalogue.aspects[row].name)) == 1
        and scene.catalogue.cell(row, reading.subjects[0])
    ]
    if len(found) != 1:
        return []
    facts = scene.catalogue.on(found[0], reading.subjects[0])
    # What other rows are named after is what all of them are about: "letter", beside "Letter size".
    words_ = {part.concept for part in reading.claim}
    cells = scene.catalogue.of(reading.subjects[0], "cell")
    facts += tuple(cell for cell in cells if scene.evidence.said[cell.id].labelled & words_)
    return [Draft(Meaning("aspect", reading.subjects, (found[0],)), 0.92, facts)]


_MEASURING = frozenset({"how long", "how fast", "how quickly", "how soon"})
"""What measures, and names no row by itself."""


def _says_so(scene: Scene, aspect: str, opening: str) -> bool:
    """Whether a row is named after where something is or comes to be, "Arrival", or after when it is: "Moment of payment"."""
    return bool(
        _NAMED_AFTER.get(opening, frozenset())
        & {stem(word.text) for word in words(scene.catalogue.aspects[aspect].name)}
    )


_NAMED_AFTER = {
    "where": frozenset(
        map(stem, "location place storage arrival departure destination hosting site seat position".split())
    ),
    "when": frozenset(map(stem, "moment time date day deadline start end schedule season rhythm".split())),
}


def _told(reading: Reading) -> bool:
    return bool((grammar.DEFINING - {"about"}) & set(reading.folded))


def _numbers(fact: Fact) -> bool:
    return _DIGIT.search(fact.prose.plain) is not None


_DIGIT = re.compile(r"\d")


def _one_states(scene: Scene, subjects: tuple[str, ...]) -> bool:
    """Whether "which of them …?" says, beyond the name of a row, what is stated of one of them and of no other."""
    if len([part for part in scene.reading.claim if not part.filler]) < 2:
        return False
    stating = set()
    for subject in subjects:
        found = matches(scene.reading.claim, scene.catalogue.of(subject), scene.evidence)
        if found and found[0].share >= STATED and not found[0].denying:
            stating.add(subject)
    return len(stating) == 1


def _as_a_word(folded: Sequence[str]) -> bool:
    """Whether it is asked what "a" thing is: "what is a sprocket?"."""
    return tuple(folded[:2]) == ("what", "is") and tuple(folded[2:3]) in (("a",), ("an",))
