"""Figures of the matcher on labelled intent data: train on one file, ask the questions of another.

    python -m tests.bench.intents [--threshold 0.5] [--first 10] TRAIN.jsonl VALIDATION.jsonl

Lines are ``{"text", "intent"}``; a null intent must be declined. The questions are asked as they are, and with a
random typo in one and in two of their words (four letters or more), drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random
from time import perf_counter

from bot.understand import evaluate
from bot.understand.matching.matcher import Example, Matcher

NEAR = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "wa qes wrd etf ryg tuh yij uok ipl o qsz awdx sefc drgv fthb gyjn hukm jil kop asx zdc xfv cgb vhn bjm n".split(),
        strict=False,
    )
)
SHORTEST = 4


def read(path: str) -> list[tuple[str, str | None]]:
    """The questions of a file with their intents."""
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return [(row["text"], row["intent"]) for row in rows]


def first(rows: list[tuple[str, str | None]], most: int) -> list[tuple[str, str | None]]:
    """The first so many of each intent, in the order of the file."""
    kept: dict[str | None, list[tuple[str, str | None]]] = {}
    for row in rows:
        kept.setdefault(row[1], []).append(row)
    return [row for group in kept.values() for row in group[:most]]


def misspelt(text: str, words: int, chance: Random) -> str:
    """The text with one typo in so many of its words: a letter lost, hit wrong, put in, or swapped with the next."""
    parts = text.split(" ")
    places = [place for place, part in enumerate(parts) if len(part) >= SHORTEST and part.isalpha()]
    for place in chance.sample(places, min(words, len(places))):
        part = parts[place]
        at = chance.randrange(len(part) - 1)
        letter = chance.choice(NEAR.get(part[at].lower(), "e"))
        kind = chance.choice(("lose", "hit", "put", "swap"))
        parts[place] = {
            "lose": part[:at] + part[at + 1 :],
            "hit": part[:at] + letter + part[at + 1 :],
            "put": part[:at] + letter + part[at:],
            "swap": part[:at] + part[at + 1] + part[at] + part[at + 2 :],
        }[kind]
    return " ".join(parts)


def main() -> None:
    """Train, ask, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--first", type=int, default=0, help="phrasings of each intent to train on; 0: all")
    parser.add_argument("train")
    parser.add_argument("validation")
    options = parser.parse_args()
    rows = [row for row in read(options.train) if row[1] is not None]
    rows = first(rows, options.first) if options.first else rows
    known = [(text, label) for text, label in rows if label is not None]
    began = perf_counter()
    named = [(label, label) for label in dict.fromkeys(label for _, label in known)]
    matcher = Matcher.build(Example(label, text) for text, label in (*known, *named))
    print(f"{len(known)} phrasings, {len(matcher.labels)} intents, built in {perf_counter() - began:.1f} s")

    def predict(text: str) -> evaluate.Prediction:
        ranking = matcher.match(text)
        sure = ranking.ranked and ranking.confidence >= options.threshold
        return evaluate.Prediction(
            ranking.best if sure else None, ranking.confidence, tuple(found.label for found in ranking.ranked)
        )

    for typos in (0, 1, 2):
        chance = Random(7 + typos)
        asked = [(misspelt(text, typos, chance), label) for text, label in read(options.validation)]
        got = evaluate.report(evaluate.run(asked, predict))
        print(
            f"{typos} typos: in scope right {got.right.percent} wrong {got.wrong.percent} declined "
            f"{got.declined.percent}; without threshold {got.best_right.percent}, first three {got.top_three.percent}; "
            f"out of scope declined {got.out_declined.percent}; AUROC {got.auroc}"
        )


if __name__ == "__main__":
    main()
