"""Repairing the spelling of a question, word by word, into the words of the content.

The rules, in order:

* A word that the content knows, in any inflection, stands as it is; so do numbers, protected words and good English.
* Otherwise the nearest word of the content within the budget wins: one error up to eight letters, two from nine on,
  and nothing but a swap of neighbours up to three. A wrong first letter counts two, and from five letters on may be
  the only error; so may one letter in the wrong place, which is two, from six letters on.
* A rare word of English, by one letter another than a word of the content that is a thousand times as common, is that.
* "dockerimage" may be two words written as one, "hyper visor" one written as two; either counts one error.
* Of words equally near the one that makes a name with the word before it wins, else the likelier, but words that are declared opposites of each other never: then the
  written word stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz.distance import OSA

from bot.text import Word, singular, stem
from bot.understand.words import english
from bot.understand.words.everyday import FILLER, STOP

_SHORT = 3
_LONG = 9
_MIDDLE = 5
_DISPLACED = 6
_COMPOUNDING = FILLER - STOP - {*english.QUESTION_WORDS, "vs", "versus"}
"""What makes a word of its own behind another: a "hostname" is no name of a host."""
_RARER = 1000
_PARTICLES = frozenset("up down out off over back on in".split())
"""What makes one word with a verb in front of it: "set up" is the "setup" of the content."""
_LEAST_PART = 2
_LEAST_JOINED = 6
_OPPOSING_PREFIXES = ("dis", "un", "in", "im", "ir", "il", "non")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SWAP, _TWIN, _NEIGHBOUR, _LEFT_OUT = 3.0, 2.0, 1.0, 0.2


@dataclass(frozen=True, slots=True)
class Repair:
    """What one stretch of the question was read as: one word as a rule, two where words ran together or fell apart."""

    words: tuple[str, ...]
    """The folded words it stands for."""
    written: tuple[Word, ...]
    """The words as they were written."""
    distance: int
    """Spelling errors counted; 0 where the words stand as written."""

    @property
    def start(self) -> int:
        """Where the stretch begins in the text."""
        return self.written[0].start

    @property
    def end(self) -> int:
        """Where the stretch ends in the text."""
        return self.written[-1].end


MOST_REMEMBERED = 65536
"""Words that are remembered: bounds the memory of a process that runs for years."""


def repaired(repairs: Iterable[Repair]) -> tuple[Word, ...]:
    """The words after repair, each with the span of what was written for it."""
    return tuple(Word(word, repair.start, repair.end) for repair in repairs for word in repair.words)


class Speller:
    """Knows the content's words, and reads misspelt ones as them. Build it with ``Speller.build``."""

    def __init__(
        self,
        likelihood: Mapping[str, float],
        protected: frozenset[str],
        opposed: frozenset[tuple[str, str]],
        pairs: frozenset[tuple[str, str]],
    ) -> None:
        """Take the words. ``likelihood`` is the logarithm of each word's weight, ``opposed`` pairs of stems."""
        self._likelihood = likelihood
        self._protected = protected
        self._opposed = opposed
        self._pairs = pairs
        self._leading = {left for left, _ in pairs}
        self._remembered: dict[tuple[str, str], tuple[tuple[str, ...], int]] = {}
        self._slips: dict[str, tuple[str, ...]] = {}

    @classmethod
    def build(
        cls,
        vocabulary: Mapping[str, float],
        protected: Iterable[str] = (),
        opposites: Iterable[tuple[str, str]] = (),
        pairs: Iterable[tuple[str, str]] = (),
    ) -> Speller:
        """A speller for folded words with their weights (above 0: how likely each is), however ordered.

        ``protected`` words are never changed; of a pair of ``opposites`` none is ever read where the other is as near;
        ``pairs`` are words that stand beside each other in names.
        """
        likelihood = {word: round(log(max(weight, 1e-9)), 6) for word, weight in vocabulary.items()}
        opposed = {(stem(left), stem(right)) for left, right in opposites}
        opposed |= {(right, left) for left, right in opposed}
        return cls(likelihood, frozenset(protected), frozenset(opposed), frozenset(pairs))

    # What is looked up is made when it is first needed: a question without errors needs little of it.

    @cached_property
    def _stems(self) -> set[str]:
        return {stem(word) for word in self._likelihood}

    @cached_property
    def _singulars(self) -> set[str]:
        return {singular(word) for word in self._likelihood}

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word in sorted(self._likelihood):
            if _may_be_repaired(word):
                # Two errors are allowed from nine written letters on, hence from seven meant ones.
                for shape in _shortened(word, 2 if len(word) >= _LONG - 2 else 1):
                    found[shape] = (*found.get(shape, ()), word)
        return found

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of the content's, in any inflection."""
        if word in self._likelihood or singular(word) in self._singulars:
            return True
        return stem(word) in self._stems and english.knows(word)

    def repair(self, words: Sequence[Word], kept: Collection[int] = ()) -> tuple[Repair, ...]:
        """Read the words of a text, in order; every written word is in exactly one repair.

        ``kept`` are the first characters of words that are meant as they are written.
        """
        repairs = []
        place = 0
        while place < len(words):
            whole = self._put_together(words[place], words[place + 1]) if place + 1 < len(words) else ""
            if words[place].start in kept:
                repairs.append(Repair((words[place].text,), (words[place],), 0))
                place += 1
            elif whole:
                repairs.append(Repair((whole,), (words[place], words[place + 1]), 1))
                place += 2
            else:
                before = repairs[-1].words[-1] if repairs else ""
                meant, distance = self._read(words[place].text, before if before in self._leading else "")
                repairs.append(Repair(meant, (words[place],), distance))
                place += 1
        return tuple(repairs)

    def one_slip_away(self, word: str) -> tuple[str, ...]:
        """The content's words that are one slip from a folded word, which may be its first letter; none where two are opposed.

        None either for a protected word, or one of two letters.
        """
        if word in self._protected or not _may_be_repaired(word) or len(word) < _SHORT:
            return ()
        if word not in self._slips:
            if len(self._slips) > MOST_REMEMBERED:
                self._slips.clear()
            self._slips[word] = self._one_slip_away(word)
        return self._slips[word]

    def _one_slip_away(self, word: str) -> tuple[str, ...]:
        shapes = (self._near.get(shape, ()) for shape in _shortened(word, 1))
        near = {meant for found in shapes for meant in found if len(meant) >= _SHORT}
        found = tuple(sorted(meant for meant in near if OSA.distance(word, meant) == 1))
        return () if any(self._oppose(left, right) for left in found for right in found) else found

    def _stands(self, word: str) -> bool:
        return word in self._protected or not _may_be_repaired(word) or self.knows(word) or english.knows(word)

    def _put_together(self, left: Word, right: Word) -> str:
        whole, parts = left.text + right.text, (left.text, right.text)
        if whole not in self._likelihood or right.start - left.end > 1:
            return ""
        likelier = self._likelihood[whole] >= self._likelihood.get(left.text, self._likelihood[whole])
        if right.text in _PARTICLES and likelier and parts not in self._pairs and len(left.text) >= _SHORT:
            return whole
        known = any(part in self._protected for part in parts) or all(map(self.knows, parts))
        return "" if known or len(whole) < _LEAST_JOINED else whole

    def _read(self, word: str, before: str) -> tuple[tuple[str, ...], int]:
        key = (word, before)
        if key not in self._remembered:
            if len(self._remembered) > MOST_REMEMBERED:
                self._remembered.clear()
            owner = word.removesuffix("'s")
            self._remembered[key] = self._usual(word) if self._stands(word) else self._nearest(owner, before)
        return self._remembered[key]

    def _usual(self, word: str) -> tuple[tuple[str, ...], int]:
        """A word that stands, unless it is English so rare that it is a slip: "pease" for "please"."""
        met = english.count(word)
        if not met or len(word) <= _SHORT or word in self._protected or self.knows(word):
            return (word,), 0
        meant, distance = self._nearest(word, "")
        slip = distance == 1 and len(meant) == 1 and english.count(meant[0]) >= met * _RARER
        return (meant, distance) if slip else ((word,), 0)

    def _nearest(self, word: str, before: str) -> tuple[tuple[str, ...], int]:
        budget = 2 if len(word) >= _LONG else 1
        near = {
            meant: distance
            for meant in self._candidates(word)
            if (distance := errors(word, meant)) <= budget
            or (distance == 2 and (_displaced(word, meant) or self._may_begin_wrong(word, meant)))
        }
        least = min(near.values(), default=0)
        nearest = sorted(meant for meant, distance in near.items() if distance == least)
        if any(self._oppose(left, right) for left in nearest for right in nearest):
            return (word,), 0
        nearest = [meant for meant in nearest if (before, meant) in self._pairs] or nearest
        # Not where a single word is one plain error away: "isadvantage" lost its first letter, it is no "is advantage".
        alone = any(OSA.distance(word, meant) == 1 for meant in near)
        parts = () if alone else self._take_apart(word)
        if parts:
            return parts, 1
        if not nearest:
            return (word,), 0
        chance = {meant: self._likelihood[meant] + slip(word, meant) for meant in nearest}
        best = max(nearest, key=chance.__getitem__)
        if any(chance[other] == chance[best] and stem(other) != stem(best) for other in nearest):
            return (word,), 0
        return (best,), least

    def _may_begin_wrong(self, word: str, meant: str) -> bool:
        """Whether a wrong first letter may be put right by itself; of declared opposites it makes the difference."""
        opposed = any(stem(meant) == left for left, _ in self._opposed)
        return not opposed and max(len(word), len(meant)) >= _MIDDLE and int(OSA.distance(word, meant)) == 1

    def _candidates(self, word: str) -> set[str]:
        found = {
            meant for shape in _shortened(word, 2 if len(word) >= _LONG else 1) for meant in self._near.get(shape, ())
        }
        return {
            meant for meant in found if (len(word) > _SHORT and len(meant) > _SHORT) or sorted(meant) == sorted(word)
        }

    def _take_apart(self, word: str) -> tuple[str, ...]:
        # "Wireless" is a word by its ending, and no "wire less".
        if len(word) < _LEAST_JOINED or word.endswith("less"):
            return ()
        halves = [
            (word[:cut], word[cut:])
            for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
            if self._may_be_part(word[:cut]) and self._may_be_part(word[cut:]) and word[cut:] not in _COMPOUNDING
        ]
        return max(halves, key=lambda pair: (min(map(self._likelihood.__getitem__, pair)), pair), default=())

    def _may_be_part(self, part: str) -> bool:
        return part in self._likelihood and (len(part) >= _SHORT or part in english.QUESTION_WORDS)

    def _oppose(self, left: str, right: str) -> bool:
        stems = stem(left), stem(right)
        return stems in self._opposed or any(
            stems[0] == prefix + stems[1] or stems[1] == prefix + stems[0] for prefix in _OPPOSING_PREFIXES
        )


def errors(written: str, meant: str) -> int:
    """Spelling errors between two words: insertions, deletions, substitutions and swaps of neighbours.

    A wrong first letter counts two; swapping the first two letters is one error like any other swap.
    """
    swapped_start = written[:2] == meant[1::-1] and len(meant) > 1
    wrong_start = written[:1] != meant[:1] and not swapped_start
    return int(OSA.distance(written, meant)) + wrong_start


def _displaced(written: str, meant: str) -> bool:
    """Whether one letter of a longer word stands in another place: "beetwen"."""
    return len(written) >= _DISPLACED and written[0] == meant[0] and sorted(written) == sorted(meant)


def _may_be_repaired(word: str) -> bool:
    return word.replace("'", "").isalpha() and len(word) > 1


def _shortened(word: str, letters: int) -> Iterator[str]:
    """The word, and all that is left of it without up to so many letters: two near words share one of these."""
    shapes = {word}
    fresh = {word}
    for _ in range(letters):
        fresh = {shape[:place] + shape[place + 1 :] for shape in fresh for place in range(len(shape))} - shapes
        shapes |= fresh
    return iter(sorted(shapes))


def slip(written: str, meant: str) -> float:
    """How much a difference of one letter looks like a slip of the fingers: a swap, a twin letter, a neighbouring key."""
    if len(written) == len(meant):
        places = [place for place, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
        if len(places) == 1:
            return _NEIGHBOUR if _are_neighbours(written[places[0]], meant[places[0]]) else 0.0
        return _SWAP if sorted(written) == sorted(meant) else 0.0
    longer, shorter = sorted((written, meant), key=len, reverse=True)
    twins = (place for place in range(len(longer) - 1) if longer[place] == longer[place + 1])
    if any(longer[:place] + longer[place + 1 :] == shorter for place in twins):
        return _TWIN
    return _LEFT_OUT if longer == meant else 0.0


def _are_neighbours(left: str, right: str) -> bool:
    places = {letter: (row, place + row / 2) for row, keys in enumerate(_ROWS) for place, letter in enumerate(keys)}
    if left not in places or right not in places:
        return False
    (row, place), (other_row, other_place) = places[left], places[right]
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1
