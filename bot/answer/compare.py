"""Whole comparisons, and the difference of two definitions."""

from __future__ import annotations

from bot.answer.pieces import columns, ended, fact_prose, sources, table
from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.catalogue.wording import aspect_name, listed, name
from bot.model.answer import Answer
from bot.model.meaning import Meaning
from bot.model.prose import Paragraph, Part, Prose

_HEADING = 150
"""Longest heading of an answer."""


def whole(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """All rows of a comparison."""
    comparison = catalogue.comparison(meaning.subjects)
    if comparison is None:
        return difference(meaning, catalogue)
    subjects = meaning.subjects
    made = table(catalogue, subjects, comparison.aspects)
    if made is None:
        return None
    names = [name(subject, catalogue) for subject in subjects]
    facts = [cell for a in comparison.aspects for s in subjects if (cell := catalogue.cell(a, s))]
    ahead = [
        f"{name(subject, catalogue)} on {listed([aspect_name(aspect, catalogue) for aspect in aspects])}"
        for subject in subjects
        if (aspects := [a for a in comparison.aspects if standing(catalogue, a, subjects).best == subject])
    ]
    topics = listed([aspect_name(aspect, catalogue) for aspect in comparison.aspects])
    lead = f"{listed(names)} differ in {topics}"
    lead += f": by this overview, {listed(ahead)} come{'s' if len(ahead) == 1 else ''} out ahead." if ahead else "."
    heading = " vs ".join(names)
    if len(heading) > _HEADING and len(names) > 2:
        heading = f"{names[0]} vs {names[1]} and {len(names) - 2} more"
    return Answer(heading, Prose.of(lead), (made,), sources=sources(facts))


def difference(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """Definitions side by side, with the sentence that sets them against each other in front."""
    subjects = meaning.subjects
    lists = [catalogue.defined(subject) or catalogue.of(subject, "cell") for subject in subjects]
    if not all(lists) or len(subjects) < 2:
        return None
    names = [name(subject, catalogue) for subject in subjects]
    contrast = [
        fact for fact in catalogue.of(subjects[0], "contrast", "analogy") if set(subjects) <= set(fact.subjects)
    ]
    contrast.sort(key=lambda fact: fact.kind != "contrast")
    parts: list[Part] = [columns(names, lists)]
    if contrast:
        lead = ended(contrast[0].prose)
        parts += [Paragraph(fact.prose) for fact in contrast[1:2]]
    else:
        halves = [
            ended(Prose.of(f"{names[at]}: ", bold=True) + fact_prose(lists[at][0])) for at in range(len(subjects))
        ]
        lead = halves[0]
        for half in halves[1:]:
            lead = lead + Prose.of(" ") + half
    return Answer(
        f"{names[0]} or {names[1]}",
        lead,
        tuple(parts),
        sources=sources([*contrast[:2], *(f for x in lists for f in x)]),
    )
