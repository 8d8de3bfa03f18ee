"""What a later turn takes from the turn before: just what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.meaning import Meaning
from bot.understand.everyday import FILLER, STOP
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft
from bot.understand.spots import AspectSlot
from bot.understand.turns import corrects, rejected

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
LEFT_OVER = 0.6
"""Weight of other words up to which a turn counts as saying nothing new."""


def bare(reading: Reading) -> bool:
    """Whether a turn says nothing beside the subjects that it names."""
    return not (reading.aspects or reading.cues or reading.rest > LEFT_OVER)


def points_back(reading: Reading) -> bool:
    """Whether a turn needs the turn before: it names no subject, or nothing but one."""
    return not reading.subjects or bare(reading)


def complete(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn without subjects, with the subjects of the turn before; "the other one" is what they were compared with."""
    if reading.subjects or not (context.subjects or context.facts):
        return reading
    subjects = context.subjects
    ahead = _ahead(context, catalogue) if len(subjects) > 1 else ()
    if speaks_of_other(reading):
        subjects = _other(subjects, ahead, catalogue)
    elif _ONE & set(reading.folded):
        subjects = ahead or subjects
    if reading.has("advantages", "disadvantages", "pros_cons"):
        subjects = tuple(s for s in subjects if catalogue.of(s, "advantage", "disadvantage")) or subjects
    if len(subjects) == 1 and _sets_against(reading, context, catalogue):
        subjects = (*subjects, *catalogue.counterparts(subjects[0]))
    if reading.aspects:
        told = {s for slot in reading.aspects for fact in catalogue.on(slot.id) for s in fact.subjects}
        # Of "it" nothing else is told, however much others are spoken of.
        subjects = tuple(s for s in subjects if s in told) or (subjects if _THEM & set(reading.folded) else ())
    if not subjects:
        return reading
    return replace(reading, subjects=subjects, inherited=(*reading.inherited, "subjects"))


_ONE = frozenset("it its it's".split())
_THEM = _ONE | frozenset("they their them".split())


def speaks_of_other(reading: Reading) -> bool:
    """Whether "the other" stands for a subject: "the other one", and no "other drawbacks"."""
    behind = [reading.folded[at + 1 : at + 2] for at, word in enumerate(reading.folded) if word == "other"]
    return reading.other and any(not after or after[0] in STOP or after[0] in FILLER for after in behind)


def _sets_against(reading: Reading, context: Meaning, catalogue: Catalogue) -> bool:
    """Whether a turn asks of more than the one subject spoken of: "which should I take?", "and the difference?"."""
    if reading.opening == "which" and not reading.aspects and reading.has("recommend", "verdict"):
        return True
    if not reading.has("compare") or reading.aspects or len(context.subjects) != 1:
        return False
    # What is defined beside another is told apart from that; what is weighed, from what it is weighed against.
    beside = catalogue.of(context.subjects[0], "contrast", "analogy")
    return context.intent not in ("define", "fact", "analogy", "confirm") or not beside


def _other(subjects: tuple[str, ...], ahead: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Whom "the other one" means: of two the one that the answer did not name, of one what it is compared with."""
    if ahead:
        return tuple(subject for subject in subjects if subject not in ahead)
    if len(subjects) != 1:
        return subjects
    beside = (s for fact in catalogue.of(subjects[0], "contrast", "analogy") for s in fact.subjects if s != subjects[0])
    return catalogue.counterparts(subjects[0]) or tuple(dict.fromkeys(beside))


def _ahead(context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """Whom "it" means behind "which is faster?": the one that the answer named; nobody where it named none."""
    if context.intent == "verdict" and context.aspects:
        place = standing(catalogue, context.aspects[0], context.subjects)
        named = place.worst if context.sense == "worse" else place.best
        return (named,) if named else ()
    if context.intent == "recommend" and not context.aspects:
        told = {each for fact in context.facts if fact in catalogue.facts for each in catalogue.facts[fact].subjects}
        return tuple(told) if len(told) == 1 else ()
    return ()


_IT = frozenset("it its they their them".split())
_AGAINST = frozenset("than from over to vs versus or with".split())


def stands_for(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn with the subjects that its words stand for.

    In "is it lighter than an X?", "it" is the subject of the turn before, and comes first. "The former", "the second one"
    and "both" are subjects of the turn before by their place; "not X, Y" speaks of Y alone.
    """
    said = reading.folded
    if corrects(said) and len(reading.subjects) > 1:
        meant = tuple(subject for subject in reading.subjects if subject not in _rejected(reading))
        return replace(reading, subjects=meant or reading.subjects)
    placed = _placed(said, context, catalogue) if not reading.subjects else ()
    if placed:
        content = tuple(part for part in reading.content if part.text not in _PLACES)
        claim = tuple(part for part in reading.claim if part.text not in _PLACES)
        taken = (*reading.inherited, "subjects")
        return replace(reading, subjects=placed, content=content, claim=claim, inherited=taken, other=False)
    spoken = next((at for at, word in enumerate(said) if word in _IT), None)
    if spoken is None or len(reading.subjects) != 1 or not _AGAINST & set(said[spoken:]):
        return reading
    before = context.subjects[:1]
    if not before or before[0] in reading.subjects:
        return reading
    return replace(reading, subjects=(*before, *reading.subjects), inherited=(*reading.inherited, "subjects"))


_PLACES = {"former": 0, "latter": 1, "first": 0, "second": 1, "last": 1}


def _placed(said: Sequence[str], context: Meaning, catalogue: Catalogue) -> tuple[str, ...]:
    """The subjects of the turn before that "the former", "the second one" or "both" name."""
    subjects = context.subjects
    if "both" in said and not {"between", "difference"} & set(said):
        return (
            subjects if len(subjects) > 1 else (*subjects, *(catalogue.counterparts(subjects[0]) if subjects else ()))
        )
    for at, word in enumerate(said):
        alone = said[at + 1 : at + 2] in ((), ("one",)) and said[max(0, at - 1) : at] == ("the",)
        if word in _PLACES and len(subjects) == 2 and (word in ("former", "latter") or alone):
            return (subjects[_PLACES[word]],)
    return ()


def _rejected(reading: Reading) -> set[str]:
    """Subjects that are named as what was not meant."""
    found = set()
    for slot in reading.slots:
        named = tuple(slot.text.split())
        places = [at for at in range(len(reading.folded)) if tuple(reading.folded[at : at + len(named)]) == named]
        if slot.kind == "subject" and any(rejected(reading.folded, at) for at in places):
            found.add(slot.id)
    return found


def follow_up(reading: Reading, context: Meaning, catalogue: Catalogue) -> list[Draft]:
    """Meanings that only the turn before gives: a bare subject takes over the question."""
    if names_another(reading):
        return _same_of(reading, context, catalogue)
    if speaks_of_other(reading) and not reading.subjects and bare(reading):
        turned = complete(reading, context, catalogue)
        return _same_of(turned, context, catalogue)
    return []


def names_another(reading: Reading) -> bool:
    """Whether a turn is a subject and nothing beside: "and a Y?", "does Y have those too?"."""
    return (
        bare(reading)
        and bool(reading.subjects)
        and reading.opening not in ("what", "who", "why", "which")
        and (reading.opening != "yesno" or bool(_TOO & set(reading.folded)))
        and len(reading.folded) <= 7
    )


_TOO = frozenset("too also either those these".split())
"""In a question for yes or no, signs that it puts the question before to another subject: "does X have those too?"."""


_TURNING = {(word, to) for word in ("what", "how") for to in ("about", "of", "abt")} | {
    ("same", "for"),
    ("same", "with"),
}
"""How a turn begins that puts the question before to another subject."""


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
    turned = reading.folded[:1] == ("and",) or tuple(reading.folded[:2]) in _TURNING or corrects(reading.folded)
    return [Draft(Meaning(intent, subjects, kept, facts, sense=sense), 0.97 if turned else 0.9)]


def _put_right(reading: Reading, context: Meaning) -> tuple[str, ...]:
    """The subjects that are asked about: of two, what was not meant gives its place to what was."""
    wrong = _rejected(reading)
    if not corrects(reading.folded) or not wrong & set(context.subjects) or len(context.subjects) < 2:
        return reading.subjects
    rest = tuple(subject for subject in context.subjects if subject not in wrong)
    return tuple(dict.fromkeys((*reading.subjects, *rest))) if set(reading.subjects) - set(rest) else reading.subjects


def asked_again(reading: Reading, said: Reading, context: Meaning) -> Reading | None:
    """What was said of the subject before, said of the one that a bare turn names; None where nothing was."""
    if context.intent not in ("confirm", "fact") or context.sense or len(context.subjects) != 1:
        return None
    if not (bare(reading) and reading.subjects and reading.opening not in ("who", "why", "which")) or not said.claim:
        return None
    return replace(said, subjects=reading.subjects, slots=reading.slots, inherited=(*reading.inherited, "intent"))


def with_kind(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """A turn that only names another aspect or use, as the kind of question that the turn before was.

    "Which is faster?" … "and memory?"; "should I use X for …?" … "and for …?"; "sorry, startup time".
    """
    if reading.cues or reading.opening not in ("", "what", "how") or reading.evaluative:
        return reading
    if reading.opening and not _turns(reading.folded):
        return reading
    taken = (*reading.inherited, "intent")
    if reading.aspects and _ALSO & set(reading.folded) and context.intent in ("verdict", "confirm"):
        return _as_well(replace(reading, inherited=taken), context, catalogue)
    told = any(standing(catalogue, slot.id, reading.subjects).best for slot in reading.aspects)
    use = "for" in reading.folded and bool(reading.claim) and not told
    if use and context.intent in ("compare", "recommend", "verdict", "pros_cons", "define"):
        return replace(reading, cues=("recommend",), inherited=taken)
    if reading.aspects and context.intent in ("verdict", "recommend"):
        return replace(reading, opening="which", cues=("verdict",), inherited=taken)
    if reading.aspects and context.intent == "why" and corrects(reading.folded):
        return replace(reading, opening="why", cues=("why",), inherited=(*reading.inherited, "intent"))
    return reading


_ALSO = frozenset("too also".split())


def _as_well(reading: Reading, context: Meaning, catalogue: Catalogue) -> Reading:
    """Whether the one that the answer named is at the same end there: "and memory too?"."""
    named = _ahead(context, catalogue) or context.subjects
    sense = context.sense or "better"
    slots = tuple(replace(slot, sense=slot.sense or sense) for slot in reading.aspects)
    return replace(reading, subjects=named, aspects=slots, opening="yesno")


def _turns(folded: Sequence[str]) -> bool:
    said = tuple(word for word in folded if word not in ("and", "but", "so", "ok"))
    return said[:2] in _TURNING or said[:2] == ("what", "if")


_THAT = frozenset("that this there".split())


def with_aspects(reading: Reading, context: Meaning) -> Reading:
    """A turn that asks "which is better?", or "is X better at that?", of the aspect spoken of before."""
    if reading.aspects or not context.aspects or not reading.evaluative:
        return reading
    if "subjects" not in reading.inherited and reading.subjects and not _THAT & set(reading.folded):
        return reading
    slots = tuple(AspectSlot(aspect, reading.evaluative) for aspect in context.aspects)
    return replace(reading, aspects=slots, inherited=(*reading.inherited, "aspects"))
