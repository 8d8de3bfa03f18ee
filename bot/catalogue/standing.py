"""Which subject stands better on an aspect, read off the facts: never off a table of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from bot.catalogue.grades import NOTHING, Scale, grade
from bot.catalogue.lookups import Catalogue
from bot.catalogue.marks import mark_of
from bot.catalogue.quantities import Quantity, quantity
from bot.model.facts import Fact
from bot.model.terms import Aspect, Sense
from bot.text import words

Points = tuple[dict[str, float], list[Fact]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How subjects stand on one aspect."""

    best: str
    """Id of the subject at the better end; empty where the overview does not say."""
    worst: str
    """Id of the subject at the worse end; empty where the overview does not say."""
    reasons: tuple[Fact, ...] = ()
    """The facts that say so."""


def standing(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> Standing:
    """Who is better on an aspect: an advantage of one or a disadvantage of another on it, else what the cells say of it, by
    their grades ("Excellent", "Low"), their own words ("larger", "less portable") or their quantities ("5 ms").

    Facts that point both ways for the same subject say nothing. Two or more subjects are expected.
    """
    known = catalogue.reckoned.get((aspect, subjects))
    if not isinstance(known, Standing):
        if len(catalogue.reckoned) > _MOST_RECKONED:
            catalogue.reckoned.clear()
        known = catalogue.reckoned[aspect, subjects] = _standing(catalogue, aspect, subjects)
    return known


_MOST_RECKONED = 8192
"""Orders of subjects that are kept at most: a question may name them in any."""


def _standing(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> Standing:
    points: dict[str, float] = dict.fromkeys(subjects, 0)
    reasons: list[Fact] = []
    for fact in catalogue.on(aspect):
        for subject in fact.subjects:
            if subject in points and fact.kind in ("advantage", "disadvantage"):
                points[subject] += 1 if fact.kind == "advantage" else -1
                reasons.append(fact)
    graded = _grades(catalogue, aspect, subjects)
    if _contradict(points, graded[0]):
        # A trait that seems to bear on the row says less than the row itself.
        points, reasons = graded
    for read in (_grades, _ends, _quantities):
        if not _apart(points):
            points, reasons = read(catalogue, aspect, subjects)
    if not _apart(points):
        return Standing("", "")
    ranked = sorted(points, key=lambda subject: -points[subject])
    best = ranked[0] if points[ranked[0]] > points[ranked[1]] else ""
    worst = ranked[-1] if points[ranked[-1]] < points[ranked[-2]] else ""
    return Standing(best, worst, tuple(dict.fromkeys(reasons)))


def amounts(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> tuple[str, str]:
    """Who has most of an aspect and who least, whichever is better, by the amounts that all cells open with ("High", "5 ms");
    empty where the overview does not say.
    """
    cells = _row(catalogue, aspect, subjects)
    graded = {subject: grade(cell.prose.plain, _about(catalogue, aspect)) for subject, cell in cells.items()}
    points = {subject: value for subject, (scale, value) in graded.items() if scale == "amount"}
    if not cells or len(points) < len(subjects):
        none = {subject for subject, value in points.items() if value <= NOTHING}
        points = _places({each: quantity(cell.prose.plain) for each, cell in cells.items() if each not in none})
        points |= dict.fromkeys(none if points else (), -1.0)
    if not _apart(points) or len(points) < len(subjects):
        return "", ""
    ranked = sorted(points, key=lambda subject: -points[subject])
    most = ranked[0] if points[ranked[0]] > points[ranked[1]] else ""
    return most, ranked[-1] if points[ranked[-1]] < points[ranked[-2]] else ""


def _contradict(points: Mapping[str, float], others: Mapping[str, float]) -> bool:
    """Whether who is behind by the ones is ahead by the others."""
    return any(
        (points[one] - points[other]) * (others[one] - others[other]) < 0 for one, other in combinations(points, 2)
    )


def _apart(points: dict[str, float]) -> bool:
    return len(set(points.values())) > 1


def _ends(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> Points:
    """The aspect's own words for its ends ("larger", "less portable"), counted in each subject's cell."""
    ends = [
        (tuple(word.text for word in words(alias.text)), 1 if alias.sense == "better" else -1)
        for alias in catalogue.aspects[aspect].aliases
        if alias.sense
    ]
    ends.sort(key=lambda end: -len(end[0]))
    points: dict[str, float] = dict.fromkeys(subjects, 0)
    reasons: list[Fact] = []
    if not catalogue.aspects[aspect].more and any(
        mark_of(cell) == "no" for cell in _row(catalogue, aspect, subjects).values()
    ):
        # Whether it is good that one has "none" is not known.
        return points, reasons
    for subject in subjects:
        cell = catalogue.cell(aspect, subject)
        if cell is None:
            continue
        text = [word.text for word in words(cell.prose.plain)]
        for phrase, value in ends:
            found = next((at for at in range(len(text)) if tuple(text[at : at + len(phrase)]) == phrase), None)
            if found is not None:
                denied = found > 0 and text[found - 1] in ("less", "not", "least", "never")
                points[subject] = -value if denied else value
                reasons.append(cell)
                break
    return points, reasons


def _row(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> dict[str, Fact]:
    """The cells of all subjects; none where one of them has no cell."""
    cells = {subject: cell for subject in subjects if (cell := catalogue.cell(aspect, subject))}
    return cells if len(cells) == len(subjects) else {}


def _grades(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> Points:
    """The grades that all cells open with: of quality, or of an amount whose better end is known."""
    cells = _row(catalogue, aspect, subjects)
    found = catalogue.aspects[aspect]
    about = _about(catalogue, aspect)
    for first in _SCALES:
        points: dict[str, float] = {}
        for subject, cell in cells.items():
            scale, value = grade(cell.prose.plain, about, first)
            if not scale or (scale == "amount" and value and not found.more):
                break
            points[subject] = -value if scale == "amount" and found.more == "worse" else value
        if cells and len(points) == len(subjects):
            return points, list(cells.values())
    return dict.fromkeys(subjects, 0), []


_SCALES: tuple[Scale, ...] = ("amount", "quality")
"""A "strong" lock-in is more of it, and "strong" reporting, of which nobody says that more is better, is good."""


def _quantities(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> Points:
    """The quantities of all cells, of one kind and apart from each other, where it is known which end more is."""
    nothing: Points = (dict.fromkeys(subjects, 0), [])
    cells = _row(catalogue, aspect, subjects)
    found = catalogue.aspects[aspect]
    read = {subject: quantity(cell.prose.plain) for subject, cell in cells.items()}
    kinds = {each.kind for each in read.values() if each}
    more = _more(found, *kinds) if len(kinds) == 1 else ""
    places = _places(read)
    if not more or len(places) < len(subjects):
        return nothing
    factor = 1.0 if more == "better" else -1.0
    return {subject: factor * place for subject, place in places.items()}, list(cells.values())


def _about(catalogue: Catalogue, aspect: str) -> frozenset[str]:
    """The words for what is graded."""
    aliases = catalogue.aspects[aspect].aliases
    return frozenset(word.text for alias in aliases if not alias.sense for word in words(alias.text))


def _places(read: Mapping[str, Quantity | None]) -> dict[str, float]:
    """The subjects by their quantities, the least at 0, and a place more for each that lies apart; none where they are of
    several kinds.
    """
    known = {subject: each for subject, each in read.items() if each}
    if len({each.kind for each in known.values()}) != 1:
        return {}
    ranked = sorted(known, key=lambda subject: (known[subject].low, known[subject].high))
    places: dict[str, float] = {ranked[0]: 0.0}
    for before, subject in pairwise(ranked):
        apart = known[before].high < known[subject].low or known[before].high <= known[subject].low != known[before].low
        places[subject] = places[before] + apart
    return places


def _more(aspect: Aspect, kind: str) -> Sense:
    """Which end more of a quantity is: where things are "fast" more time is worse, whatever more of the aspect is."""
    if kind != "time":
        return aspect.more
    ends = {word.text for alias in aspect.aliases if alias.sense == "better" for word in words(alias.text)}
    if "fast" in ends or aspect.more == "worse":
        return "worse"
    return aspect.more if "longer" in ends else ""
