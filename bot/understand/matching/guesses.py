"""Words that no example has, taken for a word that the examples have in just that place.

What the speller leaves alone, for it must not be wrong ("vard" begins with another letter than "card", "bnk" is short,
"cad" is good English), may still be a slip: what stands beside it tells. It is no repair, and nobody is told that it
was made: it only adds to the likeness of the question with the examples.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.text import stem
from bot.understand.matching.features import Features
from bot.understand.matching.names import EDGES
from bot.understand.words import english
from bot.understand.words.spelling import Speller, slip

_UNSEEN = 3.0
"""How much rarer than the rarest neighbours those are that no example has."""
_WRONG_START = -1.5
"""The chance of a slip in the first letter, as a logarithm: fingers err later in a word."""


def guessed(words: Sequence[str], features: Features, speller: Speller) -> Sequence[str]:
    """Folded words with those that no example has replaced, where a word one slip away stands beside its neighbours."""
    if all(map(features.knows, words)):
        return words
    found = list(words)
    for place, word in enumerate(found):
        if not features.knows(word):
            before = stem(found[place - 1]) if place else EDGES[0]
            after = stem(found[place + 1]) if place + 1 < len(found) else EDGES[1]
            found[place] = _likeliest(word, before, after, features, speller)
    return found


def _likeliest(word: str, before: str, after: str, features: Features, speller: Speller) -> str:
    chances: dict[str, float] = {}
    least = 2 if english.knows(word) else 1
    for meant in speller.one_slip_away(word):
        root = stem(meant)
        beside = [features.rarity_beside(*sides) for sides in ((before, root), (root, after))]
        alone = features.rarity(root)
        # What is good English is a slip only where both neighbours say so.
        seen = 2 - beside.count(None)
        if alone is None or seen < least:
            continue
        rare = sum(features.rarest + _UNSEEN if rarity is None else rarity for rarity in beside)
        chance = alone / 2 - rare + slip(word, meant) / 2
        chances[meant] = round(chance + (_WRONG_START if word[0] != meant[0] else 0.0), 3)
    best = max(sorted(chances), key=chances.__getitem__, default=word)
    tied = any(chances[other] == chances[best] and stem(other) != stem(best) for other in chances)
    return word if tied else best
