"""A rule for what befalls one thing where something is done to another: "does Y go away where X is deleted?"."""

from __future__ import annotations

from collections import Counter

from bot.model.facts import Fact
from bot.model.meaning import Meaning, Premise
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
