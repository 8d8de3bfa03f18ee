"""What befalls one thing where something is done to another: yes or no, by a statement of what it does not affect."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Letters

### 1. **Master copy**

- A master copy is a **sheet** that is kept in a safe.
- It can be **lent** to other houses.

### 2. **Handout**

- A handout is a **print** of a master copy.
- Handouts can be **folded, torn and burned** without affecting the master copy.
- Each handout is small.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "If I burn a handout, does the master copy go away too?",
        "does folding a handout change the master copy",
        "Is the master copy destroyed when a handout is torn?",
        "Folding a handout damages its master copy. True?",
        "do i lose the master copy if i burn the handout",
        "is my master copy gone when I burn a handout?",
    ],
)
def test_what_is_not_affected_is_not_lost(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.answer.lead.plain.startswith("No."), reply.answer.lead.plain
    assert "without affecting the master copy" in reply.answer.lead.plain


@pytest.mark.parametrize(
    "question",
    [
        "can I burn a handout without losing the master copy?",
        "will the master copy still be there after I burn the handout?",
        "Does the master copy stay intact when the handout is torn?",
    ],
)
def test_what_is_not_affected_is_kept(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.answer.lead.plain.startswith("Yes."), reply.answer.lead.plain


@pytest.mark.parametrize(
    "question", ["does lending a master copy change the handout", "is the handout lost when the master copy is lent?"]
)
def test_of_the_other_way_round_it_says_nothing(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.status != "answered" or not reply.answer.lead.plain.startswith(("Yes.", "No.")), reply.answer


COPIED = """# Drawings

### 1. **Stencil**

- A stencil is a **sheet** with holes, which never changes.

### 2. **Poster**

- A poster is a **print** of a stencil.
- While a poster hangs, it can be painted over and changed, but the changes do not go back to the stencil.
"""


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("does a poster change its stencil?", "No."),
        ("if I change a poster, does the stencil change too?", "No."),
        ("is the stencil changed when a poster is painted over", "No."),
        ("a poster never changes its stencil, right?", "Yes."),
        ("can a poster be changed without changing the stencil?", "Yes."),
    ],
)
def test_what_happens_to_the_one_is_not_said_of_the_other(question: str, first: str) -> None:
    reply = Docent(compiled(COPIED, built_in=KINDS)[0]).ask(question)

    assert reply.answer.lead.plain.startswith(first), reply.answer.lead.plain


def test_it_is_not_turned_round() -> None:
    reply = Docent(compiled(COPIED, built_in=KINDS)[0]).ask("does changing a stencil change the poster?")

    assert not reply.answer.lead.plain.startswith(("Yes.", "No.")), reply.answer.lead.plain


def test_what_the_other_thing_is_like_is_not_done_to_it() -> None:
    reply = Docent(compiled(COPIED, built_in=KINDS)[0]).ask("is a poster the same as a hanging stencil?")

    assert "do not go back" not in reply.answer.lead.plain
