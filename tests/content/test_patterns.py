"""Patterns in names: several phrases written as one, and what is said of one that cannot be read."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.patterns import MOST, PatternError, expanded
from tests.content.helpers import compiled

WORD = st.text("abcdefgh", min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("own os", ["own os"]),
        ("(own|full) os", ["own os", "full os"]),
        ("own [guest] os", ["own os", "own guest os"]),
        ("[host|guest] os", ["os", "host os", "guest os"]),
        ("os of (its|their) own", ["os of its own", "os of their own"]),
        ("price (net)", ["price (net)"]),
        ("(a|b c) [d]", ["a", "a d", "b c", "b c d"]),
    ],
)
def test_a_pattern_stands_for_its_phrases(pattern: str, phrases: list[str]) -> None:
    assert expanded(pattern) == phrases


@given(st.lists(st.lists(WORD, min_size=2, max_size=3, unique=True), min_size=1, max_size=4))
def test_choices_are_multiplied_out(choices: list[list[str]]) -> None:
    pattern = " ".join(f"({'|'.join(options)})" for options in choices)

    assert expanded(pattern) == list(dict.fromkeys(map(" ".join, product(*choices))))


@given(st.text("ab()[]| ", max_size=20))
def test_any_text_is_read_or_refused_with_a_remedy(text: str) -> None:
    try:
        found = expanded(text)
    except PatternError as error:
        found = [error.hint.translate(str.maketrans("", "", "[]|"))]
    assert not any(set("[]|") & set(phrase) for phrase in found)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("(own|full os", 'page.yaml:4: "(own|full os" is no pattern'),
        ("own [guest os", 'page.yaml:4: "own [guest os" is no pattern'),
        ("(own|) os", 'page.yaml:4: "(own|) os" has an empty choice'),
        (" ".join(["(a|b|c|d|e)"] * 5), f"stands for 3125 phrases, and at most {MOST} are read"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_a_problem_with_its_line(written: str, message: str) -> None:
    text = "# Barn or booth\n\n| | Barn | Booth |\n|---|---|---|\n| Size | big | small |\n"
    _, problems = compiled(text, f"subjects:\n  Barn:\n    aliases: |\n      {written}\n")

    assert any(message in str(problem) for problem in problems), [str(problem) for problem in problems]
