"""All rules in their order, and the meanings that they propose together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.understand.rules.asked_before import asked_before
from bot.understand.rules.confirm import confirm
from bot.understand.rules.effects import effects
from bot.understand.rules.in_place import in_place
from bot.understand.rules.literal import literal, said_outright
from bot.understand.rules.measured import fits_measure, measured, names_one, says_how_often
from bot.understand.rules.objects import objects
from bot.understand.rules.purpose import doable, purpose
from bot.understand.rules.recommend import recommend
from bot.understand.rules.roles import which_is
from bot.understand.rules.rows import aspect, by_kin
from bot.understand.rules.scene import Draft, Scene
from bot.understand.rules.standings import verdict, why
from bot.understand.rules.statements import heading, statement
from bot.understand.rules.throughout import throughout
from bot.understand.rules.traits import traits
from bot.understand.rules.whole import analogy, compare, define, meta, pictured

RULES: tuple[Callable[[Scene], list[Draft]], ...] = (
    analogy,
    traits,
    purpose,
    doable,
    recommend,
    in_place,
    why,
    verdict,
    confirm,
    throughout,
    which_is,
    effects,
    objects,
    pictured,
    compare,
    aspect,
    by_kin,
    measured,
    define,
    heading,
    asked_before,
    statement,
    literal,
    said_outright,
    meta,
)


def drafts(scene: Scene) -> list[Draft]:
    """All meanings that the rules propose, each meaning once with its best form."""
    best: dict[Meaning, Draft] = {}
    rules = (analogy, meta) if analogy(scene) else RULES
    befalls = False
    how_often = ("how", "often") in pairwise(scene.reading.folded)
    for rule in rules:
        found = rule(scene)
        befalls = befalls or (rule is effects and bool(found))
        for draft in found:
            if how_often and not any(map(says_how_often, draft.facts)):
                continue
            told = _told(draft)
            folded = scene.reading.folded
            if told and not any(fits_measure(fact, folded) and names_one(fact, folded) for fact in told):
                continue
            known = best.get(draft.meaning)
            if known is None or draft.base > known.base:
                best[draft.meaning] = draft
    if befalls:
        # "Do I lose it?" asks what befalls it, and no disadvantages.
        traits_ = ("advantages", "disadvantages", "pros_cons", "recommend")
        return [each for each in best.values() if each.meaning.intent not in traits_]
    if any(draft.meaning.intent == "confirm" and draft.meaning.facts for draft in best.values()):
        # A yes or no is asked for, or what comes nearest to it: the row by itself is less.
        return [
            replace(each, base=each.base - 0.1) if each.meaning.intent == "aspect" else each for each in best.values()
        ]
    return list(best.values())


def _told(draft: Draft) -> tuple[Fact, ...]:
    """The statements that a single fact, a passage or a row would be answered with."""
    if draft.meaning.intent not in ("fact", "passage", "aspect"):
        return ()
    return tuple(fact for fact in draft.facts if fact.id in draft.meaning.facts) or draft.facts
