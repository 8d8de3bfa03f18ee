"""What a statement is evidence of: its words, and not the words that only a name is made of."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

PAGE = """# Guest house or camp site

| | Guest house | Camp site |
|---|---|---|
| Walls | Each guest house has thick walls. | A camp site has none. |
| Noise | The guest house is quiet. | Owls are heard all night. |

## Camp site

- Fires are lit by the river.
- The river is cold.
- A boat on the river may be borrowed.
"""
SYNONYMS = "synonyms: |\n  house, home, building\n  guest house, inn\n"


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, SYNONYMS)[0])


def test_a_word_of_a_name_is_no_evidence_where_it_stands_alone(docent: Docent) -> None:
    assert not any(
        "hous" in concept and concept != "=guest_hous"
        for said in docent.understander.evidence.said.values()
        for concept in said.concepts
    )


def test_one_word_that_many_statements_share_picks_none_of_them(docent: Docent) -> None:
    assert docent.ask("how deep is the river at the camp site").status == "unknown"


def test_a_word_of_one_statement_picks_it(docent: Docent) -> None:
    assert "Owls" in docent.ask("are there owls at the camp site?").answer.lead.plain
