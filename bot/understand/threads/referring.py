"""Whom a turn speaks of that does not name them: "it", "the other one", "the former", and nobody at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.meaning import Meaning
from bot.understand.evidence import Evidence
from bot.understand.reading import Reading
from bot.understand.threads.another import for_another
from bot.understand.threads.turns import corrects, rejected
from bot.understand.words.everyday import FILLER, STOP
from bot.understand.words.grammar import AUXILIARIES, EVALUATIVE, KINDS, WORSENING

FOREIGN = 0.5
"""Weight of words that no statement holds from which a turn speaks of a thing of its own."""


def leaves_out(reading: Reading, evidence: Evidence) -> bool:
    """Whether a turn leaves out whom it asks about. "Drawbacks?" does, "drawbacks of trains" names something unknown."""
    if reading.subjects or (set(reading.cues) & {"list", "help"} and not reading.aspects and len(reading.cues) == 1):
        return False
    if _spoken_of(reading, _THEM):
        return True
    said_of_it = [part for part in reading.content if part.text not in EVALUATIVE | WORSENING]
    strange = [part for part in said_of_it if not part.filler and not evidence.spread(part.concept)]
    if sum(part.weight for part in strange) >= FOREIGN:
        return False
    said = {word for part in reading.content if not part.filler for word in part.text.split()}
    named = [word for word in reading.folded if word not in _ARTICLES]
    of = any(named[at] == "of" and named[at + 1] in said for at in range(len(named) - 1))
    return not (of and reading.cues)


_ARTICLES = frozenset("a an the my our your this that these those".split())


def complete(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn without subjects, with the subjects of the turn before."""
    if not (context.subjects or context.facts):
        return reading
    subjects = context.subjects
    if _spoken_of(reading, _ONE) and "if" not in reading.folded[:3]:
        if context.intent == "aspect" and {"too", "also"} & set(reading.folded):
            # "Does it start faster too?" asks of the one that was ahead.
            context = replace(context, intent="verdict")
        subjects = (ahead(context, catalogue) if len(subjects) > 1 else ()) or subjects
    if context.intent == "why" and reading.opening in ("statement", "yesno") and _spoken_of(reading, _THEM):
        # "Why are Xs weaker than Ys?", and then of "them" a claim: the Xs are spoken of.
        subjects = subjects[:1]
    if reading.has("advantages", "disadvantages", "pros_cons"):
        subjects = tuple(s for s in subjects if catalogue.of(s, "advantage", "disadvantage")) or subjects
    if reading.aspects:
        told = {s for slot in reading.aspects for fact in catalogue.on(slot.id) for s in fact.subjects}
        # Of "it" nothing else is told, however much others are spoken of.
        subjects = tuple(s for s in subjects if s in told) or (subjects if _spoken_of(reading, _THEM) else ())
    if len(subjects) == 1 and _sets_against(reading, context, catalogue):
        subjects = (*subjects, *catalogue.counterparts(subjects[0]))
    on = {s for slot in reading.aspects[:1] for s in catalogue.compared_on(slot.id)}
    if not subjects or (ranks(reading) and on == set(subjects)):
        # Which of all that are compared: nothing is left out.
        return reading
    # Behind "advantages of X over Y", the drawbacks are those of X.
    over = context.intent in ("advantages", "disadvantages") and len(context.subjects) > 1 and not context.each
    return replace(reading, subjects=subjects, listed=not over, inherited=(*reading.inherited, "subjects"))


_ONE = frozenset("it its it's".split())
_WITH_ONE = (("with", "one"), ("of", "one"), ("in", "one"), ("inside", "one"))
"""What ends a turn that asks of one of what was spoken of: "what can I do with one?"."""
_THAT_ONE = frozenset(
    (that, one)
    for that in ("that", "this")
    for one in ("one", "option", "choice", "approach", "pick", "winner", "way", "route", "path", "direction")
)
_THEM = _ONE | frozenset("they their them".split())


def _spoken_of(reading: Reading, pronouns: frozenset[str]) -> bool:
    """Whether one of the pronouns stands for what was named before; "its own" stands for what is named beside it."""
    said = reading.folded
    if said[-2:] in _WITH_ONE:
        return True
    if not {"that", "this"} & set(said) or not _THAT_ONE & set(pairwise(said)):
        return any(word in pronouns and said[at + 1 : at + 2] != ("own",) for at, word in enumerate(said))
    return True


def of_several(reading: Reading, *, plural: bool = False) -> bool:
    """Whether a turn that names nobody speaks of more than one: "the difference?", "which is lighter?", "do they …?", where
    "they" are not the things of one name, which was in the ``plural``.
    """
    said = _SEVERAL - _THEM if plural else _SEVERAL
    several = reading.has("compare") or ranks(reading) or bool(said & set(reading.folded))
    return several and not reading.subjects and not _spoken_of(reading, _ONE)


_SEVERAL = frozenset("both they them their these those two former latter".split())


def speaks_of_other(reading: Reading) -> bool:
    """Whether "the other" stands for a subject: "the other one", and no "other drawbacks"."""
    said = reading.folded
    behind = [said[at + 1 : at + 2] for at, word in enumerate(said) if word == "other" and not _IT & {*said[:at]}]
    return reading.other and any(not after or after[0] in STOP | FILLER | KINDS for after in behind)


def ranks(reading: Reading) -> bool:
    """Whether a turn asks which of several: "which is lighter?", "what boots quicker", "of the two"."""
    of_many = reading.opening in ("which", "what", "who") or {"the", "one"} <= set(reading.folded)
    ranked = of_many and any(slot.sense for slot in reading.aspects)
    which = reading.has("verdict") or (reading.opening == "which" and (reading.has("recommend") or reading.aspects))
    return bool(which or ranked or "two" in reading.folded) and not _spoken_of(reading, _ONE)


def _sets_against(reading: Reading, context: Meaning, catalogue: Catalogue) -> bool:
    """Whether a turn asks of more than the one subject spoken of: "which should I take?", "and the difference?"."""
    if ranks(reading):
        return True
    if not reading.has("compare") or reading.aspects or len(context.subjects) != 1:
        return False
    # What is defined beside another is told apart from that; what is weighed, from what it is weighed against.
    beside = catalogue.of(context.subjects[0], "contrast", "analogy")
    return context.intent not in ("define", "fact", "analogy", "confirm") or not beside


def _other(subjects: tuple[str, ...], named: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Whom "the other one" means: of two the one that the answer did not name, of one what it is compared with."""
    if named:
        return tuple(subject for subject in subjects if subject not in named)
    if len(subjects) != 1:
        return subjects
    beside = (s for fact in catalogue.of(subjects[0], "contrast", "analogy") for s in fact.subjects if s != subjects[0])
    return catalogue.counterparts(subjects[0]) or tuple(dict.fromkeys(beside))


def ahead(context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """Whom "it" means behind "which is faster?": the one that the answer named; nobody where it named none."""
    if context.intent == "verdict" and context.aspects:
        place = standing(catalogue, context.aspects[0], context.subjects)
        named = place.worst if context.sense == "worse" else place.best
        return (named,) if named else ()
    if context.intent == "why" and len(context.subjects) > 1 and context.sense:
        # The cause was asked of the one that the answer before had named.
        return context.subjects[:1]
    if context.intent in ("recommend", "fact") and not context.aspects:
        told = {each for fact in context.facts if fact in catalogue.facts for each in catalogue.facts[fact].subjects}
        return tuple(told) if len(told) == 1 else ()
    return ()


_IT = frozenset("it its they their them".split())
_AGAINST = frozenset("than from over to vs versus or with against like and as".split())
_COMPARED = frozenset("compare more less".split())


def meant(reading: Reading) -> Reading:
    """A turn that sets something right, without what was not meant: "not X, Y" speaks of Y alone."""
    if corrects(reading.folded) and len(reading.aspects) > 1:
        reading = _without_rejected(reading)
    if not corrects(reading.folded) or len(reading.subjects) < 2:
        return reading
    left = tuple(subject for subject in reading.subjects if subject not in not_meant(reading))
    return replace(reading, subjects=left or reading.subjects)


def _without_rejected(reading: Reading) -> Reading:
    """A turn without the aspects that it names as not meant: "sorry, I meant the size, not the startup"."""
    said = [word for word in reading.folded if word not in _ARTICLES]
    meant_, not_ = set[str](), set[str]()
    for slot in reading.slots:
        named = tuple(word for word in slot.text.split() if word not in _ARTICLES)
        for at in range(len(said)):
            if slot.kind == "aspect" and tuple(said[at : at + len(named)]) == named:
                (not_ if rejected(tuple(said[:at])) else meant_).add(slot.id)
    kept = tuple(slot for slot in reading.aspects if slot.id in meant_ or slot.id not in not_)
    # "Not boot" tells of nothing that fails.
    return replace(reading, aspects=kept, trouble=False, negated=False) if kept else reading


def stands_for(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn with the subjects that its words stand for.

    In "is it lighter than an X?", "it" is the subject of the turn before, and comes first. "The former", "the second one"
    and "both" are subjects of the turn before by their place.
    """
    said = reading.folded
    placed = _placed(reading, context, catalogue) if not reading.subjects else ()
    if placed:
        content = tuple(part for part in reading.content if part.text not in _PLACES)
        claim = tuple(part for part in reading.claim if part.text not in _PLACES)
        taken = (*reading.inherited, "subjects")
        return replace(reading, subjects=placed, content=content, claim=claim, inherited=taken, other=False)
    spoken = next((at for at, word in enumerate(said) if word in _IT or _that(said, at)), None)
    set_against = len(reading.subjects) == 1 and any(
        _AGAINST & set(before[-1:]) for before in _before_each(reading) if before != ("and",)
    )
    # "Can I stop it without harming the X?", "does deleting it affect the X?"
    befalls = {"without"} | _BEFALLING
    set_against = set_against or (len(reading.subjects) == 1 and bool(befalls & set(said)))
    if for_another(reading) is not reading:
        return reading
    told = spoken is not None or (not reading.opening and not reading.aspects and _COMPARED & {*said, *reading.cues})
    if not set_against or not told:
        return reading
    before = context.subjects[:1]
    if not before or before[0] in reading.subjects:
        return (
            reading if not (len(context.subjects) > 1 and _with_another(reading)) else _first(reading, context.subjects)
        )
    if _with_another(reading):
        return _first(reading, before)
    same = reading.identity or "same" in said
    subjects = (*before, *reading.subjects)
    return replace(reading, subjects=subjects, identity=same, inherited=(*reading.inherited, "subjects"))


def _with_another(reading: Reading) -> bool:
    """Whether "it" is the matter, and not a subject: "is it better with Ys?" asks of Ys."""
    said = [word for word in reading.folded if word not in _ARTICLES]
    ends = EVALUATIVE | WORSENING
    return said[:2] == ["is", "it"] and said[2:3] != [] and said[2] in ends and said[3:4] in (["with"], ["for"], ["on"])


def _first(reading: Reading, others: tuple[str, ...]) -> Reading:
    """A turn that asks of its own subject, beside the others that were spoken of."""
    subjects = tuple(dict.fromkeys((*reading.subjects, *others)))
    return replace(reading, subjects=subjects, inherited=(*reading.inherited, "subjects"))


def _that(said: tuple[str, ...], at: int) -> bool:
    """Whether a "that" stands for a thing: "how is that different from an X?"."""
    behind = (_AGAINST - {"and"}) & set(said[at + 1 :])
    return said[at] in ("that", "this") and at > 0 and said[at - 1] in AUXILIARIES and bool(behind)


_BEFALLING = frozenset(
    "affect affects affected harm harms harmed damage damages damaged hurt hurts destroy destroys destroyed lose".split()
)


_PLACES = {"former": 0, "latter": 1, "first": 0, "second": 1, "last": 1}


def _placed(reading: Reading, context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """The subjects of the turn before that "the former", "the second one", "the other one" or "both" name."""
    subjects, said = context.subjects, reading.folded
    # "Can one replace the other?" is asked of both; "which one … each other" names none.
    each = "one" in said and ("the", "other") in pairwise(said[said.index("one") :])
    if subjects and speaks_of_other(reading) and not each:
        return _other(subjects, ahead(context, catalogue) if len(subjects) > 1 else (), catalogue)
    if each or ("both" in said and not {"between", "difference"} & set(said)):
        others = catalogue.counterparts(subjects[0]) if len(subjects) == 1 else ()
        return (*subjects, *others) if len(others) < 2 else ()
    for at, word in enumerate(said):
        alone = said[at + 1 : at + 2] in ((), ("one",)) and said[max(0, at - 1) : at] == ("the",)
        if word in _PLACES and len(subjects) == 2 and (word in ("former", "latter") or alone):
            return (subjects[_PLACES[word]],)
    return ()


def _before_each(reading: Reading) -> list[tuple[str, ...]]:
    """For each time that a subject is named, the words in front of it, articles left out."""
    found = []
    for slot in reading.slots:
        named = tuple(slot.text.split())
        for at in range(len(reading.folded)):
            if slot.kind == "subject" and reading.folded[at : at + len(named)] == named:
                before = reading.folded[:at]
                found.append(tuple(word for word in before if word not in _ARTICLES))
    return found


def not_meant(reading: Reading) -> set[str]:
    """Subjects that are named as what was not meant."""
    slots = (slot for slot in reading.slots if slot.kind == "subject")
    return {slot.id for slot in slots if any(map(rejected, _before_each(replace(reading, slots=(slot,)))))}
