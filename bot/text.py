"""Normalising text: the one meaning of "the same words" for content and questions alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

_ENGLISH = stemmer("english")

# One character for one, so that spans in the translated text hold in the original.
_PUNCTUATION = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u2026": " ",
    }
)

# A word keeps inner dots, plus and hash signs ("v1.2", "c++", "c#", "node.js") and an inner apostrophe ("isn't").
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*(?:\+\+|#(?!\w))?|[^\W_]")

_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, with its place in the text that ``words`` was given."""

    text: str
    """Folded: lower case, compatibility forms resolved, without accents."""
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case, curly quotes and dashes straightened, compatibility forms resolved, accents dropped.

    Folding a folded text changes nothing.
    """
    if text.isascii():
        return text.lower()  # the same, forty times as fast
    text = unicodedata.normalize("NFKC", text.translate(_PUNCTUATION)).translate(_PUNCTUATION)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(character for character in text if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, hyphens and slashes dividing, each with its span in ``text``."""
    # The content's short texts are read again for every question; a long question is not kept.
    return _short(text) if len(text) <= _REMEMBERED else _words(text)


def _words(text: str) -> tuple[Word, ...]:
    if text.isascii():
        # The same, twice as fast.
        return tuple([Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text.lower())])
    found = []
    for match in _WORD.finditer(text.translate(_PUNCTUATION)):
        folded = fold(match.group()).strip(" '")
        if folded:
            found.append(Word(folded, match.start(), match.end()))
    return tuple(found)


_REMEMBERED = 300
_short = lru_cache(maxsize=8192)(_words)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of one folded word: "containers" and "container" are the same word."""
    word = word.removesuffix("'s")
    if not _VOWEL.search(word):
        return singular(word)  # Snowball leaves the plural of an acronym: "vms".
    return str(_ENGLISH.stemWord(word))


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A folded word without the ending of its plural or possessive: "vms" and "vm's" are "vm"; "process" stays."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words."""
    return tuple(stem(word.text) for word in words(text))


def slug(text: str) -> str:
    """A name as an id: ``"Startup Time"`` becomes ``startup-time``; never empty."""
    return "-".join(word.text.replace("'", "").replace(".", "-") for word in words(text)) or "untitled"
