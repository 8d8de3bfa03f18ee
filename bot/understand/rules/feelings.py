"""Traits that are asked for by what people feel: "what do people hate about X?"."""

from __future__ import annotations

from typing import Literal

from bot.understand.reading import Reading

_LIKED = frozenset("love loves enjoy enjoys adore adores best".split())
_DISLIKED = frozenset("hate hates dislike dislikes despise despises worst".split())


def felt(reading: Reading) -> Literal["advantages", "disadvantages"] | None:
    """Which traits are asked for by what somebody feels about a subject; None where no feeling is spoken of."""
    asked = reading.opening == "what" and "about" in reading.folded and len(reading.subjects) == 1
    if not asked or reading.aspects or reading.claim_words or reading.cues:
        return None
    bad, good = _DISLIKED & set(reading.folded), _LIKED & set(reading.folded)
    if not bad and not good:
        return None
    return "disadvantages" if bool(bad) != reading.negated else "advantages"
