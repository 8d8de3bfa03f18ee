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
