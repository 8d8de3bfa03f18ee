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


_PAYS = re.compile(
    r"when (.{2,40}?) ((?:does not |do not |doesn't |don't )?(?:pays? off|makes? sense|fits?|works?(?: best| well)?)"
    r"|(?:is|are) (?:not )?(?:the |a )?(?:right|good|best|better|wrong|bad|worth it|enough)(?: choice| fit| idea)?)",
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
        if (found := _PAYS.fullmatch(lead)) and (named := work.subjects.resolve(found.group(1))):
            # "When a foo pays off" over what makes it pay off.
            owner, lead = named, f"{found.group(1)[:1].upper()}{found.group(1)[1:]} {found.group(2)} when"
        elif owner is None or not _WHEN.fullmatch(lead):
            continue
        work.taken.update({(number, at), *([(number, at - 1)] if isinstance(before, Paragraph) else [])})
        for item, lines in zip(block.part.items, block.lines, strict=True):
            said = Prose.of(f"{lead} ") + item.prose
            work.drafts.append(Draft("advice", (owner,), "", said, work.outline.source(section, *lines)))


_DEEP = 2
"""Headings over such a list: the subject's, and its own."""
