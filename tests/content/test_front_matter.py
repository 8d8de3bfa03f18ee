"""Front matter: what an overview says of itself between two lines of dashes, and what is wrong with it."""

from __future__ import annotations

import pytest

from tests.content.helpers import compiled

BODY = "\n# Drinks\n\n## Tea\nTea is a drink.\n"


def problems(matter: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.message, one.hint) for one in compiled(matter + BODY)[1]]


def test_title_and_tags_are_read_and_what_other_tools_read_is_left_to_them() -> None:
    knowledge, found = compiled(f"---\nauthor: Ana\ntitle: Hot drinks\ndate: 2026-01-01\ntags: [kitchen]\n---\n{BODY}")

    assert found == ()
    assert [(one.title, one.tags) for one in knowledge.overviews] == [("Hot drinks", ("kitchen",))]


def test_a_field_that_is_not_known_is_told_with_its_line_and_what_was_perhaps_meant() -> None:
    ((line, message, hint),) = problems("---\ntitle: Drinks\ntagz: [kitchen]\n---\n")

    assert (line, message) == (3, 'the front matter has no field "tagz"')
    assert hint == 'Did you mean "tags"?'


def test_where_nothing_is_near_the_fields_are_named() -> None:
    ((line, _, hint),) = problems("---\nfoo: bar\n---\n")

    assert line == 2
    assert '"title"' in hint
    assert '"tags"' in hint


def test_front_matter_without_an_end_is_told() -> None:
    ((line, message, hint),) = problems("---\ntitle: Drinks\ntags: [kitchen]\n")

    assert line == 1
    assert "has no end" in message
    assert "---" in hint


@pytest.mark.parametrize("text", ["---\n\nA line, then text.\n", "---\n", "***\ntitle: x\n", "---\nplain words\n---\n"])
def test_a_line_drawn_across_the_top_is_no_front_matter(text: str) -> None:
    assert problems(text) == []
