"""The matcher: right entries from few or many examples, honest confidence, the same on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.matching import storage
from bot.understand.matching.matcher import Example, Matcher

ASKED = {
    "opening-hours": [
        "when are you open",
        "what are your opening hours",
        "are you open on sunday",
        "closing time today",
    ],
    "parking": ["where can i park", "is there a car park", "how much is parking", "parking for buses"],
    "tickets": ["how do i buy a ticket", "ticket price", "how much is a ticket for children", "book tickets online"],
    "refund": ["i want my money back", "how do i get a refund", "refund for a cancelled visit", "return a ticket"],
    "dogs": ["can i bring my dog", "are pets allowed", "is the garden open to dogs", "dog policy"],
}
EXAMPLES = [Example(label, text) for label, asked in ASKED.items() for text in asked]
FOREIGN = [
    "why does my printer jam",
    "what is the capital of mongolia",
    "the kernel panics after the upgrade",
    "how do i bake sourdough bread",
    "tell me about quantum entanglement",
]
LIKELY = 0.5


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """A small garden's questions."""
    return Matcher.build(EXAMPLES)


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("when do you open on sundays", "opening-hours"),
        ("is parking free for a car", "parking"),
        ("price of a child ticket", "tickets"),
        ("money back please", "refund"),
        ("may my dogs come in", "dogs"),
        ("waht are yuor openign huors", "opening-hours"),
        ("carpark", "parking"),
    ],
)
def test_other_words_and_misspelt_words_find_their_entry(matcher: Matcher, question: str, label: str) -> None:
    """The asker need not know how the author put it."""
    assert label == matcher.match(question).best


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("cn i bring my dgo", "dogs"),
        ("is there a xar park", "parking"),
        ("ticket arice", "tickets"),
        ("i want my honey back", "refund"),
    ],
)
def test_a_slip_that_the_speller_leaves_alone_is_told_by_its_neighbours(
    matcher: Matcher, question: str, label: str
) -> None:
    """Too short, wrong in the first letter, or good English: likeness counts it, no repair is claimed."""
    ranking = matcher.match(question)

    assert ranking.best == label
    assert ranking.confidence >= LIKELY
    assert [repair.words for repair in ranking.repairs if repair.distance and repair.words[0] in question] == []


def test_good_english_is_guessed_only_between_the_right_neighbours(matcher: Matcher) -> None:
    """A "bark" is no "park" but where a park may stand."""
    sure = [matcher.match(question).confidence for question in ("is there a car park", "does a tree have a bark")]

    assert sure[0] >= LIKELY > sure[1]


def test_authored_questions_are_answered_and_foreign_ones_are_not(matcher: Matcher) -> None:
    """At one threshold for all sizes of content."""
    assert [e.text for e in EXAMPLES if matcher.match(e.text).best != e.label] == []
    assert [e.text for e in EXAMPLES if matcher.match(e.text).confidence < LIKELY] == []
    assert [text for text in FOREIGN if matcher.match(text).confidence >= LIKELY] == []


@pytest.mark.parametrize("labels", [1, 2, 5])
@pytest.mark.parametrize("each", [1, 4])
def test_tiny_content_knows_its_own_and_declines_the_rest(labels: int, each: int) -> None:
    """Down to one entry with one phrasing."""
    kept = [Example(label, text) for label in sorted(ASKED)[:labels] for text in ASKED[label][:each]]
    small = Matcher.build(kept)

    assert all(small.match(e.text).best == e.label and small.match(e.text).confidence >= LIKELY for e in kept)
    assert [text for text in FOREIGN if small.match(text).confidence >= LIKELY] == []


@pytest.mark.parametrize("examples", [[], [Example("empty", ""), Example("marks", "?!")]])
def test_nothing_to_choose_from_is_nothing_ranked(examples: list[Example]) -> None:
    """No entries, or none with a word in it."""
    ranking = Matcher.build(examples).match("when are you open")

    assert (ranking.ranked, ranking.confidence, ranking.best) == ((), 0.0, "")


def test_words_of_no_content_say_against_the_answer(matcher: Matcher) -> None:
    """What is asked beyond the examples lowers confidence, the more the rarer."""
    asked = ["is there a car park", "is there a car park warden", "is there a car park webhook kubernetes"]
    confidences = [matcher.match(question).confidence for question in asked]

    assert all(more > less for more, less in pairwise(confidences))


def test_the_order_of_examples_and_repetitions_decide_nothing(matcher: Matcher) -> None:
    """Files may be read in any order."""
    assert storage.write(matcher) == storage.write(Matcher.build([*reversed(EXAMPLES), *EXAMPLES]))


def test_the_hash_seed_decides_nothing() -> None:
    """Two processes with different seeds learn the same bits and give the same confidences."""
    program = (
        "from hashlib import sha256; from tests.understand.test_matcher import EXAMPLES, FOREIGN, Matcher, storage\n"
        "matcher = Matcher.build(EXAMPLES)\n"
        "asked = [matcher.match(text) for text in (*FOREIGN, *(example.text for example in EXAMPLES))]\n"
        "print(sha256(storage.write(matcher)).hexdigest(), sha256(repr(asked).encode()).hexdigest())"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    ]

    assert len(set(said)) == 1


def test_what_is_stored_answers_like_what_was_built(matcher: Matcher) -> None:
    """To bytes and back, nothing changes."""
    data = storage.write(matcher)
    back = storage.read(data)

    assert data == storage.write(back)
    assert [matcher.match(text) for text in FOREIGN] == [back.match(text) for text in FOREIGN]


@pytest.mark.parametrize("data", [b"", b"{}\n", b"[]\n", b"\xff\xfe", b'{"form": 0}\n'])
def test_bytes_of_another_form_are_refused(data: bytes) -> None:
    """A caller builds anew then."""
    with pytest.raises(storage.StaleMatcherError):
        storage.read(data)


def test_bytes_cut_short_are_refused(matcher: Matcher) -> None:
    """As after a full disk."""
    data = storage.write(matcher)

    for share in range(1, 10):
        with pytest.raises(storage.StaleMatcherError):
            storage.read(data[: len(data) * share // 10])


@given(st.text(max_size=200))
def test_any_text_is_ranked_without_complaint(question: str) -> None:
    """Confidence is always between 0 and 1, best first, and the same twice."""
    ranking = _SMALL.match(question)
    scores = [ranked.score for ranked in ranking.ranked]

    assert 0.0 <= ranking.confidence <= 1.0
    assert sorted(scores, reverse=True) == scores
    assert ranking == _SMALL.match(question)


_SMALL = Matcher.build(EXAMPLES[:8])
