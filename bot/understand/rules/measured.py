"""Rules for how much of a unit: "how many years does X last?" asks for the row that counts years, and "how long until X is
ready?" for the one row of times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.catalogue.quantities import counts_in, numbers, quantity, speaks_in, unit_of
from bot.model.facts import Fact
from bot.model.meaning import Meaning
from bot.text import singular
from bot.understand.rules.scene import Draft, Scene

_ROWS = 2
"""Rows of one unit at most, if the unit is to say which row is meant."""


def measured(scene: Scene) -> list[Draft]:
    """The rows that count in the unit that is asked for, where no word names a row."""
    reading = scene.reading
    if _how_long(reading.folded) and not reading.aspects:
        return _timed(scene)
    if lasting := _lasting(scene):
        return lasting
    asked = [word for before, word in pairwise(reading.folded) if before in ("many", "much")]
    unit = unit_of(asked[0]) if asked and "how" in reading.folded else None
    if unit is None or reading.aspects or not reading.subjects:
        return []
    cells = [fact for subject in reading.subjects for fact in scene.catalogue.of(subject, "cell")]
    counted = tuple(fact for fact in cells if counts_in(fact.prose.plain, unit))
    facts = counted or tuple(fact for fact in cells if speaks_in(fact.prose.plain, unit))
    rows = tuple(dict.fromkeys(row for fact in facts for row in fact.aspects))
    return [Draft(Meaning("aspect", reading.subjects, rows), 0.9, facts)] if 0 < len(rows) <= _ROWS else []


def fits_measure(fact: Fact, folded: Sequence[str]) -> bool:
    """Whether a statement can answer "how long …" or "how many …": a time, or a length, for the one, a number for the other."""
    asked = {behind for before, behind in pairwise(folded) if before == "how"}
    text = fact.prose.plain
    if "long" in asked:
        found = quantity(text)
        return (found is not None and found.kind in ("time", "length")) or _LASTS.search(text) is not None
    if "many" in asked:
        unit = unit_of(folded[folded.index("many") + 1]) if folded[-1] != "many" else None
        if unit:
            return counts_in(text, unit) or speaks_in(text, unit) or _BARE.search(text) is not None
        return numbers(text) or _MANY.search(text) is not None
    if {*folded[:2]} & {"what", "which"} and {*folded[1:4]} & _NUMBER:
        # "What number should we set?"
        return numbers(text)
    return True


_NUMBER = frozenset("number figure percentage".split())


def names_one(fact: Fact, folded: Sequence[str]) -> bool:
    """Whether a statement can answer "which proxy …?": not where it says no more than that there is "a proxy"."""
    if folded[:1] not in (("which",), ("what",)) or len(folded) < len(("which", "proxy", "is", "it")):
        return True
    text = fact.prose.plain.casefold()
    noun = re.escape(singular(folded[1]))
    met = len(re.findall(rf"\b{noun}\b", text))
    open_ = re.findall(
        rf"\b(?:an?|some|any) (?:\w+ )?{noun}\b(?!,? (?:such as|like|called|named|for example|e\.g))", text
    )
    return not met or met > len(open_)


_BARE = re.compile(r"\d\s*(?:[.;)]|$)")
"""A number of nothing that is named: "It is 30."."""
_LASTS = re.compile(
    r"\b(?:instant(?:ly)?|immediate(?:ly)?|at once|quick(?:ly|er)?|fast(?:er)?|rapid(?:ly)?|slow(?:ly|er)?|long(?:er)?|short(?:er)?"
    r"|soon(?:er)?|evenings?|nights?|mornings?|moments?|forever|ages|a while|never|always|until|till|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?"
    r"|milliseconds?|permanent(?:ly)?|for ever|temporar(?:y|ily)|early|late(?:r)?|any time|right away)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:all|every|each|none|no|several|many|multiple|few|fewer|more|most|single|both|numerous|unlimited|limited|large|small)\b",
    re.IGNORECASE,
)


def says_how_often(fact: Fact) -> bool:
    """Whether a statement tells how often something happens."""
    return _OFTEN.search(fact.prose.plain) is not None


_OFTEN = re.compile(
    r"\b(?:(?:every|each|per|a) (?:\w+ )?(?:hour|day|night|morning|week|month|quarter|year|time|release|sprint|other)s?"
    r"|often|once|twice|times|always|never|(?:bi-?)?(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually)"
    r"|regularly|rarely|seldom|frequent(?:ly)?|sometimes|occasional(?:ly)?|continuous(?:ly)?|constantly)\b",
    re.IGNORECASE,
)


_UNTIL = frozenset("until till before ready start starts begin begins running".split())


def _how_long(folded: Sequence[str]) -> bool:
    """Whether it is asked how long something takes: "how long until …", "how soon can … start"."""
    asked = {behind for before, behind in pairwise(folded) if before == "how"}
    return bool(asked & {"long", "soon", "quickly", "fast"}) and bool(_UNTIL & set(folded))


def _lasting(scene: Scene) -> list[Draft]:
    """What the definition of a term says of how long it is: "how long is a foo?"."""
    reading = scene.reading
    long = ("how", "long") in pairwise(reading.folded) and not reading.aspects and not reading.claim_words
    if not long or len(reading.subjects) != 1 or scene.catalogue.of(reading.subjects[0], "cell"):
        return []
    told = [fact for fact in scene.catalogue.of(reading.subjects[0], "point") if quantity(fact.prose.plain)]
    fitting = tuple(fact for fact in told if fits_measure(fact, reading.folded))
    meaning = Meaning("fact", reading.subjects, facts=tuple(fact.id for fact in fitting))
    return [Draft(meaning, 0.9, fitting)] if len(fitting) == 1 else []


def _timed(scene: Scene) -> list[Draft]:
    """The one row whose cells all name a time."""
    catalogue, subjects = scene.catalogue, scene.reading.subjects
    rows = []
    for aspect in catalogue.knowledge.aspects:
        cells = tuple(fact for fact in catalogue.on(aspect.id) if fact.kind == "cell")
        found = [quantity(fact.prose.plain) for fact in cells]
        if cells and all(each is not None and each.kind == "time" for each in found):
            rows.append((aspect.id, cells))
    if len(rows) != 1 or not subjects:
        return []
    ((row, cells),) = rows
    told = tuple(fact for fact in cells if set(fact.subjects) & set(subjects))
    return [Draft(Meaning("aspect", subjects, (row,)), 0.9, told)] if told else []
