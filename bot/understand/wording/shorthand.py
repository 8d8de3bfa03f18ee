"""What people write in short, or by way of others, spelt out: "hw", "x v y", "why does everyone say that", "then" for "than"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.text import Word, stem
from bot.understand.openings import REPORTING, SAID_AT_LEAST, TELLER_AT_MOST
from bot.understand.words import grammar
from bot.understand.words.lexicon import Lexicon

_MISSPELT = {
    "loose": "lose",
    "looses": "loses",
    "looze": "lose",
    "chose": "choose",
    "loosing": "losing",
    "effect": "affect",
}
"""Words of English that are often written for others, where a verb stands."""
_DOERS = frozenset("do does did will would can could may might should to i we you they not i'm we're without".split())

_SHORT = {
    "wat": "what",
    "nd": "and",
    "wtf": "what",
    "hw": "how",
    "wht": "what",
    "wut": "what",
    "wats": "what's",
    "u": "you",
    "r": "are",
    "shud": "should",
    "shld": "should",
    "kinda": "kind",
    "sorta": "sort",
}
"""How people in a hurry write the words that a question is made of."""


_OTHERS = frozenset("alternative competitor rival counterpart competition opponent".split())
"""What "the other" is called where there are two."""
_WHOSE = frozenset("to of for is are was".split())
_APART = frozenset("diff difference differences distinction".split())
_PARTICLES = frozenset("up on off down out".split())
_OBJECTS = frozenset("it one them".split())
_FOR_WHOM = frozenset("me us you".split())
_SAID = {stem(word): word for word in sorted(grammar.SPEECH)}
_MINDING = frozenset("would do you if".split())
_SPARING = frozenset("save saves saving cost costs costing bring brings buy buys earn earns".split())
"""Verbs behind which it says nothing for whom: "does it save me memory"."""


def in_full(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with the short forms of hurried writing in full ("wat", "b/w"), and verbs beside what belongs to them."""
    found: list[Word] = []
    for word, behind in zip_longest(words, words[1:]):
        versus = word.text == "x" or (word.text == "v" and behind is not None and not behind.text.isdigit())
        if versus and found and behind is not None:
            # "A x B" sets them against each other.
            found.append(replace(word, text="vs"))
        elif word.text == "y" and not found and len(words) > 1:
            found.append(replace(word, text="why"))
        elif word.text in ("k", "kk") and not found and len(words) > 1:
            found.append(replace(word, text="ok"))
        elif (
            word.text in _OTHERS and found and found[-1].text == "the" and (behind is None or behind.text not in _WHOSE)
        ):
            found.append(replace(word, text="other"))
        elif word.text == "w" and found and found[-1].text == "b":
            found[-1] = Word("between", found[-1].start, word.end)
        elif word.text == "2" and found and found[-1].text in ("the", "both", "these", "those", "between"):
            found.append(replace(word, text="two"))
        elif word.text == "btw" and found and found[-1].text in _APART:
            found.append(replace(word, text="between"))
        elif word.text in _PARTICLES and len(found) > 1 and found[-1].text in _OBJECTS:
            # "Power it on" is "power on".
            found.insert(-1, word)
        elif found and found[-1].text == "mind" and (said := _SAID.get(stem(word.text))):
            # "Would you mind listing them?" wants them listed.
            found[-1] = Word(said, found[-1].start, word.end)
            while len(found) > 1 and found[-2].text in _MINDING:
                del found[-2]
        elif word.text in _MISSPELT and found and found[-1].text in _DOERS:
            found.append(replace(word, text=_MISSPELT[word.text]))
        elif word.text in _FOR_WHOM and len(found) > 1 and found[-1].text in _SPARING:
            continue
        else:
            found.append(replace(word, text=_SHORT[word.text]) if word.text in _SHORT else word)
    return tuple(found)


def without_hearsay(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without who says so: "why does everyone say that X is light" asks why it is, and "if I get it right, X is light"
    whether it is.
    """
    words = _as_understood(words)
    why = next((at for at, word in enumerate(words[:_LED_IN_AT_MOST]) if word.text == "why"), len(words))
    for at in range(why + 2, min(len(words) - SAID_AT_LEAST, why + TELLER_AT_MOST)):
        who = [word.text for word in words[why + 1 : at] if word.text not in _WHO_SAYS]
        if (
            words[at].text in REPORTING | _GRUMBLING
            and len(who) <= _SAYERS
            and (not who or words[why + 1].text in _DOES)
        ):
            return (*words[: why + 1], *words[at + 1 + (words[at + 1].text == "that") :])
    return tuple(words)


_LED_IN_AT_MOST = 5
_GRUMBLING = frozenset("complain complains moan moans whine whines grumble grumbles mention mentions".split())
_SAYERS = 2
"""Words at most of who says so: "why do ops people complain that"."""
_DOES = frozenset("do does did would".split())


def _as_understood(words: Sequence[Word]) -> Sequence[Word]:
    """Words without "if I get it right" in front."""
    at = next((at for at, word in enumerate(words) if word.text not in _LEADING), len(words))
    if [word.text for word in words[at : at + 2]] in (["if", "i"], ["if", "we"], ["if", "i'm"], ["if", "im"]):
        for end in range(at + 2, min(at + TELLER_AT_MOST, len(words) - SAID_AT_LEAST)):
            if words[end].text in ("right", "correctly", "mistaken", "wrong", "correct"):
                return words[end + 1 :]
    return words


_LEADING = frozenset("so ok okay and well hm hmm".split())
_WHO_SAYS = frozenset(
    "do does did is would people everyone everybody they you we some folks many so experts often always it".split()
)


def with_than(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with "than" for a "then" that stands close behind a comparative, and with "on" for a "no" behind "than X"."""
    found: list[Word] = []
    for at, word in enumerate(words):
        behind = word.text == "then" and any(_compares(each.text, lexicon) for each in words[max(0, at - 5) : at])
        # "Is X better than Y no isolation": what is denied stands in front of "than".
        no = word.text == "no" and any(each.text == "than" for each in words[max(0, at - 4) : max(0, at - 1)])
        read = "than" if behind else "on" if no else ""
        found.append(replace(word, text=read) if read and at + 1 < len(words) else word)
    return tuple(found)


_COMPARATIVES = frozenset("better more less worse rather".split())


def _compares(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a comparative: an end of some aspect in "-er", and no "container"."""
    if word in _COMPARATIVES:
        return True
    return word.endswith("er") and any(term.sense for term in lexicon.longest_at([word], 0)[1])
