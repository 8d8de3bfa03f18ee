"""Overviews that are a matrix of features: what a mark answers, and what the title calls its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.docent import Docent
from tests.content.helpers import compiled

KINDS = (Path(__file__).parents[2] / "intents" / "kinds.yaml").read_text(encoding="utf-8")

PLANS = """# Plans

| Feature | Free | Team | Enterprise |
|---|:-:|:-:|:-:|
| Single sign-on | ❌ | ✅ | ✅ |
| Audit log | No - in beta | Not available | Yes, for a year |
| Offline mode | ✓ | ✓ | ✓ |
| Guest accounts | none | up to 5 | unlimited |
| Price per seat | 0 | 5 € | 12 € |

## Team

### Advantages

- **Stability**: tested for years.
"""


@pytest.fixture(scope="module")
def docent() -> Docent:
    return Docent(compiled(PLANS, built_in=KINDS)[0])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("does the team plan have single sign-on?", "Yes. By this overview: Team: Single sign-on: ✅."),
        ("does free have single sign-on?", "No. By this overview: Free: Single sign-on: ❌."),
        ("is there an audit log in team?", "No. By this overview: Team: Audit log: Not available."),
        ("does enterprise have an audit log", "Yes. By this overview: Enterprise: Audit log: Yes, for a year."),
        ("can i use offline mode with free?", "Yes. By this overview: Free: Offline mode: ✓."),
        ("does free allow guest accounts?", "No. By this overview: Free: Guest accounts: none."),
        (
            "which plan has an audit log?",
            "Enterprise, by this overview. Audit log: yes for Enterprise, no for Free and Team.",
        ),
        ("which plans have offline mode", "Offline mode, by this overview: yes for Free, Team and Enterprise."),
        ("how many guest accounts does team have?", "up to 5."),
        ("what does enterprise cost?", "12 €."),
        ("is team stable?", "Yes. By this overview: Stability: tested for years."),
        ("which one is more stable", "Team, by this overview: ahead on stability. Stability: tested for years."),
    ],
)
def test_a_matrix_answers_yes_and_no_and_which(docent: Docent, question: str, lead: str) -> None:
    reply = docent.ask(question)
    assert (reply.status, reply.answer.lead.plain) == ("answered", lead)


def test_a_row_with_other_texts_gives_its_rows(docent: Docent) -> None:
    reply = docent.ask("which plan has guest accounts?")
    assert "up to 5" in str(reply.answer)
    assert not reply.answer.lead.plain.startswith("Guest accounts, by this overview: yes")
