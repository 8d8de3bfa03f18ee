"""What the labelled questions get, set by set, and the table that the confidence of readings was fitted on.

python -m tests.bench.questions
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.answer.compose import compose
from bot.docent import Docent
from bot.model.dialogue import Understood
from tests.questions.judging import HERE, Judged, judge, of_one_file, questions, shipped, threads

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 1.01)


def main() -> dict[str, object]:
    """Figures of every set: shares of the answerable and of the foreign questions."""
    docent = shipped()
    sets: dict[str, Iterable[Judged]] = {
        name: questions(docent, HERE / f"{name}.jsonl") for name in ("develop", "blind", "wild", "third", "fourth")
    }
    sets |= {
        f"threads, {part}": threads(docent, HERE / "threads.jsonl", part) for part in ("develop", "blind", "third")
    }
    for field in ("databases", "travel", "monolith", "cars"):
        path = HERE / "other_fields" / field
        sets[field] = questions(of_one_file(path.with_suffix(".md")), path.with_suffix(".jsonl"))
    return {name: shares(judged) for name, judged in sets.items()} | {"score against right": fit(docent)}


def shares(judged: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """Counts by outcome, of questions that the overview answers and of those that it does not."""
    counts: dict[str, Counter[str]] = {"answerable": Counter(), "foreign": Counter()}
    for each in judged:
        if each.question["intent"] is not None:
            counts["answerable"][each.outcome] += 1
        else:
            counts["foreign"][each.reply.status] += 1
    return {name: dict(sorted(count.items())) for name, count in counts.items()}


def fit(docent: Docent) -> dict[str, str]:
    """How often the best reading is right, by its score before calibration."""
    points = []
    for name in ("develop", "wild"):
        for each in questions(docent, HERE / f"{name}.jsonl"):
            candidates = each.reply.understanding.trace.candidates
            score = dict(candidates[0].parts).get("score") if candidates else None
            answer = compose(candidates[0].meaning, docent.understander.catalogue) if score is not None else None
            if score is None or answer is None:
                continue
            taken = Understood(candidates[0].meaning, candidates[0].confidence, each.reply.understanding.trace)
            reply = replace(each.reply, status="answered", understanding=taken, answer=answer)
            points.append((score, judge(docent, each.question, reply).outcome == "right"))
    table = {}
    for low, high in pairwise(EDGES):
        inside = [right for score, right in points if low <= score < high]
        if inside:
            table[f"{low:.2f} to {high:.2f}"] = f"{sum(inside)} of {len(inside)}"
    return table


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
