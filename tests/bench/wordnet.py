"""Directions of words from a dictionary: words with like meanings, and like words in their definitions, lie near.

WordNet 3.0 (Princeton University, 2006) as it is distributed, the folder with ``data.noun`` and the others. Each word
becomes a row: the meanings that it has, commoner ones weigh more; meanings near these by WordNet's links, weaker with
each step; and the words of the definitions. The rows are then made short, alike on every run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import log, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.text import singular, stem
from bot.understand.words import english

Meaning = tuple[str, str]
"""The part of speech, and the place in its file."""

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
LINKS = {
    **dict.fromkeys("+\\", 0.9),
    "&": 0.8,
    "$": 0.7,
    **dict.fromkeys("@=^<", 0.6),
    **dict.fromkeys("*>", 0.5),
    "~": 0.25,
}
"""How near the other end of a link is: derived words, like ones, groups of verbs, broader ones, causes, narrower ones."""
STEPS = 3
NEAR, FAINT = 0.5, 0.05
"""From how near on a definition counts, and below what a meaning is not followed."""
DEFINED, NAMED = 0.4, 0.6
"""What the words of a definition count, and the other words for the same."""
TELLING = 0.2
"""How much a word of a definition has to say."""
ENDINGS = ("ing", "ed", "es", "s", "d")
TURNS, SPARE = 12, 20
CHUNK = 500_000
"""Numbers that are multiplied at once: bounds the memory."""

_WORD = re.compile("[a-z]+")


@dataclass(frozen=True)
class WordNet:
    """The meanings with their words, links and definitions, and the meanings of each word, the commonest first."""

    words: dict[Meaning, list[str]]
    links: dict[Meaning, list[tuple[float, Meaning]]]
    defined: dict[Meaning, list[str]]
    meanings: dict[str, list[Meaning]]


def read(folder: Path) -> WordNet:
    """Read the files of WordNet."""
    net = WordNet({}, {}, {}, {})
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            facts, _, definition = line.partition("|")
            fields = facts.split()
            meaning = (part, fields[0])
            end = 4 + 2 * int(fields[3], 16)
            net.words[meaning] = [re.sub(r"\(.*\)", "", word.lower()) for word in fields[4:end:2]]
            pointers = [fields[end + 1 + 4 * place :][:3] for place in range(int(fields[end]))]
            net.links[meaning] = [
                (LINKS[kind], (other.replace("s", "a"), where)) for kind, where, other in pointers if kind in LINKS
            ]
            net.defined[meaning] = sorted(set(_WORD.findall(definition.lower())))
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                found = [(part, place) for place in fields[-int(fields[2]) :]]
                net.meanings.setdefault(fields[0], []).extend(found)
    return net


def around(net: WordNet, meaning: Meaning) -> dict[Meaning, float]:
    """A meaning with those near it, and how near they are."""
    near: dict[Meaning, float] = {}
    fresh = {meaning: 1.0}
    for _ in range(STEPS):
        reached: dict[Meaning, float] = {}
        for place, nearness in fresh.items():
            near[place] = max(near.get(place, 0.0), nearness)
            for weight, other in net.links[place]:
                # Of many narrower ones each is far.
                share = nearness * weight / (1 + len(net.links[place]) / 10 if weight == LINKS["~"] else 1)
                if share > max(FAINT, near.get(other, 0.0)):
                    reached[other] = max(reached.get(other, 0.0), share)
        fresh = reached
    return near


def told(net: WordNet, meaning: Meaning) -> dict[str, float]:
    """What the dictionary says of a meaning: those near it, and the words that define and name them."""
    found: dict[str, float] = {}
    for other, nearness in around(net, meaning).items():
        found[f"{other[0]}{other[1]}"] = nearness
        if nearness > NEAR:
            for share, words in ((DEFINED, net.defined[other]), (NAMED, net.words[other])):
                for word in words:
                    if english.weight(word) > TELLING:
                        found[stem(word)] = found.get(stem(word), 0.0) + nearness * share
    return found


def meanings(net: WordNet, word: str) -> list[tuple[Meaning, float]]:
    """The meanings of a word with their chances; none where the dictionary does not have it."""
    forms = [word, singular(word)]
    forms += [word.removesuffix(end) + more for end in ENDINGS if word.endswith(end) for more in ("", "e")]
    found = next((net.meanings[form] for form in forms if form in net.meanings), [])
    # The commonest comes first in each part of speech.
    parts = [part for part, _ in found]
    chances = [1 / (1 + parts[:place].count(part)) for place, part in enumerate(parts)]
    return [(meaning, chance / sum(chances)) for meaning, chance in zip(found, chances, strict=True)]


def directions(folder: Path, words: Sequence[str], size: int) -> NDArray[np.float64]:
    """A direction of so many numbers for each word, of length one; words that the dictionary lacks point alike, hardly."""
    net = read(folder)
    tell = cache(partial(told, net))
    rows: list[dict[str, float]] = []
    for word in words:
        row: dict[str, float] = {}
        for meaning, chance in meanings(net, word):
            for name, share in tell(meaning).items():
                row[name] = row.get(name, 0.0) + share * chance
        rows.append(row)
    met = Counter(name for row in rows for name in row)
    number = {name: place for place, name in enumerate(sorted(name for name in met if met[name] > 1))}
    places, columns, values = [], [], []
    for place, row in enumerate(rows):
        kept = sorted((number[name], sqrt(row[name]) * log(len(words) / met[name])) for name in row if name in number)
        length = sqrt(sum(value * value for _, value in kept)) or 1.0
        for column, value in kept:
            places.append(place)
            columns.append(column)
            values.append(value / length)
    sparse = Sparse(np.array(places), np.array(columns), np.array(values, np.float32), (len(words), len(number)))
    return shortened(sparse, size)


@dataclass(frozen=True)
class Sparse:
    """A table of which only the numbers that are not 0 are kept, row by row."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float32]
    shape: tuple[int, int]

    def transposed(self) -> Sparse:
        """Rows for columns."""
        order = np.argsort(self.columns, kind="stable")
        return Sparse(self.columns[order], self.rows[order], self.values[order], self.shape[::-1])

    def times(self, other: NDArray[np.float32]) -> NDArray[np.float32]:
        """The product with a table that is whole."""
        product = np.zeros((self.shape[0], other.shape[1]), np.float32)
        for begin in range(0, len(self.values), CHUNK):
            part = slice(begin, begin + CHUNK)
            found, starts = np.unique(self.rows[part], return_index=True)
            product[found] += np.add.reduceat(other[self.columns[part]] * self.values[part, None], starts)
        return product


def shortened(table: Sparse, size: int) -> NDArray[np.float64]:
    """The rows of a table in the directions in which they differ most, by simultaneous iteration, alike on every run."""
    back = table.transposed()
    base = np.random.default_rng(7).standard_normal((table.shape[1], size + SPARE)).astype(np.float32)
    for _ in range(TURNS):
        base = back.times(table.times(np.linalg.qr(base)[0]))
    left, sizes, _ = np.linalg.svd(table.times(np.linalg.qr(base)[0]), full_matrices=False)
    rows = (left * np.sqrt(sizes))[:, :size].astype(np.float64)
    rows -= rows.mean(axis=0)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))
