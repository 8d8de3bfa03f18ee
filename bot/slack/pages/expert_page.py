"""A question in the hands of people, as Slack shows it: to the experts, and back to whoever asked. Pure."""

from __future__ import annotations

from typing import Any

from bot.show import action_ids
from bot.slack.inbound.incoming import plain
from bot.slack.outbound import outgoing
from bot.store.rows import Exchange

Json = dict[str, Any]

OFFER = "Sorry that this did not help. I can hand your question to people who know."
ASKED = "I have handed your question to people who know. You will hear from me when they have answered."
ALREADY = "This question is with people who know already."
RESOLVED = "People have answered this question already."
FORGOTTEN = "I do not have this question any more. Please ask it again, and press then."
FAILED = "I could not reach the people who know, so I leave it undone. Please tell whoever looks after me."
NOT_OPEN = "This question is not stored any more, so nobody can be told."
_QUESTION = 1000
_ANSWER = 2500


def question(row: Exchange, asker: str, link: str) -> list[Json]:
    """What the experts read of a question: who asks, what, what Docent said, and where it stands."""
    where = [_words(" in "), _link(link, "this thread")] if link else []
    shown = [
        _run(_user(asker), _words(" needs you"), *where, _words(":")),
        _quote(row.question or "help", _QUESTION),
    ]
    if row.reply_text:
        shown += [_run(_words("I said:", italic=True)), _quote(row.reply_text, _ANSWER)]
    header: Json = {"type": "header", "text": _plain("A question for you")}
    return [header, {"type": "rich_text", "elements": shown}]


def post(row: Exchange, asker: str, channel: str, link: str, group: str = "") -> Json:
    """Arguments of ``chat.postMessage`` for the experts' channel; ``group``: of people who are called, empty for none."""
    hint = {"type": "context", "elements": [_plain("Answer in this thread, then press the button: I pass it on.")]}
    button = {
        "type": "button",
        "text": _plain("Mark resolved"),
        "action_id": action_ids.RESOLVE,
        "value": str(row.id),
        "style": "primary",
    }
    text = f"A question for you: {_cut(row.question, 300)}"
    called = {"type": "usergroup", "usergroup_id": group}
    calling = [{"type": "rich_text", "elements": [_run(called)]}] if group else []
    shown = [*question(row, asker, link), *calling, hint, {"type": "actions", "elements": [button]}]
    return outgoing.announced(channel, text, shown, f"asked {row.id}")


def resolved(row: Exchange, asker: str, link: str, by: str) -> Json:
    """The same message once it is resolved, without its button: text and blocks of ``chat.update``."""
    done = {"type": "rich_text", "elements": [_run(_words("Resolved by ", bold=True), _user(by))]}
    return {"text": f"Resolved: {_cut(row.question, 300)}", "blocks": [*question(row, asker, link), done]}


def closed(text: str, by: str) -> Json:
    """The message of a question that has been forgotten meanwhile, without its button."""
    done = {"type": "rich_text", "elements": [_run(_words(f"{text} Closed by "), _user(by))]}
    return {"text": text, "blocks": [done]}


def answered(row: Exchange, askers: tuple[str, ...], by: str, answer: str, link: str) -> tuple[str, list[Json]]:
    """The word back to whoever asked: text and blocks."""
    named = [element for asker in askers for element in (_user(asker), _words(" "))]
    where = [_words(" "), _link(link, "See it there.")] if link else []
    shown = [
        _run(*named, _user(by), _words(" has answered the question:"), *(where if not answer else ())),
        _quote(row.question or "help", _QUESTION),
    ]
    if answer:
        shown += [_run(_words("The answer:", italic=True), *where), _quote(answer, _ANSWER)]
    text = f"Your question has been answered: {_cut(row.question, 300)}"
    return text, [{"type": "rich_text", "elements": shown}]


def told(row: Exchange, place: tuple[str, str], text: str, blocks: list[Json]) -> Json:
    """Arguments of ``chat.postMessage`` for the word back. In: the channel or person, and the thread, empty for none."""
    channel, thread = place
    return outgoing.announced(channel, text, blocks, f"told {row.id}") | ({"thread_ts": thread} if thread else {})


def offer(answer_id: str) -> Json:
    """The ephemeral message that offers a human, for somebody whom an answer did not help."""
    value = action_ids.pack(answer_id, "")
    button = {"type": "button", "text": _plain("Ask a human"), "action_id": action_ids.ASK_HUMAN, "value": value}
    shown = [{"type": "section", "text": _plain(OFFER)}, {"type": "actions", "elements": [button]}]
    return {"response_type": "ephemeral", "replace_original": False, "text": OFFER, "blocks": shown}


def reply_in(messages: list[Json], root: str, by: str, bot_user: str) -> str:
    """What a thread of the experts says: the last words of whoever resolved it, or else of anybody; empty for none."""
    people = [
        one for one in messages if one.get("ts") != root and not one.get("bot_id") and one.get("user") != bot_user
    ]
    chosen = [one for one in people if one.get("user") == by] or people
    return plain(str(chosen[-1].get("text") or ""), bot_user) if chosen else ""


def _run(*elements: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(elements)}


def _quote(text: str, limit: int) -> Json:
    return {"type": "rich_text_quote", "elements": [_words(_cut(text, limit, lines=True) or "-")]}


def _words(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def _user(user: str) -> Json:
    return {"type": "user", "user_id": user} if user else _words("Somebody")


def _link(url: str, text: str) -> Json:
    return {"type": "link", "url": url, "text": text}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def _cut(text: str, limit: int, *, lines: bool = False) -> str:
    text = text.strip() if lines else " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
