"""What something is for, what a part of it does, what it costs to leave one thing for another, and what others claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Ways to heat

| Aspect | Boiler | Stove |
| --- | --- | --- |
| Price | Expensive, ten coins. | Cheap, one coin. |
| Use case | Suitable for whole houses. | Ideal for huts and single rooms. |

## Boiler

### Advantages

- **Steady**: It holds the temperature through the night by means of a thermostat.

### Disadvantages

- **Maintenance**: It is serviced by a plumber.
- **Depends on power**: A failure of the grid leaves every boiler cold.

## Stove

### Advantages

- **Independent**: It burns without any power.

### Disadvantages

- **Large numbers**: Stoves in large numbers are hard to manage without a caretaker.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("what kind of rooms is a stove meant for?", "aspect?subjects=stove&aspects=use-case"),
        ("which houses suit a boiler", "aspect?subjects=boiler&aspects=use-case"),
        ("what problems do stoves have", "disadvantages?subjects=stove"),
        ("what problems does a stove solve", "advantages?subjects=stove"),
        ("which problems of the boiler does a stove solve", "advantages?subjects=stove,boiler"),
        ("what do we lose if we ditch the stove for a boiler", "disadvantages?subjects=boiler,stove"),
        ("why not a stove instead of a boiler?", "disadvantages?subjects=stove,boiler"),
        ("why a stove and not a boiler?", "advantages?subjects=stove,boiler"),
        ("why would anyone still run a stove", "advantages?subjects=stove"),
        ("would you mind listing the drawbacks of a boiler?", "disadvantages?subjects=boiler"),
        (
            "my neighbour claims that a stove is cheaper. is he right?",
            "confirm?subjects=stove&aspects=price&sense=better",
        ),
        ("a friend of mine thinks a boiler is cheaper", "confirm?subjects=boiler&aspects=price&sense=better"),
    ],
)
def test_it_is_understood(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    "question",
    ["what does the thermostat do", "what is the role of the thermostat?", "wat is a thermostat for"],
)
def test_what_a_part_does_is_told_by_the_statement_that_names_it(docent: Docent, question: str) -> None:
    reply = docent.ask(question)

    assert reply.status == "answered"
    assert "thermostat" in reply.answer.lead.plain


@pytest.mark.parametrize(
    "question", ["what does the flue do", "what is the role of a carburettor", "who is the head of Stove"]
)
def test_what_no_statement_names_is_declined(docent: Docent, question: str) -> None:
    assert docent.ask(question).status == "unknown"


def test_trouble_that_a_statement_tells_is_no_case_of_the_askers(docent: Docent) -> None:
    told = docent.ask("why can one failure of the grid leave all my boilers cold?")
    own = docent.ask("why has my boiler crashed again")

    assert told.meaning is not None, told.understanding
    assert told.meaning.intent == "why"
    assert own.status == "unknown"


def test_what_is_easy_is_asked_of_what_the_subject_has_a_fact_on(docent: Docent) -> None:
    reply = docent.ask("is it easy to manage large numbers of stoves?")

    assert reply.answer.lead.plain.startswith("No.")
    assert "caretaker" in reply.answer.lead.plain


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is a stove just a small boiler?", "No."),
        ("a stove is a portable boiler, true or false?", "No."),
        ("___ burns without any power", "Stove"),
    ],
)
def test_one_thing_is_no_kind_of_the_other(docent: Docent, question: str, verdict: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(verdict)


def test_what_something_cannot_do_are_its_disadvantages(docent: Docent) -> None:
    reply = docent.ask("what can't a boiler do?")

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == "disadvantages?subjects=boiler"


@pytest.mark.parametrize(
    ("first", "then", "meaning"),
    [
        ("what is a stove?", "how is that different from a boiler", "compare?subjects=stove,boiler"),
        (
            "is a stove cheaper than a boiler?",
            "ok forget the price. use case?",
            "aspect?subjects=stove,boiler&aspects=use-case",
        ),
        ("what is a boiler?", "what would it cost in price", "aspect?subjects=boiler&aspects=price"),
        ("boiler or stove?", "its just a single hut", "recommend?subjects=boiler,stove&facts=cell/stove/use-case"),
        (
            "disadvantages of a boiler",
            "explain the second one",
            "fact?subjects=boiler&facts=disadvantage/boiler/depends-on-power",
        ),
        ("is a boiler cheap?", "wow. why", "why?subjects=boiler&aspects=price&sense=worse"),
        ("what is a boiler for?", "and stoves are for?", "aspect?subjects=stove&aspects=use-case"),
    ],
)
def test_a_later_turn_says_what_it_is_about(docent: Docent, first: str, then: str, meaning: str) -> None:
    reply = docent.ask(then, docent.ask(first).context)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("show me the pros and cons side by side", "pros_cons?subjects=boiler,stove"),
        ("give me a table of the differences", "compare?subjects=boiler,stove"),
        ("why does everybody say stoves are cheap?", "why?subjects=stove&aspects=price&sense=better"),
        ("what's cheaper, 10 boilers or 10 stoves?", "verdict?subjects=boiler,stove&aspects=price&sense=better"),
        ("if a stove is so nice how much does it cost", "aspect?subjects=stove&aspects=price"),
    ],
)
def test_it_is_understood_as_a_whole(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_traits_of_nobody_are_asked_back_for(docent: Docent) -> None:
    assert docent.ask("what are the disadvantages?").status == "unsure"
    assert docent.ask("what are the disadvantages of a fireplace?").status == "unknown"


def test_what_follows_a_that_is_told_and_not_claimed(docent: Docent) -> None:
    reply = docent.ask("what is it called that the boiler holds the temperature by?")

    assert reply.status == "answered"
    assert not reply.answer.lead.plain.startswith(("Yes", "No"))


def test_really_asks_whether_it_is_so(docent: Docent) -> None:
    assert docent.ask("A boiler is cheaper. Really?").answer.lead.plain.startswith("No.")
    assert docent.ask("what is a boiler really").status == "answered"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("a stove is cheap, a boiler isn't. yes?", "Yes."),
        ("a stove is cheap, a boiler expensive", "Yes."),
        ("a stove is cheap and a boiler is cheap too", "No."),
        ("a boiler is cheap, a stove expensive, right?", "No."),
        ("stove = cheap boiler?", "No."),
        ("is stove > boiler on price", "Yes."),
        ("is the boiler steady through the night, and the stove not?", "Yes."),
    ],
)
def test_a_claim_is_judged_by_its_first_half_and_by_its_signs(docent: Docent, claim: str, verdict: str) -> None:
    assert docent.ask(claim).answer.lead.plain.startswith(verdict)


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("can a boiler be cheap or is that a no go", "confirm?subjects=boiler&aspects=price&sense=better"),
        ("a boiler is cheap, no doubt. agree?", "confirm?subjects=boiler&aspects=price&sense=better"),
        ("should i always take a boiler over a stove", "recommend?subjects=boiler,stove"),
        ("everybody has a stove. can someone sum up how these two differ?", "compare?subjects=stove,boiler"),
        ("i want it cheap, which one gives me that", "verdict?subjects=boiler,stove&aspects=price&sense=better"),
        ("explain a boiler to my aunt in one sentence", "define?subjects=boiler"),
        ("our boiler is so expensive, would a stove fix that?", "confirm?subjects=stove&aspects=price&sense=better"),
        ("boss says a boiler is a price disaster. is that fair?", "confirm?subjects=boiler&aspects=price&sense=worse"),
        ("2 reasons against a stove please", "disadvantages?subjects=stove"),
        ("where would you not use a boiler", "disadvantages?subjects=boiler"),
        ("we need a lower price", "verdict?subjects=boiler,stove&aspects=price&sense=better"),
    ],
)
def test_what_stands_around_the_question_does_not_hide_it(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("boilers and stoves are equally cheap, right?", "No."),
        ("does a stove have the same price as a boiler?", "No."),
        ("boilers and stoves are not equally cheap", "Yes."),
    ],
)
def test_what_is_ranked_is_not_equal(docent: Docent, claim: str, verdict: str) -> None:
    assert docent.ask(claim).answer.lead.plain.startswith(verdict)


def test_of_two_claims_none_is_passed_over(docent: Docent) -> None:
    reply = docent.ask("a stove is cheap, but a boiler is edible")

    assert not reply.answer.lead.plain.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("a boiler is expensive because it is serviced by a plumber", "Yes."),
        ("a stove is cheap because it is expensive", "No."),
        ("a boiler is cheap because it holds the temperature", "No."),
    ],
)
def test_a_reason_has_to_hold_as_well(docent: Docent, claim: str, verdict: str) -> None:
    assert docent.ask(claim).answer.lead.plain.startswith(verdict)


@pytest.mark.parametrize("thing", ["licence", "mascot", "market share", "chimney sweeper", "serial number", "timezone"])
@pytest.mark.parametrize(
    "question",
    [
        "{}: boiler vs stove",
        "compare the {} of boilers and stoves",
        "pros and cons of the {} in a stove",
        "how does the {} of a boiler differ from a stove's?",
        "is the {} of a boiler better than that of a stove?",
        "are stoves cheaper with a {}?",
    ],
)
def test_what_the_overview_does_not_speak_of_is_declined_in_whatever_form(
    docent: Docent, thing: str, question: str
) -> None:
    assert docent.ask(question.format(thing)).status != "answered"


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        (
            "someone on the roof guild said a boiler is cheap. that right?",
            "confirm?subjects=boiler&aspects=price&sense=better",
        ),
        ("Bob says a boiler is cheap", "confirm?subjects=boiler&aspects=price&sense=better"),
        ("what is the price of a boiler? vs stove", "aspect?subjects=boiler,stove&aspects=price"),
        ("boiler or stove - whats the diff, need it for a slide", "compare?subjects=boiler,stove"),
        (
            "why is a stove cheap while a boiler drains the purse",
            "why?subjects=stove,boiler&aspects=price&sense=better",
        ),
        ("what is a boiler in plain english", "define?subjects=boiler"),
        ("boiler = ?", "define?subjects=boiler"),
        ("good sides of a boiler pls", "advantages?subjects=boiler"),
        ("can somebody please remind me what a stove is", "define?subjects=stove"),
        ("the price is beyond me, is that normal for a boiler?", "aspect?subjects=boiler&aspects=price"),
        ("price, both", "aspect?subjects=boiler,stove&aspects=price"),
        ("who is ahead on price?", "verdict?subjects=boiler,stove&aspects=price"),
    ],
)
def test_hurried_words_are_read(docent: Docent, question: str, meaning: str) -> None:
    reply = docent.ask(question)

    assert reply.meaning is not None, reply.understanding
    assert reply.meaning.id == meaning


def test_what_befalls_a_thing_that_is_thrown_away_is_not_told_by_what_is_kept(docent: Docent) -> None:
    assert docent.ask("if i throw away a boiler do i lose anything").status == "unknown"
