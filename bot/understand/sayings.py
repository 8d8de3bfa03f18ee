"""What a clause says beyond its slots and cues: each word as a concept, with its weight as evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bot.understand.evidence import Evidence
from bot.understand.manner import Spot
from bot.understand.openings import Opening
from bot.understand.places import comes_with, done_to, for_whom, hard_to, headed, judged_of, placed, there
from bot.understand.remedies import remedy_at
from bot.understand.spots import AMOUNTS, BEING, DREADED, AspectSlot
from bot.understand.words import grammar
from bot.understand.words.everyday import FILLER, STOP
from bot.understand.words.particulars import ASKED_OF, particular, year

Place = Literal["", "beside", "with", "judged", "asked", "head"]


@dataclass(frozen=True, slots=True)
class Content:
    """What a clause says beyond slots and cues: a concept with its weight as evidence."""

    concept: str
    text: str
    weight: float
    """0 for an everyday word, 1 for a rare one, more for one that no list has."""
    filler: bool
    place: Place = ""
    """Right beside a slot, as in a compound ("image layer"), what comes with it ("with a lid"), what a yes or no is asked of
    ("can goats ...?"), the thing asked for ("which driver"), or what is asked about a subject ("the licence of X").
    """


SAYING = 0.5
"""Weight at least of a phrase for what may be done to a thing."""
_FIGURES = frozenset("max maximum maximal min minimum minimal average typical usual total overall current".split())
"""What is asked of a figure, and says nothing beside the name of a row: "max size"."""
_GOING_WITH = 0.3
"""How much a word weighs yet that the content itself puts behind the name that it stands behind."""
HEAVIER: dict[Place, float] = {"": 1.0, "beside": 1.7, "with": 2.2, "judged": 2.2, "asked": 3.0, "head": 3.0}
"""How much heavier an unexplained word weighs in its place: "image layer" asks of layers, "which driver" of drivers."""


def said(
    folded: Sequence[str],
    start: int,
    *,
    opening: Opening,
    spots: Sequence[Spot],
    aspects: Sequence[AspectSlot],
    evidence: Evidence,
    weigh: Mapping[str, float],
) -> tuple[list[Content], list[Content]]:
    """What stands outside the slots, and with it the words of the aspects: what is said of the subjects."""
    idle = _idle(folded, spots, {aspect.id for aspect in aspects}, opening)
    covered = {at for first, last, _ in spots for at in range(first, last)}
    named = (
        set(range(start))
        | for_whom(folded, spots)
        | {at for first, last, terms in spots if terms[0].kind != "aspect" for at in range(first, last)}
    )
    measured = {first for first, _, terms in spots if terms[0].kind == "aspect"}
    counted = {first for first, _, terms in spots if terms[0].kind == "subject"}
    counted_ends = {last for _, last, terms in spots if terms[0].kind == "subject"}
    content: list[Content] = []
    claim: list[Content] = []
    behind = -1
    paired = _paired(folded, evidence)
    for (before, _, _), (concept, first, last) in pairwise((("", 0, 0), *evidence.spans(folded))):
        inside = [at for at in range(first, last) if at not in named]
        if not concept or not inside:
            continue
        text = " ".join(folded[at] for at in inside)
        filler = (
            last - first == 1 and all(folded[at] in FILLER or folded[at] in STOP or at in idle for at in inside)
        ) or (bool(idle & {*inside}) and all(folded[at] in STOP or at in idle for at in inside))
        if opening in ("yesno", "statement") and concept in evidence.opposites and _ends(folded, last):
            # "Is it kept?" asks of nothing else.
            filler = False
        # "State three of them" asks; "does it keep state" does not.
        filler = filler and not (folded[first] == "state" and first > start + 1)
        asked_of = opening == "yesno" and (placed(folded, first) or there(folded, first))
        filler = filler and not (asked_of and evidence.spread(concept))
        # "Does it keep them?" asks whether it does what somewhere is denied.
        filler = filler and not (
            opening == "yesno" and concept in evidence.denied and _had(folded, first, counted_ends)
        )
        filler = filler and not (bool(paired & {first, last - 1}) and first not in covered)
        filler = (filler and not hard_to(folded, first) and not done_to(folded, first, covered)) or year(folded, first)
        filler = filler and not particular(folded, first)
        least = SAYING if last - first > 1 and concept in evidence.harming.values() else 0.0
        weight = max(
            least, ASKED_OF if particular(folded, first) else 0.0, *(weigh.get(folded[at], 1.0) for at in inside)
        )
        if last - first == 1 and folded[first] in AMOUNTS | _FIGURES:
            # "The highest X" asks of X.
            filler = filler or any(start == last and terms[0].kind == "aspect" for start, _, terms in spots)
        if folded[first] in grammar.TOILSOME and tuple(folded[last : last + 1]) == ("to",):
            filler = filler or any(start == last + 1 and terms[0].kind == "aspect" for start, _, terms in spots)
        # "What takes up less space?" asks of the space.
        filler = filler or (concept == evidence.using and last in measured and opening not in ("yesno", "statement"))
        # A word for what all of the subjects are tells none of them apart, nor does how many: "10 Xs or 10 Ys".
        filler = filler or not weight or (folded[first].isdigit() and last in counted)
        edges = {first - 1, last}
        between = folded[start + 1 : first]
        plain = all(word in STOP or word in FILLER for word in between)
        plain = plain and not (opening == "which" and grammar.PRONOUNS & set(between))
        asked = opening in ("which", "what") and not filler and (behind == first or (behind < 0 and plain))
        judged = opening == "yesno" and not filler and plain and judged_of(folded, between, last)
        behind = last if asked else behind
        asked = asked or (not filler and (done_to(folded, first, covered) or hard_to(folded, first)))
        place: Place = "beside" if edges & covered else "with" if comes_with(folded, first, last) else ""
        place = "asked" if asked else "judged" if judged else place
        place = "head" if headed(folded, first, last, counted, covered) and not filler else place
        claim.append(Content(concept, text, weight, filler, place))
        if any(at not in covered for at in inside):
            beside = first in counted_ends and (before, concept) in evidence.paired
            content.append(_going_with(claim[-1]) if beside else claim[-1])
    if opening in ("yesno", "statement"):
        return _without_having(content, claim), _without_having(claim, claim)
    if opening == "which" and any(not part.filler and part.text not in _NEEDING for part in claim):
        return [*map(_lightened, content)], [*map(_lightened, claim)]
    return content, claim


def _going_with(part: Content) -> Content:
    """What stands behind a name as it does in the content: "a foo box", where that speaks of "foo boxes", is a foo."""
    return replace(part, weight=part.weight * _GOING_WITH, place="")


def _had(folded: Sequence[str], at: int, subject_ends: set[int]) -> bool:
    """Whether a word stands right behind a subject, or behind what it has."""
    return at in subject_ends or (at - 1 in subject_ends and folded[at - 1] in grammar.HAVING)


def _ends(folded: Sequence[str], last: int) -> bool:
    """Whether a claim ends with a word that says more than how good a thing is."""
    return last == len(folded) and folded[-1] not in grammar.EVALUATIVE | grammar.WORSENING


def _paired(folded: Sequence[str], evidence: Evidence) -> set[int]:
    """Places of everyday words that stand side by side in a few statements as well: together they tell, "moving parts"."""
    spans = evidence.spans(folded)
    return {
        at
        for (left, first, behind), (right, _, last) in pairwise(spans)
        if (left, right) in evidence.paired and FILLER.issuperset(folded[first:last]) and behind - first == 1
        if max(evidence.spread(left), evidence.spread(right)) <= _FEW_TELL
        for at in (first, last - 1)
    }


_FEW_TELL = 3


_MAKING = frozenset("create make produce require cause involve introduce bring give add".split())
"""Verbs that ask no more than whether there is the aspect that they stand before: "does X create an extra …?"."""
_SUPPORTING = frozenset("support supports speak speaks".split())
"""Verbs that ask of a subject no more than whether it has what stands behind them."""
_SUPPORTED = frozenset("supported available possible included offered provided".split())
"""The same, behind what is asked of: "is X supported in Y?"."""


_ASIDES = tuple(
    tuple(phrase.split())
    for phrase in (
        "from the beginning",
        "in the beginning",
        "at the beginning",
        "from the start",
        "at the start",
        "in the end",
        "at the end of the day",
        "from scratch",
        "on top",
        "in total",
        "on average",
        "by default",
        "in advance",
        "right away",
        "in the first place",
        "in my opinion",
        "at our place",
        "at our company",
        "at our end",
        "on our side",
    )
)
"""Phrases that say when, where or how far something is meant, and not what."""
_BY_HEAD = {head: tuple(aside for aside in _ASIDES if aside[0] == head) for head, *_ in _ASIDES}


def _idle(folded: Sequence[str], spots: Sequence[Spot], kept: set[str], opening: str) -> set[int]:
    """Places of words that claim nothing: those whose aspect was dropped, and the "support" of "does X support Y?"."""
    ends_of = {last for _, last, terms in spots if terms[0].kind == "aspect"}
    remedy = remedy_at(folded, spots)
    idle = set[int]() if remedy is None else {remedy}
    idle |= {
        first
        for first, _, terms in spots
        if terms[0].kind == "aspect" and not any(term.sense or term.id in kept for term in terms)
    }
    # "Is isolation weaker in X?" has named the end.
    ends = grammar.EVALUATIVE | grammar.WORSENING | DREADED
    idle |= {
        at
        for first, last, terms in spots
        if terms[0].kind == "aspect"
        for at in (first - 1, last, last + 1, last + 2)
        if 0 <= at < len(folded) and folded[at] in ends and set(folded[last:at]) <= BEING | {"a", "an"}
    }
    # "Is running an X like running a Y" likens an X to a Y.
    likens = bool({"like", "same", "than", "as"} & set(folded))
    idle |= {
        at
        for at in range(1, len(folded))
        # "Is parking free?" asks of the parking.
        if folded[at].endswith("ing")
        and folded[at - 1] in _LIKENED
        and (at > 1 or likens or folded[at] in _HAVING_THEM)
    }
    # "Running hundreds of them is easy" says it of hundreds.
    idle |= {at for at in (0, 1) if folded[at : at + 1] and folded[at] in _HAVING_THEM and set(folded[:at]) <= BEING}
    # "Easier to carry from here to there": the way says no more than that it is carried.
    ways = [at for at in range(1, len(folded)) if folded[at] == "from" and "to" in folded[at:] and at in ends_of]
    idle |= {at for way in ways[:1] for at in range(way, len(folded))}
    idle |= {
        at + step
        for at, word in enumerate(folded)
        for aside in _BY_HEAD.get(word, ())
        if tuple(folded[at : at + len(aside)]) == aside and tuple(folded[at + len(aside) :][:1]) != ("of",)
        for step in range(len(aside))
    }
    # "What is in it besides my code?": what is known already is not asked about.
    beside = next((at for at, word in enumerate(folded) if at and word in _BESIDES), len(folded))
    idle |= set(range(beside, len(folded))) if opening in ("what", "which") else set()
    # "Explain it to my boss": whom it is told to is not asked about.
    told = next((at for at, word in enumerate(folded) if word in grammar.SPEECH), len(folded))
    whom = [at for at in range(told + 2, len(folded)) if folded[at - 2] == "to" and folded[at - 1] in grammar.OWN]
    idle |= {
        at
        for first in whom
        for at in (first, first + 1)
        if at == first or (folded[at : at + 1] and folded[at] not in STOP)
    }
    # "What does it cost in time?" asks of the time.
    spent = {first for first, _, terms in spots if terms[0].kind == "aspect" and first and folded[first - 1] == "in"}
    idle |= {at for at in range(len(folded)) if folded[at] in _COSTING and any(at < first for first in spent)}
    if opening == "yesno":
        named = {last for _, last, terms in spots if terms[0].kind == "subject"}
        idle |= {at for at in named if at + 1 < len(folded) and folded[at] in _SUPPORTING}
        idle |= {at for at in ends_of if folded[at : at + 1] and folded[at] in _SUPPORTED}
        idle |= {
            at
            for at in named
            for first, _, terms in spots
            if terms[0].kind == "aspect"
            and at < first
            and folded[at] in _MAKING
            and set(folded[at + 1 : first]) <= {"a", "an", "the", "any"}
        }
    if opening in ("what", "which") and spots and spots[0][2][0].kind == "aspect" and spots[0][0] <= _NEAR:
        # "What protocols does X speak?"
        idle |= {last for _, last, terms in spots if terms[0].kind == "subject" and folded[last:] in _OFFERED}
    if opening == "which":
        had = {first - 1 for first, _, terms in spots if terms[0].kind == "aspect"}
        idle |= {at for at in had if folded[at] in _SUPPORTING}
    return idle


_BESIDES = frozenset("besides beside except".split())
_HAVING_THEM = frozenset("running using having keeping".split())
_COSTING = frozenset("cost costs costing".split())
_NEAR = 3
"""Words in front of what is asked for: "what kind of"."""
_OFFERED = tuple(
    (verb,) for verb in "support supports speak speaks use uses offer offers provide provides follow need".split()
)
_LIKENED = BEING | {"like", "as"}


_HAVING = frozenset(
    "bring brings drag drags contain contains include includes carry carries hold holds ship ships bundle bundles have has".split()
)
"""Verbs that say little more than "have", where what is had is named."""


def _without_having(content: Sequence[Content], claim: Sequence[Content]) -> list[Content]:
    """Without the "include" of a claim whose two more words say what is included."""
    telling = sum(len(part.text.split()) for part in claim if not part.filler and part.text not in _HAVING)
    return [part for part in content if part.text not in _HAVING or telling < 2]


_NEEDING = _HAVING | frozenset(
    """
    rely relies depend depends need needs require requires use uses involve involves get gets give gives offer offers
    provide provides come comes
    """.split()
)
_LIGHT = 0.35


def _lightened(part: Content) -> Content:
    """A verb of having as less than half: "which one relies on a thing?" asks of the thing."""
    return replace(part, weight=part.weight * _LIGHT) if part.text in _NEEDING else part
