"""Subjects that a title names: "Foo vs Bar", "Foo or bar?", "Styles: Foo, Bar and Baz"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.joined_names import split_name, together
from bot.content.names import Mention
from bot.content.outline import Outline
from bot.content.polarity import announced
from bot.content.sentences import sentences
from bot.content.words import ARTICLES, form, key, without_pictures
from bot.model.prose import Listing, Paragraph, Table
from bot.text import words

_BEFORE = re.compile(
    r"^(?:(?:an? |the )?(?:key |main )?(?:comparing|comparison (?:of|between)|compar\w+|differences? between|choosing between"
    r"|choosing|deciding between|overview of|guide to|introduction to|should (?:you|we|i) \w+|when to use|what to \w+)\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:compared|comparison|explained|overview|guide|side by side|in comparison)$", re.IGNORECASE)
_PURPOSE = re.compile(r"\s+(?:for|in|at|on|with)\s.*$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:vs\.?|v/s|versus|or)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:vs\.?|v/s|versus|or)\s+", re.IGNORECASE)
_VERSUS = re.compile(r"\b(?:vs\.?|v/s|versus)(?=\s)", re.IGNORECASE)
_MOST = 6
_NAME_WORDS = 3
_TIMES = 2
"""Places beside the title that have to name what a title sets against each other."""


def mentions(outline: Outline) -> Iterator[Mention]:
    """What the title, or a heading with "vs" in it, sets side by side, as names of subjects; nothing where the rest of
    the document does not speak of each.
    """
    texts = _texts(outline)
    for section in outline.sections:
        heading = section.heading
        if not heading or section.level > 2 or not (heading == outline.title or _AGAINST.search(heading)):
            continue
        wholes = _whole(_sides(heading, texts), texts)
        parts = [_headed(part, outline) for part in wholes]
        if len(parts) >= 2 and all(_spoken(part, texts) or _spoken(short, texts) for part, short in _shortened(parts)):
            source = outline.source(section, section.line, section.line)
            for part, whole in zip(parts, wholes, strict=True):
                said = part if part == whole else f"{part} ({whole})"
                yield Mention(said, source, f"{outline.file}/{section.line}")


def _shortened(parts: list[str]) -> list[tuple[str, str]]:
    """Names with what sets them apart, where all end in the same word: the "Foo" of "Foo box or bar box"."""
    split = [part.split() for part in parts]
    alike = min(map(len, split)) > 1 and len({form(words_[-1].casefold()) for words_ in split}) == 1
    return [(part, " ".join(words_[:-1]) if alike else part) for part, words_ in zip(parts, split, strict=True)]


def told_apart(outline: Outline) -> Iterator[Mention]:
    """Headings that a list of differences sets against each other, each also by its first words: "Foo model" as "Foo".

    Nothing where that list does not speak of two of them in more than one place.
    """
    listed = [section for section in outline.sections if _DIFFERENCES.match(section.heading)]
    texts = [
        tuple(form(word.text) for word in words(item.prose.plain))
        for section in listed
        for block in section.blocks
        if isinstance(block.part, Listing)
        for item in block.part.items
    ]
    found = []
    for section in outline.sections:
        said = split_name(section.heading)[0].split()
        if not section.blocks or section in listed or not 0 < len(said) <= _NAME_WORDS or announced(section.heading):
            continue
        starts = (" ".join(said[:size]) for size in range(len(said), 0, -1))
        name = next((start for start in starts if _spoken(start, texts)), "")
        if name and name[:1].isupper():
            found.append((section, name))
    if len({key(name) for _, name in found}) == len(found) > 1:
        for section, name in found:
            whole = section.heading if key(name) == key(section.heading) else f"{section.heading} ({name})"
            yield Mention(whole, outline.source(section, section.line, section.line), f"{outline.file}/differences")


_DIFFERENCES = re.compile(r"(?:the |a |key |main |core |quick )*(?:differences?|comparison|comparing)\b", re.IGNORECASE)


def _sides(heading: str, texts: list[tuple[str, ...]]) -> list[str]:
    """The names in a heading, each with a capital where the first has one; none where it does not read so.

    "Foo or bar and baz" names two where the document speaks of "bar and baz".
    """
    said = without_pictures(heading).strip(" ?!.")
    pieces = reversed(re.split(r":\s+|\s[\u2013\u2014-]\s", said))
    for piece in sorted(pieces, key=lambda piece: _VERSUS.search(piece) is None):
        parts = [re.sub(r"^(?:an?|the)\s+", "", part, flags=re.IGNORECASE) for part in _parted(_bare(piece), texts)]
        if 1 < len(parts) <= _MOST and all(0 < len(part.split()) <= _NAME_WORDS for part in parts):
            raised = parts[0][:1].isupper()
            return [part[:1].upper() + part[1:] if raised and part.islower() else part for part in parts]
    return []


def _parted(piece: str, texts: list[tuple[str, ...]]) -> list[str]:
    sides = [side for side in _BETWEEN.split(piece) if side.strip()]
    if len(sides) < 2:
        return together(piece)
    return [part for side in sides for part in ([side.strip()] if _spoken(side, texts) else together(side))]


def _whole(parts: list[str], texts: list[tuple[str, ...]]) -> list[str]:
    """Names with the noun that the last one says for all, where the document says so: "Red and green boxes"."""
    noun = parts[-1].split()[-1] if parts and " " in parts[-1] else ""
    wholes = [f"{part} {noun}" if noun else part for part in parts]
    return [
        whole if _spoken(whole, texts) or key(whole) in texts else part
        for part, whole in zip(parts, wholes, strict=True)
    ]


def _headed(part: str, outline: Outline) -> str:
    """A name without what only the title says behind it, where a heading names the rest: "Foo and bar at home"."""
    headings = {key(section.heading) for section in outline.sections if section.heading != outline.title}
    said = part.split()
    starts = (said[:size] for size in range(len(said), 0, -1) if said[size - 1].casefold() not in ARTICLES)
    found = next((" ".join(start) for start in starts if key(" ".join(start)) in headings), part)
    # "Foo and bar for X" are foo and bar.
    return _PURPOSE.sub("", found) if found == part else found


def _bare(piece: str) -> str:
    return _BEHIND.sub("", _BEFORE.sub("", piece.strip())).strip(" ?!.")


def _spoken(name: str, texts: list[tuple[str, ...]]) -> bool:
    """Whether enough places of a document name it."""
    wanted = key(name)
    size = len(wanted)
    times = sum(any(text[at : at + size] == wanted for at in range(len(text) - size + 1)) for text in texts)
    return bool(size) and times >= _TIMES


def _texts(outline: Outline) -> list[tuple[str, ...]]:
    """What stands beside the title, as forms of words: each heading, sentence, item and cell."""
    found = [section.heading for section in outline.sections if section.heading != outline.title]
    for section in outline.sections:
        for block in section.blocks:
            match block.part:
                case Paragraph():
                    found += [sentence.prose.plain for sentence in sentences(block)]
                case Listing(items):
                    found += [item.prose.plain for item in items]
                case Table(header, rows):
                    found += [cell.plain for row in (header, *rows) for cell in row]
                case _:
                    pass
    return [tuple(name for word in words(text) if (name := form(word.text)) not in ARTICLES) for text in found]
