"""The labelled questions are themselves right: known names, valid patterns, facts that the overview states."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.model.meaning import IntentName

HERE = Path(__file__).parent
OURS = HERE.parents[1] / "knowledge"
SETS = {
    "develop.jsonl": OURS,
    "blind.jsonl": OURS,
    "third.jsonl": OURS,
    "fourth.jsonl": OURS,
    "threads.jsonl": OURS,
    "other_fields/databases.jsonl": HERE / "other_fields" / "databases.md",
    "other_fields/travel.jsonl": HERE / "other_fields" / "travel.md",
    "other_fields/monolith.jsonl": HERE / "other_fields" / "monolith.md",
    "other_fields/cars.jsonl": HERE / "other_fields" / "cars.md",
}
FIELDS = {
    "text", "intent", "kind", "subjects", "aspects", "also_aspects", "also", "first", "winner", "must", "must_not",
}  # fmt: skip
INTENTS = {*get_args(IntentName), "unsure", None}


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def questions(name: str) -> list[dict[str, Any]]:
    """The questions of a file; those of a file of threads one after the other."""
    return [turn for line in lines(name) for turn in line.get("turns", [line])]


@pytest.mark.parametrize("name", SETS)
def test_every_label_is_a_known_one(name: str) -> None:
    for question in questions(name):
        assert set(question) <= FIELDS, question
        assert question["text"].strip(), question
        assert {question["intent"], *question.get("also", ())} <= INTENTS, question
        assert question.get("first", "yes") in ("yes", "no"), question
        assert question["intent"] is not None or not {"subjects", "aspects", "must"} & set(question), question


@pytest.mark.parametrize(("name", "overview"), SETS.items(), ids=list(SETS))
def test_what_an_answer_must_say_stands_in_the_overview(name: str, overview: Path) -> None:
    documents = sorted(overview.glob("*.md")) if overview.is_dir() else [overview]
    stated = "\n".join(document.read_text(encoding="utf-8") for document in documents).replace("**", "")
    for question in questions(name):
        for pattern in question.get("must", ()):
            assert re.search(pattern, stated, re.IGNORECASE), question
        for pattern in question.get("must_not", ()):
            assert re.search(pattern, stated, re.IGNORECASE), question


@pytest.mark.parametrize("name", [name for name in SETS if name not in ("threads.jsonl", "fourth.jsonl")])
def test_a_third_must_be_declined(name: str) -> None:
    asked = questions(name)
    declined = sum(question["intent"] is None for question in asked)
    assert 0.3 <= declined / len(asked) <= 0.4


def test_blind_repeats_nothing_of_develop() -> None:
    seen = {question["text"].casefold().strip(" ?.!") for question in questions("develop.jsonl")}
    assert not [question for question in questions("blind.jsonl") if question["text"].casefold().strip(" ?.!") in seen]


def test_threads_are_halved_and_a_third_has_a_turn_to_decline() -> None:
    threads = lines("threads.jsonl")
    assert {thread["set"] for thread in threads} == {"develop", "blind", "third"}
    assert all(2 <= len(thread["turns"]) <= 5 for thread in threads)
    for name in ("develop", "blind"):
        ours = [thread for thread in threads if thread["set"] == name]
        declining = [thread for thread in ours if any(turn["intent"] is None for turn in thread["turns"])]
        assert len(ours) >= 24
        assert len(declining) * 3 >= len(ours)
