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
TOPIC = "topic"
"""Action and block of the search field. An option's value is the id of a meaning."""
WORDS = "words"
REASON = "reason"
OPTION_VALUE = 150
_OPTION_TEXT = 75
_LINE = 300
_METADATA = 3000


def answer(
    reply: Reply,
    answer_id: str = "",
    metadata: Json | None = None,
    *,
    human: bool = False,
    form: blocks.Form = "brief",
    page: int = 0,
) -> Json:
    """A modal that shows an answer; with ``metadata`` on where it was asked for, it can be posted there; ``human``: with
    a button that hands the question to people; ``page``: of those that it takes.
    """
    shown = list(blocks.render(reply, "modal", answer_id, human=human, form=form, page=page).blocks)
    meaning = reply.meaning
    if metadata is not None and meaning is not None:
        value = action_ids.pack(answer_id, meaning.id)
        shown.append(actions(button("Post in the thread", action_ids.SHARE, value)))
    packed = json.dumps(metadata or {})
    return modal(ANSWER_MODAL, shown[:100]) | ({"private_metadata": packed} if len(packed) <= _METADATA else {})


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


GONE = "This entry is gone: the content has changed since. Ask again in your own words."


def options(choices: Sequence[Choice]) -> list[Json]:
    """Choices as options of a select, at most a hundred."""
    fitting = [choice for choice in choices if choice.text and len(choice.meaning) <= OPTION_VALUE]
    return [{"text": plain(choice.text[:_OPTION_TEXT]), "value": choice.meaning} for choice in fitting[:100]]


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
