"""Yes or no to a claim, by what the statements say of it."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.catalogue.marks import mark_of
from bot.model.facts import Fact
from bot.model.meaning import Meaning, Premise
from bot.model.terms import Sense
from bot.text import words
from bot.understand.claims import TOUCHED, WHOLLY, Judgement, judge
from bot.understand.reading import Reading
from bot.understand.rules.quantity import alike, of_one_alone, of_whichever, universal
from bot.understand.rules.scene import Draft, Scene
from bot.understand.sayings import Content
from bot.understand.words import grammar


def claimed(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """Yes, no, or what comes nearest to it: what is said of the subjects named, else of each there is."""
    reading = scene.reading
    judged: list[tuple[str, Judgement]] = [
        (
            group[0],
            judge(
                reading.claim,
                group,
                scene.catalogue,
                scene.evidence,
                negated=reading.negated,
                either=reading.either,
                aspects=scene.aspects(),
            ),
        )
        for group in ((named,) if named else tuple((s.id,) for s in scene.catalogue.knowledge.subjects))
    ]
    refuted: list[tuple[str, Judgement]] = []
    if reading.joint and len(named) == 2 and (of_both := _of_both(scene, named)):
        return of_both
    if not named:
        # Of whom it is said is left open: what is true of one is not denied by another.
        stated = [(subject, found) for subject, found in judged if found.premise == "stated"]
        refuted = _not_of_all(reading, judged)
        judged = refuted or stated or judged
    said = [part for part in reading.claim if not part.filler]
    doing = said[0] if said and said[0].text.endswith("ing") and reading.folded[1] == said[0].text else None
    if doing is not None and any(part.concept == doing.concept for part in said[1:]):
        # "Does deleting X delete anything?" does not ask whether X is deleted.
        return []
    # What says all of a long claim is meant, whoever it is of.
    whole = [found for _, found in judged if found.strength >= WHOLLY] if len(said) >= _LONG else []
    sure = 1.0 if named or refuted or len(whole) == 1 else 0.75
    return [
        _drafted(scene, named, subject, found, sure)
        for subject, found in judged
        if not (found.strength < TOUCHED or (not named and len(said) < 2)) and not _beside(scene, named, subject, found)
    ]


_LONG = 3
"""Words that say something, from which on a claim picks its statement without a name."""


def _beside(scene: Scene, named: tuple[str, ...], subject: str, found: Judgement) -> bool:
    """Whether what a statement says lies beside the claim, so that it gives neither a yes nor a no."""
    reading = scene.reading
    said = [part for part in reading.claim if not part.filler]
    if len(said) < 2 and found.facts[0].kind == "passage":
        # One word somewhere in a text.
        return True
    if _condition_at(reading.folded) is not None and not _spoken(scene, said, found.facts):
        # "If I keep it, do I …?" is not denied by what is thrown away.
        return True
    if _all_in_condition(reading, said):
        # "If the roof falls, do the Xs fall?" is answered by nothing that only speaks of roofs.
        return True
    on = set(scene.aspects())
    elsewhere = not any(on & set(fact.aspects) or fact.kind == "point" for fact in found.facts)
    if not found.premise and on and found.strength < WHOLLY and elsewhere:
        # "Can I limit the price?" is not what is said of limited seats.
        return True
    if on and mark_of(found.facts[0]) and not any(on & set(fact.aspects) for fact in found.facts):
        # The yes of one row is none of another.
        return True
    states = found.premise == ("denied" if reading.negated else "stated")
    at_end = scene.at_end(subject)
    fits = any(left in grammar.EVALUATIVE and right == "for" for left, right in pairwise(reading.folded))
    if states and scene.sense() and set(reading.folded) & (grammar.EVALUATIVE | grammar.WORSENING) and not fits:
        # That something is there does not say that it is better or worse.
        return True
    if states and (_contrary(found.facts[0].kind, scene.sense()) or at_end is False):
        if not _literal(scene, found.facts[0]):
            return True
    elif found.premise and not states and at_end:
        return True
    if found.premise and not states and named and _only_the_row(scene, subject, found.facts):
        return True
    return states and bool(named) and _of_another_aspect(scene, subject, found.facts)


def _only_the_row(scene: Scene, subject: str, facts: tuple[Fact, ...]) -> bool:
    """Whether nothing is asked of but a row that the subject has a cell in, while the statement is on something else."""
    on = set(scene.aspects())
    if not on or scene.sense() or any(not part.filler for part in scene.reading.content):
        return False
    of_row = any(fact.kind == "cell" and on & set(fact.aspects) for fact in facts)
    return not of_row and any(scene.catalogue.cell(each, subject) for each in on)


def _condition_at(folded: tuple[str, ...], words_: frozenset[str] = grammar.CONDITIONS) -> int | None:
    """Where a condition begins; what "is given" to a thing is none."""
    found = (at for at, word in enumerate(folded) if word in words_)
    return next((at for at in found if folded[at] != "given" or not {*folded[max(0, at - 1) : at]} & _GETTING), None)


_GETTING = frozenset("be is are was were been being gets get".split())


def _all_in_condition(reading: Reading, said: list[Content]) -> bool:
    """Whether all that a claim says stands in its condition."""
    folded = reading.folded
    at = _condition_at(folded, grammar.CONDITIONS - {"when", "once"})
    if at is None or not said:
        return False
    ends = (end for end in range(at + 2, len(folded)) if folded[end] in grammar.AUXILIARIES - grammar.HAVING)
    condition = set(folded[at : next(ends, len(folded)) if at < 2 else len(folded)])
    return all(set(part.text.split()) <= condition for part in said)


def _drafted(scene: Scene, named: tuple[str, ...], subject: str, found: Judgement, sure: float) -> Draft:
    """A judgement as an answer, and how well it fits."""
    reading = scene.reading
    degrees = grammar.DEGREES & {*reading.folded}
    same = bool(degrees) and any(degrees <= {word.text for word in words(fact.prose.plain)} for fact in found.facts)
    of_all = same or (reading.universal and any(universal(fact) or not _hedged(fact) for fact in found.facts))
    premise = "" if reading.graded and not of_all and found.premise == "stated" else found.premise
    if {"matter", "matters"} & set(reading.folded):
        # "Does it matter for Y?" asks no yes or no of what Y is.
        premise = ""
    premise = _any_good(scene, found, premise)
    if premise == "stated" and _beyond(reading, found.facts):
        premise = "denied"
    if premise == "stated" and (_on_condition(reading, found.facts) or _shares_it(scene, found.facts)):
        premise = ""
    if premise == "stated" and of_one_alone(reading) and any(map(universal, found.facts)):
        # "Only one" is not all.
        premise = "denied"
    if premise == "stated" and "always" in reading.folded and not any(map(universal, found.facts)):
        # "Long ways are quick" does not say that all are.
        premise = ""
    if premise == "stated" and of_whichever(reading) and any(map(alike, found.facts)):
        # "On any roof" is not under the same one.
        premise = ""
    told = {each for fact in found.facts for each in fact.subjects}
    about = scene.named_in(found.facts) or (subject,)
    facts = tuple(fact.id for fact in found.facts)
    meaning = Meaning("confirm", about, scene.aspects(), facts, premise=premise, negated=reading.negated)
    base = (0.92 if premise else 0.8) * sure * (0.85 + 0.15 * found.strength)
    if premise == "stated" and len(named) == 1 and not reading.comparing:
        base = max(base, 0.95 * found.strength)
    if reading.folded[:1] == ("should",):
        base -= 0.3
    # What is said of the one, with the other in it, states it of that one, and never of the other.
    whole = set(named) <= told or (named[:1] and named[0] in told and set(named) <= set(about))
    if len(named) > 1 and premise == "stated" and not whole:
        base -= 0.35
    if len(named) > 1 and reading.has("compare"):
        base -= 0.35
    if reading.lacking:
        base -= 0.35
    return Draft(meaning, base, (*found.facts, *scene.on_aspects(named)), strictness=1.1)


def _beyond(reading: Reading, facts: tuple[Fact, ...]) -> bool:
    """Whether it is asked of what lies outside of that to which a statement limits a thing: "only in the valley"."""
    at = next((at for at, word in enumerate(reading.folded) if word in ("outside", "beyond", "except")), None)
    if at is None:
        return False
    behind = set(reading.folded[at + 1 : at + 4])
    limits = (_LIMIT.search(fact.prose.plain.casefold()) for fact in facts)
    return any(limit and behind & {word.text for word in words(limit.group(1))} for limit in limits)


_LIMIT = re.compile(r"\bonly (?:in|within|for|on|inside) ([^.;,]+)")


def _any_good(scene: Scene, found: Judgement, premise: Premise) -> Premise:
    """What a trait says to whether its subject's Y is "any good": a strength that it is, a weakness that it is not; of any
    other claim what is known already.
    """
    judged = {*_GOOD} & {*scene.reading.folded[-1:]}
    if not judged or scene.sense() or scene.reading.negated or not (premise == "stated" or found.strength >= WHOLLY):
        return premise
    kind = found.facts[0].kind
    if kind not in ("advantage", "disadvantage"):
        return ""
    return "stated" if (kind == "advantage") == _GOOD[judged.pop()] else "denied"


_GOOD = {
    **dict.fromkeys(("good", "great", "decent", "nice"), True),
    **dict.fromkeys(("bad", "poor", "terrible"), False),
}


def _shares_it(scene: Scene, facts: tuple[Fact, ...]) -> bool:
    """Whether it is asked what is inside, of what a thing only shares with others: "is there a roof in a booth?"."""
    sharing = set(scene.evidence.concepts(("share",)))
    inside = "there" in scene.reading.folded[:3] and bool({"in", "inside", "within"} & set(scene.reading.folded))
    return inside and any(sharing & scene.evidence.said[fact.id].concepts for fact in facts)


def _spoken(scene: Scene, said: list[Content], facts: tuple[Fact, ...]) -> bool:
    """Whether a statement has a word of the claim, and not just the opposite of one."""
    return any(part.concept in scene.evidence.said[fact.id].concepts for part in said for fact in facts)


def _of_both(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    """Yes or no to what is said of two together: it holds if it holds of each, and not if it does not hold of one."""
    reading = scene.reading
    judged = [
        judge(reading.claim, (each,), scene.catalogue, scene.evidence, negated=False, aspects=scene.aspects())
        for each in named
    ]
    against = [found for found in judged if found.premise == "denied"]
    holds = all(found.premise == "stated" for found in judged)
    if reading.negated or not (against or holds):
        return []
    alone = [
        fact
        for found in judged
        for fact in found.facts
        if not {*named} <= {*fact.subjects, *scene.evidence.said[fact.id].mentions}
    ]
    if "same" in reading.folded and not against and alone:
        # What each has for itself does not say that they have it together.
        return [Draft(Meaning("confirm", named, facts=tuple(fact.id for fact in alone)), 0.3)]
    facts = tuple(dict.fromkeys(fact for found in against or judged for fact in found.facts))
    premise: Premise = "denied" if against else "stated"
    meaning = Meaning("confirm", named, scene.aspects(), tuple(fact.id for fact in facts), premise=premise)
    return [Draft(meaning, 0.92, (*facts, *scene.on_aspects(named)), strictness=1.1)]


_WHEN = frozenset("when whenever if once after while".split())
_HANGS = _WHEN | frozenset("since because so as wherever where until unless".split())


def _on_condition(reading: Reading, facts: tuple[Fact, ...]) -> bool:
    """Whether one thing is asked to follow from another, while a statement only names both: "is it sold when it is
    cleaned?" of what can be cleaned and sold.
    """
    parts = sum(1 for part in reading.claim if not part.filler)
    said = [{word.text for word in words(fact.prose.plain)} for fact in facts]
    return parts > 1 and bool(_WHEN & set(reading.folded[1:])) and not any(_HANGS & {*each} for each in said)


def _of_another_aspect(scene: Scene, subject: str, facts: tuple[Fact, ...]) -> bool:
    """Whether nothing is asked of but an aspect that the overview does not tell of the subject, while the statement is on
    something else.
    """
    on = set(scene.aspects())
    if not on or any(not part.filler for part in scene.reading.content):
        return False
    return not any(on & set(fact.aspects) for fact in facts) and not any(scene.catalogue.on(a, subject) for a in on)


def _not_of_all(reading: Reading, judged: list[tuple[str, Judgement]]) -> list[tuple[str, Judgement]]:
    """What denies, by "not every", a claim that is made of all there are."""
    if not set(reading.folded) & _ALL:
        return []
    return [
        (subject, found) for subject, found in judged if found.premise == "denied" and any(map(universal, found.facts))
    ]


_ALL = grammar.UNIVERSAL | {"anything", "everything", "everyone"}


def _hedged(fact: Fact) -> bool:
    """Whether a statement is made of some, or of what may be: then "every" and "all" of a question say more."""
    return any(word.text in grammar.HEDGES for word in words(fact.prose.plain))


def _contrary(kind: str, sense: Sense) -> bool:
    """Whether a statement of this kind speaks against the end that is asked about: a weakness does not state "secure"."""
    return (kind, sense) in (("disadvantage", "better"), ("advantage", "worse"))


def _literal(scene: Scene, fact: Fact) -> bool:
    """Whether a statement proves by its words what the standing speaks against.

    "Less portable" has the word of "is it portable?" and proves nothing; a point of a definition, or a trait of the same
    end, that says the very word does.
    """
    sense = scene.sense()
    agrees = fact.kind == "point" or (fact.kind, sense) in (("advantage", "better"), ("disadvantage", "worse"))
    said = scene.evidence.said[fact.id].concepts
    claimed = [part.concept for part in scene.reading.claim if not part.filler]
    literal = [not concept.startswith("=") for concept in claimed]
    return agrees and set(claimed) <= said and (any(literal) if fact.kind == "point" else all(literal))
