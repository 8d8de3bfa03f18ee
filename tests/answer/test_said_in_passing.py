"""What stands around a question: how long the answer may be, whom it is for, a story before it, and "why not?" behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Lamps

| Aspect | LED | Candle |
| --- | --- | --- |
| Price | Expensive, ten coins. | Cheap, one coin. |
| Startup time | Instant. | Slow, a minute until it burns well. |
| Service | It is serviced once in its life. | The same wick is trimmed over and over again. |

## LED

- An LED is a **diode** that shines.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("in one sentence: LED?", "define?subjects=led"),
        ("Describe an LED in your own words", "define?subjects=led"),
        ("does a candle save me money?", "confirm?subjects=candle&aspects=price&sense=better"),
        ("how long until I can power it on? I mean the candle", "aspect?subjects=candle&aspects=startup-time"),
        (
            "Before I embarrass myself on Monday, could you tell me the price of an LED?",
            "aspect?subjects=led&aspects=price",
        ),
        ("Candles are slower to start. Why is that?", "why?subjects=candle&aspects=startup-time&sense=worse"),
        ("An LED is more expensive. Why?", "why?subjects=led&aspects=price&sense=worse"),
    ],
)
def test_the_question_is_found(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning
