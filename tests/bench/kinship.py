"""Make ``bot/understand/kinship.npz`` anew: which words of English are used alike.

    python -m tests.bench.kinship glove.6B.50d.txt

The file is the 50-dimensional one of Stanford's GloVe vectors of 2014 (Pennington, Socher and Manning; public domain,
PDDL 1.0): one word a line with 50 numbers, the commonest word first. Nothing is drawn by chance.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORDS = 30_000
KINDS = (200, 700, 2500)
"""Into how many kinds the words are divided: coarse, middle, fine."""
COMMON = 2
"""Directions that all words share, and that say nothing therefore."""
TURNS = 20
SCALE = 200
MADE = Path(__file__).parents[2] / "bot" / "understand" / "kinship.npz"

_WORD = re.compile(r"[a-z]{1,20}")


def read(path: str) -> tuple[list[str], NDArray[np.float64]]:
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
    words, table = read(sys.argv[1])
    np.savez(
        MADE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.clip(np.round(table * SCALE), -127, 127).astype(np.int8),
        kinds=np.stack([divided(table, count) for count in KINDS], axis=1),
    )
    print(f"{len(words)} words, {MADE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
