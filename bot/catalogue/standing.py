"""Which subject stands better on an aspect, read off the facts: never off a table of our own."""

from __future__ import annotations

from dataclasses import dataclass

from bot.catalogue.lookups import Catalogue
from bot.model.facts import Fact
from bot.text import words


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
    """Who is better on an aspect: an advantage of one or a disadvantage of another on it, else the cells' own words.

    Facts that point both ways for the same subject say nothing. Two or more subjects are expected.
    """
    points = dict.fromkeys(subjects, 0)
    reasons: list[Fact] = []
    for fact in catalogue.on(aspect):
        for subject in fact.subjects:
            if subject in points and fact.kind in ("advantage", "disadvantage"):
                points[subject] += 1 if fact.kind == "advantage" else -1
                reasons.append(fact)
    if not _apart(points):
        points, reasons = _cells(catalogue, aspect, subjects)
    if not _apart(points):
        return Standing("", "")
    ranked = sorted(points, key=lambda subject: -points[subject])
    best = ranked[0] if points[ranked[0]] > points[ranked[1]] else ""
    worst = ranked[-1] if points[ranked[-1]] < points[ranked[-2]] else ""
    return Standing(best, worst, tuple(dict.fromkeys(reasons)))


def _apart(points: dict[str, int]) -> bool:
    return len(set(points.values())) > 1


def _cells(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> tuple[dict[str, int], list[Fact]]:
    """The aspect's own words for its ends ("larger", "less portable"), counted in each subject's cell."""
    ends = [
        (tuple(word.text for word in words(alias.text)), 1 if alias.sense == "better" else -1)
        for alias in catalogue.aspects[aspect].aliases
        if alias.sense
    ]
    ends.sort(key=lambda end: -len(end[0]))
    points = dict.fromkeys(subjects, 0)
    reasons = []
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
