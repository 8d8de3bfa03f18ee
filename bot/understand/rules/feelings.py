"""Traits that are asked for by what people feel: "what do people hate about X?"."""

from __future__ import annotations

from typing import Literal

from bot.understand.reading import Reading

_LIKED = frozenset("love loves enjoy enjoys adore adores best".split())
_PLEASED = frozenset("happy comfortable pleased satisfied fond keen enthusiastic excited crazy".split())
_DISPLEASED = frozenset("unhappy frustrated annoyed dissatisfied sceptical skeptical afraid scared tired".split())
"""What somebody is "with", "of" or "about" a thing."""
_DISLIKED = frozenset("hate hates dislike dislikes despise despises worst".split())


def felt(reading: Reading) -> Literal["advantages", "disadvantages"] | None:
    """Which traits are asked for by what somebody feels about a subject; None where no feeling is spoken of."""
    alone = len(reading.subjects) == 1
    if alone and not reading.aspects and reading.folded[-1:] in (("at",), ("in",)) and reading.evaluative:
        # "What is X better at?"
        return "disadvantages" if (reading.evaluative == "worse") != reading.negated else "advantages"
    pleased = bool(_PLEASED & set(reading.folded)), bool(_DISPLEASED & set(reading.folded))
    if alone and reading.opening == "why" and not reading.aspects and any(pleased):
        return "disadvantages" if pleased[1] != reading.negated else "advantages"
    asked = reading.opening == "what" and "about" in reading.folded and alone
    if not asked or reading.aspects or reading.claim_words or reading.cues:
        return None
    bad, good = _DISLIKED & set(reading.folded), _LIKED & set(reading.folded)
    if not bad and not good:
        return None
    return "disadvantages" if bool(bad) != reading.negated else "advantages"
