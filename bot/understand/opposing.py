"""Whether a statement holds the opposite of what is claimed in everyday words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.evidence import Said


def opposes(said: Said, everyday: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether the text of a statement holds the opposite of an everyday word, and not the word."""
    written = said.concepts - said.labelled - said.examples
    return any(concept not in written and opposites & written for concept, opposites in everyday)


def loses(said: Said) -> bool:
    """Whether a statement says that something is lost, which then is not kept."""
    return _LOST.search(said.fact.prose.plain) is not None


_LOST = re.compile(
    r"(?<!not )(?<!never )(?<!without )(?<!nothing is )\b(?:is|are|gets?|be|been)\s+(?:lost|gone)\b", re.IGNORECASE
)
"""What is no more, and so is not kept."""
