"""The whole core in order: a question is understood, an answer is composed, a reply comes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache, partial

from bot.answer import fallback
from bot.answer.compose import compose
from bot.answer.small import examples
from bot.catalogue.renamed import as_called_now
from bot.catalogue.visible import seen
from bot.model.answer import Choice
from bot.model.context import Context
from bot.model.dialogue import Reply, Trace, Understood, Unknown, Unsure
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.text import singular
from bot.understand.decide import opens
from bot.understand.matching.matcher import Matcher
from bot.understand.suggest import Suggester
from bot.understand.understander import Understander

THRESHOLD = 0.5
"""Confidence from which a question is answered, unless the settings say otherwise."""

_COMPOSED = 256
"""Answers that are kept composed."""


class Docent:
    """Answers questions from one compiled body of content. Keeps no state between questions."""

    def __init__(self, knowledge: Knowledge, threshold: float = THRESHOLD, matcher: Matcher | None = None) -> None:
        """Index the content.

        Args:
            knowledge: what ``compile_content`` gave.
            threshold: confidence from which a question is answered, 0 to 1.
            matcher: the matcher of this very content, built before; None builds it now.
        """
        self.knowledge = knowledge
        self.understander = Understander.build(knowledge, threshold, matcher)
        self._suggester = Suggester.build(self.understander.catalogue)
        # People ask the same in many words: an answer is composed once.
        self._compose = lru_cache(_COMPOSED)(partial(compose, catalogue=self.understander.catalogue))

    def limited(self, tags: Collection[str]) -> Docent:
        """The same over what has one of these tags, or none; itself where that leaves nothing out."""
        knowledge = seen(self.knowledge, tags)
        if knowledge is self.knowledge:
            return self
        # Entries that are not seen must not win over those that are, so what was learnt from them cannot be used.
        same = knowledge.phrasebook is self.knowledge.phrasebook
        return Docent(knowledge, self.threshold, self.understander.entries.matcher if same else None)

    @property
    def threshold(self) -> float:
        """Confidence from which a question is answered."""
        return self.understander.threshold

    def ask(self, text: str, context: Context | None = None) -> Reply:
        """The reply to a question. Never raises; the same question in the same context gets the same reply.

        Args:
            text: the message as it was written.
            context: ``Reply.context`` of the turn before in the same conversation.
        """
        understanding = self.understander.understand(text, context)
        catalogue = self.understander.catalogue
        match understanding:
            case Unsure():
                offered = Context(offered=tuple(Meaning.from_id(each.meaning) for each in understanding.choices))
                return Reply(text, "unsure", understanding, fallback.unsure(understanding), offered)
            case Unknown():
                return Reply(text, "unknown", understanding, fallback.unknown(understanding), None)
            case Understood(meaning=meaning):
                answer = self._compose(meaning)
                if answer is None:
                    declined = Unknown(
                        "the content has nothing to say on it", (), understanding.confidence, understanding.trace
                    )
                    return Reply(text, "unknown", declined, fallback.unknown(declined), None)
                entry = catalogue.entries.get(meaning.entry) if meaning.intent == "entry" else None
                passes = meaning.intent in ("help", "list") or (entry is not None and entry.small_talk)
                left = context if passes else _left(meaning, understanding.trace, context)
                return Reply(text, "answered", understanding, answer, left)

    def answer(self, meaning_id: str) -> Reply | None:
        """The reply to a picked choice, by the id that it is bound to, also where that was made before what it names was
        renamed; None where the content has no such thing any more.
        """
        try:
            meaning = Meaning.from_id(meaning_id)
        except ValueError:
            return None
        catalogue = self.understander.catalogue
        meaning = as_called_now(meaning, catalogue)
        known = all(s in catalogue.subjects for s in meaning.subjects) and all(
            a in catalogue.aspects for a in meaning.aspects
        )
        answer = self._compose(meaning) if known else None
        if answer is None:
            return None
        picked = Understood(meaning, 1.0, Trace(rule="picked by its id"))
        return Reply(answer.heading, "answered", picked, answer, Context(meaning))

    def complete(self, typed: str, limit: int = 20) -> tuple[Choice, ...]:
        """Questions that go on from what is typed, the likeliest first; the first questions of all for no text."""
        return self._suggester.complete(typed, limit)

    def offered(self) -> tuple[Choice, ...]:
        """Every question that ``complete`` may offer."""
        return tuple(made for made, _ in self._suggester.offered)

    def subjects(self) -> tuple[Choice, ...]:
        """The subjects that have an answer by themselves, by their names, in the order of the overviews."""
        catalogue = self.understander.catalogue
        found = []
        for subject in catalogue.knowledge.subjects:
            meanings = list(opens(subject.id, catalogue))
            meanings += [Meaning("advantages", (subject.id,))] if catalogue.of(subject.id, "advantage") else []
            meanings += [Meaning("disadvantages", (subject.id,))] if catalogue.of(subject.id, "disadvantage") else []
            found += [Choice(subject.name, meaning.id) for meaning in meanings[:1]]
        return tuple(found)

    def topics(self) -> tuple[Choice, ...]:
        """Up to three questions on what the content covers, for where nothing was asked yet."""
        return examples(self.understander.catalogue)


def _left(meaning: Meaning, trace: Trace, before: Context | None) -> Context:
    """What an answered question leaves for the next turn."""
    asked = before.meaning if before is not None else None
    alike = asked is not None and asked.intent == meaning.intent and len(meaning.subjects) == len(asked.subjects) == 1
    beside = tuple(s for s in asked.subjects if s not in meaning.subjects) if asked is not None and alike else ()
    said = trace.candidates[0].said if trace.candidates and trace.candidates[0].meaning == meaning else ()
    named = {slot.id: slot.text for slot in trace.slots if slot.kind == "subject"}
    text = named.get(meaning.subjects[0], "") if meaning.subjects else ""
    plural = bool(beside) and len(named) == 1 and singular(text) != text
    if meaning.intent == "fact" and set(meaning.subjects) < set(named):
        # "Which of X and Y is so?" is answered with one of them.
        beside = tuple(each for each in named if each not in meaning.subjects)
    return Context(replace(meaning, brief=False), said, beside, plural)
