"""Modals, as Slack's view payloads, and what they share with the App Home. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.model.answer import Choice
from bot.model.dialogue import Reply, Understanding, Understood, Unknown
from bot.show import action_ids, blocks
from bot.show.mrkdwn import escape
from bot.store.rows import Exchange

Json = dict[str, Any]

ASK_MODAL = "ask_modal"
REASON_MODAL = "feedback_reason"
ANSWER_MODAL = "answer_modal"
SHARE_MODAL = "share_modal"
TOPIC = "topic"
"""Action and block of the search field. An option's value stands for a meaning; see ``action_ids.meant``."""
WORDS = "words"
REASON = "reason"
WHERE = "where"
_OPTION_TEXT = 75
_LINE = 300
_METADATA = 3000


def answer(
    reply: Reply,
    answer_id: str = "",
    place: Json | None = None,
    *,
    human: bool = False,
    form: blocks.Form = "brief",
    page: int = 0,
) -> Json:
    """A modal that shows an answer, with a button to post it: where it was asked for, as ``place`` says, or where its reader
    chooses; ``human``: with one that hands the question to people; ``page``: of those that it takes.
    """
    shown = list(blocks.render(reply, "modal", answer_id, human=human, form=form, page=page).blocks)
    packed = json.dumps(place or {})
    here = bool(place and place.get("answer_to")) and len(packed) <= _METADATA
    if reply.meaning is not None:
        value = action_ids.pack(answer_id, reply.meaning.id)
        post = ("Post in the thread", action_ids.SHARE) if here else ("Share\u2026", action_ids.SHARE_TO)
        shown.append(actions(button(*post, value)))
    return modal(ANSWER_MODAL, shown[:100]) | ({"private_metadata": packed} if here else {})


def share(value: str) -> Json:
    """The modal that asks where to post an answer; ``value``: of the button that was pressed."""
    select = {
        "type": "conversations_select",
        "action_id": WHERE,
        "default_to_current_conversation": True,
        "response_url_enabled": True,
        "placeholder": plain("A channel or a person"),
    }
    field = {"type": "input", "block_id": WHERE, "label": plain("Where shall I post it?"), "element": select}
    return modal(SHARE_MODAL, [field]) | {"submit": plain("Post"), "private_metadata": value}


def ask() -> Json:
    """The modal that asks: pick a question as you type, or write one."""
    words = {"type": "plain_text_input", "action_id": WORDS, "max_length": 500}
    inputs = [
        {"type": "input", "block_id": TOPIC, "optional": True, "label": plain("Find a question"), "element": search()},
        {
            "type": "input",
            "block_id": WORDS,
            "optional": True,
            "label": plain("Or ask in your words"),
            "element": words,
        },
    ]
    return modal(ASK_MODAL, inputs) | {"submit": plain("Ask")}


def reason(exchange: str) -> Json:
    """The modal that asks why an answer did not help."""
    element = {"type": "plain_text_input", "action_id": REASON, "multiline": True, "max_length": 3000}
    label = plain("What was missing or wrong?")
    field = {"type": "input", "block_id": REASON, "optional": True, "label": label, "element": element}
    return modal(REASON_MODAL, [field]) | {"submit": plain("Send"), "private_metadata": exchange}


def why(reply: Reply | None, row: Exchange | None) -> Json:
    """The modal that says how a question was understood, and where the answer stands."""
    lines = []
    understanding = row.understanding if row is not None else None
    if row is not None:
        lines.append(f"*Question:* {_cut(row.question)}")
    if understanding is not None:
        lines += _understood(understanding)
    meaning = reply.meaning if reply is not None else None
    if meaning is not None:
        lines.append(f"*Understood as:* `{_cut(meaning.id)}`")
    if reply is not None:
        lines += [f"*Source:* {_cut(str(source))}" for source in reply.answer.sources[:8]]
    text = "\n".join(lines) or "This answer is not in the content any more, and its question is not stored."
    return modal("why_modal", [{"type": "section", "text": {"type": "mrkdwn", "text": text[:3000], "verbatim": True}}])


def gone() -> Json:
    """The modal for an entry that the content has no more."""
    return said(GONE)


def said(text: str) -> Json:
    """A modal that says one thing."""
    return modal(ANSWER_MODAL, [{"type": "section", "text": plain(text)}])


SHARED = "Posted, with your name to it."
ON_ITS_WAY = "I am posting it."
NOT_SEEN = "That channel has chosen other overviews than the one that this stands in, so I leave it unposted."
GONE = "This entry is gone: the content has changed since. Ask again in your own words."


def options(choices: Sequence[Choice]) -> list[Json]:
    """Choices as options of a select, at most a hundred."""
    return [
        {"text": plain(choice.text[:_OPTION_TEXT]), "value": action_ids.option_value(choice.meaning)}
        for choice in choices[:100]
        if choice.text
    ]


def search() -> Json:
    """The field that finds questions as you type."""
    placeholder = plain("Type a word or two")
    return {"type": "external_select", "action_id": TOPIC, "min_query_length": 0, "placeholder": placeholder}


def card(command: str) -> tuple[str, list[Json]]:
    """The card for a channel that Docent was invited to: how to ask, in three lines; as text and as blocks."""
    text = (
        "Hello! I answer questions from what your team has written down.\n"
        "Mention me with a question, and I answer in its thread; there you need not mention me again.\n"
        f"With {command} only you see the answer."
    )
    return text, [{"type": "section", "text": plain(text)}]


def _understood(understanding: Understanding) -> list[str]:
    lines = [f"*Confidence:* {understanding.confidence:.2f}"]
    corrections = [f"{each.written} → {each.read}" for each in understanding.trace.corrections[:8]]
    if corrections:
        lines.append(f"*Read as:* {_cut(', '.join(corrections))}")
    if isinstance(understanding, Unknown):
        lines.append(f"*Not answered:* {_cut(understanding.reason)}")
    elif isinstance(understanding, Understood):
        others = [one for one in understanding.trace.candidates if one.meaning != understanding.meaning][:3]
        lines += [f"*Not taken:* `{_cut(one.meaning.id, 150)}` at {one.confidence:.2f}" for one in others]
    return lines


def modal(callback: str, shown: list[Json]) -> Json:
    """A modal of these blocks, under its name."""
    title, close = plain("Docent"), plain("Close")
    return {"type": "modal", "callback_id": callback, "title": title, "close": close, "blocks": shown}


def actions(*elements: Json) -> Json:
    """Elements in one row."""
    return {"type": "actions", "elements": list(elements)}


def button(text: str, action_id: str, value: str) -> Json:
    """A button; its text is cut to what Slack takes."""
    return {"type": "button", "text": plain(text[:_OPTION_TEXT]), "action_id": action_id, "value": value}


def plain(text: str) -> Json:
    """A text in which nothing is formatted."""
    return {"type": "plain_text", "text": text, "emoji": False}


def _cut(text: str, limit: int = _LINE) -> str:
    """For mrkdwn: one line, in which nothing pings or formats."""
    return escape(short(text.replace("`", "'"), limit))


def short(text: str, limit: int = _LINE) -> str:
    """One line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
