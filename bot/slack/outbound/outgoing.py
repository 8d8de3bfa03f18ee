"""Replies as arguments of Slack's methods. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.model.dialogue import Reply
from bot.model.prose import Columns, Table
from bot.show import blocks
from bot.show.bound import UNBOUND, Unbound, compact
from bot.show.message import Message
from bot.show.mrkdwn import escape
from bot.store.records import Incoming, event_key

Json = dict[str, Any]

METADATA = "docent_answer"
"""Type of the metadata by which a posted answer is found again."""
SHARED = "shared_by"
"""Id of the block that says who shared an answer: it stays when the answer is shown another way."""
TROUBLE = "Sorry, something went wrong on my side. It has been logged as {reference}."


WAYS = (
    "/docent and a question: only you see the answer, and you can share it.",
    "/docent topics: what I know. /docent settings: how I behave in this channel.",
    "@docent and a question: I answer in its thread, and go on there without being mentioned.",
    "On any message, in its menu: \u201cAnswer with Docent\u201d. From anywhere: \u201cAsk Docent\u201d.",
)
"""What can be done in Slack, for whoever asks for help."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: always into the thread of its question."""

    channel: str
    thread: str
    exchange: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be posted."""

    channel: str
    thread: str
    """Empty for none."""
    mark: str
    """By which it is found again in its thread."""
    body: bytes
    """All arguments of ``chat.postMessage``, as JSON."""

    @classmethod
    def of(cls, arguments: Json) -> Letter:
        """From arguments with ``METADATA``."""
        mark = arguments["metadata"]["event_payload"]["exchange"]
        return cls(arguments["channel"], arguments.get("thread_ts", ""), mark, compact(arguments).encode())


def unbound(reply: Reply, *, human: bool = False, text: str | None = None) -> Unbound:
    """The message for an answer in a thread, before its exchange is known; ``human``: with a button that hands it to
    people; ``text``: see ``blocks.render``.
    """
    return Unbound(blocks.render(reply, "message", UNBOUND, human=human, form="brief", text=text))


def posted(message: Unbound, place: Place) -> Letter:
    """An answer in a thread, from its ``unbound`` message."""
    return _letter(message.bound(str(place.exchange)), place)


def simpler(reply: Reply, place: Place, *, human: bool = False) -> Iterator[Letter]:
    """The same for when Slack has refused the blocks: without a native table, and then without blocks."""
    tabular = any(isinstance(part, Table | Columns) for part in reply.answer.parts)
    if tabular:
        message = blocks.without_table(reply, "message", UNBOUND, human=human, form="brief")
        yield posted(Unbound(message), place)
    yield _letter(Unbound(blocks.render(reply, "text")).bound(""), place)


def apology(reference: str, place: Place) -> Letter:
    """For a question that met a mistake in Docent."""
    return _letter(Unbound(Message(TROUBLE.format(reference=reference))).bound(""), place)


def announced(channel: str, text: str, blocks: list[Json], mark: str) -> Json:
    """Arguments of ``chat.postMessage`` for what is no answer to a question; ``mark``: by which it is found again."""
    return {
        "channel": channel,
        "text": text,
        "blocks": blocks,
        "mrkdwn": False,
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": METADATA, "event_payload": {"exchange": mark}},
    }


def private_word(incoming: Incoming, place: Place) -> Json:
    """Arguments of ``chat.postEphemeral`` for an answer that could not be posted."""
    text = f"I have an answer for you, but Slack did not let me post it here. It has been logged as {place.exchange}."
    # A thread that nobody has replied in shows no ephemeral message.
    within = {"thread_ts": incoming.thread} if incoming.thread not in ("", incoming.ts) else {}
    return {"channel": place.channel, "user": incoming.user, "text": text} | within


def direct_word(incoming: Incoming, place: Place) -> Letter:
    """The same as a direct message, for where not even that can be said."""
    text = f"I have an answer for you, but Slack did not let me post it. It has been logged as {place.exchange}."
    return _letter(Unbound(Message(text)).bound(""), Place(incoming.user, "", place.exchange))


def acked(reply: Reply, event: str = "", *, human: bool = False) -> Json:
    """The ack of a slash command: the answer for its asker alone. It may not be stored yet: its buttons know it by its
    event; ``human``: one that hands it to people is among them. Help says as well what can be done in Slack.
    """
    message = blocks.render(reply, "ephemeral", event_key(event) if event else "", human=human, form="brief")
    if reply.meaning is not None and reply.meaning.intent == "help":
        ways = [{"type": "plain_text", "text": way, "emoji": False} for way in WAYS]
        message = with_more(message, [{"type": "context", "elements": ways}])
    return private(message)


def shared(reply: Reply, user: str, thread: str = "", answer_id: str = "", form: blocks.Form = "brief") -> Json:
    """An answer for everyone through a ``response_url``, with who shared it; for a thread by its first ``ts``."""
    message = blocks.render(reply, "response", answer_id, form=form)
    by = {"type": "mrkdwn", "text": f"Shared by <@{user}>"}
    context = {"type": "context", "block_id": SHARED, "elements": [by]}
    body: Json = {"response_type": "in_channel", "replace_original": False, "text": message.text}
    body |= {"blocks": [*message.blocks, context], "unfurl_links": False, "unfurl_media": False}
    return body | ({"thread_ts": thread} if thread else {})


def private(message: Message) -> Json:
    """Any message for one reader, as an ack or for a ``response_url``."""
    body: Json = {"response_type": "ephemeral", "text": message.text, "unfurl_links": False, "unfurl_media": False}
    return body | ({"blocks": list(message.blocks)} if message.blocks else {})


def replaced(message: Message) -> Json:
    """A message for everyone in the place of the one that was pressed, for a ``response_url``."""
    body: Json = {"response_type": "in_channel", "replace_original": True, "text": message.text}
    return body | {"blocks": list(message.blocks), "unfurl_links": False, "unfurl_media": False}


def kept(shown: object) -> tuple[Json, ...]:
    """Those blocks of a message that stay when its answer is shown another way."""
    found = shown if isinstance(shown, list) else []
    return tuple(block for block in found if isinstance(block, dict) and block.get("block_id") == SHARED)


def with_more(message: Message, kept: Sequence[Json]) -> Message:
    """The message with further blocks at its end."""
    return replace(message, blocks=(*message.blocks, *kept))


def unshared(exchange: int) -> str:
    """A private word for whoever wanted to share an answer that Slack has not taken."""
    return f"Slack did not let me post this here. It has been logged as {exchange}."


def unshown(reference: str) -> Json:
    """A private word for whoever waits for something that Slack does not let Docent show."""
    return private(Message(f"Slack did not let me show this. It has been logged as {escape(reference)}."))


def trouble(reference: str) -> Json:
    """The same as an apology."""
    return private(Message(TROUBLE.format(reference=escape(reference))))


def _letter(message: str, place: Place) -> Letter:
    mark = str(place.exchange)
    arguments = {
        "channel": place.channel,
        **({"thread_ts": place.thread} if place.thread else {}),
        "mrkdwn": False,
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": METADATA, "event_payload": {"exchange": mark}},
    }
    return Letter(place.channel, place.thread, mark, f"{compact(arguments)[:-1]},{message}}}".encode())
