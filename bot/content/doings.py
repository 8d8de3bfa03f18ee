"""Names of what people do: beside "Renting a foo", "Buying a bar" goes by "buying" and by "bar"; beside "Dining at foo",
"Dining in the bar" goes by "the bar".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.content.joined_names import split_name
from bot.content.names import Subjects
from bot.content.words import STOP_WORDS, form
from bot.model.source import Source

_DOING = "ing"
_ROOT = 3
"""Letters of a verb at least: "ring" and "king" are none."""


def shorten(names: Sequence[str], subjects: Subjects, source: Source) -> None:
    """Let things done that are compared with each other go by what tells them apart: the deed, and what it is done to or where.

    ``names`` are those of the columns of one table; where one of them is no "-ing" with more behind it, nothing is done.
    """
    split = [split_name(name)[0].split() for name in names]
    if len(split) < 2 or not all(len(parts) > 1 and _is_doing(parts[0]) for parts in split):
        return
    deeds = [parts[0].casefold() for parts in split]
    rests = [_rest(parts) for parts in split]
    for name, deed, rest in zip(names, deeds, rests, strict=True):
        owner = subjects.resolve(name)
        if owner and deeds.count(deed) == 1:
            subjects.alias(owner, deed, source, quiet=True)
        if owner and rest and not set(rest) & {word for other in rests if other is not rest for word in other}:
            subjects.alias(owner, " ".join(rest), source, quiet=True)


def _is_doing(word: str) -> bool:
    return word.isalpha() and word.endswith(_DOING) and len(word) >= len(_DOING) + _ROOT


def _rest(parts: Sequence[str]) -> list[str]:
    """What stands behind the deed, without what leads to it: "bar" of "dining in the bar"."""
    lead = len(list(takewhile(lambda word: word.casefold() in STOP_WORDS, parts[1:])))
    return [form(word.casefold()) for word in parts[1 + lead :]]
