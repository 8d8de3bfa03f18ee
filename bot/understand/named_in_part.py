"""Names said in part: a word of a subject's where a name has to stand, and a word of a row's beside another row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.text import singular, stem
from bot.understand.manner import Spot
from bot.understand.words import grammar
from bot.understand.words.everyday import STOP
from bot.understand.words.lexicon import Lexicon, Term


def by_a_part(folded: Sequence[str], start: int, spots: Sequence[Spot], lexicon: Lexicon) -> list[Spot]:
    """Words that name one subject by a part of its name, where a name has to stand: "box vs Bar" of "Foo box", "drawbacks of
    foo?", and "price foo" in a telegram that says no more.
    """
    covered = {at for first, last, terms in spots if terms[0].kind != "intent" for at in range(first, last)}
    named = {at for first, last, terms in spots if terms[0].kind == "subject" for at in range(first, last)}
    known = covered | {at for first, last, _ in spots for at in range(first, last)}
    left = [at for at in range(start, len(folded)) if at not in known and folded[at] not in STOP]
    rows = {
        singular(word)
        for _, _, terms in spots
        if terms[0].kind == "aspect"
        for term in terms
        for word in lexicon.called.get(term.id, ())
    }
    found: list[Spot] = []
    for at in range(start, len(folded)):
        if at in covered or not lexicon.companions:
            continue
        beside = bool(_VERSUS & {*folded[max(start, at - 1) : at], *folded[at + 1 : at + 2]}) or _or(folded, at, named)
        before = next((folded[each] for each in range(at - 1, start - 1, -1) if folded[each] not in _ARTICLES), "")
        ends = all(word in STOP for word in folded[at + 1 :])
        alone = bool(known) and left == [at] and not any(terms[0].kind == "subject" for _, _, terms in spots)
        word = singular(folded[at])
        stands = (ends and before in _OF) or (alone and folded[start] not in grammar.AUXILIARIES)
        if not (beside or (stands and word in lexicon.plain)):
            continue
        owners = [subject for subject, parts in lexicon.companions.items() if word in parts]
        if len(owners) == 1 and (beside or word not in rows):
            found.append((at, at + 1, (Term("subject", owners[0]),)))
    return [*found, *_rows_in_part(folded, start, covered, lexicon)]


def _rows_in_part(folded: Sequence[str], start: int, covered: set[int], lexicon: Lexicon) -> list[Spot]:
    """Two words side by side of one row's longer name, and of no other's: "new colours" of "New colours meanwhile"."""
    found: list[Spot] = []
    for at in range(start, len(folded) - 1):
        said = (singular(folded[at]), singular(folded[at + 1]))
        if {at, at + 1} & covered or STOP & {*folded[at : at + 2]}:
            continue
        if aspect := lexicon.in_part.get(said):
            found.append((at, at + 2, (Term("aspect", aspect),)))
    return found


def _or(folded: Sequence[str], at: int, named: set[int]) -> bool:
    """Whether a word stands across an "or" from a name: "foo or Bar"."""
    before, behind = folded[max(0, at - 2) : at], folded[at + 1 : at + 3]
    return (behind[:1] == folded[at + 1 : at + 2] and list(behind[:1]) == ["or"] and at + 2 in named) or (
        list(before[-1:]) == ["or"] and at - 2 in named
    )


_OF = frozenset("of with about for".split())
_ARTICLES = frozenset("a an the".split())
_VERSUS = frozenset({"vs", "versus"})


def half_named(folded: Sequence[str], spots: Sequence[Spot], called: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Aspects of which only a word of the name is said, where another is named whole: no "foo size" in "replay foos"."""
    whole, half = set[str](), set[str]()
    for first, last, terms in spots:
        said = {stem(word) for word in folded[first:last]}
        for term in terms if terms[0].kind == "aspect" else ():
            name = {stem(word) for word in called.get(term.id, ())}
            if name and name <= said:
                whole.add(term.id)
            elif said < name and not term.sense:
                half.add(term.id)
    return half - whole if whole else set()
