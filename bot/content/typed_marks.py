"""Items marked with a typed minus or a dash, where others are marked with "+"."""

from __future__ import annotations

import re

_FENCE = re.compile(r"\s*(?:```|~~~)")
_PLUS = re.compile(r" {0,3}\+ \S")
_MINUS = re.compile(r"( {0,3})[\u2212\u2013] (?=\S)")
_ITEM = re.compile(r" {0,3}[-+\u2212\u2013] \S")


def with_hyphens(text: str) -> str:
    """The text with a hyphen for a typed minus in front of an item: behind an empty line, a heading or another item, in a text
    that has items marked "+". Every line keeps its number; a dash within running text and what stands in a fence stay.
    """
    lines = text.split("\n")
    if not any(map(_PLUS.match, lines)):
        return text
    fenced, listed = False, True
    for at, line in enumerate(lines):
        fenced = fenced != bool(_FENCE.match(line))
        if not fenced and listed:
            lines[at] = _MINUS.sub(r"\1- ", line, count=1) if _MINUS.match(line) else line
        # A line that goes on with an item is indented.
        listed = not line.strip() or line.startswith("#") or bool(_ITEM.match(line)) or (listed and line[:1] == " ")
    return "\n".join(lines)
