"""Messages that claim two things, definitions that are swapped, and stories around what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Sheds

| Aspect | Barn | Booth |
| --- | --- | --- |
| Structure | Each barn has its own walls. | Booths stand in one hall and share its walls. |
| Weight | Heavy, tonnes each. | Light, kilograms each. |
| Startup time | Slow: it takes months. | Fast: it stands within hours. |

## Barn

### Advantages

- **Sheltered**: Nothing gets in.

### Disadvantages

- **Costly upkeep**: The roof needs care.

## Booth

### Advantages

- **Cheap**: It costs little.

### Disadvantages

- **Crowded**: Rows of many booths are hard to oversee.

### 1. **Stencil**

- A stencil is a drawing from which booths are made.
- Stencils are never altered.
- Stencils can be copied and deleted at any time.

### 2. **Stand**

- A stand is a sawn copy of a stencil, put up on the square.
- Stands can be painted, but the changes are not kept in the stencil.
- Stands can be sold and removed without harming the stencil.

Stencils are drawings on paper, whereas stands are things of wood.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("a stand is a drawing", "No."),
        ("so the stencil is the sawn copy?", "No."),
        ("stencil = sawn copy, stand = drawing, correct? want to note it down", "No."),
        ("is a stencil a drawing", "Yes."),
        ("a stand is a copy", "Yes."),
    ],
)
def test_a_definition_belongs_to_what_it_defines(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is it true that barns have their own walls and booths share walls?", "Yes."),
        ("is it really so that a booth is a few kilograms and a barn many tonnes? looks odd", "Yes."),
        ("a booth is many tonnes", "No."),
        ("booths have their own walls and barns are fun", "No."),
    ],
)
def test_two_claims_hold_together_or_not_at_all(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


def test_a_yes_to_two_claims_tells_what_is_stated_of_each(docent: Docent) -> None:
    meaning = docent.ask("barns have their own walls and booths share walls").meaning

    assert meaning is not None
    assert meaning.facts == ("cell/barn/structure", "cell/booth/structure")


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("New here, no carpenter. For the zoning memo I need the good and the bad of booths", "pros_cons"),
        ("why does it take so long until my barn is ready after I ordered it", "why"),
        ("how long until a booth is ready", "aspect"),
        ("give me honestly the weak points of my beloved barns", "disadvantages"),
    ],
)
def test_what_is_told_around_a_question_costs_nothing(docent: Docent, question: str, intent: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert meaning.intent == intent


def test_a_story_is_not_answered_where_something_unknown_is_asked_behind_it(docent: Docent) -> None:
    told = "My uncle read that booths replace barns."

    assert docent.ask(f"{told} What percentage of villages has signed the petition?").status == "unknown"


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("which one is the sawn copy, stencil or stand?", "stand"),
        ("which of stencil and stand is the drawing", "stencil"),
    ],
)
def test_which_of_two_is_what_only_one_is_defined_as(docent: Docent, question: str, subject: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert (meaning.intent, meaning.subjects) == ("fact", (subject,))


@pytest.mark.parametrize(
    "turn", ["what about barns?", "and what's with barns", "how does it look for barns?", "and barns?"]
)
def test_a_turn_that_names_another_asks_the_same_of_it(docent: Docent, turn: str) -> None:
    first = docent.ask("do booths share walls?")

    reply = docent.ask(turn, first.context)

    assert reply.meaning is not None
    assert (reply.meaning.intent, reply.meaning.subjects) == ("confirm", ("barn",))
    assert reply.answer.lead.plain.startswith("No.")


def test_what_is_in_it_asks_for_its_definition(docent: Docent) -> None:
    first = docent.ask("what is a stencil?")

    meaning = docent.ask("and whats in it", first.context).meaning

    assert meaning is not None
    assert (meaning.intent, meaning.subjects) == ("define", ("stencil",))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "booths are lighter, quicker to start and better sheltered, right?",
            "No. By this overview, Barn is ahead on sheltered",
        ),
        (
            "are booths lighter and quicker to start than barns?",
            "Yes. By this overview, Booth is ahead on weight and startup time",
        ),
        ("booths are lighter and better sheltered", "No."),
        ("barns are heavier and slower to start", "Yes."),
    ],
)
def test_several_ends_are_claimed_together(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    "turn",
    ["what did you mean by the first point?", "and the first point, what does it mean for us", "explain the first one"],
)
def test_a_point_of_a_list_is_explained(docent: Docent, turn: str) -> None:
    first = docent.ask("advantages of booths")

    meaning = docent.ask(turn, first.context).meaning

    assert meaning is not None
    assert meaning.facts == ("advantage/booth/cheap",)


@pytest.mark.parametrize("turn", ["I meant the other one, sorry", "no, the other one", "what about the other one"])
def test_the_other_one_is_meant(docent: Docent, turn: str) -> None:
    first = docent.ask("advantages of booths")

    meaning = docent.ask(turn, first.context).meaning

    assert meaning is not None
    assert (meaning.intent, meaning.subjects) == ("advantages", ("barn",))


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("where do barns and booths differ in weight", "aspect"),
        ("I keep hearing stencil and stand used as if they were the same. are they?", "confirm"),
        ("Barns are heavy. A friend claims that booths are lighter. Is he right?", "confirm"),
    ],
)
def test_other_wordings_ask_the_same(docent: Docent, question: str, intent: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert meaning.intent == intent


def test_a_claim_of_the_last_sentence_is_judged_by_itself(docent: Docent) -> None:
    reply = docent.ask("We have many barns, and they are heavy. A friend claims that booths are lighter. Is he right?")

    assert reply.meaning is not None
    assert reply.meaning.subjects[0] == "booth"
    assert reply.answer.lead.plain.startswith("Yes.")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("own walls are required in order to run a booth. Agree or disagree?", "No."),
        ("are own walls needed for barns?", "Yes."),
        ("will the stencil have my changes?", "No."),
    ],
)
def test_sentences_that_are_turned_round_are_judged(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


def test_what_may_be_removed_is_not_said_to_go(docent: Docent) -> None:
    assert not docent.ask("are stencils permanent?").answer.lead.plain.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("how would you define a stencil properly", "define?subjects=stencil"),
        ("weight differences between the two, short please", "aspect?subjects=barn,booth&aspects=weight"),
        ("tell me whats good about barns, boss wants arguments", "advantages?subjects=barn"),
    ],
)
def test_manner_and_reasons_for_asking_change_nothing(docent: Docent, question: str, meaning: str) -> None:
    found = docent.ask(question).meaning

    assert found is not None
    assert found.id == meaning


def test_a_no_beside_what_is_asked_is_no_yes() -> None:
    page = PAGE.replace(
        "- **Costly upkeep**: The roof needs care.",
        "- **Leaving**: Selling is slow, as tools and carts do not move along.",
    )
    docent = Docent(compiled(page, built_in=KINDS)[0])

    for question in ("if we sell the barn, do the carts come too?", "do the carts move along when a barn is sold"):
        assert not docent.ask(question).answer.lead.plain.startswith("Yes")
