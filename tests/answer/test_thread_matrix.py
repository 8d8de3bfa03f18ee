"""Each kind of first turn with each kind of turn behind it: what is taken over, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalogue.examples import examples
from bot.docent import Docent
from bot.model.context import Context
from bot.model.meaning import Meaning
from tests.content.helpers import compiled
from tests.questions.judging import shipped

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

LAMPS = """# Lamps

| Aspect | Candle | Torch |
| --- | --- | --- |
| Weight | Light, a hundred grams, because it is all wax. | Heavy, because of its batteries. |
| Price | Cheap. | Expensive. |
| Use Case | Ideal for festive dinners. | Suited to night hikes. |

## Advantages of the candle

- **Mood**: its light is warm.

## Disadvantages of the candle

- **Fire**: it burns what it touches.

## Advantages of the torch

- **Range**: it lights up a whole road.

## Disadvantages of the torch

- **Waste**: its batteries are hard to get rid of.

## Wick

- A wick is a **cotton thread** that draws the wax up.
- Wicks are **flammable**.
- Wicks can be **trimmed** with scissors.

## Candle

- A candle is a **block of wax** around a wick.
- Candles are **waterproof**.

In simple terms, a wick is like a straw, and a candle is like the full glass.
"""

FIRST = {
    "compare": "what is the difference between a candle and a torch?",
    "row": "how heavy is a torch?",
    "rows": "how do candle and torch compare on price?",
    "verdict": "which is lighter, torch or candle?",
    "confirm": "is a candle cheaper than a torch?",
    "why": "why is a candle light?",
    "pros": "what are the advantages of the candle?",
    "cons": "disadvantages of the torch",
    "define": "what is a wick?",
    "difference": "what is the difference between a wick and a candle?",
    "recommend": "candle or torch for a festive dinner?",
    "claim": "are wicks flammable?",
    "picture": "explain wick and candle like i'm five",
    "foreign": "who invented the candle?",
}
"""First turns by their kind. "claim" asks whether something is so, "foreign" is declined."""

MATRIX = {
    "and the price?": {
        "compare rows confirm": "aspect?subjects=candle,torch&aspects=price",
        "row cons": "aspect?subjects=torch&aspects=price",
        "verdict": "verdict?subjects=torch,candle&aspects=price",
        "why pros difference picture": "aspect?subjects=candle&aspects=price",
        "define claim foreign": "unsure",
        "recommend": "verdict?subjects=candle,torch&aspects=price",
    },
    "and the torch?": {
        "compare define difference picture": "define?subjects=torch",
        "row verdict": "aspect?subjects=torch&aspects=weight",
        "rows confirm": "aspect?subjects=torch&aspects=price",
        "why": "why?subjects=torch&aspects=weight",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=torch",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim foreign": "unsure",
    },
    "what about a wick?": {
        "compare define difference foreign": "define?subjects=wick",
        "row rows verdict confirm why pros cons recommend": "unsure",
        "claim": "confirm?subjects=wick",
        "picture": "analogy?subjects=wick",
    },
    "downsides?": {
        "compare rows confirm recommend": "disadvantages?subjects=candle,torch&each=yes",
        "row cons": "disadvantages?subjects=torch",
        "verdict": "disadvantages?subjects=torch,candle&each=yes",
        "why pros difference picture": "disadvantages?subjects=candle",
        "define claim": "unknown",
        "foreign": "unsure",
    },
    "how come?": {
        "compare": "pros_cons?subjects=candle,torch",
        "row": "why?subjects=torch&aspects=weight",
        "rows": "why?subjects=candle,torch&aspects=price",
        "verdict": "why?subjects=candle,torch&aspects=weight&sense=better",
        "confirm": "why?subjects=candle,torch&aspects=price&sense=better",
        "why": "why?subjects=candle&aspects=weight&sense=better",
        "pros cons": "unsure",
        "define difference picture foreign": "unknown",
        "recommend": "advantages?subjects=candle",
        "claim": "why?subjects=wick",
    },
    "are you sure?": {
        "compare": "compare?subjects=candle,torch&brief=yes",
        "row": "aspect?subjects=torch&aspects=weight",
        "rows": "aspect?subjects=candle,torch&aspects=price",
        "verdict": "confirm?subjects=candle,torch&aspects=weight&sense=better",
        "confirm": "confirm?subjects=candle,torch&aspects=price&sense=better",
        "why": "why?subjects=candle&aspects=weight&sense=better",
        "pros": "advantages?subjects=candle&brief=yes",
        "cons": "disadvantages?subjects=torch&brief=yes",
        "define": "define?subjects=wick&brief=yes",
        "difference": "difference?subjects=wick,candle&brief=yes",
        "recommend": "recommend?subjects=candle,torch",
        "claim": "confirm?subjects=wick",
        "picture": "analogy?subjects=wick,candle",
        "foreign": "unknown",
    },
    "more": {
        "compare": "pros_cons?subjects=candle,torch",
        "row": "why?subjects=torch&aspects=weight",
        "rows": "why?subjects=candle,torch&aspects=price",
        "verdict": "why?subjects=candle,torch&aspects=weight&sense=better",
        "confirm": "why?subjects=candle,torch&aspects=price&sense=better",
        "why pros cons define difference picture": "unsure",
        "recommend": "why?subjects=candle,torch&aspects=use-case",
        "claim": "why?subjects=wick",
        "foreign": "unknown",
    },
    "in short?": {
        "compare": "compare?subjects=candle,torch&brief=yes",
        "row": "aspect?subjects=torch&aspects=weight&brief=yes",
        "rows": "aspect?subjects=candle,torch&aspects=price&brief=yes",
        "verdict": "verdict?subjects=torch,candle&aspects=weight&sense=better&brief=yes",
        "confirm": "confirm?subjects=candle,torch&aspects=price&sense=better&brief=yes",
        "why": "why?subjects=candle&aspects=weight&sense=better&brief=yes",
        "pros": "advantages?subjects=candle&brief=yes",
        "cons": "disadvantages?subjects=torch&brief=yes",
        "define": "define?subjects=wick&brief=yes",
        "difference": "difference?subjects=wick,candle&brief=yes",
        "recommend": "recommend?subjects=candle,torch",
        "claim": "confirm?subjects=wick",
        "picture": "analogy?subjects=wick,candle",
        "foreign": "unknown",
    },
    "which one?": {
        "compare pros recommend": "recommend?subjects=candle,torch",
        "row verdict": "verdict?subjects=torch,candle&aspects=weight&sense=better",
        "rows confirm": "verdict?subjects=candle,torch&aspects=price&sense=better",
        "why": "verdict?subjects=candle,torch&aspects=weight&sense=better",
        "cons": "recommend?subjects=torch,candle",
        "define difference claim picture foreign": "unknown",
    },
    "vice versa": {
        "compare": "compare?subjects=torch,candle",
        "row": "aspect?subjects=candle&aspects=weight",
        "rows": "aspect?subjects=torch,candle&aspects=price",
        "verdict": "verdict?subjects=torch,candle&aspects=weight&sense=worse",
        "confirm": "confirm?subjects=torch,candle&aspects=price&sense=better",
        "why": "why?subjects=torch&aspects=weight&sense=worse",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=candle",
        "define recommend claim picture foreign": "unknown",
        "difference": "difference?subjects=candle,wick",
    },
    "the opposite?": {
        "compare": "compare?subjects=torch,candle",
        "row": "aspect?subjects=candle&aspects=weight",
        "rows": "aspect?subjects=torch,candle&aspects=price",
        "verdict": "verdict?subjects=torch,candle&aspects=weight&sense=worse",
        "confirm": "confirm?subjects=candle,torch&aspects=price&sense=worse",
        "why": "why?subjects=torch&aspects=weight&sense=worse",
        "pros": "disadvantages?subjects=candle",
        "cons": "advantages?subjects=torch",
        "define recommend claim picture foreign": "unknown",
        "difference": "difference?subjects=candle,wick",
    },
    "the latter?": {
        "compare": "define?subjects=torch",
        "row why pros cons define claim foreign": "unknown",
        "rows confirm": "aspect?subjects=torch&aspects=price",
        "verdict": "aspect?subjects=candle&aspects=weight",
        "difference": "define?subjects=candle",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "picture": "analogy?subjects=candle",
    },
    "the other one?": {
        "compare": "compare?subjects=candle,torch",
        "row": "aspect?subjects=candle&aspects=weight",
        "rows confirm": "aspect?subjects=candle,torch&aspects=price",
        "verdict": "aspect?subjects=torch&aspects=weight",
        "why": "why?subjects=torch&aspects=weight",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=candle",
        "define": "define?subjects=candle",
        "difference": "difference?subjects=wick,candle",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim foreign": "unknown",
        "picture": "analogy?subjects=wick,candle",
    },
    "both?": {
        "compare": "compare?subjects=candle,torch",
        "row verdict": "aspect?subjects=torch,candle&aspects=weight",
        "rows confirm": "aspect?subjects=candle,torch&aspects=price",
        "why": "why?subjects=candle,torch&aspects=weight",
        "pros": "advantages?subjects=candle,torch",
        "cons": "disadvantages?subjects=torch,candle",
        "define": "define?subjects=wick",
        "difference": "difference?subjects=wick,candle",
        "recommend": "recommend?subjects=candle,torch&aspects=use-case",
        "claim": "confirm?subjects=wick",
        "picture": "analogy?subjects=wick,candle",
        "foreign": "unknown",
    },
    "sorry, the torch": {
        "compare define difference picture": "define?subjects=torch",
        "row verdict": "aspect?subjects=torch&aspects=weight",
        "rows confirm": "aspect?subjects=torch&aspects=price",
        "why": "why?subjects=torch&aspects=weight",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=torch",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim foreign": "unsure",
    },
    "not the torch, the candle": {
        "compare define difference": "define?subjects=candle",
        "row verdict": "aspect?subjects=candle&aspects=weight",
        "rows confirm": "aspect?subjects=candle&aspects=price",
        "why": "why?subjects=candle&aspects=weight&sense=better",
        "pros": "advantages?subjects=candle",
        "cons": "disadvantages?subjects=candle",
        "recommend": "recommend?subjects=candle&aspects=use-case",
        "claim": "unsure",
        "picture": "analogy?subjects=candle",
        "foreign": "unknown",
    },
    "is it cheap?": {
        "compare rows confirm": "confirm?subjects=candle,torch&aspects=price&sense=better",
        "row cons": "confirm?subjects=torch&aspects=price&sense=better",
        "verdict why pros difference recommend picture": "confirm?subjects=candle&aspects=price",
        "define claim": "unknown",
        "foreign": "verdict?subjects=candle,torch&aspects=price&sense=better",
    },
    "and cheaper too?": {
        "compare rows recommend": "verdict?subjects=candle,torch&aspects=price&sense=better",
        "row cons": "aspect?subjects=torch&aspects=price",
        "verdict": "confirm?subjects=candle&aspects=price&sense=better",
        "confirm": "confirm?subjects=candle,torch&aspects=price&sense=better",
        "why pros difference picture": "aspect?subjects=candle&aspects=price",
        "define claim foreign": "unsure",
    },
    "compared to the torch?": {
        "compare recommend": "compare?subjects=candle,torch",
        "row verdict cons foreign": "compare?subjects=torch,candle",
        "rows confirm": "aspect?subjects=candle,torch&aspects=price",
        "why": "why?subjects=candle,torch&aspects=weight",
        "pros": "advantages?subjects=candle,torch",
        "define difference claim picture": "difference?subjects=wick,torch",
    },
    "does the torch too?": {
        "compare define difference picture": "define?subjects=torch",
        "row": "aspect?subjects=torch&aspects=weight",
        "rows": "aspect?subjects=torch&aspects=price",
        "verdict why": "confirm?subjects=torch&aspects=weight&sense=better",
        "confirm": "confirm?subjects=torch&aspects=price&sense=better",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=torch",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim": "unsure",
        "foreign": "unknown",
    },
    "does the torch have the same problem?": {
        "compare define difference picture": "define?subjects=torch",
        "row": "aspect?subjects=torch&aspects=weight",
        "rows": "aspect?subjects=torch&aspects=price",
        "verdict why": "confirm?subjects=torch&aspects=weight&sense=better",
        "confirm": "confirm?subjects=torch&aspects=price&sense=better",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=torch",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim": "unsure",
        "foreign": "unknown",
    },
    "by how much?": {
        "compare pros cons define difference recommend claim picture foreign": "unknown",
        "row verdict": "aspect?subjects=torch,candle&aspects=weight",
        "rows confirm": "aspect?subjects=candle,torch&aspects=price",
        "why": "aspect?subjects=candle,torch&aspects=weight",
    },
    "overall?": {
        "compare rows confirm why pros recommend": "recommend?subjects=candle,torch",
        "row verdict cons": "recommend?subjects=torch,candle",
        "define difference claim picture foreign": "unknown",
    },
    "is that all?": {
        "compare": "pros_cons?subjects=candle,torch",
        "row": "why?subjects=torch&aspects=weight",
        "rows": "why?subjects=candle,torch&aspects=price",
        "verdict": "why?subjects=candle,torch&aspects=weight&sense=better",
        "confirm": "why?subjects=candle,torch&aspects=price&sense=better",
        "why pros cons define difference picture": "unsure",
        "recommend": "why?subjects=candle,torch&aspects=use-case",
        "claim": "why?subjects=wick",
        "foreign": "unknown",
    },
    "the same for the torch": {
        "compare define difference picture": "define?subjects=torch",
        "row verdict": "aspect?subjects=torch&aspects=weight",
        "rows confirm": "aspect?subjects=torch&aspects=price",
        "why": "why?subjects=torch&aspects=weight",
        "pros": "advantages?subjects=torch",
        "cons": "disadvantages?subjects=torch",
        "recommend": "recommend?subjects=torch&aspects=use-case",
        "claim": "unsure",
        "foreign": "unknown",
    },
    "example?": {
        "compare row rows verdict confirm why pros cons recommend claim picture foreign": "unknown",
        "define": "analogy?subjects=wick",
        "difference": "analogy?subjects=wick,candle",
    },
}
"""By the later turn, how the meaning begins that it gets behind which first turns."""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(LAMPS, built_in=KINDS)[0])


@pytest.mark.parametrize("later", MATRIX)
def test_a_later_turn_takes_what_it_leaves_out_and_no_more(docent: Docent, later: str) -> None:
    expected = {first: meaning for firsts, meaning in MATRIX[later].items() for first in firsts.split()}
    assert expected.keys() == FIRST.keys()

    found = {}
    for first, question in FIRST.items():
        reply = docent.ask(later, docent.ask(question).context)
        found[first] = reply.meaning.id if reply.meaning else reply.status

    assert {first: got for first, got in found.items() if not _begins(got, expected[first])} == {}


def _begins(got: str, expected: str) -> bool:
    """Whether a meaning is the expected one, whichever facts it holds."""
    return got == expected or got.startswith(f"{expected}&facts=")


@pytest.mark.parametrize("field", ["lamps", "shipped"])
def test_a_full_question_stands_alone_behind_every_turn(docent: Docent, field: str) -> None:
    asked = docent if field == "lamps" else shipped()
    questions = [example.text for example in examples(asked.understander.catalogue)]
    questions = questions[:: max(1, len(questions) // 150)]
    alone = {text: asked.ask(text).meaning for text in questions}
    full = [
        text for text, meaning in alone.items() if meaning and meaning.subjects and "subject" in _named(asked, text)
    ]
    contexts = dict.fromkeys(reply.context for text in questions[::12] if (reply := asked.ask(text)).meaning)
    assert len(full) > 40
    assert len(contexts) > 5

    changed = {
        (text, context.id): reply.meaning.id if reply.meaning else reply.status
        for context in contexts
        if context is not None
        for text in full
        if (reply := asked.ask(text, context)).meaning != alone[text]
    }
    assert changed == {}


def _named(docent: Docent, text: str) -> set[str]:
    return {slot.kind for slot in docent.ask(text).understanding.trace.slots}


@pytest.mark.parametrize(
    "foreign",
    [
        "pros and cons of lanterns",
        "what are the advantages of gas lighting?",
        "what is the price of a ticket to Oslo?",
        "when is our next release?",
        "when did candles become popular?",
        "and how do I light it?",
        "who sells them?",
        "does it run on solar power?",
        "which version of it do I need?",
        "how many of them fit in a box?",
    ],
)
@pytest.mark.parametrize("first", FIRST)
def test_what_names_a_thing_of_its_own_is_lent_no_subject(docent: Docent, first: str, foreign: str) -> None:
    assert docent.ask(foreign, docent.ask(FIRST[first]).context).status == "unknown"


@pytest.mark.parametrize("between", ["thanks!", "ok thx", "great, thank you", "hi", "help", "what can I ask?"])
def test_small_talk_in_between_changes_nothing(between: str) -> None:
    docent = shipped()
    before = docent.ask("which is faster, docker or vm?")
    after = docent.ask(between, before.context)

    assert after.status == "answered"
    assert docent.ask("how come?", after.context).meaning == docent.ask("how come?", before.context).meaning


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("2", 1),
        ("number 2", 1),
        ("the second", 1),
        ("the second one please", 1),
        ("the first one", 0),
        ("3", 2),
        ("the last", 2),
        ("pros and cons", 1),
        ("difference", 2),
    ],
)
def test_a_reply_to_what_was_asked_back_picks_one(docent: Docent, said: str, place: int) -> None:
    asked = docent.ask("torch")
    assert asked.status == "unsure"
    offered = asked.answer.choices

    picked = docent.ask(said, asked.context)

    assert picked.meaning == Meaning.from_id(offered[place].meaning)
    assert picked.question == said
    assert docent.ask("and the candle?", picked.context).status == "answered"


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("its price", "aspect?subjects=torch&aspects=price"),
        ("which is lighter?", "verdict?subjects=candle,torch&aspects=weight&sense=better"),
        ("what is a wick?", "define?subjects=wick"),
        ("7", ""),
        ("neither", ""),
        ("who sells them?", ""),
    ],
)
def test_what_picks_none_goes_on_from_what_all_are_about(docent: Docent, said: str, meaning: str) -> None:
    reply = docent.ask(said, docent.ask("torch").context)
    assert (reply.meaning.id if reply.meaning else "") == meaning


def test_a_number_picks_a_question_under_an_answer(docent: Docent) -> None:
    answered = docent.ask("which is lighter, torch or candle?")
    picked = docent.ask("2", answered.context)
    assert picked.meaning == Meaning.from_id(answered.answer.choices[1].meaning)


@pytest.mark.parametrize("question", [*FIRST.values(), "torch", "weight"])
def test_a_context_is_kept_as_text(docent: Docent, question: str) -> None:
    context = docent.ask(question).context
    if context is not None:
        assert Context.from_id(context.id) == context
        assert "\n" not in context.id


def test_a_context_holds_no_word_that_the_overview_has_not(docent: Docent) -> None:
    context = docent.ask("my friend Selma says that wicks are flammable, is that true?").context
    assert context is not None
    assert "selma" not in context.id.casefold()
