"""Overviews in the styles that teams write: tables on their side, glossaries, questions with answers, several titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

BROKERS = """# Message brokers

| Broker | Throughput | Ordering | Best for |
|---|---|---|---|
| Kafka | Very high | Within a partition | Event streams |
| RabbitMQ | Medium | Within a queue | Task queues |

**Kafka pros:** durable log; huge ecosystem
**Kafka cons:** heavy to run; steep learning curve
"""

FAQ = """# Onboarding

## How do I get VPN access?

Ask in #it-help.

**Q: Where is the printer?**
A: On the second floor.

**Q: When is payday?**
A: On the 25th of each month.

### Laptop

Every new hire gets one. Choose in the first week.
"""

WORK = """# Remote work

Remote work means working from anywhere.

| Pros | Cons |
|---|---|
| No commute | Loneliness |

# Office work

| Advantages | Disadvantages |
|---|---|
| Easy talks | Noise |
"""

FLOWS = """# Trunk or flow

| Criteria | Trunk | Flow |
| --- | --- | --- |
| Branch lifetime | Hours | Weeks |
| Conflicts | Rare | Frequent |

## Trunk

### What it is

Everyone commits to one branch.

### Pros

- \u2705 Few conflicts - they are rare
- \u2705 Fast feedback

### Cons

- Needs good tests

> **Rule of thumb:** choose trunk if you deploy every day.
"""

GLOSSARY = """# Glossary

**Sprint** — two weeks in which the team finishes what it planned.
**Velocity**: points finished in a sprint.

- *Epic*: a piece of work that takes several sprints.
- *Story*: a piece of work that takes days.
"""


@pytest.mark.parametrize(
    ("page", "question", "lead", "line"),
    [
        (BROKERS, "throughput of kafka", "Very high.", 5),
        (BROKERS, "what is rabbitmq best for", "Task queues.", 5),
        (BROKERS, "pros of kafka", "Kafka has 2 advantages: durable log and huge ecosystem.", 8),
        (BROKERS, "cons of kafka", "Kafka has 2 disadvantages: heavy to run and steep learning curve.", 9),
        (FAQ, "how do i get vpn access", "Ask in #it-help.", 5),
        (FAQ, "where's the printer?", "On the second floor.", 8),
        (FAQ, "when is payday", "On the 25th of each month.", 11),
        (FAQ, "which laptop do i get", "Every new hire gets one. Choose in the first week.", 15),
        (WORK, "pros of remote work", "Remote work has 1 advantage: No commute.", 7),
        (WORK, "disadvantages of office work", "Office work has 1 disadvantage: Noise.", 13),
        (FLOWS, "what is trunk", "Everyone commits to one branch.", 12),
        (FLOWS, "pros of trunk", "Trunk has 2 advantages: few conflicts and Fast feedback.", 16),
        (FLOWS, "cons of trunk", "Trunk has 1 disadvantage: Needs good tests.", 21),
        (GLOSSARY, "what is a sprint", "two weeks in which the team finishes what it planned.", 3),
        (GLOSSARY, "whats velocity?", "points finished in a sprint.", 4),
        (
            GLOSSARY,
            "epic vs story",
            "Epic: a piece of work that takes several sprints. Story: a piece of work that takes days.",
            6,
        ),
    ],
)
def test_each_fact_is_found_and_cited_by_its_line(page: str, question: str, lead: str, line: int) -> None:
    knowledge, problems = compiled(page, built_in=KINDS)
    assert not problems
    reply = Docent(knowledge).ask(question)
    assert (reply.status, reply.answer.lead.plain) == ("answered", lead)
    assert reply.answer.sources[0].first_line == line


def test_no_trait_goes_to_the_title_of_another_part() -> None:
    knowledge, _ = compiled(WORK, built_in=KINDS)
    assert [(fact.subjects, fact.prose.plain) for fact in knowledge.facts if fact.kind == "disadvantage"] == [
        (("remote-work",), "Loneliness"),
        (("office-work",), "Noise"),
    ]


def test_a_rule_of_thumb_behind_a_list_is_advice() -> None:
    knowledge, _ = compiled(FLOWS, built_in=KINDS)
    assert [fact.prose.plain for fact in knowledge.facts if fact.kind == "advice"] == [
        "Rule of thumb: choose trunk if you deploy every day."
    ]


def test_fewer_of_what_has_a_row_is_not_taken_for_the_worse_end() -> None:
    knowledge, _ = compiled(FLOWS, built_in=KINDS)
    assert "behind" not in Docent(knowledge).ask("which has fewer conflicts?").answer.lead.plain


TOOLS = """# Tools for builds

| Feature | \U0001f680 Bamboo | GitHub Actions |
|---|---|---|
| Self-hosted | \u2705 | \u274c |
| Strength | High | Mild |

## Bamboo

\U0001f44d **Pros**

- Many plugins
"""


def test_pictures_are_no_part_of_a_name_and_strength_is_a_measure() -> None:
    knowledge, problems = compiled(TOOLS, built_in=KINDS)
    docent = Docent(knowledge)
    assert not problems
    assert [subject.name for subject in knowledge.subjects] == ["Bamboo", "GitHub Actions"]
    assert docent.ask("is bamboo self-hosted?").answer.lead.plain.startswith("Yes.")
    assert docent.ask("pros of bamboo").answer.lead.plain == "Bamboo has 1 advantage: Many plugins."
    assert docent.ask("strength of github actions").answer.lead.plain == "Mild."


VERSUS = """# Remote work vs office work

## Remote work

| Pros | Cons |
|---|---|
| No commute | Loneliness |

## Office work

| Pros | Cons |
|---|---|
| Easy talks | Noise |
"""


def test_under_a_title_of_two_each_heading_owns_its_traits_and_goes_by_its_first_word() -> None:
    docent = Docent(compiled(VERSUS, built_in=KINDS)[0])
    assert docent.ask("cons of office work").answer.lead.plain == "Office work has 1 disadvantage: Noise."
    assert docent.ask("pros of remote").answer.lead.plain == "Remote work has 1 advantage: No commute."
