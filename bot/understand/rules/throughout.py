"""The rule for who is said to be ahead in everything, or in anything: "is X better in every way?", "does X win on any point?"."""

from __future__ import annotations

from itertools import pairwise

from bot.catalogue.standing import standing
from bot.model.meaning import Meaning
from bot.model.terms import Sense
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar


def throughout(scene: Scene) -> list[Draft]:
    """Yes or no by the rows: no by the first that says otherwise, where it is claimed of all; yes by the first that says so,
    where it is asked of any.
    """
    reading = scene.reading
    claimed = reading.opening in ("yesno", "statement") or reading.has("confirm")
    said = set(reading.folded)
    # "The better choice" is a word for what is asked as well.
    end: Sense = "better" if said & {"better", "best"} else "worse" if said & {"worse", "worst"} else ""
    ranked = end or grammar.WINNING & said
    of = _of_all(reading.folded) or _of_any(reading.folded)
    if (
        not (claimed and ranked and of)
        or "there" in reading.folded
        or reading.aspects
        or not reading.subjects
        or reading.claim_words
    ):
        return []
    subjects = scene.compared()
    comparison = scene.catalogue.comparison(subjects)
    if comparison is None or reading.subjects[0] not in subjects:
        return []
    first, sense = reading.subjects[0], end or "better"
    so: list[str] = []
    otherwise: list[str] = []
    for aspect in comparison.aspects:
        place = standing(scene.catalogue, aspect, subjects)
        named = place.worst if sense == "worse" else place.best
        if named:
            (so if named == first else otherwise).append(aspect)
    told = [*otherwise, *so] if _of_all(reading.folded) else [*so, *otherwise]
    others = tuple(each for each in subjects if each != first)
    each = _of_all(reading.folded) and bool(so and otherwise)
    rows = tuple(told if each else told[:1])
    meaning = Meaning("confirm", (first, *others), rows, sense=sense, negated=reading.negated, each=each)
    return [Draft(meaning, 0.97, strictness=0.4)] if told else []


def _of_all(folded: tuple[str, ...]) -> bool:
    """Whether it is claimed of all there is."""
    return bool(_ALL & set(folded)) or any(left in _EACH and right in _POINTS for left, right in pairwise(folded))


def _of_any(folded: tuple[str, ...]) -> bool:
    """Whether it is asked of anything at all."""
    return bool(_ANY & set(folded)) or any(left == "any" and right in _POINTS for left, right in pairwise(folded))


_ALL = frozenset("everything everywhere always throughout".split())
_ANY = frozenset("anything anywhere".split())
_EACH = frozenset("every all each".split())
_POINTS = frozenset(
    "way ways respect respects regard regards point points aspect aspects case cases row rows area areas situation".split()
)
