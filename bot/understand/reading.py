"""One clause of a question, read: its words with their roles, its slots, and the form it is asked in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from bot.model.dialogue import Slot
from bot.model.meaning import IntentName
from bot.model.terms import Sense
from bot.text import Word
from bot.understand import grammar
from bot.understand.everyday import FILLER, STOP
from bot.understand.evidence import Evidence
from bot.understand.joints import against_others, identity, nested, stranger, told_of_before
from bot.understand.lexicon import Lexicon
from bot.understand.openings import Opening, asks_for_work, behind_politeness, opening_of
from bot.understand.spots import AspectSlot, Spot, aspects_of, spots_of


@dataclass(frozen=True, slots=True)
class Content:
    """What a clause says beyond slots and cues: a concept with its weight as evidence."""

    concept: str
    text: str
    weight: float
    """0 for an everyday word, 1 for a rare one, more for one that no list has."""
    filler: bool
    place: Literal["", "beside", "asked"] = ""
    """Right beside a slot, as in a compound ("image layer"), or the thing asked for ("which driver")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause, read."""

    folded: tuple[str, ...]
    opening: Opening
    subjects: tuple[str, ...]
    """Ids in the order of the text, each once."""
    aspects: tuple[AspectSlot, ...]
    cues: tuple[IntentName, ...]
    content: tuple[Content, ...]
    claim: tuple[Content, ...]
    """What is said of the subjects: ``content`` and the words of the aspects."""
    slots: tuple[Slot, ...]
    negated: bool
    """A "not" behind the first word; "isn't it …?" asks the same as "is it …?"."""
    asks: bool
    """It ends in a question mark."""
    own: bool
    trouble: bool
    action: bool
    recent: bool
    other: bool
    """It speaks of "the other one"."""
    either: bool
    """Two things are offered by "or"; the "or" of "right or wrong" offers nothing."""
    contrasted: bool
    """Two things are set against each other: "than", "over", "vs", "or"."""
    graded: bool = False
    """It speaks of degree or number: "a lot", "only", "always"."""
    universal: bool = False
    """Its only words of degree speak of all there are: "every", "all"."""
    comparing: bool = False
    """It is put as a comparison: "than", "as … as", a comparative."""
    identity: bool = False
    """It is said, or asked, whether one subject is another: "is an X just a lighter Y?"."""
    nested: tuple[str, ...] = ()
    """Two subjects of which one is said to be inside the other."""
    stranger: bool = False
    """Something unknown is set against a subject: "X vs Y" with a Y that the content has not."""
    evaluative: Sense = ""
    """A bare "better" or "worse" that belongs to no aspect."""
    inherited: tuple[str, ...] = field(default=())

    def has(self, *names: IntentName) -> bool:
        """Whether one of these kinds was named."""
        return any(name in self.cues for name in names)

    @property
    def claim_words(self) -> bool:
        """Whether anything but everyday words is said of the subjects."""
        return any(not content.filler for content in self.claim)

    @property
    def rest(self) -> float:
        """Weight of what the clause says beyond slots, cues and everyday words."""
        return sum(content.weight for content in self.content if not content.filler)


def read(
    given: Sequence[Word], lexicon: Lexicon, evidence: Evidence, weigh: dict[str, float], *, asks: bool
) -> Reading:
    """Read one clause. ``given`` are its words, repaired already, their spans lie in the question as asked."""
    words = _without_tag(given)
    tagged = len(words) < len(given)
    folded = tuple(word.text for word in words)
    start = behind_politeness(folded)
    spots = spots_of(folded, start, lexicon)
    covered = {at for first, last, _ in spots for at in range(first, last)}
    subjects = tuple(dict.fromkeys(terms[0].id for _, _, terms in spots if terms[0].kind == "subject"))
    cues = tuple(dict.fromkeys(term.id for _, _, terms in spots for term in terms if term.kind == "intent"))
    aspects = aspects_of(folded, spots)
    opening = "why" if "why" in cues else opening_of(folded, start, _first_subject(spots))
    if tagged and opening in ("", "what"):
        opening = "statement"
    idle = _idle(folded, spots, {aspect.id for aspect in aspects}, opening)
    start_words = range(start)
    named = set(start_words) | {
        at for first, last, terms in spots if terms[0].kind != "aspect" for at in range(first, last)
    }
    content, claim, behind = [], [], -1
    graded = any(word in grammar.DEGREES for word in folded[start:] if word != "only")
    for concept, first, last in evidence.spans(folded):
        inside = [at for at in range(first, last) if at not in named]
        if not concept or not inside:
            continue
        text = " ".join(folded[at] for at in inside)
        filler = last - first == 1 and all(folded[at] in FILLER or folded[at] in STOP or at in idle for at in inside)
        filler = (filler and not _done_to(folded, first, covered)) or _year(folded, first)
        weight = max(weigh.get(folded[at], 1.0) for at in inside)
        if last - first == 1 and folded[first] in grammar.MORE | grammar.LESS:
            # "The highest X" asks of X.
            filler = filler or any(start == last and terms[0].kind == "aspect" for start, _, terms in spots)
        # A word for what all of the subjects are tells none of them apart.
        filler = filler or not weight
        edges = {first - 1, last}
        between = folded[start + 1 : first]
        plain = all(word in STOP or word in FILLER for word in between)
        plain = plain and not (opening == "which" and grammar.PRONOUNS & set(between))
        asked = opening in ("which", "what") and not filler and (behind == first or (behind < 0 and plain))
        asked = asked or (opening == "yesno" and not filler and plain and _judged(folded, between, last))
        behind = last if asked else behind
        place: Literal["", "beside", "asked"] = "asked" if asked else "beside" if edges & covered else ""
        claim.append(Content(concept, text, weight, filler, place))
        if last - first == 1 and folded[first] in grammar.DEGREES:
            graded = True
        if any(at not in covered for at in inside):
            content.append(claim[-1])
    bare = set(folded) - {folded[at] for at in covered}
    evaluative: Sense = ""
    if not aspects:
        evaluative = "better" if bare & {"better", "best", "superior"} else "worse" if bare & {"worse", "worst"} else ""
    slots = tuple(
        Slot(term.kind, term.id, " ".join(folded[first:last]), words[first].start, words[last - 1].end)
        for first, last, terms in spots
        for term in terms
    )
    later = set(folded[start:])
    either = any(word == "or" and at not in covered for at, word in enumerate(folded))
    return Reading(
        folded=folded,
        opening=opening,
        subjects=subjects,
        aspects=aspects,
        cues=cues,  # type: ignore[arg-type]
        content=tuple(content),
        claim=tuple(claim),
        slots=slots,
        negated=any(folded[at] in grammar.NEGATIONS for at in range(start + 1, len(folded)) if at not in covered),
        asks=asks,
        own=bool(later & grammar.OWN),
        trouble=bool((later & grammar.TROUBLE) - {folded[at] for at in covered})
        or (bool(later & grammar.OWN) and bool(later & grammar.REFUSALS)),
        action=asks_for_work(folded, start, opening, covered),
        recent=bool(later & grammar.RECENT) or told_of_before(folded, spots),
        other="other" in later and "each" not in later,
        either=either,
        contrasted=either or bool(later & {"than", "over", "vs", "versus", "against", "to", "with", "between", "v"}),
        graded=graded,
        universal=set(folded[start:]) & grammar.DEGREES <= grammar.UNIVERSAL,
        identity=identity(folded, start, spots, covered),
        nested=nested(folded, spots),
        stranger=stranger(folded, spots, {part.text: part.weight for part in content if not part.filler})
        or (bool(cues) and against_others(folded, spots)),
        comparing=bool(later & {"than", "as", "more", "less", "most", "least"})
        or any(word.endswith(("er", "est")) for at in covered - named for word in folded[at : at + 1]),
        evaluative=evaluative,
    )


def _idle(folded: Sequence[str], spots: Sequence[Spot], kept: set[str], opening: str) -> set[int]:
    """Places of words that claim nothing: those whose aspect was dropped, and the "support" of "does X support Y?"."""
    idle = {
        first
        for first, _, terms in spots
        if terms[0].kind == "aspect" and not any(term.sense or term.id in kept for term in terms)
    }
    if opening == "yesno":
        named = {last for _, last, terms in spots if terms[0].kind == "subject"}
        before = {first - 1 for first, _, terms in spots if terms[0].kind == "aspect"}
        idle |= {at for at in named & before if folded[at] in ("support", "supports")}
    return idle


_ANYBODY = frozenset("i we you u they he she it there that this these those one".split())


def _judged(folded: Sequence[str], between: Sequence[str], last: int) -> bool:
    """Whether the first word behind the auxiliary is what a yes or no is asked of: "can goats", "is it legal to"."""
    if between[-1:] == ("it",):
        return folded[last : last + 1] in (("to",), ("that",), ("for",))
    return not _ANYBODY & set(between)


def _done_to(folded: Sequence[str], at: int, covered: set[int]) -> bool:
    """Whether a word tells what is hard or quick to do: "is X hard to learn?" asks of learning."""
    return at > 1 and folded[at - 1] == "to" and at - 2 in covered and folded[at] not in STOP


def _year(folded: Sequence[str], at: int) -> bool:
    """Whether a number is the year of "in 2026", which says when it is asked."""
    return at > 0 and folded[at - 1] == "in" and len(folded[at]) == len("2026") and folded[at][:2] in ("19", "20")


def _without_tag(words: Sequence[Word]) -> Sequence[Word]:
    """Words without a tag question at their end: ", isn't it?", ", no?"."""
    last = tuple(word.text for word in words[-2:])
    asks = any(word.text in grammar.ASKING for word in words[-5:-2])
    if len(words) > 3 and last[0] in grammar.AUXILIARIES and last[1] in grammar.TAGGED and not asks:
        return words[:-2]
    if len(words) > 3 and last[-1:] in (("no",), ("nope",), ("huh",), ("eh",)):
        return words[:-1]
    return words


def _first_subject(spots: Sequence[Spot]) -> tuple[int, int] | None:
    """The words of the first subject that is named, unless a kind of question is named before it.

    Nor where an aspect of several words follows at once: a "plane travel time" states nothing.
    """
    for (first, last, terms), behind in zip_longest(spots, spots[1:]):
        if terms[0].kind == "intent" and terms[0].id != "confirm":
            return None
        if terms[0].kind == "subject":
            compound = behind is not None and behind[0] == last and behind[1] - last > 1
            return None if compound else (first, last)
    return None
