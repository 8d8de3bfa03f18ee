"""What is said in a roundabout way, said plainly: "it's the X that has a roof" says that the X has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.words.grammar import AUXILIARIES, HAVING, VERBS

_IT_IS = frozenset("it's its thats that's".split())
_WHO = frozenset("which that who".split())
_NAMED_AT_MOST = 4
_THERE = frozenset("installed included inside onboard".split())


def plainly(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without "it's … which" around who is spoken of, "installed" behind what a thing has, and with "are the same" for
    "mean the same thing" and "as if they were the same".
    """
    return _alike(_had(_uncleft(words)))


def _uncleft(words: Sequence[Word]) -> tuple[Word, ...]:
    for at in range(len(words) - 4):
        two = words[at].text in ("it", "that") and words[at + 1].text in ("is", "was")
        if not two and words[at].text not in _IT_IS:
            continue
        start = at + (2 if two else 1)
        who = next((k for k in range(start + 1, start + _NAMED_AT_MOST) if k < len(words) and words[k].text in _WHO), 0)
        if who and words[start].text in ("the", "a") and words[who + 1 : who + 2] and _is_verb(words[who + 1].text):
            return (*words[:at], *words[start:who], *words[who + 1 :])
    return tuple(words)


def _is_verb(word: str) -> bool:
    return word in VERBS or word in HAVING or word in AUXILIARIES


def _had(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without the "installed" of "has no X installed"."""
    having = next((at for at, word in enumerate(words) if word.text in HAVING), len(words))
    return tuple(
        word for at, word in enumerate(words) if not (at > having + 1 and word.text in _THERE and _ends(words, at))
    )


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a word closes what is said of what a thing has."""
    return at + 1 == len(words) or words[at + 1].text in ("it", "and", "but", "so", "right", "correct", "true")


def _alike(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "are the same" for "mean the same thing", "like it's the same thing" and "as if they were the same"."""
    at = next((at for at, word in enumerate(words) if word.text == "same"), 0)
    if at < 2 or words[at - 1].text != "the":
        return tuple(words)
    start = at - 1
    before = [word.text for word in words[:start]]
    for phrase in _AS_IF:
        if tuple(before[-len(phrase) :]) == phrase:
            told = words[: start - len(phrase)]
            if len(told) > 2 and told[1].text in _TREATING:
                # "People use X and Y as if …": who they are is not asked.
                told = told[2:]
            return (*told, replace(words[start - len(phrase)], text="are"), *words[start:])
    return tuple(words)


_TREATING = frozenset("use uses treat treats mix mixes used".split())
_AS_IF = tuple(
    tuple(text.split("_"))
    for text in (
        "like_it's like_its like_it_is like_they_are like_they're like_they_were as_if_they_were as_if_they_are"
        " as_if_it_was as_if_it_were as_if_it's as_though_they_were as_though_they_are mean"
    ).split()
)
