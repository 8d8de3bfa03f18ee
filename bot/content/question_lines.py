"""Questions as data: lines ``{"text", "intent"}``, read as an entry for each intent."""

from __future__ import annotations

import json

from bot.content.authored import Authored
from bot.content.outline import clean
from bot.model.phrasebook import Entry, Utterance
from bot.model.problem import Problem
from bot.model.prose import Paragraph, Prose
from bot.model.source import Source
from bot.text import slug

_LARGEST_DATA = 64 * 1024 * 1024


def read_lines(name: str, text: str, into: Authored) -> None:
    """Lines ``{"text", "intent"}``: an entry for each intent, whose answer is its name."""
    if len(text) > _LARGEST_DATA:
        into.problems.append(Problem(name, 1, "this file is larger than 64 MiB and was not read", "divide it"))
        return
    asked: dict[str, list[Utterance]] = {}
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        try:
            value = json.loads(written)
        except (ValueError, RecursionError):
            into.problems.append(Problem(name, line, "this line is not JSON"))
            continue
        question, intent = (value.get("text"), value.get("intent", 0)) if isinstance(value, dict) else (None, 0)
        if not isinstance(question, str) or not question.strip() or not (intent is None or isinstance(intent, str)):
            into.problems.append(Problem(name, line, 'this line needs a "text" and an "intent"', "null for none"))
        elif intent:
            asked.setdefault(intent, []).append(Utterance(clean(question), Source(name, "", line, line)))
    taken: dict[str, str] = {}
    for intent, utterances in asked.items():
        found, count = slug(intent), 1
        while taken.setdefault(found, intent) != intent or found in into.entries:
            count += 1
            found = f"{slug(intent)}-{count}"
        label = clean(intent)
        into.entries[found] = Entry(
            found, label, tuple(utterances), (Paragraph(Prose.of(label)),), utterances[0].source
        )
