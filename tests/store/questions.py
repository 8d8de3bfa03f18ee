"""Questions and replies for the tests of the store."""

from __future__ import annotations

from bot.model.answer import Answer, Choice
from bot.model.context import Context
from bot.model.dialogue import Candidate, Correction, Reply, Slot, Trace, Understood, Unknown
from bot.model.meaning import Meaning
from bot.model.prose import Prose
from bot.model.source import Source
from bot.store.records import Incoming, Outcome

MEANING = Meaning("aspect", subjects=("kettle", "pot"), aspects=("boiling-time",))
OTHER = Meaning("compare", subjects=("kettle", "pot"))


def question(number: int = 1, **changes: str) -> Incoming:
    """A mention in a channel, each number its own message."""
    ts = changes.get("ts", f"1700000000.{number:06}")
    values = {
        "team": "T1",
        "user": "U1",
        "surface": "mention",
        "question": f"how fast is it, number {number}?",
        "channel": "C1",
        "thread": ts,
        "ts": ts,
        "event_id": f"Ev{number}",
        "client_msg_id": f"client-{number}",
    }
    return Incoming(**{**values, **changes})  # type: ignore[arg-type]


def answered(meaning: Meaning = MEANING) -> Reply:
    """A reply that answers."""
    trace = Trace(
        tokens=("how", "fast"),
        corrections=(Correction("fsat", "fast", 1),),
        slots=(Slot("aspect", "boiling-time", "fast", 4, 8),),
        candidates=(Candidate(meaning, 0.9, (("words", 0.5),)), Candidate(OTHER, 0.3)),
        margin=0.6,
        rule="one reading is far ahead",
    )
    source = Source("kitchen.md", "Kettle and pot", 9, 12)
    answer = Answer("Boiling time", Prose.of("A kettle takes two minutes."), sources=(source,))
    return Reply("how fsat?", "answered", Understood(meaning, 0.9, trace), answer, Context(meaning))


def declined() -> Reply:
    """A reply that does not."""
    understanding = Unknown(
        "it is about something else", (Choice("What is a pot?", "define?subjects=pot"),), 0.1, Trace()
    )
    return Reply("who won?", "unknown", understanding, Answer("I don't know", Prose.of("That I don't know.")), None)


def outcome(reply: Reply | None = None) -> Outcome:
    """A reply as it is stored."""
    return Outcome.of(
        reply or answered(), text="A kettle takes two minutes.", content_version="c0ffee", milliseconds=0.4
    )
