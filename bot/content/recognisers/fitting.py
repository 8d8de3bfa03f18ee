"""What a subject is good for, and what not: lists under "Good when", "Not so good when", "Use it if", a piece of advice each."""

from __future__ import annotations

import re

from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose

_WHEN = re.compile(
    r"(?:(?:it(?:'s| is) )?(?:a |an |the |not |less |very |most |so |quite |really )*"
    r"(?:good|great|best|bad|poor|suitable|suited|ideal|perfect|worth it|right|wrong|works?|shines|struggles)"
    r"(?: choice| fit| idea| match| well| best| badly)*|(?:use|choose|pick|take|prefer|avoid|skip|don't use|do not use)(?: it| this)?)"
    r" (?:when|if|for|where)",
    re.IGNORECASE,
)


def recognise(work: Work) -> None:
    """Take such lists where a heading above names a subject; each item says with its heading when to take it, or not."""
    for number, at, section, block in list(work.free()):
        if not isinstance(block.part, Listing) or len(section.path) < _DEEP:
            continue
        before = section.blocks[at - 1].part if at else None
        lead = before.prose.plain if isinstance(before, Paragraph) else section.heading
        owner = work.subjects.resolve(section.path[-2] if lead == section.heading else section.heading)
        lead = lead.strip(" :").replace("\u2019", "'")
        if owner is None or not _WHEN.fullmatch(lead):
            continue
        work.taken.update({(number, at), *([(number, at - 1)] if isinstance(before, Paragraph) else [])})
        for item, lines in zip(block.part.items, block.lines, strict=True):
            said = Prose.of(f"{lead} ") + item.prose
            work.drafts.append(Draft("advice", (owner,), "", said, work.outline.source(section, *lines)))


_DEEP = 2
"""Headings over such a list: the subject's, and its own."""
