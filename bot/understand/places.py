"""Where in a clause a word stands: what is asked about, what comes with it, what a yes or no is asked of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.manner import Spot
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP

_ARTICLES = frozenset("the a an its their".split())
_COMPOUND = 3
"""Words of a compound at most."""
_USED = frozenset("use using need needs take choose pick".split())
_ANYBODY = frozenset("i we you u they he she it there that this these those one".split())


def headed(folded: Sequence[str], first: int, last: int, subjects: set[int], covered: set[int]) -> bool:
    """Whether words are what is asked about: "the licence key of an X", "a better mascot", "use a timer with X"."""
    starts = STOP | grammar.EVALUATIVE | grammar.WORSENING
    before = next((at for at in range(first - 1, max(first - _COMPOUND, 0) - 1, -1) if folded[at] in starts), -1)
    behind = next(
        (at for at in range(last, min(last + _COMPOUND, len(folded))) if folded[at] in STOP or at in subjects),
        len(folded),
    )
    if before < 0 or covered & set(range(before + 1, behind)):
        return False
    if folded[before] not in STOP:
        return True
    to = behind + 2 if folded[behind + 1 : behind + 2] != () and folded[behind + 1] in _ARTICLES else behind + 1
    if folded[before] not in _ARTICLES or to not in subjects:
        return False
    used = before > 0 and folded[before - 1] in _USED
    return folded[behind] in (("with", "for", "in", "on", "of") if used else ("of", "in"))


def comes_with(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether something is said to come with what is asked of: "with a lid", "as root"; "as light as" likens."""
    at = first - 1 if first and folded[first - 1] in _ARTICLES else first
    return at > 0 and folded[at - 1] in ("with", "as", "via") and tuple(folded[last : last + 1]) != ("as",)


def placed(folded: Sequence[str], at: int) -> bool:
    """Whether it is said where, or by whom, something is done: "on the client"."""
    return at > 1 and folded[at - 1] in ("the", "a", "an") and folded[at - 2] in ("on", "in", "at", "by", "from")


def there(folded: Sequence[str], at: int) -> bool:
    """Whether it is asked if a thing is there: "is there a table on it?"."""
    behind = tuple(word for word in folded[:at] if word not in ("a", "an", "any", "the", "some"))
    return behind[-2:] in (("is", "there"), ("are", "there"))


def judged_of(folded: Sequence[str], between: Sequence[str], last: int) -> bool:
    """Whether the first word behind the auxiliary is what a yes or no is asked of: "can goats", "is it legal to"."""
    if between[-1:] == ("it",):
        return folded[last : last + 1] in (("to",), ("that",), ("for",))
    return not _ANYBODY & set(between)


def done_to(folded: Sequence[str], at: int, covered: set[int]) -> bool:
    """Whether it is asked how hard, or how long, something is to learn, which is no quality of what it does."""
    if at < 2 or folded[at] not in ("learn", "master", "teach") or folded[at - 1] != "to":
        return False
    return at - 2 in covered or folded[at - 2] == "take"


def hard_to(folded: Sequence[str], at: int) -> bool:
    """Whether it is asked how hard it is to do what no row is about: "hard to find people"."""
    toil = at > 1 and folded[at - 1] == "to" and folded[at - 2] in grammar.TOILSOME
    return toil and folded[at] not in _DONE_WITH_ANYTHING


_DONE_WITH_ANYTHING = frozenset(
    "use do get understand learn work start begin set manage handle run have keep make go be read write see".split()
)


def for_whom(folded: Sequence[str], spots: Sequence[Spot]) -> set[int]:
    """The places of whom a picture is wanted for: "a metaphor for my product owner"."""
    behind = next((last for _, last, terms in spots if terms[0].id == "analogy"), len(folded))
    behind += next((len(said) for said in _USABLE if tuple(folded[behind : behind + len(said)]) == said), 0)
    whom = behind + 2
    if folded[behind : behind + 1] not in (("for",), ("to",)) or folded[whom - 1 : whom] == ():
        return set()
    named = any(terms[0].kind == "subject" and first >= behind for first, _, terms in spots)
    people = folded[whom - 1] in _WHOSE or folded[-1] in _PEOPLE
    return set(range(behind, len(folded))) if people and not named else set()


_USABLE = tuple(
    (*that, who, can, use)
    for that in ((), ("that",), ("which",))
    for who in ("i", "we")
    for can in ("can", "could")
    for use in ("use", "give", "show", "tell")
)
"""What may stand between a picture and those it is for: "a metaphor I can use for management"."""
_WHOSE = frozenset("my our non".split())
_PEOPLE = frozenset(
    "people beginners newbies kids children managers customers colleagues management users everyone techies laymen".split()
)
