"""Names as they are written: with other names in brackets behind them, and several of them in a row."""

from __future__ import annotations

import re

_PAREN = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_SEVERAL = re.compile(r"\s*(?:,|/|;|\||\bor\b|\band\b|\baka\b|\ba\.k\.a\.|\balso known as\b)\s*", re.IGNORECASE)
_TOGETHER = re.compile(r"\s*(?:,\s*and\b|,|&|\+|/|\band\b|\bor\b|\bvs\.?|\bversus\b|\bv/s\b)\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"^(?:e\.g|i\.e|for|with|per|in|on|since|until|from|without|if|when|see|the|like)\b(?!-)|^[\d\s.,%-]*$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^(?:in short|short|abbreviated|abbr\.?|called|known as|also):?\s+(?=\S)", re.IGNORECASE)
"""What leads to the other name in a bracket: "short: foo"."""
ALIAS_WORDS = 4


def split_name(text: str) -> tuple[str, tuple[str, ...]]:
    """A name as written, and the aliases in its brackets: ``"Foo Bars (FBs)"`` is "Foo Bars", also "FBs"."""
    inside = [_SHORT.sub("", part).strip(" '\"*_") for group in _PAREN.findall(text) for part in _SEVERAL.split(group)]
    name = " ".join(_PAREN.sub(" ", text).split()).strip(" :;,.'\"")
    known = [part for part in inside if part and not _NOT_A_NAME.match(part) and len(part.split()) <= ALIAS_WORDS]
    if not name and known:
        return known[0], tuple(known[1:])
    return name, tuple(known)


def together(text: str) -> list[str]:
    """The names in "X, Y and Z"; one where there is nothing between names."""
    return [part.strip() for part in _TOGETHER.split(text) if part.strip()]
