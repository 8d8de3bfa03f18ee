"""What Slack sends, as questions. Pure: payloads in, values out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from slack_bolt.request.internals import extract_enterprise_id, extract_team_id

from bot.store.records import Incoming

Json = dict[str, Any]

_SPOKEN = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; edits, joins and the like have others."""
_MARK = re.compile(r"<([^<>]*)>")
_OPENING = re.compile(r"\s*<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_CALLED = re.compile(r"<(?:@[UW]|!)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A message that may be a question for Docent."""

    incoming: Incoming
    addressed: bool
    """Whether Docent was spoken to: named, or in a direct message. Otherwise it is a question only in a thread that
    Docent is in, or where the channel has chosen that Docent answers unasked (the surface ``ambient``)."""
    at: float
    """When it was written, seconds since 1970."""


def team_of(body: Json) -> str:
    """The workspace that a payload belongs to: in a channel shared by several, the one that Docent was called in."""
    return extract_team_id(body) or _text(body.get("team_id"))


def enterprise_of(body: Json) -> str:
    """The organisation of that workspace; empty for none."""
    return extract_enterprise_id(body) or ""


def read_event(body: Json, bot_user: str) -> Asked | None:
    """The question in an Events API payload; None where there is none for Docent.

    None for what bots say, edits, joins, messages without words, messages in a thread that open with somebody else's
    name, and messages in a channel that call anybody else. A message that names Docent comes as two events, and both give
    the same question.
    """
    event = body.get("event")
    if not isinstance(event, dict) or event.get("type") not in ("app_mention", "message"):
        return None
    user, channel, ts, text = (_text(event.get(name)) for name in ("user", "channel", "ts", "text"))
    if not (user and channel and ts) or user in (bot_user, "USLACKBOT") or not _by_a_person(event):
        return None
    thread = _text(event.get("thread_ts"))
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    named = re.search(rf"<@{re.escape(bot_user)}(?:\|[^<>]*)?>", text) is not None
    question = plain(text, bot_user)
    if direct:
        surface, found = "direct", bool(question)
    elif named or event["type"] == "app_mention":
        surface, found = "mention", True
    elif thread not in ("", ts):
        surface, found = "message", bool(question) and _OPENING.match(text) is None
    else:
        surface, found = "ambient", bool(question) and _CALLED.search(text) is None
    if not found:
        return None
    incoming = Incoming(
        team=team_of(body),
        user=user,
        surface=surface,  # type: ignore[arg-type]
        question=question,
        channel=channel,
        thread=thread or ("" if direct else ts),
        ts=ts,
        enterprise=enterprise_of(body),
        event_id=_text(body.get("event_id")),
        client_msg_id=_text(event.get("client_msg_id")),
    )
    return Asked(
        incoming, addressed=surface not in ("message", "ambient"), at=_seconds(ts) or _seconds(body.get("event_time"))
    )


def read_command(body: Json) -> Incoming:
    """The question behind a slash command; an empty one asks for help."""
    return Incoming(
        team=team_of(body),
        user=_text(body.get("user_id")),
        surface="command",
        question=plain(_text(body.get("text")), "") or "help",
        channel=_text(body.get("channel_id")),
        enterprise=enterprise_of(body),
        event_id=_text(body.get("trigger_id")),
    )


def plain(text: str, bot_user: str) -> str:
    """The words of a message: the bot's own name is gone, other names, channels and links are as people read them."""

    def read(match: re.Match[str]) -> str:
        target, _, label = match.group(1).partition("|")
        if target.startswith("@"):
            return " " if target[1:] == bot_user else f"@{label or target[1:]}"
        if target.startswith("#"):
            return f"#{label or target[1:]}"
        if target.startswith("!"):
            return label or f"@{target[1:].partition('^')[0]}"
        return label or target

    text = _MARK.sub(read, text)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text.strip()


def _by_a_person(event: Json) -> bool:
    marks = ("bot_id", "bot_profile", "edited", "hidden")
    return _text(event.get("subtype")) in _SPOKEN and not any(event.get(mark) for mark in marks)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _seconds(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0
