"""What a turn that only acts on the turn before asks: "how come?", "more", "are you sure?", "vice versa"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.catalogue.causes import gives_reason
from bot.catalogue.follow_ups import follow_ups
from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.catalogue.wording import choice
from bot.model.answer import Choice
from bot.model.meaning import IntentName, Meaning
from bot.model.terms import Sense
from bot.understand.decide import opens
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft
from bot.understand.threads.another import names_another
from bot.understand.threads.referring import ahead
from bot.understand.threads.turns import Act, act_of
from bot.understand.words import grammar

FORM = 0.95
"""How well such a turn fits: its words say just that."""
LEFT_OVER = 0.6
"""Weight of other words up to which a "why" asks of nothing but the turn before."""

_OPPOSITE: dict[IntentName, IntentName] = {"advantages": "disadvantages", "disadvantages": "advantages"}
_TURNED: dict[Sense, Sense] = {"better": "worse", "worse": "better", "": "worse"}


def acts(reading: Reading) -> Act:
    """What a turn does with the turn before; empty where it names something of its own."""
    if not reading.subjects and act_of(reading.folded) == "rows" and not (reading.aspects and "it" in reading.folded):
        # "How big in numbers?" asks of what was spoken of, "how big is it?" of a row of its own.
        return "rows"
    named = any(slot.kind == "aspect" and slot.text not in grammar.SOLVING for slot in reading.slots)
    if reading.subjects or (reading.aspects and named):
        return ""
    act = act_of(reading.folded)
    if reading.aspects:
        return act if act == "remedy" else ""
    if not act and {"why", "still", "use"} <= set(reading.folded) and reading.rest <= LEFT_OVER:
        act = "used"
    if not act and reading.opening == "how much" and reading.rest <= LEFT_OVER:
        ranked = grammar.EVALUATIVE | grammar.WORSENING | {"more", "less"}
        act = "rows" if ranked & set(reading.folded) else ""
    return act or ("why" if reading.opening == "why" and reading.rest <= LEFT_OVER else "")


def draft(reading: Reading, context: Meaning, catalogue: Catalogue) -> tuple[Draft, Reading] | None:
    """What a turn that only acts on an answered question asks, with the reading that it is scored by; None for others."""
    found = meant(acts(reading), context, catalogue)
    if found is None:
        return None
    taken = replace(reading, subjects=found.subjects, content=(), claim=(), inherited=("intent", "subjects"))
    # What its words say is explained whole, so nothing speaks against it.
    taken = replace(taken, trouble=False, action=False, own=False, recent=False, stranger=False)
    return Draft(found, FORM), taken


def onward(reading: Reading, context: Meaning, catalogue: Catalogue) -> tuple[Choice, ...]:
    """What to offer where all has been said and more is asked for, where it is not clear of what the cause is, and where
    a turn names another subject of which the overview does not tell the same.
    """
    act = acts(reading)
    if names_another(reading) and len(reading.subjects) == 1:
        return tuple(choice(each, catalogue) for each in opens(reading.subjects[0], catalogue)[:3])
    if act == "more":
        return follow_ups(context, catalogue)
    if act == "why" and context.intent in ("advantages", "disadvantages", "pros_cons"):
        facts = [fact for subject in context.subjects for fact in catalogue.of(subject, "advantage", "disadvantage")]
        rows = dict.fromkeys(aspect for fact in facts for aspect in fact.aspects if catalogue.comparison((), aspect))
        asked = [Meaning("why", catalogue.compared_on(aspect), (aspect,)) for aspect in rows]
        return tuple(choice(each, catalogue) for each in asked[:3])
    return ()


def meant(act: Act, context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """What an act asks for behind an answered question; None where there is nothing of the kind."""
    match act:
        case "why":
            return _why(context, catalogue)
        case "sure":
            return _held(context, catalogue)
        case "rows":
            return Meaning("aspect", _both(context, catalogue), context.aspects) if context.aspects else None
        case "explain":
            return _cause(context, catalogue) or context
        case "more":
            return _wider(context, catalogue)
        case "short":
            return replace(context, brief=True)
        case "example":
            return _pictured(context, catalogue)
        case "which":
            return _verdict(context, catalogue)
        case "good" | "bad" if context.intent in (*_OPPOSITE, "pros_cons"):
            side: IntentName = "advantages" if act == "good" else "disadvantages"
            return replace(context, intent=side)
        case "good" | "bad":
            return _judged(context, "better" if act == "good" else "worse")
        case "used":
            traits = catalogue.of(context.subjects[0], "advantage") if context.subjects else ()
            return Meaning("advantages", context.subjects[:1]) if traits else None
        case "overall":
            return _verdict(Meaning("compare", context.subjects), catalogue)
        case "table":
            both = _both(context, catalogue)
            return Meaning("compare", both) if catalogue.comparison(both) is not None else None
        case "remedy":
            return _saying(_HELPING, context, catalogue)
        case "except":
            return _saying(_EXCEPTING, context, catalogue)
        case "opposite":
            return _opposite(context) or _swapped(context, catalogue)
        case "swap":
            return _swapped(context, catalogue) or _opposite(context)
        case "":
            return None


def _rows(context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """The aspects that were spoken of."""
    told = (catalogue.facts[fact].aspects for fact in context.facts if fact in catalogue.facts)
    return context.aspects or tuple(dict.fromkeys(aspect for aspects in told for aspect in aspects))


def _both(context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """The subjects that were spoken of, with what a single one is compared with."""
    subjects = context.subjects
    if len(subjects) != 1:
        return subjects
    on = next((catalogue.compared_on(aspect) for aspect in context.aspects), ())
    others = on if subjects[0] in on else catalogue.counterparts(subjects[0])
    return (*subjects, *(other for other in others if other != subjects[0]))


def _why(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    chosen = ahead(context, catalogue) if context.intent == "recommend" else ()
    if chosen and not any(
        map(gives_reason, (catalogue.facts[fact] for fact in context.facts if fact in catalogue.facts))
    ):
        # Why one was recommended, what speaks for it tells.
        return Meaning("advantages", chosen) if catalogue.of(chosen[0], "advantage") else _cause(context, catalogue)
    cause = _cause(context, catalogue)
    if cause is not None:
        return cause
    if context.intent == "why":
        return context
    if context.intent in ("compare", "recommend", "difference") and catalogue.comparison(context.subjects):
        return Meaning("pros_cons", context.subjects)
    return None


def _cause(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """The reason for what was told of an aspect, or by single statements."""
    if context.intent in ("why", "define", "advantages", "disadvantages", "pros_cons", "analogy", "entry", "passage"):
        return None
    if context.aspects:
        sense = _told(context, catalogue) if context.intent == "confirm" else context.sense
        # Behind "which is faster?" the cause is asked of the one that the answer named.
        named = ahead(context, catalogue)
        subjects = tuple(dict.fromkeys((*named, *context.subjects)))
        return Meaning("why", subjects, context.aspects, context.facts, sense=sense)
    if context.facts:
        return Meaning("why", context.subjects, _rows(context, catalogue)[:1], context.facts)
    return None


def _told(context: Meaning, catalogue: Catalogue) -> Sense:
    """The end at which the one is that was asked about: behind a "no" the cause is asked of what was answered."""
    place = standing(catalogue, context.aspects[0], _both(context, catalogue))
    asked = place.worst if context.sense == "worse" else place.best
    return _TURNED[context.sense] if context.sense and asked and asked != context.subjects[0] else context.sense


def _held(context: Meaning, catalogue: Catalogue) -> Meaning:
    """The same again: as a yes or no where it was said who is ahead, in short where nothing was claimed."""
    if context.intent == "verdict":
        place = standing(catalogue, context.aspects[0], context.subjects) if context.aspects else None
        named = (place.worst if context.sense == "worse" else place.best) if place else ""
        if named:
            others = tuple(subject for subject in context.subjects if subject != named)
            return Meaning("confirm", (named, *others), context.aspects[:1], sense=context.sense or "better")
    claimed = context.intent in ("aspect", "verdict", "confirm", "why", "fact", "passage", "recommend")
    return context if claimed else replace(context, brief=True)


def _wider(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """What says more than was said; None where all has been said."""
    cause = _cause(context, catalogue)
    if cause is not None:
        return cause
    match context.intent:
        case "compare" | "recommend":
            wider: Meaning | None = Meaning("pros_cons", context.subjects)
        case "define" if len(context.subjects) == 1:
            wider = Meaning("pros_cons", context.subjects)
        case _:
            return None
    traits = [fact for s in context.subjects for fact in catalogue.of(s, "advantage", "disadvantage")]
    return wider if traits else None


def _pictured(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """The everyday picture of what was defined."""
    if context.intent not in ("define", "difference", "compare"):
        return None
    subjects = set(context.subjects)
    found = [fact for fact in catalogue.knowledge.facts if fact.kind == "analogy" and subjects <= set(fact.subjects)]
    return Meaning("analogy", context.subjects, facts=tuple(fact.id for fact in found)) if found else None


def _verdict(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """Who comes out ahead: on the aspects that were spoken of, else altogether."""
    both = _both(context, catalogue)
    if len(both) < 2 or context.intent in ("entry", "passage"):
        return None
    if context.intent == "recommend":
        return replace(context, subjects=both)
    if context.aspects:
        return Meaning("verdict", both, context.aspects, sense="better")
    return Meaning("recommend", both) if catalogue.comparison(both) else None


def _judged(context: Meaning, sense: Sense) -> Meaning | None:
    """Whether the one that was spoken of is at an end of what was told of it."""
    one = len(context.subjects) == 1 and context.aspects
    return Meaning("confirm", context.subjects, context.aspects[:1], sense=sense) if one else None


def _opposite(context: Meaning) -> Meaning | None:
    """The other side of traits, the other end of an aspect."""
    if context.intent in _OPPOSITE:
        return replace(context, intent=_OPPOSITE[context.intent])
    if context.intent in ("verdict", "confirm") and context.aspects:
        return replace(context, sense=_TURNED[context.sense], facts=(), premise="", negated=False)
    return None


def _saying(pattern: re.Pattern[str], context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """What of what was told has such words; None where nothing has."""
    told = [catalogue.facts[fact] for fact in context.facts if fact in catalogue.facts]
    told += [fact for each in context.aspects for one in context.subjects for fact in catalogue.on(each, one)]
    found = next((fact for fact in told if fact.kind != "advantage" and pattern.search(fact.prose.plain)), None)
    return Meaning("fact", found.subjects, facts=(found.id,)) if found else None


_HELPING = re.compile(
    r"\b(?:unless|workarounds?|helps?|mitigate[sd]?|(?:can|could|may) be (?:reduced|avoided|solved|fixed|overcome|softened))\b",
    re.IGNORECASE,
)
"""What names a remedy in a statement."""
_EXCEPTING = re.compile(r"\b(?:not|except|unless|cannot|can't|limited|only|no)\b", re.IGNORECASE)
"""What says of which it does not hold."""
_ONE_SIDED = ("define", "analogy", "verdict", "entry", "passage", "fact")


def _swapped(context: Meaning, catalogue: Catalogue) -> Meaning | None:
    """The same with the subjects changed about, or of what the one is compared with."""
    subjects = context.subjects
    alone = len(subjects) == 1
    others = catalogue.counterparts(subjects[0]) if alone else tuple(reversed(subjects))
    if not others or (alone and len(others) > 1) or context.facts or context.intent in _ONE_SIDED:
        # Of several others, none is the other way round.
        return None
    turned = replace(context, subjects=others)
    if context.intent == "why" and context.sense:
        turned = replace(turned, sense=_TURNED[context.sense])
    return turned if _spoken_of(turned, catalogue) else None


def _spoken_of(meaning: Meaning, catalogue: Catalogue) -> bool:
    """Whether anything is said of the first subject."""
    first = meaning.subjects[0]
    if meaning.aspects:
        return any(catalogue.on(aspect, first) for aspect in meaning.aspects)
    if meaning.intent in ("advantages", "disadvantages", "pros_cons"):
        return bool(catalogue.of(first, "advantage", "disadvantage"))
    return bool(catalogue.of(first))
