"""A rule for what one subject is for: "what kind of applications suit X?", "which workloads is X made for?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.catalogue.purposes import purpose as purpose_of
from bot.model.meaning import Meaning
from bot.understand.rules.scene import Draft, Scene
from bot.understand.spots import BEING
from bot.understand.words import grammar

_OF = 2
"""Where in "which make of X" the "of" stands."""
_FITTING = frozenset("suit suits suited suitable fit fits fitting ideal good best great".split())


def purpose(scene: Scene) -> list[Draft]:
    """The row that says what a subject is meant for, where some kind of thing is asked for: "what apps …"."""
    reading = scene.reading
    if len(reading.subjects) != 1 or reading.aspects or reading.contrasted:
        return []
    said = reading.folded
    # "And Xs are for?"
    left_open = reading.opening in ("", "statement") and said[-1:] == ("for",) and bool(BEING & set(said[-2:]))
    first = next((slot.text for slot in reading.slots if slot.kind == "subject"), "").split(" ")[0]
    # "Which make of X is best?" asks which of several Xs.
    among = len(said) > _OF and said[_OF] == "of" and first in said[_OF + 1 : _OF + 3]
    kind = left_open or (not among and len(said) > 1 and said[1] not in grammar.AUXILIARIES | grammar.PRONOUNS)
    if reading.opening not in ("what", "which") and not left_open:
        return []
    if not kind or not (said[-1] == "for" or _FITTING & set(said)) or reading.has("advantages", "disadvantages"):
        return []
    cell = purpose_of(reading.subjects[0], scene.catalogue)
    return [Draft(Meaning("aspect", reading.subjects, cell.aspects), 0.96, (cell,), strictness=1.1)] if cell else []


def doable(scene: Scene) -> list[Draft]:
    """What its definition says may be done with a subject: "what can I do with an X?"."""
    reading, said = scene.reading, scene.reading.folded
    asked = {("what", may) for may in ("can", "could", "may")} & {*pairwise(said[:3])} and ("do", "with") in pairwise(
        said
    )
    if not asked or len(reading.subjects) != 1 or reading.aspects or reading.claim_words or reading.negated:
        return []
    points = scene.catalogue.of(reading.subjects[0], "point")
    told = {fact: match.start() for fact in points if (match := _MAY_BE.search(fact.prose.plain))}
    # "Xs can be lifted" comes before what is said in passing.
    found = tuple(sorted(told, key=lambda fact: told[fact]))[:_FEW]
    meaning = Meaning("fact", reading.subjects, facts=tuple(fact.id for fact in found))
    return [Draft(meaning, 0.95, found, strictness=0.4)] if found else []


_MAY_BE = re.compile(r"\b(?:can|may) be\b", re.IGNORECASE)
_FEW = 3
_PARTS = frozenset("role part job task function purpose point use".split())


def asks_its_part(folded: Sequence[str]) -> bool:
    """Whether it is asked what something does or is for: "what does a winch do", "the role of the winch"."""
    if folded[:1] not in (("what",), ("what's",), ("whats",), ("where",)):
        return False
    does = folded[1:2] in (("do",), ("does",)) and bool({"do", "come"} & set(folded[3:]))
    return does or folded[-1] == "for" or any(word in _PARTS and of in ("of", "does") for word, of in pairwise(folded))
