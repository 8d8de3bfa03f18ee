"""Sentences that are turned round, put straight: "a roof is needed to run X" says that X needs a roof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.words.grammar import ASKING, HAVING


def straight(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "X need Y" for "Y is required to run X", "its own roof" for "a roof of its own", "keep my changes" for "have
    my changes", and "what is X" for "how would you define X" and "X, what was that again".
    """
    return _defined(_kept(_its_own(_needed(_without_it_is(_what_for(_the_one(words)))))))


def _the_one(words: Sequence[Word]) -> Sequence[Word]:
    """Words with "which of the two is dry" for "which of the two is the dry one"."""
    folded = [word.text for word in words]
    at = next(
        (at for at in range(len(folded) - 4, 0, -1) if folded[at] in ("is", "are") and folded[at + 1] == "the"), 0
    )
    if not at or folded[-1] not in ("one", "ones") or "which" not in folded[:at] or len(folded) - at > _ONE_AT_MOST:
        return words
    return (*words[: at + 1], *words[at + 2 : -1])


_ONE_AT_MOST = 6


def _what_for(words: Sequence[Word]) -> Sequence[Word]:
    """Words with "what are X meant for" for "for what are X meant", and for "for what kind of work are X meant"."""
    folded = [word.text for word in words]
    if folded[:1] != ["for"] or folded[1:2] not in (["what"], ["which"]) or folded[-1] not in _MEANT:
        return words
    being = next((at for at in range(2, len(folded) - 1) if folded[at] in ("is", "are", "was", "were")), 0)
    meant = (replace(words[-1], text="meant"), replace(words[-1], text="for"))
    return (words[1], *words[being:-1], *meant) if being else words


_MEANT = frozenset("meant made used good suited intended designed built ideal there".split())


def _without_it_is(words: Sequence[Word]) -> Sequence[Word]:
    """Words without the "is it that" of "when is it that X is better?"."""
    folded = [word.text for word in words]
    for at in range(min(3, max(0, len(folded) - 5))):
        if folded[at] in ASKING and folded[at + 1] in ("is", "was") and folded[at + 2 : at + 4] == ["it", "that"]:
            return (*words[: at + 1], *words[at + 4 :])
    return words


def _needed(words: Sequence[Word]) -> tuple[Word, ...]:
    folded = [word.text for word in words]
    at = next((at for at in range(2, len(folded) - 2) if folded[at] in _NEEDED), 0)
    asks = folded[:1] and folded[0] in ("is", "are")
    if not at or not (asks or folded[at - 1] in ("is", "are")) or {"what", "which", "why", "not"} & set(folded[:at]):
        return tuple(words)
    behind = at + 1 + (2 if folded[at + 1 : at + 3] == ["in", "order"] else 0)
    if folded[behind : behind + 1] == ["to"] and folded[behind + 1 : behind + 2] and folded[behind + 1] in _RUNNING:
        behind += 2
    elif folded[behind : behind + 1] and folded[behind] in ("for", "by"):
        behind += 1
    else:
        return tuple(words)
    what = words[1:at] if asks else words[: at - 1]
    of = words[behind:]
    need = replace(words[at], text="need")
    return (replace(words[0], text="do"), *of, need, *what) if asks else (*of, need, *what)


_NEEDED = frozenset("required needed necessary mandatory".split())
_RUNNING = frozenset("run use start have host launch deploy operate".split())


def _its_own(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "its own roof" for "a roof of its own"."""
    for at in range(2, len(words) - 2):
        if words[at].text == "of" and words[at + 1].text in _WHOSE and words[at + 2].text == "own":
            article = next((k for k in range(at - 2, max(at - 2 - _NOUN, -1), -1) if words[k].text in _ARTICLES), None)
            start = at - 1 if article is None else article + 1
            kept = words[: start if article is None or words[article].text == "no" else article]
            return (*kept, words[at + 1], words[at + 2], *words[start:at], *words[at + 3 :])
    return tuple(words)


_WHOSE = frozenset("its their his her your our it's".split())
_ARTICLES = frozenset("a an the no any".split())
_NOUN = 3
"""Words of a noun at most, with what describes it."""


def _kept(words: Sequence[Word]) -> tuple[Word, ...]:
    """What has changes that were made has kept them."""
    for at in range(1, len(words) - 2):
        having = words[at].text in HAVING or words[at].text in _SHOWING
        if having and words[at + 1].text in _MADE and words[at + 2].text in _CHANGES:
            return (*words[:at], replace(words[at], text="keep"), *words[at + 1 :])
    return tuple(words)


_SHOWING = frozenset("see show shows contain contains include includes get gets know remember remembers".split())
_MADE = frozenset("my the these those our your all its".split())
_CHANGES = frozenset("change changes edit edits modification modifications".split())


def _defined(words: Sequence[Word]) -> tuple[Word, ...]:
    folded = [word.text for word in words]
    for tail in _AGAIN:
        if tuple(folded[-len(tail) :]) == tail and len(tail) < len(folded) <= len(tail) + _NOUN:
            # "X, what was that again?"
            name = words[: -len(tail)]
            return (
                replace(name[0], text="what", end=name[0].start),
                replace(name[0], text="is", end=name[0].start),
                *name,
            )
    for at in range(len(folded) - 4):
        if folded[at] == "how" and folded[at + 1] in _WOULD and folded[at + 2] in _WHO and folded[at + 3] in _DEFINING:
            return (*words[:at], replace(words[at], text="what"), replace(words[at + 3], text="is"), *words[at + 4 :])
    return tuple(words)


_AGAIN = tuple(
    tuple(text.split())
    for text in (
        *("what was that again", "what is that again", "what's that again", "whats that again", "what was that"),
        *(
            "what does that mean",
            "what does it mean",
            "what does this mean",
            "what is that",
            "what's that",
            "whats that",
        ),
        *("what that means", "what that is", "meaning"),
    )
)
_WOULD = frozenset("would do does can could should did".split())
_WHO = frozenset("you i we one people they".split())
_DEFINING = frozenset("define describe explain".split())
