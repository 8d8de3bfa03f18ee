"""Where things are more or less, put as which has more or less: "where is X cheaper?" asks for one of those compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.words.degrees import comparative

_DOING = frozenset("do does did can could will would".split())
_WHO = frozenset("i we you one people they".split())
_GETTING = (
    ("end", "up", "with"),
    ("come", "across"),
    ("deal", "with"),
    ("have",),
    ("get",),
    ("find",),
    ("see",),
    ("face",),
)
_IS = frozenset("is are was were".split())
_THE = frozenset("the a an".split())


def compared(words: Sequence[Word]) -> Sequence[Word]:
    """Words with "which has more X" for "where do I have more X", and "which has the steadier X" for "where is the X steadier"."""
    folded = [word.text for word in words]
    if folded[:1] != ["where"] or len(folded) < len(("where", "is", "X", "steadier")):
        return words
    which, has = replace(words[0], text="which"), replace(words[1], text="has")
    if folded[1] in _DOING and folded[2] in _WHO:
        behind = 3
        for phrase in _GETTING:
            if tuple(folded[3 : 3 + len(phrase)]) == phrase:
                behind = 3 + len(phrase)
                break
        start = behind + (folded[behind : behind + 1] == ["the"])
        if behind > 3 and any(map(comparative, folded[start : start + 1])):
            return (which, has, *words[behind:])
        if behind == 3 and any(map(comparative, folded[4:6])):
            # "Where do I pay more?"
            return (which, *words[3:])
    if folded[1] in _IS and comparative(folded[-1]) and not any(map(comparative, folded[:-1])):
        start = 2 + (folded[2] in _THE)
        return (which, has, words[-1], *words[start:-1])
    return words
