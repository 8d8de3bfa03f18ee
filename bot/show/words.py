"""Text made safe to show anywhere: without control characters, measured as Slack measures, cut where a sentence ends."""

from __future__ import annotations

import re
import unicodedata

from bot.model.prose import Prose, Span

# What no reader sees: controls but the line feed, which terminals act on; lone surrogates, which cannot be sent; marks
# that reorder the text around them, which right-to-left letters do without; the byte order mark.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?\u3002](?=[\s\"')\]\u201d])|[.!?\u3002]$|\n")
ELLIPSIS = "\u2026"
EMPTY_CELL = "\u2013"


def clean(text: str) -> str:
    """The text as it may be shown: line ends as line feeds, tabs as a space, control characters and overrides gone."""
    if text.isprintable():
        return text  # the same, ten times as fast
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    """The text cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def clean_prose(prose: Prose) -> Prose:
    """The prose with every span cleaned, and empty spans left out; white space around the whole is dropped."""
    spans = [_with_text(span, text) for span in prose.spans if (text := clean(span.text))]
    while spans and not spans[0].text.lstrip():
        del spans[0]
    while spans and not spans[-1].text.rstrip():
        del spans[-1]
    if spans:
        spans[0] = _with_text(spans[0], spans[0].text.lstrip())
        spans[-1] = _with_text(spans[-1], spans[-1].text.rstrip())
    return Prose(tuple(spans))


def size(text: str) -> int:
    """Length in UTF-16 units: what Slack counts at the most, one for most characters and two for an emoji."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text, at most ``limit`` long: ended after a sentence where one ends late enough, else at a word, with "…"."""
    if size(text) <= limit:
        return text
    if limit < 1:
        return ""
    head, _ = divide(text, limit - 2)
    return f"{head.rstrip()} {ELLIPSIS}" if head.strip() else ELLIPSIS


def divide(text: str, limit: int) -> tuple[str, str]:
    """Two halves that make the text, the first at most ``limit`` long, divided behind a sentence or a word."""
    if size(text) <= limit:
        return text, ""
    end = min(len(text), max(limit, 0))
    while (over := size(text[:end]) - max(limit, 0)) > 0:
        end -= (over + 1) // 2
    window = text[:end]
    least = end // 2
    for match in reversed(list(_SENTENCE_END.finditer(window + text[end : end + 1]))):
        if least < match.end() <= end:
            return text[: match.end()], text[match.end() :]
    space = window.rfind(" ")
    if space >= least:
        return text[: space + 1], text[space + 1 :]
    return window, text[end:]


def divide_prose(prose: Prose, limit: int) -> tuple[Prose, Prose]:
    """Two halves that make the prose, the first at most ``limit`` long, styles kept."""
    room = limit
    for place, span in enumerate(prose.spans):
        if size(span.text) <= room:
            room -= size(span.text)
            continue
        head, tail = divide(span.text, room)
        first = prose.spans[:place] + ((_with_text(span, head),) if head else ())
        return Prose(first), Prose((_with_text(span, tail), *prose.spans[place + 1 :]))
    return prose, Prose()


def pieces(prose: Prose, limit: int) -> tuple[Prose, ...]:
    """The prose in pieces of at most ``limit``, nothing lost."""
    found = []
    rest = prose
    while rest:
        head, rest = divide_prose(rest, limit)
        if not head:
            break
        if head.plain.strip():
            found.append(head)
    return tuple(found)


def cut_prose(prose: Prose, limit: int) -> Prose:
    """The prose, at most ``limit`` long, with "…" where something is left out."""
    if size(prose.plain) <= limit:
        return prose
    head, _ = divide_prose(prose, max(limit - 2, 0))
    return head + Prose.of(f" {ELLIPSIS}"[-max(limit, 1) :])


def columns_wide(text: str) -> int:
    """Columns that a line takes on a terminal: two for wide East Asian characters and emoji, none for joined marks."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def _with_text(span: Span, text: str) -> Span:
    if text == span.text:
        return span
    return Span(text, bold=span.bold, italic=span.italic, code=span.code, strike=span.strike, link=span.link)
