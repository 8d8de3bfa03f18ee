"""What a thing is set beside, whether it lasts beside another, and claims that go on: in whatever order they are put."""

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
| Size | Large, hundreds of metres. | Small, a few metres. |
| Set-up time | Slow: it takes months. | Fast: it stands within hours. |
| Portability | Hard to move. | Easy to move. |
| Use case | For herds of cattle. | For street markets. |

## Barn

### Advantages

- **Sheltered**: Nothing gets in.
- **Lasting**: A barn stands for a century.

### Disadvantages

- **Costly upkeep**: The roof needs care.

## Booth

### Advantages

- **Quick**: It stands within hours.

### Disadvantages

- **Crowded**: Rows of many booths are hard to oversee.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Compared with a barn, a booth is usually the smaller one.", "Yes."),
        ("compared to a booth, a barn is smaller", "No."),
        ("In comparison with barns booths are bigger", "No."),
        ("Are barns smaller, compared to booths?", "No."),
        ("unlike booths, barns share their walls", "No."),
        ("booths share their walls, unlike barns", "Yes."),
        ("unlike barns a booth is slow to set up", "No."),
    ],
)
def test_a_claim_is_of_what_is_set_beside_the_other(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "why aren't barns dead yet?",
        "why haven't booths replaced barns",
        "why haven't barns been replaced by booths yet",
        "why didn't the booth kill the barn",
        "why are barns still around",
        "Booths are quick to set up, so why does the barn still exist?",
        "if booths are so small, why would anyone still use a barn",
        "why do rich farmers still keep so many barns",
        "why would I want a barn if booths are smaller",
        "why use a barn when a booth is up faster",
        "what is the point of barns in 2024 if booths do it all",
    ],
)
def test_why_a_thing_is_still_there_asks_what_speaks_for_it(docent: Docent, question: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert (meaning.intent, meaning.subjects) == ("advantages", ("barn",))


@pytest.mark.parametrize("question", ["are barns dead?", "are barns obsolete by now", "will booths kill barns"])
def test_whether_it_is_done_with_asks_what_each_is_for(docent: Docent, question: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert meaning.intent == "recommend"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("a booth is small, it has its own walls", "No."),
        ("A booth has no walls of its own, it shares the walls of the hall.", "Yes."),
        ("barns are large and they share their walls", "No."),
        ("Booths are small. They are slower than barns to set up", "No."),
        ("as far as I've read a booth is small, it shares its walls. Is that so?", "Yes."),
    ],
)
def test_of_a_claim_that_goes_on_each_part_is_judged(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("it's the barn which has its own walls", "Yes."),
        ("it's the booth that has its own walls, right?", "No."),
        ("it's the booth that is smaller, not the barn", "Yes."),
        ("barns are smaller, not booths", "No."),
        ("everybody uses barn and booth like it's the same thing, is it?", "No."),
        ("do barn and booth mean the same thing", "No."),
        ("a booth has no walls of its own installed", "Yes."),
        ("does a booth come with walls of its own", "No."),
        ("barns bundle their own walls", "Yes."),
        ("barns are bigger than booths, change my mind", "Yes."),
        ("is a booth smaller because it has no walls of its own?", "Yes."),
    ],
)
def test_a_roundabout_claim_is_judged_as_a_plain_one(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


def test_why_one_is_ahead_begins_with_the_one_that_is(docent: Docent) -> None:
    meaning = docent.ask("which is easier to carry around, barns or booths, and why?").meaning

    assert meaning is not None
    assert meaning.subjects == ("booth", "barn")


def test_a_use_decides_before_what_is_named_beside_it(docent: Docent) -> None:
    reply = docent.ask("we have many street markets, barns or booths?")

    assert reply.meaning is not None
    assert reply.meaning.intent == "recommend"
    assert reply.answer.lead.plain.startswith("Booth")


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Name two drawbacks of barns that an honest seller would admit", "disadvantages"),
        ("which is easier to move and why, explain in simple words", "why"),
        ("what do you mean by slow", "aspect"),
        ("booth, what was that again", "define"),
    ],
)
def test_how_it_is_told_is_not_what_is_asked(docent: Docent, question: str, intent: str) -> None:
    meaning = docent.ask(question).meaning

    assert meaning is not None
    assert meaning.intent == intent


def test_what_only_its_condition_speaks_of_gets_no_yes(docent: Docent) -> None:
    assert not docent.ask("if the hall falls down do the booths fall down").answer.lead.plain.startswith("Yes")


def test_what_is_easy_to_pick_up_is_easy_to_learn(docent: Docent) -> None:
    assert docent.ask("which of the two is easier to pick up for beginners").status == "unknown"
