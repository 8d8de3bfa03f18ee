"""Turns that are a subject and nothing beside: "and a Y?", "does Y have those too?", "Ys aren't, right?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understand.reading import Reading
from bot.understand.threads.turns import corrects
from bot.understand.words import grammar

LEFT_OVER = 0.6
"""Weight of other words up to which a turn counts as saying nothing new."""


def bare(reading: Reading) -> bool:
    """Whether a turn says nothing beside the subjects that it names."""
    return not (reading.aspects or reading.cues or reading.rest > LEFT_OVER)


def names_another(reading: Reading) -> bool:
    """Whether a turn is a subject and nothing beside: "and a Y?", "does Y have those too?", "and with a Y, would that work?"."""
    reading = pointing(reading)
    return (
        _only_names(reading)
        and bool(reading.subjects)
        and (not reading.opening or _does_too(reading) or reading.folded[-2:] in (("i", "mean"), ("i", "meant")))
        and (len(reading.subjects) == 1 or turns(reading.folded) or corrects(reading.folded) or reading.inherited != ())
        and _length(reading) <= _SHORT
        and not (_DEFINING & set(reading.folded) and "same" not in reading.folded)
    )


_SHORT = 7
"""Words of such a turn at most, each name counted as one."""


def _length(reading: Reading) -> int:
    named = [slot.text.split() for slot in reading.slots if slot.kind == "subject"]
    return len(reading.folded) - sum(len(words) - 1 for words in named)


def _only_names(reading: Reading) -> bool:
    """``bare``, whatever says "too" left out."""
    reading = pointing(reading)
    rest = sum(part.weight for part in reading.content if not part.filler and part.text not in _TOO)
    return not (reading.aspects or reading.cues or rest > LEFT_OVER)


_BEFORE = frozenset(
    """
    problem problems issue issues thing things drawback advantage benefit weakness limitation limit limits restriction
    constraint downside upside trouble property feature
    """.split()
)
"""What was spoken of before, behind "that" and "the same"."""


_SO = frozenset(
    tuple(text.split())
    for text in (
        *("would that work", "does that work", "would it work", "does it work", "will that work", "could that work"),
        *("is that possible", "is it possible", "is that so", "is that true", "does that hold", "does that apply"),
    )
)
"""What asks at the end of a turn whether what was said before holds of what the turn names."""


_WHETHER_SO = (grammar.AUXILIARIES | frozenset("they it too also either not right correct true as well".split())) - {
    "no"
}
"""What asks behind a subject whether what was asked before holds of it."""


_DO_IT = frozenset((verb, what) for verb in ("do", "handle", "manage", "solve") for what in ("it", "that", "this"))
"""What stands for all that was asked of another: "how do Ys do it?"."""


_HOW_IT_IS = (
    ("it", "is", "how"),
    ("how", "is", "it"),
    ("it", "is", "what"),
    ("that", "is", "how"),
    ("is", "how"),
    ("for", "what"),
)


def _points_at(folded: Sequence[str]) -> bool:
    return any(
        word in ("that", "this", "these", "those", "same") and after in _BEFORE for word, after in pairwise(folded)
    )


def pointing(reading: Reading) -> Reading:
    """A turn without the words that stand for what was asked before: "does Y have the same problem?"."""
    reading = _without_whether(for_another(reading))
    tail = next((len(tail) for tail in _HOW_IT_IS if reading.folded[-len(tail) :] == tail), 0)
    if tail and not reading.aspects:
        # "And for Y it is how?"
        return replace(reading, folded=reading.folded[:-tail], opening="", cues=())
    named = [slot.text.split() for slot in reading.slots if slot.kind == "subject"]
    if len(named) == 1 and [*reading.folded] in (["when", *named[0]], ["where", *named[0]]):
        # "When is X used?", and then "when Y?".
        return replace(reading, folded=reading.folded[1:], opening="", cues=())
    if reading.folded[-3:] in _SO and reading.opening != "yesno":
        return replace(reading, folded=reading.folded[:-3], opening="", cues=())
    if reading.opening in ("how", "how to") and reading.folded[-2:] in _DO_IT:
        return replace(reading, folded=reading.folded[:-2], opening="", cues=())
    if (suffered := _suffered(reading.folded)) and not reading.aspects:
        # "Do Ys suffer from this too?"
        kept = tuple(part for part in reading.content if part.text not in suffered)
        claimed = tuple(part for part in reading.claim if part.text not in suffered)
        return replace(reading, content=kept, claim=claimed, cues=(), trouble=False)
    if not _points_at(reading.folded):
        return reading
    content = tuple(part for part in reading.content if part.text not in _BEFORE)
    claim = tuple(part for part in reading.claim if part.text not in _BEFORE)
    return replace(reading, content=content, claim=claim, cues=())


def for_another(reading: Reading) -> Reading:
    """A turn without what asks in front of its subject, or about it, the same of it: "is it like that for Ys too?", "what does
    it look like with Ys?", "and which does Y have?".
    """
    named = [slot.text for slot in reading.slots if slot.kind == "subject"]
    if len(named) != 1 or reading.aspects:
        return reading
    found = _SAME_OF.fullmatch(" ".join(reading.folded).replace(named[0], "X", 1))
    if not found:
        return reading
    said = {*" ".join(reading.folded).replace(named[0], "", 1).split()}
    content = tuple(part for part in reading.content if part.text not in said)
    claim = tuple(part for part in reading.claim if part.text not in said)
    folded = ("same", "for", *named[0].split())
    return replace(reading, folded=folded, opening="", cues=(), content=content, claim=claim, action=False)


_SO_FOR = "the same|like that|like this|so|also|too|apply|go|hold|count|true|the case|valid|still"
_SAME_OF = re.compile(
    r"(?:(?:and|but|so|ok|then) )*(?:"
    rf"(?:is|does|do|would|will|did) (?:it|that|this|these|those|the same)(?: (?:{_SO_FOR}))+ (?:for|with|to|of|in|on) (?:an? |the )?X"
    r"|(?:what|how) (?:does|do|would|is) (?:it|that|this)(?: then)?(?: look)?(?: like)? (?:for|with|in|on) (?:an? |the )?X"
    r"|(?:an? |the )?X (?:in comparison|by comparison|in contrast|by contrast|compared to that|compared with that)"
    r"|(?:in comparison|by comparison|compared to that) (?:an? |the )?X"
    r"|(?:an? |the )?X (?:has|have) which(?: ones)?"
    r"|(?:which|which ones) (?:does|do) (?:an? |the )?X (?:have|got|bring)"
    r")(?: (?:too|also|then|there|as well|either))*"
)
"""The turns that are "same for X"."""


def _suffered(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say of what was spoken of that another has it: "suffer from this"; none if there are none."""
    for at in range(len(folded) - len(("suffer", "from"))):
        if folded[at : at + 2] in _SUFFERING and folded[at + 2] in _THIS:
            return folded[at], folded[at + 1], folded[at + 2]
    return ()


_SUFFERING = tuple(
    (verb, by)
    for verbs, by in (("suffer suffers", "from"), ("struggle struggles deal", "with"), ("affected hit hurt", "by"))
    for verb in verbs.split()
)
_THIS = frozenset("this that it these those them".split())


def _without_whether(reading: Reading) -> Reading:
    """A turn without what asks behind its subject whether the same holds: "and Ys, are they too?", "Ys aren't, right?"."""
    said = len(reading.folded)
    while said and reading.folded[said - 1] in _WHETHER_SO:
        said -= 1
    behind = {*reading.folded[said:]}
    named = [slot.text.split() for slot in reading.slots if slot.kind == "subject"]
    if len(named) != 1 or not behind & grammar.AUXILIARIES or reading.opening not in ("", "yesno", "statement"):
        return reading
    if named[0][-1:] != [*reading.folded[said - 1 : said]] or reading.folded[0] in grammar.AUXILIARIES:
        return reading
    cues = tuple(cue for cue in reading.cues if cue != "confirm")
    return replace(reading, folded=reading.folded[:said], opening="", cues=cues)


def _does_too(reading: Reading) -> bool:
    """Whether what was asked is asked for yes or no of another: "does X have those too?", "do Xs?", "and Xs aren't?"."""
    said = tuple(word for word in reading.folded if word not in _JOINING)
    while reading.opening == "statement" and said[-1:] and said[-1] in _TOO:
        said = said[:-1]
    if reading.opening == "yesno":
        return (
            bool(_TOO & set(said))
            or _points_at(said)
            or bool(_suffered(said))
            or len(said) <= len(("does", "a", "subject"))
        )
    ends = said[-1:] != () and said[-1] in grammar.AUXILIARIES
    return reading.opening == "statement" and (ends or _points_at(said))


_DEFINING = grammar.DEFINING - {"about"}
"""What is asked with one of these is what a subject is, whatever was asked before: "explain X"."""
_TOO = frozenset("too also either those these same as well apply applies go true hold holds likewise ditto".split())
"""In a question for yes or no, signs that it puts the question before to another subject: "does X have those too?"."""


_TURNING = {(word, to) for word in ("what", "how") for to in ("about", "of", "abt")} | {
    ("same", "for"),
    ("same", "with"),
}
"""How a turn begins that puts the question before to another subject."""


def turns(folded: Sequence[str]) -> bool:
    """Whether a turn begins as one that goes on from the turn before: "and …", "what about …", "same for …"."""
    said = tuple(word for word in folded if word not in _JOINING)
    return folded[:1] == ("and",) or said[:2] in _TURNING or said[:2] == ("what", "if")


_JOINING = frozenset("and but so ok okay then now".split())
