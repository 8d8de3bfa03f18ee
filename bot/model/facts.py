"""Facts: what an overview states, one statement each, with its place in the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.model.prose import Part, Prose
from bot.model.source import Source

FactKind = Literal["cell", "advantage", "disadvantage", "point", "analogy", "contrast", "advice", "passage"]
"""What sort of statement it is.

cell: one subject's cell in a row of a comparison table.
advantage, disadvantage: one item of a list of pros or cons.
point: one statement of a definition ("An image is read-only").
analogy: a comparison with something everyday ("an image is a recipe").
contrast: a sentence that sets two subjects against each other ("images are static, while containers are live").
advice: what a choice between subjects depends on.
passage: anything else, under its heading.
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of an overview. Its id and its labels are enough for a hash, which every question asks for."""

    id: str
    """Stable name, made of kind, subjects and label: ``advantage/docker/fast-startup``."""
    kind: FactKind
    subjects: tuple[str, ...]
    """Ids of the subjects that the statement is about, in the order of the text; empty where it names none."""
    label: str
    """The row of a cell, the bold lead of an item, the heading of a passage; empty for none."""
    prose: Prose = field(hash=False)
    """The statement, without its label. For a passage its first paragraph."""
    source: Source = field(hash=False)
    aspects: tuple[str, ...] = ()
    """Ids of the aspects that it bears on: a cell's own row, and what a trait or a point was joined to."""
    parts: tuple[Part, ...] = field(default=(), hash=False)
    """A passage in full; empty for every other kind."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison table."""

    id: str
    heading: str
    corner: str
    """Header of the first column: "Aspect"."""
    subjects: tuple[str, ...]
    """Ids of the compared subjects, a column each."""
    headers: tuple[str, ...]
    """The columns' headers as written, in the order of ``subjects``."""
    aspects: tuple[str, ...]
    """Ids of the aspects, a row each."""
    source: Source


@dataclass(frozen=True, slots=True)
class Overview:
    """One document of the knowledge."""

    file: str
    title: str
    source: Source
    tags: tuple[str, ...] = ()
    """From the front matter (``tags: [onboarding, platform]``); empty for none."""
