"""One clause of a question, read: its words with their roles, its slots, and the form it is asked in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from bot.catalogue.quantities import unit_of
from bot.model.dialogue import Slot
from bot.model.meaning import IntentName
from bot.model.terms import Sense
from bot.text import Word
from bot.understand.evidence import Evidence
from bot.understand.joints import (
    against_itself,
    against_others,
    because,
    behind_word,
    between_subjects,
    commands,
    counts_in,
    identity,
    joint,
    lately,
    listed,
    nested,
    purpose,
    ranked_in_brief,
    stranger,
    unlike,
)
from bot.understand.manner import Spot, narrowed, row_is_done
from bot.understand.openings import Opening, asks_for_work, behind_politeness, opening_of, refuses
from bot.understand.remedies import remedied, without_remedy
from bot.understand.sayings import HEAVIER, Content, said
from bot.understand.sides import turned
from bot.understand.spots import DREADED, AspectSlot, aspects_of, spots_of
from bot.understand.tags import without_tag
from bot.understand.words import grammar
from bot.understand.words.lexicon import Lexicon


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
    chooses: bool
    """The "or" stands between two subjects: "X or Y?"."""
    contrasted: bool
    """Two things are set against each other: "than", "over", "vs", "or"."""
    graded: bool = False
    """It speaks of degree or number: "a lot", "only", "always"."""
    universal: bool = False
    """Its only words of degree speak of all there are: "every", "all"."""
    comparing: bool = False
    """It is put as a comparison: "than", "as … as", a comparative."""
    joint: bool = False
    """Two subjects are named together, and the same is said of both."""
    listed: bool = False
    """Its subjects are named one after the other: "of X, Y and Z"."""
    identity: bool = False
    """It is said, or asked, whether one subject is another: "is an X just a lighter Y?"."""
    nested: tuple[str, ...] = ()
    """Two subjects of which one is said to be inside the other."""
    stranger: bool = False
    """Something unknown is set against a subject: "X vs Y" with a Y that the content has not."""
    outdoes: bool = False
    """Its only subject is what "it" is set against: "why is it lighter than X?"."""
    typed: bool = False
    """It shows what is typed into a machine: options, paths."""
    lacking: bool = False
    """A subject is to be done without: "can X run without Y"; of what needs what, overviews seldom tell."""
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
    def of_a_kind(self) -> bool:
        """Whether it asks for one of a kind that is no subject: "which driver is best?"."""
        asked = {part.text for part in self.content if part.place == "asked" and not part.filler}
        verbs = grammar.AUXILIARIES | grammar.VERBS
        return self.opening == "which" and any(
            word in asked and behind in verbs for word, behind in pairwise(self.folded)
        )

    @property
    def rest(self) -> float:
        """Weight of what the clause says beyond slots, cues and everyday words."""
        return sum(content.weight for content in self.content if not content.filler)

    @property
    def asked(self) -> float:
        """The same, each word the heavier the nearer it stands to what is asked for."""
        return sum(content.weight * HEAVIER[content.place] for content in self.content if not content.filler)


def read(
    given: Sequence[Word], lexicon: Lexicon, evidence: Evidence, weigh: dict[str, float], *, asks: bool
) -> Reading:
    """Read one clause. ``given`` are its words, repaired already, their spans lie in the question as asked."""
    words = without_tag(given)
    tagged = len(words) < len(given)
    folded = tuple(word.text for word in words)
    start = behind_politeness(folded)
    spans = evidence.spans(folded)
    spots = without_remedy(folded, _whole(spots_of(folded, start, lexicon), spans))
    covered = {at for first, last, _ in spots for at in range(first, last)}
    subjects = tuple(dict.fromkeys(terms[0].id for _, _, terms in spots if terms[0].kind == "subject"))
    cues = tuple(dict.fromkeys(term.id for _, _, terms in spots for term in terms if term.kind == "intent"))
    details = _details(folded, spots, evidence) | narrowed(folded, spots, lexicon, evidence)
    aspects = tuple(
        slot for slot in aspects_of(folded, spots, lexicon.ranked, lexicon.called) if slot.id not in details
    )
    aspects = remedied(aspects, folded, spots)
    opening = "why" if "why" in cues else opening_of(folded, start, _first_subject(folded, spots))
    opening = "how" if opening == "how to" and row_is_done(folded, start, spots) else opening
    # "Who starts quicker?" asks which of them does.
    opening = "which" if opening == "who" and any(slot.sense for slot in aspects) else opening
    cues = turned(cues, folded, spots) if opening in ("what", "where", "when", "why", "how") else cues
    if (tagged and opening in ("", "what")) or (not opening and ranked_in_brief(folded, start, spots)):
        opening = "statement"
    content, claim = said(folded, start, opening=opening, spots=spots, aspects=aspects, evidence=evidence, weigh=weigh)
    bare = set(folded) - {folded[at] for at in covered}
    evaluative: Sense = ""
    if not any(slot.sense for slot in aspects):
        # "Which of them best describes it?" ranks the descriptions.
        describes = any(left == "best" and right in _DESCRIBING for left, right in pairwise(folded))
        bare -= {"best"} if describes else set()
        evaluative = "better" if bare & {"better", "best", "superior"} else "worse" if bare & {"worse", "worst"} else ""
    slots = tuple(
        Slot(term.kind, term.id, " ".join(folded[first:last]), words[first].start, words[last - 1].end)
        for first, last, terms in spots
        for term in terms
    )
    # "I don't get why" denies nothing of what is asked.
    asked_from = folded.index("why") if "why" in folded[start + 1 :] else start + 1
    asked_to = because(folded, asked_from)
    asked_to = min(asked_to, purpose(folded, start)) if opening == "yesno" else asked_to
    later = set(folded[start:])
    # What does not do what it should is a thing of the asker's own.
    refused = refuses(folded[start:], opening)
    # "Stuck with" is limited, and no trouble.
    phrased = {at for _, first, last in spans if last - first > 1 for at in range(first, last)}
    # "Security is a problem in X" tells nobody's trouble.
    dreaded = (
        DREADED if any(slot.sense == "worse" for slot in aspects) and not later & grammar.OWN else frozenset[str]()
    )
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
        negated=any(
            folded[at] in grammar.NEGATIONS and not _with_ease(folded, at) and not _idly(folded, at)
            for at in range(asked_from, asked_to)
            if at not in covered
        ),
        asks=asks,
        own=bool(later & grammar.OWN) or refused,
        trouble=bool((later & grammar.TROUBLE) - {folded[at] for at in covered | phrased} - dreaded)
        or (bool(later & grammar.OWN) and bool(later & (grammar.REFUSALS | grammar.ENDING)))
        or refused,
        action=asks_for_work(folded, start, opening, covered) or commands(folded, start, spots),
        recent=bool(later & grammar.RECENT) or lately(folded) or behind_word("before", folded, spots),
        other="other" in later and "each" not in later,
        either=either,
        chooses=either and between_subjects("or", folded, spots),
        contrasted=either or bool(later & {"than", "over", "vs", "versus", "against", "to", "with", "between", "v"}),
        graded=any(
            folded[at] in grammar.DEGREES - {"only"}
            and folded[at - 1 : at] != ("at",)
            and not (folded[at] == "should" and folded[at + 1 : at + 2] == ("use",))
            # "Only few MB" are some.
            and not (folded[at] in ("few", "many") and unit_of((*folded[at + 1 : at + 2], "")[0]))
            for at in range(start, len(folded))
        ),
        universal=later & grammar.DEGREES <= grammar.UNIVERSAL,
        joint=joint(folded, spots),
        listed=listed(folded, spots),
        identity=identity(folded, start, spots, covered),
        nested=nested(folded, spots),
        stranger=stranger(folded, spots, {part.text: part.weight for part in content if not part.filler})
        or (bool(cues) and against_others(folded, spots))
        or against_itself(folded, spots)
        or counts_in(folded, start, spots, content, evidence),
        comparing=bool((later - _measured_off(folded)) & {"than", "as", "more", "less", "most", "least"})
        or any(
            word.endswith(("er", "est"))
            for first, last, terms in spots
            if terms[0].kind == "aspect"
            for word in folded[first:last]
        ),
        outdoes=unlike(folded, spots),
        lacking=behind_word("without", folded, spots),
        evaluative=evaluative,
    )


_DESCRIBING = frozenset(
    """
    describe describes explain explains define defines summarize summarizes summarise summarises illustrate illustrates
    characterize characterizes characterise characterises match matches capture captures compare compares express
    """.split()
)


def _whole(spots: Sequence[Spot], spans: Sequence[tuple[str, int, int]]) -> list[Spot]:
    """Spots without the word of a name in the midst of a phrase that means something else: "operating" a system."""
    phrases = [(first, last) for concept, first, last in spans if concept and last - first > 1]
    return [
        spot
        for spot in spots
        if spot[2][0].kind == "intent"
        or spot[1] - spot[0] > 1
        or not any(first <= spot[0] and spot[1] <= last for first, last in phrases)
    ]


def _measured_off(folded: Sequence[str]) -> set[str]:
    """The "least" of "at least" and the "most" of "at most", which compare nothing."""
    return {word for before, word in pairwise(folded) if before == "at" and word in ("least", "most")}


def _idly(folded: Sequence[str], at: int) -> bool:
    """Whether a "no" denies nothing of what is said: "no doubt", "no exceptions", "… and no man wants them"."""
    if folded[at] == "no" and folded[at - 1] in ("and", "but") and at > 2:
        return True
    return folded[at] == "no" and set(folded[at + 1 : at + 2]) <= _NOTHING and at + 1 < len(folded)


_NOTHING = frozenset(
    "problem problems doubt question exception exceptions matter idea offence offense kidding worries".split()
)


def _with_ease(folded: Sequence[str], at: int) -> bool:
    """Whether a "without" says that a thing is easy: "without any trouble"."""
    return folded[at] == "without" and bool(set(folded[at + 1 : at + 3]) & grammar.TOIL)


def _details(folded: Sequence[str], spots: Sequence[Spot], evidence: Evidence) -> set[str]:
    """Aspects that are named by nothing but words that the aspect in front of them tells of: the "memory" of "dedicated
    memory", where it is told of what is dedicated that it is memory.
    """
    details, own = set[str](), set[str]()
    of: str = ""
    for at, (first, last, terms) in enumerate(spots):
        ids = {term.id for term in terms if term.kind == "aspect"}
        beside = at > 0 and set(folded[spots[at - 1][1] : first]) <= {"and", "or"}
        told = beside and of and set(evidence.concepts(folded[first:last])) <= evidence.on_aspect(of)
        if ids and told and of not in ids and not any(term.sense for term in terms):
            details |= ids
        else:
            own |= ids
            of = next(iter(sorted(ids)), "")
    return details - own


def _behind_all(folded: Sequence[str], spots: Sequence[Spot], last: int) -> int:
    """The end of the subjects that are named together: of "X and a Y"."""
    for start, end, terms in spots:
        if terms[0].kind == "subject" and start > last and set(folded[last:start]) <= {"and", "a", "an", "the"}:
            last = end
    return last


def _first_subject(folded: Sequence[str], spots: Sequence[Spot]) -> tuple[int, int] | None:
    """The words of the first subject that is named, unless a kind of question is named before it.

    Nor where an aspect of several words follows at once, unless with a verb: a "plane travel time" states nothing.
    """
    for (first, last, terms), behind in zip_longest(spots, spots[1:]):
        if terms[0].kind == "intent" and terms[0].id != "confirm":
            return None
        if terms[0].kind == "subject":
            compound = behind is not None and behind[0] == last and behind[1] - last > 1
            compound = compound and folded[last] not in grammar.HAVING
            # Nothing else is said: "X cost" names both.
            compound = compound or (behind is not None and not first and behind[0] == last and behind[1] == len(folded))
            return None if compound else (first, _behind_all(folded, spots, last))
    return None
