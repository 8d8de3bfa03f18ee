"""How sure a reading is: how well its form fits, and how much of the question it explains."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.understand.calibration import calibrated
from bot.understand.evidence import Evidence
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft
from bot.understand.sayings import HEAVIER
from bot.understand.words.particulars import ASKED_OF

MIDDLE = 0.64
"""Share of a question that has to be explained for an even chance."""
STEEPNESS = 11.0
DROPPED = 0.3
"""How much a word weighs that stands before the question proper, in the same sentence."""
REFERRED = 0.9
"""The same where the question names no subject by itself: then it asks of what stands there, "X or Y, which is faster?"."""
AMOUNTS = {"recommend": 4, "advantages": 1, "disadvantages": 1, "pros_cons": 1}
"""Where a number up to so many digits says how many, which no answer turns on: "50 of them, which fits?", "3 reasons"."""
WHOLE = frozenset(("compare", "difference", "pros_cons", "advantages", "disadvantages", "recommend", "define"))
"""Kinds whose answers tell of subjects as such."""
UNLISTED = 1.2
"""Weight from which a word is in no list of English words."""


@dataclass(frozen=True, slots=True)
class Score:
    """A draft's confidence with what it is made of."""

    confidence: float
    parts: tuple[tuple[str, float], ...]
    said: tuple[str, ...]
    """Words of the question that the draft's facts hold."""


def score(draft: Draft, reading: Reading, evidence: Evidence, *, dropped: float, corrections: int) -> Score:
    """Confidence of one draft, 0 to 1.

    ``dropped`` is the weight of what stands in front of the clause in its sentence; ``corrections`` edits were made to
    read it.
    """
    explained_by = {concept for fact in draft.facts for concept in evidence.said[fact.id].concepts}
    denied = {opposite for concept in explained_by for opposite in evidence.opposites.get(concept, ())}
    options = len(reading.subjects) > 1 and reading.opening in ("which", "what")
    elsewhere = "subjects" in reading.inherited and not options
    slots = float(len(reading.subjects)) * (0.5 if elsewhere else 1.0) + float(len(reading.aspects))
    slots += 0.7 * len(reading.cues[:2]) + (0.3 if reading.opening else 0.0)
    explained, left, unlisted = slots, 0.0, False
    for content in reading.content:
        amount = content.text.isdigit() and content.weight < ASKED_OF
        if amount and len(content.text) <= AMOUNTS.get(draft.meaning.intent, 0):
            continue
        # What is asked about a subject no whole comparison tells, whichever of its rows has the word.
        head = content.place == "head" and draft.meaning.intent in WHOLE
        if not head and (content.concept in explained_by or content.concept in denied):
            explained += content.weight
        elif not content.filler:
            left += content.weight * HEAVIER[content.place]
            unlisted = unlisted or content.weight >= UNLISTED
    named = reading.subjects and "subjects" not in reading.inherited
    # What stands in front of "what would you choose?" is the use.
    left = left * draft.strictness + dropped * (DROPPED if named or draft.meaning.intent == "recommend" else REFERRED)
    share = explained / (explained + left) if explained + left else 0.0
    coverage = _squash(share)
    held = explained_by | denied
    told = {part.concept for part in reading.claim if not part.filler and part.concept in held}
    situation = _situation(reading, draft, left, wholly=not left and len(told) > 1)
    repairs = 0.985**corrections
    foreign = 0.8 if unlisted else 1.0
    raw = draft.base * coverage * situation * repairs * foreign
    parts = (
        ("score", round(raw, 4)),
        ("form", round(draft.base, 4)),
        ("explained", round(share, 4)),
        ("coverage", round(coverage, 4)),
        ("situation", situation),
        ("spelling", round(repairs, 4)),
        ("unknown words", foreign),
    )
    said = tuple(part.text for part in reading.claim if not part.filler and part.concept in held)
    return Score(calibrated(raw), parts, said)


def _squash(share: float) -> float:
    """An S-curve from 0 to 1 that is steep about ``MIDDLE``."""

    def curve(value: float) -> float:
        return 1.0 / (1.0 + math.exp(-STEEPNESS * (value - MIDDLE)))

    return curve(share) / curve(1.0)


_MIGHT = frozenset("can could may might would".split())
"""What speaks of what may happen, and not of what has."""


def _situation(reading: Reading, draft: Draft, left: float, *, wholly: bool) -> float:
    """Doubt where somebody's own case is told, or instructions are asked for: overviews hold neither.

    Trouble that a statement tells ``wholly`` is no case of the asker's: "why can one bug hurt all of mine?".
    """
    if draft.meaning.intent in ("help", "list", "entry"):
        return 1.0
    if draft.meaning.intent == "passage":
        return 1.0 if not reading.trouble else 0.7
    doubt = 0.5 if reading.stranger else 1.0
    might = reading.opening in ("why", "yesno") or (reading.opening == "statement" and _MIGHT & set(reading.folded))
    if reading.trouble and not (wholly and might):
        doubt *= 0.45 if reading.own or left > 0 else 0.75
    if reading.action and draft.meaning.intent != "recommend" and not draft.means:
        doubt *= 0.4
    if reading.own and left > 0.5 and draft.meaning.intent != "recommend":
        doubt *= 0.65
    if reading.typed:
        doubt *= 0.5
    if reading.recent:
        doubt *= 0.7
    return round(doubt, 4)
