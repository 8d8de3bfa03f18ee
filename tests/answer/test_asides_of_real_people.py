"""How people put a question round a question, over a field of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

FERRIES = """# Crossing the bay

| Aspect | Ferry | Tunnel |
| --- | --- | --- |
| Speed | A ferry is slow: forty minutes. | The tunnel is fast: five minutes. |
| Weather | It shares its fate with the waves. | It has its own roof, so that no storm harms it. |
| Walls | None. | A full lining of steel is in it. |

## Advantages and disadvantages of the Ferry

**Advantages**

- **Sea view**: gulls come along.
- **Sunbathing**: there is a deck.

**Disadvantages**

- **Storm stops**: in a storm it stays in the harbour.

## Advantages and disadvantages of the Tunnel

**Advantages**

- **Punctuality**: it never waits for the tide.

**Disadvantages**

- **Toll**: each car pays for it.

In simple terms, a ferry is like a **snail**, and a tunnel is a **mole**.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(FERRIES, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "intent", "subjects"),
    [
        ("wat is the ferry", "define", ("ferry",)),
        ("diff b/w ferry and tunnel", "compare", ("ferry", "tunnel")),
        ("How does a ferry work?", "define", ("ferry",)),
        ("and the fastest one is?", "verdict", ("ferry", "tunnel")),
        (
            "Isn't the ferry just a tunnel? What is the difference between a ferry and a tunnel?",
            "compare",
            ("ferry", "tunnel"),
        ),
        ("Is the ferry just a tunnel or not?", "confirm", ("ferry", "tunnel")),
        ("Is the ferry just a glorified name for a tunnel?", "confirm", ("ferry", "tunnel")),
        ("I don't get why I would take the tunnel instead of the ferry", "advantages", ("tunnel", "ferry")),
        ("When should I not take the ferry?", "disadvantages", ("ferry",)),
        ("How does the tunnel improve on the ferry?", "advantages", ("tunnel", "ferry")),
        ("why is it faster than the ferry?", "why", ("tunnel", "ferry")),
        ("We have the ferry. They want a tunnel. What would we gain?", "advantages", ("tunnel", "ferry")),
        ("What is the main advantage of a tunnel? a) slower b) sunbathing c) faster", "advantages", ("tunnel",)),
        ("If the ferry is the snail, what is the tunnel?", "analogy", ("ferry", "tunnel")),
        ("Is it possible to have sunbathing on the ferry?", "confirm", ("ferry",)),
    ],
)
def test_what_is_meant_is_found_in_real_wording(
    docent: Docent, question: str, intent: str, subjects: tuple[str, ...]
) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.subjects) == (intent, subjects)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("True or false: the ferry includes a full lining of steel.", "No"),
        ("If there is a storm, does it harm the tunnel?", "No"),
        ("Can the ferry give us sunbathing?", "Yes"),
    ],
)
def test_yes_or_no_comes_first(docent: Docent, question: str, verdict: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(f"{verdict}. By this overview")


@pytest.mark.parametrize(
    "question",
    [
        "What is a hydrofoil and how does it relate to a ferry?",
        "Do we have a limit of ferries here?",
        "Is it legal to swim through the tunnel?",
        "Is the ferry hard to steer?",
        "Can walruses use the tunnel?",
    ],
)
def test_what_is_asked_of_something_else_is_not_answered(docent: Docent, question: str) -> None:
    assert docent.ask(question).status == "unknown"
