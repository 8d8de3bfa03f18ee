"""Claims of something different, of whichever there is and of one alone; and asking around a thing, over a field of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

LODGING = """# Hostels against cottages

| Aspect | Hostel | Cottage |
| --- | --- | --- |
| Layout | Dormitories that share the kitchen of the house. | Every cottage has its own kitchen. |
| Size | Small. | Large. |
| Safety | Weak: one door for all. | Strong: a door for each. |
| Reception desk | None, a key box. | A host who lives next door. |
| Use case | Ideal for backpackers and short stays. | Suited to families. |

## Hostels

### Advantages

- **Low price**: a bed costs little.

### Disadvantages

- **Noise**: one snorer can wake all hostels along the corridor.
- **Strict rules**: guests are limited to the same check-in hour as the house's.

## Cottages

### Advantages

- **Privacy**: nobody else is there.

### Disadvantages

- **Cleaning**: guests have to clean up, and not every stain goes away easily.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(LODGING, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("can a hostel use a different kitchen?", "No."),
        ("does a hostel have another kitchen?", "No."),
        ("do hostels use different kitchens?", "No."),
        ("do hostels run on the same kitchen?", "Yes."),
        ("does a hostel have its own kitchen?", "No."),
        ("is a cottage's kitchen its own?", "Yes."),
        ("true or false: a snorer wakes only one hostel", "No."),
        ("does a cottage have a kitchen of the house?", "No."),
        # Whoever has none of what a row is called has it not, and the other has it.
        ("does a hostel have a reception desk?", "No."),
        ("I don't need any reception desk for a cottage, right?", "No."),
        ("is there a reception desk at a cottage?", "Yes."),
        ("is it possible to clean up in a cottage?", "Yes."),
    ],
)
def test_a_claim_of_something_different(docent: Docent, asked: str, begins: str) -> None:
    reply = docent.ask(asked)
    assert reply.answer.lead.plain.startswith(begins)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("is a cottage better at everything?", "No. It depends: by this overview, Hostel is ahead on size, Cottage is"),
        ("cottages win on every point, right?", "No. It depends: by this overview, Hostel is ahead on size"),
        ("is a hostel always better than a cottage?", "No. It depends: by this overview, Cottage is ahead on safety"),
        ("are hostels better at anything?", "Yes. By this overview"),
        ("A cottage is always the better choice. Agree?", "No. It depends: by this overview"),
        ("is a hostel worse in any respect?", "Yes. By this overview, Cottage is ahead on"),
    ],
)
def test_a_claim_of_all_points_is_denied_by_one(docent: Docent, asked: str, begins: str) -> None:
    assert docent.ask(asked).answer.lead.plain.startswith(begins)


def test_what_else_is_told_pictures_nothing(docent: Docent) -> None:
    asked = "advantages of cottages? Preparing slides for the steering committee"
    assert docent.ask(asked).meaning == docent.ask("advantages of cottages?").meaning


def test_what_for_denies_nothing_that_is_asked(docent: Docent) -> None:
    asked = "do guests of a cottage have to clean up so the next ones don't complain?"
    assert docent.ask(asked).answer.lead.plain.startswith("Yes.")


def test_what_others_share_one_may_have_all_the_same(docent: Docent) -> None:
    assert not docent.ask("does a cottage have a kitchen?").answer.lead.plain.startswith("No.")


def test_what_one_is_meant_for_is_not_denied_to_the_other(docent: Docent) -> None:
    assert docent.ask("do cottages support backpackers?").answer.lead.plain.startswith("By this overview: Cottage")


def test_what_is_shared_says_no_yes_to_whichever_there_is(docent: Docent) -> None:
    assert not docent.ask("can a hostel be run in any kitchen?").answer.lead.plain.startswith("Yes.")


def test_a_different_thing_is_not_denied_by_the_same_of_another(docent: Docent) -> None:
    assert not docent.ask("can hostel guests check in at a different house?").answer.lead.plain.startswith("No.")


@pytest.mark.parametrize(
    ("asked", "meaning"),
    [
        ("what does a cottage have that a hostel has not?", "advantages?subjects=cottage,hostel"),
        ("what do hostels offer that cottages don't", "advantages?subjects=hostel,cottage"),
        ("what does a cottage have that hostels lack", "advantages?subjects=cottage,hostel"),
        ("what does a cottage lack that hostels have", "disadvantages?subjects=cottage,hostel"),
        ("drawbacks of hostels nobody tells you about", "disadvantages?subjects=hostel"),
        ("downsides of cottages that people never mention", "disadvantages?subjects=cottage"),
        ("who wins overall, hostel or cottage", "recommend?subjects=hostel,cottage"),
        # A small backpacker wants nothing small.
        ("I travel with ten small backpackers, what should I take?", "recommend?subjects=hostel,cottage&facts="),
        ("why do families still bother with hostels now that there are cottages", "advantages?subjects=hostel"),
        ("every stain goes away, agree or disagree?", "confirm?"),
        # Who says so, wherever that stands, and who made what is asked of.
        ("explain why everybody says cottages are safer", "why?subjects=cottage&aspects=safety"),
        ("is the cottage that we built large?", "confirm?subjects=cottage&aspects=size"),
        ("why do hotel guests complain that hostels are unsafe", "why?subjects=hostel&aspects=safety"),
        ("list the benefits of cottages for a 5 mark question", "advantages?subjects=cottage"),
        ("what's the difference in size, are we talking feet or miles", "aspect?subjects=hostel,cottage&aspects=size"),
        # Behind a "please" stands why it is hurried, or what else is asked.
        ("advantages of cottages please, train leaves in 5 min", "advantages?subjects=cottage"),
        ("size of a hostel please, and of a cottage", "aspect?subjects=hostel,cottage&aspects=size"),
        # A story behind a question is none of it.
        (
            "why is a hostel so small? I still had to share a room. It was gone by noon.",
            "why?subjects=hostel&aspects=size",
        ),
    ],
)
def test_what_is_asked_in_a_roundabout_way(docent: Docent, asked: str, meaning: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id.startswith(meaning)


@pytest.mark.parametrize(
    "asked",
    [
        "is there any app to see how noisy each hostel is?",
        "I'm comparing hostels with motels, which is smaller?",
        "is there a way to make a hostel safer?",
        "has a hostel ever been robbed because of one door?",
        "when does the door of a hostel become wide?",
        "how often do I have to clean a cottage?",
        "can I run a hostel inside a cottage and is it safe?",
    ],
)
def test_what_the_overview_does_not_tell_is_declined(docent: Docent, asked: str) -> None:
    assert docent.ask(asked).status != "answered"
