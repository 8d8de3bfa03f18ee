"""The pieces that answers share: a table of cells, a list of statements, sources, names in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import listed, name
from bot.model.facts import Fact
from bot.model.prose import Column, Columns, Item, Listing, Prose, Span, Table
from bot.model.source import Source


def sources(facts: Iterable[Fact]) -> tuple[Source, ...]:
    """Where facts stand, each place once and in the order of the documents; neighbouring lines become one place."""
    joined: list[Source] = []
    for place in sorted({fact.source for fact in facts}, key=lambda s: (s.file, s.first_line)):
        last = joined[-1] if joined else None
        near = last is not None and (last.file, last.heading) == (place.file, place.heading)
        if last is not None and near and place.first_line <= last.last_line + 1:
            joined[-1] = Source(last.file, last.heading, last.first_line, max(last.last_line, place.last_line))
        else:
            joined.append(place)
    return tuple(joined)


def fact_prose(fact: Fact) -> Prose:
    """A statement with its label in front, in bold; a cell without its row's name."""
    if not fact.label or fact.kind in ("cell", "analogy", "contrast", "advice", "passage"):
        return fact.prose
    if not fact.prose:
        return Prose.of(fact.label, bold=True)
    if fact.kind == "point" and fact.prose.plain.casefold().startswith(fact.label.casefold()):
        return fact.prose
    return Prose.of(fact.label, bold=True) + Prose.of(": ") + fact.prose


def stated(fact: Fact, catalogue: Catalogue) -> Prose:
    """A statement with the subject that it is about in front, in bold."""
    names = listed([name(subject, catalogue) for subject in fact.subjects])
    return Prose.of(names, bold=True) + Prose.of(": ") + fact_prose(fact) if names else fact_prose(fact)


def ended(prose: Prose) -> Prose:
    """Prose that ends as a sentence does."""
    text = prose.plain.rstrip()
    return prose if not text or text[-1] in ".!?:…" else Prose((*prose.spans, Span(".")))


def listing(facts: Iterable[Fact], catalogue: Catalogue, *, named: bool) -> Listing:
    """Statements as a list, each with its subject in front where ``named``."""
    return Listing(tuple(Item(stated(fact, catalogue) if named else fact_prose(fact)) for fact in facts))


def table(catalogue: Catalogue, subjects: Sequence[str], aspects: Sequence[str]) -> Table | None:
    """Rows of a comparison for some subjects and aspects; None where no row has a cell."""
    comparison = catalogue.comparison(tuple(subjects)) or catalogue.comparison((), aspects[0] if aspects else "")
    if comparison is None:
        return None
    headers = dict(zip(comparison.subjects, comparison.headers, strict=False))
    head = (comparison.corner or "", *(headers.get(subject, name(subject, catalogue)) for subject in subjects))
    rows = []
    for aspect in aspects:
        cells = [catalogue.cell(aspect, subject) for subject in subjects]
        if any(cells):
            label = next((cell.label for cell in cells if cell), aspect)
            rows.append((Prose.of(label, bold=True), *(cell.prose if cell else Prose() for cell in cells)))
    return Table(tuple(Prose.of(text) for text in head), tuple(rows)) if rows else None


def columns(titles: Sequence[str], lists: Sequence[Sequence[Fact]]) -> Columns:
    """Statements side by side, a column for each title."""
    return Columns(
        tuple(
            Column(title, tuple(fact_prose(fact) for fact in facts)) for title, facts in zip(titles, lists, strict=True)
        )
    )
