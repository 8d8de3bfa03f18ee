"""Yes and no for "all" and "every", and for what one statement says only together with another, or not in one breath."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Houses

| Aspect | Terrace | Cottage |
| --- | --- | --- |
| Structure | Flats that share the roof of the main building. | Each has its own roof. |
| Heat | With a wall shared with the neighbour, flats make better use of gas. | Each burns what it needs. |
| Storage | A flat can be given a locked cellar. | Sheds hold bicycles, tools, and firewood. |

## Disadvantages of the terrace

- **Damage**: since flats share the roof, a leak in that roof can affect all flats.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def lead(docent: Docent, question: str) -> str:
    return docent.ask(question).answer.lead.plain


def test_what_is_said_of_them_without_limit_is_said_of_all(docent: Docent) -> None:
    assert lead(docent, "do all terraces share the roof?").startswith("Yes.")


def test_what_may_be_is_not_said_of_all(docent: Docent) -> None:
    assert not lead(docent, "do all terraces have a locked cellar?").startswith("Yes.")


def test_another_statement_tells_whose_it_is(docent: Docent) -> None:
    assert lead(docent, "can a leak in the roof of the main building affect all terraces?").startswith("Yes.")


def test_words_of_two_clauses_state_nothing_together(docent: Docent) -> None:
    assert not lead(docent, "do terraces share gas?").startswith("Yes.")


def test_what_is_listed_is_said_with_what_it_is_listed_for(docent: Docent) -> None:
    assert lead(docent, "do the sheds of a cottage hold firewood?").startswith("Yes.")


def test_what_is_said_of_both_has_to_hold_of_each(docent: Docent) -> None:
    assert lead(docent, "do terraces and cottages both share a roof?").startswith("No.")
    assert lead(docent, "Terraces and cottages share a roof").startswith("No.")


@pytest.mark.parametrize(
    "question", ["a terrace and a cottage are the same thing", "Terraces and cottages are the same, right?"]
)
def test_two_that_are_told_apart_are_not_the_same(docent: Docent, question: str) -> None:
    assert lead(docent, question).startswith("No.")


def test_an_adverb_before_the_verb_leaves_a_statement_a_statement(docent: Docent) -> None:
    assert lead(docent, "True or false? A cottage most often shares the roof of the main building.").startswith("No.")


def test_what_is_not_kept_is_not_kept() -> None:
    page = "# Notes\n\n### 1. **Draft**\n\n- A draft can be changed, but the changes are not saved.\n- A draft is a **sheet**.\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert lead(docent, "are changes in a draft kept?").startswith("No.")


def test_what_is_listed_together_does_not_follow_from_one_another() -> None:
    page = "# Coats\n\n### 1. **Coat**\n\n- Coats can be cleaned, mended and sold.\n- A coat is a **garment**.\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert lead(docent, "can a coat be cleaned and mended?").startswith("Yes.")
    assert not lead(docent, "is a coat sold when it is cleaned?").startswith(("Yes.", "No."))
