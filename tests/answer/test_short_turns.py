"""Later turns of few words: what they take over, whom they mean, and what helps against what was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

BOATS = """# Canoes against rowing boats

| Aspect | Canoe | Rowing boat |
| --- | --- | --- |
| Weight | Light, twenty kilos. | Heavy, a hundred kilos. |
| Safety | Tips over easily. | Stable, even in waves. |

## Canoes

### Advantages

- **Easy transport**: one person carries it.

### Disadvantages

- **Hard steering**: it turns away from its course unless somebody in the back steers.
- **Little room**: no more than two people fit in.
- **Repairs**: not every crack can be mended, above all not those below the waterline.

## Rowing boats

### Advantages

- **Plenty of room**: six people fit in.

### Disadvantages

- **Slow launching**: it needs a ramp.

## Words

### Paddle

A paddle is held in both hands and is not fixed to the hull.

### Oar

An oar is fixed to the hull of the boat. It can be lifted and turned.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(BOATS, built_in=KINDS)[0])


def ask(docent: Docent, *turns: str) -> str:
    """The meaning of the last turn, or its status where it is not answered."""
    reply = docent.ask(turns[0])
    for turn in turns[1:]:
        reply = docent.ask(turn, reply.context)
    return reply.meaning.id if reply.meaning is not None else reply.status


@pytest.mark.parametrize(
    "turn", ["what's that one bad at", "and the drawbacks of that one?", "this one, what speaks against it"]
)
def test_that_one_is_the_one_that_the_answer_named(docent: Docent, turn: str) -> None:
    assert ask(docent, "canoe or rowing boat, which is lighter?", turn) == "disadvantages?subjects=canoe"


@pytest.mark.parametrize("turn", ["and their bad sides", "what are their drawbacks?"])
def test_they_are_the_things_of_a_name_in_the_plural(docent: Docent, turn: str) -> None:
    before = ("what are the advantages of canoes?", "rowing boats too")
    assert ask(docent, *before, turn) == "disadvantages?subjects=rowing-boat"
    assert ask(docent, *before, "the drawbacks of both?") == "disadvantages?subjects=canoe,rowing-boat&each=yes"


@pytest.mark.parametrize("turn", ["rowing boats likewise pls", "rowing boats, ditto", "the same for rowing boats"])
def test_what_says_likewise_asks_the_same(docent: Docent, turn: str) -> None:
    assert ask(docent, "the advantages of canoes?", turn) == "advantages?subjects=rowing-boat"


@pytest.mark.parametrize("turn", ["and rowing boats, are they too?", "rowing boats, are they as well?"])
def test_whether_the_same_holds_is_asked_behind_the_name(docent: Docent, turn: str) -> None:
    confirm = "confirm?subjects=rowing-boat&aspects=weight&sense=better"
    assert ask(docent, "are canoes light?", turn) == confirm


@pytest.mark.parametrize("turn", ["rowing boats aren't, right?", "and rowing boats are not, are they?"])
def test_whether_it_does_not_hold_is_asked_behind_the_name(docent: Docent, turn: str) -> None:
    assert ask(docent, "are canoes light?", turn).startswith("confirm?subjects=rowing-boat&aspects=weight")
    reply = docent.ask(turn, docent.ask("are canoes light?").context)
    assert reply.answer.lead.plain.startswith("Yes.")


@pytest.mark.parametrize("turn", ["and the other?", "and the paddle?"])
def test_a_claim_is_asked_of_the_other_of_two(docent: Docent, turn: str) -> None:
    reply = docent.ask("which of the two is fixed, paddle or oar?")
    assert reply.answer.lead.plain.startswith("Oar")
    reply = docent.ask(turn, reply.context)
    assert reply.answer.lead.plain.startswith("No. By this overview: Paddle")


@pytest.mark.parametrize(
    "turn", ["what helps against that", "is there a way around it?", "how do I fix that", "any workaround?"]
)
def test_a_remedy_is_told_where_the_overview_names_one(docent: Docent, turn: str) -> None:
    reply = docent.ask(turn, docent.ask("are canoes hard to steer?").context)
    assert "unless somebody in the back steers" in reply.answer.lead.plain
    assert ask(docent, "is a rowing boat heavy?", turn) == "unknown"


@pytest.mark.parametrize(("turn", "begins"), [("and turned?", "Yes."), ("or bent?", "unknown")])
def test_another_verb_is_asked_of_the_same(docent: Docent, turn: str, begins: str) -> None:
    reply = docent.ask(turn, docent.ask("can an oar be lifted?").context)
    assert (reply.answer.lead.plain if reply.status == "answered" else reply.status).startswith(begins)


@pytest.mark.parametrize("turn", ["and good?", "and the good sides?"])
def test_good_behind_the_bad_sides_asks_for_the_good_ones(docent: Docent, turn: str) -> None:
    assert ask(docent, "what is bad about canoes?", turn) == "advantages?subjects=canoe"
    assert ask(docent, "what is good about canoes?", "and bad?") == "disadvantages?subjects=canoe"


@pytest.mark.parametrize("turn", ["overall, who's better?", "which is better overall", "and overall, which one wins?"])
def test_overall_asks_whom_all_speaks_for(docent: Docent, turn: str) -> None:
    assert ask(docent, "which is lighter, canoe or rowing boat?", turn).startswith(
        "recommend?subjects=canoe,rowing-boat"
    )


@pytest.mark.parametrize("turn", ["and of a rowing boat it is how?", "for rowing boats, how is it?"])
def test_how_it_is_with_another(docent: Docent, turn: str) -> None:
    assert ask(docent, "tell me the weight of a canoe", turn) == "aspect?subjects=rowing-boat&aspects=weight"


@pytest.mark.parametrize(
    "asked", ["ok great, then begin with safety", "next one: safety", "let's start with the safety"]
)
def test_what_is_taken_next_is_told(docent: Docent, asked: str) -> None:
    assert ask(docent, "what can I ask?", asked) == "aspect?subjects=canoe,rowing-boat&aspects=safety"


def test_of_which_it_does_not_hold(docent: Docent) -> None:
    reply = docent.ask("which ones aren't?", docent.ask("is every oar fixed to the hull?").context)
    assert reply.status != "answered"
    reply = docent.ask("which ones can't?", docent.ask("can every crack of a canoe be mended?").context)
    assert "those below the waterline" in reply.answer.lead.plain


@pytest.mark.parametrize("asked", ["who is lighter tho", "who carries lighter, canoe or rowing boat?"])
def test_who_asks_which_of_them(docent: Docent, asked: str) -> None:
    assert ask(docent, asked) == "verdict?subjects=canoe,rowing-boat&aspects=weight&sense=better"


def test_both_may_be_written_as_a_number(docent: Docent) -> None:
    assert (
        ask(docent, "which is lighter?", "whats the difference between the 2") == "compare?subjects=canoe,rowing-boat"
    )


@pytest.mark.parametrize(
    ("turn", "begins"), [("rowing boats less so, right?", "Yes."), ("rowing boats even more so?", "No.")]
)
def test_another_is_so_more_or_less(docent: Docent, turn: str, begins: str) -> None:
    reply = docent.ask(turn, docent.ask("how light are canoes?").context)
    assert reply.answer.lead.plain.startswith(begins)


def test_the_stronger_one_is_stronger_at_what_was_spoken_of(docent: Docent) -> None:
    before = "how does the weight of canoes and rowing boats differ?"
    asked = "verdict?subjects=canoe,rowing-boat&aspects=weight&sense=worse"
    assert ask(docent, before, "which is the weaker one?") == asked


def test_of_both_sides_one_may_be_asked_for_alone(docent: Docent) -> None:
    assert ask(docent, "pros and cons of canoes", "only the bad half") == "disadvantages?subjects=canoe"


def test_what_sounds_interesting_is_told(docent: Docent) -> None:
    assert (
        ask(docent, "what can I ask?", "safety sounds interesting")
        == "aspect?subjects=canoe,rowing-boat&aspects=safety"
    )


def test_they_behind_a_why_are_what_it_was_asked_of(docent: Docent) -> None:
    reply = docent.ask(
        "so one wave can tip all of them?", docent.ask("why are canoes less safe than rowing boats?").context
    )
    assert reply.meaning is None or reply.meaning.subjects == ("canoe",)


def test_which_of_two_that_are_set_against_each_other_is_the_one(docent: Docent) -> None:
    reply = docent.ask("paddle vs oar: which of them is fixed to the hull?")
    assert reply.answer.lead.plain.startswith("Oar")


def test_that_it_is_for_an_app_decides_nothing(docent: Docent) -> None:
    reply = docent.ask("which is better for my project, canoe or rowing boat?")
    assert reply.meaning is None or not reply.meaning.facts


def test_when_something_counts_is_asked_behind_a_choice(docent: Docent) -> None:
    before = "canoe or rowing boat, which should I take?"
    assert ask(docent, before, "and when weight is tight?").startswith(
        "verdict?subjects=canoe,rowing-boat&aspects=weight"
    )


def test_better_there_is_better_at_what_was_spoken_of(docent: Docent) -> None:
    reply = docent.ask("the canoe is better there?", docent.ask("why are rowing boats heavy?").context)
    assert reply.answer.lead.plain.startswith("Yes.")


def test_whether_another_has_not_that_limit(docent: Docent) -> None:
    turn = ask(docent, "why are rowing boats heavy?", "canoes don't have this problem?")
    assert turn.split("?")[1].startswith("subjects=canoe&aspects=weight")


@pytest.mark.parametrize("turn", ["what can I do with it?", "what can I do with one?", "so what could one do with it"])
def test_what_may_be_done_with_a_thing_is_told_by_its_definition(docent: Docent, turn: str) -> None:
    reply = docent.ask(turn, docent.ask("what is an oar?").context)
    assert reply.meaning is not None
    assert reply.meaning.intent == "fact"
    assert "can be lifted and turned" in reply.answer.lead.plain


def test_given_is_a_condition_only_where_it_is_one(docent: Docent) -> None:
    reply = docent.ask("which of the two is fixed, paddle or oar? An oar can be given a turn, true?")
    assert reply.status in ("answered", "unsure")
    assert docent.ask("an oar can be lifted, true?").answer.lead.plain.startswith("Yes.")


@pytest.mark.parametrize(
    "asked", ["give me the full comparison in one go", "show me the table", "the whole table please"]
)
def test_the_only_comparison_needs_no_names(docent: Docent, asked: str) -> None:
    assert ask(docent, asked) == "compare?subjects=canoe,rowing-boat"


def test_what_is_only_explained_is_not_chosen(docent: Docent) -> None:
    meaning = ask(docent, "we have four paddles and two children. What would you take?")
    assert meaning.startswith("recommend?subjects=canoe,rowing-boat") or meaning in ("unknown", "unsure")


def test_what_is_told_apart_is_not_weighed(docent: Docent) -> None:
    assert ask(docent, "advantages of canoes over rowing boats") == "advantages?subjects=canoe,rowing-boat"
    assert (
        ask(docent, "what are the advantages of canoes?", "anything speaking against them?")
        == "disadvantages?subjects=canoe"
    )


def test_helps_asks_nobody_for_help(docent: Docent) -> None:
    assert ask(docent, "what helps") == "unknown"
    assert ask(docent, "help") == "help"


@pytest.mark.parametrize(
    "turn", ["both next to each other on all points pls", "show them side by side", "both side by side"]
)
def test_side_by_side_is_the_whole_comparison(docent: Docent, turn: str) -> None:
    assert ask(docent, "which is lighter, canoe or rowing boat?", turn) == "compare?subjects=canoe,rowing-boat"


def test_a_quick_list_is_not_a_quick_thing(docent: Docent) -> None:
    assert ask(docent, "advantages of rowing boats, quick list") == "advantages?subjects=rowing-boat"
