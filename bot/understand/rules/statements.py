"""Rules for single statements, and for headings asked word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.catalogue.marks import mark_of, marks
from bot.model.facts import Fact, FactKind
from bot.model.meaning import IntentName, Meaning
from bot.text import words
from bot.understand.claims import STATED, TOUCHED, WHOLLY, Match, matches
from bot.understand.reading import Reading
from bot.understand.rules.asked_before import verdict_of
from bot.understand.rules.objects import in_between
from bot.understand.rules.purpose import asks_its_part
from bot.understand.rules.scene import Draft, Scene, placeless
from bot.understand.telling import only_named
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP

LATER = 0.005
"""Doubt for each statement before one that holds as much: what defines a thing comes first."""


def _headed(scene: Scene, fact: Fact) -> bool:
    """Whether a passage's heading names all that is asked about: "where's the printer?" under "Where is the printer?"."""
    if fact.kind != "passage" or scene.reading.opening == "how to":
        return False
    heading = [word.text for word in words(fact.label)]
    asked = {part.concept for part in scene.reading.claim if not part.filler}
    placed = scene.reading.opening not in ("where", "who", "when", "how much") or scene.reading.opening in heading
    telling = {word for word in heading if word not in STOP}
    # Whatever is asked of a document's field has a word of its title.
    titled = any(overview.title == fact.label for overview in scene.catalogue.knowledge.overviews)
    wide = len(asked) * (1 if titled else _FEW) >= len(telling)
    return bool(asked) and placed and wide and asked <= set(scene.evidence.concepts(heading))


_TRAITS: dict[FactKind, IntentName] = {"advantage": "advantages", "disadvantage": "disadvantages"}


def _titled(scene: Scene, fact: Fact) -> bool:
    """Whether a passage's heading has a word of what is said."""
    heading = set(scene.evidence.concepts([word.text for word in words(fact.label)]))
    return any(part.concept in heading for part in scene.reading.claim if not part.filler)


_OF_ITS_OWN = ("cell", "advantage", "disadvantage")
"""What speaks of its subjects, and of others only to set these against them."""
_FEW = 2
"""Statements that have a word at most, if what it does is told by each of them."""


def _tells_alone(scene: Scene, held: Sequence[str]) -> bool:
    """Whether one word picks a statement: "which one has a lid?", "what is the lid for?" of the only one on lids."""
    folded, spread = scene.reading.folded, [scene.evidence.spread(concept) for concept in held]
    # "Which is more tiring?" asks for the one of which just that is said.
    ranked = len(folded) == len(("which", "is", "more", "X")) and folded[1:3] in (("is", "more"), ("are", "more"))
    chosen = bool(ranked or grammar.CHOSEN & set(folded[1:2])) and 1 in spread
    counted = folded[:1] == ("how",) and set(folded[1:2]) & {"much", "many"}
    if counted and any(part.text == folded[2] and part.concept in held for part in scene.reading.claim):
        # "How much play does it have?" of the one statement that says how much.
        return any(count <= _FEW for count in spread)
    return chosen or (asks_its_part(folded) and any(count <= _FEW for count in spread))


def _of_a_kind(scene: Scene, match: Match) -> bool:
    """Whether another kind of answer is asked for: a comparison, traits, advice."""
    reading = scene.reading
    # "What is the risk of sharing it?": the one trait that speaks of it, not all that there are.
    kind = _TRAITS.get(match.said.fact.kind)
    sought = kind is not None and not reading.subjects and reading.has(kind) and match.share >= STATED
    asked = reading.has("compare", "advantages", "disadvantages", "pros_cons", "recommend")
    return asked and not sought and not asks_its_part(reading.folded)


def _off_the_row(scene: Scene, held: Sequence[str], fact: Fact) -> bool:
    """Whether a statement has nothing but the word for a row, and is not on it: then the row tells more."""
    spoken = [word for slot in scene.reading.slots if slot.kind == "aspect" for word in slot.text.split()]
    return set(held) <= set(scene.evidence.concepts(spoken)) and not set(fact.aspects) & {*scene.aspects()}


def _owners(found: Sequence[Match]) -> set[str]:
    """Whose the statements are that match best."""
    return {subject for match in found if match.share == found[0].share for subject in match.said.fact.subjects}


def heading(scene: Scene) -> list[Draft]:
    """A heading, asked word for word: "Can I carry days over?" where that is what it says."""
    facts = scene.catalogue.headed.get(scene.reading.folded)
    if facts is None or len(scene.reading.folded) < 2 or scene.reading.aspects:
        return []
    if any(map(verdict_of, facts)):
        # A yes or no is told as one.
        return []
    reading, subjects = scene.reading, scene.reading.subjects
    whole = (reading.opening in ("what", "who") or (len(subjects) > 1 and reading.has("compare"))) and subjects
    if whole and not reading.claim_words and all(scene.catalogue.defined(subject) for subject in subjects):
        # What it is, all points of its definition tell, and how it differs from another, those of both.
        return []
    if reading.chooses and not reading.claim_words and scene.catalogue.comparison(subjects):
        return []  # Under the title "X or Y?" nothing says which.
    return [Draft(_section(facts), 0.98, facts, strictness=0.5)]


def _section(facts: Sequence[Fact]) -> Meaning:
    subjects = tuple(dict.fromkeys(subject for fact in facts for subject in fact.subjects))
    return Meaning("passage", subjects, facts=tuple(fact.id for fact in facts))


def _speaking(scene: Scene, named: set[str], *, either: bool) -> list[Match]:
    """The statements that speak of what is said, and are on a subject that is named, mention it, or are on none; those on
    it before those that only mention it.
    """
    speaking = scene.evidence.speaking(part.concept for part in scene.reading.claim)
    pool = [
        fact
        for fact in scene.catalogue.knowledge.facts
        if fact.id in speaking
        and (
            not named
            or set(fact.subjects) & named
            or not fact.subjects
            or scene.evidence.said[fact.id].mentions & named
        )
    ]
    found = matches(scene.reading.claim, pool, scene.evidence)
    enough = [match for match in found if (match.spoken if either else match.share) >= TOUCHED]
    return sorted(enough, key=lambda match: not named & {*match.said.fact.subjects})


def _says_neither(reading: Reading, fact: Fact) -> bool:
    """Whether a statement says neither yes nor no of what is named: a text on everything, and a picture."""
    pictured = fact.kind == "analogy" and "like" not in reading.folded and not reading.either
    return pictured or (fact.kind == "passage" and {*reading.subjects} < {*fact.subjects})


def statement(scene: Scene) -> list[Draft]:
    """Single statements that speak of what the question says."""
    reading = scene.reading
    if not reading.claim_words or reading.opening == "why":
        return []
    named = set(reading.subjects)
    drafts = []
    either = reading.either and reading.opening in ("what", "which", "yesno", "statement")
    found = _speaking(scene, named, either=either)
    if reading.opening == "which" and not named and len(_owners(found)) > 1:
        # What is as true of the one as of the other tells which of them by no statement of its own.
        return []
    denied = any(match.share >= STATED and match.denying for match in found)
    for place, match in enumerate(found[:3]):
        fact = match.said.fact
        if len(named) != 1 and only_named(reading.claim, match.said):
            # All cells of the row hold its name: none of them is asked about more than the others.
            compared = scene.compared_on(fact)
            if reading.opening == "which" and compared and marks(scene.catalogue, fact.aspects[0], compared):
                drafts.append(Draft(Meaning("verdict", compared, fact.aspects), 0.93, (fact,), strictness=1.1))
            continue
        if reading.opening == "which" and len(named) != 1 and mark_of(fact) == "no":
            # Who has it not is no answer to who has it.
            continue
        base = 0.93 if reading.opening == "which" and len(named) != 1 else 0.86 if named else 0.7
        headed = _headed(scene, fact)
        if not _tells(scene, match, headed=headed):
            continue
        if reading.opening in ("yesno", "statement") and not either:
            base -= 0.12
        if _of_a_kind(scene, match) and not headed:
            base -= 0.45
        whether = reading.opening in _WHETHER or reading.has("confirm")
        if whether and _says_neither(reading, fact):
            base -= 0.35
        if named and not named & set(fact.subjects) and fact.kind in _OF_ITS_OWN:
            base -= 0.08 if _only_terms(scene, match) else 0.35
        elif reading.aspects or (named and not named & set(fact.subjects)):
            base -= 0.08
        if (
            len(named) > 1
            and reading.opening in ("yesno", "statement")
            and not named <= match.said.mentions | set(fact.subjects)
        ):
            base -= 0.3
        if reading.opening in ("how", "how much") and match.share < STATED:
            base -= 0.3
        if reading.opening == "which" and denied and bool(match.denying) != reading.negated:
            # "Which never changes?" is answered by what denies that it does, and "which changes?" by what does not.
            base -= 0.2
        wholly = match.share >= WHOLLY and sum(1 for part in reading.claim if not part.filler) > 1
        if not headed:
            base *= placeless(
                reading.opening, fact if match.share >= STATED and not match.denying else None, wholly=wholly
            )
        base *= 0.75 + 0.25 * match.share
        base -= place * LATER
        passage = fact.kind == "passage"
        if (
            reading.opening == "which"
            and len(named) != 1
            and mark_of(fact) == "yes"
            and len(scene.compared_on(fact)) > 1
        ):
            drafts.append(
                Draft(Meaning("verdict", scene.compared_on(fact), fact.aspects), base, (fact,), strictness=1.1)
            )
            continue
        meaning = (
            _section(scene.catalogue.section(fact) if headed else (fact,))
            if passage
            else Meaning("fact", tuple(dict.fromkeys((*fact.subjects, *scene.named_in((fact,))))), facts=(fact.id,))
        )
        strictness = 1.5 if reading.opening in ("how", "how to") else 1.1
        drafts.append(Draft(meaning, base, (fact,), strictness=strictness, means=_tells_means(scene, match)))
    return drafts


_WHETHER = ("yesno", "statement")


def _tells(scene: Scene, match: Match, *, headed: bool) -> bool:
    """Whether what a statement has of a question is enough for it to be meant."""
    reading, fact = scene.reading, match.said.fact
    if fact.kind == "passage" and reading.action and not _titled(scene, fact):
        # One word in the midst of a text tells nobody how to do a thing.
        return False
    told_of = match.said.mentions | set(fact.subjects)
    if fact.kind == "passage" and reading.opening in ("yesno", "statement") and {*reading.subjects} - told_of:
        # A text that does not speak of it neither says it nor denies it.
        return False
    held = [part.concept for part in reading.claim if not part.filler and part.concept in match.said.concepts]
    if len(held) < _FEW and (in_between(reading) or (fact.kind == "passage" and not headed and reading.aspects)):
        # One word in a text tells less than the row that is named.
        return False
    if len(held) < _FEW and fact.kind == "passage" and not headed and len(reading.subjects) > 1:
        return False
    if len(held) < _FEW and not (reading.subjects or headed or _tells_alone(scene, held)):
        return False
    if len(reading.subjects) != 1 and held and _off_the_row(scene, held, fact):
        return False
    return not (len(held) == 1 and reading.subjects and not headed and _shared(scene, held[0]))


def _only_terms(scene: Scene, match: Match) -> bool:
    """Whether a statement on something else speaks of all that is named, and each is nothing but a term of which others have to
    tell: "lighter than an X" says nothing of what Xs do.
    """
    named = set(scene.reading.subjects)
    own = any(scene.catalogue.of(each, "cell", "advantage", "disadvantage") for each in named)
    return not own and named <= match.said.mentions


def _shared(scene: Scene, concept: str) -> bool:
    """Whether so many statements on whom is asked about have a word that by itself it picks none of them."""
    told = {fact.id for subject in scene.reading.subjects for fact in scene.catalogue.of(subject)}
    return sum(1 for each in told if concept in scene.evidence.said[each].concepts) > _FEW


def _tells_means(scene: Scene, match: Match) -> bool:
    """Whether a statement says by what means all that is asked how to do is done: "shared through a depot"."""
    done = [part for part in scene.reading.claim if not part.filler]
    if scene.reading.opening != "how to" or scene.reading.negated or not done or match.share < WHOLLY or match.denying:
        return False
    plain = match.said.fact.prose.plain
    means = _MEANS.search(plain)
    before = scene.evidence.concepts([word.text for word in words(plain[: means.start()])]) if means else ()
    return any(part.concept in before for part in done)


_MEANS = re.compile(r"\b(?:through|via|by means of|with the help of|using)\s", re.IGNORECASE)
