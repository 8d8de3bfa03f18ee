"""``docent check`` draws every answer on every surface: what Slack would not take is a problem with its file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.catalogue.examples import examples
from bot.catalogue.lookups import Catalogue
from bot.check import meanings, problems
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


def table(rows: int) -> str:
    named = "\n".join(f"| Point {number} | this and that | that and this |" for number in range(rows))
    return f"# Drinks\n\n| Aspect | Espresso | Filter coffee |\n| --- | --- | --- |\n{named}\n"


def test_what_is_tried_has_a_bound_however_large_the_content_is() -> None:
    small, large = (Catalogue(compile_content({"drinks.md": table(rows)}, {}, built_in())[0]) for rows in (300, 900))

    assert len(set(meanings(small))) == len(set(meanings(large))) < 1500
    assert sum(1 for _ in examples(small)) == sum(1 for _ in examples(large)) < 1500


def test_the_longest_row_of_a_large_body_is_drawn() -> None:
    name = "Point " + "and another word " * 12
    told = found({"drinks.md": table(300).replace("Point 250", name)})

    assert {(one.file, one.line) for one in told} == {("drinks.md", 255)}


def test_every_aspect_of_a_large_body_is_asked_of_in_some_question() -> None:
    catalogue = Catalogue(compile_content({"drinks.md": table(100)}, {}, built_in())[0])

    assert {aspect for example in examples(catalogue) for aspect in example.meaning.aspects} == set(catalogue.aspects)


def test_a_name_that_collides_with_what_is_built_in_is_told_where_its_author_wrote_it() -> None:
    rows = "| Difference | small | large |\n| Reason | a habit | a treat |\n"
    knowledge, _ = compile_content({"drinks.md": DRINKS + rows}, {}, built_in())
    told = problems(Docent(knowledge))

    assert told
    assert {one.file for one in told} == {"drinks.md"}
    assert {one.line for one in told} == {DRINKS.count("\n") + 1, DRINKS.count("\n") + 2}
    assert all("kinds.yaml:" in one.hint for one in told)


def test_an_utterance_that_is_built_in_as_well_is_told_where_its_author_wrote_it() -> None:
    mine = "intents:\n  compare:\n    utterances: |\n      hello\n"
    _, told = compile_content({"drinks.md": DRINKS}, {"mine.yaml": mine}, built_in())

    assert [(one.file, one.line) for one in told] == [("mine.yaml", 4)]
    assert "small-talk.yaml" in told[0].message


def test_a_row_that_is_short_is_no_mistake() -> None:
    wide = DRINKS.replace("Filter coffee |", "Filter coffee | Tea |").replace(
        "| --- | --- | --- |", "|---|---|---|---|"
    )
    knowledge, mistakes = compile_content({"drinks.md": wide}, {}, built_in())

    assert mistakes == ()
    assert problems(Docent(knowledge)) == ()
