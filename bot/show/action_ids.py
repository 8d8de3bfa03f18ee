"""Names of everything that can be pressed in Slack, shared by what shows it and what listens to it.

They stand in messages that live for years, so none is ever renamed. An id must be unique within its block: where one kind
of button stands several times, its place is appended (``ask_question:0``), and its pattern matches them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from bot.model.answer import Choice

ASK = "ask_question"
"""A follow-up question, or one of the nearest topics. Value: the meaning's id."""
ASK_PATTERN = re.compile(r"ask_question:\d+")

DID_YOU_MEAN = "did_you_mean"
"""One of the readings of an unsure reply. Value: the meaning's id."""
DID_YOU_MEAN_PATTERN = re.compile(r"did_you_mean:\d+")

FEEDBACK = "answer_feedback"
"""Helpful or not. Value: ``<answer id>:up`` or ``<answer id>:down``."""

WHY = "why_this_answer"
"""How the question was understood. Value: see ``pack``."""

SHARE = "share_to_channel"
"""Post a private answer for everyone. Value: see ``pack``."""

SHARE_TO = "share_somewhere"
"""Choose where to post an answer that was asked for nowhere. Value: see ``pack``."""

ASK_HUMAN = "ask_a_human"
"""Hand the question to the experts. Value: see ``pack``."""

MORE = "show_more"
"""Show the whole of an answer that is shown in its short form. Value: see ``pack``."""

LESS = "show_less"
"""Back to the short form. Value: see ``pack``."""

PAGE = "show_page"
"""Another page of an answer that one message cannot hold; the page is the button's place. Value: see ``pack``."""
PAGE_PATTERN = re.compile(r"show_page:\d+")

SOURCE = "show_source"
"""The lines of the documents that an answer rests on. Value: see ``pack``."""

RESOLVE = "mark_resolved"
"""On a question in the experts' channel: it has been answered. Value: the exchange's id."""

FORGET = "forget_question"
"""Erase one question of the person who presses. Value: the exchange's id."""
FORGET_PATTERN = re.compile(r"forget_question:\d+")

FORGET_ALL = "forget_all_questions"
"""Erase all questions of the person who presses."""

VALUE_LIMIT = 2000
"""Longest value that a button may carry."""


OPTION_LIMIT = 150
"""Longest value that an option of a select may carry."""


def option_value(meaning_id: str) -> str:
    """What an option carries: the meaning's id, or where that is too long a sign made from it; see ``meant``."""
    if len(meaning_id) <= OPTION_LIMIT:
        return meaning_id
    return f"~{sha256(meaning_id.encode()).hexdigest()}"


def meant(value: str, offered: Iterable[Choice]) -> str:
    """The meaning's id that an option stands for; a sign of nothing that is offered stays as it is."""
    if not value.startswith("~"):
        return value
    return next((choice.meaning for choice in offered if option_value(choice.meaning) == value), value)


def numbered(action_id: str, place: int) -> str:
    """The id of the button at this place among several of its kind."""
    return f"{action_id}:{place}"


def place_of(action_id: str) -> int:
    """The place in an id of ``numbered``; 0 where there is none."""
    place = action_id.rpartition(":")[2]
    return int(place[:9]) if place.isascii() and place.isdigit() else 0


def pack(answer_id: str, meaning_id: str) -> str:
    """A button's value that names the answer and what it answered: the second still works where the first was never
    stored, or has been forgotten. Neither id holds a bar.
    """
    value = f"{answer_id}|{meaning_id}"
    return value if len(value) <= VALUE_LIMIT else f"{answer_id}|"


def unpack(value: str) -> tuple[str, str]:
    """The answer's id and the meaning's id, each empty where it is not known."""
    answer_id, _, meaning_id = value.partition("|")
    return answer_id, meaning_id
