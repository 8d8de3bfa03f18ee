"""Headings that ask: "Why foo?" above what speaks for it, where "Why not foo?" stands above what speaks against it."""

from __future__ import annotations

import re

from bot.content.outline import Outline
from bot.content.polarity import Announcement

_WHY = re.compile(r"(?:and )?why (?:would|should) (?:we|you|i) (not )?(.+)|(?:and )?why (not )?(.+)", re.IGNORECASE)


_CAUSE = re.compile(r"(?:so |and |but )?why\b", re.IGNORECASE)


def asks_why(heading: str) -> bool:
    """Whether a heading or a label asks for a cause: "Why it matters", "So why bother?"."""
    return _CAUSE.match(heading) is not None


def both_whys(heading: str, outline: Outline) -> Announcement | None:
    """What such a heading announces; None for a "why" that has no other side in the document."""
    asked = _asked(heading)
    if asked is None or (not asked[0], asked[1]) not in {_asked(section.heading) for section in outline.sections}:
        return None
    against, name = asked
    written = re.search(re.escape(name), heading, re.IGNORECASE)
    return Announcement(("disadvantage" if against else "advantage",), written.group() if written else name)


def _asked(heading: str) -> tuple[bool, str] | None:
    """Whether it asks why not, and of what."""
    found = _WHY.fullmatch(heading.strip(" ?:"))
    if found is None:
        return None
    return bool(found.group(1) or found.group(3)), " ".join((found.group(2) or found.group(4)).casefold().split())
