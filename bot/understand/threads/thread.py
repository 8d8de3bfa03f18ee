"""What a later turn takes from the question before: its kind, its aspect, what it said; just what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.meaning import Meaning
from bot.model.terms import Sense
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft
from bot.understand.spots import AspectSlot
from bot.understand.threads.another import LEFT_OVER, bare, names_another, turns
from bot.understand.threads.referring import ahead, not_meant, speaks_of_other
from bot.understand.threads.turns import corrects
from bot.understand.words import grammar

CARRIED = (
    "aspect",
    "advantages",
    "disadvantages",
    "pros_cons",
    "define",
    "recommend",
    "verdict",
    "confirm",
    "why",
    "analogy",
)
"""Kinds of question that "and for X?" asks again of another subject."""


def points_back(reading: Reading) -> bool:
    """Whether a turn needs the turn before: it names no subject, or nothing but one."""
    return not reading.subjects or bare(reading)


def in_order(draft: Draft, context: Meaning) -> Draft:
    """A meaning of the same subjects as the turn before with these in its order, which "the second one" counts by."""
    same = set(draft.meaning.subjects) == set(context.subjects)
    return replace(draft, meaning=replace(draft.meaning, subjects=context.subjects)) if same else draft


def follow_up(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    """Meanings that only the turn before gives: a bare subject takes over the question."""
    if so := _less_so(reading, context) or _why_not(reading, context):
        return so
    if set_beside(reading, context):
        plain = replace(reading, cues=(), opening="")
        return _more_than(plain, context) or _same_of(plain, context, catalogue)
    return _same_of(reading, context, catalogue) if names_another(reading) else []


def set_beside(reading: Reading, context: Meaning) -> bool:
    """Whether what was asked of one is asked of two: "compared to a Y?", "vs Ys?", "more than Ys?", "Ys less so?"."""
    if _less_so(reading, context) or _why_not(reading, context):
        return True
    both = len(reading.subjects) > 1 and "subjects" in reading.inherited
    kind = context.aspects or context.intent in ("advantages", "disadvantages", "pros_cons")
    return bool(both and kind) and set(reading.cues) <= {"compare"} and not reading.aspects and _alone(reading)


def _alone(reading: Reading) -> bool:
    return not reading.opening and reading.rest <= LEFT_OVER


def _less_so(reading: Reading, context: Meaning) -> list[Draft]:
    """Whether another is at the end spoken of, more or less: "Ys less so?"."""
    so = {("less", "so"), ("more", "so"), ("even", "so")} & set(pairwise(reading.folded))
    if not so or len(reading.subjects) != 1 or not context.aspects:
        return []
    sense = context.sense or "better"
    if ("less", "so") in so:
        sense = "worse" if sense == "better" else "better"
    return [Draft(Meaning("confirm", reading.subjects, context.aspects, sense=sense), 0.97)]


def _why_not(reading: Reading, context: Meaning) -> list[Draft]:
    """Why another is not at the end that was spoken of: "and why is Y not?"."""
    asks = reading.opening == "why" and reading.folded[-1] in grammar.NEGATIONS and context.intent == "why"
    alone = not reading.aspects and reading.rest <= LEFT_OVER and set(reading.cues) <= {"why"}
    if not (asks and alone) or not context.aspects or not context.sense or len(reading.subjects) != 1:
        return []
    sense: Sense = "worse" if context.sense == "better" else "better"
    return [Draft(Meaning("why", reading.subjects, context.aspects, sense=sense), 0.97)]


def _more_than(reading: Reading, context: Meaning) -> list[Draft]:
    """Whether the one before is further at the end spoken of: "more than Ys?"."""
    if "than" not in reading.folded or not context.aspects:
        return []
    sense = context.sense or "better"
    if "less" in reading.folded:
        sense = "worse" if sense == "better" else "better"
    return [Draft(Meaning("confirm", reading.subjects, context.aspects, sense=sense), 0.97)]


def _same_of(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    """The question before, asked of another subject."""
    subjects = _put_right(reading, context)
    intent = context.intent if context.intent in CARRIED else "define"
    weighed = intent not in ("define", "analogy") or context.intent in ("fact", "passage")
    if len(subjects) > 1 and context.intent in ("compare", "difference"):
        intent = "compare" if catalogue.comparison(subjects) else "difference"
    if context.intent in ("verdict", "confirm", "fact"):
        intent = "aspect"
    told = context.aspects or tuple(
        aspect for fact in context.facts if fact in catalogue.facts for aspect in catalogue.facts[fact].aspects
    )
    aspects = tuple(
        aspect for aspect in dict.fromkeys(told) if any(catalogue.on(aspect, subject) for subject in subjects)
    )
    if intent in ("aspect", "why") and not aspects:
        intent = "define"
    if intent in ("advantages", "disadvantages", "pros_cons") and not any(
        catalogue.of(subject, "advantage", "disadvantage") for subject in subjects
    ):
        intent = "define"
    pictures = tuple(fact.id for subject in subjects for fact in catalogue.of(subject, "analogy"))
    if intent == "analogy" and not pictures:
        intent = "define"
    if intent == "recommend" and not aspects and context.facts:
        intent = "define"
    if intent == "define" and weighed:
        # It was asked what the overview does not tell of this subject: what it is would be another answer.
        return []
    facts = tuple(dict.fromkeys(pictures)) if intent == "analogy" else ()
    kept = aspects if intent in ("aspect", "why", "recommend") else ()
    sense = context.sense if intent == "why" and subjects == context.subjects else ""
    asks = reading.opening == "yesno" or (context.intent == "confirm" and len(context.subjects) == 1)
    end = context.sense or _told_end(context, catalogue)
    if intent in ("aspect", "why") and asks and end:
        # A yes or no is asked for again: "is X light?" ... "and Y?".
        intent, sense, kept = "confirm", end, aspects
    negated = intent == "confirm" and reading.negated
    turned = turns(reading.folded) or corrects(reading.folded)
    return [Draft(Meaning(intent, subjects, kept, facts, sense, negated), 0.97 if turned else 0.9)]


def _told_end(context: Meaning, catalogue: Catalogue) -> Sense:
    """The end that a single trait which was told stands for."""
    told = [catalogue.facts[fact].kind for fact in context.facts if fact in catalogue.facts]
    if context.intent not in ("fact", "why") or len(told) != 1:
        return ""
    return "worse" if told[0] == "disadvantage" else "better" if told[0] == "advantage" else ""


def _put_right(reading: Reading, context: Meaning) -> tuple[str, ...]:
    """The subjects that are asked about: of two, what was not meant gives its place to what was."""
    wrong = not_meant(reading)
    if not corrects(reading.folded) or not wrong & set(context.subjects) or len(context.subjects) < 2:
        return reading.subjects
    rest = tuple(subject for subject in context.subjects if subject not in wrong)
    return tuple(dict.fromkeys((*reading.subjects, *rest))) if set(reading.subjects) - set(rest) else reading.subjects


def asks_of(reading: Reading, context: Meaning, beside: tuple[str, ...]) -> bool:
    """Whether a turn asks of those that were named beside the one that was told of: "and the other?", "and Y?"."""
    another = names_another(reading) and context.intent == "fact" and set(reading.subjects) <= set(beside)
    return speaks_of_other(reading) or another


AGAIN = ("intent", "claim")
"""What a claim takes over that is made of another subject."""


def asked_again(reading: Reading, said: Reading, context: Meaning) -> Reading | None:
    """What was said of the subject before, said of the one that a bare turn names; None where nothing was."""
    if context.intent not in ("confirm", "fact") or context.sense:
        return None
    if len(context.subjects) != 1 and not set(reading.subjects) <= set(context.subjects):
        return None
    if not names_another(reading) or len(reading.subjects) != 1 or not said.claim:
        return None
    if context.intent == "fact" and len(context.subjects) == 1 and len(said.folded) <= len(("is", "it", "shared")):
        # One word that a statement held is no claim.
        return None
    return replace(said, subjects=reading.subjects, slots=reading.slots, negated=reading.negated, inherited=AGAIN)


def with_kind(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn that only names another aspect or use, as the kind of question that the turn before was.

    "Which is faster?" … "and memory?"; "should I use X for …?" … "and for …?"; "sorry, startup time".
    """
    choosing = context.intent in ("recommend", "verdict") and "subjects" in reading.inherited
    if reading.opening == "when" and reading.aspects and choosing and not set(reading.cues) - {"recommend"}:
        # "Which should I take?", and then "when memory is tight?".
        return replace(reading, opening="which", cues=("verdict",), inherited=(*reading.inherited, "intent"))
    if reading.cues or reading.opening not in ("", "what", "how") or reading.evaluative:
        return reading
    on = reading.folded[:1] == ("and",) and reading.folded[1:2] in (("on",), ("in",), ("at",), ("for",))
    if on and reading.aspects and context.intent == "confirm" and context.sense and "subjects" in reading.inherited:
        # "So X wins on size?", and then "and on speed?".
        slots = tuple(replace(slot, sense=slot.sense or context.sense) for slot in reading.aspects)
        taken = (*reading.inherited, "intent")
        return replace(reading, aspects=slots, opening="yesno", content=(), claim=(), inherited=taken)
    if _and_so(reading) and context.intent == "confirm" and not context.sense:
        # "Can I start it?", and then "and stop?".
        return replace(reading, opening="yesno", action=False, inherited=(*reading.inherited, "intent"))
    if reading.opening and not turns(reading.folded):
        return reading
    taken = (*reading.inherited, "intent")
    if reading.aspects and _ALSO & set(reading.folded) and context.intent in ("verdict", "confirm"):
        return _as_well(replace(reading, inherited=taken), context, catalogue)
    told = any(standing(catalogue, slot.id, reading.subjects).best for slot in reading.aspects)
    # "It's a bunch of small ones" tells what for behind "which should I take?".
    told_of = context.intent == "recommend" and reading.folded[0] in _OURS and not reading.asks
    # "And if it's for a party?"
    of_use = any(slot.id in catalogue.of_use for slot in reading.aspects)
    condition = "if" in reading.folded[:3]
    told_of = told_of or (condition and (of_use or context.intent in ("recommend", "verdict")))
    use = ("for" in reading.folded or told_of) and (bool(reading.claim) or of_use) and not told
    if use and (of_use or condition or context.intent in ("compare", "recommend", "verdict", "pros_cons", "define")):
        return replace(reading, cues=("recommend",), inherited=taken)
    chosen = context.intent in ("verdict", "recommend") or (condition and context.intent == "why")
    if reading.aspects and chosen:
        return replace(reading, opening="which", cues=("verdict",), inherited=taken)
    if reading.aspects and context.intent == "why" and corrects(reading.folded):
        return replace(reading, opening="why", cues=("why",), inherited=(*reading.inherited, "intent"))
    return reading


def _and_so(reading: Reading) -> bool:
    """Whether a turn only adds a word to what was asked: "and stop?"."""
    added = reading.folded[:1] in (("and",), ("or",)) and len(reading.folded) <= len(("and", "also", "stop", "it"))
    return added and not reading.aspects and bool(reading.claim_words)


_OURS = frozenset("its it's it they they're we we're i i'm im there mostly mainly".split())
"""What a turn begins with that tells of one's own use."""
_ALSO = frozenset("too also".split())


def _as_well(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """Whether the one that the answer named is at the same end there: "and memory too?"."""
    named = ahead(context, catalogue) or context.subjects
    sense = context.sense or "better"
    slots = tuple(replace(slot, sense=slot.sense or sense) for slot in reading.aspects)
    return replace(reading, subjects=named, aspects=slots, opening="yesno")


_WINNING = frozenset("win wins".split())
_THAT = frozenset("that this there here".split())


def with_aspects(reading: Reading, context: Meaning) -> Reading:
    """A turn that asks "which is better?", or "is X better at that?", of the aspect spoken of before."""
    if reading.aspects or not context.aspects or "overall" in reading.folded:
        return reading
    if len(reading.subjects) == 1 and reading.opening in ("statement", "") and _WINNING & set(reading.folded):
        slots = tuple(AspectSlot(aspect, "better") for aspect in context.aspects)
        return replace(reading, aspects=slots, opening="statement", cues=(), inherited=(*reading.inherited, "aspects"))
    ranked = {*reading.folded} & (grammar.EVALUATIVE | grammar.WORSENING)
    said = {word for part in reading.claim if not part.filler for word in part.text.split()}
    if not reading.evaluative and ranked and said <= ranked and reading.opening == "which":
        # "Which is the stronger one?" of what was spoken of.
        content = tuple(part for part in reading.content if part.text not in ranked)
        sense: Sense = "worse" if ranked & grammar.WORSENING else "better"
        reading = replace(reading, evaluative=sense, content=content, claim=())
    if not reading.evaluative:
        return reading
    if "subjects" not in reading.inherited and reading.subjects and not _THAT & set(reading.folded):
        return reading
    slots = tuple(AspectSlot(aspect, reading.evaluative) for aspect in context.aspects)
    return replace(reading, aspects=slots, inherited=(*reading.inherited, "aspects"))
