"""Terms that an overview defines and has a row of as well: "Schema" is what a schema is, and how each option's differs."""

from __future__ import annotations

from bot.model.knowledge import Knowledge
from bot.text import singular, words


def terms_of_rows(knowledge: Knowledge) -> dict[str, str]:
    """By the id of an aspect that a table has a row of, the subject of the same name that no table compares."""
    compared = {subject for comparison in knowledge.comparisons for subject in comparison.subjects}
    rows = {aspect for comparison in knowledge.comparisons for aspect in comparison.aspects}
    named = {
        _name(alias.text): subject.id
        for subject in knowledge.subjects
        for alias in subject.aliases
        if subject.id not in compared
    }
    return {
        aspect.id: named[_name(aspect.name)]
        for aspect in knowledge.aspects
        if aspect.id in rows and _name(aspect.name) in named
    }


def _name(text: str) -> tuple[str, ...]:
    return tuple(singular(word.text) for word in words(text))
