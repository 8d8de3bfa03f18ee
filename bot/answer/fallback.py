"""What is said where nothing can be answered: which readings were near, or what there is instead."""

from __future__ import annotations

from bot.model.answer import Answer
from bot.model.dialogue import Unknown, Unsure
from bot.model.prose import Prose


def unsure(understanding: Unsure) -> Answer:
    """Ask back."""
    return Answer(
        "Did you mean", Prose.of("I am not sure what you mean. Did you mean one of these?"), (), understanding.choices
    )


def unknown(understanding: Unknown) -> Answer:
    """Decline, and name the nearest topics."""
    lead = "I don't know: the overviews do not cover that."
    if understanding.nearest:
        lead += " The nearest that they do cover:"
    return Answer("I don't know", Prose.of(lead), (), understanding.nearest)
