"""Which words are good English, and how common each is.

The list comes with the ``pyspellchecker`` package: words checked against dictionaries, with their counts in a large
body of everyday English, in alphabetical order. It is unpacked once and searched by halving where it lies: parsing
all of it would cost every process more than all the look-ups of a day.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log

QUESTION_WORDS: tuple[str, ...] = tuple(
    """
    a about above after again against all also always am among an and another any anybody anyone anything are as ask at
    be because been before being better between both but by can cannot compare compared comparison could did differ
    difference differences different do does doing done during each easier either else enough ever every everything
    example explain far fast faster few find first for from get give go good had has have help here how however i if
    in inside instead into is it its just keep kind know large larger less let like list little long look made main
    make many may me mean means might more most much must my need never new no not nothing now of off often on once
    one only or other our out over own please possible quick really same say see set several shall she should show
    since slow slower small smaller so some somebody someone something still such take tell than thank thanks that the
    their them then there these they thing things think this those though through to together too two under until up
    us use used useful uses using very want was way we well were what when where whether which while who whole whom
    whose why will with within without work works would yes yet you your
    """.split()
)
"""The words that questions are made of in any field: what a misspelt "waht" or "becuase" may be repaired to."""

# (rank, count) of some words of the list: between them a count tells a rank closely enough.
_SCALE = (
    *((1, 76138318), (10, 21552580), (30, 10939821), (100, 2765100), (300, 561652), (1000, 102020), (3000, 22021)),
    *((5000, 10165), (10000, 3212), (20000, 894), (30000, 359), (47000, 101), (100000, 50)),
)
_SAYS_NOTHING = 30
"""Words up to this rank ("the", "is", "what") carry no weight at all."""
_SAYS_ALL = 40000


@cache
def _lines() -> list[bytes]:
    return gzip.decompress((files("spellchecker") / "resources" / "en.json.gz").read_bytes()).split(b"\n")


@lru_cache(maxsize=65536)
def count(word: str) -> int:
    """How often a folded word was met in everyday English; 0 for what is not an English word."""
    lines, key = _lines(), b'"%s": ' % word.encode()
    # Past the opening brace; a closing quote sorts before all that a word is made of, so that whole lines are in order.
    place = bisect_left(lines, key, 1, len(lines) - 1)
    line = lines[place]
    return int(line[len(key) :].rstrip(b",")) if line.startswith(key) else 0


def knows(word: str) -> bool:
    """Whether a folded word is good English, however rare."""
    return count(word) > 0


def rank(word: str) -> int | None:
    """About the how-manieth commonest word of English this is (1 for "the"); None for what is not an English word."""
    met = count(word)
    if not met:
        return None
    for (rank_above, above), (rank_below, below) in pairwise(_SCALE):
        if met >= below:
            share = (log(above) - log(min(met, above))) / (log(above) - log(below))
            return round(rank_above * float((rank_below / rank_above) ** share))
    return _SCALE[-1][0]


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a word says by being there, 0 to 1: nothing for "the", all for a rare word or one that is not English."""
    place = rank(word)
    if place is None or place >= _SAYS_ALL:
        return 1.0
    return round(max(0.0, log(place / _SAYS_NOTHING) / log(_SAYS_ALL / _SAYS_NOTHING)), 4)
