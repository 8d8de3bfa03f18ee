"""Cells of a feature matrix: a plain yes or no, in words or as a mark."""

from __future__ import annotations

import re
from typing import Literal

from bot.catalogue.lookups import Catalogue
from bot.model.facts import Fact

Mark = Literal["", "yes", "no"]

_YES = re.compile(
    r"^(?:yes|y|true|supported|included|available|possible|built[ -]in|[✓✔✅☑]|:(?:white_check_mark|heavy_check_mark|check|tick):)"
    r"(?=$|[\s,;:.(\ufe0f\u2013\u2014-])",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(?:no|none|n|false|never|(?:not |un)(?:supported|included|available)|not possible|impossible|[✗✘✖❌\u00d7]"
    r"|:(?:x|no_entry|no_entry_sign|cross_mark|negative_squared_cross_mark):)"
    r"(?=\s*(?:$|[,;:.(\ufe0f\u2013\u2014]|-\s))",
    re.IGNORECASE,
)


def mark_of(fact: Fact) -> Mark:
    """Whether a cell is a yes or a no: "✅", "No", "Yes, with a plugin"; empty for every other text and kind of fact."""
    if fact.kind != "cell":
        return ""
    text = fact.prose.plain.strip()
    return "yes" if _YES.match(text) else "no" if _NO.match(text) else ""


def has_any(catalogue: Catalogue, aspect: str, subject: str) -> Mark:
    """Whether a subject has what a row is called, where the row says of another that it has none: "None beyond a roof" is
    no, and what stands beside it is yes; empty where none has none.
    """
    row = {each: fact for fact in catalogue.on(aspect) if fact.kind == "cell" for each in fact.subjects}
    none = {each for each, fact in row.items() if _NONE.match(fact.prose.plain)}
    if subject not in row or not none or len(none) == len(row):
        return ""
    return "no" if subject in none else "yes"


_NONE = re.compile(r"(?:none|no|nothing|(?:not|never) (?:needed|required|necessary))\b", re.IGNORECASE)


def marks(catalogue: Catalogue, aspect: str, subjects: tuple[str, ...]) -> dict[str, Mark]:
    """The marks of a row by subject; empty where any of them has another text, or no cell."""
    cells = {subject: catalogue.cell(aspect, subject) for subject in subjects}
    found = {subject: mark_of(cell) if cell else "" for subject, cell in cells.items()}
    return found if all(found.values()) else {}
