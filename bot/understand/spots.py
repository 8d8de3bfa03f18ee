"""Which words of a clause name what: subjects, aspects with the end that is named, kinds of question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

from bot.model.terms import Sense
from bot.understand.manner import Spot, how_told, named_apart
from bot.understand.named_in_part import by_a_part, half_named
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP
from bot.understand.words.lexicon import Lexicon, Term

BEING = frozenset("is are isn't aren't isnt arent".split())
"""Forms of "be"."""
AMOUNTS = grammar.MORE | grammar.LESS
_IDIOMS = {head: tuple(words for words in grammar.IDIOMS if words[0] == head) for head, *_ in grammar.IDIOMS}


@dataclass(frozen=True, slots=True)
class AspectSlot:
    """An aspect with the end that was named."""

    id: str
    sense: Sense
    amount: Literal["", "more", "less"] = ""
    """How much of it is asked for, where the word itself names no end: "more maintenance"."""


def spots_of(folded: Sequence[str], start: int, lexicon: Lexicon) -> list[Spot]:
    """Phrases of the lexicon, left to right, the longest first; a subject inside a longer phrase is named all the same."""
    spots: list[Spot] = []
    at = start
    while at < len(folded):
        idioms = _IDIOMS.get(folded[at], ())
        # "How do they compare on time?" asks of the time.
        idioms = () if at > start and folded[at - 1] in _COMPARING else idioms
        if idiom := next((words for words in idioms if tuple(folded[at : at + len(words)]) == words), ()):
            at += len(idiom)
            continue
        length, terms = lexicon.longest_at(folded, at)
        if length > 1 and folded[at] in AMOUNTS:
            behind, _ = lexicon.longest_at(folded, at + 1)
            if behind >= length:
                length, terms = 0, ()
        further, named = _further(folded, at, length, terms, lexicon)
        length, terms = (further, named) if further else (length, terms)
        if length and folded[at] == "different" and (_tells_of(folded, at + 1, lexicon) or _used(folded, at)):
            length, terms = 0, ()
        if length > 1 and folded[at + length - 1] == "same" and _tells_of(folded, at + length, lexicon):
            # "Run the same services" is not "run the same".
            length, terms = 0, ()
        if length and terms[0].kind == "subject":
            length += lexicon.behind(folded, at + length, terms[0].id)
        if length:
            free = terms[0].kind == "subject" and (not spots or spots[-1][1] < at) and at > start
            spots.append((at - (lexicon.before(folded, at, terms[0].id) if free else 0), at + length, terms))
        if length > 1 and terms[0].kind != "subject":
            for inner in range(at, at + length):
                within, named = lexicon.longest_at(folded[: at + length], inner)
                if within and named[0].kind == "subject":
                    spots.append((inner, inner + within, named))
                    break
        at += length or 1
    spots += named_apart(folded, start, lexicon)
    return sorted([*spots, *by_a_part(folded, start, spots, lexicon)], key=lambda spot: spot[:2])


def _tells_of(folded: Sequence[str], behind: int, lexicon: Lexicon) -> bool:
    """Whether "different" only tells of the word behind it: "on different days" compares nothing."""
    if behind >= len(folded) or folded[behind] in STOP or folded[behind].endswith("ing"):
        return False
    named = lexicon.longest_at(folded, behind)[1]
    return not named or named[0].kind == "intent"


def _used(folded: Sequence[str], at: int) -> bool:
    """Whether something different is used: "a different key", "runs on different days"."""
    return folded[at - 1] in ("a", "use", "uses", "run", "runs") or tuple(folded[at - 2 : at]) in _RUNNING_ON


_RUNNING_ON = tuple((verb, "on") for verb in ("run", "runs", "sit", "sits", "work", "works"))


def _further(
    folded: Sequence[str], at: int, length: int, terms: tuple[Term, ...], lexicon: Lexicon
) -> tuple[int, tuple[Term, ...]]:
    """Of two names that overlap, the later is meant, the earlier only tells of it: an "X box" of a "box key"."""
    if length < 2 or terms[0].kind != "subject":
        return 0, ()
    for inner in range(at + 1, at + length):
        behind, named = lexicon.longest_at(folded, inner)
        if named and named[0].kind == "subject" and named[0].id != terms[0].id and inner + behind > at + length:
            return inner + behind - at, named
    return 0, ()


def aspects_of(
    folded: Sequence[str], spots: Sequence[Spot], ranked: frozenset[str], called: Mapping[str, tuple[str, ...]]
) -> tuple[AspectSlot, ...]:
    """Aspects with the end that the word, or "more" and "less" beside it, names; on those that are not ``ranked`` nothing
    is better or worse. ``called`` are the words of their names.
    """
    found: dict[str, Sense] = {}
    amounts: dict[str, Literal["", "more", "less"]] = {}
    for first, last, terms in spots:
        before = set(folded[max(0, first - 2) : first])
        if "at" in before and before & {"least", "most"}:
            # "Can I at least X?" asks of no less of it.
            before = set[str]()
        near = before & set(folded[max(0, first - 1) : first])
        for term in terms:
            if term.kind != "aspect" or how_told(folded, first, last, spots):
                continue
            sense = term.sense
            toil = grammar.TOILSOME.get(folded[first - 2], "") if first > 1 and folded[first - 1] == "to" else ""
            if folded[first - 1 : first] == ("being",):
                # "Relies on its being secure" does not say that it is.
                sense = ""
            elif toil:
                # "Harder to secure" is worse at it, and nothing else; "harder to hack" is better.
                sense = toil if folded[first] not in grammar.HARMFUL else "worse" if toil == "better" else "better"
            elif sense and (near & grammar.LESS or _less_of(folded, last, spots, term.id)):
                sense = "worse" if sense == "better" else "better"
            elif not sense and before & grammar.WORSENING:
                sense = "worse"
            elif not sense and before & grammar.EVALUATIVE:
                sense = "better"
            elif not sense:
                sense = _said_behind(folded, last)
            set_against = term.id in found and bool(_WHEREAS & set(folded[:first]))
            if not found.get(term.id) and not (sense and set_against):
                # "Why does X take so much when Y is tiny?" does not say that X is tiny.
                found[term.id] = sense
                amounts[term.id] = "less" if before & grammar.LESS else "more" if before & grammar.MORE else ""
    for id_ in _of_another(folded, spots, ranked) | _by_measure(folded, spots) | half_named(folded, spots, called):
        found.pop(id_, None)
    _lend(folded, spots, found, ranked)
    for id_ in _done_to_another(folded, spots) & {id_ for id_, sense in found.items() if not sense}:
        del found[id_]
    return tuple(AspectSlot(id_, sense, amounts.get(id_, "")) for id_, sense in found.items())


_WHEREAS = frozenset("when while whereas although though whilst but if".split())


def _less_of(folded: Sequence[str], last: int, spots: Sequence[Spot], aspect: str) -> bool:
    """Whether "less" behind a verb turns its end: "wastes less heat", unless it belongs to another, "slow, less safe"."""
    if folded[last : last + 1] not in (("less",), ["less"], ("fewer",), ["fewer"]):
        return False
    named = [terms for first, _, terms in spots if first == last]
    return not named or any(term.id == aspect for term in named[0])


def _said_behind(folded: Sequence[str], last: int) -> Sense:
    """The end that is said of an aspect behind its name: "is isolation weaker in X", "the isolation is better"."""
    ends = grammar.WORSENING | grammar.EVALUATIVE
    ends |= DREADED
    behind = [word for word in folded[last : last + 4] if word not in ("a", "an")][:3]
    rest = [word for word in behind if word in ends or word not in BEING | AMOUNTS]
    if not rest or not (len(rest) == 1 or rest[1] in STOP):
        return ""
    return "worse" if rest[0] in grammar.WORSENING | DREADED else "better" if rest[0] in grammar.EVALUATIVE else ""


DREADED = frozenset(
    """
    nightmare disaster catastrophe mess joke weakness weaknesses problem problems issue issues concern concerns headache
    headaches drawback drawbacks bottleneck bottlenecks downside downsides
    """.split()
)
"""What is said behind an aspect of who is bad at it: "a security nightmare"."""


def _by_measure(folded: Sequence[str], spots: Sequence[Spot]) -> set[str]:
    """Aspects that only "how long" or "how big" names, where another is named: "how long has it been in the family"; how long
    a thing lasts is no time that it takes.
    """
    named = [
        (last - first == 2 and folded[first] == "how" and folded[first + 1] in _MEASURED, term.id)
        for first, last, terms in spots
        for term in terms
        if term.kind == "aspect"
    ]
    told = {term.id for first, last, terms in spots for term in terms if _tells_what(folded, first, last, term)}
    if measures := {id_ for measured, id_ in named if measured}:
        # "How big is a simple box?" asks how big, and not how simple.
        told &= {id_ for measured, id_ in named if not measured} - measures
    others = {id_ for measured, id_ in named if not measured} - told
    if measures and told and not others:
        return told
    lasts = ("how", "long") in pairwise(folded) and bool(_LASTING & set(folded))
    return {id_ for measured, id_ in named if measured} - others if others or lasts else set()


def _tells_what(folded: Sequence[str], first: int, last: int, term: Term) -> bool:
    """Whether a word for an end only tells what kind of thing is meant: "a simple box"."""
    alone = term.kind == "aspect" and bool(term.sense) and last - first == 1
    return alone and first > 0 and folded[first - 1] in ("a", "an") and last < len(folded) and folded[last] not in STOP


_COMPARING = frozenset("compare compares compared differ differs better worse ahead wins difference".split())
_LASTING = frozenset(
    "last lasts live lives exist exists survive survives stay stays stored supported valid alive".split()
)
_MEASURED = frozenset("long big large fast quickly heavy soon much".split())


def _of_another(folded: Sequence[str], spots: Sequence[Spot], ranked: frozenset[str]) -> set[str]:
    """Aspects that are named by nothing but a word that belongs to what stands behind it.

    "The biggest risk" is a big one, not a size; "the core difference" is an important one; "moving from X to Y" leaves X.
    """
    other, own = set[str](), set[str]()
    for at, (first, last, terms) in enumerate(spots):
        if terms[0].kind != "aspect":
            continue
        ids = {term.id for term in terms}
        behind = spots[at + 1 :]
        tells = bool(behind) and behind[0][0] == last and last - first == 1
        tells = tells and behind[0][2][0].kind == "aspect" and not ids & {term.id for term in behind[0][2]}
        # "For small bakeries" wants nothing small, where nothing is ahead on what bakeries are named in.
        telling = folded[first].endswith("est") or not ranked & {term.id for _, _, near in behind[:1] for term in near}
        tells = tells and bool(terms[0].sense) and telling
        tells = tells or (folded[first] in _WEIGHTY and bool(behind) and behind[0][0] == last and _kind_of(behind[0]))
        leaves = last < len(folded) and folded[last] in ("from", "to") and last - first == 1
        leaves = leaves and any(
            start <= last + 3 and named[0].kind == "subject" and set(folded[last + 1 : start]) <= STOP
            for start, _, named in behind[:1]
        )
        (other if tells or leaves else own).update(ids)
    return other - own


_WEIGHTY = frozenset("core key main central major basic".split())


def _kind_of(spot: Spot) -> bool:
    return spot[2][0].kind == "intent"


_TAKING = STOP - grammar.VERBS - grammar.JOINTS


_DOERS = grammar.PRONOUNS - grammar.AUXILIARIES | {"which", "that", "it", "they"}


def _done_to_another(folded: Sequence[str], spots: Sequence[Spot]) -> set[str]:
    """Aspects that are named by a verb alone whose object names another: "it boots its own system" asks of the system."""
    by_verb, by_name = set[str](), set[str]()
    for (first, last, terms), (start, _, behind) in zip_longest(spots, spots[1:], fillvalue=(0, 0, ())):
        ids = {term.id for term in terms if term.kind == "aspect"}
        doer = any(end == first and named[0].kind == "subject" for _, end, named in spots)
        doer = doer or (first > 0 and folded[first - 1] in _DOERS)
        object_ = any(term.kind == "aspect" and term.id not in ids for term in behind) and last <= start
        taken = last < len(folded) and folded[last] in _TAKING
        if doer and last - first == 1 and object_ and taken and not any(term.sense for term in terms):
            by_verb |= ids
        else:
            by_name |= ids
    return by_verb - by_name


_LENDING = frozenset("on in with for regarding concerning when to".split())


def _lend(folded: Sequence[str], spots: Sequence[Spot], found: dict[str, Sense], ranked: frozenset[str]) -> None:
    """In "heavier on memory", and in "is memory heavy", the memory is asked about: a word for an end lends it to the
    aspect that is named.
    """
    for (first, last, terms), (start, _, named) in pairwise(spots):
        lender, taker = terms[0], named[0]
        between = folded[last:start]
        if folded[first] in grammar.TOILSOME and tuple(between) == ("to",) and lender.id != taker.id:
            found.pop(lender.id, None)
            continue
        if (lender.kind, taker.kind) != ("aspect", "aspect") or not lender.sense or taker.sense:
            continue
        if taker.id not in ranked:
            # "Is sharing the kernel dangerous?" asks of the danger.
            continue
        if last - first == 1 and len(between) <= 3 and set(between) & _LENDING:
            others = {term.id for term in terms} - {term.id for term in named}
            found[taker.id] = found.get(taker.id) or lender.sense
            for id_ in others:
                found.pop(id_, None)
    for (_, last, terms), (first, end, named) in pairwise(spots):
        toil = folded[first] in ("easier", "harder") and (first, end) == (last, last + 1)
        if toil and terms[0].kind == "aspect" and not terms[0].sense:
            # "Which moves easier?" asks of the moving.
            lent = found.pop(named[0].id, "")
            found[terms[0].id] = found.get(terms[0].id) or lent or grammar.TOILSOME[folded[first]]
    if not set(folded[:2]) & BEING:
        return
    # "Is running hundreds of Xs easy?": the X within the name of the aspect is passed over.
    named_alone = [
        spot
        for spot in spots
        if not any(a <= spot[0] and spot[1] <= b and b - a > spot[1] - spot[0] for a, b, _ in spots)
    ]
    for (_, last, terms), (first, behind, named) in pairwise(named_alone):
        taker, lender = terms[0], named[0]
        if (
            (lender.kind, taker.kind) != ("aspect", "aspect")
            or taker.id == lender.id
            or taker.sense
            or not lender.sense
            or taker.id not in ranked
        ):
            continue
        # Before a further word it belongs to that one: "hard separation".
        predicate = first == last and (behind == len(folded) or folded[behind] in STOP)
        if predicate and not found.get(taker.id):
            found[taker.id] = found.pop(lender.id, lender.sense)
