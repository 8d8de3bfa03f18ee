"""How a thing is told, and how much of it is asked for: words whose sense another word, further off, decides."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text import singular
from bot.understand.evidence import Evidence
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP
from bot.understand.words.lexicon import Lexicon, Term

Spot = tuple[int, int, tuple[Term, ...]]
"""Words ``first`` to before ``last``, with what they name."""


def how_told(folded: Sequence[str], first: int, last: int, spots: Sequence[Spot]) -> bool:
    """Whether a word says how something is to be told, and not how it is: "explain X and Y quickly"."""
    said = tuple(folded[first:last])
    if _to_somebody(folded, first, last):
        return True
    if said in _HOW_TOLD and folded[last : last + 1] and folded[last] in _TOLD:
        return True
    if said in _ADVERBS and first and last < len(folded) and set(folded[:first]) <= _SPOKEN_OF:
        # "It simpler, as for a child", behind an "explain" that stands for itself.
        return True
    telling = next((at for at, word in enumerate(folded[:first]) if word in grammar.SPEECH), -1)
    if said not in _HOW_TOLD or (telling < 0 and (said not in _ADVERBS or last < len(folded))):
        return False
    named = {at for start, end, terms in spots if terms[0].kind != "aspect" for at in range(start, end)}
    between = [word for at, word in enumerate(folded[:first]) if at > telling and at not in named]
    return all(word in STOP for word in between) and not (grammar.ASKING | grammar.AUXILIARIES) & set(between)


def _to_somebody(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether words say whom something is told to: "explain X to my product manager"."""
    telling = next((at for at, word in enumerate(folded[:first]) if word in grammar.SPEECH), None)
    to = next((at for at in range(first - 1, max(first - _WHOM, 0) - 1, -1) if folded[at] == "to"), None)
    if telling is None or to is None or to < telling or folded[to + 1] not in _WHOSE:
        return False
    return first > to + 1 and not any(word in STOP for word in folded[to + 2 : last])


_WHOM = 4
"""Words at most between "to" and the last of whom something is told to."""
_WHOSE = frozenset("my our a an the your his her their some".split())
_ADVERBS = (("quickly",), ("easily",), ("simpler",), ("easier",))
"""With no verb before them they belong to what stands before the clause."""

_HOW_TOLD = (*_ADVERBS, ("quick",), ("fast",), ("simple",))
_SPOKEN_OF = frozenset("it this that them".split())
_TOLD = frozenset("list overview summary answer comparison explanation rundown recap recapitulation".split())
"""What is told and not spoken of: "a quick list"."""


_SEVERAL = 2


def narrowed(folded: Sequence[str], spots: Sequence[Spot], lexicon: Lexicon, evidence: Evidence) -> frozenset[str]:
    """Aspects that are not meant: of those that one word names, "cheaper", the ones that have in their names nothing of what
    stands beside it, where another has: "cheaper to buy" asks of the purchase price.
    """
    dropped, kept = set[str](), set[str]()
    for first, last, terms in spots:
        ids = {term.id for term in terms if term.kind == "aspect"}
        if len(ids) < _SEVERAL:
            kept |= ids
            continue
        others = [folded[at] for at in range(len(folded)) if not first <= at < last]
        beside = set(evidence.concepts(others))
        fitting = {each for each in ids if beside & set(evidence.concepts(lexicon.called[each]))}
        kept |= fitting or ids
        dropped |= ids - fitting if fitting else set()
    return frozenset(dropped - kept)


def named_apart(folded: Sequence[str], start: int, lexicon: Lexicon) -> list[Spot]:
    """The row that a measure and its verb name together, wherever the verb stands: "how long will it last?"."""
    for at, word in enumerate(folded):
        before = set(folded[:at])
        if word in ("ready", "up") and before & _LONG and before & _UNTIL:
            length, terms = lexicon.longest_at(("startup",), 0)
            return [(at, at + 1, terms)] if length and terms[0].kind == "aspect" else []
    if tuple(folded[start : start + 2]) == ("how", "much") and set(folded[start + 2 : start + 3]) & _IS:
        named = [at for at in range(start + 3, len(folded)) if lexicon.longest_at(folded, at)[1]]
        kinds = {lexicon.longest_at(folded, at)[1][0].kind for at in named}
        length, terms = lexicon.longest_at(("price",), 0)
        if kinds == {"subject"} and length and terms[0].kind == "aspect":
            return [(start, start + 2, terms)]
    for at in range(start + 2, len(folded)):
        noun = _MEANT_APART.get((folded[start], folded[start + 1], folded[at]))
        length, terms = lexicon.longest_at((noun,), 0) if noun else (0, ())
        if length and terms[0].kind == "aspect":
            return [(at, at + 1, terms)]
    return []


_IS = frozenset("is are".split())
_LONG = frozenset("long longer ages forever while minutes seconds quick quickly fast faster slow soon".split())
_UNTIL = frozenset("until till til before get gets getting be".split())
"""With these in front, "ready" asks for the time that it takes."""
_MEANT_APART = {
    ("how", "long", "last"): "lifespan",
    ("how", "long", "lasts"): "lifespan",
    ("how", "many", "last"): "lifespan",
    ("how", "much", "weigh"): "weight",
    ("how", "far", "go"): "range",
    ("how", "far", "reach"): "range",
    ("how", "much", "pay"): "price",
    ("how", "much", "money"): "price",
}
"""Measures with their verbs, and the word for what they ask about."""


_SEEING_TO = frozenset("do handle manage deal tackle approach organise organize go".split())
"""What one does with anything."""


def row_is_done(folded: Sequence[str], start: int, spots: Sequence[Spot]) -> bool:
    """Whether it is a row of several words that it is asked how to do: "how do you pick locks" of a row on lock picking."""
    asked = folded[start:]
    at = start + (3 if asked[1:2] and asked[1] in ("do", "can", "should") else 2)
    if folded[at : at + 1] and folded[at] in _SEEING_TO:
        # "How do you do versioning in X?"
        behind = at + (2 if folded[at : at + 2] in (("deal", "with"), ("go", "about")) else 1)
        behind += folded[behind : behind + 1] in (("the",), ["the"])
        if any(first == behind and terms[0].kind == "aspect" for first, _, terms in spots):
            return True
    return any(
        first == at
        and last - first > 1
        and terms[0].kind == "aspect"
        and singular(folded[last - 1]) in terms[0].id.split("-")
        for first, last, terms in spots
    )
