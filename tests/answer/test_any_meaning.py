"""A choice is bound to an id, and an id can hold anything: whatever is asked for is answered, or is gone, and never fails."""

from __future__ import annotations

from itertools import permutations, product
from typing import get_args

import pytest

from bot.docent import Docent
from bot.model.meaning import IntentName, Meaning
from bot.model.terms import Sense
from bot.show import blocks, plain
from bot.show.limits import violations
from tests.content.helpers import compiled

SENSES: tuple[Sense, ...] = ("", "better", "worse")
GAPS = """# A table with a gap, and each subject with half of its lists

| A | P | Q |
|---|---|---|
| speed | | fast |

## P
**Advantages**
- one
## Q
**Disadvantages**
- **two**: x
"""
LISTS = "# Lists alone\n\n## P\n**Pros**\n- a\n"
THING = "# A thing\n\n### Q\nA Q is a thing.\n\nQ is like a Z, while P is like an R.\n"


@pytest.mark.parametrize("page", [GAPS, LISTS, THING])
def test_any_meaning_is_answered_or_gone(page: str) -> None:
    knowledge, _ = compiled(page)
    docent = Docent(knowledge)
    subjects = [named for count in range(3) for named in permutations([s.id for s in knowledge.subjects], count)]
    aspects = [(), *((aspect.id,) for aspect in knowledge.aspects)]
    facts = [(), *((fact.id,) for fact in knowledge.facts)]
    for intent, named, on, told, sense in product(get_args(IntentName), subjects, aspects, facts, SENSES):
        reply = docent.answer(Meaning(intent, named, on, told, sense=sense).id)

        if reply is not None:
            assert plain.render(reply)
            assert violations(blocks.render(reply, "message", "1"), "message") == ()
