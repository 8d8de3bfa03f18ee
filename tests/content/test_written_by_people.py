"""Overviews as people write them elsewhere: decision records, definition lists, callouts, footnotes, badges, grouped tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled, facts, names

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

DECISION = """# ADR 7: A queue for orders

## Considered Options

* Kafka
* SQS

## Pros and Cons of the Options

### Kafka

* Good, because events can be replayed
* Bad, because operating a cluster is hard work

### SQS

* Good, because there is nothing to operate
* Neutral, because nobody here has used it
* Bad, because ordering is slower
"""

TERMS = """# Finance terms

ETF
: A fund that follows an index.

`TER`
: The yearly costs
of a fund.

**Share**: a part of a company.
"""

FLAGS = """# Feature flags

[![Build](https://example.com/b.svg)](https://example.com) ![License](l.svg)

- [Definition](#definition)
- [Benefits](#benefits)

> [!WARNING]
> Never store secrets in a flag.

## Feature flag

A feature flag is a switch.[^1]

## Benefits of feature flags

1. Safe releases[^2]

[^1]: Some say toggle.
"""

HEATING = """# 1. Heating

## 1.1 Heat pump

### 1.1.1 Advantages
1) Low costs

## 1.2 Gas boiler

### 1.2.1 Disadvantages
1) Emits CO2
"""

GROUPED = """# Interfaces

| Category | Property | REST | gRPC |
|---|---|---|---|
| Transport | Protocol | HTTP/1.1 | HTTP/2 |
| | Limits | none | 4 MB |
| Data | Format | JSON | Protobuf |
| | Limits | 1 MB | none |
"""

CARS = """# Electric cars

An electric car is a car with a battery.

| Pros | Cons |
|------|------|
| Cheap to run | Short range |

# Diesel cars

| Pros | Cons |
|------|------|
| Long range | Fumes |
"""

MONOLITH = """# Monolith or microservices

The team owns the monolith. A monolith is one application. Microservices are small services.
The main advantage of a monolith is simplicity. One big drawback of microservices is that debugging them is hard.
"""

OWNED = """# Flags

> [!NOTE]
> Flags are owned by the platform team.

## Flag

- Flags live in a table.
- A flag is a switch in the code.
"""

LEAVE = """# Leave

## Can I carry days over?
Yes, five of them.

## How many days of holiday do I have?
It is 30.

## Error 403
Your session is over.
"""


@pytest.mark.parametrize(
    ("page", "question", "said", "line"),
    [
        (DECISION, "pros of Kafka", "events can be replayed", 12),
        (DECISION, "disadvantages of SQS", "SQS has 1 disadvantage: ordering is slower.", 19),
        (TERMS, "what is an ETF?", "A fund that follows an index.", 3),
        (TERMS, "what is TER", "The yearly costs of a fund.", 6),
        (FLAGS, "what is a feature flag?", "A feature flag is a switch.", 13),
        (FLAGS, "benefits of feature flags", "Safe releases.", 17),
        (HEATING, "pros of the heat pump", "Low costs", 6),
        (HEATING, "cons of the gas boiler", "Emits CO2", 11),
        (GROUPED, "which protocol does gRPC use?", "HTTP/2", 5),
        (CARS, "advantages of diesel", "Long range", 13),
        (MONOLITH, "advantages of a monolith", "simplicity", 4),
        (MONOLITH, "cons of microservices", "debugging them is hard", 4),
        (OWNED, "what is a flag?", "A flag is a switch in the code.", 8),
        (LEAVE, "Can I carry days over?", "Yes, five of them.", 4),
        (LEAVE, "how many days of holiday do I have", "It is 30.", 7),
        (LEAVE, "error 403", "Your session is over.", 10),
    ],
)
def test_each_is_answered_and_cited_by_its_line(page: str, question: str, said: str, line: int) -> None:
    knowledge, problems = compiled(page, built_in=KINDS)
    reply = Docent(knowledge).ask(question)

    assert problems == ()
    assert said in reply.answer.lead.plain
    assert line in {source.first_line for source in reply.answer.sources}


def test_the_options_of_a_decision_are_subjects_and_the_word_option_is_none() -> None:
    knowledge, _ = compiled(DECISION)

    assert list(names(knowledge)) == ["kafka", "sqs"]


def test_what_speaks_neither_for_nor_against_is_kept() -> None:
    assert ("point", ("sqs",), "", "nobody here has used it") in facts(DECISION)


def test_rows_of_one_name_are_told_apart_by_their_group() -> None:
    (comparison,) = compiled(GROUPED, built_in=KINDS)[0].comparisons

    assert comparison.aspects == ("protocol", "transport-limits", "format", "data-limits")
    assert comparison.headers == ("REST", "gRPC")


def test_badges_contents_and_marks_are_no_statements() -> None:
    said = " ".join(text for _, _, _, text in facts(FLAGS))

    assert "Build" not in said
    assert "Definition" not in said
    assert "[" not in said
    assert "Never store secrets in a flag." in said


@pytest.mark.parametrize(
    "table",
    [
        "| Person | Team | Phone |\n|---|---|---|\n| Ana | Web | 123 |\n",
        "| Person | Team | Reach |\n|---|---|---|\n| Ana | Web | +49 30 1234567 |\n",
        "| Topic | Wiki | Chat |\n|---|---|---|\n| Pay | [Pay](https://e.org/p) | [#pay](https://e.org/c) |\n",
        "| Topic | Owner | Page |\n|---|---|---|\n| Pay | Web | https://e.org/p |\n",
    ],
)
def test_contacts_and_links_are_no_comparison(table: str) -> None:
    knowledge, problems = compiled(f"# Who is who\n\n{table}")

    assert problems == ()
    assert knowledge.comparisons == ()
    assert [fact.kind for fact in knowledge.facts] == ["passage"]


def test_links_inside_of_a_comparison_leave_it_one() -> None:
    text = (
        "# X\n\n| Aspect | Foo | Bar |\n|---|---|---|\n| Site | [foo](https://f.org) | none |\n| Size | big | small |\n"
    )

    assert [one.subjects for one in compiled(text)[0].comparisons] == [("foo", "bar")]


HTML = """<h1 align="center">SQLite or PostgreSQL?</h1>

<table>
<thead><tr><th>Criterion</th><th>SQLite</th><th><b>PostgreSQL</b></th></tr></thead>
<tr><td>Setup</td><td>none, a single file</td><td>a server</td></tr>
<tr>
  <td>Writers</td>
  <td>one at a time</td>
  <td>many<br>at once</td>
</tr>
<tr><td rowspan="2">Backup</td><td colspan="2">can be automated</td></tr>
<tr><td>copy &amp; paste</td><td><code>pg_dump</code></td></tr>
</table>

<details>
<summary>Advantages of SQLite</summary>

- **Small**: the library is under one megabyte.

</details>

<p>Both are free.</p>

<h2>Disadvantages of SQLite</h2>
<ul>
  <li>one writer</li>
  <li>no server: <a href="https://example.org">see here</a>
</ul>
"""


def test_tables_lists_and_headings_in_html_are_read_with_their_lines() -> None:
    knowledge, problems = compiled(HTML, built_in=KINDS)
    found = {(fact.kind, fact.subjects, fact.label, fact.prose.plain): fact.source for fact in knowledge.facts}

    assert problems == ()
    assert found["cell", ("sqlite",), "Setup", "none, a single file"].first_line == 5
    writers = found["cell", ("postgresql",), "Writers", "many\nat once"]
    assert (writers.first_line, writers.last_line) == (6, 10)
    assert ("cell", ("sqlite",), "Backup", "can be automated") in found
    assert ("cell", ("postgresql",), "Backup", "pg_dump") in found
    assert found["advantage", ("sqlite",), "Small", "the library is under one megabyte."].first_line == 18
    assert found["disadvantage", ("sqlite",), "", "one writer"].first_line == 26
    assert ("passage", (), "SQLite or PostgreSQL?", "Both are free.") in {
        (kind, (), label, text) for kind, _, label, text in found
    }


def test_what_is_folded_away_is_not_what_stands_behind_it() -> None:
    (free,) = [fact for fact in compiled(HTML)[0].facts if "Both are free" in fact.prose.plain]

    assert free.kind == "passage"


@pytest.mark.parametrize(
    ("question", "said"), [("is sqlite a single file?", "Yes."), ("sqlite vs postgresql", "differ in")]
)
def test_html_is_answered_like_markdown(question: str, said: str) -> None:
    assert Docent(compiled(HTML, built_in=KINDS)[0]).ask(question).answer.lead.plain.find(said) >= 0


@pytest.mark.parametrize(
    "text",
    ["<table><tr><td>", "<table></table>", "<td>x</td>", "<ul><li>", "</ul></table>", "<table><td rowspan=99 colspan=99>x",
     "<![foo[bar]]>", "<!-- open", "<h1>", "<a href=x><table><tr><td><table><tr><td>in", "<details></details>"],
)  # fmt: skip
def test_broken_html_is_no_mistake_of_ours(text: str) -> None:
    assert compiled(f"# X\n\n{text}\n\nafter\n")[1] == ()
