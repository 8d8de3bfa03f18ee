"""When Docent answers unasked: a question, surely understood, and no more than that. Pure."""

from __future__ import annotations

import re

from bot.docent import Docent
from bot.model.dialogue import Reply, Understood
from bot.text import stems, words
from bot.understand.openings import behind_politeness
from bot.understand.words.grammar import AUXILIARIES

_MARK = re.compile(r"\?(?=[\s)\"'!?*_~>\u201d\u2019]|$)")
_OPENINGS = AUXILIARIES | frozenset("what what's whats which who why how how's hows when where".split())


def is_question(text: str) -> bool:
    """Whether a message has the form of a question: its mark, or its first word."""
    if _MARK.search(text):
        return True
    folded = [word.text for word in words(text)]
    start = behind_politeness(folded)
    return len(folded) > start + 1 and folded[start] in _OPENINGS


def speaks_up(docent: Docent, reply: Reply, bar: float) -> bool:
    """Whether a reply is worth giving though nobody asked Docent: understood with at least the confidence ``bar``, no
    small talk, and nothing about Docent itself.
    """
    understanding = reply.understanding
    if not isinstance(understanding, Understood) or understanding.confidence < bar or not is_question(reply.question):
        return False
    meaning = understanding.meaning
    entry = docent.understander.catalogue.entries.get(meaning.entry) if meaning.intent == "entry" else None
    return meaning.intent not in ("help", "list") and not (entry is not None and entry.small_talk)


def same_question(left: str, right: str) -> bool:
    """Whether two questions are the same but for case, punctuation and endings."""
    return stems(left) == stems(right)
