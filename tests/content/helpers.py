"""Reading the documents of these tests."""

from __future__ import annotations

from pathlib import Path

from bot.content.compile import compile_content
from bot.model.facts import Fact
from bot.model.knowledge import Knowledge
from bot.model.problem import Problem

DOCUMENTS = Path(__file__).parent / "documents"


def document(name: str) -> str:
    """The text of one document."""
    return (DOCUMENTS / name).read_text(encoding="utf-8")


def compiled(markdown: str, intents: str = "", built_in: str = "") -> tuple[Knowledge, tuple[Problem, ...]]:
    """One overview, with one file of phrasings where there is one."""
    return compile_content(
        {"page.md": markdown}, {"page.yaml": intents} if intents else {}, {"kinds.yaml": built_in} if built_in else {}
    )


def facts(markdown: str, *kinds: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Facts of some kinds (all, where none is named) as kind, subjects, label and text."""
    knowledge, _ = compiled(markdown)
    return [
        (fact.kind, fact.subjects, fact.label, fact.prose.plain)
        for fact in knowledge.facts
        if not kinds or fact.kind in kinds
    ]


def fact(knowledge: Knowledge, label: str, subject: str) -> Fact:
    """The one fact of a label and a subject."""
    found = [one for one in knowledge.facts if one.label == label and subject in one.subjects]
    assert len(found) == 1, found
    return found[0]


def names(knowledge: Knowledge) -> dict[str, list[str]]:
    """Subjects with everything that they are called."""
    return {subject.id: [alias.text for alias in subject.aliases] for subject in knowledge.subjects}
