"""Sentences that weigh: "The main drawback of X is that …"."""

from __future__ import annotations

import re

from bot.content.names import Subjects
from bot.content.polarity import Polarity, announced

_WEIGHS = re.compile(
    r"^(?:the|one|an?|another|other|some)?\s*(?:(?:of\s+the|main|key|big|biggest|major|chief|greatest|clear|real|first|second"
    r"|other|important|great|single|only)\s+)*"
    r"(advantage|benefit|strength|upside|disadvantage|drawback|downside|weakness|limitation)s?\s+(?:of|to|with|in)\s+"
    r"(?:using\s+)?(.{1,60}?)\s+(?:is|are)\s+(?:that\s+)?",
    re.IGNORECASE | re.DOTALL,
)


def advantage_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The subjects that a sentence names an advantage of; None for every other sentence."""
    return _of(text, subjects, "advantage")


def disadvantage_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The same for a disadvantage."""
    return _of(text, subjects, "disadvantage")


def reason_at(text: str) -> int:
    """Where in such a sentence the trait itself begins; 0 for every other sentence."""
    found = _WEIGHS.match(text)
    return found.end() if found else 0


def _of(text: str, subjects: Subjects, polarity: Polarity) -> tuple[str, ...] | None:
    found = _WEIGHS.match(text)
    told = announced(found.group(1)) if found else None
    if found is None or told is None or told.polarities != (polarity,):
        return None
    return subjects.several(re.sub(r"^(?:an?|the)\s+", "", found.group(2), flags=re.IGNORECASE)) or None
