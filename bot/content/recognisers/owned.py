"""Whose traits they are that stand below some names: the nearest that is known."""

from __future__ import annotations

import re

from bot.content.joined_names import split_name
from bot.content.names import Subjects

_TITLE_WORDS = re.compile(
    r"\b(?:an?\s+)?(?:overview|guide|introduction|intro|basics|primer|explained|handbook|cheat\s*sheet)\b(?:\s+(?:of|to|for)\b)?",
    re.IGNORECASE,
)
_NAMING = 3
"""Words of a heading that is hardly more than the name in it: "Foo-based"."""


def owners_of(subjects: Subjects, names: tuple[str, ...]) -> tuple[str, ...]:
    """The subjects that the first of some names is, or names beside little else; where none is, that the first names at all."""
    for name in names:
        found = subjects.several(name) or subjects.several(_TITLE_WORDS.sub(" ", name).strip(" :-"))
        if not found and len(named := subjects.named(name)) == 1 and _mostly_a_name(name, subjects):
            found = named
        if found:
            return found
    for name in names:
        found = subjects.named(name)
        if found:
            return found
    return ()


def _mostly_a_name(text: str, subjects: Subjects) -> bool:
    """Whether a heading says little beside a name: "Foo bar boxes in detail"."""
    written = split_name(text)[0]
    said = len(written.split()) - sum(len(written[start:end].split()) for _, start, end in subjects.spans(written))
    return len(written.split()) <= _NAMING or said <= _BESIDE_NAME


_BESIDE_NAME = 2
