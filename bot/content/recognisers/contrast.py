"""Contrasts: sentences that set one subject against another."""

from __future__ import annotations

import re

from bot.content.names import Subjects

_AGAINST = re.compile(
    r"\b(?:while|whereas|but|unlike|in contrast|by contrast|on the other hand|instead of|rather than)\b|;",
    re.IGNORECASE,
)


def subjects_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The subjects of a contrast, one on each side of "while" or its like; None where the sentence is none."""
    spans = subjects.spans(text)
    if len({name for name, _, _ in spans}) < 2:
        return None
    for turn in _AGAINST.finditer(text):
        if not text[: turn.start()].strip(" ,\"'"):
            comma = text.find(",", turn.end())
            turn_end = comma if comma >= 0 else -1
            left = {name for name, start, _ in spans if turn.end() <= start < turn_end}
            right = {name for name, start, _ in spans if turn_end >= 0 and start >= turn_end}
        else:
            left = {name for name, _, end in spans if end <= turn.start()}
            right = {name for name, start, _ in spans if start >= turn.end()}
        if left and right and left != right:
            return tuple(dict.fromkeys(name for name, _, _ in spans))
    return None
