"""Whatever is asked: a reply and never an exception, the same one each time, in blocks that Slack takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.meaning import Meaning
from bot.show import blocks, plain
from bot.show.limits import violations
from bot.show.surfaces import SURFACES
from tests.questions.judging import HERE, questions, shipped

DOCENT = shipped()
WORDS = st.sampled_from(
    "what is a the container vm docker image why faster than vs or not pros cons of should i use for isolation size "
    "kernel own share how do my which better <!channel> <@U1> `x` ? ! 5 don't".split()
)
TEXTS = st.one_of(st.text(max_size=600), st.lists(WORDS, max_size=14).map(" ".join))


@given(TEXTS, TEXTS)
def test_any_message_gets_the_same_reply_twice(first: str, second: str) -> None:
    reply = DOCENT.ask(first)

    assert DOCENT.ask(first) == reply
    assert DOCENT.ask(second, reply.context) == DOCENT.ask(second, reply.context)
    assert plain.render(reply)


@given(TEXTS)
def test_every_reply_fits_every_surface(text: str) -> None:
    reply = DOCENT.ask(text)

    for surface in SURFACES:
        assert violations(blocks.render(reply, surface), surface) == ()


def test_every_offered_question_is_answered_by_its_id_and_as_typed() -> None:
    offered = {choice for judged in questions(DOCENT, HERE / "develop.jsonl") for choice in judged.reply.answer.choices}
    assert len(offered) > 40

    for choice in offered:
        picked, typed = DOCENT.answer(choice.meaning), DOCENT.ask(choice.text)
        assert picked is not None, choice
        assert typed.status == "answered" or choice.text.endswith("…"), choice


def test_an_id_of_what_is_gone_gets_no_answer() -> None:
    assert DOCENT.answer(Meaning("define", ("no-such-subject",)).id) is None
    assert DOCENT.answer(Meaning("entry", entry="no-such-entry").id) is None
    assert DOCENT.answer("nonsense?x=1") is None


@pytest.mark.parametrize(
    ("asked", "opposite"),
    [
        ("advatages of dokcer", "Weaker isolation"),
        ("disadvatages of dokcer", "Fast startup"),
        ("what is a docker imgae", "running instance"),
        ("what is a docker contianer", "template, or blueprint"),
    ],
)
def test_a_slip_never_leads_to_the_opposite(asked: str, opposite: str) -> None:
    reply = DOCENT.ask(asked)

    assert reply.status == "answered"
    assert not plain.render(reply).split("Ask next")[0].count(opposite) or asked.startswith(
        "what is a docker contianer"
    )


def test_typing_ahead_finds_questions_with_a_slip() -> None:
    assert DOCENT.complete("")
    assert any("Docker Image" in choice.text for choice in DOCENT.complete("imag"))
    assert any("portability" in choice.text for choice in DOCENT.complete("portabilty"))
    assert DOCENT.complete("zzzzqqqq") == ()
