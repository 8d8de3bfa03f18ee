"""What stands behind a question or a claim and only asks whether it holds: "isn't it?", "or is that a no go?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text import Word
from bot.understand.words import grammar

TAGS = frozenset("yes no right correct true".split())
"""Words that ask by themselves, behind a claim: "X is small, right?"."""
_DOUBT = 9
"""Words at most of a doubt behind what is asked."""


TRUE = frozenset("right wrong correct true mistaken lying so".split())
"""What it is asked whether a claim is: "is he right?"."""


_POSSIBLE = tuple(
    tuple(text.split())
    for text in (
        "is this possible at all",
        "is that possible at all",
        "is this possible",
        "is that possible",
        "possible or not",
    )
)
_DARING = tuple(
    tuple(text.split())
    for text in (
        "change my mind",
        "prove me wrong",
        "convince me otherwise",
        "tell me i'm wrong",
        "tell me im wrong",
        "correct me if i'm wrong",
        "correct me if im wrong",
        "if i'm not mistaken",
        "if im not mistaken",
        "or am i wrong",
        "am i wrong",
        "just saying",
        "imo",
        "imho",
    )
)
"""What dares others to disagree with a claim."""
_TAILS = {
    last: tuple(tail for tail in (*_POSSIBLE, *_DARING) if tail[-1] == last)
    for last in {tail[-1] for tail in (*_POSSIBLE, *_DARING)}
}
"""Both by the word that they end in."""
_POSSIBLE_OF = 3
"""Words at least of what is asked to be possible."""


def said_at_end(words: Sequence[Word], tail: tuple[str, ...]) -> bool:
    """Whether words end in these."""
    return tuple(word.text for word in words[-len(tail) :]) == tail


def without_tag(words: Sequence[Word]) -> Sequence[Word]:
    """Words without a tag question at their end: ", isn't it?", ", no?"."""
    if len(words) > 3 and tuple(word.text for word in words[-2:]) in (("or", "not"), ("or", "no")):
        return without_tag(words[:-2])
    four = tuple(word.text for word in words[-4:])
    if len(words) > _DOUBT - 3 and four[1:3] == ("or", "not") and four[0] == four[3] and four[0] in TRUE:
        # "…, correct or not correct?"
        return words[:-3]
    for at in range(max(len(words) - _DOUBT, 3), len(words) - 2):
        # "…, or is that a no go?" doubts what was asked.
        doubt = words[at].text == "or" and words[at + 1].text in grammar.AUXILIARIES
        if doubt and words[at + 2].text in grammar.TAGGED | {"i", "am"}:
            return without_tag(words[:at])
    said = tuple(word.text for word in words[-3:])
    if len(words) > _DOUBT - 2 and said[0] in grammar.AUXILIARIES and said[1] in grammar.TAGGED and said[2] in TRUE:
        # "…, is he wrong?"
        return words[:-3]
    for tail in _TAILS.get(words[-1].text, ()) if words else ():
        if said_at_end(words, tail) and len(words) > len(tail) + _POSSIBLE_OF:
            # "Run it on that - is this possible?"
            return words[: -len(tail)]
    last = tuple(word.text for word in words[-2:])
    asks = any(word.text in grammar.ASKING for word in words[-5:-2])
    if len(words) > 3 and last[0] in grammar.AUXILIARIES and last[1] in grammar.TAGGED and not asks:
        return words[:-2]
    if len(words) > 3 and last[-1:] in (("no",), ("nope",), ("huh",), ("eh",)):
        return words[:-1]
    if len(words) > 3 and last[-1:] == ("really",) and words[0].text not in grammar.ASKING | grammar.AUXILIARIES:
        return words[:-1]
    return words
