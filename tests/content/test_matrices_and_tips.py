"""Feature matrices under a heading of that name, sides behind a name and a dash, and advice sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Velvet rope, garden gate or turnstile

### Feature matrix

| Feature | Velvet rope | Garden gate | Turnstile |
| --- | --- | --- | --- |
| Works outdoors | ❌ | ✅ | ✅ |
| Compliance (fire code) | ✅ | ✅ | ⚠️ needs a permit |
| Setup time | minutes | weeks | days |

### Velvet rope - what we liked

1. Elegant on photos

### Velvet rope - what we did not like

1. Children slip under it

### Garden gate: upsides

1. Quiet

### Garden gate: downsides

1. Painting is tedious

### Turnstile

The turnstile counts heads. For every guest the turnstile clicks.

**Bad:** wiring it is complex; grandmothers dislike it.

> **Tip:** For a gala take the rope. For anything with ticket sales stay with the turnstile. If kids come in crowds, go with the gate.
"""
ADVISED = """# Stairs or lift

| Topic | Stairs | Lift |
| --- | --- | --- |
| Speed | slow | fast |

### Recommendation

Porters should take the lift at least two times a day. Guests may walk wherever a carpet lies. It is clean there. For parties we close the stairs.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def test_feature_under_feature_matrix_names_the_rows() -> None:
    knowledge, problems = compiled(PAGE, built_in=KINDS)

    assert not problems
    assert [subject.name for subject in knowledge.subjects] == ["Velvet rope", "Garden gate", "Turnstile"]
    assert {"Works outdoors", "Setup time"} <= {aspect.name for aspect in knowledge.aspects}


def test_a_side_may_stand_behind_a_name() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    sides = {(fact.kind, *fact.subjects): fact.prose.plain for fact in knowledge.facts}
    assert sides["advantage", "velvet-rope"] == "Elegant on photos"
    assert sides["disadvantage", "velvet-rope"] == "Children slip under it"
    assert sides["advantage", "garden-gate"] == "Quiet"
    assert sides["disadvantage", "garden-gate"] == "Painting is tedious"


def test_a_tip_is_advice_sentence_by_sentence() -> None:
    knowledge, _ = compiled(PAGE, built_in=KINDS)

    advice = {fact.subjects: fact.prose.plain for fact in knowledge.facts if fact.kind == "advice"}
    assert advice["velvet-rope",].endswith("For a gala take the rope.")
    assert advice["turnstile",].startswith("For anything with ticket sales")
    assert advice["garden-gate",].startswith("If kids come in crowds")


def test_what_goes_on_with_it_stays_with_the_sentence_before() -> None:
    knowledge, _ = compiled(ADVISED, built_in=KINDS)

    advice = [fact.prose.plain for fact in knowledge.facts if fact.kind == "advice"]
    assert advice == [
        "Porters should take the lift at least two times a day.",
        "Guests may walk wherever a carpet lies. It is clean there.",
        "For parties we close the stairs.",
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is the rope compliant?", "Yes."),
        ("does the velvet rope work outdoors", "No."),
        ("is the turnstile complex?", "Yes. By this overview: Turnstile: wiring"),
        ("where should ticket sales stay", "stay with the turnstile"),
        ("should we take the rope for a gala?", "Velvet rope, by this overview"),
        ("which is set up fastest?", "Velvet rope, by this overview"),
    ],
)
def test_questions_to_the_matrix_and_the_tip(docent: Docent, question: str, told: str) -> None:
    assert told in docent.ask(question).answer.lead.plain


def test_how_often_is_told_by_the_advice_that_says_so() -> None:
    docent = Docent(compiled(ADVISED, built_in=KINDS)[0])

    assert "two times a day" in docent.ask("how many times a day do porters take the lift").answer.lead.plain
