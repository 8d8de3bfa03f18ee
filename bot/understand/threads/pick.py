"""Which of the offered questions a reply picks: by its number, its place, or its words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue.follow_ups import follow_ups
from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import question
from bot.model.context import Context
from bot.model.facts import FactKind
from bot.model.meaning import Meaning
from bot.text import stem, stems
from bot.understand.reading import Reading
from bot.understand.words.everyday import FILLER, STOP

_PLACES = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "last": -1,
    "former": 0,
    "latter": -1,
}
_NUMBERS = {"one": 0, "two": 1, "three": 2}
_LISTED: dict[str, FactKind] = {"advantages": "advantage", "disadvantages": "disadvantage"}
_EXPLAINING = frozenset(
    """
    explain elaborate on about tell me more what what's whats does mean point item detail details in can could you us ok
    and so expand describe did by with for us me this about hm hmm then now mean meaning again
    """.split()
)
"""Words beside the place of what is to be explained."""
_AROUND = frozenset(
    "the one ones option number no question choice answer please pls i mean meant take pick want a my is it that".split()
)
_YES = frozenset("yes yeah yep yup sure correct right exactly ok okay please that this it one".split())
_AGREEING = frozenset("yes yeah yep yup exactly correct".split())


def numbered(folded: Sequence[str], offered: Sequence[Meaning]) -> Meaning | None:
    """What a bare number picks: "2", "number 2", "#2"."""
    said = [word for word in folded if word not in _AROUND]
    if len(said) != 1 or not said[0].isascii() or not said[0].isdigit() or len(said[0]) > 2:
        return None
    return _at(offered, int(said[0]) - 1)


def listed(folded: Sequence[str], told: Meaning, catalogue: Catalogue) -> Meaning | None:
    """The item of a list of traits that a turn asks to be explained by its place: "explain the second one"."""
    kind = _LISTED.get(told.intent)
    if kind is None or len(told.subjects) != 1:
        return None
    said = [word for word in folded if word not in _AROUND | _EXPLAINING]
    if len(said) != 1 or said[0] not in _PLACES or said[0] in ("former", "latter"):
        return None
    facts = catalogue.of(told.subjects[0], kind)
    place = _PLACES[said[0]]
    inside = -len(facts) <= place < len(facts)
    return Meaning("fact", told.subjects, facts=(facts[place].id,)) if inside else None


def picked(reading: Reading, offered: Sequence[Meaning], catalogue: Catalogue) -> Meaning | None:
    """What a reply picks of the questions that were offered when Docent asked back; None where it picks none for sure."""
    folded = reading.folded
    said = [word for word in folded if word not in _AROUND]
    if len(said) == 1 and said[0] in _PLACES:
        return _at(offered, _PLACES[said[0]])
    if not said and len(folded) == 1 and folded[0] in _NUMBERS:
        return _at(offered, _NUMBERS[folded[0]])
    if set(folded) & _AGREEING and set(folded) <= _YES:
        return offered[0] if len(offered) == 1 else None
    if reading.opening and reading.subjects:
        return None
    fitting = [each for each in offered if _names(reading, each, catalogue)]
    return fitting[0] if len(fitting) == 1 else None


def _at(offered: Sequence[Meaning], place: int) -> Meaning | None:
    return offered[place] if -len(offered) <= place < len(offered) else None


def _names(reading: Reading, meaning: Meaning, catalogue: Catalogue) -> bool:
    """Whether all that a reply names stands in one of the questions."""
    aspects = {slot.id for slot in reading.aspects}
    named = reading.subjects or aspects or reading.cues
    if reading.subjects and not (aspects or reading.cues) and set(reading.subjects) != set(meaning.subjects):
        return False
    kinds = {meaning.intent} | ({"compare"} if meaning.intent == "difference" else set())
    if not set(reading.subjects) <= set(meaning.subjects) or not aspects <= set(meaning.aspects):
        return False
    if reading.cues and not kinds & set(reading.cues):
        return False
    told = set(stems(question(meaning, catalogue)))
    said = [stem(part.text) for part in reading.content if not part.filler and part.text not in FILLER | STOP]
    return bool(named or said) and all(word in told for word in said)


def chosen(reading: Reading, context: Context, catalogue: Catalogue) -> Meaning | None:
    """What a turn picks: of the questions that were asked back, or by its number of those under an answer."""
    if context.meaning is None:
        return numbered(reading.folded, context.offered) or picked(reading, context.offered, catalogue)
    under = follow_ups(context.meaning, catalogue)
    by_number = numbered(reading.folded, [Meaning.from_id(each.meaning) for each in under])
    return by_number or listed(reading.folded, context.meaning, catalogue)
