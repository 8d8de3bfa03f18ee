"""Set phrases, asides and sentences that point back: read as what they stand for, whatever the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Barn or booth

| Aspect | Barn | Booth |
| --- | --- | --- |
| Structure | Each barn has its own walls, which a ridge beam holds. | Booths stand in one hall and share its walls. |
| Size | Large, hundreds of metres. | Small, a few metres. |
| Set-up time | Slow: it takes months. | Fast: it stands within hours. |
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

### 1. **Stall plan**

- A stall plan is a drawing from which booths are built.
- It contains the measures and the colours.
- Stall plans can be shared through the market office.
- Stall plans are never changed once they are drawn.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


def _meant(docent: Docent, *turns: str) -> tuple[str, tuple[str, ...]]:
    """Intent and subjects of the answer to the last turn."""
    reply = docent.ask(turns[0])
    for turn in turns[1:]:
        reply = docent.ask(turn, reply.context)
    assert reply.meaning is not None, turns[-1]
    return reply.meaning.intent, tuple(sorted(reply.meaning.subjects))


@pytest.mark.parametrize(
    "question",
    [
        "can you put barns and booths next to each other for me",
        "lay barn and booth side by side please",
        "can someone break down barns against plain old booths for me",
        "Which are the principal points where they are not the same, barns and booths?",
        "I must talk about barns and booths. Which are the chief points where they differ?",
    ],
)
def test_two_are_compared_in_whatever_phrase(docent: Docent, question: str) -> None:
    assert _meant(docent, question) == ("compare", ("barn", "booth"))


@pytest.mark.parametrize(
    ("question", "intent", "subject"),
    [
        ("list the weaknesses of a booth (exam prep)", "disadvantages", "booth"),
        ("pros and cons of barns (for a talk on friday)", "pros_cons", "barn"),
        ("My boss wants to know what we'd gain by moving to booths. Short list please.", "advantages", "booth"),
        ("what would we lose with a barn, they'd like to know", "disadvantages", "barn"),
        ("I keep reading 'stall plan' everywhere. What is that exactly?", "define", "stall-plan"),
        ("people talk about stall plans all day. What are those?", "define", "stall-plan"),
        ("where does the ridge beam come in", "fact", "barn"),
        ("where does a ridge beam fit into all this", "fact", "barn"),
        ("how much room does a barn eat, ballpark", "aspect", "barn"),
        ("what do people use a barn for?", "recommend", "barn"),
        ("what do folks usually host in booths", "recommend", "booth"),
        ("what's a stall plan, heard it at the market and nodded", "define", "stall-plan"),
    ],
)
def test_what_stands_around_a_question_is_not_asked(docent: Docent, question: str, intent: str, subject: str) -> None:
    assert _meant(docent, question) == (intent, (subject,))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("T/F: booths share their walls", "Yes."),
        ("T/F: a booth has its own walls", "No."),
        ("I'm told barns are smaller. Is it so?", "No."),
        ("A booth is quick to set up. Is that true?", "Yes."),
        ("is a barn smaller than a booth or nah", "No."),
        ("can I hand a stall plan to a colleague?", "Yes."),
        ("could we pass our stall plan on to another team", "Yes."),
    ],
)
def test_a_claim_is_judged_in_whatever_phrase(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        (("downsides of barns", "then why does anybody still use them??"), ("advantages", ("barn",))),
        (("is a barn smaller than a booth?", "so why do people still use them"), ("advantages", ("barn",))),
        (("what is a stall plan", "and what's inside of it?"), ("define", ("stall-plan",))),
        (("what is a stall plan", "what does it have inside"), ("define", ("stall-plan",))),
    ],
)
def test_a_turn_points_back(docent: Docent, turns: tuple[str, ...], meant: tuple[str, tuple[str, ...]]) -> None:
    assert _meant(docent, *turns) == meant


@pytest.mark.parametrize(
    "question",
    [
        "how do booths talk to each other (two-way radio)",
        "which law speaks against booths in Bavaria",
        "can I send a parcel to my booth",
        "where does the fire brigade come in",
        "My booth collapsed. What is that going to cost?",
        "how likely is it that somebody steals a barn on the hill",
    ],
)
def test_what_the_page_does_not_tell_is_declined_all_the_same(docent: Docent, question: str) -> None:
    assert docent.ask(question).status == "unknown"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is the set-up time as good as with booths?", "No."),
        ("is a barn on par with a booth in set-up time", "No."),
        ("T/F: a booth has its own walls instead of sharing them", "No."),
        ("booths share their walls rather than having their own, right?", "Yes."),
        ("booths share their walls instead of having their own, true or false?", "Yes."),
        ("a booth has its own walls instead of sharing them, T/F?", "No."),
        ("can we scrap the stall plan w/o wrecking the booth", "I don't know"),
    ],
)
def test_what_is_set_beside_a_claim_is_not_claimed(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        (("set-up time of barns and booths", "sorry meant size, not set-up time"), ("aspect", ("barn", "booth"))),
        (("pros and cons of barns", "same two lists for booths now"), ("pros_cons", ("booth",))),
        (("is a barn smaller than a booth?", "are u sure? i thought it was"), ("confirm", ("barn", "booth"))),
    ],
)
def test_a_turn_sets_right_goes_on_or_doubts(
    docent: Docent, turns: tuple[str, ...], meant: tuple[str, tuple[str, ...]]
) -> None:
    assert _meant(docent, *turns) == meant


def test_a_choice_behind_a_story_asks_what_to_take() -> None:
    docent = Docent(compiled(PAGE, built_in=KINDS)[0])

    assert _meant(docent, "We sell cheese on street markets, every saturday. barn or booth")[0] == "recommend"


@pytest.mark.parametrize(
    "question",
    [
        "since which year have barns been lasting",
        "which is better, type 1 or type 2",
        "oldest version of the booth",
        "who is the firm behind booths",
        "in which release did barns come",
    ],
)
def test_single_data_that_are_not_told_are_declined(docent: Docent, question: str) -> None:
    assert docent.ask(question).status == "unknown"
