"""Contractions spelt out: "I'm" is "I am", "didn't" is "did not", with the apostrophe or without.

The matcher reads its examples and the questions so: what one writes short another writes in full, and "not" should be the
same word in either.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_DENIED = "is are was were do does did has have had could would should must need".split()
_CALLED = "what who when where how why that there here it he she".split()
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_WHOLE = {
    **{denied + ending: (denied, "not") for denied in _DENIED for ending in ("n't", "nt")},
    **dict.fromkeys(("can't", "cant", "cannot"), ("can", "not")),
    **dict.fromkeys(("won't", "wont"), ("will", "not")),
    **{called + "'s": (called, "is") for called in _CALLED},
    # No other is spelt out without its apostrophe: "its", "ill", "were" and "id" are words.
    **{called + "s": (called, "is") for called in ("what", "that", "how", "where")},
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "let's": ("let", "us"),
}


def spelt_out(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words with each contraction as the words that it stands for."""
    return tuple([part for word in words for part in _parts(word)])


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[str, ...]:
    found = _WHOLE.get(word)
    if found is None and "'" in word:
        start = word[: word.rindex("'")]
        ending = _ENDINGS.get(word[len(start) :])
        found = (start, ending) if start and ending else None
    return found or (word,)
