"""Rules for whole subjects: an analogy, a comparison, a definition, what there is to ask."""

from __future__ import annotations

from dataclasses import replace

from bot.model.meaning import Meaning
from bot.understand.reading import Reading
from bot.understand.rules.feelings import felt
from bot.understand.rules.scene import Draft, Scene, definitions
from bot.understand.rules.traits import outdone
from bot.understand.spots import BEING
from bot.understand.words import grammar


def analogy(scene: Scene) -> list[Draft]:
    """An everyday picture: "explain it like I'm five"."""
    reading = scene.reading
    if not reading.has("analogy") or reading.opening == "why" or reading.aspects or _in_plain_words(reading):
        return []
    if scene.told_of and not reading.subjects and _PLAINLY & set(reading.folded):
        # "Which is lighter, explain it simply": how the rest of the message is to be answered.
        return []
    known = [fact for fact in scene.catalogue.knowledge.facts if fact.kind == "analogy"]
    named = scene.reading.subjects
    fitting = [fact for fact in known if set(named) <= set(fact.subjects)]
    if not fitting and all(any(each in fact.subjects for fact in known) for each in named):
        fitting = [fact for fact in known if set(named) & set(fact.subjects)]
    if not fitting:
        own = "subjects" not in scene.reading.inherited
        if len(named) > 1 and scene.catalogue.comparison(named) is not None:
            return [Draft(Meaning("compare", named), 0.9)]
        return [Draft(Meaning("define", (subject,)), 0.9) for subject in named[:1] if own]
    subjects = named or tuple(dict.fromkeys(subject for fact in fitting for subject in fact.subjects))
    return [Draft(Meaning("analogy", subjects, facts=tuple(fact.id for fact in fitting)), 0.97, tuple(fitting))]


def _in_plain_words(reading: Reading) -> bool:
    """Whether it is only said how to tell what something is: "what is X in plain English?"."""
    said = {word for slot in reading.slots if slot.id == "analogy" for word in slot.text.split()}
    return reading.opening == "what" and len(reading.subjects) == 1 and bool(said & _PLAINLY)


_PLAINLY = frozenset("plain simple simply layman's laymans terms words english".split())


def pictured(scene: Scene) -> list[Draft]:
    """The everyday picture that a question takes up: "if X is the recipe, what is Y?"."""
    reading = scene.reading
    # "Is X the recipe or the dish?"
    either = reading.opening == "yesno" and reading.either
    if not (reading.opening in ("what", "how", "") or either) or not reading.subjects:
        return []
    if reading.has("pros_cons", "advantages", "disadvantages", "recommend", "verdict"):
        return []
    said = {part.concept for part in scene.told if not part.filler}
    pictures = [fact for fact in scene.catalogue.knowledge.facts if fact.kind == "analogy"]
    held = {
        fact.id: {each for each in said & scene.evidence.said[fact.id].concepts if scene.evidence.spread(each) == 1}
        for fact in pictures
    }
    if either and len(set().union(*held.values())) < len(("the recipe", "the dish")):
        return []
    facts = [fact for fact in pictures if set(reading.subjects) <= set(fact.subjects) and held[fact.id]]
    subjects = facts[0].subjects if facts else ()
    return [Draft(Meaning("analogy", subjects, facts=(facts[0].id,)), 0.96, tuple(facts))] if facts else []


_WHOLE = frozenset("comparison table matrix overview".split())
"""What the whole comparison is called."""


def compare(scene: Scene) -> list[Draft]:
    """A whole comparison, or the difference of two definitions."""
    reading = scene.reading
    named = reading.subjects
    if reading.aspects or (reading.opening == "why" and not reading.has("compare")):
        return []
    if reading.has("advantages", "disadvantages", "pros_cons"):
        return []
    known = scene.catalogue.knowledge.comparisons
    if not named and _WHOLE & set(reading.folded) and not reading.rest and len(known) == 1:
        # "Give me the full comparison": of all that is compared.
        return [Draft(Meaning("compare", known[0].subjects), 0.9)]
    if len(named) >= 2:
        asked = reading.has("compare") or reading.contrasted
        bare = len(reading.folded) <= 5 and "subjects" not in reading.inherited
        base = 0.95 if reading.has("compare") else 0.8 if asked else 0.66 if bare else 0.45
        if reading.has("recommend") and "which" in reading.folded:
            # "X vs Y, when to use which?"
            base = min(base, 0.75)
        claimed = reading.opening in ("yesno", "statement") or reading.has("confirm")
        if claimed and not reading.has("compare"):
            base = min(base, 0.5)
        either = reading.either or (reading.opening == "which" and {"vs", "versus"} & set(reading.folded))
        if reading.opening in ("which", "what") and either and reading.claim_words:
            # "Which has it, X or Y?", and "X vs Y: which has it?" ask for the one that has it.
            base -= 0.25
        if reading.opening == "why" and (reading.has("verdict") or reading.evaluative):
            base = 0.6
        if scene.catalogue.comparison(named) is not None:
            rows = tuple(fact for subject in named for fact in scene.catalogue.of(subject, "cell"))
            return [Draft(Meaning("compare", named), base, rows, strictness=1.6)]
        told = definitions(scene, named)
        if not all(map(scene.catalogue.defined, named)) and all(
            scene.catalogue.of(each, "advantage", "disadvantage") for each in named
        ):
            # Nothing but traits is said of them: then these are set side by side.
            return [Draft(Meaning("pros_cons", named), base, strictness=1.6)]
        return [Draft(Meaning("difference", named), base, told, strictness=1.6)]
    if not named and reading.has("compare") and not reading.claim_words and _ALL_OF_THEM & set(reading.folded):
        sides = {comparison.subjects for comparison in scene.catalogue.knowledge.comparisons}
        return [Draft(Meaning("compare", next(iter(sides))), 0.8, strictness=2.0)] if len(sides) == 1 else []
    if len(named) == 1 and reading.has("compare"):
        others = scene.catalogue.counterparts(named[0])
        if others and not ("subjects" in reading.inherited and scene.siblings(named[0])):
            return [Draft(Meaning("compare", (*named, *others)), 0.72, strictness=2.0)]
        if scene.siblings(named[0]):
            base = 0.92 if "subjects" in reading.inherited else 0.8
            return [Draft(Meaning("difference", (*named, scene.siblings(named[0])[0])), base, strictness=2.0)]
    return []


_ALL_OF_THEM = frozenset(
    "table side overview everything whole all both them these two three four five options approaches choices".split()
)
"""Words that stand for everything that the one comparison of the content sets side by side."""
_NO_DEFINITION = ("why", "how to", "yesno", "which", "when", "where", "how much")


_WHAT_IS = frozenset(
    """
    what what's whats who who's is are was it its that they this these those he she then so and but ok exactly actually
    even again a an the please now well in inside within there
    """.split()
)
"""What a turn that names nobody says where it asks what the one before is: "so what is it exactly?"."""


_WHAT = frozenset("what what's whats".split())
"""What asks of each thing by itself: "what is X and what's Y"."""


def define(scene: Scene) -> list[Draft]:
    """What a subject is."""
    reading = _of_a_term(scene)
    described = bool({"describes", "defines"} & set(reading.folded))
    if not reading.subjects or reading.aspects or (reading.opening in _NO_DEFINITION and not described):
        return []
    if {"alternative", "alternatives"} & set(reading.folded) or felt(reading) or outdone(reading):
        return []
    if "subjects" in reading.inherited and not reading.has("define") and not set(reading.folded) <= _WHAT_IS:
        return []
    does = reading.opening == "who" and not BEING & set(reading.folded[:2]) and reading.folded[:1] == ("who",)
    if does or (reading.opening == "who" and {"of", "for", "behind"} & set(reading.folded[:-1])):
        # "Who uses X?" asks for whom it is, "who is the head of X?" for a person.
        return []
    if reading.opening == "what" and {"does", "do"} & set(reading.folded[2:]) and reading.folded[-1] in grammar.HAVING:
        # "What mood does X have?" asks for something of it.
        return []
    works = reading.opening == "how" and bool({"work", "works", "function", "functions"} & set(reading.folded[-2:]))
    asked = works or reading.opening in ("what", "who") or reading.has("define")
    asked = asked or bool(grammar.DEFINING & set(reading.folded))
    each = len(reading.subjects) > 1 and sum(word in _WHAT for word in reading.folded) == len(reading.subjects)
    base = (0.95 if each else 0.93 if len(reading.subjects) == 1 else 0.74) if asked else 0.45
    others = reading.has("compare", "advantages", "disadvantages", "pros_cons", "recommend")
    if others or (reading.has("analogy") and not _in_plain_words(reading)):
        base -= 0.3
    if reading.opening == "what" and grammar.NEGATIONS & set(reading.folded[1:3]):
        # "What can't X do?"
        base -= 0.3
    if (
        reading.opening == "what"
        and {"does", "do"} & set(reading.folded[1:2])
        and not _MEANING & set(reading.folded[2:])
    ):
        # "What does X take in?" asks for more than what X is.
        base -= 0.3
    within = reading.nested and len(reading.subjects) > 1 and not reading.has("compare")
    if within and scene.catalogue.comparison(reading.nested) is None:
        # "What is an X in Y?" asks of X.
        return [Draft(Meaning("define", reading.subjects[:1]), base + _WITHIN, strictness=2.2)]
    return [Draft(Meaning("define", reading.subjects), base, strictness=2.2)]


def _of_a_term(scene: Scene) -> Reading:
    """The question, with the term for its subject where it asks what that is, though a row has the same name: "what is a foo?",
    "what does foo mean?", but not "what is the foo?" or "foo?".
    """
    reading = scene.reading
    term = scene.catalogue.terms.get(reading.aspects[0].id) if len(reading.aspects) == 1 else None
    asked = reading.has("define") or reading.opening == "what" or bool(grammar.DEFINING & set(reading.folded))
    if not term or not asked or reading.subjects or "the" in reading.folded or reading.rest:
        return reading
    return replace(reading, subjects=(term,), aspects=())


_MEANING = frozenset("do mean means signify describe stand refer look work like you people it they".split())
_WITHIN = 0.15
"""What it adds that one of two subjects only says where the other belongs."""


def meta(scene: Scene) -> list[Draft]:
    """What there is to ask, and how."""
    reading = scene.reading
    drafts = []
    if reading.has("list"):
        # "What else speaks for it?" asks for no list of topics.
        alone = not (reading.subjects or reading.aspects) and len(reading.cues) == 1
        drafts.append(Draft(Meaning("list", reading.subjects), 0.95 if alone else 0.6, strictness=2.0))
    if reading.has("help") and not reading.subjects:
        drafts.append(Draft(Meaning("help"), 0.95, strictness=2.5))
    return drafts
