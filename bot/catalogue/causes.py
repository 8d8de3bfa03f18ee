"""Statements that give a reason: "fast, since its messages are small"."""

from __future__ import annotations

from bot.model.facts import Fact
from bot.text import words

_CAUSAL = frozenset(
    "since because as due so making means therefore reducing need without thanks allowing causing".split()
)
"""Words that give a reason."""


def gives_reason(fact: Fact) -> bool:
    """Whether a statement says why."""
    return bool(_CAUSAL & {word.text for word in words(fact.prose.plain)})
