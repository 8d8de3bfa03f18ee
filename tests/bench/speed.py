"""Time for a question: the matcher beside what is commonly used, on the same questions in the same run.

    python -m tests.bench.speed TRAIN.jsonl QUESTIONS.jsonl [--sizes 15000 100000] [--slow 100]

Beyond the phrasings that a file has, more are made by leaving out and swapping words. The others: rapidfuzz's
``process.extractOne`` with its default scorer, BM25 over an index in memory, and SQLite's FTS5. ``--slow`` is how many
questions the slow ones are asked. Docent has answered as many other questions before, as a bot that runs has; these are
timed as well.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
from collections import Counter
from collections.abc import Callable
from math import log
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from rapidfuzz import process

from bot import text as texts
from bot.understand.matching import storage
from bot.understand.matching.matcher import Example, Matcher

Rows = list[tuple[str, str]]
QUESTIONS = 1000


def read(path: str) -> Rows:
    """The questions of a file that have an intent."""
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return [(row["text"], row["intent"]) for row in rows if row["intent"] is not None]


def grown(rows: Rows, size: int) -> Rows:
    """So many phrasings: those given, then copies with a word left out and two swapped."""
    chance = Random(3)
    made = rows[:size]
    while len(made) < size:
        text, label = rows[len(made) % len(rows)]
        words = text.split()
        if len(words) > 2:
            words.pop(chance.randrange(len(words)))
            left, right = chance.randrange(len(words)), chance.randrange(len(words))
            words[left], words[right] = words[right], words[left]
        made.append((" ".join(words), label))
    return made


def bm25(rows: Rows) -> Callable[[str], object]:
    """Okapi BM25 over postings in memory."""
    postings: dict[str, list[tuple[int, int]]] = {}
    lengths = []
    for place, (text, _) in enumerate(rows):
        counts = Counter(texts.stems(text))
        lengths.append(sum(counts.values()))
        for stem, count in counts.items():
            postings.setdefault(stem, []).append((place, count))
    mean = sum(lengths) / len(lengths)

    def ask(question: str) -> object:
        scores: dict[int, float] = {}
        for stem in texts.stems(question):
            found = postings.get(stem, [])
            rarity = log(1 + (len(rows) - len(found) + 0.5) / (len(found) + 0.5))
            for place, count in found:
                gain = rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[place] / mean))
                scores[place] = scores.get(place, 0.0) + gain
        return max(scores, key=scores.__getitem__, default=None)

    return ask


def fts5(rows: Rows) -> Callable[[str], object]:
    """SQLite's full-text index, ranked by its own BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE phrasing USING fts5(text, tokenize = 'porter')")
    database.executemany("INSERT INTO phrasing VALUES (?)", ((text,) for text, _ in rows))

    def ask(question: str) -> object:
        wanted = " OR ".join(f'"{word.text}"' for word in texts.words(question)).replace("'", " ")
        return database.execute(
            "SELECT rowid FROM phrasing WHERE phrasing MATCH ? ORDER BY rank LIMIT 1", (wanted,)
        ).fetchone()

    return ask


def timed(name: str, ask: Callable[[str], object], questions: list[str]) -> None:
    """Ask, and print the median and the 99th percentile."""
    took = []
    for question in questions:
        began = perf_counter()
        ask(question)
        took.append((perf_counter() - began) * 1000)
    print(f"  {name:28} median {median(took):8.3f} ms   99th percentile {quantiles(took, n=100)[98]:8.3f} ms")


def main() -> None:
    """Build at each size, and time all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("questions")
    parser.add_argument("--sizes", type=int, nargs="+", default=[15_000, 100_000])
    parser.add_argument("--slow", type=int, default=100)
    options = parser.parse_args()
    asked = [text for text, _ in read(options.questions)]
    shuffled = Random(5).sample(asked, len(asked))
    count = min(QUESTIONS, len(shuffled) // 2)
    asked, before = shuffled[:count], shuffled[count : 2 * count]
    for size in options.sizes:
        rows = grown(read(options.train), size)
        began = perf_counter()
        matcher = Matcher.build(Example(label, text) for text, label in rows)
        built = perf_counter()
        data = storage.write(matcher)
        written = perf_counter()
        matcher = storage.read(data)
        loaded = perf_counter()
        print(
            f"{size} phrasings: built in {built - began:.1f} s, {len(data) / 1e6:.0f} MB stored, loaded in "
            f"{loaded - written:.2f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most"
        )
        timed("docent, just started", matcher.match, before)
        timed("docent", matcher.match, asked)
        phrasings = [text for text, _ in rows]
        timed("rapidfuzz extractOne", lambda text: process.extractOne(text, phrasings), asked[: options.slow])  # noqa: B023
        timed("BM25", bm25(rows), asked[: options.slow])
        timed("SQLite FTS5", fts5(rows), asked[: options.slow])


if __name__ == "__main__":
    main()
