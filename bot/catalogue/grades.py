"""Grades that cells open with: "Excellent", "Low", "Hard, since …", "⚠️ Partly"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from bot.text import Word, words

Scale = Literal["", "quality", "amount"]

_QUALITY = (
    (
        2.0,
        "excellent outstanding superb perfect fastest best ideal effortless trivial easiest simplest cheapest strongest safest quickest",
    ),
    (1.0, "good great strong solid easy simple fast quick cheap safe secure high-quality flexible native"),
    (0.0, "fair average medium moderate ok okay decent acceptable mixed manageable"),
    (
        -1.0,
        "basic rudimentary poor weak bad hard difficult complex complicated slow expensive costly unsafe insecure rigid",
    ),
    (-2.0, "terrible awful worst slowest weakest hardest poorest"),
)
NOTHING = -3.0
"""The amount of which there is none."""
_AMOUNT = (
    (3.0, "maximum highest unlimited full complete total"),
    (2.0, "largest biggest longest widest heaviest steepest"),
    (
        1.0,
        "high large big huge long many much steep frequent heavy considerable significant strong wide broad",
    ),
    (0.0, "medium moderate average middle some mid partial partly"),
    (-1.0, "limited low small short few little minor rare flat gentle shallow slight light narrow weak"),
    (-2.0, "minimal lowest negligible tiny smallest shortest fewest lightest narrowest"),
    (NOTHING, "none zero"),
)
_QUALITIES = {word: value for value, said in _QUALITY for word in said.split()}
_AMOUNTS = {word: value for value, said in _AMOUNT for word in said.split()}
_STRONGER = frozenset("very extremely really exceptionally super".split())
_WEAKER = frozenset(
    "fairly quite rather relatively pretty generally usually mostly somewhat typically often practically virtually nearly almost".split()
)
_COMPARED = {
    "higher": "high",
    "lower": "low",
    "larger": "large",
    "smaller": "small",
    "longer": "long",
    "shorter": "short",
}
_MARKS = ((1.0, "✅✔☑✓🟢👍"), (0.0, "⚠🟡🟠◐"), (-1.0, "❌✖✗✘🔴👎"))
_STARS = re.compile(r"^\W*?([★⭐]+)")


_BEHIND = frozenset(
    """on in at when if for because since with to but as and or compared than enough by due thanks unless until once so
    only per while though although""".split()
)
"""What may follow a grade that stands by itself."""


@lru_cache(maxsize=8192)
def grade(text: str, about: frozenset[str] = frozenset(), first: Scale = "amount") -> tuple[Scale, float]:
    """The scale and the value of a cell's grade, higher for better or for more; no scale where it opens with none.

    Args:
        text: the cell.
        about: words for what is graded, which may stand behind the grade: "high cost".
        first: the scale on which a word is read that stands on both: "strong".
    """
    opening = text.strip()
    stars = _STARS.match(opening)
    if stars:
        return "quality", float(len(stars.group(1)))
    for value, marks in _MARKS:
        if opening[:1] and opening[0] in marks:
            return "quality", value
    said = words(opening)
    factor, at = 1.0, 0
    while at < len(said) and said[at].text in _STRONGER | _WEAKER:
        factor = 1.5 if said[at].text in _STRONGER else factor
        at += 1
    if at == len(said):
        return "", 0.0
    word = _COMPARED.get(said[at].text, said[at].text)
    if not _alone(opening, said[at + 1 :], said[at].end, about):
        return "", 0.0
    if word in _AMOUNTS and not (first == "quality" and word in _QUALITIES):
        return "amount", _AMOUNTS[word] * factor
    return ("quality", _QUALITIES[word] * factor) if word in _QUALITIES else ("", 0.0)


def _alone(text: str, behind: Sequence[Word], end: int, about: frozenset[str]) -> bool:
    """Whether a grade is of the whole, and not of a noun of its own: "fast trains" grades no travel."""
    if not behind or behind[0].text in _BEHIND or text[end : behind[0].start].strip(" *_"):
        return True
    return any(word.text in about for word in behind[:2])
