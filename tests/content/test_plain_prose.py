"""An overview without a table or a list: running text alone, titled by two names that end in the same word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Wool blanket or down blanket?

Guests ask this each autumn.

Down is lighter: it weighs a pound. Wool, on the other hand, keeps warm when it is wet.

Wool needs an airing twice a year. Down blankets are cheaper to mend than wool blankets.

## Bottom line

Take wool if the roof leaks. Take down if you carry it far.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def test_names_of_a_title_go_by_what_sets_them_apart() -> None:
    knowledge, problems = compiled(PAGE, built_in=KINDS)

    assert not problems
    assert {alias.text for subject in knowledge.subjects for alias in subject.aliases} >= {"Wool", "Down"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which is lighter?", "down blanket, by this overview"),
        ("which is cheaper to mend", "down blanket, by this overview"),
        ("wool or down?", "Take wool if the roof leaks"),
        ("what should I take if the roof leaks?", "wool"),
        ("does wool need an airing?", "Yes."),
    ],
)
def test_what_running_text_says_is_found(docent: Docent, question: str, told: str) -> None:
    assert told.casefold() in docent.ask(question).answer.lead.plain.casefold()


def test_who_is_ahead_without_a_than_is_told_only_where_there_are_two() -> None:
    three = PAGE.replace("Wool blanket or down blanket?", "Wool blanket, down blanket or felt blanket?")
    knowledge, _ = compiled(three, built_in=KINDS)

    assert not [fact for fact in knowledge.facts if fact.kind == "advantage" and "lighter" in fact.prose.plain]
