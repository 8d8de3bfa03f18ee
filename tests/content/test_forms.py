"""Small pieces of Markdown: what each form of writing is read as."""

from __future__ import annotations

import pytest

from bot.content.polarity import Announcement, announced
from bot.content.sentences import labelled
from bot.content.words import form
from bot.model.prose import Prose, Span
from tests.content.helpers import compiled, facts, names

TABLE = "| Aspect | {} | {} |\n|---|---|---|\n| Size | big | small |\n\n"


@pytest.mark.parametrize(
    ("heading", "polarities", "subject"),
    [
        ("Advantages and Disadvantages of Foo (Bar)", ("advantage", "disadvantage"), "Foo (Bar)"),
        ("Pros & Cons", ("advantage", "disadvantage"), ""),
        ("Key benefits of using Foo", ("advantage",), "Foo"),
        ("Foo's drawbacks", ("disadvantage",), "Foo"),
        ("Foo: limitations", ("disadvantage",), "Foo"),
        ("Limitations: Foo", ("disadvantage",), "Foo"),
        ("Advantages of Foo over Bar", ("advantage",), "Foo"),
        ("Foo has several strengths", ("advantage",), "Foo"),
        ("The main weaknesses", ("disadvantage",), ""),
        ("Pro", ("advantage",), ""),
        ("What speaks for a foo", ("advantage",), "foo"),
        ("Arguments against Foo", ("disadvantage",), "Foo"),
        ("What's good about Foo?", ("advantage",), "Foo"),
        ("Where Foo falls short", ("disadvantage",), "Foo"),
    ],
)
def test_headings_announce_traits(heading: str, polarities: tuple[str, ...], subject: str) -> None:
    found = announced(heading)

    assert isinstance(found, Announcement)
    assert (found.polarities, found.subject) == (polarities, subject)


@pytest.mark.parametrize("heading", ["MacBook Pro", "Strength training", "Contents", "Installation", ""])
def test_other_headings_announce_none(heading: str) -> None:
    assert announced(heading) is None


@pytest.mark.parametrize(
    ("written", "name", "aliases"),
    [
        ("Foo Bars (FBs)", "foo-bars", ["Foo Bars", "FBs"]),
        ("**Foo** (Bar, or Baz)", "foo", ["Foo", "Bar", "Baz"]),
        ("Foo (2024)", "foo", ["Foo"]),
        ("The Foo", "the-foo", ["The Foo"]),
    ],
)
def test_columns_name_subjects_with_their_aliases(written: str, name: str, aliases: list[str]) -> None:
    knowledge, _ = compiled(TABLE.format(written, "Other"))

    assert names(knowledge)[name] == aliases


def test_a_plural_or_an_article_makes_no_second_subject() -> None:
    knowledge, _ = compiled(
        TABLE.format("Foo Bars (FBs)", "Other") + "## Advantages of a Foo Bar\n\n- cheap\n\n## FB\n\nText."
    )

    assert list(names(knowledge)) == ["foo-bars", "other"]


def test_names_that_share_a_part_stay_two() -> None:
    knowledge, _ = compiled(TABLE.format("SQL", "NoSQL"))

    assert names(knowledge) == {"sql": ["SQL"], "nosql": ["NoSQL"]}


def test_two_columns_with_one_alias_are_a_problem_that_names_both_places() -> None:
    _, problems = compiled(TABLE.format("Foo (thing)", "Bar (thing)"))

    assert [str(problem) for problem in problems] == [
        'page.md:1: "thing" would name both "Bar" and "Foo" (page.md:1) (leave it with one of the two)'
    ]


def test_a_heading_that_qualifies_a_known_subject_is_the_same_or_a_part() -> None:
    knowledge, _ = compiled(
        TABLE.format("Foo (Crates)", "Bar")
        + "### 1. **Foo Plan**\n\n- A Foo plan is a list.\n\n### 2. **Foo Crate**\n\n- A Foo crate is a box.\n"
    )

    assert names(knowledge)["foo"] == ["Foo", "Crates", "Foo Crate"]
    assert names(knowledge)["foo-plan"] == ["Foo Plan", "Plan"]


def test_a_verb_is_no_mention_of_the_noun_beside_it() -> None:
    text = TABLE.format("Container", "Bar") + "## Notes\n\nThe box contains tools.\n"

    assert facts(text, "passage") == [("passage", (), "Notes", "The box contains tools.")]


def test_tables_that_compare_nothing_stay_whole() -> None:
    knowledge, _ = compiled("# Flags\n\n| Flag | Default | Description |\n|---|---|---|\n| -a | no | all |\n")

    assert knowledge.comparisons == ()
    assert knowledge.subjects == ()
    assert [one.kind for one in knowledge.facts] == ["passage"]


@pytest.mark.parametrize(
    ("prose", "label", "rest"),
    [
        (Prose((Span("Fast", bold=True), Span(": it flies"))), "Fast", "it flies"),
        (Prose((Span("Fast:", bold=True), Span(" it flies"))), "Fast", "it flies"),
        (Prose((Span("Fast", bold=True), Span(" \u2013 it flies"))), "Fast", "it flies"),
        (Prose.of("Fast start: it flies"), "Fast start", "it flies"),
        (Prose((Span("Fast", bold=True),)), "", "Fast"),
        (Prose.of("Foos are fixed: nothing changes"), "", "Foos are fixed: nothing changes"),
        (Prose.of("See https://example.org"), "", "See https://example.org"),
    ],
)
def test_items_are_divided_into_label_and_statement(prose: Prose, label: str, rest: str) -> None:
    found, statement = labelled(prose)

    assert (found, statement.plain) == (label, rest)


@pytest.mark.parametrize(
    ("word", "expected"), [("containers", "container"), ("contain", "contain"), ("class", "class"), ("boxes", "box"),
                           ("databases", "database"), ("queries", "query"), ("os", "os"), ("dbs", "db")]
)  # fmt: skip
def test_plurals_fold_and_verbs_do_not(word: str, expected: str) -> None:
    assert form(word) == expected


def test_traits_join_the_row_that_their_label_names() -> None:
    text = (
        "| Aspect | Foo | Bar |\n|---|---|---|\n| Resource usage | Sips power. | Gulps power. |\n"
        "| Weight | Featherlike, one gram. | Two tons. |\n\n"
        "## Advantages of Foo\n\n- **Careful resource use**: x\n- **Resource allocation**: y\n- **Featherlike**: one gram\n"
        "- **Strong glass**: z\n\n## Disadvantages of Bar\n\n- **Weak glass**: w\n- **Resource-heavy**: v\n"
    )
    knowledge, problems = compiled(text)
    joined = {one.label: one.aspects for one in knowledge.facts if one.kind != "cell"}

    assert problems == ()
    assert joined["Resource-heavy"] == ("resource-usage",)
    assert joined["Resource allocation"] == ("resource-allocation",)
    assert joined["Featherlike"] == ("weight",)
    assert joined["Strong glass"] == joined["Weak glass"] == ("glass",)
