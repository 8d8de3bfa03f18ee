"""A message that claims one thing of one and another of the next: "Xs are light, Ys heavy, right?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.catalogue.lookups import Catalogue
from bot.catalogue.standing import standing
from bot.model.dialogue import Candidate, Slot
from bot.model.meaning import Meaning
from bot.text import Word
from bot.understand.clauses import sentences
from bot.understand.reading import Reading
from bot.understand.tags import TAGS, without_tag
from bot.understand.words.grammar import ASKING, AUXILIARIES, CONDITIONS, VERBS

_LEADING = frozenset("so ok okay and but well hm hmm".split())
_BETWEEN = frozenset("and but while whereas".split())
_LEAST = 3
"""Words of a claim at least: somebody, a verb, and what is said."""


Claims = tuple[tuple[Word, ...], ...]


def claimed(
    text: str, words: Sequence[Word], whole: Reading, read: Callable[[tuple[Word, ...]], Reading]
) -> list[tuple[Claims, bool]]:
    """The pairs of claims in a message, and in each of its sentences, with whether one of a pair may stand alone.

    ``words`` have their spans in ``text``; ``whole`` is the message, read, and ``read`` reads a sentence of it.
    """
    each = sentences(text, words)
    read_so = [(tuple(words), whole), *((tuple(told), read(tuple(told))) for told in each if len(each) > 1)]
    found = [
        pair
        for told, reading in read_so
        for pair in (
            (halves(text, told, reading), False),
            (reason(told, reading), True),
            (going_on(text, told, reading), True),
        )
    ]
    return [pair for pair in found if pair[0]]


def halves(text: str, words: Sequence[Word], whole: Reading) -> Claims:
    """The two claims of a message with a subject each, the verb of the first lent to a second that has none; else nothing.

    ``words`` have their spans in ``text``; ``whole`` is the message, read.
    """
    named = [slot for slot in whole.slots if slot.kind == "subject"]
    if len({slot.id for slot in named}) != 2 or (ASKING - CONDITIONS) & set(whole.folded):
        return ()
    told = _told(words)
    for at in range(_LEAST, len(told) - 1):
        paused = "," in text[told[at - 1].end : told[at].start]
        # "While it is running" says when.
        when = told[at].text == "while" and told[-1].text.endswith("ing")
        if when or (not paused and told[at].text not in _BETWEEN):
            continue
        first, second = told[:at], told[at + (told[at].text in _BETWEEN) :]
        if second[0].text in AUXILIARIES:
            # "It is slow, would Y help?" asks.
            return ()
        if _one(first, named) and _one(second, named) and _one(first, named) != _one(second, named):
            verb = next((word for word in first if word.text in VERBS), None)
            return (tuple(first), _with_verb(second, named, verb)) if verb is not None else ()
    return ()


def reason(words: Sequence[Word], whole: Reading) -> Claims:
    """A claim and the reason that is given for it, "they" in it read as who is spoken of; nothing where none is given."""
    named = [slot for slot in whole.slots if slot.kind == "subject"]
    if not named or (ASKING - CONDITIONS) & set(whole.folded):
        return ()
    told = _told(words)
    at = next((at for at, word in enumerate(told) if at >= _LEAST and word.text in _BECAUSE), len(told))
    behind = told[at + 1 :]
    if len(behind) < _LEAST or behind[0].text not in _SPOKEN_OF or any(slot.start > told[at].start for slot in named):
        return ()
    first = min(named, key=lambda slot: slot.start)
    who = [
        replace(word, start=behind[0].start, end=behind[0].end)
        for word in told
        if first.start <= word.start < first.end
    ]
    return (tuple(told[:at]), (*who, *behind[1:]))


def going_on(text: str, words: Sequence[Word], whole: Reading) -> Claims:
    """A claim and what is said on of the same, "it" read as who is spoken of: "an X is light, it has no roof"; else nothing."""
    named = [slot for slot in whole.slots if slot.kind == "subject"]
    if not named or (ASKING - CONDITIONS) & set(whole.folded):
        return ()
    told = _told(words)
    for at in range(_LEAST, len(told) - _LEAST + 1):
        between = text[told[at - 1].end : told[at].start]
        start = at + (told[at].text in _BETWEEN)
        verb = _GOING_ON.get(told[start].text)
        if verb is None or not (start > at or "," in between or "." in between):
            continue
        first = [slot for slot in named if slot.start < told[at].start]
        if len({slot.id for slot in first}) != 1 or told[start + 1].text in _WOULD:
            return ()
        name = [word for word in told if first[0].start <= word.start < first[0].end]
        place = told[start]
        who = [
            replace(word, start=place.start, end=place.end)
            for word in (*name, *([replace(place, text=verb)] if verb else []))
        ]
        # No further than its own sentence.
        rest = sentences(text, told[start:])[0]
        return (tuple(told[:at]), (*who, *rest[1:]))
    return ()


_GOING_ON = {"it": "", "they": "", "it's": "is", "they're": "are", "theyre": "are"}
"""What goes on with whom was spoken of, and the verb that is in it."""
_WOULD = frozenset("should would could might may depends seems seem".split())
_BECAUSE = frozenset("because since bc cuz coz cause bcz bcoz".split())
_SPOKEN_OF = frozenset("they it each all".split())


def _told(words: Sequence[Word]) -> Sequence[Word]:
    """Words without what leads up to them, and without what only asks whether they hold."""
    told = without_tag(words)
    told = told[next((at for at, word in enumerate(told) if word.text not in _LEADING), 0) :]
    if [word.text for word in told[:2]] == ["is", "it"] and "that" in (ahead := [word.text for word in told[:6]]):
        # "Is it true that X is so and Y so?" asks of both.
        return told[ahead.index("that") + 1 :]
    return told[:-1] if told and told[-1].text in TAGS else told


def _one(words: Sequence[Word], named: Sequence[Slot]) -> str:
    """The only subject that some words name, near their beginning; empty for none or several."""
    inside = [slot for slot in named if words and words[0].start <= slot.start < words[-1].end]
    ahead = [word.text for word in words if inside and word.start < inside[0].start]
    # "… and lighter than Ys" says nothing of Ys.
    near = bool(inside) and len(ahead) < _LEAST and not _SET_BESIDE & set(ahead)
    return inside[0].id if near and len({slot.id for slot in inside}) == 1 else ""


_SET_BESIDE = frozenset("than as vs versus to with over like unlike from".split())


def _with_verb(words: Sequence[Word], named: Sequence[Slot], verb: Word) -> tuple[Word, ...]:
    """A claim, with a verb behind its subject where it has none: "Ys heavy" says that Ys are heavy."""
    if any(word.text in VERBS for word in words):
        return tuple(words)
    end = max(slot.end for slot in named if words[0].start <= slot.start < words[-1].end)
    behind = [word for word in words if word.start >= end]
    before = [word for word in words if word.start < end]
    return (*before, replace(verb, start=end, end=end), *behind)


def of_one_sentence(
    found: list[tuple[Candidate, Reading]], whole: Reading, threshold: float
) -> list[tuple[Candidate, Reading]]:
    """Readings without a yes or no to a whole message where one of its sentences is sure of its own: others tell of others."""
    told = [r.folded != whole.folded and c.confidence >= threshold for c, r in found if c.meaning.intent == "confirm"]
    if not any(told):
        return found
    return [(c, r) for c, r in found if c.meaning.intent != "confirm" or r.folded != whole.folded]


def judged(
    found: list[tuple[Candidate, Reading]],
    claims: Sequence[Sequence[tuple[Candidate, Reading]]],
    catalogue: Catalogue,
    *,
    alone: bool,
) -> list[tuple[Candidate, Reading]]:
    """The readings of a message with what its two claims come to in place of any other yes or no.

    ``claims`` are the readings of each; where there are none, nothing is changed. The one that does not hold is taken,
    else the first. Where the overview says of one of them neither yes nor no, there is none, unless the first may stand
    ``alone``.
    """
    settled = _settled(claims, catalogue)
    if not claims or (alone and not settled):
        return found
    # Who is ahead is no answer to whether it is so.
    others = ("confirm", "verdict") if settled else ("confirm",)
    return [pair for pair in found if pair[0].meaning.intent not in others] + settled


def _settled(
    claims: Sequence[Sequence[tuple[Candidate, Reading]]], catalogue: Catalogue
) -> list[tuple[Candidate, Reading]]:
    best = [max(read, key=lambda pair: pair[0].confidence) for read in claims if read]
    best = [(candidate, reading) for candidate, reading in best if candidate.meaning.intent == "confirm"]
    held = [_holds(candidate.meaning, catalogue) for candidate, _ in best]
    if False not in held and (len(best) != 2 or None in held):
        # One that does not hold is enough for a no.
        return []
    candidate, reading = best[held.index(False)] if False in held else best[0]
    sure = min(each.confidence for each, _ in best)
    if False not in held and all(each.meaning.premise == "stated" for each, _ in best):
        # Both are told.
        one, other = (each.meaning for each, _ in best)
        candidate = replace(candidate, meaning=_of_both(one, other))
    return [(replace(candidate, confidence=max(sure, candidate.confidence * _WHOLE)), reading)]


def _of_both(one: Meaning, other: Meaning) -> Meaning:
    """One yes to two claims, with what is stated of each."""
    return replace(
        one,
        subjects=tuple(dict.fromkeys((*one.subjects, *other.subjects))),
        aspects=tuple(dict.fromkeys((*one.aspects, *other.aspects))),
        facts=tuple(dict.fromkeys((*one.facts, *other.facts))),
    )


_WHOLE = 0.9
"""Share of its confidence that the deciding claim keeps at least."""


def _holds(meaning: Meaning, catalogue: Catalogue) -> bool | None:
    """Whether what is claimed is so, by the overview; None where it does not say."""
    if meaning.premise:
        return meaning.premise == "stated"
    if not meaning.aspects or not meaning.sense:
        return None
    compared = (*meaning.subjects, *catalogue.counterparts(meaning.subjects[0]))
    place = standing(catalogue, meaning.aspects[0], tuple(dict.fromkeys(compared)))
    end = place.worst if meaning.sense == "worse" else place.best
    return (end == meaning.subjects[0]) != meaning.negated if end else None
