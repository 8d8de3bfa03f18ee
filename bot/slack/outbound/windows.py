"""Modals and the App Home: shown in Slack's blocks, in plain text where Slack refuses them, and else with a private word."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.show.words import divide
from bot.slack.outbound import outgoing
from bot.slack.outbound.refusals import name_of
from bot.slack.pages.modals import plain
from bot.slack.parts import Parts

Json = dict[str, Any]
_LOG = logging.getLogger(__name__)
_PIECE = 2900
_PIECES = 60
_REFUSED = frozenset(
    {"invalid_arguments", "invalid_blocks", "invalid_blocks_format", "view_too_large", "block_mismatch"}
)
"""Slack has refused the view, and would take another."""


async def show(parts: Parts, view: Json, call: Callable[[Json], Awaitable[object]], answer_to: str = "") -> bool:
    """Show a view by one call; tells whether Slack took it, or the same as text.

    In: ``call`` opens, pushes, changes or publishes the view that it is given; ``answer_to``: a response address for a
    private word where nothing can be shown, empty for none.
    """
    why = ""
    for each in (view, as_text(view)):
        try:
            await call(each)
        except SlackApiError as error:
            why = name_of(error)
        else:
            return True
        if why not in _REFUSED:
            break
        _LOG.warning("Slack refused the blocks of a view: %s", why)
    reference = secrets.token_hex(4)
    _LOG.warning("a view could not be shown, reference %s: %s", reference, why)
    if answer_to:
        await parts.respond(answer_to, outgoing.unshown(reference) | {"replace_original": False})
    return False


def as_text(view: Json) -> Json:
    """The same view with nothing but its words; what can be pressed or filled in is gone."""
    words = "\n".join(line for block in view.get("blocks", ()) for line in _words(block))
    shown: list[Json] = []
    while words.strip() and len(shown) < _PIECES:
        piece, words = divide(words, _PIECE)
        if piece.strip():
            shown.append({"type": "section", "text": plain(piece.strip())})
    kept = {name: value for name, value in view.items() if name != "submit"}
    return kept | {"blocks": shown or [{"type": "section", "text": plain("\u2013")}]}


def _words(block: Json) -> Iterator[str]:
    if block.get("type") in ("actions", "input", "context_actions"):
        return
    for name in ("text", "fields", "elements"):
        yield from _lines(block.get(name))


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _lines(each)
    elif isinstance(part, dict):
        runs = part.get("elements")
        if isinstance(runs, list) and all(isinstance(run, dict) and "elements" not in run for run in runs):
            yield "".join(str(run.get("text") or "") for run in runs)
        elif isinstance(runs, list):
            yield from _lines(runs)
        elif isinstance(part.get("text"), str):
            yield part["text"]
        else:
            yield from _lines(part.get("text"))
