"""Rules for who is ahead, and for why."""

from __future__ import annotations

from dataclasses import replace

from bot.catalogue.causes import gives_reason
from bot.catalogue.marks import marks
from bot.catalogue.purposes import purpose as purpose_of
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.text import stem, words
from bot.understand.claims import STATED, TOUCHED, judge, matches
from bot.understand.rules.scene import Draft, Scene

SAID = 0.3
"""Weight of words from which a question says more of an aspect than its name."""


def why(scene: Scene) -> list[Draft]:
    """The cause of a state: the aspect's row with the facts that give the reason."""
    reading = scene.reading
    if reading.opening != "why":
        return []
    drafts = []
    subjects = reading.subjects
    if _still_used(reading.folded):
        return []
    if reading.own and len(subjects) == 1 and scene.at_end(subjects[0]) is False:
        # "Why is mine slow?", of what is said to be fast, asks of one that is in trouble.
        return []
    if subjects and reading.claim_words:
        judged = judge(
            reading.claim,
            subjects[:1],
            scene.catalogue,
            scene.evidence,
            negated=reading.negated,
            aspects=scene.aspects(),
        )
        if judged.facts and judged.strength >= STATED:
            rows = scene.aspects() or judged.facts[0].aspects[:1]
            base = 0.55 if reading.evaluative and not reading.aspects else 0.92
            told = (*judged.facts, *(_reasons(scene, judged.facts) if len(subjects) == 1 else ()))
            drafts.append(Draft(Meaning("why", subjects, rows, tuple(f.id for f in told)), base, told))
    if reading.aspects:
        # "Which is better, and why?" takes neither for ahead.
        sense = scene.sense() if subjects and not reading.chooses else ""
        asked = _first_at_end(scene) if reading.chooses or not subjects else subjects
        facts = scene.on_aspects(asked)
        if facts:
            # Of whom the aspect tells nothing, it tells no cause either.
            own = not subjects or any(set(subjects) & set(fact.subjects) for fact in facts)
            # What is asked is why it is lower, and then of what.
            ahead = bool(sense) and bool(scene.at_end(subjects[0]))
            first = sorted(reading.aspects, key=lambda slot: not (ahead and slot.sense))
            rows = tuple(slot.id for slot in first)
            told = _reasons(scene, facts) if len(subjects) == 1 else ()
            meaning = Meaning("why", asked, rows, tuple(f.id for f in told), sense=sense, negated=reading.negated)
            drafts.append(Draft(meaning, 0.94 if own else 0.7, (*told, *facts)))
    spoken = [
        fact
        for fact in scene.catalogue.knowledge.facts
        if fact.kind != "advice" and (not subjects or set(fact.subjects) & set(subjects))
    ]
    found = [
        match
        for match in matches(reading.claim, spoken, scene.evidence, aspects=scene.aspects())
        if match.share + match.denying >= TOUCHED
    ]
    if not _LIKENING & set(reading.folded):
        # A picture gives no cause of what it pictures.
        found = [match for match in found if match.said.fact.kind != "analogy"]
    if found and reading.rest:
        best = [
            match.said.fact for match in found if match.share + match.denying >= found[0].share + found[0].denying - 0.1
        ]
        best = best[:3]
        aspects = scene.aspects() or best[0].aspects[:1]
        base = 0.55 if reading.evaluative and not reading.aspects else 0.9 if subjects else 0.75
        drafts.append(
            Draft(Meaning("why", subjects or best[0].subjects, aspects, tuple(f.id for f in best)), base, tuple(best))
        )
    traits = {each.id for each in spoken if each.kind in ("advantage", "disadvantage")}
    if any(traits & {*each.meaning.facts[:1]} for each in drafts) and _only_by_end(scene):
        # A trait that says so itself tells the cause sooner than a row that is not said to be so.
        return [each if each.meaning.facts else replace(each, base=min(each.base, 0.7)) for each in drafts]
    return drafts


def _only_by_end(scene: Scene) -> bool:
    """Whether a row is meant by nothing but a word for one of its ends, at which its only subject is not said to stand."""
    reading = scene.reading
    if len(reading.subjects) != 1 or not reading.aspects or scene.at_end(reading.subjects[0]):
        return False
    names = {each.id: {stem(word.text) for word in words(each.name)} for each in scene.catalogue.knowledge.aspects}
    said = {stem(word) for slot in reading.slots if slot.kind == "aspect" for word in slot.text.split()}
    return all(slot.sense and not names[slot.id] & said for slot in reading.aspects)


def _reasons(scene: Scene, known: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The trait that says all that is asked of its subject, and why, where the rows tell no reason."""
    if any(map(gives_reason, known)) or scene.reading.negated:
        return ()
    own = scene.catalogue.of(scene.reading.subjects[0], "advantage", "disadvantage")
    found = matches(scene.reading.claim, [fact for fact in own if gives_reason(fact)], scene.evidence)
    return tuple(match.said.fact for match in found if match.share >= STATED and not match.denying)[:1]


_LIKENING = frozenset("compare compared like liken likened called picture pictured analogy metaphor".split())


def _still_used(folded: tuple[str, ...]) -> bool:
    """Whether it is asked why anybody still uses a thing, whatever is said before: "Xs are quick, why still use Ys?"."""
    behind = folded[folded.index("why") + 1 :] if "why" in folded else ()
    return "still" in behind[:4] and bool({"use", "uses", "using", "need", "want", "run"} & set(behind[:6]))


def _first_at_end(scene: Scene) -> tuple[str, ...]:
    """All that are compared, the one first that is at the end asked about: "why is that a risk?" asks of the less safe."""
    compared = scene.compared()
    return tuple(sorted(compared, key=lambda each: not (bool(scene.sense()) and bool(scene.at_end(each)))))


def verdict(scene: Scene) -> list[Draft]:
    """Which is at the better, or the worse, end of an aspect."""
    reading = scene.reading
    sensed = scene.sense() or (reading.evaluative if reading.aspects else "")
    if not reading.aspects or reading.opening in ("why", "how to") or not scene.weighed() or reading.of_a_kind:
        return []
    if {"mean", "means", "meaning", "meant"} & set(reading.folded):
        # "What do you mean by slow?" asks what is said, and of whom.
        return []
    subjects = scene.compared()
    either = reading.either and len(reading.subjects) >= 2 and "than" not in reading.folded
    # "X wins on it" says who, and "which wins on it" asks.
    asked = reading.has("verdict") and not (reading.opening in ("yesno", "statement") and reading.subjects)
    which = reading.opening == "which" or asked or either
    who = which or (
        bool(sensed) and reading.opening in ("what", "who", "where", "", "how") and len(reading.subjects) != 1
    )
    who = who and (which or not reading.has("confirm"))
    if not who or len(subjects) < 2 or not (sensed or which):
        return []
    told = scene.tells_ahead()
    # "X or Y: height" names a row and no use.
    bare = not reading.rest and not reading.opening and "for" not in reading.folded
    base = 0.94 if sensed else 0.92 if (told or bare) and len(reading.subjects) != 1 else 0.8
    if not sensed and reading.rest > SAID and not any(slot.amount for slot in reading.aspects) and not _marked(scene):
        base -= 0.12
    if len(reading.subjects) == 1 and reading.has("advantages", "disadvantages"):
        base -= 0.3
    if not told and reading.has("recommend"):
        base -= 0.12
    meant = {
        each for subject in subjects for cell in [purpose_of(subject, scene.catalogue)] if cell for each in cell.aspects
    }
    if not told and {*scene.aspects()} <= meant:
        # What each is for puts nobody ahead: which is better for a use asks what to choose.
        base -= 0.4
    elif not sensed and {*scene.aspects()} & meant:
        base -= 0.12
    amount = reading.aspects[0].amount if not sensed else ""
    meaning = Meaning("verdict", subjects, scene.aspects(), sense=sensed, amount=amount)
    return [Draft(meaning, base, scene.on_aspects(subjects))]


def _marked(scene: Scene) -> bool:
    """Whether the rest of what is said stands in a row that says yes or no of each."""
    reading = scene.reading
    said = {part.concept for part in reading.content if not part.filler}
    return any(
        marks(scene.catalogue, each, scene.compared())
        and said <= {word for fact in scene.catalogue.on(each) for word in scene.evidence.said[fact.id].concepts}
        for each in scene.aspects()
    )
