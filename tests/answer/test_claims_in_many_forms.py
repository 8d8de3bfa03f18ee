"""Claims of who is ahead, in many forms and all true or false by one table: the yes or no has to fit each of them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PAGE = """# Sheds

| Aspect | Barn | Booth |
| --- | --- | --- |
| Size | Large, hundreds of metres. | Small, a few metres. |
| Startup time | Slow: it takes months. | Fast: it stands within hours. |
| Portability | Hard to move. | Easy to move. |
| Security | High: locked doors. | Low: no doors. |
| Resource usage | High: it takes much timber and land. | Low: it takes little. |

## Barn

### Advantages

- **Secure**: Locked doors keep thieves out.

### Disadvantages

- **Hard to move**: It stays where it is.

## Booth

### Advantages

- **Portable**: It is moved in a day.

### Disadvantages

- **Insecure**: Anybody gets in.
"""

TRUE_OF = {
    "smaller": "booths",
    "bigger": "barns",
    "faster to start": "booths",
    "slower to start": "barns",
    "easier to move": "booths",
    "less portable": "barns",
    "more secure": "barns",
    "less secure": "booths",
}
ROWS = {
    "smaller": "size",
    "bigger": "size",
    "faster to start": "time",
    "slower to start": "time",
    "easier to move": "move",
    "less portable": "move",
    "more secure": "safe",
    "less secure": "safe",
}
OTHER = {"booths": "barns", "barns": "booths"}
ONE = (
    "{who} are {what}",
    "{who} {what} than {other}?",
    "are {who} {what} than {other}?",
    "aren't {who} {what}?",
    "compared with {other}, {who} are {what}",
    "in comparison to {other} {who} are {what}",
    "unlike {other}, {who} are {what}, right?",
    "{who} are {what}, unlike {other}",
    "{who} are {what}, not {other}",
    "True or false: {who} are {what} than {other}.",
    "I heard that {who} are {what}. Is that true?",
    "We have many {other}. My neighbour says {who} are {what}. Is he right?",
    "{who} are {what} than {other}, change my mind",
)
TWO = (
    "{who} are {what} and {more}",
    "are {who} {what} and {more} than {other}?",
    "{who} are {what} but {more}",
    "{who} are {what}. They are also {more}.",
)


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PAGE, built_in=KINDS)[0])


@pytest.mark.parametrize("form", ONE)
def test_one_end(docent: Docent, form: str) -> None:
    for what, holds in TRUE_OF.items():
        for who, other in OTHER.items():
            asked = form.format(who=who, other=other, what=what)
            assert (asked, docent.ask(asked).answer.lead.plain[:3].rstrip(".")) == (
                asked,
                "Yes" if holds == who else "No",
            )


@pytest.mark.parametrize("form", TWO)
def test_two_ends(docent: Docent, form: str) -> None:
    for what, more in permutations(TRUE_OF, 2):
        if ROWS[what] == ROWS[more]:
            continue
        for who, other in OTHER.items():
            asked = form.format(who=who, other=other, what=what, more=more)
            holds = TRUE_OF[what] == TRUE_OF[more] == who
            assert (asked, docent.ask(asked).answer.lead.plain[:3].rstrip(".")) == (asked, "Yes" if holds else "No")


@pytest.mark.parametrize("form", ["why are {who} {what}?", "compared to {other}, why are {who} {what}"])
def test_why_sets_right_what_is_not_so(docent: Docent, form: str) -> None:
    for what, holds in TRUE_OF.items():
        for who, other in OTHER.items():
            asked = form.format(who=who, other=other, what=what)
            assert (asked, "other way round" in docent.ask(asked).answer.lead.plain) == (asked, holds != who)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("booths waste less land than barns", "Yes."),
        ("barns waste less land than booths", "No."),
        ("barns move between towns just as easily as booths", "No."),
        ("booths as easy to move as barns?", "Yes."),
    ],
)
def test_as_and_less_are_weighed(docent: Docent, question: str, lead: str) -> None:
    assert docent.ask(question).answer.lead.plain.startswith(lead)


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("is there anything that barns are better at?", "advantages?subjects=barn"),
        ("what are booths worse at", "disadvantages?subjects=booth"),
        ("why is everybody so happy with booths", "advantages?subjects=booth"),
        ("why are so many people unhappy with barns", "disadvantages?subjects=barn"),
        ("why is it that barns are more secure", "why?subjects=barn&aspects=security&sense=better"),
    ],
)
def test_what_one_is_better_at_asks_for_its_traits(docent: Docent, question: str, meaning: str) -> None:
    found = docent.ask(question).meaning

    assert found is not None
    assert found.id == meaning
