"""Any text at all: compiling never raises, loses nothing, and cites lines that hold what they are cited for."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.compile import compile_content
from bot.content.outline import LARGEST, clean
from bot.model.facts import Fact
from bot.model.prose import CodeBlock, Listing, Paragraph, Table
from tests.content.helpers import compiled, document

_PIECES = st.sampled_from(
    """# Foo|## **Pros and cons**|### 1. **Foo Bar**|**Advantages**:|Cons:|- **Fast**: it flies|- item|  - deeper|1. one
    |plain text of Foo|Foo is a bar, while Baz is not.|> quoted|```|---|***|a [link](http://x.y) `code`|<!-- hidden -->
    |Think of Foo as a bar.|\\|\\| ||<div>|</div>|&amp;|\t- tab|Choose Foo if Baz.""".replace("\n    ", "").split("|")
)
_ROWS = st.sampled_from(
    ["| Aspect | Foo | Baz (B) |", "|---|---|---|", "| Size | big | small |", "| x |", "| Pros | a<br>b | c | d |"]
)
_MARKDOWN = st.lists(st.one_of(_PIECES, _ROWS, st.just(""), st.text(max_size=12)), max_size=25).map("\n".join)


def words_of(fact: Fact) -> set[str]:
    """The plain words of a fact, its parts included."""
    texts = [fact.label, fact.prose.plain]
    for part in fact.parts:
        match part:
            case Paragraph(prose):
                texts.append(prose.plain)
            case Listing(items):
                texts += [item.prose.plain for item in items]
            case Table(header, rows):
                texts += [cell.plain for row in (header, *rows) for cell in row]
            case CodeBlock(text):
                texts.append(text)
            case _:
                pass
    return set(re.findall(r"[a-z]+", " ".join(texts).lower()))


@given(_MARKDOWN)
@settings(max_examples=150, deadline=None)
def test_facts_stand_where_they_say(text: str) -> None:
    knowledge, _ = compiled(text)
    lines = clean(text).split("\n")

    for fact in knowledge.facts:
        assert 1 <= fact.source.first_line <= fact.source.last_line <= len(lines)
        cited = "\n".join(lines[fact.source.first_line - 1 : fact.source.last_line])
        first = fact.prose.plain.split("\n")[0].strip()
        plain = re.findall(r"[a-z]{3,}", first.lower())
        if all(character.isascii() for character in first) and "&" not in cited:
            assert all(word in cited.lower() for word in plain)


@given(_MARKDOWN)
@settings(max_examples=100, deadline=None)
def test_ids_are_one_of_a_kind_and_point_at_what_is_there(text: str) -> None:
    knowledge, _ = compiled(text)
    subjects = {subject.id for subject in knowledge.subjects}
    aspects = {aspect.id for aspect in knowledge.aspects}

    assert len({fact.id for fact in knowledge.facts}) == len(knowledge.facts)
    for fact in knowledge.facts:
        assert set(fact.subjects) <= subjects
        assert set(fact.aspects) <= aspects


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_it_raise(markdown: str, yaml: str, lines: str) -> None:
    once = compile_content({"a.md": markdown}, {"b.yaml": yaml, "c.jsonl": lines}, {})

    assert once == compile_content({"a.md": markdown}, {"b.yaml": yaml, "c.jsonl": lines}, {})


_VALUE = st.sampled_from(["", "|\n      what\n      <aspect>", "x", "[a, b]", "{}", "{x: {y: z}}", "[[a], {b: c}]"])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["subjects", "aspects", "intents", "faq", "small talk", "families", "opposites", "oddity"]),
            st.sampled_from(["compare", "Foo", "Size", "words"]),
            st.sampled_from(["aliases", "better", "utterances", "answer", "cues", "words", "wrong"]),
            _VALUE,
        ),
        max_size=5,
    )
)
@settings(max_examples=150, deadline=None)
def test_no_shape_of_yaml_makes_it_raise(rows: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{section}:\n  {name}:\n    {field}: {value}\n" for section, name, field, value in rows)

    _, problems = compiled("| A | Foo | Baz |\n|---|---|---|\n| Size | 1 | 2 |\n", text)

    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems if problem.file == "page.yaml")


def test_every_word_of_a_document_is_in_a_fact_or_a_name() -> None:
    for name in ("protocols.md", "front-ends.md"):
        text = re.sub(r"<!--.*?-->|\A---\n.*?\n---\n|```\w*|https?://\S+|\| lost", " ", document(name), flags=re.DOTALL)
        knowledge, _ = compiled(document(name))
        kept = set().union(*map(words_of, knowledge.facts))
        aliases = [subject.aliases for subject in knowledge.subjects] + [aspect.aliases for aspect in knowledge.aspects]
        kept |= set(re.findall(r"[a-z]+", " ".join(alias.text for group in aliases for alias in group).lower()))
        body = [line for line in text.split("\n") if not line.lstrip().startswith("#")]
        labels = {
            "pros",
            "cons",
            "benefits",
            "drawbacks",
            "feature",
            "br",
            "strengths",
            "limitations",
            "downsides",
            "s",
        }

        assert set(re.findall(r"[a-z]+", " ".join(body).lower())) - kept <= labels


def test_a_file_that_is_too_large_is_a_problem() -> None:
    _, problems = compiled("a" * (LARGEST + 1))

    assert [problem.message for problem in problems] == ["this file is larger than 1 MiB and was not read"]


def test_a_table_that_is_too_wide_is_a_problem() -> None:
    header = "| A |" + " x |" * 60

    _, problems = compiled(f"{header}\n{'|---' * 61}|\n{header}\n")

    assert any("61 columns" in problem.message for problem in problems)


def test_a_table_with_an_uneven_line_under_its_header_is_a_problem() -> None:
    _, problems = compiled("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n")

    assert [(problem.line, problem.message) for problem in problems] == [
        (1, "this table was not read: its header has 3 cells, the line under it 2")
    ]
