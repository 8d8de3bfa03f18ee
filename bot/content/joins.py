"""Joining traits and points to the aspects that they bear on.

The label decides ("Slow startup" is about startup time); the text counts only where the label says how much and not of
what ("Lightweight"), since a wrong join makes a wrong verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.content.aspects import AspectDraft, Aspects, Key, content
from bot.content.words import GENERIC, MEASURES, STOP_WORDS, form, key
from bot.content.work import Draft
from bot.model.phrasebook import Family
from bot.text import stem, words

_SHORT = 5
_LABEL_WORDS = 4
_STRONG = 2.0
_COMMON = 3
_NUMBERS = frozenset("one two three four five six seven eight nine ten once twice first second".split())
"""Words that two statements share by chance: "one writer" and "under one megabyte"."""
_LONG = 3
"""Words of a name from which one may be missing."""


@dataclass(slots=True)
class _Open:
    """A trait that bears on no known aspect."""

    draft: Draft
    label: str
    core: Key


def join(drafts: Sequence[Draft], aspects: Aspects, families: Iterable[Family]) -> dict[int, tuple[str, ...]]:
    """Aspects of each draft by its number; makes the aspects that only traits speak of."""
    measures = MEASURES | {
        name[0] for family in families for word in (*family.better, *family.worse) if len(name := key(word)) == 1
    }
    cells = _Cells(drafts, aspects)
    joined: dict[int, tuple[str, ...]] = {}
    leftover: dict[int, _Open] = {}
    for number, draft in enumerate(drafts):
        match draft.kind:
            case "cell":
                found = aspects.by_name(draft.row)
                joined[number] = (found,) if found else ()
            case "advantage" | "disadvantage":
                label = draft.label or (draft.prose.plain if len(key(draft.prose.plain)) <= _SHORT else "")
                if draft.row:
                    known = aspects.resolve(draft.row)
                    joined[number] = (known or aspects.row(draft.row, draft.source, from_table=False),)
                    continue
                joined[number] = _of_label(label, draft, aspects, measures, cells)
                if not joined[number] and draft.label and len(label.split()) <= _LABEL_WORDS:
                    leftover[number] = _Open(draft, label, content(label, measures))
            case "point" | "contrast" | "advice":
                joined[number] = _of_text(f"{draft.label} {draft.prose.plain}", aspects)
            case _:
                pass
    joined |= _derive(leftover, aspects, _common(drafts))
    return joined


def _of_label(label: str, draft: Draft, aspects: Aspects, measures: frozenset[str], cells: _Cells) -> tuple[str, ...]:
    spoken = key(label)
    if not spoken:
        return _named(draft.prose.plain, aspects, strict=True)
    exact = [found for found, aspect in aspects.drafts.items() if spoken in aspect.called()]
    if exact:
        return (cells.nearest(exact, draft),) if len(exact) > 1 else tuple(exact)
    core = content(label, measures)
    if core:
        fitting = [found for found, aspect in aspects.drafts.items() if _fits(core, aspect, measures)]
        if fitting:
            return (cells.nearest(fitting, draft),) if len(fitting) > 1 else tuple(fitting)
        # One word that is no measure we know may still be an adjective of the field: only its text can tell.
        if len(spoken) > 1 or spoken[0].endswith(("tion", "ity", "ness", "ment", "ance", "ence", "cy", "ing")):
            return _nearly(label, aspects)
    named = _named(draft.prose.plain, aspects, strict=True)
    if named:
        return named[:1]
    measuring = [
        found
        for found, aspect in aspects.drafts.items()
        if any(len(name) == 1 and name[0] in spoken and sense for name, sense in aspect.aliases)
    ]
    if measuring:
        return (cells.nearest(measuring, draft),)
    return cells.evident(draft, spoken)


def _fits(core: Key, aspect: AspectDraft, measures: frozenset[str]) -> bool:
    """Whether the label's own words are all among one alias's, or end in the aspect's whole name."""
    wanted = set(core)
    for name, sense in aspect.aliases:
        if sense:
            continue
        own = [word for word in name if word not in STOP_WORDS]
        # "Resource-heavy" is about resource usage; "Time zones" is not about travel time.
        carrying = [word for word in own if word not in GENERIC and word not in measures]
        lean = wanted - GENERIC
        if lean and lean <= set(carrying) and (len(carrying) == len(lean) or lean == {carrying[0]}):
            return name in aspect_names(aspect) or lean == set(carrying)
    ending = tuple(word for word in key(aspect.name) if word not in STOP_WORDS)
    return bool(ending) and ending[-1] not in GENERIC and core[-len(ending) :] == ending


def aspect_names(aspect: AspectDraft) -> set[Key]:
    """The aliases that come from the aspect's own name."""
    return {name for (name, _), alias in aspect.aliases.items() if alias.source == aspect.source}


def _of_text(text: str, aspects: Aspects) -> tuple[str, ...]:
    return _named(text, aspects, strict=False)


def _named(text: str, aspects: Aspects, *, strict: bool) -> tuple[str, ...]:
    """Aspects of tables whose whole name a text says; ``strict`` wants more than one general word of it."""
    # "Thirty times" is no time.
    said = {form(word.text) for word in words(text) if word.text != "times"}
    found: list[str] = []
    for name, aspect in aspects.drafts.items():
        own = [word for word in key(aspect.name) if word not in STOP_WORDS]
        carrying = [word for word in own if word not in GENERIC and word not in MEASURES]
        if not aspect.from_table or not own or not set(own) <= said:
            continue
        if carrying and (not strict or len(own) > 1 or len(own[0]) > 5):
            found.append(name)
    return _nearly(text, aspects) or tuple(found)


def _nearly(text: str, aspects: Aspects) -> tuple[str, ...]:
    """Aspects of tables of whose long name only one word is missing: "risky on windy days" is about "safe on windy days"."""
    said = {form(word.text) for word in words(text)}
    found = []
    for name, aspect in aspects.drafts.items():
        own = {word for word in key(aspect.name) if word not in STOP_WORDS}
        if aspect.from_table and len(own) >= _LONG and len(own - said) == 1:
            found.append(name)
    return tuple(found)


class _Cells:
    """The words of each subject's cells, to find the row that a trait repeats."""

    def __init__(self, drafts: Sequence[Draft], aspects: Aspects) -> None:
        self._words: dict[tuple[str, str], set[str]] = {}
        for draft in drafts:
            aspect = aspects.by_name(draft.row) if draft.kind == "cell" else None
            if aspect:
                self._words.setdefault((draft.subjects[0], aspect), set()).update(_stems(draft.prose.plain))
        self._rows = Counter(word for found in self._words.values() for word in found)

    def nearest(self, among: Sequence[str], draft: Draft) -> str:
        """Of several aspects, the one whose cell the trait shares most with; the first of equals."""
        return max(among, key=lambda aspect: (round(self._shared(aspect, draft), 6), -among.index(aspect)))

    def evident(self, draft: Draft, spoken: Key) -> tuple[str, ...]:
        """The one aspect whose cell says what the trait says; none where that is not plain."""
        scores = {aspect: self._shared(aspect, draft) for subject, aspect in self._words if subject in draft.subjects}
        best = max(scores, key=lambda aspect: scores[aspect], default="")
        others = max((score for aspect, score in scores.items() if aspect != best), default=0.0)
        label = {stem(word) for word in spoken}
        named = any(label & self._words.get((subject, best), set()) for subject in draft.subjects)
        needed = _STRONG / 4 if named else _STRONG / 2
        return (best,) if best and scores[best] >= needed and scores[best] >= 1.5 * others else ()

    def _shared(self, aspect: str, draft: Draft) -> float:
        text = _stems(f"{draft.label} {draft.prose.plain}")
        return max(
            (
                sum(1 / self._rows[word] for word in text & self._words.get((subject, aspect), set()))
                for subject in draft.subjects
            ),
            default=0.0,
        )


def _stems(text: str) -> set[str]:
    return {stem(word.text) for word in words(text) if word.text not in STOP_WORDS | _NUMBERS}


def _derive(leftover: dict[int, _Open], aspects: Aspects, common: frozenset[str]) -> dict[int, tuple[str, ...]]:
    """Aspects that only traits speak of: one for labels that share what they measure, one for each other label."""
    joined: dict[int, tuple[str, ...]] = {}
    groups: dict[Key, list[int]] = {}
    for number, trait in leftover.items():
        if trait.core:
            groups.setdefault(trait.core, []).append(number)
    endings: dict[str, list[int]] = {}
    for core, numbers in groups.items():
        if core[-1] not in GENERIC:
            endings.setdefault(core[-1], []).extend(numbers)
    done: set[int] = set()
    for numbers in [*groups.values(), *endings.values()]:
        mine = [number for number in numbers if number not in done]
        if len({leftover[number].label.casefold() for number in mine}) < 2:
            continue
        if len({leftover[number].draft.subjects for number in mine}) < 2:
            continue
        cores = {leftover[number].core for number in mine}
        shared = next(iter(cores)) if len(cores) == 1 else (next(iter(cores))[-1],)
        first = leftover[mine[0]]
        name = _as_written(first.label, shared)
        found = aspects.row(name, first.draft.source, from_table=False)
        for number in mine:
            done.add(number)
            aspects.alias(found, leftover[number].label, leftover[number].draft.source)
            joined[number] = (found,)
    for number, trait in leftover.items():
        if number in done or len(trait.label.split()) > _LABEL_WORDS:
            continue
        known = aspects.by_name(trait.label)
        found = known or aspects.row(trait.label, trait.draft.source, from_table=False)
        noun = _noun(trait)
        if noun and form(noun) not in common and not known and aspects.resolve(noun) is None:
            aspects.alias(found, noun, trait.draft.source)
        joined[number] = (found,)
    return joined


def _common(drafts: Sequence[Draft]) -> frozenset[str]:
    """Words that many statements use: none of them names an aspect by itself."""
    seen = Counter(name for draft in drafts for name in {form(word.text) for word in words(draft.prose.plain)})
    return frozenset(name for name, count in seen.items() if count > _COMMON)


def _as_written(label: str, core: Key) -> str:
    """The words of a label that its core is made of, with a capital: "OS support"."""
    spoken = [word for word in words(label) if form(word.text) in core]
    name = " ".join(label[word.start : word.end] for word in spoken)
    return name[:1].upper() + name[1:]


def _noun(trait: _Open) -> str:
    """The one word of a label that says what it is about."""
    telling = [word for word in trait.core if word not in GENERIC]
    if not telling or len(key(trait.label)) != 2:
        return ""
    spoken = {form(word.text): word.text for word in words(trait.label)}
    return spoken.get(telling[-1], telling[-1])
