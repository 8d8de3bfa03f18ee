"""One document while it is read: what is still free, and the statements found so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.content.names import Subjects
from bot.content.outline import Outline, Section
from bot.content.parts import Block
from bot.model.facts import FactKind
from bot.model.problem import Problem
from bot.model.prose import Part, Prose
from bot.model.source import Source
from bot.model.terms import Sense


@dataclass(slots=True)
class Draft:
    """A fact before it has an id and aspects."""

    kind: FactKind
    subjects: tuple[str, ...]
    label: str
    prose: Prose
    source: Source
    row: str = ""
    """For a cell: the row's name. For a trait: what it is measured on, where the statement itself says so."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A comparison table, its aspects still by name."""

    heading: str
    corner: str
    subjects: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[str, Source], ...]
    source: Source


@dataclass(slots=True)
class Work:
    """A document, the subjects of all documents, and what recognisers have taken from it."""

    outline: Outline
    subjects: Subjects
    ends: dict[str, list[tuple[tuple[str, ...], str, Sense]]] = field(default_factory=dict)
    """Words for the ends of what is measured by their last word, each with what is measured, the longest first."""
    amounts: dict[str, Sense] = field(default_factory=dict)
    """Words for what is measured, by which end more of it is."""
    drafts: list[Draft] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    """Section and block, by number."""

    def free(self) -> Iterator[tuple[int, int, Section, Block]]:
        """Blocks that no recogniser has taken yet, with the numbers of section and block."""
        for number, section in enumerate(self.outline.sections):
            for at, block in enumerate(section.blocks):
                if (number, at) not in self.taken:
                    yield number, at, section, block
