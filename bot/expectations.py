"""The questions that authors keep beside their content, asked: which answers are not what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.docent import Docent
from bot.model.dialogue import Reply
from bot.model.phrasebook import Expectation
from bot.model.problem import Problem
from bot.show import plain
from bot.text import slug, words

HINT = "mend the content, or what is expected here"


def unmet(docent: Docent) -> Iterator[Problem]:
    """One problem for each expectation of the content that its answer does not meet, at the line of the question."""
    for wanted in docent.knowledge.phrasebook.questions:
        for fault in _faults(docent, wanted):
            yield Problem(wanted.source.file, wanted.source.first_line, f'"{wanted.text}" {fault}', HINT)


def _faults(docent: Docent, wanted: Expectation) -> Iterator[str]:
    reply = docent.ask(wanted.text)
    if wanted.declined:
        if reply.status == "answered":
            yield f"is answered, as {_kind(reply)}, and has to be declined"
        return
    meaning = reply.meaning
    if reply.status != "answered" or meaning is None:
        yield "is declined" if reply.status == "unknown" else "is asked back about"
        return
    if wanted.intent and meaning.intent != wanted.intent:
        yield f"is answered as {_kind(reply)}, not as {wanted.intent}"
    if wanted.entry and meaning.entry != slug(wanted.entry):
        yield f'is answered as {_kind(reply)}, not by the entry "{wanted.entry}"'
    for kind, names, given in (
        ("subject", wanted.subjects, meaning.subjects),
        ("aspect", wanted.aspects, meaning.aspects),
    ):
        for name in names:
            named = _named(docent, kind, name)
            if not named:
                yield f'expects the {kind} "{name}", which the content does not have'
            elif not named & set(given):
                yield f'is answered on {", ".join(given) or f"no {kind}"}, not on "{name}"'
    text = _even(plain.render(reply.answer))
    for said in wanted.says:
        if _even(said) not in text:
            yield f'has an answer that does not say "{said}"'


def _kind(reply: Reply) -> str:
    assert reply.meaning is not None  # noqa: S101 - an answered reply has one
    return reply.meaning.entry or reply.meaning.intent


def _named(docent: Docent, kind: str, name: str) -> set[str]:
    """Ids of what a whole name stands for."""
    folded = [word.text for word in words(name)]
    if not folded:
        return set()
    length, terms = docent.understander.lexicon.longest_at(folded, 0)
    return {term.id for term in terms if term.kind == kind and length == len(folded)}


def _even(text: str) -> str:
    return " ".join(text.casefold().split())
