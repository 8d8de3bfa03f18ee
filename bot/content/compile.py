"""Compiling content: texts in, knowledge and its problems out. Nothing here reads a disk, and no text makes it raise."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

from bot.content import authors, enumerated, optioned, spoken, titles
from bot.content.aspects import Aspects, measuring
from bot.content.columns import Columns
from bot.content.joined_names import split_name
from bot.content.joins import join
from bot.content.names import Subjects
from bot.content.outline import Outline, clean, read_outline
from bot.content.parts import plain_of
from bot.content.phrasebook import read_phrasebook
from bot.content.recognisers import (
    advice,
    asked,
    comparative,
    comparison,
    definition,
    fitting,
    glossary,
    introduced,
    laid_out,
    likened,
    passage,
    pros_cons,
)
from bot.content.sentences import sentences
from bot.content.work import Draft, Work
from bot.model.facts import Comparison, Fact, Overview
from bot.model.knowledge import Knowledge
from bot.model.problem import Problem
from bot.model.prose import Listing
from bot.text import slug

RECOGNISERS = (
    comparison.recognise,
    asked.recognise,
    pros_cons.recognise,
    fitting.recognise,
    laid_out.recognise,
    glossary.recognise,
    likened.recognise,
    advice.recognise,
    definition.recognise,
    comparative.recognise,
    passage.recognise,
)
"""In order: each takes what it knows, and the last takes all that is left."""

_ID_WORDS = 6


def compile_content(
    knowledge: Mapping[str, str], intents: Mapping[str, str], built_in: Mapping[str, str] | None = None
) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Compile overviews and phrasings.

    Args:
        knowledge: Markdown texts by file name; a ``README.md`` is for editors and is left out.
        intents: YAML (and ``.jsonl``) texts by file name.
        built_in: the same, for what holds in every field; authors' files add to it or replace it.

    Returns:
        the knowledge, and all problems in the order of files and lines. With problems the knowledge holds whatever
        could be read.
    """
    problems: list[Problem] = []
    authored = read_phrasebook(intents, built_in or {})
    columns = Columns.of(authored.columns["aspects"], authored.columns["things"], authored.columns["winners"])
    outlines = []
    for name in sorted(knowledge):
        if _is_overview(name):
            outline, found = read_outline(name, knowledge[name], columns)
            outlines.append(outline)
            problems.extend(found)

    subjects = _subjects(outlines)
    authors.add_subjects(authored, subjects)
    spoken.abbreviated(subjects, authored.synonyms)
    ends = measuring(authored.families.values())
    amounts = {amount.word: amount.more for amount in authored.amounts}
    works = [Work(outline, subjects, ends, amounts) for outline in outlines]
    for work in works:
        for recognise in RECOGNISERS:
            recognise(work)
    drafts = [draft for work in works for draft in work.drafts]

    aspects = Aspects()
    for work in works:
        for grid in work.grids:
            for row, source in grid.rows:
                aspects.row(row, source)
    aspects.shorten()
    families = tuple(authored.families.values())
    authors.add_aspects(authored, aspects)
    aspects.abbreviate(authored.synonyms)
    aspects.adopt(families)
    joined = join(drafts, aspects, families)
    authors.add_aspects(authored, aspects, complain=True)
    aspects.adopt(families)
    aspects.weigh(authored.amounts)

    problems += [*authored.problems, *subjects.problems, *(found for work in works for found in work.problems)]
    compiled = Knowledge(
        tuple(
            Overview(o.file, o.title, o.source(o.sections[0], 1, o.line_count), o.tags) for o in outlines if o.sections
        ),
        subjects.finished(),
        aspects.finished(),
        _facts(drafts, joined),
        _comparisons(works, aspects),
        authored.phrasebook(),
        _version(knowledge, intents, built_in or {}),
    )
    return compiled, tuple(sorted(set(problems)))


def _is_overview(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in (".md", ".markdown") and path.stem.lower() != "readme"


def _subjects(outlines: list[Outline]) -> Subjects:
    """All subjects, from what names them most plainly to what only implies them."""
    subjects = Subjects()

    def shorten() -> None:
        for outline in outlines:
            comparison.shared_endings(outline, subjects)
            glossary.longer(outline, subjects)

    subjects.gather(
        (
            mention
            for outline in outlines
            for mention in (*comparison.mentions(outline), *pros_cons.mentions(outline), *glossary.mentions(outline))
        ),
        shorten,
    )
    for outline in outlines:
        comparison.headed(outline, subjects)
        comparison.parted(outline, subjects)
    for outline in outlines:
        named = [*titles.mentions(outline), *titles.told_apart(outline)]
        for mention in named:
            subjects.add_short(mention)
        if named:
            # "Gas hob or induction hob": of gas, too, it is told.
            subjects.share(list(dict.fromkeys(mention.text for mention in named)), named[0].source)
        for mention in (*enumerated.mentions(outline), *introduced.mentions(outline)):
            subjects.add_short(mention)
        laid_out.mentions(outline, subjects)
        definition.mentions(outline, subjects)
    for outline in outlines:
        found = list(pros_cons.unnamed(outline, subjects))
        for mention in found:
            subjects.add(mention)
        owners = list(pros_cons.owners(outline))
        if owners:
            subjects.share(list(dict.fromkeys(mention.text for mention in owners)), owners[0].source)
    for outline in outlines:
        definition.longer(outline, subjects)
        optioned.learn(outline, subjects)
    plain = []
    for outline in outlines:
        for section in outline.sections:
            plain.append(section.heading)
            name, inside = split_name(section.heading)
            owner = subjects.resolve(name)
            for short in inside if owner else ():
                subjects.alias(owner or "", short, outline.source(section, section.line, section.line), quiet=True)
            for block in section.blocks:
                if isinstance(block.part, Listing):
                    plain.append(plain_of(block.part))
                for sentence in sentences(block):
                    plain.append(sentence.prose.plain)
                    place = outline.source(section, sentence.first_line, sentence.last_line)
                    subjects.expand(sentence.prose.plain, place)
                    subjects.learn(sentence.prose.plain, place)
    subjects.acronyms(" ".join(plain))
    spoken.done(subjects, "\n".join(plain))
    spoken.told_to_do(subjects, "\n".join(plain))
    spoken.alone(subjects, "\n".join(plain))
    spoken.headed_otherwise(subjects, "\n".join(plain))
    return subjects


def _facts(drafts: list[Draft], joined: dict[int, tuple[str, ...]]) -> tuple[Fact, ...]:
    facts = []
    used: set[str] = set()
    seen: Counter[str] = Counter()
    for number, draft in enumerate(drafts):
        words = slug(draft.label or draft.prose.plain).split("-")[:_ID_WORDS]
        base = f"{draft.kind}/{'+'.join(draft.subjects) or 'all'}/{'-'.join(words)[:60]}"
        seen[base] += 1
        found = base if seen[base] == 1 else f"{base}-{seen[base]}"
        while found in used:
            seen[base] += 1
            found = f"{base}-{seen[base]}"
        used.add(found)
        facts.append(
            Fact(
                found,
                draft.kind,
                draft.subjects,
                draft.label,
                draft.prose,
                draft.source,
                joined.get(number, ()),
                draft.parts,
            )
        )
    return tuple(facts)


def _comparisons(works: list[Work], aspects: Aspects) -> tuple[Comparison, ...]:
    found = []
    used: set[str] = set()
    for work in works:
        for grid in work.grids:
            base = slug(grid.heading)
            name, count = base, 1
            while name in used:
                count += 1
                name = f"{base}-{count}"
            used.add(name)
            rows = tuple(dict.fromkeys(aspects.row(row, source) for row, source in grid.rows))
            found.append(Comparison(name, grid.heading, grid.corner, grid.subjects, grid.headers, rows, grid.source))
    return tuple(found)


def _version(*mappings: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for mapping in mappings:
        for name in sorted(mapping):
            for text in (name, mapping[name]):
                raw = clean(text).encode()
                digest.update(f"{len(raw)}:".encode() + raw)
        digest.update(b"|")
    return digest.hexdigest()
