"""The modal that quotes what an answer rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.model.source import Source
from bot.show.rich_text import preformatted
from bot.show.words import cut
from bot.slack.pages.modals import GONE, modal, plain, short

Json = dict[str, Any]

CHANGED = "The content has changed since this was answered. These are the lines as they are now."
NOT_AT_HAND = "This document is not at hand any more."
NOTHING = "This answer rests on no document."
_PLACES = 8
_LINES = 40
_QUOTE = 2500
_ALL = 9000


def source(sources: Iterable[Source], texts: Mapping[str, str], *, changed: bool = False, gone: bool = False) -> Json:
    """The lines of the documents, with their numbers.

    In: the sources of an answer; the texts of the content by file; whether the content has changed since; whether the
    answer is gone from it, so that its places are only named.
    """
    shown: list[Json] = []
    if gone or changed:
        shown.append({"type": "section", "text": plain(GONE if gone else CHANGED)})
    room = _ALL
    places = _places(sources)
    for (file, heading), lines in list(places.items())[:_PLACES]:
        named = f"{file}, \u201c{heading}\u201d" if heading else file
        shown.append({"type": "context", "elements": [plain(short(named))]})
        if gone:
            continue
        quoted = cut(_quoted(texts.get(file, ""), lines), min(_QUOTE, room))
        room -= len(quoted)
        shown += preformatted(quoted) or [{"type": "section", "text": plain(NOT_AT_HAND)}]
        if room < _QUOTE // 10:
            break
    return modal("source_modal", shown or [{"type": "section", "text": plain(NOTHING)}])


def _places(sources: Iterable[Source]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], set[int]] = {}
    for each in sources:
        last = min(each.last_line, each.first_line + _LINES)
        places.setdefault((each.file, each.heading), set()).update(range(each.first_line, last + 1))
    return {place: sorted(lines) for place, lines in places.items()}


def _quoted(text: str, wanted: list[int]) -> str:
    """The lines with their numbers, a sign where some are left out; empty where the text has none of them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    quoted: list[str] = []
    before = 0
    for number in [number for number in wanted if 0 < number <= len(lines)][:_LINES]:
        if before and number != before + 1:
            quoted.append("   \u2026")
        quoted.append(f"{number:4}  {lines[number - 1]}".rstrip())
        before = number
    return "\n".join(quoted)
