"""Whether a thing is still needed beside another, in one wording: "why isn't X dead?" asks why X is still used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.words.grammar import AUXILIARIES
from bot.understand.words.lexicon import Lexicon

_GONE = frozenset("dead gone extinct obsolete irrelevant died vanished disappeared outdated".split())
_OUSTING = frozenset("replace replaced replaces kill killed kills oust ousted supersede superseded supersedes".split())
_LASTING = frozenset("exist exists around alive relevant needed necessary used popular matter matters survive".split())
_TAIL = frozenset("yet already now today by then out away off completely entirely dead anymore altogether".split())
_NOT = frozenset("not never".split())
_AT_HAND = frozenset("it they my our the this that".split())
"""What begins one that somebody has before them: whether "the" thing is dead, asks nobody whether it is used."""
_NOBODY = frozenset("something everything anything nothing".split())


def as_lasting(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with "why still use X" for "why isn't X gone", "why hasn't Y replaced X", "why does X still exist" and "why do
    banks still run X", and with "do we still need X" for "is X dead".

    ``lexicon`` tells what is a subject.
    """
    at = next((at for at, word in enumerate(words[:-2]) if word.text == "why"), None)
    if at is not None:
        now = next((now for now in range(at + 3, len(words) - 2) if words[now].text == "now"), 0)
        if now and words[now + 1].text == "that":
            # "Why does anybody still use X, now that there are Ys?"
            words = words[:now]
        lasting = _why(words[at:]) or _of_somebody(words[at:], lexicon)
        return (*words[:at], *lasting) if lasting else tuple(words)
    first = words[0].text if words else ""
    if first in ("is", "are", "will") and len(words) > 2 and words[1].text not in _AT_HAND:
        return _whether(words) or tuple(words)
    return tuple(words)


def _why(words: Sequence[Word]) -> tuple[Word, ...]:
    """What asks why a thing is still there, from its "why" on; nothing where something else is asked."""
    verb, told = words[1], _without_tail(words[2:])
    if verb.text not in AUXILIARIES or not told:
        return ()
    denied = verb.text.endswith(("n't", "nt")) or any(word.text in _NOT for word in told)
    told = [word for word in told if word.text not in _NOT]
    if denied:
        ousting = next((at for at, word in enumerate(told) if at and word.text in _OUSTING), 0)
        if ousting and told[ousting + 1 :]:
            by = told[ousting + 1].text == "by"
            return _still(words, [w for w in told[:ousting] if w.text != "been"] if by else told[ousting + 1 :])
        if len(told) > 1 and told[-1].text in _GONE:
            return _still(words, told[:-1])
    elif told[-1].text in _LASTING and "still" in [word.text for word in told]:
        return _still(words, [word for word in told[:-1] if word.text not in ("still", "a", "thing")])
    return ()


def _of_somebody(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Why somebody uses a thing all the same, without who, and without what speaks against it: "why do large banks still run
    so much on X?", "why would I want X if Y is lighter?".
    """
    folded = [word.text for word in words]
    at = next((at for at in range(1, min(len(folded) - 2, _SOMEBODY + 2)) if folded[at] in ("still", *_USING)), 0)
    if not at or (at > 1 and folded[1] not in AUXILIARIES):
        return ()
    against = next((end for end in range(at + 2, len(folded)) if folded[end] in _AGAINST), 0)
    if folded[at] == "still" and folded[at + 1] in _USING | _STAYING:
        of = at + 2
        if against > of:
            words, folded = words[:against], folded[:against]
    elif folded[at] != "still" and against:
        of, words, folded = at + 1, words[:against], folded[:against]
    else:
        return ()
    while of < len(folded) - 1 and folded[of] in _SO_MUCH:
        of += 1
    who, what = folded[1:at], folded[of:]
    named = [terms[0].kind for place in range(len(what)) if (terms := lexicon.longest_at(what, place)[1])]
    somebody = not any(
        terms[0].kind == "subject" for place in range(len(who)) if (terms := lexicon.longest_at(who, place)[1])
    )
    before = what in _BEFORE
    return _still(words, words[of:]) if somebody and (before or named[:1] == ["subject"]) else ()


_AGAINST = frozenset("if when since now while although".split())
_BEFORE = (["it"], ["them"], ["those"], ["these"])
"""What was spoken of before, and nothing else."""
_SOMEBODY = 5
"""Words at most of somebody."""
_USING = frozenset(
    """
    run runs use uses using need want rely relies keep prefer stick choose buy operate host
    """.split()
)
_STAYING = frozenset("bother deal mess go hold hang cling insist pay invest swear bet depend".split())
"""What else somebody still does with a thing."""
_SO_MUCH = frozenset(
    "so much many on onto for in by to with all their most of stuff everything things using running".split()
)


def _still(words: Sequence[Word], of: Sequence[Word]) -> tuple[Word, ...]:
    if not of or of[-1].text in _NOBODY:
        return ()
    verb = words[1]
    return (words[0], replace(verb, text="still"), replace(verb, text="use", start=verb.end), *of)


def _whether(words: Sequence[Word]) -> tuple[Word, ...]:
    """What asks whether a thing is done with; nothing where something else is asked."""
    told = _without_tail(words[1:])
    if len(told) > 1 and told[-1].text in _GONE - {"outdated"} and not {"why", "or"} & {word.text for word in told}:
        verb = words[0]
        asked = (replace(verb, text=text, start=verb.start, end=verb.end) for text in ("do", "we", "still", "need"))
        return (*asked, *(word for word in told[:-1] if word.text not in ("be", "become", "now")))
    if words[0].text == "will" and (at := next((at for at, w in enumerate(told) if w.text in ("kill", "oust")), 0)):
        return (words[0], *told[:at], replace(told[at], text="replace"), *told[at + 1 :])
    return ()


def _without_tail(words: Sequence[Word]) -> list[Word]:
    """Words without the "yet" and "by now" at their end."""
    told = list(words)
    while len(told) > 1 and told[-1].text in _TAIL and told[-2].text in _TAIL | _GONE | _LASTING | _OUSTING:
        told.pop()
    while len(told) > 2 and told[-1].text in ("yet", "already", "now", "today"):
        told.pop()
    return told
