"""What a fault befalls, what stands in the place of what, by what means a thing is done, and what only tells how to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Sheds

| Aspect | Barn | Booth |
| --- | --- | --- |
| Structure | Each barn has walls of its own; a ridge beam carries the roof. | Booths stand in one hall and share its roof. |
| Set-up time | Takes months. | Stands within hours. |
| Use case | For herds. | For markets. |

## Barn

### Advantages

- **Allocation**: A barn can be given its own well.

### Disadvantages

- **Hard to move**: It stays where it is.

## Booth

### Advantages

- **Quick**: It stands within hours.

### Disadvantages

- **Exposed**: Since booths share the roof, they are less sheltered than barns. A leak in that roof can damage all booths.

### 1. **Stencil**

- A stencil is a pattern from which booths are made.
- Stencils can be passed on through a depot.

### 2. **Booth**

- Booths can be opened, closed and removed without affecting the stencil.
- Posters that hang in a booth are not kept.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("are all booths damaged by a leak in the roof?", "Yes."),
        ("does removing a booth damage the stencil", "No."),
        ("can booths be removed", "Yes."),
        ("does a booth keep its posters?", "No."),
        ("is a barn a booth that is closed?", "No."),
        ("Set up a booth within hours - is this possible at all?", "Yes."),
        ("my uncle says a booth is a kind of barn, is he wrong?", "No."),
        ("can I at least give a barn its own well", "Yes."),
        ("ok other question, can booths be closed?", "Yes."),
    ],
)
def test_yes_and_no_keep_to_whom_they_are_said_of(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


def test_what_is_shared_is_not_said_to_be_inside(docent: Docent) -> None:
    reply = docent.ask("is there a roof in a booth?")

    assert reply.status == "answered"
    assert not reply.answer.lead.plain.startswith("Yes."), reply.answer.lead.plain


def test_that_another_thing_is_spared_does_not_say_that_its_own_is(docent: Docent) -> None:
    reply = docent.ask("what if the roof has a leak, are all booths affected")

    assert not reply.answer.lead.plain.startswith("No."), reply.answer.lead.plain


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("what does a booth have instead of a ridge beam?", "aspect?subjects=booth&aspects=structure"),
        ("what's the point of a booth if we have barns", "advantages?subjects=booth,barn"),
        ("barn vs booth - when to use which?", "recommend?subjects=barn,booth"),
        ("can someone explain barn vs booth quickly?", "compare?subjects=barn,booth"),
        ("why take a booth over a barn for a wedding", "advantages?subjects=booth,barn"),
        (
            "how do I pass on a stencil to a colleague?",
            "fact?subjects=stencil&facts=point/stencil/stencils-can-be-passed-on-through",
        ),
    ],
)
def test_what_is_asked_is_found(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    "question",
    [
        "how do I open a booth",
        "should I take a photo of the barn before I open it",
        "how do I paint a stencil",
        "what does a booth have instead of a chimney",
        "booth keeps collapsing, why?",
        "why does my booth keep reopening",
    ],
)
def test_instructions_and_trouble_are_declined(docent: Docent, question: str) -> None:
    assert docent.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("what do people hate about barns?", "disadvantages?subjects=barn"),
        ("what don't you like about booths", "disadvantages?subjects=booth"),
        ("what is nice about a booth", "advantages?subjects=booth"),
        ("explain booths to my depot manager", "define?subjects=booth"),
        ("barn v booth", "compare?subjects=barn,booth"),
        ("in what way are barns better", "advantages?subjects=barn"),
        ("where do booths lose", "disadvantages?subjects=booth"),
        ("where do barns beat booths", "advantages?subjects=barn,booth"),
        ("what should a startup with 5 herds use", "recommend?subjects=barn,booth&facts=cell/barn/use-case"),
        ("no clue what to pick, whats the safe bet", "recommend?subjects=barn,booth"),
    ],
)
def test_feelings_and_hurry_are_understood(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is set-up time a problem for barns?", "Yes."),
        ("is set-up time a concern for booths", "No."),
        ("is allocation supported in a barn", "Yes."),
        ("is there a ridge beam in a barn", "Yes."),
    ],
)
def test_a_problem_is_the_worse_end_of_what_it_is_said_of(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead), docent.ask(question).answer.lead.plain


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("what does the doc say about set-up time", "aspect?subjects=barn,booth&aspects=set-up-time"),
        ("is there a difference in set-up time?", "aspect?subjects=barn,booth&aspects=set-up-time"),
        ("any info on booths?", "define?subjects=booth"),
        (
            "planning a few small markets, should each get a barn or go with booths?",
            "recommend?subjects=barn,booth&facts=cell/booth/use-case",
        ),
        ("list four advantages of a barn", "advantages?subjects=barn"),
        ("are there any downsides to putting everything in a booth", "disadvantages?subjects=booth"),
        ("which is better for markets?", "recommend?subjects=barn,booth&facts=cell/booth/use-case"),
        ("anything a barn can do that a booth can't?", "advantages?subjects=barn,booth"),
        (
            "our fair takes ages because barns are slow to set up. would a booth help?",
            "confirm?subjects=booth&aspects=set-up-time&sense=better",
        ),
    ],
)
def test_a_use_a_lack_and_a_complaint_are_understood(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_what_is_said_of_the_one_is_told_though_the_other_does_not() -> None:
    reply = Docent(compiled(PAGE, built_in=KINDS)[0]).ask(
        "so if i get it right, booths share the roof and barns don't?"
    )

    assert reply.answer.lead.plain.startswith("Yes."), reply.answer.lead.plain


def test_a_later_turn_says_whom_it_meant(docent: Docent) -> None:
    first = docent.ask("drawbacks of booths")
    later = docent.ask("of the barn i mean", first.context)

    assert later.meaning is not None
    assert later.meaning.id == "disadvantages?subjects=barn"


def test_whether_it_matters_gets_neither_yes_nor_no(docent: Docent) -> None:
    lead = docent.ask("does set-up time matter for markets?").answer.lead.plain

    assert not lead.startswith(("Yes.", "No.")), lead
