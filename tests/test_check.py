"""``docent check`` draws every answer on every surface: what Slack would not take is a problem with its file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.check import problems
from bot.content.compile import compile_content
from bot.docent import Docent
from bot.model.problem import Problem
from bot.show import limits

ROOT = Path(__file__).parents[1]
DRINKS = """# Drinks

## Comparison
| Aspect | Espresso | Filter coffee |
| --- | --- | --- |
| Size | a small cup | a large mug |
| Milk | a drop of it, which is warmed | none |
"""
FAQ = """faq:
  access:
    title: {}
    utterances: |
      how do i get access
    answer: |
      Ask the platform team.
"""


@cache
def built_in() -> dict[str, str]:
    return {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}


def found(overviews: dict[str, str], questions: dict[str, str] | None = None) -> list[Problem]:
    knowledge, mistakes = compile_content(overviews, questions or {}, built_in())
    assert mistakes == ()
    return [one for one in problems(Docent(knowledge)) if "cannot be shown" in str(one)]


def test_whatever_its_size_content_is_shown_whole() -> None:
    huge = "It goes on and on. " * 600
    rows = "\n".join(f"| Milk{chr(97 + row)} | {huge} | none |" for row in range(3))

    assert found({"drinks.md": f"{DRINKS}{rows}\n\n## History\n{huge}\n\n{huge}\n"}) == []


def test_a_heading_that_is_too_long_is_named_with_its_place() -> None:
    heading = "How the machine is " + "cleaned and dried and " * 10 + "put away"
    (one, *more) = found({"drinks.md": f"{DRINKS}\n## {heading}\nWith hot water.\n"})

    assert (one.file, one.line) == ("drinks.md", DRINKS.count("\n") + 3)
    assert "longer than 150 characters" in one.message
    assert not more


def test_a_question_of_the_authors_is_named_with_its_place() -> None:
    (one,) = found({"drinks.md": DRINKS}, {"faq.yaml": FAQ.format("How do I get access " + "to it all " * 20)})

    assert (one.file, one.line) == ("faq.yaml", 2)


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        ("MESSAGE_BLOCKS", 2, "blocks, at most 2"),
        ("VIEW_BLOCKS", 2, "modal: /: "),
        ("MESSAGE_CHARACTERS", 50, "msg_blocks_too_long"),
        ("TEXT", 20, "/text: "),
        ("TABLE_CHARACTERS", 20, "in a table"),
        ("TABLE_COLUMNS", 2, "items, must be 1 to 2"),
        ("TABLE_ROWS", 1, "items, must be 1 to 1"),
    ],
)
def test_were_slack_stricter_the_check_would_say_where(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, told: str
) -> None:
    monkeypatch.setattr(limits, limit, value)
    broken = found({"drinks.md": DRINKS})

    assert any(told in one.message and one.file == "drinks.md" for one in broken)
    assert all(one.file and one.line for one in broken)
