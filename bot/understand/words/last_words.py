"""The last words of names that people say for the whole: the "boiler" of "Gas boiler"."""

from __future__ import annotations

from itertools import pairwise

from bot.model.knowledge import Knowledge
from bot.text import singular, words
from bot.understand.words import english
from bot.understand.words.everyday import FILLER, STOP

RARE = 0.6
"""Weight of an English word from which it is taken for a name's without being met alone."""
_LENGTHS = (2, 3)
_BEFORE = frozenset("a an the each every per this that our your its one".split())


def last_words(knowledge: Knowledge) -> dict[str, str]:
    """Last words of names of two or three, in the singular, with the subjects that they name.

    Of one subject alone, never behind another word that tells which one is meant ("host machine"), and rare, or spoken of
    by itself in the overviews ("the boiler"). What names a row or a kind of question, "limits", names no subject.
    """
    files = frozenset(overview.file for overview in knowledge.overviews)
    named: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    own: dict[str, set[str]] = {}
    for subject in knowledge.subjects:
        for alias in subject.aliases:
            name = [singular(word.text) for word in words(alias.text)]
            for word in name:
                owners.setdefault(word, set()).add(subject.id)
            last = name[-1] if len(name) in _LENGTHS else ""
            if alias.source.file in files and last.isalpha() and last not in STOP | FILLER:
                named.setdefault(last, set()).add(subject.id)
                own.setdefault(last, set()).add(name[-2])
    rows = {singular(word.text) for aspect in knowledge.aspects for word in words(aspect.name)}
    cues = {
        singular(said[0].text)
        for intent in knowledge.phrasebook.intents
        for cue in intent.cues
        if len(said := words(cue.text)) == 1
    }
    alone, others = _met(knowledge, own)
    return {
        word: next(iter(ids))
        for word, ids in sorted(named.items())
        if len(ids) == 1
        and owners[word] == ids
        and word not in rows | cues | others
        and (word in alone or (english.knows(word) and english.weight(word) >= RARE))
    }


def _met(knowledge: Knowledge, own: dict[str, set[str]]) -> tuple[set[str], set[str]]:
    """The words that statements use by themselves, and those that they use behind other words."""
    alone, others = set[str](), set[str]()
    for fact in knowledge.facts:
        said = [singular(word.text) for word in words(f"{fact.label}. {fact.prose.plain}")]
        for before, word in pairwise(said):
            if word in own and before not in own[word]:
                if before in _BEFORE:
                    alone.add(word)
                elif before not in STOP:
                    others.add(word)
    return alone, others
