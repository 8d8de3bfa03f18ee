"""Rules for advantages and disadvantages, and for which to choose."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.catalogue.purposes import purpose as purpose_of
from bot.catalogue.standing import standing
from bot.model.facts import Fact
from bot.model.meaning import IntentName, Meaning
from bot.understand.claims import Match, matches
from bot.understand.reading import Reading
from bot.understand.rules.scene import Draft, Scene
from bot.understand.sayings import Content
from bot.understand.words import grammar

_REASONS_TO_USE = frozenset(
    [
        "use",
        "using",
        "take",
        "taking",
        "moving",
        "switching",
        "pay",
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
        "run",
        "running",
        "keep",
        "put",
        "stay",
    ]
)


_BAD = frozenset("bad terrible awful horrible poor hated disliked".split())
_INSTEAD = frozenset("instead over rather not".split())


def traits(scene: Scene) -> list[Draft]:
    """Advantages, disadvantages, or both; "why use …" asks for advantages."""
    reading = scene.reading
    intent: IntentName | None = None
    base = 0.96
    if reading.has("pros_cons") or (reading.has("advantages") and reading.has("disadvantages")):
        intent = "pros_cons"
    elif reading.has("advantages"):
        intent = "disadvantages" if reading.negated and not reading.subjects else "advantages"
    elif reading.has("disadvantages") or _advised_against(reading) or _cannot(reading):
        # What solves the problems of another is better at it.
        intent = "advantages" if grammar.SOLVING & set(reading.folded) else "disadvantages"
    elif _outdone(reading):
        intent, base = ("disadvantages" if reading.evaluative == "worse" else "advantages"), 0.94
    elif reading.opening == "why" and not reading.aspects and reading.rest < 0.5:
        bare = len(reading.folded) <= 4 and "subjects" not in reading.inherited
        # "Why X instead of Y?"
        instead = len(reading.subjects) == 2 and not reading.claim_words and bool(_INSTEAD & set(reading.folded))
        # "Why not X, and forget Y?"
        denied = _denied_at_once(reading)
        bare = bare or instead
        instead = instead and not denied
        wanted = bool(_REASONS_TO_USE & set(reading.folded)) or bare or reading.evaluative or reading.has("verdict")
        # "Why is X so loved?", "why is X not perfect?"
        plain = not reading.claim_words and len(reading.subjects) == 1 and "subjects" not in reading.inherited
        plain = plain and bool({"why", "makes"} & set(reading.folded)) and "called" not in reading.folded
        if (wanted or plain) and reading.subjects:
            bad = reading.evaluative == "worse" or bool(_BAD & set(reading.folded))
            worse = (reading.negated and not instead) != bad
            # Why anybody "runs" it is no question of what runs.
            using = any(part.text in _REASONS_TO_USE for part in reading.claim)
            base = 0.95 if wanted and using else 0.92 if wanted else 0.85
            intent = "disadvantages" if worse else "advantages"
    if intent is None:
        return []
    said = any(not part.filler and part.text not in _REASONS_TO_USE for part in reading.claim)
    if reading.opening in ("why", "yesno", "statement") and (reading.aspects or said):
        base = 0.7
    if reading.opening == "yesno" and set(reading.folded[1:3]) & {"we", "i", "you"} and "have" in reading.folded[:5]:
        # "Do we have a limit of X?" asks of what is theirs.
        base = 0.4
    drafts = []
    for group in _groups(scene, intent):
        subjects = _turned(group, reading)
        told = tuple(fact for s in subjects for fact in scene.catalogue.of(s, "advantage", "disadvantage"))
        if not told and intent == "advantages" and reading.opening == "why" and len(subjects) == 1:
            # Where nothing is listed for it, what it is for tells why to use it.
            told = scene.catalogue.of(subjects[0], "advice")
            defined = scene.catalogue.defined(subjects[0])
            kind: IntentName = "recommend" if told else "define"
            drafts += [Draft(Meaning(kind, subjects), base - 0.05, told, strictness=1.3)] if told or defined else []
        elif told and (intent == "pros_cons" or scene.catalogue.of(subjects[0], "advantage", "disadvantage")):
            of_all = 0.45 if reading.claim_words else 0.8 if len(group) > 1 else 0.64
            fits = base if reading.subjects else of_all
            drafts.append(Draft(Meaning(intent, subjects), fits, told, strictness=1.3))
    return drafts


def _groups(scene: Scene, intent: IntentName) -> list[tuple[str, ...]]:
    """Whose traits are asked for: of those named, else of all that the only table compares, else of each by itself."""
    known = scene.catalogue.knowledge
    if scene.reading.subjects:
        return [scene.reading.subjects]
    tables = {comparison.subjects for comparison in known.comparisons}
    return [*tables] if intent == "pros_cons" and len(tables) == 1 else [(subject.id,) for subject in known.subjects]


def _outdone(reading: Reading) -> bool:
    """Whether it is asked what one does better than another: "what does X do better than Y", "where is X worse than Y",
    "what can X do that Y cannot".
    """
    if len(reading.subjects) == 2 and _BEATING & set(reading.folded) and not reading.aspects:
        return reading.opening in ("what", "how", "where") and not reading.claim_words
    alone = reading.negated and {"can", "that"} <= set(reading.folded) and not reading.claim_words
    if alone and len(reading.subjects) == 2 and reading.opening == "what":
        return True
    compared = len(reading.subjects) >= 2 and set(reading.folded) & {"than", "superior", "inferior", "outperform"}
    return bool(reading.evaluative and compared) and not reading.aspects and reading.opening in ("what", "how", "where")


_BEATING = frozenset("improve improves improved beat beats outperform outperforms outshine outshines surpass".split())


def _cannot(reading: Reading) -> bool:
    """Whether it is asked what one thing cannot do: "what can't X do?"."""
    said = reading.folded
    asked = reading.opening == "what" and said[-1] == "do" and bool(_UNABLE & set(said[1:3]))
    return asked and len(reading.subjects) == 1 and not reading.claim_words


_UNABLE = frozenset("can't cant cannot couldn't doesn't doesnt don't dont".split())


def _denied_at_once(reading: Reading) -> bool:
    """Whether what is denied stands before any subject: "why not X", "why don't we use X"."""
    named = [slot.text for slot in reading.slots if slot.kind == "subject"]
    before = " ".join(reading.folded).partition(named[0])[0].split() if named else []
    return bool(grammar.NEGATIONS & set(before))


def _advised_against(reading: Reading) -> bool:
    """Whether it is asked when one thing is not to be used: "when should I not use X"."""
    one = len(reading.subjects) == 1 and not reading.aspects
    used = reading.opening in ("when", "where", "what") and bool({"use", "choose", "pick"} & set(reading.folded))
    return one and reading.negated and (reading.has("recommend") or used) and reading.opening != "why"


def _uses(scene: Scene, facts: list[Fact]) -> list[Match]:
    """Statements that hold a rare word of the whole message: the use is often told before the question."""
    rare = [part for part in scene.told if not part.filler and (part.weight >= 0.7 or " " in part.text)]
    found = {
        match.said.fact.id: match for part in rare for match in matches([part], dict.fromkeys(facts), scene.evidence)
    }
    return list(found.values())[:2]


def _turned(subjects: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Moving "from X to Y" asks about Y, and so does "X is here, Y is proposed: what would we gain?": Y comes first."""
    said = reading.folded
    moved = "from" in said and "to" in said[said.index("from") :]
    gained = any(who in ("we", "i") and does in ("gain", "lose", "win") for who, does in pairwise(said))
    moved = moved or (gained and not {"over", "than", "instead", "if", "from"} & set(said))
    moved = moved or (bool(_LEAVING & set(said)) and bool({"for", "with", "by", "to", "in"} & set(said)))
    moved = moved or (bool(grammar.SOLVING & set(said)) and len(subjects) == 2 and _of_whom(reading) == subjects[0])
    return tuple(reversed(subjects)) if moved and len(subjects) == 2 else subjects


_LEAVING = frozenset(
    "ditch drop dump leave replace replaced replacing abandon swap exchange trade scrap retire ditching dropping leaving".split()
)
"""What is done to the first of two where the second takes its place: "what do we lose if we drop X for Y?"."""


def _of_whom(reading: Reading) -> str:
    """The subject right behind an "of" or "with": whose problems they are."""
    text = " ".join(word for word in reading.folded if word not in ("the", "a", "an"))
    named = [slot for slot in reading.slots if slot.kind == "subject"]
    return next((slot.id for slot in named if f" of {slot.text}" in text or f" with {slot.text}" in text), "")


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


def _asks_for_advice(folded: tuple[str, ...]) -> bool:
    """Whether a question begins with "should", or asks what people need: "do I need …"."""
    return bool({"should", "shall"} & set(folded[:2])) or (
        folded[:1] in (("do",), ("would",)) and folded[1:2] in (("i",), ("we",)) and "need" in folded[2:4]
    )


def _names_a_use(folded: tuple[str, ...]) -> bool:
    """Whether a "for" tells what for: not the one of "for each of them"."""
    return any(word == "for" and behind not in grammar.UNIVERSAL | {"it", "one"} for word, behind in pairwise(folded))


_WISHING = frozenset("need want require".split())
_GUIDING = frozenset("should use choose pick prefer take go recommend better best would to".split())
"""Words of whoever asks when to choose a thing, and not when it is so."""


def recommend(scene: Scene) -> list[Draft]:
    """Which to choose, and for what."""
    reading = scene.reading
    judged = (
        reading.evaluative
        and not reading.aspects
        and not _outdone(reading)
        and reading.opening in ("yesno", "which", "what", "statement", "")
    )
    either = reading.chooses and reading.opening in ("", "what", "which")
    open_ = not reading.claim_words and not reading.has("verdict", "compare")
    use = either and ("for" in reading.folded or (reading.asks and (open_ or reading.opening == "")))
    for_use = reading.opening == "which" and _names_a_use(reading.folded)
    between = reading.chooses or (len(reading.subjects) > 1 and bool(_INSTEAD & set(reading.folded)))
    advised = between and _asks_for_advice(reading.folded)
    for_whom = reading.opening == "who" and not reading.claim_words and bool(_REASONS_TO_USE & set(reading.folded))
    # "I want it quick, which one gives me that?"
    of_front = reading.opening == "which" and reading.folded[-1] in ("that", "this") and not reading.aspects
    # "We need strong locks" wishes for them, and wants to hear who has them.
    wished = reading.folded[:1] in (("i",), ("we",)) and _WISHING.issuperset(reading.folded[1:2])
    wished = wished and bool(reading.aspects) and not reading.subjects and not reading.cues and not reading.action
    asked = (
        advised
        or wished
        or for_whom
        or (of_front and bool(scene.told_of))
        or (reading.has("recommend") and not _advised_against(reading))
        or use
        or for_use
    )
    asked = asked or bool(judged and not reading.subjects and bool({"one", "neither", "either"} & set(reading.folded)))
    if not asked and not (judged and (len(reading.subjects) >= 2 or reading.opening == "which")):
        return []
    if (
        len(reading.subjects) == 1
        and {"alternative", "alternatives"} & set(reading.folded)
        and reading.opening != "yesno"
    ):
        # What else there is, the overviews do not tell.
        return []
    decides = reading.opening == "how to" and bool({"choose", "decide", "pick"} & set(reading.folded))
    if reading.opening in ("why", "how much", "how to", "where") and not decides:
        return []
    if reading.has("confirm") or reading.of_a_kind:
        return []
    if reading.opening == "when" and reading.aspects and not _GUIDING & set(reading.folded):
        # "When is it slow?" asks of the row.
        return []
    advising = [slot for slot in reading.slots if (slot.kind, slot.id) == ("intent", "recommend")]
    claimed = reading.opening in ("yesno", "statement") and all(slot.text.endswith(" for") for slot in advising)
    if advising and claimed:
        # "Xs are made for Y" is a claim, and "are they used for Y?" asks whether it holds.
        return []
    if reading.opening == "who" and not for_whom:
        return []
    if reading.opening == "when" and not reading.subjects and not reading.aspects and reading.claim_words:
        # "When do I need a jack?" asks of no car.
        return []
    subjects = scene.compared()
    if not subjects and not reading.subjects:
        first = scene.catalogue.knowledge.comparisons[:1]
        subjects = first[0].subjects if first else _weighed(scene)
    if not subjects:
        return []
    if not any(
        scene.catalogue.of(subject, "cell", "advantage", "disadvantage", "advice")
        for subject in reading.subjects or subjects
    ):
        # Which of its kinds is best, what is only described does not tell.
        which = reading.opening == "which" and len(reading.subjects) == 1
        return [] if which else [Draft(Meaning("define", reading.subjects), 0.85, strictness=1.5)]
    if len(reading.subjects) > 1 and set(scene.siblings(reading.subjects[0])) & set(reading.subjects[1:]):
        # Of two that are told apart by what they are, neither is to be chosen.
        return [Draft(Meaning("difference", reading.subjects), 0.85, strictness=1.5)]
    facts = [fact for subject in subjects for fact in scene.catalogue.of(subject)]
    claim = [part for part in reading.claim if not part.text.isdigit()]
    used = [match for match in matches(claim, dict.fromkeys(facts), scene.evidence, rare=True) if match.share >= 0.34]
    used = _bearing(claim, used) or _uses(scene, facts)
    aspects = tuple(each for each in scene.aspects() or scene.told_of if standing(scene.catalogue, each, subjects).best)
    told_use = any(match.said.fact == purpose_of(subject, scene.catalogue) for match in used for subject in subjects)
    aspects = () if told_use and not scene.aspects() else aspects[:1] if of_front else aspects
    if aspects:
        used = []
    chosen = tuple(match.said.fact for match in used[:4] if match.said.fact.kind != "analogy")
    base = 0.9 if reading.subjects else 0.78
    if use and "subjects" not in reading.inherited:
        base += 0.01
    which = reading.opening == "which" and reading.folded[:1] != ("for",)
    if len(reading.subjects) == 1 and (set(reading.folded) & {"or", "vs", "versus"} or which):
        base -= 0.35
    meaning = Meaning("recommend", reading.subjects or subjects, aspects, tuple(fact.id for fact in chosen))
    lenient = 0.6 if len(reading.subjects) >= 2 else 1.0
    return [Draft(meaning, base, (*chosen, *scene.on_aspects(subjects)), strictness=lenient)]
