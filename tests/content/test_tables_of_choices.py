"""Tables that say who is ahead or what to choose, tables of likenesses, and names that a title shortens."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled, facts, names
from tests.questions.judging import ROOT

KINDS = (ROOT / "intents" / "kinds.yaml").read_text("utf-8")

BOATS = """# Kayak vs Canoe for lakes

| Aspect | Kayak | Canoe | Winner |
|---|---|---|---|
| Speed | Slices along | Plods along | Kayak |
| Luggage | A little | Very much | Canoe |
| Weight | 20 kg | 20 kg | Tie |

## Which one when

| Trip | Take | Why |
|---|---|---|
| A family with a dog | Canoe | It has room |
| White water | Kayak | It has a deck |

## Analogies

| | Kayak | Canoe |
|---|---|---|
| **Analogy** | A bicycle | A van |
| On the road | It slips past the queue | It waits with the others |
"""

KNOTS = """# Bowline vs Clove hitch

| Situation | ✅ Use **Bowline** | ✅ Use **Clove hitch** |
|---|---|---|
| Load | Heavy and steady | Light and short |
| Shape | A loop | A round post |
"""

LAMPS = """# Lamp-based and gas heating for barns

| | Lamp-Based Heating | Gas Heating |
|---|---|---|
| Fuel | Current | Bottles |
| Noise | None | A hiss |

| Where | Lamp Heating | Gas Heating |
|---|---|---|
| Stable | Above the door | Outside |
"""


def asked(page: str, question: str) -> str:
    reply = Docent(compiled(page, built_in=KINDS)[0]).ask(question)
    assert reply.status == "answered"
    return reply.answer.lead.plain


def test_a_column_that_says_who_is_ahead_names_nobody() -> None:
    knowledge, problems = compiled(BOATS, built_in=KINDS)

    assert problems == ()
    assert list(names(knowledge)) == ["kayak", "canoe"]
    assert knowledge.comparisons[0].headers == ("Kayak", "Canoe")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("which takes more luggage, kayak or canoe?", "Canoe, by this overview"),
        ("is a kayak faster?", "Yes."),
        ("what should I take with a dog?", "Canoe, by this overview"),
        ("kayak or canoe for white water?", "Kayak, by this overview"),
    ],
)
def test_who_is_ahead_and_what_to_choose_is_read_off_such_columns(question: str, start: str) -> None:
    assert asked(BOATS, question).startswith(start)


def test_who_is_ahead_nowhere_has_no_advantage() -> None:
    knowledge, _ = compiled(BOATS, built_in=KINDS)

    assert [(fact.label, fact.subjects) for fact in knowledge.facts if fact.kind == "advantage"] == [
        ("Speed", ("kayak",)),
        ("Luggage", ("canoe",)),
    ]


def test_a_table_of_likenesses_compares_nothing() -> None:
    knowledge, _ = compiled(BOATS, built_in=KINDS)

    assert [fact.prose.plain for fact in knowledge.facts if fact.kind == "analogy"][:2] == ["A bicycle", "A van"]
    assert "on-the-road" not in {aspect.id for aspect in knowledge.aspects}
    assert asked(BOATS, "explain a canoe with an analogy") == "Canoe: A van."


def test_what_all_columns_say_in_front_is_no_part_of_their_names() -> None:
    knowledge, _ = compiled(KNOTS, built_in=KINDS)

    assert [subject.name for subject in knowledge.subjects] == ["Bowline", "Clove hitch"]


def test_columns_that_end_alike_are_those_of_another_table() -> None:
    page = LAMPS.replace("Lamp Heating", "Lamp-Based Heating")
    knowledge, _ = compiled(page, built_in=KINDS)

    assert len(knowledge.subjects) == 2


def test_an_author_adds_names_of_columns() -> None:
    page = (
        "# Boats\n\n| Row | Kayak | Canoe | Quartermaster says |\n|---|---|---|---|\n| Speed | Fast | Slow | Kayak |\n"
    )
    mine = "columns:\n  winners: |\n    quartermaster says\n"

    assert len(compiled(page, built_in=KINDS)[0].subjects) == 3
    assert len(compiled(page, mine, built_in=KINDS)[0].subjects) == 2


EMPTY_HEADINGS = """# Ferry or bridge

## Advantages

## Ferry

Rests the driver: you sit for an hour.

# Bridge

Always open: by day and by night.

## Disadvantages

# Ferry

Stops in a storm.

# Bridge

Costs a toll.

Choosing The Right Crossing

Take the ferry if you like the sea.

## Conclusion

Both bring you over.
"""

NUMBERED = """# Ferry and bridge

1. Speed

Ferry: An hour.

Bridge: Ten minutes.

2. Price

Ferry: Cheap for walkers.

Bridge: A toll for all.
"""


def test_names_behind_an_empty_heading_of_traits_stand_under_it() -> None:
    assert facts(EMPTY_HEADINGS, "advantage", "disadvantage", "advice") == [
        ("advantage", ("ferry",), "Rests the driver", "you sit for an hour."),
        ("advantage", ("bridge",), "Always open", "by day and by night."),
        ("disadvantage", ("ferry",), "", "Stops in a storm."),
        ("disadvantage", ("bridge",), "", "Costs a toll."),
        ("advice", ("ferry",), "", "Take the ferry if you like the sea."),
    ]


@pytest.mark.parametrize("page", [NUMBERED, NUMBERED.replace("Speed\n\n", "Speed\n").replace("Price\n\n", "Price\n")])
def test_a_numbered_line_over_labels_is_a_row(page: str) -> None:
    assert facts(page, "cell") == [
        ("cell", ("ferry",), "Speed", "An hour."),
        ("cell", ("bridge",), "Speed", "Ten minutes."),
        ("cell", ("ferry",), "Price", "Cheap for walkers."),
        ("cell", ("bridge",), "Price", "A toll for all."),
    ]


PAIRS = """# Ferry and bridge: the differences

| Ferry | Bridge |
|---|---|
| A ferry takes one hour | A bridge takes ten minutes |
| Ferries have a kiosk with newspapers | Bridges have a kiosk at both ends |
| It is non-stop | It may be closed |
"""

APART = """## Ferry service

- **Restful:** You sit for an hour.
- **Less punctual:** It waits for the mail.

## Bridge road

- **Punctual:** It is always there.
- **Windy:** Cyclists walk.

## Key differences

- **Time:** The ferry takes an hour, while the bridge takes ten minutes.
- **View:** The ferry shows the coast.
- **Toll:** While the ferry is free for walkers, the bridge costs a coin.
"""


def test_columns_that_a_heading_sets_apart_need_no_column_of_aspects() -> None:
    knowledge, problems = compiled(PAIRS, built_in=KINDS)

    assert problems == ()
    assert list(names(knowledge)) == ["ferry", "bridge"]
    assert [aspect.name for aspect in knowledge.aspects] == ["Take", "Kiosk", "Difference 3"]
    assert asked(PAIRS, "is the ferry non-stop?").startswith("Yes.")


def test_a_list_of_differences_names_the_subjects_of_its_headings() -> None:
    knowledge, problems = compiled(APART, built_in=KINDS)

    assert problems == ()
    assert names(knowledge) == {"ferry-service": ["Ferry service", "Ferry"], "bridge-road": ["Bridge road", "Bridge"]}
    assert [fact[1:3] for fact in facts(APART, "cell")] == [
        (("ferry-service",), "Time"),
        (("bridge-road",), "Time"),
        (("ferry-service",), "Toll"),
        (("bridge-road",), "Toll"),
        (("ferry-service",), "View"),
    ]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("is the ferry punctual?", "No."),
        ("is the bridge punctual?", "Yes."),
        ("is the bridge windy?", "Yes."),
        ("compare the two", "Ferry service and Bridge road"),
    ],
)
def test_labels_say_what_holds(question: str, start: str) -> None:
    assert asked(APART, question).startswith(start)


PLAIN = """Ferry Against Bridge

Ferry Crossing

Definition: A boat that brings cars over.

Pros:

Rests the driver.
Shows the coast.

Cons:

Stops in a storm.

Bridge Crossing

Definition: A road over the water.

Pros:

Open by night.

Cons:

Costs a toll.
"""


def test_a_text_without_marks_has_its_headings_in_lines_of_their_own() -> None:
    assert facts(PLAIN, "advantage", "disadvantage") == [
        ("advantage", ("ferry-crossing",), "", "Rests the driver."),
        ("advantage", ("ferry-crossing",), "", "Shows the coast."),
        ("disadvantage", ("ferry-crossing",), "", "Stops in a storm."),
        ("advantage", ("bridge-crossing",), "", "Open by night."),
        ("disadvantage", ("bridge-crossing",), "", "Costs a toll."),
    ]
