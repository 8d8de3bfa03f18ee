"""From a reading to the meanings it can have: an ordered list of rules, each for one form of question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.facts import Fact
from bot.model.meaning import IntentName, Meaning
from bot.model.terms import Sense
from bot.understand.claims import STATED, TOUCHED, Judgement, Match, judge, matches
from bot.understand.evidence import Evidence
from bot.understand.reading import Content, Reading


@dataclass(frozen=True, slots=True)
class Draft:
    """One meaning that a rule proposes."""

    meaning: Meaning
    base: float
    """How well the form of the question fits, 0 to 1, before what is left over is weighed."""
    facts: tuple[Fact, ...] = ()
    """Facts whose words explain words of the question."""
    strictness: float = 1.0
    """How heavily words that nothing explains weigh: more for a whole comparison, less for an open use."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What every rule looks at."""

    reading: Reading
    catalogue: Catalogue
    evidence: Evidence
    told: tuple[Content, ...] = ()
    """What the whole message says, of which the reading is a clause."""

    def aspects(self) -> tuple[str, ...]:
        """Ids of the aspects found."""
        return tuple(slot.id for slot in self.reading.aspects)

    def on_aspects(self, subjects: tuple[str, ...]) -> tuple[Fact, ...]:
        """Facts of the subjects on the aspects found."""
        return tuple(
            dict.fromkeys(
                fact
                for aspect in self.aspects()
                for fact in self.catalogue.on(aspect)
                if not fact.subjects or set(fact.subjects) & set(subjects)
            )
        )

    def sense(self) -> Sense:
        """The end of the first aspect that names one; "more" of what is always a drawback is the worse end."""
        for slot in self.reading.aspects:
            if slot.sense:
                return slot.sense
            kinds = {fact.kind for fact in self.catalogue.on(slot.id) if fact.kind != "cell"}
            if slot.amount and len(kinds) == 1:
                good = ("advantage" in kinds) == (slot.amount == "more")
                return "better" if good else "worse"
        return ""

    def siblings(self, subject: str) -> tuple[str, ...]:
        """What a subject is set against outside the tables: in a contrast or an analogy."""
        facts = self.catalogue.of(subject, "contrast", "analogy")
        return tuple(dict.fromkeys(other for fact in facts for other in fact.subjects if other != subject))

    def compared(self) -> tuple[str, ...]:
        """The subjects that the question is about: those named, with what they are compared with where one is alone."""
        named = self.reading.subjects
        told_apart = tuple(dict.fromkeys(s for aspect in self.aspects() for s in self.catalogue.compared_on(aspect)))
        if len(named) >= 2:
            return named
        if not named:
            alone = told_apart[:1] if len(told_apart) == 1 else ()
            return (*told_apart, *(other for each in alone for other in self.catalogue.counterparts(each)))
        return (*named, *(other for other in told_apart or self.catalogue.counterparts(named[0]) if other != named[0]))


def analogy(scene: Scene) -> list[Draft]:
    """An everyday picture: "explain it like I'm five"."""
    reading = scene.reading
    if not reading.has("analogy") or reading.opening == "why" or reading.aspects:
        return []
    known = [fact for fact in scene.catalogue.knowledge.facts if fact.kind == "analogy"]
    named = scene.reading.subjects
    fitting = [fact for fact in known if set(named) <= set(fact.subjects)]
    if not fitting:
        return [Draft(Meaning("define", (subject,)), 0.9) for subject in named[:1]]
    subjects = named or fitting[0].subjects
    return [Draft(Meaning("analogy", subjects, facts=tuple(fact.id for fact in fitting)), 0.97, tuple(fitting))]


_REASONS_TO_USE = frozenset(
    [
        "use",
        "using",
        "choose",
        "choosing",
        "prefer",
        "pick",
        "adopt",
        "switch",
        "move",
        "go",
        "consider",
        "bother",
        "want",
        "need",
    ]
)


def traits(scene: Scene) -> list[Draft]:
    """Advantages, disadvantages, or both; "why use …" asks for advantages."""
    reading = scene.reading
    intent: IntentName | None = None
    base = 0.96
    if reading.has("pros_cons") or (reading.has("advantages") and reading.has("disadvantages")):
        intent = "pros_cons"
    elif reading.has("advantages"):
        intent = "disadvantages" if reading.negated and not reading.subjects else "advantages"
    elif reading.has("disadvantages"):
        intent = "disadvantages"
    elif reading.opening == "why" and not reading.aspects and reading.rest < 0.5:
        bare = len(reading.folded) <= 4 and "subjects" not in reading.inherited
        wanted = bool(_REASONS_TO_USE & set(reading.folded)) or bare or reading.evaluative
        if wanted and reading.subjects:
            worse = reading.negated != (reading.evaluative == "worse")
            intent, base = ("disadvantages" if worse else "advantages"), 0.92
    if intent is None:
        return []
    if reading.opening in ("why", "yesno", "statement") and (reading.aspects or reading.claim_words):
        base = 0.7
    drafts = []
    for group in [reading.subjects] if reading.subjects else [(s.id,) for s in scene.catalogue.knowledge.subjects]:
        subjects = _turned(group, reading)
        told = tuple(fact for s in subjects for fact in scene.catalogue.of(s, "advantage", "disadvantage"))
        if told:
            drafts.append(Draft(Meaning(intent, subjects), base if reading.subjects else 0.45, told, strictness=1.3))
    return drafts


def _uses(scene: Scene, facts: list[Fact]) -> list[Match]:
    """Statements that hold a rare word of the whole message: the use is often told before the question."""
    rare = [part for part in scene.told if not part.filler and part.weight >= 0.7]
    found = {
        match.said.fact.id: match for part in rare for match in matches([part], dict.fromkeys(facts), scene.evidence)
    }
    return list(found.values())[:2]


def _turned(subjects: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Moving "from X to Y" asks about Y: the subject that is gone to comes first."""
    said = reading.folded
    moved = "from" in said and "to" in said[said.index("from") :]
    return tuple(reversed(subjects)) if moved and len(subjects) == 2 else subjects


def recommend(scene: Scene) -> list[Draft]:
    """Which to choose, and for what."""
    reading = scene.reading
    judged = (
        reading.evaluative and not reading.aspects and reading.opening in ("yesno", "which", "what", "statement", "")
    )
    either = len(reading.subjects) >= 2 and "or" in reading.folded and reading.opening in ("", "what", "which")
    open_ = not reading.claim_words and not reading.has("verdict", "compare")
    use = either and ("for" in reading.folded or (reading.asks and (open_ or reading.opening == "")))
    asked = reading.has("recommend") or use
    if not asked and not (judged and (len(reading.subjects) >= 2 or reading.opening == "which")):
        return []
    if reading.opening in ("why", "how much", "how to", "where", "who"):
        return []
    subjects = scene.compared()
    if not subjects and not reading.subjects:
        first = scene.catalogue.knowledge.comparisons[:1]
        subjects = first[0].subjects if first else ()
    if not subjects:
        return []
    if not any(
        scene.catalogue.of(subject, "cell", "advantage", "disadvantage", "advice")
        for subject in reading.subjects or subjects
    ):
        return [Draft(Meaning("define", reading.subjects), 0.85, strictness=1.5)]
    facts = [fact for subject in subjects for fact in scene.catalogue.of(subject)]
    used = [
        match
        for match in matches(reading.claim, dict.fromkeys(facts), scene.evidence, rare=True)
        if match.share >= 0.34
    ]
    used = [match for match in used if match.share >= used[0].share - 0.15] or _uses(scene, facts)
    if reading.aspects:
        used = []
    chosen = tuple(match.said.fact for match in used[:4] if match.said.fact.kind != "analogy")
    base = 0.9 if reading.subjects else 0.78
    if len(reading.subjects) == 1 and (set(reading.folded) & {"or", "vs", "versus"} or reading.opening == "which"):
        base -= 0.35
    meaning = Meaning("recommend", reading.subjects or subjects, scene.aspects(), tuple(fact.id for fact in chosen))
    lenient = 0.6 if len(reading.subjects) >= 2 else 1.0
    return [Draft(meaning, base, (*chosen, *scene.on_aspects(subjects)), strictness=lenient)]


def compare(scene: Scene) -> list[Draft]:
    """A whole comparison, or the difference of two definitions."""
    reading = scene.reading
    named = reading.subjects
    if reading.aspects or (reading.opening == "why" and not reading.has("compare")):
        return []
    if reading.has("advantages", "disadvantages", "pros_cons"):
        return []
    if len(named) >= 2:
        asked = reading.has("compare") or reading.contrasted
        base = 0.95 if reading.has("compare") else 0.8 if asked else 0.66 if len(reading.folded) <= 5 else 0.45
        if reading.opening in ("yesno", "statement") and not reading.has("compare"):
            base = 0.5
        if scene.catalogue.comparison(named) is not None:
            return [Draft(Meaning("compare", named), base, strictness=1.6)]
        return [Draft(Meaning("difference", named), base, _definitions(scene, named), strictness=1.6)]
    if len(named) == 1 and reading.has("compare"):
        others = scene.catalogue.counterparts(named[0])
        if others and not ("subjects" in reading.inherited and scene.siblings(named[0])):
            return [Draft(Meaning("compare", (*named, *others)), 0.72, strictness=2.0)]
        if scene.siblings(named[0]):
            return [Draft(Meaning("difference", (*named, scene.siblings(named[0])[0])), 0.72, strictness=2.0)]
    return []


def why(scene: Scene) -> list[Draft]:
    """The cause of a state: the aspect's row with the facts that give the reason."""
    reading = scene.reading
    if reading.opening != "why":
        return []
    drafts = []
    subjects = reading.subjects
    if subjects and reading.claim_words:
        judged = judge(reading.claim, subjects[0], scene.catalogue, scene.evidence, negated=reading.negated)
        if judged.facts and judged.strength >= STATED:
            rows = scene.aspects() or judged.facts[0].aspects[:1]
            drafts.append(Draft(Meaning("why", subjects, rows, tuple(f.id for f in judged.facts)), 0.92, judged.facts))
    if reading.aspects:
        sense = next((slot.sense for slot in reading.aspects if slot.sense), "")
        asked = subjects or scene.compared()
        facts = scene.on_aspects(asked)
        if facts:
            drafts.append(
                Draft(Meaning("why", asked, scene.aspects(), sense=sense, negated=reading.negated), 0.94, facts)
            )
    told = [
        fact
        for fact in scene.catalogue.knowledge.facts
        if fact.kind != "advice" and (not subjects or set(fact.subjects) & set(subjects))
    ]
    found = [match for match in matches(reading.claim, told, scene.evidence) if match.share + match.denying >= TOUCHED]
    if found and reading.rest:
        best = [
            match.said.fact for match in found if match.share + match.denying >= found[0].share + found[0].denying - 0.1
        ]
        best = best[:3]
        aspects = scene.aspects() or best[0].aspects[:1]
        base = 0.9 if subjects else 0.75
        drafts.append(
            Draft(Meaning("why", subjects or best[0].subjects, aspects, tuple(f.id for f in best)), base, tuple(best))
        )
    return drafts


def verdict(scene: Scene) -> list[Draft]:
    """Which is at the better, or the worse, end of an aspect."""
    reading = scene.reading
    sensed = scene.sense() or (reading.evaluative if reading.aspects else "")
    if not reading.aspects or reading.opening in ("why", "how to"):
        return []
    subjects = scene.compared()
    either = "or" in reading.folded and len(reading.subjects) >= 2 and "than" not in reading.folded
    which = reading.opening == "which" or reading.has("verdict") or either
    who = which or (bool(sensed) and reading.opening in ("what", "who", "", "how") and len(reading.subjects) != 1)
    if not who or len(subjects) < 2 or not (sensed or which):
        return []
    told = any(standing(scene.catalogue, each, subjects).best for each in scene.aspects())
    base = 0.94 if sensed else 0.92 if told and len(reading.subjects) != 1 else 0.8
    return [Draft(Meaning("verdict", subjects, scene.aspects(), sense=sensed), base, scene.on_aspects(subjects))]


def confirm(scene: Scene) -> list[Draft]:
    """Yes or no: by who stands better, or by what the statements say."""
    reading = scene.reading
    if reading.opening not in ("yesno", "statement") and not reading.has("confirm"):
        return []
    if "or" in reading.folded and len(reading.subjects) >= 2 and "than" not in reading.folded:
        return []
    named = reading.subjects
    drafts = []
    sensed = tuple(slot for slot in reading.aspects if slot.sense)
    if sensed and (named or scene.compared()):
        meaning = Meaning(
            "confirm",
            named or scene.compared()[:1],
            tuple(slot.id for slot in sensed),
            sense=sensed[0].sense,
            negated=reading.negated,
        )
        drafts.append(Draft(meaning, 0.93 if named else 0.7, scene.on_aspects(scene.compared())))
    if len(named) >= 2 and not reading.claim_words and set(reading.folded) & {"is", "are", "isn't", "aren't"}:
        facts = _definitions(scene, named) or tuple(
            fact for subject in named for fact in scene.catalogue.of(subject, "cell")[:1]
        )
        denied = Meaning(
            "confirm", named, facts=tuple(f.id for f in facts), premise="stated" if reading.negated else "denied"
        )
        if facts:
            drafts.append(Draft(denied, 0.88, facts))
    if reading.claim_words:
        drafts += _confirm_claim(scene, named)
    return drafts


def _confirm_claim(scene: Scene, named: tuple[str, ...]) -> list[Draft]:
    reading = scene.reading
    judged: list[tuple[str, Judgement]] = [
        (subject, judge(reading.claim, subject, scene.catalogue, scene.evidence, negated=reading.negated))
        for subject in named[:1] or tuple(s.id for s in scene.catalogue.knowledge.subjects)
    ]
    drafts = []
    said = [part for part in reading.claim if not part.filler]
    for subject, found in judged:
        if found.strength < TOUCHED or (not named and len(said) < 2):
            continue
        premise = "" if reading.graded and found.premise == "stated" else found.premise
        told = {each for fact in found.facts for each in fact.subjects}
        about = tuple(each for each in named if each in told) or (subject,)
        meaning = Meaning(
            "confirm",
            about,
            scene.aspects(),
            tuple(fact.id for fact in found.facts),
            premise=premise,
            negated=reading.negated,
        )
        base = (0.92 if premise else 0.8) * (1.0 if named else 0.75) * (0.85 + 0.15 * found.strength)
        if premise == "stated" and len(named) == 1 and not reading.comparing:
            base = max(base, 0.95 * found.strength)
        if reading.folded[:1] == ("should",):
            base -= 0.3
        if len(named) > 1 and premise == "stated" and not set(named) <= told:
            base -= 0.35
        drafts.append(Draft(meaning, base, (*found.facts, *scene.on_aspects(named)), strictness=1.1))
    return drafts


def aspect(scene: Scene) -> list[Draft]:
    """Rows of a comparison: of one subject or of several."""
    reading = scene.reading
    if not reading.aspects or reading.opening == "why":
        return []
    subjects = reading.subjects or scene.compared()
    facts = scene.on_aspects(subjects)
    if not facts:
        return []
    base = 0.9 if reading.subjects else 0.72 if reading.opening or reading.cues else 0.46
    if reading.opening in ("yesno", "statement"):
        base -= 0.15
    if reading.has("advantages", "disadvantages", "pros_cons", "recommend"):
        base -= 0.12 if reading.subjects else 0.4
    if reading.has("compare") and len(reading.subjects) == 1:
        base -= 0.35
    base *= 1.0 if reading.opening == "how much" else _PLACELESS.get(reading.opening, 1.0)
    told = tuple(s for s in subjects if any(s in fact.subjects for fact in facts))
    if reading.subjects and not set(told) >= set(reading.subjects):
        base -= 0.2
    return [Draft(Meaning("aspect", told, scene.aspects()), base, facts)]


_PLACELESS: dict[str, float] = {"where": 0.45, "who": 0.6, "when": 0.45, "how much": 0.5}
"""Doubt where a place, a person, a time or a number is asked for: statements about those subjects seldom hold it."""


_NO_DEFINITION = ("why", "how to", "yesno", "which", "when", "where", "how much")


def define(scene: Scene) -> list[Draft]:
    """What a subject is."""
    reading = scene.reading
    if not reading.subjects or reading.aspects or reading.opening in _NO_DEFINITION:
        return []
    if "subjects" in reading.inherited and not reading.has("define") and reading.opening != "what":
        return []
    asked = (
        reading.opening in ("what", "who")
        or reading.has("define")
        or bool({"explain", "describe", "define", "about", "tell", "understand"} & set(reading.folded))
    )
    base = (0.93 if len(reading.subjects) == 1 else 0.74) if asked else 0.45
    if reading.has("compare", "advantages", "disadvantages", "pros_cons", "recommend", "analogy"):
        base -= 0.3
    return [Draft(Meaning("define", reading.subjects), base, strictness=2.2)]


def statement(scene: Scene) -> list[Draft]:
    """Single statements that speak of what the question says."""
    reading = scene.reading
    if not reading.claim_words or reading.opening == "why":
        return []
    named = set(reading.subjects)
    drafts = []
    pool = [
        fact
        for fact in scene.catalogue.knowledge.facts
        if not named or set(fact.subjects) & named or not fact.subjects or scene.evidence.said[fact.id].mentions & named
    ]
    found = [match for match in matches(reading.claim, pool, scene.evidence) if match.share >= TOUCHED]
    for match in found[:3]:
        fact = match.said.fact
        base = 0.93 if reading.opening == "which" and len(named) != 1 else 0.86 if named else 0.7
        if (
            not named
            and sum(1 for part in reading.claim if not part.filler and part.concept in match.said.concepts) < 2
        ):
            continue
        if reading.opening in ("yesno", "statement"):
            base -= 0.12
        if reading.has("compare", "advantages", "disadvantages", "pros_cons", "recommend"):
            base -= 0.45
        if reading.aspects or (named and not named & set(fact.subjects)):
            base -= 0.08
        if (
            len(named) > 1
            and reading.opening in ("yesno", "statement")
            and not named <= match.said.mentions | set(fact.subjects)
        ):
            base -= 0.3
        if reading.opening in ("how", "how much") and match.share < STATED:
            base -= 0.3
        base *= _PLACELESS.get(reading.opening, 1.0)
        base *= 0.75 + 0.25 * match.share
        passage = fact.kind == "passage"
        meaning = (
            Meaning("passage", fact.subjects, facts=(fact.id,))
            if passage
            else Meaning("fact", fact.subjects, facts=(fact.id,))
        )
        drafts.append(Draft(meaning, base, (fact,), strictness=1.5 if reading.opening == "how" else 1.1))
    return drafts


def meta(scene: Scene) -> list[Draft]:
    """What there is to ask, and how."""
    reading = scene.reading
    drafts = []
    if reading.has("list"):
        drafts.append(Draft(Meaning("list", reading.subjects), 0.95 if not reading.subjects else 0.6, strictness=2.0))
    if reading.has("help") and not reading.subjects:
        drafts.append(Draft(Meaning("help"), 0.95, strictness=2.5))
    return drafts


def _definitions(scene: Scene, subjects: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact for subject in subjects for fact in scene.catalogue.defined(subject))


RULES: tuple[Callable[[Scene], list[Draft]], ...] = (
    analogy,
    traits,
    recommend,
    why,
    verdict,
    confirm,
    compare,
    aspect,
    define,
    statement,
    meta,
)


def drafts(scene: Scene) -> list[Draft]:
    """All meanings that the rules propose, each meaning once with its best form."""
    best: dict[Meaning, Draft] = {}
    rules = (analogy, meta) if analogy(scene) else RULES
    for rule in rules:
        for draft in rule(scene):
            known = best.get(draft.meaning)
            if known is None or draft.base > known.base:
                best[draft.meaning] = draft
    return list(best.values())
