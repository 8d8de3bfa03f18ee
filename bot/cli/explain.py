"""How a question was understood, as lines: for ``why``, and for an exchange of months ago in ``log --explain``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.model.dialogue import Candidate, Correction, Slot, Understanding, Understood, Unknown, Unsure

_LABEL = 12


def explained(question: str, understanding: Understanding, threshold: float | None = None) -> Iterator[str]:
    """One line after the other; ``threshold`` None where the one in force then is not known."""
    trace = understanding.trace
    yield from _rows("Question", [question])
    yield from _rows("Words", [" ".join(trace.tokens)])
    yield from _rows("Corrected", map(_correction, trace.corrections))
    yield from _rows("Found", map(_slot, trace.slots))
    yield from _rows("Inherited", [", ".join(trace.inherited)] if trace.inherited else [])
    yield from _rows("Readings", (line for candidate in trace.candidates for line in _candidate(candidate)))
    if trace.candidates:
        yield from _rows("Margin", [f"{trace.margin:.2f} to the next reading"])
    if threshold is not None:
        yield from _rows("Threshold", [f"{threshold:g}"])
    yield from _rows("Decision", [_decision(understanding)])
    yield from _rows("Rule", [trace.rule] if trace.rule else [])


def _rows(label: str, lines: Iterable[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield f"{label if place == 0 else '':<{_LABEL}}{line}".rstrip()


def _correction(correction: Correction) -> str:
    edits = "1 edit" if correction.distance == 1 else f"{correction.distance} edits"
    return f'"{correction.written}" read as "{correction.read}" ({edits})'


def _slot(slot: Slot) -> str:
    return f'{slot.kind} {slot.id}: "{slot.text}" ({slot.start}-{slot.end})'


def _candidate(candidate: Candidate) -> Iterator[str]:
    yield f"{candidate.confidence:.2f}  {candidate.meaning.id}"
    if candidate.parts:
        yield f"      {', '.join(f'{name} {value:g}' for name, value in candidate.parts)}"
    if candidate.said:
        yield f"      its facts hold: {', '.join(candidate.said)}"


def _decision(understanding: Understanding) -> str:
    match understanding:
        case Understood(meaning, confidence):
            return f"answered at {confidence:.2f}: {meaning.id}"
        case Unsure(choices, confidence):
            return f"asked back at {confidence:.2f}: {'; '.join(choice.text for choice in choices)}"
        case Unknown(reason, _, confidence):
            return f"declined at {confidence:.2f}: {reason}"
