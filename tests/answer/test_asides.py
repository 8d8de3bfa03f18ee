"""What stands beside a question: a heading in front of it, a number, a year, a role."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

BIKES = """# Bikes

| Aspect | Cargo bike | Road bike |
| --- | --- | --- |
| Weight | Heavy, thirty kilograms. | Light, eight kilograms. |
| Price | Expensive, for its motor. | Cheap where bought used. |
| Use case | Ideal to carry crates and children. | Ideal for races. |

## Advantages of the cargo bike

- **Load**: it carries crates of a hundred kilograms.
- **Stable**: it stands by itself.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(BIKES, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "intent", "aspects"),
    [
        ("weight: cargo bike vs road bike", "aspect", ("weight",)),
        ("price: cargo bike vs road bike?", "aspect", ("price",)),
        ("give me 2 advantages of the cargo bike", "advantages", ()),
        ("why would anyone use a cargo bike in 2026", "advantages", ()),
        ("we carry 40 crates, which one fits?", "recommend", ()),
        ("tell me like I'm a weight lifter: cargo bike vs road bike", "compare", ()),
    ],
)
def test_what_stands_beside_a_question_neither_widens_nor_spoils_it(
    docent: Docent, question: str, intent: str, aspects: tuple[str, ...]
) -> None:
    reply = docent.ask(question)
    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.aspects) == (intent, aspects)


def test_who_asks_for_what_is_said_to_do_it(docent: Docent) -> None:
    assert "cargo-bike" in str(docent.ask("who carries crates?").meaning)
    assert docent.ask("who invented the road bike?").status != "answered"
