"""Checks of the content that need the whole core: every answer can be shown, and every authored phrasing is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, permutations
from typing import TypeVar

from bot.catalogue.examples import Example, examples
from bot.catalogue.lookups import Catalogue
from bot.docent import Docent
from bot.expectations import unmet
from bot.model.dialogue import Reply
from bot.model.facts import Fact
from bot.model.meaning import IntentName, Meaning
from bot.model.problem import Problem
from bot.model.prose import Columns, Table
from bot.model.source import Source
from bot.show import blocks
from bot.show.brief import beginning, brief
from bot.show.limits import violations
from bot.show.surfaces import PROFILES, ROOM, SURFACES, Surface

AGREEING: dict[IntentName, frozenset[str]] = {
    "compare": frozenset({"difference"}),
    "difference": frozenset({"compare"}),
    "aspect": frozenset({"verdict", "fact", "recommend", "why"}),
    "verdict": frozenset({"aspect", "confirm", "recommend"}),
    "confirm": frozenset({"verdict", "aspect", "recommend"}),
    "why": frozenset({"aspect", "verdict", "fact", "advantages", "disadvantages"}),
    "fact": frozenset({"define", "aspect", "passage"}),
    "define": frozenset({"fact", "passage", "compare"}),
    "passage": frozenset({"fact", "define"}),
    "recommend": frozenset({"aspect", "verdict", "compare", "advantages", "disadvantages"}),
    "analogy": frozenset({"define", "difference"}),
    "list": frozenset({"help", "entry"}),
    "help": frozenset({"list", "entry"}),
    "entry": frozenset({"list", "help"}),
}
"""Kinds whose answers to one question agree: an example of the first that is read as one of the others is no mistake."""

TOO_LONG = "a heading is longer than 150 characters, or one of a column than 2000"
"""The one thing that is left out on every page."""

_Told = TypeVar("_Told")

_MOST = 25
"""Rows, subjects and pairs of them that are tried in every way. Slack refuses what is long, so the longest are."""
_MOST_ALONE = 250
"""Statements that are tried by themselves."""
_ENOUGH = 4 * ROOM
"""Characters of one answer that are drawn: more than one page, and more than one table takes."""


def problems(docent: Docent) -> tuple[Problem, ...]:
    """Every problem that shows only once questions are asked, in the order of files and lines."""
    catalogue = docent.understander.catalogue
    return tuple(sorted({*_unshowable(docent, catalogue), *_misunderstood(docent, catalogue), *unmet(docent)}))


def meanings(catalogue: Catalogue) -> Iterator[Meaning]:
    """What the content can be asked, whatever its wording; some have no answer.

    Of a large body those with the longest statements: what they are shown with is shown for all.
    """
    knowledge = catalogue.knowledge
    yield from (Meaning("list"), Meaning("help"))
    groups = [comparison.subjects for comparison in knowledge.comparisons]
    told = [subject.id for subject in _longest(knowledge.subjects, lambda subject: catalogue.of(subject.id))[:_MOST]]
    groups += [(subject,) for subject in told]
    groups += islice(permutations(told, 2), _MOST)
    whole: tuple[IntentName, ...] = (
        *("compare", "difference", "advantages", "disadvantages", "pros_cons", "define", "analogy", "recommend"),
    )
    for subjects in dict.fromkeys(groups):
        yield from (Meaning(intent, subjects) for intent in whole)
    for aspect in _longest(knowledge.aspects, lambda aspect: catalogue.on(aspect.id))[:_MOST]:
        compared = catalogue.compared_on(aspect.id)
        for subjects in (compared, *((subject,) for subject in compared)):
            yield Meaning("aspect", subjects, (aspect.id,))
            yield Meaning("recommend", subjects, (aspect.id,))
            for intent in ("verdict", "confirm", "why"):
                for sense in ("better", "worse"):
                    yield Meaning(intent, subjects, (aspect.id,), sense=sense)
    told_most = _longest(knowledge.facts, lambda fact: (fact,))[:_MOST_ALONE]
    named_longest = sorted(knowledge.facts, key=lambda fact: -len(fact.label))[:_MOST]
    for fact in (*told_most, *named_longest):
        yield Meaning("passage" if fact.kind == "passage" else "fact", fact.subjects, facts=(fact.id,))
    for entry in knowledge.phrasebook.entries:
        yield Meaning("entry", entry=entry.id)


def _longest(things: Iterable[_Told], facts: Callable[[_Told], Iterable[Fact]]) -> list[_Told]:
    """The things, that with the longest statements first."""
    return sorted(things, key=lambda thing: -sum(len(fact.prose.plain) for fact in facts(thing)))


def _unshowable(docent: Docent, catalogue: Catalogue) -> Iterator[Problem]:
    """Answers that Slack would refuse, on any surface, with native tables and without."""
    first = catalogue.knowledge.overviews[0].source if catalogue.knowledge.overviews else Source("", "", 1, 1)
    for meaning in dict.fromkeys(meanings(catalogue)):
        reply = docent.answer(meaning.id)
        if reply is None:
            continue
        entry = catalogue.entries.get(meaning.entry)
        source = entry.source if entry else next(iter(reply.answer.sources), first)
        yield from (
            Problem(source.file, source.first_line, f"the answer to {meaning.id} cannot be shown: {each}", "shorten it")
            for each in _refused(reply)
        )


def _refused(reply: Reply) -> tuple[str, ...]:
    found: dict[str, None] = {}
    reply = replace(reply, answer=beginning(reply.answer, _ENOUGH))
    for surface in SURFACES:
        for native, form in _drawings(reply, surface):
            pages, page = 1, 0
            while page < pages:
                message = blocks.render(reply, surface, "1", native=native, form=form, page=page)
                pages, page = message.pages if form == "whole" else 1, page + 1
                found.update(dict.fromkeys(f"{surface}: {each}" for each in violations(message, surface)))
                if message.cut:
                    found[TOO_LONG] = None
    return tuple(found)


def _drawings(reply: Reply, surface: Surface) -> Iterator[tuple[bool, blocks.Form]]:
    """Every way in which a surface draws an answer: with native tables or without, whole or in its short form."""
    tables = PROFILES[surface].table and any(isinstance(part, Table | Columns) for part in reply.answer.parts)
    forms: tuple[blocks.Form, ...] = ("whole", "brief") if surface != "text" and brief(reply.answer) else ("whole",)
    for form in forms:
        yield True, form
        if tables:
            yield False, form


def _misunderstood(docent: Docent, catalogue: Catalogue) -> Iterator[Problem]:
    """Authored utterances that are not understood as what they are an example of; one problem for each."""
    told: set[Source] = set()
    for example in examples(catalogue):
        source = example.utterance.source
        if source in told or (example.meaning.intent != "entry" and docent.answer(example.meaning.id) is None):
            continue
        reply = docent.ask(example.text)
        if understood_as(example, reply):
            continue
        if source.file not in catalogue.knowledge.phrasebook.built_in:
            told.add(source)
            hint = "another wording, or an alias, may help"
            yield Problem(source.file, source.first_line, _told(example, reply), hint)
        elif (cause := _cause(example, reply, catalogue)) and cause not in told:
            told.add(cause)
            hint = f"another wording here may help: the question is built in ({source.file}:{source.first_line})"
            yield Problem(cause.file, cause.first_line, _told(example, reply), hint)


def _cause(example: Example, reply: Reply, catalogue: Catalogue) -> Source | None:
    """Where an author wrote what a question that is built in was taken for, or what it was filled with; None for nowhere."""
    wanted, given = example.meaning, reply.meaning or Meaning("help")
    places = [catalogue.entries[given.entry].source] if given.entry in catalogue.entries else []
    places += [catalogue.aspects[each].source for each in given.aspects if each not in wanted.aspects]
    places += [catalogue.aspects[each].source for each in wanted.aspects]
    places += [catalogue.subjects[each].source for each in (*given.subjects, *wanted.subjects)]
    return next((place for place in places if place.file not in catalogue.knowledge.phrasebook.built_in), None)


def understood_as(example: Example, reply: Reply) -> bool:
    """Whether a reply answers what its example asks."""
    wanted, given = example.meaning, reply.meaning
    if given is None:
        return False
    if wanted.intent == "entry" or given.intent == "entry":
        return wanted.entry == given.entry or given.intent in AGREEING.get(wanted.intent, ())
    if wanted.intent != given.intent and given.intent not in AGREEING.get(wanted.intent, ()):
        return False
    return set(wanted.subjects) <= set(given.subjects) or not given.subjects


def _told(example: Example, reply: Reply) -> str:
    wanted = example.meaning.entry or example.meaning.intent
    given = reply.meaning
    as_what = f"understood as {given.entry or given.intent}" if given else reply.status
    return f'"{example.text}" is {as_what}, not {wanted}'
