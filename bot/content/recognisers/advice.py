"""Advice: what a choice between subjects depends on, and when to take which."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.content.names import Subjects
from bot.content.outline import Outline
from bot.content.recognisers.definition import definitions
from bot.content.sentences import cut, labelled, sentences, told_apart
from bot.content.words import without_pictures
from bot.content.work import Draft, Work
from bot.model.prose import Listing, Paragraph, Prose, Span, Table

_COUNSEL = r"(?:rule of thumb|recommendation|our advice|advice|tip|note|verdict|bottom line|tl;dr|conclusion|(?:(?:our|my|the|final) )?(?:pick|choice|decision))s?"
_ADVICE = re.compile(
    r"\b(?:choice|choosing|decision|decide|deciding|which (?:one )?to (?:choose|use|pick|take)|selection)\b.{0,160}\bdepend"
    r"|\bdepend(?:s|ing)?\b.{0,120}\b(?:use cases?|needs|requirements|situation|priorit(?:y|ies)|workload)"
    rf"|^(?:{_COUNSEL}\W+)?(?:so |if .{{1,120}}, )?"
    r"(?:choose|pick|use|prefer|take|go (?:with|for)|opt for|consider|avoid|stick with|hire|rent|buy|book|adopt)\b.{1,120}"
    r"\b(?:if|when|where|for|unless|whenever)\b"
    rf"|^(?:{_COUNSEL}\W+)?for\b.{{1,80}}\b(?:choose|pick|use|prefer|take|stay (?:with|on)|go (?:with|for))\b"
    r"|^(?:chosen|selected|preferred|recommended) (?:option|solution|alternative)\b"
    r"|^(?:we|the team) (?:chose|picked|selected|decided (?:on|for|to use)|went with|go with|go for|will use|take|recommend)\b"
    r"|^(?:if|when|for)\b.{1,160},\s*(?:you should\s+)?(?:choose|pick|use|prefer|take|go|stay|opt for|consider)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(
    r"^(?:when|where|why|how) (?:should (?:you|we|i) |to )?(?:use|choose|pick|prefer|select|decide|take)\b"
    r"|^(?:which|what|who|whom) (?:one |should |to ).{0,40}\b(?:choose|use|pick|take|hire|buy|rent)\b|^(?:choosing|rule of thumb)\b"
    r"|^(?:so,? )?which (?:one|of them)(?: when| now| then)?\W*$|^(?:so,? )?(?:which|what) (?:should|do|shall) (?:we|i|you)\b"
    r"|^(?:use|choose|pick|prefer|take|go (?:with|for)|opt for|stick with) (?!cases?\b)\S.{0,40}$"
    r"|^what (?:we|i|you should|to) (?:recommend|advise|suggest|choose|pick|take|use)\b"
    r"|^(?:(?:our|my|the|team|final|general) )?(?:advice|recommendations?|verdict|bottom line|conclusions?|rules? of thumb)$",
    re.IGNORECASE,
)


_DO_IF = re.compile(r"(\w+)(?: \w+)? (?:if|when|unless|where)\b", re.IGNORECASE)
"""Advice to do what is named after its doing: "Rent if you …" of "Renting"."""


_ARROW = re.compile(r"\s*(?:\u2192|->|=>|\u21d2|\u27a1\ufe0f?)\s*")
"""What leads from a situation to what is right for it: "Much traffic -> Foo"."""
_LABEL = re.compile(rf"{_COUNSEL}\W+", re.IGNORECASE)
_TURN = re.compile(r"[,;]\s+(?:and\s+|but\s+)?")
_SUITS = re.compile(r"\s+(?:for|where|when|whenever|if|wherever)\b")
_FEWEST = 2


_THEN = re.compile(r"(?:if|when|for)\b.{3,160}?(?::|\u2192|->|=>)\s*([^:]{1,40}?)\.?", re.IGNORECASE | re.DOTALL)
"""A situation, and behind a colon nothing but what is right for it: "If devs write it: Foo"."""


def is_heading(text: str) -> bool:
    """Whether a heading says that what stands below it is advice: "When to use X"."""
    return _HEADING.search(text) is not None


def is_counsel(label: str) -> bool:
    """Whether a label says that advice, and nothing else, stands behind it: "Rule of thumb"."""
    return re.fullmatch(_COUNSEL, label, re.IGNORECASE) is not None


def subjects_of(text: str, subjects: Subjects) -> tuple[str, ...] | None:
    """The subjects that a piece of advice names; None where the sentence gives none or names none."""
    if _ADVICE.search(text):
        return subjects.named(text) or None
    if (told := _THEN.fullmatch(text.strip())) and (named := subjects.several(told.group(1).strip(" .*"))):
        return named
    if pointed := _pointed(text, subjects):
        return pointed
    first = _DO_IF.match(text)
    done = subjects.doer(first.group(1).casefold()) if first else None
    return (done,) if done else None


def recognise(work: Work) -> None:
    """Take what stands in lists under "When to use X" and "Which to choose"."""
    _led_in(work)
    _tables(work)
    _in_turn(work)
    defined = {section.line for section in definitions(work.outline)}
    for number, at, section, block in list(work.free()):
        # The title speaks of the whole document: under "Choosing a database" not everything is advice.
        headings = [
            heading for heading in section.path if heading not in {work.outline.title, *_over_all(work.outline)}
        ]
        over = next((heading for heading in reversed(headings) if is_heading(heading)), None)
        if section.line in defined or not isinstance(block.part, Listing | Paragraph):
            continue
        if over is None:
            over = section.heading if _all_advise(block.part, work.subjects) else None
        if over is None:
            continue
        about = work.subjects.named(" ".join(section.path[section.path.index(over) :] if over else ()))
        if isinstance(block.part, Paragraph):
            if block.part.prose.plain.rstrip().endswith(":"):
                continue
            statements = told_apart(block)
            about = about or work.subjects.named(block.part.prose.plain)
        else:
            statements = _whole(block.part, block.lines)
        drafts = []
        for prose, first, last in statements:
            label, rest = labelled(prose)
            named = _chosen(prose.plain, work.subjects) or work.subjects.named(prose.plain) or about
            spans = work.subjects.spans(rest.plain)
            if label and spans and _SAYS_TAKE.fullmatch(rest.plain[: spans[0][1]]):
                # "Long journeys: bar" says of bar what stands before it.
                named, label, rest = work.subjects.named(rest.plain), "", prose
            drafts.append(Draft("advice", named, label, rest, work.outline.source(section, first, last)))
        compared = work.grids[0].subjects if work.grids else ()
        if over and sum(bool(draft.subjects) for draft in drafts) * 2 > len(drafts) > 1:
            # "Do not change it in summer" is said of all, where most advise on one of them.
            drafts = [draft if draft.subjects else replace(draft, subjects=compared) for draft in drafts]
        if all(draft.subjects for draft in drafts):
            work.taken.add((number, at))
            work.drafts.extend(drafts)


def _chosen(text: str, subjects: Subjects) -> tuple[str, ...]:
    """What a piece of advice says to take, whatever else it speaks of: "few foos: take bar"; empty where it does not say."""
    found = _TAKE.search(text)
    return subjects.named(found.group(1)) if found else ()


_TAKE = re.compile(
    r"\b(?:choose|pick|use|prefer|take|go (?:with|for)|opt for|stick with|start with)\b(.+?)(?:[;.,:]|$|\b(?:if|when|where|for|unless|whenever)\b)",
    re.IGNORECASE,
)


_SAYS_TAKE = re.compile(
    r"\W*(?:(?:use|take|choose|pick|prefer|stay with|go (?:with|for)|stick with)\s+)?(?:(?:the|an?)\s+)?", re.IGNORECASE
)


def _over_all(outline: Outline) -> tuple[str, ...]:
    """The heading that stands over everything else, whatever the document is titled elsewhere."""
    top = [section.heading for section in outline.sections if section.level == 1]
    return tuple(top) if len(top) == 1 else ()


def _all_advise(part: Listing | Paragraph, subjects: Subjects) -> bool:
    """Whether each item of a list is advice by itself, whatever stands over it."""
    return isinstance(part, Listing) and all(
        item.depth or subjects_of(item.prose.plain, subjects) or _points_at(item.prose.plain, subjects)
        for item in part.items
    )


def _points_at(text: str, subjects: Subjects) -> bool:
    """Whether an arrow leads to nothing but subjects."""
    return bool(_pointed(text, subjects))


def _pointed(text: str, subjects: Subjects) -> tuple[str, ...]:
    """The subjects that an arrow leads to, be it by what is done: "little money -> rent"."""
    parts = _ARROW.split(text)
    last = parts[-1].strip(" .*") if len(parts) > 1 else ""
    done = subjects.doer(last.casefold()) if last else None
    return (done,) if done else subjects.several(last) if last else ()


def _in_turn(work: Work) -> None:
    """Take paragraphs that say of one after the other what it is for: "Foo for this, Bar where that is needed"."""
    for number, at, section, block in list(work.free()):
        found = list(sentences(block))
        told = [_clauses(one.prose, work.subjects) for one in found]
        if not any(told) or not all(
            told_ or work.subjects.named(one.prose.plain) for told_, one in zip(told, found, strict=True)
        ):
            continue
        work.taken.add((number, at))
        for one, clauses in zip(found, told, strict=True):
            place = work.outline.source(section, one.first_line, one.last_line)
            for named, prose in clauses or [(work.subjects.named(one.prose.plain), one.prose)]:
                work.drafts.append(Draft("advice", named, "", prose, place))


def _clauses(prose: Prose, subjects: Subjects) -> list[tuple[tuple[str, ...], Prose]]:
    """The clauses of a sentence that each begin with a subject and what it is for; none where it is not made of such."""
    plain = prose.plain
    spans = {start: (subject, end) for subject, start, end in subjects.spans(plain)}
    label = _LABEL.match(plain)
    first = label.end() if label else 0
    starts = [first, *(turn.end() for turn in _TURN.finditer(plain))]
    begun = [at for at in starts if at in spans and _SUITS.match(plain, spans[at][1])]
    if len(begun) < _FEWEST or begun[0] != first:
        return []
    ends = [*begun[1:], len(plain)]
    return [
        ((spans[at][0],), cut(prose, at, len(plain[:end].rstrip(" ,;")))) for at, end in zip(begun, ends, strict=True)
    ]


def _tables(work: Work) -> None:
    """Take tables of which a column says what to choose for what stands in the first."""
    for number, at, section, block in list(work.free()):
        table = block.part
        if not isinstance(table, Table):
            continue
        headers = [without_pictures(header.plain) for header in table.header]
        telling = next(
            (column for column, header in enumerate(headers) if column and work.outline.columns.tells_winner(header)), 0
        )
        named = [work.subjects.named(row[telling].plain) for row in table.rows]
        if not telling or sum(map(bool, named)) * 2 <= len(named):
            continue
        work.taken.add((number, at))
        everybody = tuple(dict.fromkeys(each for some in named for each in some))
        for row, some, lines in zip(table.rows, named, block.lines[1:], strict=False):
            alone = work.subjects.several(without_pictures(row[telling].plain))
            rest = [cell for column, cell in enumerate(row) if column and cell and not (column == telling and alone)]
            said = row[0]
            for cell in rest:
                said = said + Prose.of(": ") + cell if cell.plain.strip() else said
            work.drafts.append(Draft("advice", some or everybody, "", said, work.outline.source(section, *lines)))


_LEAD_IN = re.compile(
    r"^(?:use|choose|pick|prefer|take|go (?:with|for)|opt for|consider|stick with|avoid)\b"
    r"|\b(?:makes sense|is (?:the |a |an )?(?:\w+ )?(?:best|good|right|better|ideal|choice|fit|suited|option))\b",
    re.IGNORECASE,
)
_LEAD_WORDS = 9


def _led_in(work: Work) -> None:
    """Take lists behind half a sentence, "Use Foo when:", of which each item is the other half."""
    for number, at, section, block in list(work.free()):
        before = section.blocks[at - 1].part if at else None
        if not isinstance(block.part, Listing) or not isinstance(before, Paragraph) or (number, at - 1) in work.taken:
            continue
        lead = before.prose.plain.strip().rstrip(":").rstrip()
        named = work.subjects.named(lead)
        if len(named) != 1 or len(lead.split()) > _LEAD_WORDS or lead[-1] in ".!?" or not _LEAD_IN.search(lead):
            continue
        work.taken.update({(number, at), (number, at - 1)})
        for prose, first, last in _whole(block.part, block.lines):
            plain = prose.plain.strip().rstrip(",;")
            inside = cut(prose, 1, len(plain)) if plain[1:2].islower() else cut(prose, 0, len(plain))
            said = Prose.of(f"{lead} {plain[:1].lower() if plain[1:2].islower() else ''}") + inside
            work.drafts.append(Draft("advice", named, "", said, work.outline.source(section, first, last)))


def _whole(listing: Listing, lines: tuple[tuple[int, int], ...]) -> list[tuple[Prose, int, int]]:
    merged: list[tuple[Prose, int, int]] = []
    for item, (first, last) in zip(listing.items, lines, strict=True):
        if item.depth and merged:
            prose, begin, end = merged[-1]
            merged[-1] = (prose + Prose((Span("\n"),)) + item.prose, begin, max(end, last))
        else:
            merged.append((item.prose, first, last))
    return merged
