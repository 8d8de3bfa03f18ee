"""Which of the known entries a question means, learnt from examples of how each is asked.

The same engine answers from an author's few phrasings and from thousands of examples:

1. spelling is repaired into the words of the examples (``bot.understand.words.spelling``);
2. a linear model over words, their combinations and their pieces ranks the labels (``linear``), and a closer look at
   the best of them may change their order (``closer``);
3. the evidence for the best label, and what the question says beyond it, is turned into one calibrated confidence
   from 0 to 1 (``sureness``).

Nothing here knows what the labels mean, nor decides anything: the threshold is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot import text as texts
from bot.understand.matching import closer, linear, shares
from bot.understand.matching.examples import Examples
from bot.understand.matching.features import Features
from bot.understand.matching.guesses import guessed
from bot.understand.matching.scores import Scores
from bot.understand.matching.sureness import Signals, confidence
from bot.understand.words import english
from bot.understand.words.contractions import spelt_out
from bot.understand.words.spelling import Repair, Speller, repaired

MOST_WEIGHTS = 16_000_000
"""Bounds the model's memory (4 bytes each): beyond it the rarest features are left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """One way to ask for a label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """One label with its raw score, comparable only within one ranking."""

    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a question may mean, best first."""

    ranked: tuple[Ranked, ...]
    """The best labels; empty where there is nothing to choose from."""
    confidence: float
    """That the best label is meant, 0 to 1, calibrated; 0 where nothing is ranked."""
    signals: Signals
    """What the confidence was made of."""
    repairs: tuple[Repair, ...] = ()
    """How the question was read; empty where the caller gave words that were read before."""

    @property
    def best(self) -> str:
        """The best label, empty where there is none."""
        return self.ranked[0].label if self.ranked else ""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A trained model. Build it with ``Matcher.build``, or read it with ``storage.read``."""

    labels: tuple[str, ...]
    features: Features
    weights: NDArray[np.float32]
    """What an occurrence of each feature says for each label, then what each number of a direction says."""
    shifts: NDArray[np.float32]
    """What the scores of all labels say about those that came out best (``closer``)."""
    examples: Examples
    speller: Speller
    vocabulary: Mapping[str, float]
    """The folded words of the examples with the number of examples that have each."""
    protected: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    scores: Scores = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scores", Scores(self.features, self.weights))

    @classmethod
    def build(
        cls,
        examples: Iterable[Example],
        *,
        protected: Iterable[str] = (),
        opposites: Iterable[tuple[str, str]] = (),
    ) -> Matcher:
        """Learn from examples, in whatever order they come; none, or one, will do as well.

        ``protected`` and ``opposites`` are for the speller: see ``Speller.build``.
        """
        kept, apart = tuple(sorted(set(protected))), tuple(sorted(set(opposites)))
        # Sorted and without repetitions: the order of files decides nothing.
        asked = sorted({(example.label, tuple(w.text for w in texts.words(example.text))) for example in examples})
        vocabulary: dict[str, float] = {}
        for _, words in asked:
            for word in sorted(set(words)):
                vocabulary[word] = vocabulary.get(word, 0.0) + 1.0
        asked = sorted({(label, spelt_out(words)) for label, words in asked if words})
        labels = tuple(sorted({label for label, _ in asked}))
        number = {label: place for place, label in enumerate(labels)}
        features = Features.fit([words for _, words in asked], MOST_WEIGHTS // max(1, len(labels)))
        seen = [features.see(words) for _, words in asked]
        vectors = [features.vector(view) for view in seen]
        targets = [number[label] for label, _ in asked]
        weights, own = linear.train(vectors, targets, len(features.names), len(labels))
        weights[: len(features.names)] *= features.weights[:, None]
        shares.add(weights, seen, targets, features)
        factor, summand = map(np.float32, linear.level(len(vectors)))
        weights *= factor
        scores = Scores(features, weights)
        shifts = closer.learn(lambda place: scores.of(seen[place])[0] + summand, own * factor, targets)
        return cls(
            labels,
            features,
            weights,
            shifts,
            Examples.build(seen, targets, len(labels), features),
            speller_for(vocabulary, kept, apart),
            vocabulary,
            kept,
            apart,
        )

    def match(self, text: str, limit: int = 5) -> Ranking:
        """Rank the labels for a question as it was typed."""
        repairs = self.speller.repair(texts.words(text))
        ranking = self.match_words([word.text for word in repaired(repairs)], limit)
        return Ranking(ranking.ranked, ranking.confidence, ranking.signals, repairs)

    def match_words(self, words: Sequence[str], limit: int = 5) -> Ranking:
        """Rank the labels for folded words whose spelling was repaired already."""
        if not self.labels or not words:
            return Ranking((), 0.0, Signals())
        words = guessed(spelt_out(words), self.features, self.speller)
        seen = self.features.see(words)
        exact, pull = self.scores.of(seen)
        scores = np.round(exact + np.float32(linear.level(len(self.examples.lengths))[1]), 5)
        near = _best(scores, max(closer.CONSIDERED, limit))
        # Rounded, so that a tie is a tie: it goes to the first label in order.
        shifted = np.round(closer.look(scores, near, self.shifts), 5)
        order = [(near[place], float(shifted[place])) for place in _best(shifted, limit)]
        # What is like no example is no more like one at a closer look.
        first = order[0][0]
        second = max((float(scores[place]) for place in near if place != first), default=-1.0)
        signals = self.examples.signals(seen, pull, first, (float(scores[first]), second))
        ranked = tuple(Ranked(self.labels[place], found) for place, found in order)
        return Ranking(ranked, confidence(signals), signals)


def speller_for(
    vocabulary: Mapping[str, float], protected: Iterable[str] = (), opposites: Iterable[tuple[str, str]] = ()
) -> Speller:
    """A speller for the words of examples, and for the words that questions are made of."""
    words = dict.fromkeys(english.QUESTION_WORDS, 1.0)
    for word, met in vocabulary.items():
        words[word] = words.get(word, 0.0) + met
    return Speller.build(words, protected, opposites)


def _best(scores: NDArray[np.float32], count: int) -> list[int]:
    if len(scores) > count:
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        near = np.flatnonzero(scores >= least).tolist()
    else:
        near = list(range(len(scores)))
    return sorted(near, key=lambda place: (-scores[place], place))[:count]
