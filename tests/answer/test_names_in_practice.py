"""Names as documents and people use them in practice: short, in longer headings, with synonyms that are misspelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from bot.show import plain
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

WEAVING = """# Weaving: power looms vs. slow-running hand looms

## Terms

**Pattern card**: a card that tells the loom which threads to lift. Once punched, it never changes.

## Side by side

| Topic | Power looms | Slow-running frames |
|---|---|---|
| Moment of payment | At delivery | In advance |
| Noise | High | Low |
| Warp change | At the start of each week | Whenever it suits |

## Power looms in detail

### Advantages

- A bolt is done in a day.

### Disadvantages

- A torn thread stops all of them.

## Slow-running frames in detail

### Advantages

- Every mistake is seen at once.

### Disadvantages

- It is tiring, and the back hurts.
- A frame takes up a room.

## Pair weaving

**Pair weaving** is a way of weaving in which two people sit at one frame.

## Our advice

- For cloth by the bolt, use power looms.
- For a single shawl, use the slow-running frames.
- Do not buy either before you have had a lesson.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(WEAVING, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("upsides of power looms?", "advantages?subjects=power-looms"),
        ("downsides of frames pls", "disadvantages?subjects=slow-running-frames"),
        ("when is the payment for frames", "aspect?subjects=slow-running-frames&aspects=moment-of-payment"),
        ("when does the warp change take place with power looms", "aspect?subjects=power-looms&aspects=warp-change"),
        ("what is pair weaving?", "define?subjects=pair-weaving"),
    ],
)
def test_what_stands_under_a_longer_heading_is_of_whom_it_names(docent: Docent, asked: str, meant: str) -> None:
    reply = docent.ask(asked)
    assert reply.meaning is not None
    assert reply.meaning.id == meant


def test_each_side_is_told_once(docent: Docent) -> None:
    assert (
        docent.ask("drawbacks of power looms").answer.lead.plain
        == "Power looms have 1 disadvantage: A torn thread stops all of them."
    )


def test_which_is_more_so_is_told_by_the_one_of_which_it_is_said(docent: Docent) -> None:
    reply = docent.ask("which is more tiring?")
    assert reply.meaning is not None
    assert reply.meaning.subjects == ("slow-running-frames",)


@pytest.mark.parametrize(
    "asked", ["can I modfy a pattern card?", "can i chnage the pattern card", "is a pattern card alterd later"]
)
def test_a_misspelt_word_that_means_what_is_said_is_read(docent: Docent, asked: str) -> None:
    assert docent.ask(asked).answer.lead.plain.startswith("No.")


def test_advice_that_names_nobody_is_told_to_all(docent: Docent) -> None:
    assert "before you have had a lesson" in plain.render(docent.ask("should I buy one before a lesson?").answer)


@pytest.mark.parametrize("asked", ["frames are less loud thjn power looms", "are frames quieter tjan power looms"])
def test_a_small_word_is_meant_before_a_rarer_one(docent: Docent, asked: str) -> None:
    understanding = docent.ask(asked).understanding
    assert "than" in understanding.trace.tokens


CASKS = """# Oak casks or steel tanks

| | Oak cask | Steel tank |
|---|---|---|
| **Aroma** | Kept for years | The aroma of the wood is lost |

## Oak cask

What is good about it:

- Gives vanilla.

What isn't so great about it:

- Leaks when dry.

## Steel tank

What we like:

- Easy to rinse.

What could be better:

- Dents at once.
"""


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("whats bad about the oak cask", "Leaks when dry", "vanilla"),
        ("advantages of the oak cask", "Gives vanilla", "Leaks"),
        ("cons of the steel tank", "Dents at once", "rinse"),
    ],
)
def test_sides_stand_under_what_is_good_and_what_is_not_so_great(asked: str, told: str, untold: str) -> None:
    text = plain.render(Docent(compiled(CASKS, built_in=KINDS)[0]).ask(asked).answer)
    assert told in text
    assert untold not in text


def test_what_is_lost_is_not_kept() -> None:
    docent = Docent(compiled(CASKS, built_in=KINDS)[0])
    assert docent.ask("the steel tank keeps the aroma of the wood, right?").answer.lead.plain.startswith("No.")
