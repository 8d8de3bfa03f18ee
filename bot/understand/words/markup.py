"""Taking a medium's mark-up out of a question: mentions, links, emoji and code marks say nothing of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.text import Word

_MENTION = re.compile(r"<[@#!][^>\s]*>")
_LINK = re.compile(r"<(?:https?|mailto):[^>|\s]*\|?([^>]*)>")
_ADDRESS = re.compile(r"\bhttps?://\S+")
_EMOJI = re.compile(r"(?<!\w):[a-z][a-z0-9_+'-]*:(?!\w)")
_BLANK = re.compile(r"_{2,}|\.{4,}")
"""A gap to be filled in, which asks what belongs there."""
_LEADING_BLANK = re.compile(r"^\s*(?:quiz\W+)?(?:(?:an?|the)\s+)?(?:_{2,}|\.{4,})(?=\s)", re.IGNORECASE)
"""The same where a sentence begins with it, and asks which of them it is made of."""
_LEFT_ASIDE = re.compile(
    r"(?:(?<=^)|(?<=[.!?;] ))(?:(?:ok|okay|fine|well|so|and)[, ]+)?(?:forget(?: about)?|ignore|never ?mind)\b[^.!?;,]*[.!?;,]\s*(?=\S)",
    re.IGNORECASE,
)
"""What is told to be left aside: "forget the price. Size?"."""
_PLUS_MINUS = re.compile(r"(?<!\w)\+ ?/ ?-(?!\w)")
_MARKS = str.maketrans(dict.fromkeys("`*~_", " "))
_LABEL = re.compile(r"^\s*(?:q|question|item)?\s*#?\d*\s*[.:)]\s+(?=\S)", re.IGNORECASE)
"""What numbers a question in a list: "Q:", "10.", "Question 3:"."""
_INSTRUCTION = re.compile(
    r"\(\d+ (?:marks?|points?|pts)\)|\bfor (?:an? )?\d+[- ](?:marks?|points?)(?: questions?)?\b|,? ?\bare we talking (?:about )?[^.?!]*|\(?\bmultiple[- ]choice\b\)?:?|\(?\b(?:fill in(?: the (?:blanks?|gaps?))?|(?:choose|select|pick) (?:one|two|three|all that apply|the (?:best|correct|right) (?:answer|option)))\b\)?[.:]?",
    re.IGNORECASE,
)
"""How an item of a quiz is to be answered."""
_LIKE_A_CHILD = re.compile(
    r"\b(?:like|as if|as though) (?:i|she|he|they|we|you|my \w+)(?:'?(?:s|m|d|re|ve))?\b[^.?!,]*\b(?:never|nothing|five|six|ten|\d+|kids?|child|children|toddlers?|beginners?|stupid|dumb|idiots?)\b[^.?!,]*",
    re.IGNORECASE,
)
"""Whom it is to be told like: somebody who knows nothing of it."""
_SIGNS = (
    (re.compile(r"^(.+\w) *=+ *\?*\s*$"), r"what is \1?"),
    (re.compile(r"(?<=\w) +=+ +(?=\w)"), " is "),
    (re.compile(r"(?<=\w) +> +(?=\w)"), " better than "),
)
"""Signs between words for what they stand for: "X = Y", "X > Y"."""
_SPOKEN = (
    (_LEFT_ASIDE, " "),
    (_LIKE_A_CHILD, " like i'm five "),
    (_LABEL, " "),
    (_INSTRUCTION, " "),
    (_LEADING_BLANK, "which one "),
    (_BLANK, " what "),
    (_PLUS_MINUS, " pros and cons "),
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


_TYPED = re.compile(r"(?<![\w-])--?[a-z][\w-]*(?=\s|$)|(?<![\w.])[~.]?/\w[\w.-]*/\w|\w\(\)")
"""An option of a command, a path, a call."""


def typed(text: str) -> bool:
    """Whether a message shows what is typed into a machine: "-d", "--rm", "/var/run/x"."""
    return bool(_TYPED.search(text))


def without_markup(text: str) -> str:
    """The words of a message: mentions and addresses gone, a link as its text, styles dropped."""
    for pattern, kept in ((_MENTION, " "), (_LINK, r" \1 "), (_ADDRESS, " "), (_EMOJI, " "), *_SPOKEN):
        text = pattern.sub(kept, text)
    for written, meant in _ENTITIES:
        text = text.replace(written, meant)
    for pattern, kept in _SIGNS:
        text = pattern.sub(kept, text)
    return text.translate(_MARKS)


def capitals(text: str, found: Sequence[Word]) -> frozenset[int]:
    """Where the short words begin that are typed in capitals among others that are not: names as they are, and no slips."""
    if not any(letter.islower() for letter in text):
        return frozenset()
    typed_so = (word for word in found if _ACRONYM.fullmatch(text[word.start : word.end]))
    return frozenset(word.start for word in typed_so)


_ACRONYM = re.compile(r"[A-Z]{3,5}")
