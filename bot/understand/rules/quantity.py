"""Of how many a claim is made, and of how many a statement: "only one", "all", "on any", "the same"."""

from __future__ import annotations

from itertools import pairwise

from bot.model.facts import Fact
from bot.text import words
from bot.understand.reading import Reading
from bot.understand.words import grammar


def universal(fact: Fact) -> bool:
    """Whether a statement is made of all there are: then it holds for "every" and "all" of a question as well."""
    return any(word.text in grammar.UNIVERSAL for word in words(fact.prose.plain))


def of_one_alone(reading: Reading) -> bool:
    """Whether a claim is made of a single one: "only the one booth", "just that one"."""
    at = next((at for at, word in enumerate(reading.folded) if word in ("only", "just")), len(reading.folded))
    return bool(_SINGLE & set(reading.folded[at + 1 : at + 3]))


_SINGLE = frozenset("one single itself that this".split())


def of_whichever(reading: Reading) -> bool:
    """Whether something is claimed to be so with whatever there is: "on any roof", "under every sky"."""
    return any(left in _PLACED and right in _WHICHEVER for left, right in pairwise(reading.folded))


_PLACED = frozenset("on in under with at across within inside over".split())
_WHICHEVER = frozenset("any every whichever whatever all".split())


def alike(fact: Fact) -> bool:
    """Whether a statement wants something to be the same, or to be shared."""
    return any(word.text in _ALIKE for word in words(fact.prose.plain))


_ALIKE = grammar.SAME | {"common"}
