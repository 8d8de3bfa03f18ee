"""Subjects and aspects: what overviews describe, and the dimensions they compare it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.model.source import Source

Sense = Literal["", "better", "worse"]
"""Which end of an aspect a word names: "faster" the better end of startup time, "slower" the worse, "speed" neither."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One more way to say a subject or an aspect."""

    text: str
    """The words as written: "VM", "boot time", "safer"."""
    source: Source
    sense: Sense = ""
    """For an aspect, the end that the word names."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is described or compared."""

    id: str
    """Slug of the name: ``virtual-machines``."""
    name: str
    """The name as people read it: "Virtual Machines"."""
    aliases: tuple[Alias, ...]
    """Every way to say it, the name among them."""
    source: Source


@dataclass(frozen=True, slots=True)
class Aspect:
    """A dimension of comparison: a row of a table, or what a trait is about."""

    id: str
    """Slug of the name: ``startup-time``."""
    name: str
    aliases: tuple[Alias, ...]
    """Every way to say it, the name among them."""
    source: Source
    more: Sense = ""
    """Which end more of it is: the better of "throughput", the worse of "cost"; empty where that is not known."""
