"""Analogies: sentences that explain a subject by something everyday."""

from __future__ import annotations

import re

from bot.content.names import Subjects

_ANALOGY = re.compile(
    r"\bthink of\b.{1,120}?\bas\b"
    r"|\b(?:in|put in|to put it in) (?:simple|simpler|plain|everyday|layman'?s?) (?:terms|words|english|language)\b"
    r"|\b(?:put|to put it|simply put|putting it)\s*simply\b|^simply put\b"
    r"|\b(?:is|are|works?|acts?|behaves?)\s+(?:\w+\s+)?like\s+(?:an?|the|your|\w+ing)\b"
    r"|\b(?:imagine|picture)\b.{1,120}\b(?:as|is|are)\b"
    r"|\b(?:analogy|metaphor)\b|\b(?:akin to|can be likened|can be compared to)\b"
    r"|^(?:just )?like (?:an?|the) .{1,80},",
    re.IGNORECASE | re.DOTALL,
)


_PICTURE = re.compile(
    r"\b(?:analog(?:y|ies)|metaphors?|(?:think of|picture|imagine) (?:it|them)|in everyday terms|in pictures?)\b",
    re.IGNORECASE,
)


def is_picture(heading: str) -> bool:
    """Whether a heading, or the name of a row, says that what stands there likens the subjects to something."""
    return _PICTURE.search(heading) is not None


def is_analogy(text: str) -> bool:
    """Whether a sentence explains by likeness."""
    return _ANALOGY.search(text.replace("\u2019", "'")) is not None


def subjects_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The subjects of an analogy; None where the sentence is none or names no subject."""
    return (subjects.named(text) or None) if is_analogy(text) else None
