"""What is asked, once understood: the one thing that an answer is composed from, with a stable id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args
from urllib.parse import quote, unquote

from bot.model.terms import Sense

IntentName = Literal[
    "compare",
    "aspect",
    "verdict",
    "confirm",
    "why",
    "advantages",
    "disadvantages",
    "pros_cons",
    "define",
    "difference",
    "fact",
    "analogy",
    "recommend",
    "list",
    "passage",
    "entry",
    "help",
]
"""The kinds of question.

compare: all rows of two or more subjects. aspect: one or more rows, of one subject or of several.
verdict: which subject is at the better or worse end of an aspect. confirm: yes or no.
why: the cause of a state. advantages, disadvantages, pros_cons: traits of one or more subjects.
define: what a subject is. difference: two definitions side by side. fact: single statements.
analogy: in everyday terms. recommend: which to choose, for a use where one is named.
list: what there is to ask. passage: a section of a document. entry: an author's own FAQ entry or small talk.
help: how to ask.
"""

Premise = Literal["", "stated", "denied"]
Amount = Literal["", "more", "less"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One understood question. Ids refer to the compiled knowledge; order is the asker's."""

    intent: IntentName
    subjects: tuple[str, ...] = ()
    """Subject ids; for advantages "of X over Y", X first, and not ``each``."""
    aspects: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Fact ids: the statements that were asked about, or the use case of a recommendation."""
    sense: Sense = ""
    """For verdict, confirm and why: the end of the aspect that was named."""
    negated: bool = False
    """For confirm: "isn't", "not"."""
    premise: Premise = ""
    """For confirm: whether ``facts`` state or deny what was asked; empty where they only bear on it."""
    entry: str = ""
    """For entry: the entry's id."""
    each: bool = False
    """For advantages and disadvantages: those of each of the subjects are asked for, not those of the first over the others.
    For confirm: it is claimed of each of the aspects."""
    brief: bool = False
    """Only the lead is asked for: "in short?"."""
    amount: Amount = ""
    """For verdict: whether more or less of the aspect was asked for, where it is not known which of both is better."""

    @property
    def id(self) -> str:
        """Stable text form, safe in a button's value: ``verdict?subjects=a,b&aspects=size&sense=better``."""
        fields = {
            "subjects": ",".join(map(quote_part, self.subjects)),
            "aspects": ",".join(map(quote_part, self.aspects)),
            "facts": ",".join(map(quote_part, self.facts)),
            "sense": self.sense,
            "amount": self.amount,
            "negated": "yes" if self.negated else "",
            "premise": self.premise,
            "entry": quote_part(self.entry),
            "each": "yes" if self.each else "",
            "brief": "yes" if self.brief else "",
        }
        query = "&".join(f"{name}={value}" for name, value in fields.items() if value)
        return f"{self.intent}?{query}" if query else self.intent

    @classmethod
    def from_id(cls, text: str) -> Meaning:
        """Read back what ``id`` wrote.

        Raises:
            ValueError: the text is not the id of a meaning.
        """
        intent, _, query = text.partition("?")
        if intent not in get_args(IntentName):
            message = f"{intent!r} is not a kind of question"
            raise ValueError(message)
        fields = dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)

        def several(name: str) -> tuple[str, ...]:
            return tuple(unquote(part) for part in fields.get(name, "").split(",") if part)

        sense = fields.get("sense", "")
        if sense not in get_args(Sense):
            message = f"{sense!r} is not an end of an aspect"
            raise ValueError(message)
        amount = fields.get("amount", "")
        if amount not in get_args(Amount):
            message = f"{amount!r} is not an amount"
            raise ValueError(message)
        premise = fields.get("premise", "")
        if premise not in get_args(Premise):
            message = f"{premise!r} is not a judgement of a premise"
            raise ValueError(message)
        return cls(
            intent=cast("IntentName", intent),
            subjects=several("subjects"),
            aspects=several("aspects"),
            facts=several("facts"),
            sense=cast("Sense", sense),
            amount=cast("Amount", amount),
            negated=fields.get("negated") == "yes",
            premise=cast("Premise", premise),
            entry=unquote(fields.get("entry", "")),
            each=fields.get("each") == "yes",
            brief=fields.get("brief") == "yes",
        )


@lru_cache(maxsize=8192)
def quote_part(text: str) -> str:
    """One id inside a meaning's id: the separators are escaped, ``/`` stays readable."""
    return quote(text, safe="/-_.~")
