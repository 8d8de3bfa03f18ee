"""Authors' files: what they add, and how their mistakes are told."""

from __future__ import annotations

import pytest

from bot.content.compile import compile_content
from bot.model.prose import Listing, Paragraph
from tests.content.helpers import compiled

PAGE = "| Aspect | Foo | Bar |\n|---|---|---|\n| Speed | Slow. | Quick. |\n| Weight | Light. | Heavy. |\n"


def told(intents: str, built_in: str = "") -> list[str]:
    """Problems as they are printed."""
    return [str(problem) for problem in compiled(PAGE, intents, built_in)[1]]


def test_aliases_come_with_their_line_and_the_end_that_they_name() -> None:
    knowledge, problems = compiled(
        PAGE, "aspects:\n  Speed:\n    aliases: |\n      pace\n    better: |\n\n      zippy\n"
    )
    aliases = {alias.text: alias for alias in knowledge.aspects[0].aliases}

    assert problems == ()
    assert (aliases["pace"].sense, aliases["pace"].source.first_line) == ("", 4)
    assert (aliases["zippy"].sense, aliases["zippy"].source.first_line) == ("better", 7)


def test_lines_of_a_block_are_taken_as_written() -> None:
    knowledge, problems = compiled(
        PAGE,
        "faq:\n  odd:\n    utterances: |\n      no\n      *what* is it: a or b? # yes\n    answer: |\n      Text.\n",
    )

    assert problems == ()
    assert [utterance.text for utterance in knowledge.phrasebook.entries[0].utterances] == [
        "no",
        "*what* is it: a or b? # yes",
    ]


def test_answers_are_markdown() -> None:
    knowledge, _ = compiled(PAGE, "faq:\n  q:\n    utterances: who\n    answer: |\n      Ask **us**:\n\n      - Ann\n")
    entry = knowledge.phrasebook.entries[0]

    assert [type(part) for part in entry.parts] == [Paragraph, Listing]
    assert entry.title == "Who"


FAMILY = "families:\n  speed:\n    words: |\n      speed\n    better: |\n      swift\n    worse: |\n      sluggish\n"


def test_an_aspect_takes_the_words_of_its_family() -> None:
    knowledge, _ = compiled(PAGE, built_in=FAMILY)
    speed, weight = knowledge.aspects

    assert {(alias.text, alias.sense) for alias in speed.aliases} >= {("swift", "better"), ("sluggish", "worse")}
    assert {alias.text for alias in weight.aliases} == {"Weight"}


def test_authors_add_to_built_in_kinds_and_replace_built_in_entries() -> None:
    built_in = "intents:\n  compare:\n    utterances: |\n      a vs b\nsmall talk:\n  hi:\n    utterances: hi\n    answer: Old.\n"
    mine = "intents:\n  compare:\n    utterances: |\n      a or b\nsmall talk:\n  hi:\n    utterances: hi\n    answer: New.\n"
    knowledge, problems = compiled(PAGE, mine, built_in)

    assert problems == ()
    assert [one.text for one in knowledge.phrasebook.intents[0].utterances] == ["a vs b", "a or b"]
    assert [entry.parts for entry in knowledge.phrasebook.entries] == [
        compiled(PAGE, mine)[0].phrasebook.entries[0].parts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subject:\n  Foo: {}\n", 'page.yaml:1: "subject" is not a field here (Did you mean "subjects"?)'),
        (
            "intents:\n  compare:\n    uterances: |\n      x\n",
            'page.yaml:3: "uterances" is not a field here (Did you mean "utterances"?)',
        ),
        (
            "intents:\n  advantges:\n    utterances: x\n",
            'page.yaml:2: "advantges" is not a kind of question (Did you mean "advantages"?)',
        ),
        (
            "intents:\n  compare:\n    utterances: |\n      what is <sbject>\n",
            "page.yaml:4: <sbject> is not a slot (Did you mean <subject>?)",
        ),
        (
            "subjects:\n  Fooo:\n    aliases: |\n      f\n",
            'page.yaml:2: no overview speaks of the subject "Fooo" (Did you mean "Foo"?)',
        ),
        (
            "aspects:\n  Sped:\n    aliases: |\n      pace\n",
            'page.yaml:2: no overview speaks of the aspect "Sped" (Did you mean "Speed"?)',
        ),
        (
            "subjects:\n  Foo:\n    aliases: |\n      bar\n",
            'page.yaml:4: "bar" would name both "Foo" and "Bar" (page.md:1) (leave it with one of the two)',
        ),
        (
            "subjects:\n  Foo:\n    aliases: |\n      the\n",
            'page.yaml:4: "the" is too common a word for an alias (take another)',
        ),
        (
            "intents:\n  compare:\n    cues: |\n      versus\nsubjects:\n  Foo:\n    aliases: |\n      versus\n",
            'page.yaml:8: "versus" already names a kind of question, "compare" (take another word)',
        ),
        (
            "faq:\n  a:\n    utterances: |\n      why\n    answer: x\n  b:\n    utterances: |\n      Why?\n    answer: y\n",
            'page.yaml:8: "Why?" is asked under "b" and under "a" (page.yaml:4) (leave it with one of the two)',
        ),
        (
            "faq:\n  a:\n    utterances: |\n    answer: x\n",
            'page.yaml:3: "a" has no utterances (write one phrasing a line below it)',
        ),
        (
            "faq:\n  a:\n    utterances: |\n      x\n",
            'page.yaml:2: "a" has no "answer" (write "answer: |" and the text below it)',
        ),
        ("faq: {}\nfaq: {}\n", 'page.yaml:2: "faq" stands here twice, first on line 1'),
        ("a: &x 1\nb: *x\n", "page.yaml:1: anchors (&name) and aliases (*name) are not read here"),
        ("a: " + "[" * 40 + "]" * 40, "page.yaml:1: this is nested too deep"),
        (
            "opposites: |\n  up / down\n  left right\n",
            'page.yaml:3: "left right" is not a pair of opposites (write the two with a slash between: a / b)',
        ),
        ("- a\n", "page.yaml:1: this file must hold sections (subjects:, aspects:, intents:, faq: and so on)"),
    ],
)
def test_each_mistake_is_told_once_with_its_line(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_broken_file_is_told_with_its_line() -> None:
    (problem,) = told("faq:\n  a: [1\n")

    assert problem.startswith("page.yaml:")
    assert "this is not YAML" in problem


def test_lines_of_data_become_entries() -> None:
    lines = (
        '{"text": "hello", "intent": "greet"}\n\n{"text": "x", "intent": null}\n{"text": "hey", "intent": "greet"}\n'
    )
    knowledge, problems = compile_content({}, {"set.jsonl": lines}, {})
    (entry,) = knowledge.phrasebook.entries

    assert problems == ()
    assert (entry.id, entry.title, [one.source.first_line for one in entry.utterances]) == ("greet", "greet", [1, 4])


def test_a_broken_line_of_data_is_told_and_the_rest_is_read() -> None:
    knowledge, problems = compile_content({}, {"set.jsonl": '{"text"\n[1]\n{"text": "hi", "intent": "greet"}'}, {})

    assert [(problem.line, problem.message) for problem in problems] == [
        (1, "this line is not JSON"),
        (2, 'this line needs a "text" and an "intent"'),
    ]
    assert len(knowledge.phrasebook.entries) == 1


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("    intent: verdikt\n", 'page.yaml:3: "verdikt" is not a kind of question (Did you mean "verdict"?)'),
        ("    sayes: no\n", 'page.yaml:3: "sayes" is not a field here (Did you mean "says"?)'),
        ("    declined: perhaps\n", 'page.yaml:3: "perhaps" is not yes or no (write "yes" or "no")'),
        (
            "    declined: yes\n    says: light\n",
            'page.yaml:2: "is foo light" is declined, and has an answer as well (take "declined" away, or the rest)',
        ),
    ],
)
def test_expectations_that_cannot_be_read_are_told(fields: str, problem: str) -> None:
    assert told("questions:\n  is foo light:\n" + fields) == [problem]
