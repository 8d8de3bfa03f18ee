"""Make ``bot/understand/matching/kinship.npz`` anew: which words of English are used alike, and which mean alike.

    python -m tests.bench.kinship glove.6B.50d.txt explosion.300d.txt /usr/share/wordnet

The first file is the 50-dimensional one of Stanford's GloVe vectors of 2014 (Pennington, Socher and Manning; public
domain, PDDL 1.0): one word a line with 50 numbers, the commonest word first. The second has Explosion's vectors of
2022, counted over web pages, subtitles and news (CC0), as they come with spaCy's ``en_core_web_md`` 3.8, in the same
form. The third is the folder of WordNet 3.0 (``tests.bench.wordnet``). The same files give the same table.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.bench import wordnet

WORDS = 30_000
SIZES = (50, 40, 60)
"""Numbers of a direction by use, by topic and by meaning."""
KINDS = (200, 700, 2500)
"""Into how many kinds the words are divided: coarse, middle, fine."""
TOPICS = 300
"""Numbers of a line of the second file."""
COMMON = 2
"""Directions that all words share, and that say nothing therefore."""
TURNS = 20
SCALE = 200
MADE = Path(__file__).parents[2] / "bot" / "understand" / "matching" / "kinship.npz"

_WORD = re.compile(r"[a-z]{1,20}")


def used(path: str) -> tuple[list[str], NDArray[np.float64]]:
    """The commonest words with their vectors, of length one and without what all have in common."""
    words, rows = [], []
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.split(" ")
            if _WORD.fullmatch(word):
                words.append(word)
                rows.append([float(number) for number in numbers])
            if len(words) == WORDS:
                break
    table = np.array(rows)
    table -= table.mean(axis=0)
    shared = np.linalg.svd(table, full_matrices=False)[2][:COMMON]
    table -= table @ shared.T @ shared
    return words, table / np.linalg.norm(table, axis=1, keepdims=True)


def topics(path: str, words: list[str]) -> NDArray[np.float64]:
    """Directions by the topics that words are met in, those in which words differ most; 0 for a word that is not there."""
    places = {word: place for place, word in enumerate(words)}
    table = np.zeros((len(words), TOPICS))
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.split(" ")
            if word in places:
                table[places[word]] = [float(number) for number in numbers]
    known = table.any(axis=1)
    rows = table[known] - table[known].mean(axis=0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    left, sizes, _ = np.linalg.svd(rows, full_matrices=False)
    short = (left * sizes)[:, : SIZES[1]]
    table = np.zeros((len(words), SIZES[1]))
    table[known] = short / np.linalg.norm(short, axis=1, keepdims=True)
    return table


def divided(table: NDArray[np.float64], count: int) -> NDArray[np.uint16]:
    """The kind of each word: spherical k-means, begun from words spread evenly over the commoner third."""
    centres = table[np.linspace(0, len(table) // 3, count, endpoint=False).astype(int)].copy()
    for _ in range(TURNS):
        kinds = (table @ centres.T).argmax(axis=1)
        for kind in range(count):
            held = table[kinds == kind].sum(axis=0)
            size = np.linalg.norm(held)
            centres[kind] = held / size if size else centres[kind]
    return np.asarray((table @ centres.T).argmax(axis=1), np.uint16)


def main() -> None:
    """Read, divide, write."""
    words, use = used(sys.argv[1])
    vectors = np.hstack([use, topics(sys.argv[2], words), wordnet.directions(Path(sys.argv[3]), words, SIZES[2])])
    np.savez(
        MADE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.clip(np.round(vectors * SCALE), -127, 127).astype(np.int8),
        kinds=np.stack([divided(use, count) for count in KINDS], axis=1),
    )
    print(f"{len(words)} words, {MADE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
