"""Where an answer stands, for people: one line for each heading, its lines joined."""

from __future__ import annotations

from collections.abc import Iterable

from bot.model.source import Source
from bot.show.words import one_line


def citations(sources: Iterable[Source], quotes: str = '""') -> tuple[str, ...]:
    """The places in order of their first mention: ``overview.md, "Key differences", lines 9-12, 14``.

    In: the sources of an answer, as many as there are; the opening and the closing quote.
    """
    places: dict[tuple[str, str], set[int]] = {}
    for source in sources:
        lines = places.setdefault((source.file, source.heading), set())
        # A run of a million lines is a mistake somewhere else, and no reason to count them all here.
        lines.update(range(source.first_line, min(source.last_line, source.first_line + 10_000) + 1))
    cited = (_place(file, heading, lines, quotes) for (file, heading), lines in places.items())
    return tuple(filter(None, cited))


def _place(file: str, heading: str, lines: set[int], quotes: str) -> str:
    name = one_line(heading)
    runs = _runs(sorted(lines))
    words = "" if not runs else f"line {runs[0]}" if len(lines) == 1 else f"lines {', '.join(runs)}"
    return ", ".join(filter(None, (one_line(file), f"{quotes[0]}{name}{quotes[1]}" if name else "", words)))


def _runs(lines: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]
