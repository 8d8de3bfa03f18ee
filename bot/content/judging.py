"""What a text says by itself of its side: a plus or minus before each item, a sentence that leads in to drawbacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.content.parts import Block
from bot.content.polarity import PLURALS, SIGNS, Polarity, announced
from bot.content.sentences import cut, sentences, stripped
from bot.model.prose import Item, Prose
from bot.text import words

_SIGN = re.compile(rf"\(?([{re.escape(''.join(SIGNS))}])\ufe0f?\)?\s+(?=\S)")
_NEGATIONS = frozenset("no not without few hardly never".split())


def signs(items: Sequence[Item]) -> tuple[tuple[Polarity, int], ...]:
    """For each item its side and the characters of its sign; nothing where an item of the list has none."""
    found = [_SIGN.match(item.prose.plain) for item in items]
    if not all(found):
        return ()
    return tuple((SIGNS[sign.group(1)], sign.end()) for sign in found if sign)


def led_in(before: Block | None) -> Polarity | None:
    """The side that the sentence in front of a list gives it: "It has drawbacks as well:"; None where it gives none."""
    last = list(sentences(before))[-1:] if before is not None else []
    plain = last[0].prose.plain.rstrip() if last else ""
    found = announced(plain.rstrip(":")) if plain.endswith(":") else None
    if found and len(found.polarities) == 1:
        # "What is not so good:", below what is good.
        return found.polarities[0]
    said = [word.text for word in words(plain)]
    sides = {PLURALS[word] for word in said if word in PLURALS}
    return next(iter(sides)) if plain.endswith(":") and len(sides) == 1 and not _NEGATIONS & set(said) else None


_TURNS = re.compile(
    r"(?:(?:the|one|a) (?:trouble|problem|catch|snag|flip side|downside|drawback|price)\b"
    r"|on the (?:other hand|minus side|downside|flip side)|less good|not so good)",
    re.IGNORECASE,
)


def turned(plain: str, side: Polarity) -> Polarity:
    """The side of a paragraph under a heading of one side: "The trouble starts when …" is no advantage."""
    return "disadvantage" if side == "advantage" and _TURNS.match(plain) else side


def in_turn(prose: Prose, side: Polarity) -> Iterator[tuple[Polarity, Prose]]:
    """A run of text at its "The bad side: …", each part with its side."""
    plain = prose.plain
    turns = [
        (match.start(1), match.end(), found.polarities[0])
        for match in _LABEL.finditer(plain)
        if (found := announced(match.group(1))) and len(found.polarities) == 1 and not found.subject
    ]
    starts = [(0, side), *((end, polarity) for _, end, polarity in turns)]
    ends = [*(start for start, _, _ in turns), len(plain)]
    for (start, polarity), end in zip(starts, ends, strict=True):
        yield polarity, stripped(cut(prose, start, end))


_LABEL = re.compile(r"(?<=[.!?;])\s+([A-Z][\w' ]{2,40}):\s")


_BOX = re.compile(r"\[([xX ])\]\s+")


def boxes(items: Sequence[Item]) -> list[tuple[Polarity, int]]:
    """The side of each item by its box, ticked or empty, and where its text begins; empty where an item has none."""
    found = [_BOX.match(item.prose.plain) for item in items]
    if not all(found):
        return []
    return [("disadvantage" if box.group(1) == " " else "advantage", box.end()) for box in found if box]
