"""The rule for yes or no: by who stands better, by what each is, or by what the statements say of a claim."""

from __future__ import annotations

from dataclasses import replace

from bot.catalogue.standing import standing
from bot.model.facts import FactKind
from bot.model.meaning import Meaning, Premise
from bot.model.terms import Sense
from bot.understand.claims import WHOLLY, judge
from bot.understand.lessening import lessened
from bot.understand.reading import Reading
from bot.understand.remedies import DOING
from bot.understand.rules.claimed import claimed
from bot.understand.rules.having import has_it
from bot.understand.rules.quantity import of_one_alone, universal
from bot.understand.rules.roles import head, swapped
from bot.understand.rules.scene import Draft, Scene, definitions
from bot.understand.spots import BEING, DREADED, AspectSlot
from bot.understand.words import grammar


def confirm(scene: Scene) -> list[Draft]:
    """Yes or no: by who stands better, or by what the statements say."""
    reading = scene.reading
    if reading.opening not in ("yesno", "statement") and not reading.has("confirm"):
        return []
    if reading.either and len(reading.subjects) >= 2 and "than" not in reading.folded:
        return []
    if reading.opening == "yesno" and reading.has("compare") and "difference" in reading.folded:
        # "Is there a difference in it?" wants to hear which.
        return []
    asked = (at for at, word in enumerate(reading.folded) if at and word in _OPEN)
    if reading.opening == "statement" and any(
        grammar.AUXILIARIES & set(reading.folded[at + 1 : at + 3]) for at in asked
    ):
        # "I deleted X, where did Y go?" has no yes.
        return []
    said = {part.concept for part in reading.claim}
    if reading.either and any(scene.evidence.opposites.get(concept, frozenset()) & said for concept in said):
        # "Is it fast or slow?" has no yes.
        return []
    named = reading.subjects
    drafts = []
    named_end: Sense = ""
    if reading.has("advantages") != reading.has("disadvantages"):
        named_end = "better" if reading.has("advantages") else "worse"
    elif reading.evaluative and "than" in reading.folded:
        named_end = reading.evaluative
    elif grammar.WINNING & set(reading.folded) or _as_well(reading.folded):
        named_end = "better"
    ends = {slot.id: scene.sense_of(slot) or named_end for slot in reading.aspects}
    sensed = _of_its_own(scene, tuple(replace(slot, sense=ends[slot.id]) for slot in reading.aspects if ends[slot.id]))
    if sensed and scene.compared() and scene.weighed():
        told_of = named or _only_one_told(scene, tuple(slot.id for slot in sensed))
        sensed = _not_so(scene, sensed, told_of) or sensed
        aspects, sense = tuple(slot.id for slot in sensed), sensed[0].sense
        if told_of:
            meaning = Meaning("confirm", told_of, aspects, sense=sense, negated=reading.negated)
        else:
            # Of whom it is asked is not said: who it is of is the answer.
            meaning = Meaning("verdict", scene.compared(), aspects, sense=sense)
        base = 0.93 if named else 0.85 if told_of else 0.7
        # Where nobody is ahead, the words of the row say more: "is it good for X?" of what is ideal for X.
        base -= 0.0 if scene.tells_ahead() else 0.1
        plain = Draft(meaning, base, scene.on_aspects(scene.compared()))
        drafts.append(_denied_beside(scene, named, aspects) or _of_all(scene, named, sensed) or plain)
        drafts += _holds_at_all(scene, aspects, named)
    drafts += [*_said_equal(scene, named), *has_it(scene, named), *_own_words(scene, named, sensed)]
    drafts += _remedy(scene, named)
    drafts += swapped(scene, named)
    able = reading.opening == "yesno" and bool(_ABLE & set(reading.folded)) and not reading.graded
    if able and len(named) == 1 and not sensed and not reading.stranger:
        drafts += _given(scene, named)
    if len(named) >= 2 and (_identified(reading) or _called_the_other(scene)):
        rows = tuple(fact for subject in named for fact in scene.catalogue.of(subject, "cell")[:1])
        facts = rows if scene.catalogue.comparison(named) is not None else definitions(scene, named) or rows
        denied = Meaning(
            "confirm", named, facts=tuple(f.id for f in facts), premise="stated" if reading.negated else "denied"
        )
        if facts and (so := _defined_so(scene)) is None:
            # In whatever state: it is the other all the same that it is said to be.
            drafts.append(Draft(denied, 0.95, facts, strictness=0.4))
        elif facts and so is not None:
            drafts.append(so)
    # "Is isolation a concern?", "does X weaken it?" asks whether it is little, and not whether there is any.
    dreaded = bool((DREADED | DOING) & set(reading.folded))
    # "Can I trust it?" asks for more than a statement that speaks of it.
    if reading.claim_words and not _VOUCHING & {*reading.folded[1:3]} and not ((named_end or dreaded) and sensed):
        drafts += claimed(scene, named)
    return drafts


_VOUCHING = frozenset("trust believe rely depend bank".split())
"""What asks whether one may rely on a thing, and not what is so."""


def _identified(reading: Reading) -> bool:
    """Whether one is said to be the other, and nothing else: "is the roof of X kept after a Y?" asks of the roof."""
    return reading.identity and not reading.rest and all(slot.sense for slot in reading.aspects)


def _own_words(scene: Scene, named: tuple[str, ...], sensed: tuple[AspectSlot, ...]) -> list[Draft]:
    """Yes, by the subject's own trait that has the very word, where its row puts it at neither end: "is X complex?"."""
    reading = scene.reading
    said = {part.concept for part in reading.claim if not part.filler}
    if len(named) != 1 or len(sensed) != 1 or len(said) != 1 or reading.rest or reading.negated or reading.comparing:
        return []
    if not BEING & {reading.folded[0]} or said != set(scene.evidence.concepts(reading.folded[-1:])):
        return []
    place = standing(scene.catalogue, sensed[0].id, (named[0], *scene.catalogue.counterparts(named[0])))
    if named[0] in (place.best, place.worst):
        return []
    kind: FactKind = "advantage" if sensed[0].sense == "better" else "disadvantage"
    rows = {sensed[0].id}
    for fact in scene.catalogue.of(named[0], kind):
        told = scene.evidence.said[fact.id]
        if (
            said <= told.concepts - told.denied
            and not rows & {*fact.aspects}
            and not lessened(fact, sorted(reading.folded))
        ):
            return [Draft(Meaning("confirm", named, facts=(fact.id,), premise="stated"), 0.95, (fact,))]
    return []


def _as_well(folded: tuple[str, ...]) -> bool:
    """Whether one is said to do no worse than another: "Xs are moved just as easily as Ys"."""
    return any(folded[at : at + 3 : 2] == ("as", "as") and folded[at + 1] in _WELL for at in range(len(folded) - 2))


_WELL = frozenset("easily easy well good quickly simply smoothly readily".split())
_OPEN = grammar.ASKING - grammar.CONDITIONS
"""What asks for more than yes or no."""


def _called_the_other(scene: Scene) -> bool:
    """Whether one thing is said to be the other in some state, and not by its own definition: "an X is a stopped Y"."""
    reading, named = scene.reading, scene.reading.subjects
    said = [part for part in reading.claim if not part.filler]
    other = next((slot.text for slot in reading.slots if slot.kind == "subject" and slot.id == named[1]), "")
    whole = " ".join(reading.folded)
    if len(said) != 1 or not BEING & set(reading.folded):
        return False
    if not any(form in whole for form in (f"{said[0].text} {other}", f"{other} that is {said[0].text}")):
        return False
    heads = [head(fact, scene.evidence) for fact in scene.catalogue.defined(named[0])[:1]]
    apart = named[1] in (*scene.siblings(named[0]), *scene.catalogue.counterparts(named[0]))
    return apart and not reading.aspects and not any(said[0].concept in head for head in heads)


def _defined_so(scene: Scene) -> Draft | None:
    """Yes, where one is said to be the other in a state that its definition names: "is X just a Y that is running?" of "X is
    a running instance of Y".
    """
    reading = scene.reading
    state = reading.folded[reading.folded.index("that") + 1 :] if "that" in reading.folded else ()
    concepts = set(scene.evidence.concepts([word for word in state if word not in BEING]))
    found = scene.catalogue.defined(reading.subjects[0])[:1]
    if not concepts or not found or not concepts <= head(found[0], scene.evidence):
        return None
    premise: Premise = "denied" if reading.negated else "stated"
    facts = tuple(fact.id for fact in found)
    return Draft(Meaning("confirm", reading.subjects, facts=facts, premise=premise), 0.95, tuple(found), strictness=0.4)


def _of_its_own(scene: Scene, sensed: tuple[AspectSlot, ...]) -> tuple[AspectSlot, ...]:
    """The aspects whose end is asked about: of those that are named the ones that are told of the only subject, "is it easy
    to manage hundreds of Xs?" where nothing is told of managing an X, and something of hundreds of them.
    """
    named = scene.reading.subjects
    if len(named) != 1 or not sensed or any(scene.catalogue.on(slot.id, named[0]) for slot in sensed):
        return sensed
    own = tuple(slot for slot in scene.reading.aspects if scene.catalogue.on(slot.id, named[0]))
    if not own and {"that", "this", "it"} & set(scene.reading.folded):
        # "We have hundreds of Xs, is that hard to manage?"
        own = tuple(AspectSlot(each, "") for each in scene.told_of if scene.catalogue.on(each, named[0]))
    return tuple(replace(slot, sense=sensed[0].sense) for slot in own) or sensed


def _not_so(scene: Scene, sensed: tuple[AspectSlot, ...], told_of: tuple[str, ...]) -> tuple[AspectSlot, ...]:
    """Of several ends that are claimed in as many words, "X is small, quick and safe", those at which it is not, where it is
    at others: then not all is so. Nothing where all is so, or nothing, or where one word asks of several rows.
    """
    starts = {slot.id: slot.start for slot in scene.reading.slots if slot.kind == "aspect"}
    claimed_ = {starts.get(slot.id, 0): slot for slot in sensed}
    if len(claimed_) < len(sensed) or len(sensed) < 2 or not told_of or scene.reading.negated or scene.reading.either:
        return ()
    so: dict[bool, list[AspectSlot]] = {True: [], False: []}
    for slot in sensed:
        place = standing(scene.catalogue, slot.id, scene.compared())
        end = place.worst if slot.sense == "worse" else place.best
        if end:
            so[end == told_of[0]].append(slot)
    return tuple(so[False][:1]) if so[True] else ()


def _holds_at_all(scene: Scene, aspects: tuple[str, ...], named: tuple[str, ...]) -> list[Draft]:
    """Yes, where a subject is defined by what it is asked for, whoever has more of it: "is X isolated?"."""
    reading = scene.reading
    ranked = reading.comparing or reading.graded or (grammar.EVALUATIVE | grammar.WORSENING) & set(reading.folded)
    if len(named) != 1 or ranked or scene.sense() != "better":
        return []
    said = {
        concept
        for slot in reading.slots
        if slot.kind == "aspect" and slot.id in aspects
        for concept in scene.evidence.concepts(slot.text.split())
    }
    spoken = [word for slot in reading.slots if slot.kind == "aspect" for word in slot.text.split()]
    points = [fact for fact in scene.catalogue.of(named[0], "point") if not lessened(fact, spoken)]
    told = [(fact, scene.evidence.said[fact.id]) for fact in points]
    facts = tuple(fact for fact, what in told if said and said <= what.concepts - what.denied)
    premise: Premise = "denied" if reading.negated else "stated"
    meaning = Meaning("confirm", named, aspects, tuple(fact.id for fact in facts[:1]), premise=premise)
    return [Draft(meaning, 0.96, (*facts, *scene.on_aspects(named)))] if facts else []


def _only_one_told(scene: Scene, aspects: tuple[str, ...]) -> tuple[str, ...]:
    """The one subject of which alone the overview tells anything on some aspects: then it is asked of that one."""
    told = {subject for aspect in aspects for fact in scene.catalogue.on(aspect) for subject in fact.subjects}
    return tuple(told) if len(told) == 1 else ()


def _denied_beside(scene: Scene, named: tuple[str, ...], aspects: tuple[str, ...]) -> Draft | None:
    """No, where what is said beside an end does not hold: "Xs are safe rooms that share the roof" of Xs with roofs of their
    own, however safe.
    """
    ends = {word for slot in scene.reading.slots if slot.id in aspects for word in slot.text.split()}
    beside = [part for part in scene.reading.claim if not part.filler and not set(part.text.split()) <= ends]
    if len(beside) < _TELLING or len(named) != 1 or scene.reading.negated or scene.reading.comparing:
        return None
    found = judge(beside, named, scene.catalogue, scene.evidence, negated=False)
    if found.premise != "denied" or found.strength < WHOLLY:
        return None
    facts = tuple(fact.id for fact in found.facts)
    return Draft(Meaning("confirm", named, scene.aspects(), facts, premise="denied"), 0.94, found.facts)


def _of_all(scene: Scene, named: tuple[str, ...], sensed: tuple[AspectSlot, ...]) -> Draft | None:
    """No, where one alone is claimed to be at an end at which a trait puts all: "a leak wets only one X"."""
    if len(named) != 1 or not of_one_alone(scene.reading) or scene.reading.negated:
        return None
    kind: FactKind = "advantage" if sensed[0].sense == "better" else "disadvantage"
    aspects = tuple(slot.id for slot in sensed)
    found = [f for f in scene.catalogue.of(named[0], kind) if set(aspects) & {*f.aspects} and universal(f)]
    meaning = Meaning("confirm", named, aspects, tuple(fact.id for fact in found[:1]), premise="denied")
    return Draft(meaning, 0.94, tuple(found[:1])) if found else None


_TELLING = 2
"""Words beside an end from which they claim something by themselves."""


def _remedy(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """Whether one is ahead in what was complained of before: "starting takes ages, would X fix that?"."""
    reading = scene.reading
    if (
        _USUAL & set(reading.folded)
        and {"that", "this", "it"} & set(reading.folded)
        and len(named) == 1
        and not reading.aspects
    ):
        known = tuple(each for each in scene.told_of if scene.catalogue.on(each, named[0]))
        return (
            [Draft(Meaning("aspect", named, known[:1]), 0.93, scene.catalogue.on(known[0], named[0]))] if known else []
        )
    asked = bool((grammar.SOLVING | {"help", "helps"}) & set(reading.folded)) and reading.folded[-1] in (
        "that",
        "this",
        "it",
        "help",
    )
    others = any(slot.kind == "aspect" and slot.text not in grammar.SOLVING for slot in reading.slots)
    if not asked or len(named) != 1 or others or reading.opening != "yesno":
        return []
    compared = (named[0], *scene.catalogue.counterparts(named[0]))
    told = [each for each in scene.told_of if standing(scene.catalogue, each, compared).best]
    return [Draft(Meaning("confirm", named, (each,), sense="better"), 0.97) for each in told[:1]]


_USUAL = frozenset("normal usual expected typical common".split())
"""What asks whether it is known of a thing what was told: "it takes ages, is that normal for an X?"."""


def _said_equal(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """No, where two are said to be equal in what the overview ranks them by."""
    reading = scene.reading
    # "The same everywhere" is what an aspect is called.
    called = {word for slot in reading.slots if slot.kind == "aspect" for word in slot.text.split()}
    equal = _EQUAL & (set(reading.folded) - called)
    if len(named) < 2 or not reading.aspects or not equal or not scene.tells_ahead():
        return []
    facts = scene.on_aspects(named)
    cells = tuple(fact.id for fact in facts if fact.kind == "cell")
    premise: Premise = "stated" if reading.negated else "denied"
    return [Draft(Meaning("confirm", named, scene.aspects(), cells, premise=premise), 0.95, facts)]


_EQUAL = frozenset("equal equally same alike".split())
"""What says that two are no different."""
_ABLE = frozenset(
    "can could possible able allow allows give get offer offers provide provides support supports".split()
)


def _given(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """Yes, where an aspect is named that the subject has as an advantage, and nothing else is said of it."""
    on = [(each, scene.catalogue.on(each, named[0])) for each in scene.aspects()]
    given = [(each, facts) for each, facts in on if facts and all(fact.kind == "advantage" for fact in facts)]
    if not given:
        return []
    aspects, facts = (given[0][0],), given[0][1]
    premise: Premise = "denied" if scene.reading.negated else "stated"
    meaning = Meaning("confirm", named, aspects, tuple(fact.id for fact in facts), premise=premise)
    return [Draft(meaning, 0.93, (*facts, *scene.on_aspects(named)))]
