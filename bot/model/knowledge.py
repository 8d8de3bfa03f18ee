"""The compiled content: everything that understanding and composing read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.facts import Comparison, Fact, Overview
from bot.model.phrasebook import Phrasebook
from bot.model.terms import Aspect, Subject


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One compiled body of content, never changed after it is built."""

    overviews: tuple[Overview, ...]
    subjects: tuple[Subject, ...]
    aspects: tuple[Aspect, ...]
    facts: tuple[Fact, ...]
    comparisons: tuple[Comparison, ...]
    phrasebook: Phrasebook
    version: str
    """Hash of all texts that went in, hexadecimal: the same texts give the same version."""
