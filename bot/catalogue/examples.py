"""The authored utterances with their slots filled from the content: what check and mutate ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice, permutations

from bot.catalogue.lookups import Catalogue
from bot.model.meaning import Meaning
from bot.model.phrasebook import Utterance

_SLOT = re.compile(r"<(subject|aspect)>")
_MOST_PAIRS = 6
"""Pairs of subjects that an utterance is filled with, for a table of many columns."""
_MOST_NAMES = 20
"""Aspects, or subjects alone, that one utterance is filled with. Where there are more, each utterance takes others."""


@dataclass(frozen=True, slots=True)
class Example:
    """One authored utterance, filled in."""

    text: str
    meaning: Meaning
    """What it asks, as far as the author has said it: kind, subjects and aspects, or the entry."""
    utterance: Utterance


def examples(catalogue: Catalogue) -> Iterator[Example]:
    """Every authored utterance with its fillings, in the order of the phrasebook."""
    phrasebook = catalogue.knowledge.phrasebook
    turn = count()
    for intent in phrasebook.intents:
        for utterance in intent.utterances:
            for text, subjects, aspects in filled(utterance.text, catalogue, next(turn)):
                yield Example(text, Meaning(intent.name, subjects, aspects), utterance)  # type: ignore[arg-type]
    for entry in phrasebook.entries:
        for utterance in entry.utterances:
            for text, _, _ in filled(utterance.text, catalogue, next(turn)):
                yield Example(text, Meaning("entry", entry=entry.id), utterance)


def filled(text: str, catalogue: Catalogue, turn: int = 0) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """A text with its slots filled: the text, the subjects and the aspects in it.

    Two subjects are such as a table compares; an aspect is one that tells its subjects apart. A text without slots is
    given once, as it stands. Of very many names, ``turn`` says which the text is filled with.
    """
    slots = _SLOT.findall(text)
    several, dimensions = slots.count("subject"), slots.count("aspect")
    aspects = _some([aspect.id for aspect in catalogue.knowledge.aspects], turn) if dimensions else [""]
    for aspect in aspects:
        for subjects in _subjects(several, aspect, catalogue, turn):
            names = iter([catalogue.subjects[subject].name for subject in subjects])
            made = _SLOT.sub(
                lambda slot: next(names) if slot.group(1) == "subject" else catalogue.aspects[aspect].name,  # noqa: B023 - used at once
                text,
            )
            yield made, subjects, (aspect,) if aspect else ()


def _some(names: Sequence[str], turn: int) -> Sequence[str]:
    """As many of the names as one text is filled with, spread over all of them; others for each turn."""
    step = -(-len(names) // _MOST_NAMES) or 1
    return names[turn % step :: step]


def _subjects(several: int, aspect: str, catalogue: Catalogue, turn: int) -> Iterator[tuple[str, ...]]:
    # A short row says nothing of some that it is about.
    compared = tuple(each for each in catalogue.compared_on(aspect) if catalogue.on(aspect, each)) if aspect else ()
    if several == 0:
        if not aspect or len(compared) > 1:
            yield ()
    elif several == 1:
        for subject in _some(compared or [each.id for each in catalogue.knowledge.subjects], turn):
            yield (subject,)
    elif aspect:
        yield from islice(permutations(compared, several), _MOST_PAIRS)
    else:
        for comparison in catalogue.knowledge.comparisons:
            yield from islice(permutations(comparison.subjects, several), _MOST_PAIRS)
