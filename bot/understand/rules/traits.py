"""The rule for advantages and disadvantages."""

from __future__ import annotations

from itertools import pairwise

from bot.catalogue.against import speaks_against
from bot.model.meaning import IntentName, Meaning
from bot.understand.reading import Reading
from bot.understand.rules.feelings import felt
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar

REASONS_TO_USE = frozenset(
    """
    use using take taking moving switching pay choose choosing prefer pick adopt switch move go consider bother want need run running keep put stay
    """.split()
)
"""Verbs of whoever takes a thing or not: "why use X?"."""
_BAD = frozenset("bad terrible awful horrible poor hated disliked".split())
INSTEAD = frozenset("instead over rather not".split())
"""What one thing is taken by where another is not."""


_USE = 4
"""Words of a use at most, with its "for"."""


def traits(scene: Scene) -> list[Draft]:
    """Advantages, disadvantages, or both; "why use …" asks for advantages."""
    reading = scene.reading
    intent: IntentName | None = None
    base = 0.96
    if reading.has("pros_cons") or (reading.has("advantages") and reading.has("disadvantages")) or _any_good(reading):
        intent = "pros_cons"
    elif reading.has("advantages"):
        intent = "disadvantages" if reading.negated and (_liked(reading) or not reading.subjects) else "advantages"
    elif reading.has("disadvantages") or advised_against(reading) or _cannot(reading):
        # What solves the problems of another is better at it.
        intent = "advantages" if _solves(reading) else "disadvantages"
    elif outdone(reading):
        intent, base = ("disadvantages" if _outdone_by_all(reading) else "advantages"), 0.94
    elif feeling := felt(reading):
        intent = feeling
    elif _for_a_use(reading):
        intent, base = "advantages", 0.9
    elif reading.opening == "why" and not reading.aspects and reading.rest < 0.5:
        bare = len(reading.folded) <= 4 and "subjects" not in reading.inherited
        # "Why X instead of Y?"
        instead = len(reading.subjects) == 2 and not reading.claim_words and bool(INSTEAD & set(reading.folded))
        # "Why not X, and forget Y?"
        denied = _denied_at_once(reading)
        bare = bare or instead
        instead = instead and not denied
        wanted = bool(REASONS_TO_USE & set(reading.folded)) or bare or reading.evaluative or reading.has("verdict")
        # "Why is X so loved?", "why is X not perfect?"
        plain = not reading.claim_words and len(reading.subjects) == 1 and "subjects" not in reading.inherited
        plain = plain and bool({"why", "makes"} & set(reading.folded)) and "called" not in reading.folded
        if (wanted or plain) and reading.subjects:
            bad = reading.evaluative == "worse" or bool(_BAD & set(reading.folded))
            worse = (reading.negated and not instead) != bad
            # Why anybody "runs" it is no question of what runs.
            using = any(part.text in REASONS_TO_USE for part in reading.claim)
            base = 0.95 if wanted and using else 0.92 if wanted else 0.85
            intent = "disadvantages" if worse else "advantages"
    if intent is None or (intent == "disadvantages" and _befalls(scene)):
        # "If I throw X away, do I lose anything?" asks what befalls it.
        return []
    said = any(not part.filler and part.text not in REASONS_TO_USE for part in reading.claim)
    if reading.opening in ("why", "yesno", "statement") and (reading.aspects or said):
        base = 0.7
    if reading.opening == "yesno" and set(reading.folded[1:3]) & {"we", "i", "you"} and "have" in reading.folded[:5]:
        # "Do we have a limit of X?" asks of what is theirs.
        base = 0.4
    drafts = _told_apart(scene, intent) or (_not_when(scene) if intent == "disadvantages" else [])
    for group in [] if drafts and drafts[0].meaning.intent == "difference" else _groups(scene, intent):
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
            drafts.append(
                Draft(_meant(intent, subjects, reading), fits, told, strictness=0.6 if _for_a_use(reading) else 1.3)
            )
    return drafts


def _befalls(scene: Scene) -> bool:
    """Whether it is asked what befalls something: "if I throw X away, do I lose anything?", "do the others suffer from it?"."""
    reading = scene.reading
    done = {part.concept for part in reading.claim} & {scene.evidence.harming["delete"]}
    from_it = ("suffer", "from") in pairwise(reading.folded) and reading.folded[-1] in ("it", "that", "this", "them")
    return bool({"lose", "lost"} & set(reading.folded) and done) or (reading.opening == "yesno" and from_it)


def _told_apart(scene: Scene, intent: IntentName) -> list[Draft]:
    """How two differ that are told apart by what they are, and not weighed: "what can a cup do that its lid cannot?"."""
    first, *others = scene.reading.subjects or ("",)
    apart = bool(others) and set(others) <= set(scene.siblings(first)) and intent != "pros_cons"
    weighed = all(scene.catalogue.of(each, "advantage", "disadvantage") for each in (first, *others))
    if not apart or weighed or _of_each(scene.reading):
        return []
    return [Draft(Meaning("difference", scene.reading.subjects), 0.9, strictness=0.6)]


def _meant(intent: IntentName, subjects: tuple[str, ...], reading: Reading) -> Meaning:
    return Meaning(intent, subjects, each=intent != "pros_cons" and len(subjects) > 1 and _of_each(reading))


def _of_each(reading: Reading) -> bool:
    """Whether the traits of each subject are asked for, and not those of the first over the other."""
    return (reading.listed or bool(_EACH & set(reading.folded))) and not _OVER & set(reading.folded)


_EACH = frozenset("both each every either respective respectively".split())
_OVER = frozenset("over than versus vs against compared instead rather".split())


def _liked(reading: Reading) -> bool:
    """Whether it is asked what is nice about something."""
    return any(slot.id == "advantages" and slot.text.endswith(" about") for slot in reading.slots)


def _for_a_use(reading: Reading) -> bool:
    """Whether it is asked why one is taken and not another, for a use that nothing else is said of: "why X over Y for Z?"."""
    said = reading.folded
    if reading.opening != "why" or len(reading.subjects) != 2 or reading.aspects or "for" not in said[2:]:
        return False
    use = said[said.index("for", 2) :]
    taken = bool(REASONS_TO_USE & set(said)) or bool({"over", "instead"} & set(said))
    strange = {word for part in reading.content if not part.filler for word in part.text.split()}
    return taken and not reading.negated and not reading.cues[1:] and strange <= set(use) and len(use) <= _USE


def _solves(reading: Reading) -> bool:
    """Whether something is said to solve: no word of a name, "Fixed price", says so."""
    named = {word for slot in reading.slots for word in slot.text.split()}
    return bool(grammar.SOLVING & (set(reading.folded) - named))


def _groups(scene: Scene, intent: IntentName) -> list[tuple[str, ...]]:
    """Whose traits are asked for: of those named, else of all that the only table compares, else of each by itself."""
    known = scene.catalogue.knowledge
    if scene.reading.subjects:
        return [scene.reading.subjects]
    tables = {comparison.subjects for comparison in known.comparisons}
    return [*tables] if intent == "pros_cons" and len(tables) == 1 else [(subject.id,) for subject in known.subjects]


def outdone(reading: Reading) -> bool:
    """Whether it is asked what one does better than another: "what does X do better than Y", "where is X worse than Y",
    "what can X do that Y cannot", "where does X win".
    """
    anything = reading.folded[:1] in (("anything",), ("something",))
    if reading.aspects or not (anything or reading.opening in ("what", "how", "where")):
        return False
    beyond = any(not part.filler and part.text not in _BEATING | _LOSING for part in reading.claim)
    beats = bool((_BEATING | _LOSING) & set(reading.folded)) and not beyond
    if beats and (len(reading.subjects) == 2 or (len(reading.subjects) == 1 and reading.opening != "how")):
        return True
    if len(reading.subjects) == 1 and reading.evaluative and not reading.claim_words:
        # "How is X better?", "in what respect is X better?"
        return reading.folded[:2] in (("how", "is"), ("how", "are")) or bool(_WAYS & set(reading.folded))
    alone = reading.negated and {"can", "that"} <= set(reading.folded) and not reading.claim_words
    if alone and len(reading.subjects) == 2 and (anything or reading.opening == "what"):
        return True
    compared = len(reading.subjects) >= 2 and set(reading.folded) & {"than", "superior", "inferior", "outperform"}
    return bool(reading.evaluative and compared)


def _any_good(reading: Reading) -> bool:
    """Whether it is asked if a thing is good at all, and nothing more: "is X any good?"."""
    good = reading.folded[-1] in _GOOD and reading.opening in ("yesno", "how") and reading.folded[0] in _BEING
    return good and len(reading.subjects) == 1 and not (reading.aspects or reading.claim_words or reading.either)


_GOOD = frozenset("good great bad terrible awful decent".split())
_BEING = frozenset("is are how".split())


def _outdone_by_all(reading: Reading) -> bool:
    return reading.evaluative == "worse" or bool(_LOSING & set(reading.folded))


_BEATING = frozenset(
    "improve improves improved beat beats outperform outperforms outshine outshines surpass win wins shine shines".split()
)
_LOSING = frozenset("lose loses losing".split())
_WAYS = frozenset("way ways respect respects point points regard area areas case cases situation situations".split())


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


def advised_against(reading: Reading) -> bool:
    """Whether it is asked when one thing is not to be used: "when should I not use X"."""
    one = len(reading.subjects) == 1 and not reading.aspects
    used = reading.opening in ("when", "where", "what") and bool({"use", "choose", "pick"} & set(reading.folded))
    # "X is never right" is a claim.
    asked = reading.opening != "why" and not ("never" in reading.folded and reading.opening in ("statement", "yesno"))
    return one and reading.negated and (reading.has("recommend") or used) and asked


def _not_when(scene: Scene) -> list[Draft]:
    """When one thing is not to be used, where the overview says so in as many words."""
    reading = scene.reading
    if len(reading.subjects) != 1 or not (advised_against(reading) or reading.opening == "when"):
        return []
    told = tuple(fact for fact in scene.catalogue.of(reading.subjects[0], "advice") if speaks_against(fact))
    meaning = Meaning("recommend", reading.subjects, facts=tuple(fact.id for fact in told))
    return [Draft(meaning, 0.97, told, strictness=1.3)] if told else []


def _turned(subjects: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """Moving "from X to Y" asks about Y, and so does "X is here, Y is proposed: what would we gain?": Y comes first."""
    said = reading.folded
    moved = "from" in said and "to" in said[said.index("from") :]
    gained = any(who in ("we", "i") and does in ("gain", "lose", "win") for who, does in pairwise(said))
    moved = moved or (gained and not {"over", "than", "instead", "if", "from"} & set(said))
    moved = moved or (bool(_LEAVING & set(said)) and bool({"for", "with", "by", "to", "in"} & set(said)))
    moved = moved or (_solves(reading) and len(subjects) == 2 and _of_whom(reading) == subjects[0])
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
