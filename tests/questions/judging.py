"""Holding a reply against the label of a question: right, wrong, asked back or declined."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.model.dialogue import Reply
from bot.show import plain
from bot.text import words

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
Outcome = Literal["right", "wrong", "asked", "declined"]
BUILT_IN = ("kinds.yaml", "small-talk.yaml")


@dataclass(frozen=True)
class Judged:
    """One question with what became of it."""

    question: dict[str, Any]
    reply: Reply
    outcome: Outcome
    reason: str
    """What is amiss; empty for a right reply."""


def shipped() -> Docent:
    """The Docent of the shipped content."""
    knowledge, _ = compile_content(_texts(ROOT / "knowledge", "*.md"), _texts(ROOT / "intents", "*.yaml"))
    return Docent(knowledge)


def of_one_file(path: Path) -> Docent:
    """A Docent that knows one overview and only the built-in kinds of question."""
    built_in = {name: text for name, text in _texts(ROOT / "intents", "*.yaml").items() if name in BUILT_IN}
    knowledge, _ = compile_content({path.name: path.read_text("utf-8")}, {}, built_in)
    return Docent(knowledge)


def questions(docent: Docent, path: Path) -> Iterator[Judged]:
    """Ask every question of a file by itself."""
    for line in path.read_text("utf-8").splitlines():
        question = json.loads(line)
        yield judge(docent, question, docent.ask(question["text"]))


def threads(docent: Docent, path: Path, part: str) -> Iterator[Judged]:
    """Ask every turn of the threads of one set, each thread as one conversation."""
    for line in path.read_text("utf-8").splitlines():
        thread = json.loads(line)
        context = None
        for turn in thread["turns"] if thread["set"] == part else ():
            reply = docent.ask(turn["text"], context)
            context = reply.context
            yield judge(docent, turn, reply)


def judge(docent: Docent, question: dict[str, Any], reply: Reply) -> Judged:
    """One reply against its label."""
    reason = _amiss(docent, question, reply)
    outcome: Outcome = "wrong"
    if not reason:
        outcome = "right"
    elif reply.status == "unknown":
        outcome = "declined"
    elif reply.status == "unsure":
        outcome = "asked"
    return Judged(question, reply, outcome, reason)


def _amiss(docent: Docent, question: dict[str, Any], reply: Reply) -> str:
    got = {"unsure": "unsure", "unknown": None}.get(reply.status, reply.meaning.intent if reply.meaning else None)
    if got not in (question["intent"], *question.get("also", ())):
        return f"intent {got}"
    if reply.meaning is None:
        return ""
    text = plain.render(reply.answer)
    named = {_subject(docent, name) for name in question.get("subjects", ())}
    if named and named != set(reply.meaning.subjects) and reply.meaning.intent != "entry":
        return f"subjects {reply.meaning.subjects}"
    missing = [pattern for pattern in question.get("must", ()) if not re.search(pattern, text, re.IGNORECASE)]
    if missing:
        return f"must {missing[0]}"
    unwanted = [pattern for pattern in question.get("must_not", ()) if re.search(pattern, text, re.IGNORECASE)]
    if unwanted:
        return f"must not {unwanted[0]}"
    lead = reply.answer.lead.plain.casefold()
    if question.get("first") and reply.meaning.intent == "confirm" and not lead.startswith(question["first"]):
        return f"first {lead[:20]}"
    winner = _subject(docent, question["winner"]) if question.get("winner") else ""
    if winner and not lead.startswith(docent.understander.catalogue.subjects[winner].name.casefold()):
        return f"winner {lead[:20]}"
    return ""


def _subject(docent: Docent, name: str) -> str:
    _, terms = docent.understander.lexicon.longest_at([word.text for word in words(name)], 0)
    return terms[0].id if terms else name


def _texts(folder: Path, pattern: str) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob(pattern)) if path.name != "README.md"}
