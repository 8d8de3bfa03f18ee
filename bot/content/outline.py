"""A Markdown document as an outline: sections under their headings, every block with its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from bot.content import front_matter
from bot.content.admonitions import without_admonitions
from bot.content.columns import Columns
from bot.content.labels import divided
from bot.content.parts import Block, Heading, Rule, pieces_of, tokens_of
from bot.content.polarity import SIGNS, announced
from bot.content.sentences import labelled
from bot.content.words import key, without_pictures
from bot.model.problem import Problem
from bot.model.prose import Listing, Paragraph, Prose, Table
from bot.model.source import Source

LARGEST = 1024 * 1024
WIDEST = 50
_LABEL_WORDS = 8
_NUMBERING = re.compile(
    r"^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.):](?!\d)|\d{1,3}(?:\.\d{1,3})+|(?:step|part)\s+\d+\s*[:.)-]|q\d{0,2}\s?[:.)](?=\s))\s*",
    re.IGNORECASE,
)
_QUOTES = "\u201c\u201d\u201e\u2018\"'"
_DIVIDER = re.compile(r"^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


@dataclass(slots=True)
class Section:
    """What stands under one heading, up to the next."""

    heading: str
    """Plain text, without numbering and quotation marks; empty before the first heading."""
    level: int
    """1 to 6 for a heading, 7 for a label that stands in for one ("**Advantages**:"), 0 before the first."""
    line: int
    path: tuple[str, ...]
    """Headings from the outermost down to this one."""
    cited: str
    """The nearest real heading, as sources cite it."""
    numbered: bool = False
    bold: bool = False
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """One document."""

    file: str
    title: str
    tags: tuple[str, ...]
    sections: tuple[Section, ...]
    line_count: int
    columns: Columns

    def source(self, section: Section, first: int, last: int) -> Source:
        """The place of some lines of a section."""
        return Source(self.file, section.cited, min(first, self.line_count), min(last, self.line_count))


def read_outline(file: str, text: str, columns: Columns) -> tuple[Outline, tuple[Problem, ...]]:
    """Read a document. Never raises: what is wrong with it comes back as problems."""
    text = clean(text)
    if len(text.encode()) > LARGEST:
        problem = Problem(
            file, 1, "this file is larger than 1 MiB and was not read", "divide it into several overviews"
        )
        return Outline(file, PurePosixPath(file).stem, (), (), 1, columns), (problem,)
    lines = text.split("\n")
    matter, problems = front_matter.read(file, lines)
    body = without_admonitions("\n".join([""] * matter.lines + lines[matter.lines :]))
    count = max(1, len(lines) - (not lines[-1] and len(lines) > 1))
    sections = tuple(_under_traits(list(_sections(pieces_of(tokens_of(body))))))
    found = [*problems]
    for section in sections:
        for block in section.blocks:
            found.extend(_table_problems(file, lines, block))
    title = matter.title or next(
        (section.heading for section in sections if section.level == 1 and section.heading),
        next((section.heading for section in sections if section.heading), PurePosixPath(file).stem),
    )
    return Outline(file, title, matter.tags, sections, count, columns), tuple(found)


def clean(text: str) -> str:
    """One kind of line end, and no characters that cannot be written to a file."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return text.encode("utf-8", "replace").decode()


def heading_name(prose: Prose) -> str:
    """The name in a heading: no numbering, no quotation marks around it, no colon behind it."""
    name = _NUMBERING.sub("", " ".join(prose.plain.split()), count=1) or prose.plain.strip()
    # "👍 Foo" says which side of Foo stands below.
    bare = without_pictures(name)
    name = name if announced(name) and not announced(bare) else bare
    return name.strip(" :" + _QUOTES + "\u2019").replace("\u2019", "'")


def _sections(pieces: Iterator[Block | Heading | Rule]) -> Iterator[Section]:
    pieces = _marked(list(pieces))
    current = Section("", 0, 1, (), "")
    real: list[Section] = []
    labels: list[Section] = []
    for piece in _divided(pieces):
        if isinstance(piece, Rule):
            if labels:
                yield current
                labels = []
                current = _under(real, [], real[-1].heading if real else "", 0, current.line)
            continue
        if isinstance(piece, Heading):
            yield current
            labels = []
            name = heading_name(piece.prose)
            real = [section for section in real if section.level < piece.level]
            path = (*(section.heading for section in real), name)
            plain = piece.prose.plain
            current = Section(
                name,
                piece.level,
                piece.line,
                path,
                name,
                numbered=_NUMBERING.match(plain) is not None,
                bold=any(span.bold for span in piece.prose.spans),
            )
            real.append(current)
            continue
        label = _label(piece)
        if label:
            yield current
            labels = _open_labels(labels, label)
            current = _under(real, labels, label, 7, piece.first_line)
            labels.append(current)
            continue
        current.blocks.append(piece)
    yield current


def _under_traits(sections: list[Section]) -> list[Section]:
    """Put names behind an empty heading of traits under it, whatever their level: "## Advantages" before "# Foo".

    Names are headings that stand again behind another such heading; the first other heading ends the run.
    """
    real = [section for section in sections if 0 < section.level < LABEL_LEVEL]
    over: dict[int, tuple[str, ...]] = {}
    runs: dict[int, list[Section]] = {}
    for at, section in enumerate(real[:-1]):
        said = announced(section.heading)
        if not said or said.subject or section.blocks or real[at + 1].level > section.level:
            continue
        behind = real[at + 1 :]
        end = next((place for place, each in enumerate(behind) if announced(each.heading)), len(behind))
        runs[id(section)] = behind[:end]
    names = Counter(key(each.heading) for run in runs.values() for each in run)
    above: dict[int, Section] = {id(section): section for section in real}
    for owner, run in runs.items():
        for each in run:
            if names[key(each.heading)] < _TWICE:
                break
            over[id(each)] = above[owner].path
    current: Section | None = None
    for section in sections:
        if 0 < section.level < LABEL_LEVEL:
            current = section if id(section) in over else None
            if current is not None:
                section.path = (*over[id(section)], section.heading)
        elif current is not None:
            section.path = (*current.path, section.heading) if section.heading else current.path
    return sections


LABEL_LEVEL = 7
"""The level of labels that stand in for headings: those that are written as such lie below it."""
_TWICE = 2


def _marked(pieces: list[Block | Heading | Rule]) -> Iterator[Block | Heading | Rule]:
    """The pieces, and in a text without one heading those lines as headings that stand alone and read like one."""
    if any(isinstance(piece, Heading) or _bolded(piece) for piece in pieces):
        yield from pieces
        return
    for at, piece in enumerate(pieces):
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        part = piece.part if isinstance(piece, Block) else None
        plain = part.prose.plain.strip() if isinstance(part, Paragraph) else ""
        alone = isinstance(piece, Block) and piece.first_line == piece.last_line and isinstance(below, Block)
        said = [word for word in plain.split() if len(word) > _LIGHT]
        titled = bool(said) and all(word.lstrip("([")[:1].isupper() for word in said) and plain[-1].isalnum()
        if (
            alone
            and titled
            and len(plain.split()) <= _LABEL_WORDS
            and not announced(plain)
            and isinstance(part, Paragraph)
        ):
            assert isinstance(piece, Block)  # noqa: S101 - only blocks have parts
            yield Heading(2 if at else 1, part.prose, piece.first_line)
        else:
            yield piece


def _bolded(piece: Block | Heading | Rule) -> bool:
    part = piece.part if isinstance(piece, Block) else None
    return isinstance(part, Paragraph) and any(span.bold for span in part.prose.spans)


def _divided(pieces: Iterator[Block | Heading | Rule]) -> Iterator[Block | Heading | Rule]:
    before = ""
    for piece, behind in pairwise([*pieces, None]):
        if isinstance(piece, Heading):
            before = piece.prose.plain
        if isinstance(piece, Block):
            part = behind.part if isinstance(behind, Block) else None
            labelled_below = isinstance(part, Paragraph) and bool(labelled(part.prose)[0])
            yield from divided(piece, over=labelled_below and not announced(before))
        elif piece is not None:
            yield piece


def _under(real: list[Section], labels: list[Section], heading: str, level: int, line: int) -> Section:
    path = tuple(section.heading for section in (*real, *labels))
    if level:
        path = (*path, heading)
    return Section(heading, level or (real[-1].level if real else 0), line, path, real[-1].heading if real else "")


def _open_labels(labels: list[Section], label: str) -> list[Section]:
    """The labels that a new one stands under: "Foo" over "Pros", or "Pros" over "Foo", never two of a kind."""
    polar = announced(label) is not None
    kept = []
    for section in labels:
        if (announced(section.heading) is not None) == polar:
            break
        if any(isinstance(block.part, Listing | Table) for block in section.blocks):
            break
        if not polar and section.blocks:
            break
        kept.append(section)
    return kept


def _label(block: Block) -> str:
    """The name in a paragraph that stands in for a heading; empty where it is a paragraph like any other."""
    if not isinstance(block.part, Paragraph):
        return ""
    prose = block.part.prose
    plain = prose.plain.strip()
    if not plain or len(plain.split()) > _LABEL_WORDS or "\n" in plain:
        return ""
    spoken = [span for span in prose.spans if any(letter.isalnum() for letter in span.text)]
    if plain in SIGNS:
        return plain
    all_bold = bool(spoken) and all(span.bold for span in spoken)
    if plain[-1] in ".!?" and not (all_bold and (announced(plain) or plain[-1] == "?")):
        return ""
    if all_bold or (plain.endswith(":") and announced(plain.rstrip(":"))) or _titled(plain):
        return heading_name(prose)
    return heading_name(prose) if announced(plain) and len(plain.split()) == 1 else ""


def _titled(plain: str) -> bool:
    """Whether a line reads as a heading that lost its mark: "Choosing the Right Tool", each word of weight with a capital."""
    said = plain.split()
    heavy = [word for word in said if len(word) > _LIGHT]
    return (
        len(said) > _TWICE
        and said[0][:1].isupper()
        and plain[-1].isalnum()
        and len(heavy) > _TWICE
        and all(word[:1].isupper() and word.isalpha() for word in heavy)
    )


_LIGHT = 3
"""Letters of words that a heading may leave small."""


def _table_problems(file: str, lines: list[str], block: Block) -> Iterator[Problem]:
    if isinstance(block.part, Paragraph) and block.last_line > block.first_line:
        below = lines[block.first_line] if block.first_line < len(lines) else ""
        header = lines[block.first_line - 1]
        if "|" in header and "|" in below and _DIVIDER.match(below):
            yield Problem(
                file,
                block.first_line,
                f"this table was not read: its header has {_cells(header)} cells, the line under it {_cells(below)}",
                "give both lines the same number of cells",
            )
    if isinstance(block.part, Table):
        width = len(block.part.header)
        if width > WIDEST:
            yield Problem(
                file, block.first_line, f"this table has {width} columns, and at most {WIDEST} are read", "divide it"
            )
        for first, _ in block.lines[1:]:
            cells = _cells(lines[first - 1]) if first <= len(lines) else 0
            if cells > width:
                yield Problem(
                    file,
                    first,
                    f"this row has {cells} cells under a header of {width}, and what stands in the rest is lost",
                    r"write \| for a bar inside a cell",
                )


def _cells(line: str) -> int:
    line = line.strip().lstrip("> ")
    bars = len(re.findall(r"(?<!\\)\|", line))
    return bars + 1 - line.startswith("|") - (line.endswith("|") and not line.endswith(r"\|") and bars > 0)
