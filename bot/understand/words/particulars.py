"""Words that ask for single data: which year, which version, type 1 or type 2."""

from __future__ import annotations

from collections.abc import Sequence

ASKED_OF = 1.15
"""Weight of a word for what is asked of and is not told, such as a "price" that no aspect of the content takes."""
PARTICULARS = frozenset("version versions release releases year founder founders inventor".split())
"""Words for single data that somebody wants to know: of what else is told, they are just what it does not tell."""
_NUMBERED = frozenset("type version level gen generation class tier layer phase step part v".split())


def particular(folded: Sequence[str], at: int) -> bool:
    """Whether a word is single data that is asked for: the "year" of "which year", the "1" of "type 1"."""
    before = folded[at - 1] if at else ""
    asked = before in ("which", "what") and folded[at] in PARTICULARS
    return asked or (folded[at].isdigit() and before in _NUMBERED)


def year(folded: Sequence[str], at: int) -> bool:
    """Whether a number is the year of "in 2026", which says when it is asked."""
    return at > 0 and folded[at - 1] == "in" and len(folded[at]) == len("2026") and folded[at][:2] in ("19", "20")
