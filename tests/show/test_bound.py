"""A message that is bound to its exchange afterwards is the one that would have been rendered for it."""

from __future__ import annotations

import json

import pytest

from bot.model.dialogue import Reply
from bot.show.blocks import render
from bot.show.bound import UNBOUND, Unbound
from tests.slack.harness import docent

ASKED = (
    "whats the diffrence between a vm and a docker container?",
    "advantages of docker",
    "is docker faster",
    "is docker good",
    "what is the capital of france?",
    "hello",
)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("human", [True, False])
def test_bound_is_as_rendered(asked: str, *, human: bool) -> None:
    reply: Reply = docent().ask(asked)
    for surface, form in (("message", "brief"), ("message", "whole"), ("ephemeral", "brief"), ("modal", "")):
        unbound = Unbound(render(reply, surface, UNBOUND, human=human, form=form))  # type: ignore[arg-type]

        for answer_id in ("7", "123456789"):
            wanted = render(reply, surface, answer_id, human=human, form=form)  # type: ignore[arg-type]
            assert json.loads(f"{{{unbound.bound(answer_id)}}}") == {"text": wanted.text, "blocks": list(wanted.blocks)}
