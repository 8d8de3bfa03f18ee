"""Authors' aliases, laid onto the subjects and aspects of the overviews."""

from __future__ import annotations

from bot.content.aspects import Aspects
from bot.content.authored import Authored, Naming, suggestion
from bot.content.names import Subjects
from bot.content.words import STOP_WORDS, key
from bot.model.phrasebook import Utterance
from bot.model.problem import Problem


def add_subjects(authored: Authored, subjects: Subjects) -> None:
    """Give subjects the names that authors know them by; problems go to ``authored``."""
    cues = _cues(authored)
    for naming in authored.subjects:
        found = subjects.resolve(naming.name)
        if found is None:
            _unknown(authored, naming, "subject", [subject.name for subject in subjects.finished()])
            continue
        for alias in naming.aliases:
            if subjects.resolve(alias.text) != found and _sound(authored, alias, cues):
                subjects.alias(found, alias.text, alias.source)


def add_aspects(authored: Authored, aspects: Aspects, *, complain: bool = False) -> None:
    """Give aspects the names that authors know them by.

    Called once before traits are joined and once after, when the aspects that only traits speak of are there as well;
    only then is a name that is still unknown a problem.
    """
    cues = _cues(authored)
    for naming in authored.aspects:
        found = aspects.resolve(naming.name)
        if found is None:
            if complain:
                _unknown(authored, naming, "aspect", [draft.name for draft in aspects.drafts.values()])
            continue
        for alias in naming.aliases:
            if key(alias.text) in aspects.drafts[found].called():
                continue
            if (_sound(authored, alias, cues) if complain else _fit(alias, cues)) and not _foreign(
                alias, found, aspects
            ):
                aspects.alias(found, alias.text, alias.source)
        for alias in naming.better:
            aspects.alias(found, alias.text, alias.source, "better")
        for alias in naming.worse:
            aspects.alias(found, alias.text, alias.source, "worse")


def _foreign(alias: Utterance, aspect: str, aspects: Aspects) -> bool:
    """Whether an alias is the very name of another aspect."""
    owner = aspects.by_name(alias.text)
    return owner is not None and owner != aspect


def _cues(authored: Authored) -> dict[tuple[str, ...], str]:
    return {key(cue.text): intent.name for intent in authored.intents.values() for cue in intent.cues}


def _fit(alias: Utterance, cues: dict[tuple[str, ...], str]) -> bool:
    name = key(alias.text)
    return bool(name) and not all(word in STOP_WORDS for word in name) and name not in cues


def _sound(authored: Authored, alias: Utterance, cues: dict[tuple[str, ...], str]) -> bool:
    name = key(alias.text)
    place = alias.source
    if name in cues:
        authored.problems.append(
            Problem(
                place.file,
                place.first_line,
                f'"{alias.text}" already names a kind of question, "{cues[name]}"',
                "take another word",
            )
        )
        return False
    if not _fit(alias, cues):
        authored.problems.append(
            Problem(place.file, place.first_line, f'"{alias.text}" is too common a word for an alias', "take another")
        )
        return False
    return True


def _unknown(authored: Authored, naming: Naming, kind: str, known: list[str]) -> None:
    hint = suggestion(naming.name, known) or (f"there are: {', '.join(known[:8])}" if known else "")
    authored.problems.append(
        Problem(naming.source.file, naming.source.first_line, f'no overview speaks of the {kind} "{naming.name}"', hint)
    )
