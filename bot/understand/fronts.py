"""What stands in front of a clause in its sentence, and how much of it is asked of."""

from __future__ import annotations

from bot.understand.confidence import DROPPED
from bot.understand.reading import Reading
from bot.understand.words.grammar import CONDITIONS, SPEECH, STORY, TELLERS

BY_THE_WAY = 0.3
"""What a word of such a story weighs."""
NAMED = 0.85
"""Weight of other words from which "it" behind them stands for what they name."""


REFERRING = frozenset("it they them".split())
"""Words that stand for what was named before: "X: what is it?"."""
_POINTING = frozenset("that this those these".split())
_SAID_BESIDE = frozenset("what what's whats is are was exactly actually even anyway now then again so".split())


def refers_back(reading: Reading) -> bool:
    """Whether a sentence stands for what one before it names: "what does it do?", "what is that exactly?"."""
    words = set(reading.folded)
    asked = reading.opening == "what" and bool(words & _POINTING) and words <= _POINTING | _SAID_BESIDE
    return bool(reading.opening) and (bool(words & REFERRING) or asked)


def in_front(front: Reading, *, refers: bool, truth: bool, wishes: bool) -> float:
    """Weight of what stands in front of a clause: what "it" stands for is asked of, and nothing by the way."""
    points = refers and front.opening in ("what", "which") and front.asked >= NAMED
    if front.folded[0] in CONDITIONS and truth and not refers:
        # What holds only then is asked of then.
        return front.rest / DROPPED
    if front.folded[0] == "for" and wishes:
        # "For my talk I need …": what somebody needs it for.
        return front.rest * BY_THE_WAY
    if front.has("compare") and front.asked >= NAMED:
        # "I am comparing X with Y, which is faster?" asks of the Y that is not known here.
        return front.asked / DROPPED
    to_whom = "to" in front.folded and bool(SPEECH & set(front.folded))
    if to_whom or front.folded[0] in TELLERS or (front.folded[0] in STORY and set(front.folded[1:3]) & TELLERS):
        return front.rest * BY_THE_WAY
    return front.asked / DROPPED if points else front.rest


_LABEL = 4
"""Words of a label at most."""


def is_label(front: Reading) -> bool:
    """Whether what stands over a clause names what is asked about: no sentence, and nothing about the telling."""
    return len(front.folded) <= _LABEL and not SPEECH & set(front.folded) and not front.opening
