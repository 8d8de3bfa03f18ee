"""Degrees of comparison: "steadier" and "steadiest" of "steady", and which words compare."""

from __future__ import annotations

from bot.understand.words import english
from bot.understand.words.grammar import LESS, MORE

_RARE = 200
"""A comparative is met so many times more often than its superlative at most: "number" is none of "numbest"."""
_COMPARING = frozenset(word for word in MORE | LESS if word.endswith(("er", "re", "se", "ss"))) - {"poor", "inferior"}
_SHORTEST = 3
_VOWELS = "aeiou"


def comparatives_of(word: str) -> tuple[str, ...]:
    """The comparative and the superlative of a folded word that is an adjective, ``("steadier", "steadiest")``; none of others."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    root = word.removesuffix("e") if word.endswith("e") else f"{word[:-1]}i" if word.endswith("y") else word
    if word[-1] not in "wxy" + _VOWELS and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        # "Big" is doubled, and so is all that ends alike.
        root += word[-1]
    more, most = f"{root}er", f"{root}est"
    return (more, most) if english.knows(more) and _is_degree(more) else ()


def comparative(word: str) -> bool:
    """Whether a folded word compares: "more", "worse", "steadier"."""
    return word in _COMPARING or (word.endswith("er") and _is_degree(word))


def _is_degree(word: str) -> bool:
    return 0 < english.count(word) <= _RARE * english.count(f"{word[:-2]}est")
