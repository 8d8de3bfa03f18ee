"""What a button of months ago is bound to is found although it is called otherwise now; nothing else is shown in its place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent

ROOT = Path(__file__).parents[2]
BEFORE = """# Drinks

## Comparison
| Aspect | Espresso | Filter coffee |
| --- | --- | --- |
| Size | a small cup | a large mug |

## Advantages of espresso
- **Quick**: It is ready in half a minute.
"""
NOW = BEFORE.replace("| Espresso |", "| Short Black (espresso) |").replace("of espresso", "of short black")
FAQ = """faq:
  {}:
    title: How do I get access?
{}    utterances: |
      how do i get access
    answer: |
      Ask the platform team.
"""


@cache
def core(text: str, faq: str = "") -> Docent:
    built_in = {name: (ROOT / "intents" / name).read_text("utf-8") for name in ("kinds.yaml", "small-talk.yaml")}
    knowledge, problems = compile_content({"drinks.md": text}, {"faq.yaml": faq} if faq else {}, built_in)
    assert problems == ()
    return Docent(knowledge)


@pytest.mark.parametrize(
    "meaning",
    [
        "compare?subjects=espresso,filter-coffee",
        "aspect?subjects=espresso,filter-coffee&aspects=size",
        "advantages?subjects=espresso",
        "fact?subjects=espresso&facts=advantage/espresso/quick",
    ],
)
def test_a_subject_is_found_by_a_name_that_is_still_said_for_it(meaning: str) -> None:
    before, now = core(BEFORE).answer(meaning), core(NOW).answer(meaning)

    assert before is not None
    assert now is not None
    assert "Short Black" in f"{now.answer.heading} {now.answer.lead.plain}"


@pytest.mark.parametrize(
    "meaning", ["advantages?subjects=mocha", "fact?subjects=espresso&facts=advantage/espresso/slow"]
)
def test_what_nobody_says_any_more_is_gone(meaning: str) -> None:
    assert core(NOW).answer(meaning) is None


def test_an_entry_is_found_by_the_name_that_its_author_says_it_had() -> None:
    before = core(BEFORE, FAQ.format("access", ""))
    now = core(BEFORE, FAQ.format("accounts", "    formerly: access, Getting in\n"))
    for meaning in ("entry?entry=access", "entry?entry=getting-in", "entry?entry=accounts"):
        reply = now.answer(meaning)
        assert reply is not None
        assert "platform team" in str(reply.answer.parts) + reply.answer.lead.plain
    assert before.answer("entry?entry=getting-in") is None
