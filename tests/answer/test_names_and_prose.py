"""Names that are shortened, comparisons that stand in sentences, and statements that say less than their words."""

from __future__ import annotations

import pytest

from bot.docent import Docent
from bot.model.dialogue import Reply
from tests.content.helpers import compiled
from tests.questions.judging import ROOT

KINDS = (ROOT / "intents" / "kinds.yaml").read_text("utf-8")

MAIL = """# Pigeon post vs Acme Tubolino

| Aspect | Pigeon post | Acme Tubolino (AT) |
|---|---|---|
| Satchel storage | Kept client-side, by the rider | Kept at the office |
| Letter retention | Deleted once they are read | Letters stay for a year |
| Supported format | Thin paper | Capsules |
| Latency | Hours | Minutes |

## Pigeon post

**Cons**

- Hard to stop once it flies.
- Less reliability: in a storm nothing comes.

## Notes

- Choose the Acme Tubolino when you write daily.
- Choose the pigeon post when you write from a boat.
"""

PLANTS = """# Moss and fern

## Moss

- A moss is a plant without roots.

## Fern

- A fern is a plant with fronds.

## Comparison of moss and fern

- Moss is usually cheaper than fern
- Watering moss takes less effort than watering fern
- A fern casts a shadow, whereas moss does not
- Neither of the plants has flowers, moss nor fern

### Analogy: the house

- Moss is the carpet
- A fern is the umbrella
"""


def asked(page: str, question: str) -> Reply:
    return Docent(compiled(page, built_in=KINDS)[0]).ask(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what is the latency of tubolino?", "Minutes"),
        ("how fast is Acme?", "I don't know"),
        ("pigeon post vs tubolino latency", "Minutes"),
        ("what formats does tubolino support?", "Capsules"),
        ("retention of letters in the tubolino", "for a year"),
        ("why use the Acme Tubolino?", "when you write daily"),
        ("where is the satchel kept with pigeon post?", "client-side"),
    ],
)
def test_a_part_of_a_name_is_enough_where_it_is_nobody_elses(question: str, said: str) -> None:
    assert said in asked(MAIL, question).answer.lead.plain


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("does the pigeon post keep letters once they are read?", "No."),
        ("is the pigeon post reliable?", "No."),
        ("can I stop a pigeon post easily?", "No."),
        ("can I stop a pigeon post?", "By this overview:"),
    ],
)
def test_what_a_statement_takes_back_is_no_yes(question: str, start: str) -> None:
    assert asked(MAIL, question).answer.lead.plain.startswith(start)


def test_a_stranger_in_capitals_is_no_slip_of_the_pen() -> None:
    assert asked(MAIL.replace("Hours", "Hours by STMP"), "is SMTP better than tubolino?").status != "answered"


def test_letters_are_told_in_full() -> None:
    page = "# TLA\n\n| Aspect | TLA (Three Letter Acronym) | Word |\n|---|---|---|\n| Length | Three | Any |\n"

    assert asked(page, "what does TLA stand for?").answer.heading == "TLA (Three Letter Acronym)"


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("which is cheaper?", "Moss, by this overview"),
        ("is a fern cheaper than moss?", "No."),
        ("advantages of moss", "Moss has 2 advantages"),
        ("explain a fern with an analogy", "A fern is the umbrella"),
        ("moss vs fern", "A fern casts a shadow, whereas"),
    ],
)
def test_who_is_ahead_is_read_off_sentences(question: str, start: str) -> None:
    assert asked(PLANTS, question).answer.lead.plain.startswith(start)


def test_a_sentence_that_denies_sets_nobody_ahead() -> None:
    page = PLANTS.replace("is usually cheaper", "is not cheaper")
    knowledge, _ = compiled(page, built_in=KINDS)

    assert not [fact for fact in knowledge.facts if fact.kind == "advantage" and "cheaper" in fact.prose.plain]


LIFTS = """# Paternos vs Drumlift

| Aspect | Paternos | Drumlift |
|---|---|---|
| Time | Takes ten minutes | Takes two minutes |
| Setup time | A day | A week |
| Cost | Free | 20 dollars a month |

## Pros of Paternos

- Riders of Paternos never wait
"""


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("how do Paternos and Drumlift compare on Time", "Drumlift is ahead on time."),
        ("is the Drumlift faster?", "Yes. By this overview, Drumlift is ahead on time"),
        ("Drumlift cost", "20 dollars a month."),
        ("which is cheaper?", "Paternos, by this overview"),
        ("what are the advantages of Paternos?", "Paternos has 1 advantage"),
        ("pros and cons of Drumlift and Paternos", "For Paternos: "),
    ],
)
def test_a_row_on_time_takes_no_more_than_its_own(question: str, start: str) -> None:
    assert start in asked(LIFTS, question).answer.lead.plain


HUTS = """## Tent

A tent is a house of cloth.

### Advantages

* **Less weight:** Since it is of cloth, it spares the back.
* Goes up in minutes.

### Disadvantages

* Poor shelter compared to heated huts.

## Mountain hut (MH)

A mountain hut is a house of wood.

### Advantages

* Keeps out the storm.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("does a tent spare the back?", "Yes."),
        ("is a tent heated?", "By this overview:"),
        ("advantages of a mountain hut", "Mountain hut has 1 advantage: Keeps out the storm."),
        ("what is an mh?", "A mountain hut is a house of wood."),
    ],
)
def test_the_first_heading_is_no_title_of_those_beside_it(question: str, said: str) -> None:
    assert asked(HUTS, question).answer.lead.plain.startswith(said)


def test_a_title_gives_the_noun_that_headings_have() -> None:
    page = "# Cat vs Dog Baskets\n\n## Cat Baskets\n\n**Pros**:\n\n- Deep\n\n## Dog Baskets\n\n**Pros**:\n\n- Wide\n"

    assert asked(page, "pros of cat").answer.lead.plain.endswith("1 advantage: Deep.")


def test_which_kind_of_what_is_only_described_is_best_is_not_told() -> None:
    page = "# Moss vs Fern\n\nMoss is a plant.\n\nA fern is another plant.\n\nMoss and fern like shade.\n"

    assert asked(page, "which moss brand is best?").status == "unknown"
