"""The rule for which to choose, and for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.catalogue.purposes import purpose as purpose_of
from bot.catalogue.standing import standing
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.text import words
from bot.understand.claims import Match, matches
from bot.understand.reading import Reading
from bot.understand.rules.in_place import has_instead
from bot.understand.rules.scene import Draft, Scene
from bot.understand.rules.situations import ANYTHING, counted, situated
from bot.understand.rules.traits import INSTEAD, REASONS_TO_USE, advised_against, outdone
from bot.understand.sayings import Content
from bot.understand.words import grammar
from bot.understand.words.undecided import undecided


def _uses(scene: Scene, facts: list[Fact]) -> list[Match]:
    """Statements that hold a rare word of the whole message: the use is often told before the question."""
    told = [part for part in scene.told if part.text not in ANYTHING]
    rare = [part for part in told if not part.filler and (part.weight >= 0.7 or " " in part.text)]
    found = {
        match.said.fact.id: match for part in rare for match in matches([part], dict.fromkeys(facts), scene.evidence)
    }
    return list(found.values())[:2]


def _told_uses(scene: Scene, facts: list[Fact]) -> list[Match]:
    """Of these the rows that say what a subject is meant for, where the message names a use: nothing decides before that."""
    meant = {fact.id for fact in facts if fact.subjects and fact == purpose_of(fact.subjects[0], scene.catalogue)}
    named = {each for fact in facts if fact.id in meant for each in fact.aspects}
    found = _uses(scene, facts) if named & {*scene.told_of} else []
    return [match for match in found if match.said.fact.id in meant]


def _everyday_use(scene: Scene, facts: list[Fact]) -> list[Match]:
    """The row or advice that alone names an everyday word as a use: "for a startup"."""
    folded = scene.reading.folded
    behind = set(folded[folded.index("for") + 1 :]) if "for" in folded else set()
    said = [part for part in scene.reading.claim if part.filler and behind & set(part.text.split())]
    if not said:
        return []
    purposes = {purpose_of(each, scene.catalogue) for fact in facts for each in fact.subjects}
    meant = [fact for fact in facts if fact.kind == "advice" or fact in purposes]
    found = [match for part in said for match in matches([replace(part, filler=False)], meant, scene.evidence)]
    return found if len({match.said.fact.subjects for match in found}) == 1 else []


def _bearing(claim: Sequence[Content], found: Sequence[Match]) -> list[Match]:
    """The statements that bear on a use: the fullest, and those that speak of what the ones before leave out."""
    bearing: list[Match] = []
    covered = set[str]()
    said = {part.concept for part in claim if not part.filler}
    for match in found:
        new = (said & match.said.concepts) - covered
        if match.share >= found[0].share - 0.15 or new:
            bearing.append(match)
            covered |= new
    return bearing


def _weighed(scene: Scene) -> tuple[str, ...]:
    """What there is to choose from where no table compares it: all that has traits, if that is a few."""
    known = scene.catalogue
    found = tuple(
        each.id for each in known.knowledge.subjects if known.of(each.id, "advantage", "disadvantage", "advice")
    )
    return found if 1 < len(found) <= _FEW else ()


_FEW = 4


_ADVISING = frozenset("should shall".split())


def _asks_for_advice(folded: tuple[str, ...]) -> bool:
    """Whether a question begins with "should", or asks what people need: "do I need …"."""
    return bool(_ADVISING & set(folded[:2])) or (
        folded[:1] in (("do",), ("would",)) and folded[1:2] in (("i",), ("we",)) and "need" in folded[2:4]
    )


def _names_a_use(folded: tuple[str, ...]) -> bool:
    """Whether a "for" tells what for: not the one of "for each of them"."""
    return any(word == "for" and behind not in grammar.UNIVERSAL | {"it", "one"} for word, behind in pairwise(folded))


_WISHING = frozenset("need want require".split())
_FITTING = frozenset(
    """
    ideal suitable suited useful appropriate good right worth sensible recommended preferred preferable fit fits fitting sense
    beneficial needed necessary justified handy
    """.split()
)
"""What is said of a thing where it is right to choose it."""
_GUIDING = frozenset("should use choose pick prefer take go recommend better best would to".split())
"""Words of whoever asks when to choose a thing, and not when it is so."""


def _asked(scene: Scene) -> bool:
    """Whether it is asked which to choose, in whatever words."""
    reading = scene.reading
    judged = _judged(reading)
    said = set(reading.folded)
    between = reading.chooses or (len(reading.subjects) > 1 and bool(INSTEAD & said))
    return bool(
        (between and _asks_for_advice(reading.folded))
        # "Should we come in for a kick-off?"
        or (reading.opening == "yesno" and reading.folded[0] in _ADVISING and not reading.subjects)
        or _wished(reading)
        or _for_whom(reading)
        or _advised(reading)
        or (_of_front(reading) and scene.told_of)
        or (reading.has("recommend") and not advised_against(reading))
        or _offered(reading)
        or (reading.opening == "which" and _names_a_use(reading.folded))
        or (judged and not reading.subjects and {"one", "neither", "either"} & said)
        or (judged and (len(reading.subjects) >= 2 or reading.opening == "which"))
        or (reading.has("verdict") and reading.opening == "who" and not reading.aspects and len(reading.subjects) >= 2)
        # "Is X better?", of whatever it is set against.
        or (judged and reading.opening == "yesno" and not reading.claim_words and len(scene.compared()) > 1)
    )


def _advised(reading: Reading) -> bool:
    """Whether it is asked what somebody should take: "what should a bakery use?"."""
    should = reading.opening in ("what", "which") and reading.folded[1:2] in (("should",), ("would",))
    return should and bool({*reading.folded[2:4], reading.folded[-1]} & _TAKING) and len(reading.subjects) != 1


_TAKING = frozenset("use choose take pick prefer select adopt run with for".split())


def _judged(reading: Reading) -> bool:
    """Whether "better" is asked for, and not better at something."""
    openings = ("yesno", "which", "what", "statement", "")
    return bool(reading.evaluative) and not reading.aspects and not outdone(reading) and reading.opening in openings


def _offered(reading: Reading) -> bool:
    """Whether two are offered to choose from: "X or Y for a trip?", "X or Y?"."""
    either = reading.chooses and reading.opening in ("", "what", "which")
    open_ = not reading.claim_words and not reading.has("verdict", "compare")
    return either and (
        ("for" in reading.folded and not reading.has("compare")) or (reading.asks and (open_ or reading.opening == ""))
    )


def _for_whom(reading: Reading) -> bool:
    """Whether it is asked who should use a thing."""
    named = {word for slot in reading.slots if slot.kind == "subject" for word in slot.text.split()}
    using = {word.removesuffix("s") for word in reading.folded if word not in named}
    return reading.opening == "who" and not reading.claim_words and bool(REASONS_TO_USE & using)


def _of_front(reading: Reading) -> bool:
    """Whether what stands before is what is wanted: "I want it quick, which one gives me that?"."""
    return reading.opening == "which" and reading.folded[-1] in ("that", "this") and not reading.aspects


def _wished(reading: Reading) -> bool:
    """Whether a wish is told, to hear who fulfils it: "we need strong locks"."""
    wished = reading.folded[:1] in (("i",), ("we",)) and _WISHING.issuperset(reading.folded[1:2])
    return wished and bool(reading.aspects) and not (reading.subjects or reading.cues or reading.action)


def _ruled_out(reading: Reading) -> bool:
    """Whether the form asks for something else than advice."""
    said = set(reading.folded)
    good_for = reading.opening == "what" and not reading.subjects and reading.folded[-1:] == ("for",)
    of_it = not reading.either and any(part.place == "head" and not part.filler for part in reading.content)
    if has_instead(reading) or good_for or (of_it and reading.opening == "yesno"):
        # "What is a winch good for?" asks of the winch.
        return True
    if len(reading.subjects) == 1 and {"alternative", "alternatives"} & said and reading.opening != "yesno":
        # What else there is, the overviews do not tell.
        return True
    decides = reading.opening == "how to" and bool({"choose", "decide", "pick"} & said)
    decides = decides or (reading.opening == "where" and bool({"use", "prefer", "choose"} & said))
    if reading.opening in ("why", "how much", "how to", "where") and not decides:
        return True
    taking_place = ("take", "place") in pairwise(reading.folded) or ("takes", "place") in pairwise(reading.folded)
    if reading.opening == "when" and (
        taking_place or (not _GUIDING & said if reading.aspects else not reading.subjects)
    ):
        # "When is it slow?" asks of the row, "when do I need a jack?" of no car.
        return bool(reading.aspects or reading.claim_words)
    if reading.opening == "when" and {"last", "first", "next"} & said and not (_GUIDING | _FITTING) & said:
        # "When does the last ferry go?"
        return True
    if reading.opening == "when" and reading.claim_words and not (_GUIDING | _FITTING) & said:
        # "When does an X become dry?" asks of no choice.
        return True
    advising = [slot for slot in reading.slots if (slot.kind, slot.id) == ("intent", "recommend")]
    claimed = reading.opening in ("yesno", "statement") and all(slot.text.endswith(" for") for slot in advising)
    # "Xs are made for Y" is a claim, and "are they used for Y?" asks whether it holds.
    claimed = claimed and bool(advising)
    return (
        claimed
        or reading.has("confirm")
        or reading.of_a_kind
        or (reading.opening == "who" and not (_for_whom(reading) or reading.has("verdict")))
    )


def _of_a_part(scene: Scene) -> bool:
    """Whether "which" asks for one of what the content only mentions: "which engine should we choose?" of cars."""
    folded = scene.reading.folded
    concepts = scene.evidence.concepts(folded[1:2]) if scene.reading.opening == "which" else ()
    named = {word for slot in scene.reading.slots for word in slot.text.split()}
    # "Which glue?" of bone glue and wood glue.
    known = scene.catalogue.knowledge
    compared = {each for comparison in known.comparisons for each in comparison.subjects}
    apart = [each for each in known.subjects if each.id in compared or not compared]
    named |= {word.text for each in apart for word in words(each.name)}
    # "Which engine type?" asks for one of a kind, of whatever kind.
    one = (
        not grammar.KINDS & {*folded[2:3]}
        and folded[1:2]
        and folded[1] not in grammar.CHOSEN | grammar.PRONOUNS | named
    )
    # What all of the subjects are weighs nothing.
    weighs = any(part.weight and folded[1] in part.text.split() for part in scene.reading.claim)
    return bool(one) and weighs and any(map(scene.evidence.spread, concepts))


_MOST = 4
"""Statements at most that a recommendation is given by."""


def _decides(fact: Fact, subjects: Sequence[str], scene: Scene) -> bool:
    """Whether a statement may decide: no text under a heading that speaks of all that is compared, and no advice for numbers
    that the message denies.
    """
    of_everything = fact.kind == "passage" and len(subjects) > 1 and {*subjects} <= {*fact.subjects}
    return not of_everything and counted(scene, fact) is not False


def _have_traits(subjects: Sequence[str], scene: Scene) -> bool:
    """Whether anything is told of some subjects by which one may choose."""
    return any(scene.catalogue.of(each, "cell", "advantage", "disadvantage", "advice") for each in subjects)


def recommend(scene: Scene) -> list[Draft]:
    """Which to choose, and for what."""
    reading = scene.reading
    if not _asked(scene) or _ruled_out(reading) or _of_a_part(scene):
        return []
    if "subjects" in reading.inherited and not _have_traits(reading.subjects, scene):
        # "We run six services. What would you take?" chooses no service, of which only is told what it is.
        scene = replace(scene, reading=replace(reading, subjects=()))
        reading = scene.reading
    subjects = scene.compared()
    if not subjects and not reading.subjects:
        first = scene.catalogue.knowledge.comparisons[:1]
        subjects = first[0].subjects if first else _weighed(scene)
    if not subjects:
        return []
    if not _have_traits(reading.subjects or subjects, scene):
        # Which of its kinds is best, what is only described does not tell.
        which = reading.opening == "which" and len(reading.subjects) == 1
        return [] if which else [Draft(Meaning("define", reading.subjects), 0.85, strictness=1.5)]
    advised = any(scene.catalogue.of(subject, "advice") for subject in reading.subjects)
    if (
        len(reading.subjects) > 1
        and not advised
        and set(scene.siblings(reading.subjects[0])) & set(reading.subjects[1:])
    ):
        # Of two that are told apart by what they are, neither is to be chosen.
        return [Draft(Meaning("difference", reading.subjects), 0.85, strictness=1.5)]
    facts = [fact for subject in subjects for fact in scene.catalogue.of(subject) if _decides(fact, subjects, scene)]
    claim = [part for part in reading.claim if not (part.text.isdigit() or part.text in ANYTHING)]
    used = [match for match in matches(claim, dict.fromkeys(facts), scene.evidence, rare=True) if match.share >= 0.34]
    used = _told_uses(scene, facts) or _bearing(claim, used) or _uses(scene, facts) or _everyday_use(scene, facts)
    aspects = tuple(each for each in scene.aspects() or scene.told_of if standing(scene.catalogue, each, subjects).best)
    told_use = any(match.said.fact == purpose_of(subject, scene.catalogue) for match in used for subject in subjects)
    ends = {slot.id for slot in reading.aspects if scene.sense_of(slot)}
    # Where the use is told, what else is named without an end tells of it: "a dozen Xs" belong to no row on crowds.
    aspects = tuple(each for each in aspects if each in ends) if told_use else aspects
    aspects = aspects[:1] if _of_front(reading) else aspects
    open_ = not aspects or not scene.aspects() or undecided(scene.message)
    fitting = situated(scene, facts) if open_ else []
    if any(fact.kind == "advice" for fact in fitting):
        # Advice on the situation says more than a row that what is told before the question happens to name.
        aspects = ()
    fitting = [] if aspects else fitting
    bearing = [] if aspects else [*fitting, *(match.said.fact for match in used)]
    chosen = tuple(dict.fromkeys(fact for fact in bearing if fact.kind != "analogy"))[:_MOST]
    # Of a situation that is advised on, "which one for it?" asks for the advice.
    advised_on = reading.opening == "which" and any(fact.kind == "advice" for fact in fitting)
    base = 0.9 if reading.subjects else 0.94 if advised_on else 0.78
    if _offered(reading) and "subjects" not in reading.inherited:
        base += 0.01
    which = reading.opening == "which" and reading.folded[:1] != ("for",)
    if len(reading.subjects) == 1 and (set(reading.folded) & {"or", "vs", "versus"} or which):
        base -= 0.35
    alone = reading.opening == "yesno" and bool(reading.evaluative) and not reading.claim_words
    meaning = Meaning(
        "recommend", subjects if alone else reading.subjects or subjects, aspects, tuple(fact.id for fact in chosen)
    )
    lenient = 0.6 if len(reading.subjects) >= 2 or advised_on else 1.0
    lenient = lenient if any(not part.filler for part in claim) else 0.3
    return [Draft(meaning, base, (*chosen, *scene.on_aspects(subjects)), strictness=lenient)]
