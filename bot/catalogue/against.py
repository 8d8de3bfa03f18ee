"""Advice that speaks against a subject: "avoid foo when …", "not so good when …"."""

from __future__ import annotations

import re

from bot.model.facts import Fact

_AGAINST = re.compile(
    r"(?:avoid|never|skip|do not|don.t|(?:it is |it's )?(?:a )?(?:not|less|bad|poor|wrong|struggles))\b", re.IGNORECASE
)


def speaks_against(fact: Fact) -> bool:
    """Whether a piece of advice says when not to take what it is about."""
    return fact.kind == "advice" and _AGAINST.match(fact.prose.plain) is not None
