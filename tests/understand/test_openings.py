"""A "then" that is a slip for "than", and one that is none."""

from __future__ import annotations

import pytest

from bot.content.compile import compile_content
from bot.text import words
from bot.understand.wording.shorthand import with_than
from bot.understand.words.lexicon import Lexicon

OVERVIEW = """# Servers

| Aspect | Server | Container |
| --- | --- | --- |
| Startup Time | slow | fast |
"""

KINDS = """families:
  speed:
    words: |
      time
    better: |
      faster
"""


def test_on_behind_what_is_compared_with_may_be_a_slip() -> None:
    knowledge, _ = compile_content({"servers.md": OVERVIEW}, {"kinds.yaml": KINDS})
    found = with_than(words("is a server better than a container no startup time"), Lexicon.build(knowledge))
    assert "on" in [word.text for word in found]


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("is a container faster then a server", "than"),
        ("is a container better then a server", "than"),
        ("if i stop the container then start the server", "then"),
        ("a server then a container", "then"),
        ("and which is faster then", "then"),
    ],
)
def test_then_is_than_only_behind_a_comparative(asked: str, read: str) -> None:
    knowledge, _ = compile_content({"servers.md": OVERVIEW}, {"kinds.yaml": KINDS})
    found = with_than(words(asked), Lexicon.build(knowledge))
    assert [word.text for word in found if word.text in ("then", "than")] == [read]
