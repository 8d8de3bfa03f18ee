"""Overviews of what people do: "renting" is asked about as "rent"."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# A home

| Aspect | Renting | Buying |
|---|---|---|
| Flexibility | Three months are enough to leave. | It takes months to sell. |

## Renting

**Disadvantages**

- **No equity**: what is paid is gone.

## Buying

**Advantages**

- **Equity**: it grows with each payment.
"""


@pytest.mark.parametrize(
    ("question", "intent", "subjects"),
    [
        ("rent vs buy", "compare", ("renting", "buying")),
        ("should I rent or buy?", "recommend", ("renting", "buying")),
        ("disadvantages if i rent", "disadvantages", ("renting",)),
        ("flexibility of buying", "aspect", ("buying",)),
    ],
)
def test_what_is_done_is_named_by_its_verb_as_well(question: str, intent: str, subjects: tuple[str, ...]) -> None:
    reply = Docent(compiled(PAGE, built_in=KINDS)[0]).ask(question)

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.subjects) == (intent, subjects)
