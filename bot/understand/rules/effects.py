"""A rule for what befalls one thing where something is done to another: "does Y go away where X is deleted?"."""

from __future__ import annotations

import re
from collections import Counter

from bot.model.facts import Fact
from bot.model.meaning import Meaning, Premise
from bot.text import singular, words
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar


def effects(scene: Scene) -> list[Draft]:
    """Yes or no, by a statement that something happens "without affecting" another thing that the question names."""
    reading = scene.reading
    asked = reading.opening in ("yesno", "statement") or reading.has("confirm")
    # "If X is deleted do I lose Y?" asks behind its condition.
    asked = asked or (reading.folded[0] in grammar.CONDITIONS and bool(set(reading.folded) & grammar.AUXILIARIES))
    if not asked:
        return []
    if len(reading.subjects) != 2:
        return []
    drafts = []
    for fact in (fact for each in reading.subjects for fact in scene.catalogue.of(each)):
        if _kept_out(scene, fact):
            so: Premise = "stated" if reading.negated else "denied"
            meaning = Meaning("confirm", reading.subjects, facts=(fact.id,), premise=so, negated=reading.negated)
            drafts.append(Draft(meaning, 0.96, (fact,), strictness=1.1))
        if scene.evidence.harming["affect"] not in scene.evidence.said[fact.id].denied:
            continue
        spared = _spared(scene, fact)
        if spared is not None:
            kept: Premise = "stated" if spared else "denied"
            # "I deleted X, where did Y go?" has no yes.
            kept = "" if (grammar.ASKING - grammar.CONDITIONS) & set(reading.folded[1:]) else kept
            meaning = Meaning("confirm", reading.subjects, facts=(fact.id,), premise=kept, negated=reading.negated)
            drafts.append(Draft(meaning, 0.94, (fact,), strictness=1.1))
    return drafts


def _spared(scene: Scene, fact: Fact) -> bool | None:
    """Whether it is asked if the other thing stays as it is, where a statement says so; None where it asks of anything
    else.
    """
    reading, evidence = scene.reading, scene.evidence
    said = evidence.said[fact.id]
    others = set(reading.subjects) - set(fact.subjects)
    if not others & said.mentions or not set(fact.subjects) & set(reading.subjects):
        return None
    done, keep = said.concepts - said.denied, evidence.harming[grammar.SPARING]
    names = {
        concept for slot in reading.slots if slot.kind == "subject" for concept in evidence.concepts(slot.text.split())
    }
    asked = Counter(concept for concept in evidence.concepts(reading.folded) if concept not in names)
    # What is done to the one, and what befalls the other: the same word twice, or two words.
    doing = [concept for concept in asked if concept in done]
    both = len(doing) > 1 or bool(grammar.TOGETHER & set(reading.folded))
    befalls = [c for c in asked if c in evidence.harming.values() and (c not in done or asked[c] > 1 or both)]
    if not doing or not befalls:
        return None
    return (keep in asked) != reading.negated


def _kept_out(scene: Scene, fact: Fact) -> bool:
    """Whether it is asked if what happens to one thing happens to the other, of which a clause says that it does not: "does
    an X change its Y?", "if I change an X, does the Y change?" of "an X can be changed, but this is not carried over to Y".
    """
    reading, evidence = scene.reading, scene.evidence
    if len(fact.subjects) != 1 or fact.subjects[0] not in reading.subjects:
        return False
    other = next(each for each in reading.subjects if each not in fact.subjects)
    told = evidence.said[fact.id]
    happens = {part.concept for part in reading.claim if not part.filler} & told.concepts
    if other not in told.mentions or not happens or not _NOT.search(fact.prose.plain):
        return False
    names = [
        " ".join(singular(word.text) for word in words(alias.text)) for alias in scene.catalogue.subjects[other].aliases
    ]
    denied = [
        " ".join(singular(word.text) for word in words(clause))
        for clause in _CLAUSE.split(fact.prose.plain)
        if _NOT.search(clause)
    ]
    kept = any(f" {name} " in f" {clause} " for name in names for clause in denied)
    return kept and _done_unto(scene, other, happens)


def _done_unto(scene: Scene, other: str, happens: set[str]) -> bool:
    """Whether what happens is asked of the other thing: "change the Y", "written to the Y", "if …, does the Y change"."""
    folded, evidence = scene.reading.folded, scene.evidence
    found = {
        slot.id: [word.text for word in words(slot.text)] for slot in scene.reading.slots if slot.kind == "subject"
    }
    places = {
        name: next((at for at in range(len(folded)) if [*folded[at : at + len(told)]] == told), 0)
        for name, told in found.items()
    }
    if other not in places:
        # Named in the turn before.
        return False
    at, behind = places[other], folded[places[other] + len(found[other]) :]
    spoken = [span for span in evidence.spans(folded[:at]) if span[0] and span[0] not in _BETWEEN]
    done, first, last = spoken[-1] if spoken else ("", 0, 0)
    # "A running Y" is a Y that runs.
    if done in happens and _BETWEEN.issuperset(folded[last:at]) and folded[first - 1] not in _ARTICLES:
        return all(places[name] < last for name in places if name != other)
    conditional = folded[0] in grammar.CONDITIONS or bool(grammar.CONDITIONS & set(behind))
    return conditional and bool(happens & set(evidence.concepts(behind)))


_ARTICLES = frozenset("a an the".split())
_CLAUSE = re.compile(r"[,;.:()]|\b(?:but|while|whereas|although)\b")
_NOT = re.compile(r"\b(?:not|never|no)\b|n't\b")
_BETWEEN = frozenset("to in into on onto the a an its their this that original underlying base of from".split())
