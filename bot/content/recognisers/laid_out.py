"""Comparisons without a table: under each heading or label the same names again, or in each item every side by name.

"### Speed" over "**Foo:** fast" and "**Bar:** slow", "## Foo" over "**Speed:** fast", and "- **Speed**: Foo is fast, while
Bar is slow" all say what a table of Foo and Bar would say in its row on speed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.joined_names import split_name
from bot.content.leaves import Leaf, leaves
from bot.content.names import Mention, Subjects
from bot.content.outline import Outline
from bot.content.polarity import announced
from bot.content.recognisers import advice, glossary, introduced
from bot.content.recognisers.analogy import is_analogy, is_picture
from bot.content.recognisers.definition import is_definition, name_of
from bot.content.recognisers.whys import asks_why
from bot.content.sides import halves
from bot.content.words import key
from bot.content.work import Draft, Grid, Work
from bot.model.prose import Listing, Prose

Key = tuple[str, ...]

# Names that stand in many documents and are no dimension of anything.
_ASIDES = frozenset(
    """note notes tip tips hint warning caution important example examples source sources link links reference q a question
    answer step fyi update todo remark info see also further reading""".split()
)
_LISTED = frozenset({"example", "examples"})
"""Asides that are rows where each side has its own."""
_OPEN = re.compile(
    r"^(?:(?:a |the |short |quick |brief |general |two |three |both )*(?:overview|introduction|intro|background|basics|summary|at a glance"
    r"|tl;?dr|definitions?|description|short version|contenders|candidates|options|players)\b"
    r"|.*\bin a nutshell|what (?:is|are) |who(?:'s| is) who|meet )",
    re.IGNORECASE,
)
"""Headings over what things are, and not over what they are like in one respect."""
_WHOLE = re.compile(
    r"(?:the |a |key |main |quick )*(?:comparison|comparing|differences?|side by side|head to head)\b", re.IGNORECASE
)
"""Headings over all in which the sides differ, and no row by themselves."""
_ARTICLE = re.compile(r"(?:is |are )?(?:an?|the) ", re.IGNORECASE)
_ROW_WORDS = 7
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The leaves that make a comparison, each with the name of its subject and of its row."""

    sides: tuple[tuple[str, str, Leaf], ...] = ()


def mentions(outline: Outline, subjects: Subjects) -> None:
    """Make subjects of the names that stand again and again, where these lay out a comparison."""
    for side, _, leaf in layout(outline, subjects).sides:
        source = outline.source(leaf.section, leaf.section.line, leaf.section.line)
        subjects.add(Mention(name_of(side), source, f"{outline.file}/sides"))


def recognise(work: Work) -> None:
    """Take what is laid out so: a cell for each side of each row, and the whole as a comparison."""
    rows: list[tuple[str, str, Prose, Leaf]] = []
    for side, row, leaf in layout(work.outline, work.subjects).sides:
        subject = work.subjects.resolve(name_of(side))
        if subject and not set(leaf.blocks) & work.taken:
            rows.append((subject, row, leaf.prose, leaf))
    apart = _told_apart(work)
    rows += [(subject, leaf.inner, prose, leaf) for leaf in apart for subject, prose in _halves(leaf, work)]
    alone = _of_one(work, apart)
    rows += alone
    rows = [(subject, _respect(row), prose, leaf) for subject, row, prose, leaf in rows]
    kept = {(subject, key(row)): (subject, row, prose, leaf) for subject, row, prose, leaf in reversed(rows)}
    for subject, row, prose, leaf in reversed(kept.values()):
        place = work.outline.source(leaf.section, *leaf.lines)
        work.drafts.append(Draft("cell", (subject,), row, prose, place, row=row))
    if rows:
        work.taken.update(block for _, _, _, leaf in rows for block in leaf.blocks)
        both = _of_both(work, apart, alone)
        _left_over(work, [leaf for _, _, _, leaf in rows] + [leaf for _, _, leaf in both])
        _grid(work, [(subject, row, leaf) for subject, row, _, leaf in rows] + both)
    _definitions(work)


def _respect(row: str) -> str:
    """What a heading that asks is about: "Who is cheaper?" is a row on what is cheaper."""
    told = _ASKING.sub("", row.strip(" ?")) if row.rstrip().endswith("?") else row
    return f"{told[:1].upper()}{told[1:]}" or row


_ASKING = re.compile(
    r"^(?:who|which(?: one| of them)?|what|how)(?:'s|\s+(?:is|are|can|may|does|do|will|about))?\s+(?:the\s+)?",
    re.IGNORECASE,
)


def layout(outline: Outline, subjects: Subjects) -> Layout:
    """The comparison that a document lays out in headings and labels.

    Names that are known as subjects decide which way it lies; where none are, the fewer names are the subjects.
    """
    found = [leaf for leaf in leaves(outline) if _compares(leaf, outline)]
    under = _counted((leaf.inner, leaf.outer) for leaf in found)
    shared = [leaf for leaf in found if under[key(leaf.inner)] >= _FEWEST]
    inner = {known for leaf in found if (known := subjects.resolve(leaf.inner))}
    outer = {known for leaf in shared if (known := subjects.resolve(name_of(leaf.outer)))}
    if len(inner) >= _FEWEST and len(inner) > len(outer):
        found = [leaf for leaf in found if subjects.resolve(leaf.inner) and (leaf.labelled or leaf in shared)]
        over = _counted((leaf.outer, subjects.resolve(leaf.inner) or "") for leaf in found)
        found = [leaf for leaf in found if over[key(leaf.outer)] >= _FEWEST]
        if len({key(leaf.outer) for leaf in found}) == 1 and all(_ARTICLE.match(leaf.prose.plain) for leaf in found):
            return Layout()
        return Layout(tuple((leaf.inner, leaf.outer, leaf) for leaf in found))
    if len(outer) >= _FEWEST:
        found = [leaf for leaf in shared if subjects.resolve(name_of(leaf.outer))]
        over = _counted((leaf.inner, subjects.resolve(name_of(leaf.outer)) or "") for leaf in found)
        return Layout(tuple((leaf.outer, leaf.inner, leaf) for leaf in found if over[key(leaf.inner)] >= _FEWEST))
    across = _counted((leaf.outer, leaf.inner) for leaf in shared)
    full = [leaf for leaf in shared if across[key(leaf.outer)] >= _FEWEST]
    rows, names = {key(leaf.outer) for leaf in full}, {key(leaf.inner) for leaf in full}
    if len(names) < _FEWEST or len(rows) < _FEWEST:
        return Layout()
    if len(names) < len(rows):
        return Layout(tuple((leaf.inner, leaf.outer, leaf) for leaf in full))
    return Layout(tuple((leaf.outer, leaf.inner, leaf) for leaf in full))


def _counted(pairs: Iterator[tuple[str, str]]) -> Counter[Key]:
    """How many different second names each first name stands with."""
    return Counter(first for first, _ in {(key(first), key(second)) for first, second in pairs})


def _compares(leaf: Leaf, outline: Outline) -> bool:
    """Whether both names may belong to a comparison."""
    return (
        _is_name(leaf.inner)
        and (_is_name(leaf.outer) or (leaf.labelled and leaf.outer.casefold() in _LISTED))
        and not _OPEN.match(leaf.inner)
        and not _opens(leaf, outline)
        and not advice.is_heading(leaf.outer)
        and key(leaf.outer) != key(leaf.inner)
        and not is_analogy(leaf.prose.plain)
    )


def _is_name(name: str) -> bool:
    words = key(name)
    return (
        bool(words)
        and not set(words) <= _ASIDES
        and len(split_name(name)[0].split()) <= _ROW_WORDS
        and not announced(name)
        and not is_definition(name)
        and not glossary.is_heading(name)
    )


def _opens(leaf: Leaf, outline: Outline) -> bool:
    """Whether the outer name stands over the whole document, or over what things are."""
    asked = _OPEN.match(leaf.outer) is not None and name_of(leaf.outer) == leaf.outer
    return leaf.outer == outline.title or asked


def _told_apart(work: Work) -> list[Leaf]:
    """Labelled statements, two or more, each of which tells the sides apart in its own clauses."""
    found = [
        leaf
        for leaf in leaves(work.outline)
        if not set(leaf.blocks) & work.taken
        and _is_name(leaf.inner)
        and not _OPEN.match(leaf.inner)
        and not asks_why(leaf.inner)
        and len(work.subjects.named(leaf.inner)) < _FEWEST
        and not is_picture(leaf.inner)
        and not _WHOLE.match(leaf.inner)
        and not introduced.defined_in(leaf.prose)
        and not advice.is_heading(leaf.inner)
        and not advice.is_heading(leaf.outer)
        and not is_analogy(leaf.prose.plain)
        and work.subjects.resolve(leaf.inner) is None
        and _halves(leaf, work)
    ]
    if any(_WHOLE.match(leaf.section.heading) for leaf in found):
        # Under "Differences" one that is told apart vouches for the rest.
        return found
    return found if len({key(leaf.inner) for leaf in found}) >= _FEWEST else []


def _of_one(work: Work, apart: Sequence[Leaf]) -> list[tuple[str, str, Prose, Leaf]]:
    """The rows of a list of differences that speak of one side alone, and begin with it."""
    listed = {block for leaf in apart for block in leaf.blocks}
    rows = []
    for leaf in leaves(work.outline):
        if set(leaf.blocks) <= listed and leaf not in apart and leaf.labelled and _is_name(leaf.inner):
            spans = work.subjects.spans(leaf.prose.plain)
            if spans and len(leaf.prose.plain[: spans[0][1]].split()) <= 1:
                rows.append((spans[0][0], leaf.inner, leaf.prose, leaf))
    return rows


def _of_both(
    work: Work, apart: Sequence[Leaf], alone: Sequence[tuple[str, str, Prose, Leaf]]
) -> list[tuple[str, str, Leaf]]:
    """The rows of a list of differences that do not tell the sides apart by name: what they say is said of both."""
    listed = {block for leaf in apart for block in leaf.blocks}
    sides = tuple(dict.fromkeys(subject for leaf in apart for subject, _ in _halves(leaf, work)))
    rows = []
    told = [*apart, *(leaf for _, _, _, leaf in alone)]
    for leaf in leaves(work.outline):
        if set(leaf.blocks) <= listed and leaf not in told and leaf.labelled and _is_name(leaf.inner):
            place = work.outline.source(leaf.section, *leaf.lines)
            work.drafts.append(Draft("contrast", sides, leaf.inner, leaf.prose, place))
            rows += [(subject, leaf.inner, leaf) for subject in sides]
    return rows


def _left_over(work: Work, used: Sequence[Leaf]) -> None:
    """Points of what stands in the same lists and is no row: "What it is", and what is told of one side alone."""
    listed = {block for leaf in used for block in leaf.blocks}
    places = {leaf.lines for leaf in used}
    owners: dict[tuple[int, int], str] = {}
    for leaf in leaves(work.outline):
        outer, inner = work.subjects.resolve(name_of(leaf.outer)), work.subjects.resolve(name_of(leaf.inner))
        subject, label = (outer, leaf.inner) if outer else (inner, leaf.outer)
        if not set(leaf.blocks) <= listed or not subject:
            continue
        if outer:
            owners |= dict.fromkeys(leaf.blocks, outer)
        if leaf.lines not in places and leaf.prose.plain:
            told = ("" if is_definition(label) else label, leaf.prose)
            work.drafts.append(Draft("point", (subject,), *told, work.outline.source(leaf.section, *leaf.lines)))
        places.add(leaf.lines)
    for (number, at), owner in owners.items():
        section = work.outline.sections[number]
        block = section.blocks[at]
        for item, lines in zip(block.part.items, block.lines, strict=True) if isinstance(block.part, Listing) else ():
            if not any(first <= lines[0] <= last for first, last in places):
                work.drafts.append(Draft("point", (owner,), "", item.prose, work.outline.source(section, *lines)))


def _halves(leaf: Leaf, work: Work) -> list[tuple[str, Prose]]:
    return halves(leaf.prose, work.subjects)


def _definitions(work: Work) -> None:
    """Take a list under "The options" of which each item says of a subject what it is."""
    found: dict[tuple[tuple[int, int], ...], list[Leaf]] = {}
    for leaf in leaves(work.outline):
        if leaf.labelled and not any(map(glossary.is_heading, leaf.section.path)):
            found.setdefault(leaf.blocks, []).append(leaf)
    for blocks, alike in found.items():
        if set(blocks) & work.taken or not all(work.subjects.resolve(leaf.inner) for leaf in alike):
            continue
        if not all(_opens(leaf, work.outline) or _ARTICLE.match(leaf.prose.plain) for leaf in alike):
            continue
        work.taken.update(blocks)
        for leaf in alike:
            place = work.outline.source(leaf.section, *leaf.lines)
            work.drafts.append(Draft("point", (work.subjects.resolve(leaf.inner) or "",), "", leaf.prose, place))


def _grid(work: Work, rows: Sequence[tuple[str, str, Leaf]]) -> None:
    """The whole as one comparison; where a table of the document has all of its subjects, as rows of that table."""
    subjects = tuple(dict.fromkeys(subject for subject, _, _ in rows))
    places = {row: work.outline.source(leaf.section, *leaf.lines) for _, row, leaf in reversed(rows)}
    named = tuple((row, places[row]) for row in dict.fromkeys(row for _, row, _ in rows))
    for at, grid in enumerate(work.grids):
        if set(subjects) <= set(grid.subjects):
            whole = (*grid.rows, *named)
            work.grids[at] = Grid(grid.heading, grid.corner, grid.subjects, grid.headers, whole, grid.source)
            return
    leaf = rows[0][2]
    last = max(each.lines[1] for _, _, each in rows)
    headers = tuple(work.subjects.called(subject) for subject in subjects)
    source = work.outline.source(leaf.section, leaf.lines[0], last)
    work.grids.append(Grid(work.outline.title, "", subjects, headers, named, source))
