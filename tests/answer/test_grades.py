"""Who is ahead where cells hold grades or quantities."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalogue.grades import grade
from bot.catalogue.quantities import quantity
from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

SHOES = """# Shoes: boots, sandals and trainers

| | Boots | Sandals | Trainers |
|---|---|---|---|
| Comfort | Fair | Excellent: nothing rubs | Good, but warm |
| Price | High | Low | Medium |
| Drying time | A day or two | 10 minutes | About 3 hours |
| Weight | 1.2 kg | under 400 g | 600 g |
| Grip | ✅ On every ground | ❌ | ⚠️ Only when dry |
| Colours | Many | Few | Some |
| Lifetime | 5-8 years | 1-2 years | 1-3 years |
"""


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("which are the most comfortable?", "Sandals, by this overview: ahead on comfort"),
        ("which have the lowest price?", "Sandals, by this overview: ahead on price"),
        ("which have the highest price?", "Boots, by this overview: behind on price"),
        ("what dries fastest?", "Sandals, by this overview: ahead on drying time"),
        ("which are the heaviest?", "Boots, by this overview: behind on weight"),
        ("which have the best grip?", "Boots, by this overview: ahead on grip"),
        ("which have the longest lifetime?", "Boots, by this overview: ahead on lifetime"),
        ("are trainers lighter than boots?", "Yes. By this overview, Trainers are ahead on weight"),
        ("are sandals more expensive than boots?", "No. By this overview, Sandals are ahead on price"),
        ("which have the worst lifetime?", "The overview does not say which is ahead."),
        ("which have better colours?", "The overview does not say which is ahead."),
    ],
)
def test_grades_and_quantities_tell_who_is_ahead(question: str, start: str) -> None:
    knowledge, problems = compiled(SHOES, built_in=KINDS)
    assert not problems
    assert Docent(knowledge).ask(question).answer.lead.plain.startswith(start)


OVENS = """# Ovens: gas and electric

| Aspect | Gas | Electric |
|---|---|---|
| Heating time | 2 minutes | 9 minutes |
| Permit | Required | Optional |
| Cleaning | Yes, by itself | No |

## Gas

**Weaknesses**

- No timers and no lamps
- The lock holds below a hundred degrees only.

## In plain words

Gas is like a camp fire. Electric is like a blanket.

## How a dish gets crisp

1. Heat the oven.
2. Put the dish in.
"""


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("which heats up faster?", "Gas, by this overview: ahead on heating time"),
        ("does gas have the longer heating time?", "No. By this overview, Gas is ahead on heating time"),
        ("is the permit optional for gas?", "No. By this overview: Gas: Required"),
        ("does gas support timers?", "No. By this overview: Gas: No timers"),
        (
            "does the lock of gas hold above a hundred degrees?",
            "By this overview: Gas: The lock holds below a hundred degrees only.",
        ),
        ("which one supports cleaning?", "Gas, by this overview. Cleaning: yes for Gas, no for Electric."),
        ("explain gas vs electric in simple terms", "Gas is like a camp fire."),
        ("how do I clean the oven?", "I don't know"),
        ("can you order a gas oven for me", "I don't know"),
        ("is induction faster than gas?", "I don't know"),
        ("is a wireless oven better?", "I don't know"),
    ],
)
def test_what_cells_and_lists_say_is_held_against_the_question(question: str, start: str) -> None:
    knowledge, problems = compiled(OVENS, built_in=KINDS)
    assert not problems
    assert Docent(knowledge).ask(question).answer.lead.plain.startswith(start)


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("Excellent", "quality", 2.0),
        ("Easy. One step", "quality", 1.0),
        ("Very low, since it rests", "amount", -1.5),
        ("Rather high", "amount", 1.0),
        ("\u2605\u2605\u2605\u2606\u2606", "quality", 3.0),
        ("\u274c Only by hand", "quality", -1.0),
        ("Fast trains only", "", 0.0),
        ("No door", "", 0.0),
        ("Depends", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_a_grade_is_what_a_cell_opens_with(text: str, scale: str, value: float) -> None:
    assert grade(text) == (scale, value)


def test_what_is_graded_may_stand_behind_the_grade() -> None:
    assert grade("Higher upfront cost", frozenset({"cost"})) == ("amount", 1.0)
    assert grade("Higher upfront cost") == ("", 0.0)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("300\u2013500 km on a full tank", "length", 300_000, 500_000),
        ("It takes half an hour", "time", 1800, 1800),
        ("a few seconds", "time", 2, 9),
        ("below a minute", "time", 0, 60),
        ("milliseconds", "time", 0.001, 0.999),
        ("$1,200 a month", "money", 1200, 1200),
        ("tens of thousands of letters", "number", 10_000, 99_000),
        ("1.5 GB", "bytes", 1.5e9, 1.5e9),
    ],
)
def test_quantities_are_read_with_their_unit(text: str, kind: str, low: float, high: float) -> None:
    found = quantity(text)
    assert found is not None
    assert found.kind == kind
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@pytest.mark.parametrize("text", ["HTTP/2 only", "three wheels", "by the minute", "", "5"])
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert quantity(text) is None
