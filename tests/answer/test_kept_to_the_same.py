"""A statement that wants two things to be the same, and parts that are named beside their whole, over a field of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PLUGS = """# Travelling with appliances

| Aspect | Adapter | Converter |
| --- | --- | --- |
| Weight | Light. | Heavy, because a full transformer is inside. |

## Advantages and disadvantages of the Adapter

**Disadvantages**:

1. **Limited mains support**: An adapter is limited to appliances for the same mains as the socket's (European appliances in
   European sockets, for example).

## Advantages and disadvantages of the Converter

**Advantages**:

1. **Multiple mains support**: A converter takes appliances made for several mains.

A converter and its transformer are easily mixed up, **sockets** and **fuses** too.

### 1. **Socket**

- A socket is a **frame** in the wall from which fuses are loaded.
- Sockets are **fixed**: once built, they never move.

### 2. **Fuse**

- A fuse is a **spare part of a socket**.
- Fuses can be **replaced** without harming the socket.
"""

PHRASES = """
opposites: |
  european / american
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PLUGS, PHRASES, built_in=KINDS)[0])


@pytest.mark.parametrize(
    "question",
    [
        "Can I run a European appliance on American mains with an adapter?",
        "an adapter lets american appliances run on european mains, right?",
    ],
)
def test_two_that_differ_are_denied_by_what_wants_the_same(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert reply.meaning.intent == "confirm"
    assert reply.answer.lead.plain.startswith("No. By this overview: Adapter: Limited mains support")


def test_an_example_denies_no_other(docent: Docent) -> None:
    lead = docent.ask("Is an adapter limited to American appliances?").answer.lead.plain

    assert not lead.startswith(("Yes", "No"))


def test_what_is_unlike_others_without_a_name_is_not_told(docent: Docent) -> None:
    assert docent.ask("How does an adapter differ from other travel gadgets?").status == "unknown"
    assert docent.ask("How does an adapter differ from a converter?").status == "answered"


def test_a_statement_about_one_part_that_names_the_other_is_about_both(docent: Docent) -> None:
    reply = docent.ask("Does replacing a fuse harm the socket?")

    assert reply.meaning is not None
    assert set(reply.meaning.subjects) == {"fuse", "socket"}
    assert "without harming the socket" in reply.answer.lead.plain
