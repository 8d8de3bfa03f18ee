"""Questions that speak of all that is compared without a name: "the two heating options", "how much is each?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.text import singular
from bot.understand.evidence import Evidence
from bot.understand.reading import Reading
from bot.understand.words.everyday import STOP
from bot.understand.words.grammar import KINDS

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_EACH = frozenset("each all these those".split())
_BETWEEN = 2
"""Words between the number and what is counted at most: "two heating options"."""


_LISTING = frozenset("have there exist available use used offer support supported know choose pick".split())
"""What is asked of kinds of which each is to be told: "what plans do you have?"."""


def everyone(
    reading: Reading, catalogue: Catalogue, evidence: Evidence, classes: frozenset[str], spoken: tuple[str, ...] = ()
) -> Reading:
    """A clause that names nobody, with all sides of the only comparison where it speaks of them as a whole; with those that
    were ``spoken`` of in the turn before, if these are several.
    """
    sides = {comparison.subjects for comparison in catalogue.knowledge.comparisons}
    if reading.subjects or len(sides) != 1 or reading.opening in ("yesno", "statement"):
        return reading
    whole = spoken if len(spoken) > 1 else next(iter(sides))
    folded = reading.folded
    if spoken and (of := _OF_THEM.match(" ".join(folded))):
        # "Which of both is it?" asks "which is it?" of those that were spoken of.
        return replace(reading, folded=("which", *folded[len(of.group().split()) :]))
    if folded[0] in ("what", "which") and singular(folded[1:2][0] if folded[1:] else "") in classes:
        listed = set(folded[2:]) <= STOP | _LISTING and _LISTING & set(folded[2:])
        return replace(reading, subjects=whole, cues=("compare",)) if listed and not reading.aspects else reading
    if reading.opening == "which":
        return without_kind(reading, evidence)
    for at, word in enumerate(folded):
        counted = _COUNTS.get(word) == len(whole)
        if not counted and word not in _EACH:
            continue
        for place, behind in enumerate(folded[at + 1 : at + 2 + _BETWEEN], start=at + 1):
            if singular(behind) in KINDS | classes | {"case"}:
                return _without(replace(reading, subjects=whole), set(folded[at : place + 1]))
        if 0 < at == len(folded) - 1 and word in ("each", "both", "two"):
            return replace(reading, subjects=whole)
    return reading


def spoken_of(reading: Reading, named: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Whom a sentence speaks of that names nobody, in a message that does: "these two" are two."""
    others = catalogue.counterparts(named[0])
    two = len(named) == 1 and len(others) == 1 and bool({"two", "both"} & set(reading.folded))
    return (*named, *others) if two else named


def without_kind(reading: Reading, evidence: Evidence) -> Reading:
    """A "which" that calls what is compared by a word for any choice, and by what the content speaks of all along, without
    both: "which roof style should we take?" of houses.
    """
    folded = reading.folded
    start = folded.index("which") + 1 if "which" in folded else len(folded)
    for end in range(start, min(start + _BETWEEN, len(folded))):
        if singular(folded[end]) in KINDS:
            known = all(evidence.spread(each) >= _OFTEN for each in evidence.concepts(folded[start:end]))
            return _without(reading, {*folded[start : end + 1]}) if known else reading
    return reading


_OF_THEM = re.compile(
    r"which(?: one)? of (?:them|both|these|those|the (?:two|three))\b(?= (?:is|are|can|has|have|does|do|\w+s)\b)"
)
_OFTEN = 3
"""Statements from which on a word is said of everything."""


def _without(reading: Reading, spoken: set[str]) -> Reading:
    """A reading without what only words of a phrase say: no "heating" in "the two heating options"."""
    told = {slot.id for slot in reading.slots if set(slot.text.split()) <= spoken}
    told -= {slot.id for slot in reading.slots if not set(slot.text.split()) <= spoken}
    return replace(
        reading,
        aspects=tuple(slot for slot in reading.aspects if slot.id not in told),
        content=tuple(part for part in reading.content if not set(part.text.split()) <= spoken),
        claim=tuple(part for part in reading.claim if not set(part.text.split()) <= spoken),
    )
