"""Options that headings number: "Option A: Foo" is Foo, and is called "option A"."""

from __future__ import annotations

import re

from bot.content.joined_names import split_name
from bot.content.names import Subjects
from bot.content.outline import Outline

_NUMBERED = re.compile(
    r"((?:option|variant|alternative|choice|solution|candidate|approach|proposal)\s+(?:[a-z]|\d{1,2}|i{1,3}|iv))"
    r"\s*[:.)\u2013\u2014-]\s*(?=\S)",
    re.IGNORECASE,
)


def without_number(heading: str) -> str:
    """A heading without the number of the option that it stands over."""
    return _NUMBERED.sub("", heading, count=1) if _NUMBERED.match(heading) else heading


def learn(outline: Outline, subjects: Subjects) -> None:
    """Let what such headings name go by their numbers, and by what stands in brackets behind the name."""
    for section in outline.sections:
        found = _NUMBERED.match(section.heading)
        if found is None:
            continue
        name, inside = split_name(section.heading[found.end() :])
        owner = next((known for each in (name, *inside) if (known := subjects.resolve(each))), None)
        place = outline.source(section, section.line, section.line)
        for alias in (found.group(1), name, *inside) if owner else ():
            subjects.alias(owner or "", alias, place, quiet=True)
