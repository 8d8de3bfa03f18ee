"""Rules for what stands in the document word for word, however common its words: "who may sit wherever they like?"."""

from __future__ import annotations

from bot.model.meaning import IntentName, Meaning
from bot.text import words
from bot.understand.lessening import lessened
from bot.understand.rules.scene import Draft, Scene
from bot.understand.words import grammar

_OPENINGS = ("what", "who", "where", "when", "how much", "how")
_OTHERS: tuple[IntentName, ...] = ("compare", "advantages", "disadvantages", "pros_cons", "analogy", "list", "define")
"""Kinds of answer that are more than a statement."""
_ADVISING = frozenset("should shall use choose pick take recommend better best prefer".split())
_WISHED = frozenset("need needs want wants happen happens many much often long".split())
_BOUNDED = frozenset("only or if unless except without always ever never every all".split())
"""What makes a question, or a statement, more than that something is so."""
_FEWEST = 2
"""Words that have to stand in a statement beside the names of subjects."""
_AS_COMMON = 3
"""The same where none of them is a rare one."""
_MOST = 2
"""Statements that may have all of them: in more, they tell nothing."""


def literal(scene: Scene) -> list[Draft]:
    """The statement that has every word of a question, where one or two have."""
    reading, evidence = scene.reading, scene.evidence
    if reading.opening not in _OPENINGS or reading.negated or reading.own or reading.action or reading.trouble:
        return []
    if reading.evaluative or reading.has(*_OTHERS):
        return []
    advising = bool(_ADVISING & set(reading.folded))
    named = {word.text for slot in reading.slots if slot.kind == "subject" for word in words(slot.text)}
    said = set(evidence.concepts([word for word in reading.folded if word not in named | _WISHED]))
    said -= set(evidence.concepts(sorted(grammar.VERBS & set(reading.folded))))
    rows = {word for slot in reading.slots if slot.kind == "aspect" for word in slot.text.split()}
    if (
        rows
        and not advising
        and (reading.opening == "which" or len(said - set(evidence.concepts(sorted(rows)))) < _FEWEST)
    ):
        # The row tells more.
        return []
    rare = any(not part.filler for part in reading.claim)
    if len(said) < (_FEWEST if rare else _AS_COMMON):
        return []
    subjects = set(reading.subjects)
    found = [
        fact
        for fact in scene.catalogue.knowledge.facts
        if fact.kind != "analogy"
        and said <= evidence.said[fact.id].concepts - evidence.said[fact.id].denied
        and (not subjects or subjects & {*fact.subjects, *evidence.said[fact.id].mentions})
        and (fact.kind == "advice" or not advising)
    ]
    if not 0 < len(found) <= _MOST:
        return []
    fact = found[0]
    if advising:
        return [Draft(Meaning("recommend", fact.subjects, facts=(fact.id,)), 0.9, (fact,), strictness=1.1)]
    passage = fact.kind == "passage"
    about = tuple(dict.fromkeys((*fact.subjects, *scene.named_in((fact,)))))
    meaning = Meaning("passage" if passage else "fact", about, facts=(fact.id,))
    return [Draft(meaning, 0.93, (fact,), strictness=1.1)]


def said_outright(scene: Scene) -> list[Draft]:
    """Yes, by the only statement on a subject that has every word said of it, however common: "does X need a second team?"
    of "a second team is needed".
    """
    reading, evidence = scene.reading, scene.evidence
    plain = reading.opening == "yesno" and len(reading.subjects) == 1 and not reading.aspects
    if not plain or reading.negated or reading.own or reading.trouble or reading.evaluative or reading.comparing:
        return []
    named = {word.text for slot in reading.slots if slot.kind == "subject" for word in words(slot.text)}
    spoken = [word for word in reading.folded if word not in named]
    said = set(evidence.concepts(spoken))
    if len(said) < _AS_COMMON or reading.has(*_OTHERS) or _BOUNDED & set(spoken):
        return []
    found = [
        fact
        for fact in scene.catalogue.of(reading.subjects[0], "cell", "advantage", "disadvantage", "point")
        if said <= evidence.said[fact.id].concepts - evidence.said[fact.id].denied
    ]
    if len(found) != 1 or lessened(found[0], spoken):
        return []
    if (_BOUNDED | grammar.NEGATIONS) & {word.text for word in words(found[0].prose.plain)}:
        return []
    meaning = Meaning("confirm", reading.subjects, facts=(found[0].id,), premise="stated")
    return [Draft(meaning, 0.97, (found[0],))]
