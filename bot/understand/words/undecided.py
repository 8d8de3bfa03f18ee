"""Whether somebody says that they cannot decide: "no idea", "in doubt", "I'm not sure", or asks for the default."""

from __future__ import annotations

from collections.abc import Sequence

_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        *(
            "unsure",
            "undecided",
            "in doubt",
            "not sure",
            "no idea",
            "no clue",
            "cannot decide",
            "can't decide",
            "cant decide",
        ),
        *("don't know", "dont know", "do not know", "not certain", "torn between", "hard to decide", "can't make up"),
        *(
            "by default",
            "safe default",
            "sensible default",
            "sane default",
            "good default",
            "best default",
            "right default",
        ),
        *("default choice", "default option", "default pick", "safe choice", "safe bet", "safest bet", "safest choice"),
        *("to start with", "start with", "rule of thumb", "rules of thumb", "if nothing else", "in general"),
    )
)


def undecided(folded: Sequence[str]) -> bool:
    """Whether folded words say so."""
    return any(
        tuple(folded[at : at + len(phrase)]) == phrase
        for phrase in _PHRASES
        for at in range(len(folded) - len(phrase) + 1)
    )
