"""Overviews that hold no table: pros, cons and advice are set side by side and chosen from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

CARS = """# Electric and petrol cars

**Electric cars**

Pros:
* Cheap to run
* Quiet: you hardly hear them.

Cons:
* Charging takes half an hour

**Petrol cars**

Pros:
* Refuelled in minutes

Cons:
* Pollute the air

If you drive long distances every day, take a petrol car. For short trips in the city, choose an electric car.
"""

STORES = """# Choosing a store

| | KlapoDB | Shelf |
|---|---|---|
| **Joins** | :white_check_mark: | :x: |
| **Model** | Tables | Documents |

## When to use KlapoDB

- Your data has many relations

## When to use Shelf

- The shape of your data changes often
- You write a lot
"""


@pytest.mark.parametrize(
    ("page", "question", "start"),
    [
        (CARS, "electric cars vs petrol cars", "Electric cars have 2 advantages and 1 disadvantage; Petrol cars have"),
        (
            CARS,
            "which one should i take for long distances",
            "Petrol cars, by this overview. Petrol cars: If you drive long",
        ),
        (
            CARS,
            "what should i take for short trips in the city",
            "Electric cars, by this overview. Electric cars: For short trips",
        ),
        (STORES, "when should i use shelf", "Shelf: The shape of your data changes often."),
        (STORES, "does shelf support joins?", "No. By this overview: Shelf: Joins: :x:"),
        (STORES, "does klapo support joins?", "Yes. By this overview: KlapoDB: Joins: :white_check_mark:"),
    ],
)
def test_what_is_said_of_them_answers(page: str, question: str, start: str) -> None:
    reply = Docent(compiled(page, built_in=KINDS)[0]).ask(question)
    assert reply.status == "answered"
    assert reply.answer.lead.plain.startswith(start)


def test_all_that_is_advised_for_one_is_told() -> None:
    reply = Docent(compiled(STORES, built_in=KINDS)[0]).ask("when should i use shelf")
    assert "You write a lot" in str(reply.answer.parts)
    assert "relations" not in str(reply.answer)
