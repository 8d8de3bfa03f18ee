"""What stands between the names of a clause, and so what they are to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.text import singular
from bot.understand.evidence import Evidence
from bot.understand.manner import Spot
from bot.understand.sayings import Content
from bot.understand.spots import BEING
from bot.understand.words import grammar
from bot.understand.words.everyday import FILLER, STOP

STRANGE = 0.85
"""Weight from which an unknown word beside "vs" is taken for the name of something else."""


_HAPPENED = frozenset("there anyone anybody somebody someone".split())
UNKNOWN = 0.5
"""Weight from which it is asked of an unknown word whether there is such a thing."""


def stranger(folded: Sequence[str], spots: Sequence[Spot], unknown: Mapping[str, float]) -> bool:
    """Whether something that is none of ours is set against a subject: a rare word across "vs", "or", "and" or "than",
    or "other" things; and whether anything else is asked of that no overview tells.
    """
    if {*folded[:1]} & {"has", "have"} and ("ever" in folded[:6] or {*folded[1:2]} & _HAPPENED):
        # "Has such a leak ever been seen?", "has there been one?" ask what happened.
        return True
    at = next((at for at in range(min(4, len(folded) - 3)) if tuple(folded[at : at + 2]) in _EXISTING), -1)
    if at >= 0:
        thing = at + 3 if folded[at + 2] in ("a", "an", "any", "some") else at + 2
        if unknown.get(folded[thing], 0.0) >= UNKNOWN and folded[thing + 1 : thing + 2] in _FOR_WHAT:
            # "Is there any command to see it?"
            return True
    ends = {at for first, last, terms in spots if terms[0].kind == "aspect" for at in range(first, last)}
    for first, last, terms in spots:
        if terms[0].kind != "subject":
            continue
        before = first - 1
        while before > 0 and folded[before] in _BEFORE_A_NAME:
            before -= 1
        graded = before - 1
        while folded[before : before + 1] == ("than",) and graded > 0 and graded in ends:
            # "X is cheaper than Y" sets X against Y.
            graded -= 1
        for joint, other in ((last, last + 1), (before, before - 1), (before, graded)):
            inside = 0 <= other < len(folded) and 0 <= joint < len(folded)
            if inside and folded[joint] in grammar.JOINTS and unknown.get(folded[other], 0.0) >= STRANGE:
                return True
    return False


_EXISTING = (("is", "there"), ("are", "there"))
_FOR_WHAT = (("to",), ("for",), ("that",), ("which",), ("where",), ("with",))


def against_itself(folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether two names of one subject are set against each other: one of them is meant for something else."""
    named = [spot for spot in spots if spot[2][0].kind == "subject"]
    if len({terms[0].id for _, _, terms in named}) != 1:
        return False
    apart = {"between", "differ", "differs", "different"} & set(folded)
    joints = _AGAINST | ({"and", "from"} if apart else set())
    between = [set(folded[last:first]) for (_, last, _), (first, _, _) in pairwise(named)]
    texts = [singular(folded[first]) for first, _, _ in named]
    if any(words & _INSIDE and words <= _INSIDE | _OF_WHOM and len({*texts}) == 1 for words in between):
        # "An X in an X" is another thing than an X.
        return True
    return any(joints & words and not words & _MORE_OF_THEM for words in between)


_ANEW = frozenset("would will do does can could should".split())
"""What begins another question between two names: "X is slow, would Y help?"."""
_AGAINST = frozenset("vs versus than against".split())
_MORE_OF_THEM = frozenset("other another each one every".split())
"""What says that several of one kind are set against each other."""


def counts_in(
    folded: Sequence[str], start: int, spots: Sequence[Spot], content: Sequence[Content], evidence: Evidence
) -> bool:
    """Whether it is asked if something that is none of ours is one of them: "is a goat an X?", of which no X is told."""
    named = [(first, last, terms[0].id) for first, last, terms in spots if terms[0].kind == "subject"]
    if len(named) != 1 or named[0][1] != len(folded) or folded[start : start + 1] == () or folded[start] not in BEING:
        return False
    first = named[0][0]
    if folded[start + 1] == "there" or folded[first - 2] in _BEFORE_A_NAME:
        # "Is there a goat in an X?"
        return False
    said = {part.text: part.concept for part in content if not part.filler}
    counted = [said[word] for word in folded[start + 1 : first - 1] if word in said]
    # One word that stands somewhere in what is told of an X makes no X of it.
    told = len(counted) > 1 and evidence.tells_of(named[0][2], counted)
    return folded[first - 1] in ("a", "an") and bool(counted) and not told


_BEFORE_A_NAME = frozenset("a an the in inside on within of with using".split())


def against_others(folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether a subject is set against others that have no name: "how does it differ from other tools"; "other X" are X."""
    ends = {last for _, last, terms in spots if terms[0].kind == "subject"}
    for at in range(1, len(folded) - 1):
        if folded[at] == "other" and folded[at - 1] in _FROM:
            end = at + 1
            while end < len(folded) and folded[end] not in STOP:
                end += 1
            if end > at + 1 and end not in ends:
                return True
    return False


_FROM = frozenset("from than to with vs versus over".split())
_INSIDE = frozenset("in inside within".split())
_OF_WHOM = frozenset("a an the my of your".split())


def nested(folded: Sequence[str], spots: Sequence[Spot]) -> tuple[str, ...]:
    """Two subjects with nothing but "inside a", or "on top of a", between them."""
    subjects = [spot for spot in spots if spot[2][0].kind == "subject"]
    for (_, last, terms), (first, _, others) in pairwise(subjects):
        between = set(folded[last:first])
        near = set(folded[max(last, first - 2) : first])
        on_top = tuple(folded[last:first])[:3] == ("on", "top", "of")
        if terms[0].id != others[0].id and (
            on_top or near & {"inside", "within"} or (between & _INSIDE and between <= _INSIDE | _OF_WHOM)
        ):
            return (terms[0].id, others[0].id)
    return ()


def behind_word(word: str, folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether a subject stands right behind a word: the time "before" it is its history."""
    before = (folded[max(0, first - 2) : first] for first, _, terms in spots if terms[0].kind == "subject")
    return any(near[-1:] == (word,) or (near[:1] == (word,) and near[-1] in ("a", "an", "the")) for near in before)


def between_subjects(word: str, folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether a word has a subject before it and one behind it: the "or" of "X or Y?"."""
    named = [(first, last) for first, last, terms in spots if terms[0].kind == "subject"]
    return any(named[0][1] <= at <= named[-1][0] for at, each in enumerate(folded) if each == word and len(named) > 1)


_SET_AGAINST = frozenset("than as vs versus or with to over from different and between more less".split())


def unlike(folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether the only subject stands behind "than", and "it" or "they" before it: "why is it lighter than X?" asks of
    what X is compared with.
    """
    named = [spot for spot in spots if spot[2][0].kind == "subject"]
    if len(named) != 1:
        return False
    first = named[0][0]
    than = "than" in folded[max(0, first - 2) : first]
    before = [word for word in folded[:first] if word not in ("a", "an", "the")]
    # "Is it as good as with X?": the other is asked about, in whatever words.
    as_with = before[-1:] and before[-1] in ("with", "for", "in", "on") and before[-2:-1] == ["as"]
    if as_with and before[-4:-3] == ["as"]:
        return True
    return than and bool({"it", "they", "this", "that", "these", "those"} & set(folded[: first - 1]))


def commands(folded: Sequence[str], start: int, spots: Sequence[Spot]) -> bool:
    """Whether a name and a verb are typed as a command: "why does X build take ages" speaks of the command "X build"."""
    begun = {first for first, _, _ in spots}
    for first, last, terms in spots:
        if terms[0].kind != "subject" or last >= len(folded) or folded[last] not in grammar.ACTIONS:
            continue
        if last in begun:
            continue  # a row's name is no verb: "X backup" where backup is compared
        bare = first == start or folded[first - 1] not in _BEFORE_A_NAME
        asked = bool(set(folded[max(start, first - 2) : first]) & grammar.AUXILIARIES)
        goes_on = last + 1 < len(folded) and folded[last + 1] in grammar.VERBS
        if bare and singular(folded[last - 1]) == folded[last - 1] and (goes_on or not asked):
            return True
    return False


_NAMING = frozenset("name word term synonym label".split())


_JOINED = frozenset("and a an the".split())
_SAME = BEING | frozenset(
    "basically really just essentially exactly practically pretty much one the same thing things".split()
)


def joint(folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether two subjects are named together, of which both the same is said: "X and Y (both) have it"."""
    named = [spot for spot in spots if spot[2][0].kind == "subject"]
    if len(named) < 2 or "between" in folded:
        return False
    (_, last, terms), (first, _, others) = named[:2]
    return terms[0].id != others[0].id and "and" in folded[last:first] and set(folded[last:first]) <= _JOINED


def listed(folded: Sequence[str], spots: Sequence[Spot]) -> bool:
    """Whether subjects are named one after the other, of each of which the same is asked: "of X, Y and Z"."""
    named = [spot for spot in spots if spot[2][0].kind == "subject"]
    between = [set(folded[last:first]) for (_, last, _), (first, _, _) in pairwise(named)]
    together = all(words <= _LISTING for words in between) and any(words & _ALSO for words in between)
    return together and len({terms[0].id for _, _, terms in named}) > 1


_ALSO = frozenset("and or & plus".split())
_LISTING = _ALSO | frozenset("a an the of both for as well also then".split())


def identity(folded: Sequence[str], start: int, spots: Sequence[Spot], covered: set[int]) -> bool:
    """Whether a form of "be" joins two subjects with nothing between them that compares them."""
    subjects = [spot for spot in spots if spot[2][0].kind == "subject"]
    likened = folded[folded.index("same") + 1 :][:1] if "same" in folded else ()
    if likened and likened[0] not in STOP | FILLER | _SAME:
        # "Are they the same size?" likens them in one thing.
        return False
    asked = folded[start : start + 1] and folded[start] in BEING
    for (_, last, terms), (first, end, others) in pairwise(subjects):
        between = set(folded[last:first])
        if terms[0].id == others[0].id:
            continue
        if between <= _JOINED and set(folded[end : end + 1]) & BEING and "same" in folded[end : end + 4]:
            # "X and Y are the same thing", unless the same in something.
            return all(at in covered or folded[at] in _SAME for at in range(end, len(folded)))
        if not (asked or between & BEING):
            continue
        if any(last <= at < first and cue[0].kind == "intent" and cue[0].id == "recommend" for at, _, cue in spots):
            continue
        if between & (grammar.TELLERS | grammar.CONDITIONS | _ANEW) or set(folded[end : end + 1]) & grammar.VERBS:
            # "Are Xs old now that we have Y?", "Xs are light, Ys are safe".
            continue
        if between & _NAMING and "for" in between:
            # "Just a fancy word for X" says that it is X.
            return True
        if "same" in folded or not between & _SET_AGAINST:
            return all(
                at in covered or folded[at] in STOP or folded[at] in FILLER or folded[at - 1] in ("like", "as")
                for at in range(last, first)
            )
    return False


def ranked_in_brief(folded: Sequence[str], start: int, spots: Sequence[Spot]) -> bool:
    """Whether a claim is put in brief, without a verb that is known: "Xs lighter than Ys"."""
    named = [first for first, _, terms in spots if terms[0].kind == "subject"]
    between = folded[named[0] : named[1]] if len(named) == 2 else ()
    as_well = list(between).count("as") > 1
    if len(named) != 2 or named[0] > start + 1 or not ("than" in between or as_well):
        return False
    return not {"or", "and", "vs", "versus"} & set(folded)


def because(folded: Sequence[str], start: int) -> int:
    """Where the reason of a claim begins, which may deny what it likes: "X is quick because it has no roof"."""
    told = (at for at in range(start + 3, len(folded) - 2) if folded[at] in ("because", "since", "bc"))
    return next(told, len(folded))


def purpose(folded: Sequence[str], start: int) -> int:
    """Where it is told, behind what is asked, what for: "can X be given a roof so the rain doesn't come in"."""
    told = (at for at in range(start + 3, len(folded) - 2) if folded[at] == "so")
    behind = (at for at in told if folded[at + 1] == "that" or grammar.AUXILIARIES & set(folded[at + 2 : at + 4]))
    return next(behind, len(folded))


def lately(folded: Sequence[str]) -> bool:
    """Whether a time just gone by is spoken of: "in the last years"."""
    return any(before in ("last", "past") and singular(word) in _TIMES for before, word in pairwise(folded))


_TIMES = frozenset("year month week decade day night summer winter".split())
