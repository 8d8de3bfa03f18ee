"""Whole documents of several fields: what they compile to."""

from __future__ import annotations

from bot.content.compile import compile_content
from bot.model.prose import CodeBlock, Listing, Paragraph
from tests.content.helpers import compiled, document, fact, facts, names


def test_a_document_of_another_field_needs_no_word_of_ours() -> None:
    knowledge, problems = compiled(document("protocols.md"))

    assert problems == ()
    assert list(names(knowledge)) == ["rest", "grpc", "grpc-channel", "grpc-stub"]
    assert [comparison.aspects for comparison in knowledge.comparisons] == [("latency", "browser-support", "tooling")]
    assert fact(knowledge, "High latency", "rest").aspects == ("latency",)
    assert fact(knowledge, "Low latency", "grpc").kind == "advantage"
    assert fact(knowledge, "Limited browser support", "grpc").aspects == ("browser-support",)


def test_a_short_row_has_no_statements_and_is_no_mistake() -> None:
    assert not [one for one in facts(document("protocols.md"), "cell") if one[2] == "Tooling"]


def test_parts_of_a_subject_are_subjects_with_short_names() -> None:
    knowledge, _ = compiled(document("protocols.md"))

    assert names(knowledge)["grpc-channel"] == ["gRPC Channel", "Channel"]
    assert names(knowledge)["grpc-stub"] == ["gRPC Stub", "Stub"]
    assert "Remote calls" in names(knowledge)["grpc"]


def test_sentences_of_a_known_kind_leave_their_paragraph() -> None:
    found = facts(document("protocols.md"), "analogy", "contrast", "advice")

    assert [(kind, subjects) for kind, subjects, _, _ in found] == [
        ("advice", ("rest",)),
        ("advice", ("grpc",)),
        ("analogy", ("grpc-channel", "grpc-stub")),
        ("contrast", ("grpc-channel", "grpc-stub")),
    ]


def test_a_sentence_over_two_lines_cites_both() -> None:
    text = document("protocols.md")
    knowledge, _ = compiled(text)
    contrast = next(one for one in knowledge.facts if one.kind == "contrast")
    lines = text.split("\n")

    assert "while a stub is made" in lines[contrast.source.first_line - 1]
    assert lines[contrast.source.last_line - 1] == "anew for each caller."


def test_front_matter_gives_title_and_tags_and_keeps_line_numbers() -> None:
    text = document("front-ends.md")
    knowledge, _ = compiled(text)

    assert (knowledge.overviews[0].title, knowledge.overviews[0].tags) == ("Front ends", ("web", "onboarding"))
    churn = next(one for one in knowledge.facts if one.prose.plain == "Churn")
    assert text.split("\n")[churn.source.first_line - 1] == "* Churn"


def test_a_row_with_too_many_cells_is_the_only_problem() -> None:
    _, problems = compiled(document("front-ends.md"))

    assert [(problem.line, problem.message.split(",")[0]) for problem in problems] == [
        (19, "this row has 4 cells under a header of 3")
    ]


def test_cells_keep_line_breaks_code_and_bars() -> None:
    cells = {(subjects, label): text for _, subjects, label, text in facts(document("front-ends.md"), "cell")}

    assert cells[("react",), "Learning curve"] == "Steep\nJSX first"
    assert cells[("vue",), "Learning curve"] == "Gentle templates"
    assert cells[("react",), "Bundle size (gzipped)"] == "44 | 45 KB"
    assert cells[("react",), "Speed / performance"] == "Fast\nsecond line"


def test_traits_are_found_in_every_form_of_writing() -> None:
    found = facts(document("front-ends.md"), "advantage", "disadvantage")

    assert [(kind[:3], subjects[0], label or text) for kind, subjects, label, text in found] == [
        ("adv", "react", "big team"),
        ("adv", "react", "many jobs"),
        ("adv", "vue", "easy"),
        ("adv", "react", "Large ecosystem"),
        ("adv", "react", "Flexible"),
        ("dis", "react", "Steep learning curve"),
        ("adv", "vue", "gentle"),
        ("adv", "vue", "small"),
        ("adv", "vue", "fast"),
        ("dis", "vue", "fewer jobs"),
        ("dis", "vue", "smaller ecosystem"),
        ("adv", "vue", "Good docs"),
        ("dis", "vue", "Few big companies"),
        ("dis", "react", "Churn"),
    ]


def test_what_no_form_fits_stays_whole_under_its_heading() -> None:
    knowledge, _ = compiled(document("front-ends.md"))
    passage = next(one for one in knowledge.facts if one.kind == "passage" and one.label == "Install")

    assert [type(part) for part in passage.parts] == [Listing, CodeBlock, Paragraph]
    assert passage.prose.plain == "Run npm i"


def test_the_order_of_files_changes_nothing() -> None:
    files = {name: document(name) for name in ("front-ends.md", "protocols.md")}
    backwards = dict(reversed(files.items()))

    assert compile_content(files, {}, {}) == compile_content(backwards, {}, {})


def test_the_editors_guide_is_no_overview() -> None:
    knowledge, problems = compile_content({"README.md": document("protocols.md")}, {}, {})

    assert knowledge.overviews == ()
    assert knowledge.facts == ()
    assert problems == ()


def test_the_version_follows_the_texts() -> None:
    first, _ = compiled("# A\n")
    again, _ = compiled("# A\n")
    other, _ = compiled("# B\n")

    assert first.version == again.version != other.version
