"""A part of a name where a name has to stand, rows named by another word, and "faster" of rows that tell times."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

POST = """# Pneumatic tube, mail coach or Acme Dropbox

| | Pneumatic tube | Mail coach |
|---|---|---|
| First letter | 4 minutes | 2 days |
| Letter size | One page at most | 20 kg at most |
| Retention | 30 days at most | For ever |
| Replay | Yes, by the clerk | No |

## Pneumatic tube

### Disadvantages

- **Jams**: A capsule can get stuck.

## Mail coach

### Disadvantages

- **Weather**: Snow stops it.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(POST, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("downsides of the coach?", "disadvantages?subjects=mail-coach"),
        ("drawbacks of pneumatic", "disadvantages?subjects=pneumatic-tube"),
        ("retention pneumatic", "aspect?subjects=pneumatic-tube&aspects=retention"),
        ("max letter size mail coach", "aspect?subjects=mail-coach&aspects=letter-size"),
        ("how long does the mail coach keep a letter", "aspect?subjects=mail-coach&aspects=retention"),
        ("replay of letters with the tube", "aspect?subjects=pneumatic-tube&aspects=replay"),
    ],
)
def test_what_is_named_in_part_or_by_another_word_is_found(docent: Docent, asked: str, meant: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id == meant


def test_a_part_that_goes_on_with_another_word_names_something_else(docent: Docent) -> None:
    assert docent.ask("downsides of pneumatic brakes?").status != "answered"


@pytest.mark.parametrize(
    ("asked", "winner"),
    [
        ("what's faster for the first letter?", "Pneumatic tube, by this overview: shorter on first letter"),
        ("which is slower for a first letter", "Mail coach, by this overview: longer on first letter"),
    ],
)
def test_faster_is_less_of_a_row_that_tells_times(docent: Docent, asked: str, winner: str) -> None:
    assert docent.ask(asked).answer.lead.plain.startswith(winner)
