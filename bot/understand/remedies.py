"""What a thing is said to do to a problem, or to a good: "does X solve the Y problem", "X reduces the load", "X hurts safety"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.model.terms import Sense
from bot.understand.manner import Spot
from bot.understand.spots import AspectSlot
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP

_BETTERING = grammar.SOLVING | frozenset(
    """
    help helps prevent prevents eliminate eliminates remedy remedies improve improves enhance enhances boost boosts
    mitigate mitigates alleviate alleviates
    """.split()
)
_WORSENING = frozenset("hurt hurts harm harms worsen worsens degrade degrades damage damages weaken weakens".split())
_LOWERING = frozenset("reduce reduces lower lowers decrease decreases minimise minimises minimize minimizes".split())
_RAISING = frozenset("increase increases raise raises".split())
DOING = _BETTERING | _WORSENING | _LOWERING | _RAISING
_GOODS = frozenset("speed performance efficiency".split())
"""What is good to have more of, though its row may tell what it costs: "startup speed" of a row on startup time."""
_DOERS = frozenset("which one ones what that technology option approach solution it they".split())
"""What may do it, beside a subject by name."""
_REACH = 5
"""Words between what is done and what it is done to, at most."""


def remedy_at(folded: Sequence[str], spots: Sequence[Spot]) -> int | None:
    """The place of the word for what a subject does to an aspect that is named behind it; None where there is none."""
    inside = {
        at
        for first, last, terms in spots
        if terms[0].kind != "intent" and (last - first > 1 or folded[first] not in DOING)
        for at in range(first, last)
    }
    done_by = {last for _, last, terms in spots if terms[0].kind == "subject"}
    for at, word in enumerate(folded):
        if word not in DOING or at in inside or not at:
            continue
        doer = next((back for back in range(at, 0, -1) if back in done_by or folded[back - 1] not in STOP), 0)
        acts = doer in done_by or folded[at - 1] in _DOERS
        near = any(at < first <= at + _REACH and terms[0].kind == "aspect" for first, _, terms in spots)
        if acts and near:
            return at
    return None


def without_remedy(folded: Sequence[str], spots: Sequence[Spot]) -> list[Spot]:
    """Spots without the one of the word itself: whoever "fixes" a problem keeps nothing fixed."""
    at = remedy_at(folded, spots)
    kept = [spot for spot in spots if spot[0] != at or spot[1] - spot[0] > 1]
    # "What helps against it?" asks nobody for help.
    return [spot for spot in kept if folded[spot[0]] != "helps" or spot[2][0].kind != "intent"]


def remedied(aspects: Sequence[AspectSlot], folded: Sequence[str], spots: Sequence[Spot]) -> tuple[AspectSlot, ...]:
    """Aspects with the end that what is done to them names: whoever avoids slowness is fast."""
    at = remedy_at(folded, spots)
    if at is None:
        return tuple(aspects)
    behind = {term.id for first, _, terms in spots if first > at for term in terms if term.kind == "aspect"}
    good = bool(_GOODS & set(folded[at:]))
    return tuple(_done(slot, folded[at], good=good) if slot.id in behind else slot for slot in aspects)


_OTHER: dict[Sense, Sense] = {"better": "worse", "worse": "better", "": ""}


def _done(slot: AspectSlot, verb: str, *, good: bool) -> AspectSlot:
    if verb in _BETTERING or verb in _WORSENING:
        return replace(slot, sense="better" if verb in _BETTERING else "worse", amount="")
    lowered = verb in _LOWERING
    if slot.sense:
        return replace(slot, sense=_OTHER[slot.sense]) if lowered else slot
    if good:
        return replace(slot, sense="worse" if lowered else "better", amount="")
    return replace(slot, amount="less" if lowered else "more")
