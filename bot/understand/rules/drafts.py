"""All rules in their order, and the meanings that they propose together."""

from __future__ import annotations

from collections.abc import Callable

from bot.model.meaning import Meaning
from bot.understand.rules.scene import Draft, Scene
from bot.understand.rules.standings import confirm, verdict, why
from bot.understand.rules.statements import aspect, statement
from bot.understand.rules.traits import recommend, traits
from bot.understand.rules.whole import analogy, compare, define, meta

RULES: tuple[Callable[[Scene], list[Draft]], ...] = (
    analogy,
    traits,
    recommend,
    why,
    verdict,
    confirm,
    compare,
    aspect,
    define,
    statement,
    meta,
)


def drafts(scene: Scene) -> list[Draft]:
    """All meanings that the rules propose, each meaning once with its best form."""
    best: dict[Meaning, Draft] = {}
    rules = (analogy, meta) if analogy(scene) else RULES
    for rule in rules:
        for draft in rule(scene):
            known = best.get(draft.meaning)
            if known is None or draft.base > known.base:
                best[draft.meaning] = draft
    return list(best.values())
