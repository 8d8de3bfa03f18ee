"""Replies that were made before: the same question of the same content gets the same reply, so it is made once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from bot.docent import Docent
from bot.model.answer import Answer
from bot.model.context import Context
from bot.model.dialogue import Reply
from bot.show import plain
from bot.show.bound import Unbound
from bot.slack.outbound import outgoing
from bot.store.records import Outcome

_Value = TypeVar("_Value")
KEPT = 256
"""Questions that are kept for each body of content, and as many answers."""
_LONGEST = 500
"""Characters from which a question is not kept: nobody asks it twice."""


class Latest(Generic[_Value]):
    """So many values by their keys; of more, those unused for longest are let go."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, _Value] = OrderedDict()

    def get(self, key: Hashable) -> _Value | None:
        """The value of a key, if it is still kept."""
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
        return found

    def put(self, key: Hashable, value: _Value) -> _Value:
        """Keep a value, and give it back."""
        self._values[key] = value
        if len(self._values) > self._size:
            self._values.popitem(last=False)
        return value


@dataclass(frozen=True, slots=True)
class _Shown:
    """An answer as text, and as messages that are bound to no exchange yet, with "Ask a human" and without."""

    answer: Answer
    text: str
    messages: dict[bool, Unbound] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A reply with all that is made of it."""

    reply: Reply
    outcome: Outcome
    """What is stored of it, without the time that it took."""
    _shown: _Shown

    def message(self, *, human: bool) -> Unbound:
        """The message that posts it, bound to no exchange yet; ``human``: see ``outgoing.posted``."""
        found = self._shown.messages.get(human)
        if found is None:
            found = self._shown.messages[human] = outgoing.unbound(self.reply, human=human, text=self._shown.text)
        return found


class _Kept:
    def __init__(self) -> None:
        self.made: Latest[Made] = Latest(KEPT)
        self.shown: Latest[_Shown] = Latest(KEPT)


class Replies:
    """Makes replies, each once as long as it is kept. What was made from content that is gone goes with it."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Docent, _Kept] = WeakKeyDictionary()

    def of(self, docent: Docent, question: str, context: Context | None = None) -> Made:
        """The reply to a question, as ``Docent.ask`` gives it."""
        kept = self._kept.setdefault(docent, _Kept())
        key = (question, context)
        found = kept.made.get(key)
        if found is not None:
            return found
        reply = docent.ask(question, context)
        shown = _shown(kept, reply)
        outcome = Outcome.of(reply, text=shown.text, content_version=docent.knowledge.version, milliseconds=0.0)
        made = Made(reply, outcome, shown)
        return kept.made.put(key, made) if len(question) <= _LONGEST else made


def _shown(kept: _Kept, reply: Reply) -> _Shown:
    # Other phrasings of one question have one answer; what is asked back, or declined, depends on the words.
    if reply.meaning is None or reply.status != "answered":
        return _Shown(reply.answer, plain.render(reply))
    found = kept.shown.get(reply.meaning)
    if found is not None and found.answer is reply.answer:
        return found
    return kept.shown.put(reply.meaning, _Shown(reply.answer, plain.render(reply)))
