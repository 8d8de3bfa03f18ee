"""Words used alike: what the table says, and what the matcher makes of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.understand.matching import kinship
from bot.understand.matching.matcher import Example, Matcher


def likeness(left: str, right: str) -> float:
    """How much two texts point the same way, -1 to 1."""
    return float(sum((kinship.direction(left.split()) * kinship.direction(right.split())).tolist()))


def test_words_used_alike_point_the_same_way() -> None:
    """Whatever their letters."""
    assert likeness("vacation", "holiday") > 0.4 > likeness("vacation", "kernel")
    assert likeness("cancel my booking", "postpone my reservation") > likeness("cancel my booking", "boil an egg")


def test_no_kind_of_likeness_outweighs_the_others() -> None:
    """By use, by topic and by meaning each count alike, and together one."""
    pointing = kinship.direction(["cancel", "my", "booking"])
    ends = [sum(kinship.SIZES[:place]) for place in range(len(kinship.SIZES) + 1)]
    squares = [float(sum(pointing[start:end] ** 2)) for start, end in pairwise(ends)]

    assert squares == pytest.approx([1 / 3] * 3, abs=1e-5)


def test_inflections_share_what_the_table_has() -> None:
    """A form that it does not have is looked up by its singular or its stem."""
    assert kinship.kinds("kernels") is not None
    assert kinship.kinds("qzxv") is None


def test_unknown_words_point_nowhere() -> None:
    """Rather than anywhere."""
    assert not kinship.direction(["qzxv"]).any()
    assert not kinship.direction([]).any()


def test_a_question_in_other_words_finds_its_entry() -> None:
    """None of the telling words is in the examples."""
    asked = {"leave": ["how do i request vacation"], "pay": ["when is my salary paid"], "food": ["what is for lunch"]}
    matcher = Matcher.build(Example(label, text) for label, texts in asked.items() for text in texts)

    assert matcher.match("booking holidays").best == "leave"
    assert matcher.match("dinner menu").best == "food"
