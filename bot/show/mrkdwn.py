"""Prose as a Slack text object: mrkdwn where its styles can be kept without a trap, plain text where they cannot.

mrkdwn has no escape for ``*``, ``_``, ``~`` and backticks, and turns ``:name:`` into an emoji. A text that holds one of
these is shown as plain text, which Slack shows as it stands.
"""

from __future__ import annotations

import re

from bot.model.prose import Prose, Span
from bot.show.words import clean, clean_prose, size

_TRAPS = re.compile(r"[*_~`]|:[\w+'-]+:|^\s*>", re.MULTILINE)
_LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s<>|\"]*", re.IGNORECASE)
_LINK_LIMIT = 3000


def escape(text: str) -> str:
    """The text so that nothing in it pings or links: ``&``, ``<`` and ``>`` as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def safe_link(link: str) -> str:
    """The address if people may be led there (http, https, mailto), else an empty text."""
    if not link:
        return ""
    sound = len(link) <= _LINK_LIMIT and link == clean(link) and _LINK.fullmatch(link)
    return link if sound else ""


def text_object(prose: Prose, limit: int) -> dict[str, object] | None:
    """A text object of at most ``limit`` characters, or None if the prose is empty or longer than that."""
    prose = clean_prose(prose)
    if not prose:
        return None
    styled = any(span.bold or span.italic or span.strike or span.code or safe_link(span.link) for span in prose.spans)
    if styled and not any(_TRAPS.search(span.text) for span in prose.spans):
        text = "".join(map(_span, prose.spans))
        if size(text) <= limit:
            return {"type": "mrkdwn", "text": text, "verbatim": True}
    return {"type": "plain_text", "text": prose.plain, "emoji": False} if size(prose.plain) <= limit else None


def _span(span: Span) -> str:
    # A mark counts only where it touches the words, so white space stays outside of it.
    inner = span.text.strip()
    if not inner or "\n" in inner:
        return escape(span.text)
    before, after = span.text.split(inner, 1)
    text = escape(inner)
    if span.code:
        text = f"`{text}`"
    if link := safe_link(span.link):
        text = f"<{escape(link)}|{text}>"
    for wanted, mark in ((span.strike, "~"), (span.italic, "_"), (span.bold, "*")):
        if wanted:
            text = f"{mark}{text}{mark}"
    return f"{before}{text}{after}"
