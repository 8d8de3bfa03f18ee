"""Questions that a document asks and answers itself, and terms under headings that say what words mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

OVENS = """# Wood oven or electric oven?

## What the words mean

- **Proofing**: the hour in which the dough rises.

The **loaf rate** (LR) says how many loaves leave the oven in an hour.

| | Wood oven | Electric oven |
|---|---|---|
| Heat-up | 3 hours | 20 minutes |
| Fuel | Logs | Current |

## Questions that come up

**Does a wood oven need a chimney?** Yes. It takes at least four metres of it.

**Must I throw away an old peel?** No. Sand it and it is as good as new.

**How loud is an electric oven?** Quieter than a kettle.

## More of them

- Q: Can children bake with it? A: No, the door gets hot.
- Q: Where do I order logs? A: At the forester's hut.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(OVENS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "start"),
    [
        ("Does a wood oven need a chimney?", "Yes. It takes at least four metres"),
        ("do I need a chimney for a wood oven", "Yes. It takes at least four metres"),
        ("is a chimney needed for the wood oven?", "Yes. It takes at least four metres"),
        ("must I really throw away my old peel?", "No. Sand it"),
        ("can children bake with it", "No, the door gets hot"),
        ("how loud is the electric oven?", "Quieter than a kettle"),
        ("where do i order logs?", "At the forester's hut"),
    ],
)
def test_a_question_in_the_document_is_answered_by_what_stands_behind_it(
    docent: Docent, asked: str, start: str
) -> None:
    reply = docent.ask(asked)
    assert reply.status == "answered"
    assert reply.answer.lead.plain.startswith(start)


@pytest.mark.parametrize("asked", ["does a wood oven need a permit?", "must I throw away my old tongs?"])
def test_another_question_than_the_document_asks_is_not(docent: Docent, asked: str) -> None:
    assert docent.ask(asked).status != "answered"


def test_such_a_question_is_cited_by_its_line(docent: Docent) -> None:
    assert [source.first_line for source in docent.ask("Must I throw away an old peel?").answer.sources] == [18]


def test_the_title_is_no_question_of_that_kind(docent: Docent) -> None:
    reply = docent.ask("wood oven vs electric oven")
    assert reply.meaning is not None
    assert reply.meaning.intent == "compare"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("what is proofing?", "the dough rises"),
        ("LR - what does that mean?", "how many loaves"),
        ("loaf rate, what is that", "how many loaves"),
    ],
)
def test_terms_stand_under_what_the_words_mean(docent: Docent, asked: str, told: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.intent == "define"
    assert told in plain.render(reply.answer)


SHEDS = """# One big shed or sheds per crop

## What we are talking about

**Big shed**: a single roof over everything.

**One shed per crop** (short: *crop sheds*): every crop lies under its own roof.

**Turning day**: one day on which all heaps are turned.

A **drying spell** is a fixed time, three weeks with us, in which nothing is moved.

| Aspect | Big shed | Crop sheds |
|---|---|---|
| Set-up effort | High, one long build | Low, one at a time |
| Arrival of the carts | North gate | Any gate |
| Introduction effort | Steep | Gentle |
| Noise | Fans all day | Hardly audible |

## Recommendation

- Few crops that are sold together: take the big shed.
- Outside helpers or many owners: take crop sheds.
- If you are unsure, start with the big shed; splitting it is easier than merging.
"""


@pytest.fixture(scope="module")
def sheds() -> Docent:
    return Docent(compiled(SHEDS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "meant", "told"),
    [
        ("what do we mean by crop sheds?", "define?subjects=crop-sheds", "its own roof"),
        ("what is a turning day", "define?subjects=turning-day", "all heaps"),
        ("what is one shed per crop?", "define?subjects=crop-sheds", "its own roof"),
        ("how long is a drying spell?", "fact?subjects=drying-spell", "three weeks"),
        ("setup effort crop sheds", "aspect?subjects=crop-sheds&aspects=set-up-effort", "one at a time"),
        ("where do the carts arrive", "aspect?subjects=big-shed,crop-sheds&aspects=arrival-of-the-carts", "North gate"),
        ("which is easier to introduce?", "verdict?subjects=big-shed,crop-sheds&aspects=introduction-effort", "Gentle"),
        ("how is the noise handled in each of them", "aspect?subjects=big-shed,crop-sheds&aspects=noise", "Fans"),
        ("outside helpers come in summer, which should we take?", "recommend?", "crop sheds"),
        ("we can't decide, what do you start with if you're not sure?", "recommend?", "If you are unsure"),
    ],
)
def test_terms_rows_and_advice_of_another_document_are_found(sheds: Docent, asked: str, meant: str, told: str) -> None:
    reply = sheds.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id.startswith(meant)
    assert told in plain.render(reply.answer)


@pytest.mark.parametrize(
    "asked", ["how many crops do we have in the big shed right now?", "what number of carts arrives"]
)
def test_a_number_that_stands_nowhere_is_not_told(sheds: Docent, asked: str) -> None:
    assert sheds.ask(asked).status != "answered"


@pytest.mark.parametrize("heading", ["?", "???", "\u2026?"])
def test_a_heading_that_is_a_mark_alone_asks_nothing(heading: str) -> None:
    page = OVENS + f"\n## {heading}\n\nNobody knows what a third oven would cost.\n"
    asked = Docent(compiled(page, built_in=KINDS)[0])
    assert "It takes at least four metres" in plain.render(asked.ask("does a wood oven need a chimney?").answer)
    assert asked.ask("?").status != "answered"
