"""Fit the confidence of ``bot/understand/matching/sureness.py`` on labelled questions, and print its constants.

    python -m tests.bench.calibrate A-train.jsonl B-train.jsonl ...

Each file has lines ``{"text", "intent"}``. No question that is declined in real use is needed: of each set some labels
are left out of the training, and their questions, with those of the other sets, are what must be declined. Sets are
cut to many sizes, down to one label with one phrasing, so that one fit serves content of any size.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching.matcher import Example, Matcher
from bot.understand.matching.sureness import PARTS, parts

# (labels, phrasings of each, how often): 0 means all but a fifth.
SIZES = (
    (0, 0, 1),
    (0, 10, 2),
    (40, 5, 3),
    (40, 30, 2),
    (15, 3, 6),
    (15, 10, 4),
    (5, 5, 8),
    (5, 2, 8),
    (3, 1, 8),
    (1, 3, 6),
)
ASKED = 600
IN_SCOPE = 0.84
"""The share of questions that are taken to be in scope: half of those asked here are, most of those in real use."""
SOFT = 1.0


def read(path: str) -> dict[str, list[str]]:
    """The questions of a file by label, in the order of the file."""
    found: dict[str, list[str]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["intent"] is not None:
            found.setdefault(row["intent"], []).append(row["text"])
    return found


def trial(
    known: dict[str, list[str]], foreign: list[str], size: tuple[int, int], chance: Random
) -> tuple[list[tuple[float, ...]], list[int]]:
    """Train on a cut of one set, and ask it about the rest: the parts of the evidence, and whether it was right."""
    names = sorted(known)
    chance.shuffle(names)
    kept = names[: size[0] or len(names) * 4 // 5]
    examples, inside = [], []
    for name in kept:
        asked = list(known[name])
        chance.shuffle(asked)
        cut = min(size[1] or len(asked), len(asked) * 4 // 5)
        examples += [Example(name, text) for text in asked[:cut]]
        inside += [(text, name) for text in asked[cut:]]
    outside = [(text, "") for name in names[len(kept) :] for text in known[name]]
    strange = [(text, "") for text in foreign]
    matcher = Matcher.build([*examples, *(Example(name, name) for name in kept)])
    rows, right = [], []
    for group, share in ((inside, 2), (outside, 1), (strange, 1)):
        for text, name in chance.sample(group, min(len(group), ASKED * share // 4)):
            ranking = matcher.match(text)
            if ranking.ranked:
                rows.append(parts(ranking.signals))
                right.append(int(ranking.best == name))
    return rows, right


def fit(rows: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method; the last number is the base."""
    table = np.hstack([rows, np.ones((len(rows), 1))])
    found = np.zeros(table.shape[1])
    soft = np.diag([SOFT] * (table.shape[1] - 1) + [0.0])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (chances - right)) + soft @ found
        curve = (table * (weights * chances * (1 - chances))[:, None]).T @ table + soft
        found -= np.linalg.solve(curve, slope)
    return found


def main() -> None:
    """Run all trials, and print the constants with how well they tell right from wrong."""
    sets = [read(path) for path in sys.argv[1:]]
    chance = Random(7)
    rows, right, weights = [], [], []
    for place, known in enumerate(sets):
        foreign = [text for other in sets if other is not known for asked in other.values() for text in asked]
        for labels, phrasings, times in SIZES:
            for _ in range(times):
                found, good = trial(known, foreign, (labels, phrasings), chance)
                rows += found
                right += good
                weights += [1 / times] * len(found)
            print(f"set {place}, {labels or 'most'} labels, {phrasings or 'most'} phrasings: done", file=sys.stderr)
    fitted = fit(np.array(rows), np.array(right, float), np.array(weights))
    fitted[-1] += np.log(IN_SCOPE / (1 - IN_SCOPE))
    for name, weight in zip((*PARTS, "base"), fitted, strict=True):
        print(f"{name:12} {weight:8.3f}")


if __name__ == "__main__":
    main()
