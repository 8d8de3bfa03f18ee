"""Small word lists of general English that reading a document needs; none belongs to a field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.text import words

ARTICLES = frozenset({"a", "an", "the"})

STOP_WORDS = frozenset(
    """a an the and or but if of for to in on at by with from as is are was were be been it its this that these those
    i you he she we they me my your our their what which who whom whose when where why how do does did can could should
    would will shall may might must not no yes so than then there here about into over under more most less least very
    vs versus between both either neither each every any all some""".split()
)

# Words that say how much or how good, and leave open of what: "strong" in "strong isolation".
MEASURES = frozenset(
    """strong stronger strongest weak weaker weakest slow slower slowest fast faster fastest quick quicker quickest
    efficient inefficient more less most least fewer many much few limited unlimited multiple single several various
    heavy heavier heaviest light lighter lightest lightweight heavyweight high higher highest low lower lowest good
    better best poor poorer bad worse worst great greater excellent easy easier easiest hard harder difficult complex
    complicated simple simpler simplest mature immature full partial complete incomplete large larger small smaller
    big bigger tiny huge short shorter shortest long longer longest cheap cheaper expensive costly rich richer broad
    broader wide wider narrow narrower steep steeper gentle smooth rigid flexible strict loose safe safer secure
    insecure robust stable unstable fragile reliable unreliable minimal maximum extra additional reduced increased
    improved native no not lack lacks lacking better-than near almost true very quite rather too only own shared
    dedicated automatic manual dynamic static consistent inconsistent intensive hungry friendly free open intuitive
    powerful superior inferior significant near-instant instant rapid predictable unpredictable""".split()
)

# Nouns that say little by themselves: "time" in "startup time", "issues" in "compatibility issues".
GENERIC = frozenset(
    """time speed usage use level issue problem overhead support technology consumption footprint requirement feature
    option curve concern thing aspect management system need handling cost costs""".split()
)


ARTICLE = re.compile(r"\W*(?:(?:an?|the)\s+)?", re.IGNORECASE)
"""What may stand before a name that opens a sentence."""


def form(word: str) -> str:
    """A folded word without its plural or possessive ending. Unlike a stem it keeps a noun and its verb apart."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def key(text: str) -> tuple[str, ...]:
    """What two names share when they are the same name: their words' forms, without articles; "Option A" ends in none."""
    forms = tuple(form(word.text) for word in words(text))
    return tuple(word for word in forms[:-1] if word not in ARTICLES) + forms[-1:]


_PICTURES = "(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\\s*)+"
_AROUND = re.compile(rf"^{_PICTURES}|\s*{_PICTURES}$")


def without_pictures(text: str) -> str:
    """A name without the pictures and marks around it; what is nothing but pictures stays."""
    return _AROUND.sub("", text).strip() or text


def pictures_before(text: str) -> int:
    """How many characters of pictures and marks stand in front of words; 0 where no word follows."""
    found = re.match(rf"{_PICTURES}(?=\w)", text)
    return found.end() if found else 0


def shortened(name: str, synonyms: Sequence[Sequence[str]]) -> str:
    """A name with the words in short that have a short form among the ``synonyms``; empty where none has: "docs"."""
    short = {group[at]: group[1 - at] for group in synonyms if len(group) == len(("long", "short")) for at in (0, 1)}
    written = name.casefold().split()
    spoken = [short[word] if word in short and _is_short(short[word], word) else word for word in written]
    return " ".join(spoken) if spoken != written else ""


def _is_short(text: str, long: str) -> bool:
    """Whether one word is another in short: its letters stand in it in the same order."""
    letters = iter(long)
    return " " not in f"{text}{long}" and len(text) < len(long) and all(each in letters for each in text.rstrip("s"))
