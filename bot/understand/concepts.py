"""Which words of the content are one concept: synonyms, degrees of an adjective, a noun with its adjective, compounds."""

from __future__ import annotations

import re

from bot.model.knowledge import Knowledge
from bot.text import stem, words
from bot.understand.matching import kinship
from bot.understand.words import english
from bot.understand.words.degrees import comparatives_of
from bot.understand.words.everyday import STOP

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_OF_ITS_OWN = 0.4
"""What an adjective says at least that tells one thing from others."""
_SHORT = 3
_KIN = 0.8
"""How near in meaning the two have to be, as a cosine: "part" is no kin of "party"."""


def groups_of(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """The stems of each phrase to the concept that its group stands for, which begins with "="."""
    groups: dict[tuple[str, ...], str] = {}
    for group in knowledge.phrasebook.synonyms:
        keys = [tuple(stem(word.text) for word in words(phrase)) for phrase in group]
        keys = [key for key in keys if key]
        known = next((groups[key] for key in keys if key in groups), "=" + "_".join(keys[0]) if keys else "")
        for key in keys:
            groups.setdefault(key, known)
    for forms in _compared(knowledge):
        keys = [(stem(form),) for form in forms]
        known = next((groups[key] for key in keys if key in groups), f"={keys[0][0]}")
        for key in keys:
            groups.setdefault(key, known)
    for noun, adjective in _adjectives(knowledge):
        keys = [(stem(noun),), (stem(adjective),)]
        known = next((groups[key] for key in keys if key in groups), f"={keys[0][0]}")
        for key in keys:
            groups.setdefault(key, known)
    for key in _hyphenated(knowledge):
        groups.setdefault(key, "=" + "_".join(key))
    return groups


def _compared(knowledge: Knowledge) -> list[list[str]]:
    """The words for ends, and those of the content, with their own comparatives: "clean", "cleaner", "cleanest"."""
    said = dict.fromkeys(word for family in knowledge.phrasebook.families for word in (*family.better, *family.worse))
    found = []
    for word in said:
        root = word.removesuffix("e") if word.endswith("e") else f"{word[:-1]}i" if word.endswith("y") else word
        forms = [f"{start}{ending}" for start in (root, f"{root}{root[-1]}") for ending in ("er", "est")]
        own = [form for form in forms if form in said]
        if own:
            found.append([word, *own])
    spoken = {word.text for fact in knowledge.facts for word in words(f"{fact.label} {fact.prose.plain}")} - STOP
    # "Long" and "new" are said of anything: "longer than agreed" is no "long train of thought".
    telling = sorted(word for word in spoken if english.weight(word) >= _OF_ITS_OWN)
    return found + [[word, *degrees] for word in telling if (degrees := comparatives_of(word))]


def _hyphenated(knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Compounds of the content, such as "read-only": one concept, however they are written."""
    found = {
        tuple(stem(word.text) for word in words(compound))
        for fact in knowledge.facts
        for compound in _COMPOUND.findall(f"{fact.label} {fact.prose.plain}")
    }
    return sorted(key for key in found if len(key) > 1)


def _adjectives(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Nouns of the content with what is full of them: "noise" and "noisy"."""
    spoken = {word.text for fact in knowledge.facts for word in words(f"{fact.label} {fact.prose.plain}")}
    found = []
    for noun in sorted(word for word in spoken if len(word) > _SHORT and word not in STOP):
        adjective = f"{noun.removesuffix('e')}y"
        if english.knows(adjective) and kinship.alike(noun, adjective) >= _KIN:
            found.append((noun, adjective))
    return found
