"""Subjects that a list names: kinds of a thing that have headings, and options that one sentence names together."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled, facts, names
from tests.questions.judging import ROOT

KINDS = (ROOT / "intents" / "kinds.yaml").read_text("utf-8")

KNOTS = """## Kinds of knots

* Stopper knots
* Binding knots
* Loop and eye knots (LEK)

### Stopper knots

* They keep a rope from slipping out.
* Quick to tie.

### Binding knots

* They hold a parcel.

### LEK knots

* They make a loop at the end.
"""

OPTIONS = """# Record 3: a boat for the club

**Context:** We looked at Kayaks, Dinghies and Rafts.

**Considerations:**

- **Kayaks:** Fast, narrow.
- **Dinghies:** Carry a sail.
- **Rafts:** Never sink.
"""

STEPS = """# Casting off

Do Untie, Push and Row.

1. **Untie:** Take the rope off.
2. **Push:** Away from the pier.
3. **Row:** Out of the harbour.
"""


def test_kinds_that_have_headings_are_subjects() -> None:
    knowledge, problems = compiled(KNOTS, built_in=KINDS)

    assert problems == ()
    assert list(names(knowledge)) == ["stopper-knots", "binding-knots", "loop-and-eye-knots"]
    assert ("point", ("loop-and-eye-knots",), "", "They make a loop at the end.") in facts(KNOTS)
    assert [text for _, subjects, _, text in facts(KNOTS, "point") if "binding-knots" in subjects] == [
        "They hold a parcel."
    ]


def test_options_that_one_sentence_names_are_subjects() -> None:
    assert facts(OPTIONS, "cell") == [
        ("cell", ("kayaks",), "Considerations", "Fast, narrow."),
        ("cell", ("dinghies",), "Considerations", "Carry a sail."),
        ("cell", ("rafts",), "Considerations", "Never sink."),
    ]


def test_steps_are_none() -> None:
    assert compiled(STEPS, built_in=KINDS)[0].subjects == ()


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        (OPTIONS, "what is a dinghy?", "Carry a sail."),
        (OPTIONS, "do rafts sink?", "No."),
        (KNOTS, "what is a stopper knot?", "keep a rope from slipping"),
    ],
)
def test_they_are_asked_about(page: str, question: str, said: str) -> None:
    assert said in Docent(compiled(page, built_in=KINDS)[0]).ask(question).answer.lead.plain


def test_a_part_of_a_name_is_enough_beside_versus() -> None:
    page = "# Boats\n\n| Aspect | River boat | Kayak |\n|---|---|---|\n| Width | Wide | Narrow |\n"
    docent = Docent(compiled(page, built_in=KINDS)[0])

    assert docent.ask("river vs kayak").status == "answered"
    assert docent.ask("is the river wide?").status != "answered"
