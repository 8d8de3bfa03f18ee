"""Names written with and without a hyphen, or without their first word; how long and how many ask for a time and a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

READERS = """# E-reader or long paper books?

| Topic | E-reader | Thick paper books |
| --- | --- | --- |
| Weight | 200 g | one kilo and more |
| Lending | for two weeks, by link | to a friend, face to face |

## E-reader

An e-reader is a small screen for texts, read at up to 30 km/h on a train. Its battery is charged at any socket.

## Thick paper books

A thick paper book is a pile of pages between two covers. The paper books of the library are stamped.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(READERS, built_in=KINDS)[0])


def test_the_size_of_a_group_is_nothing_to_be_small(docent: Docent) -> None:
    page = "# Clubs\n\n| Topic | Chess | Rowing |\n| --- | --- | --- |\n| Minimum size | two people | eight people |\n"
    clubs = Docent(compiled(page, built_in=KINDS)[0])
    assert clubs.ask("how much disk space does rowing take?").status != "answered"
    assert docent.ask("which is lighter?").status == "answered"


@pytest.mark.parametrize(
    ("asked", "subject"), [("what is an ereader?", "e-reader"), ("what is a paper book?", "thick-paper-books")]
)
def test_a_name_may_be_joined_or_lack_its_first_word(docent: Docent, asked: str, subject: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.subjects == (subject,)


def test_how_long_wants_a_time(docent: Docent) -> None:
    assert docent.ask("how long can I lend an e-reader?").answer.lead.plain.startswith("for two weeks")
    assert docent.ask("how long is the battery of the e-reader charged?").status != "answered"


def test_how_many_wants_a_number_in_the_unit_that_is_asked_for(docent: Docent) -> None:
    assert docent.ask("how many km does the e-reader last on its battery?").status != "answered"
