"""Which side of a thing is asked for: what speaks for it, or what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.manner import Spot
from bot.understand.words import grammar

_TURNED = {"advantages": "disadvantages", "disadvantages": "advantages"}


def turned(cues: tuple[str, ...], folded: Sequence[str], spots: Sequence[Spot]) -> tuple[str, ...]:
    """The other side, where a "not" stands right before the word for one: "what is X not good at", "what isn't X good at"."""
    sides = [(first, term.id) for first, _, terms in spots for term in terms if term.id in _TURNED]
    if len(sides) != 1:
        return cues
    first, side = sides[0]
    named = {at for start, end, terms in spots if terms[0].kind == "subject" for at in range(start, end)}
    before = next((at for at in range(first - 1, -1, -1) if at not in named and folded[at] not in _JUST), 0)
    return tuple(_TURNED[side] if cue == side else cue for cue in cues) if folded[before] in grammar.NEGATIONS else cues


_JUST = frozenset("so very really all that too particularly especially exactly actually the a".split())
