"""How a question opens: what politeness puts in front of it, the form that it is asked in, and whether it asks for work."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, cast

from bot.understand.words import grammar
from bot.understand.words.courtesies import POLITE
from bot.understand.words.everyday import FILLER, STOP

Opening = Literal["", "why", "yesno", "which", "what", "how", "how much", "how to", "when", "who", "where", "statement"]


def behind_politeness(folded: Sequence[str]) -> int:
    """Where the question starts, behind greetings and "can you tell me"."""
    at = _behind_report(folded)
    while at < len(folded):
        if tuple(folded[at : at + 3]) in _AS_IF and len(folded) > at + 4:
            at += 4
            continue
        if folded[at] in ("can", "could", "would", "will") and folded[at + 1 : at + 2] and folded[at + 1] in _ASKED:
            behind = at + (3 if folded[at + 2 : at + 3] and folded[at + 2] in _KINDLY else 2)
            if behind < len(folded) and folded[behind] in grammar.SPEECH:
                at = behind
                continue
        for phrase in _POLITE.get(folded[at], ()):
            # "Good and bad sides" are asked about, and greet nobody.
            follows = set(folded[at + len(phrase) :][:1])
            if tuple(folded[at : at + len(phrase)]) == phrase and not (phrase == ("good",) and follows & _GOOD):
                at += len(phrase)
                break
        else:
            break
    return at


def _behind_report(folded: Sequence[str]) -> int:
    """Where what somebody says begins: behind "my teammate claims that"; 0 where nobody says anything."""
    if folded and folded[0] in grammar.ASKING:
        # "What does the page say about X?" reports nothing.
        return 0
    for at in range(1, min(len(folded) - SAID_AT_LEAST, TELLER_AT_MOST)):
        if folded[at] in REPORTING:
            who = set(folded[:at])
            strangers = [word for word in who if word not in STOP and word not in FILLER]
            named = at == 1 and len(strangers) == 1 and folded[at].endswith("s")
            if not (who & _WHOSE or named) or len(strangers) > _STRANGERS:
                return 0
            behind = at + 1
            while folded[behind] in ("me", "us", "that") and behind < len(folded) - 1:
                behind += 1
            return behind
    return 0


REPORTING = frozenset(
    "claims claim claimed says say said thinks think believes believe insists insist argues argue swears reckons told".split()
)
_WHOSE = frozenset(
    """
    my our mine ours a an the some one someone somebody they people everyone he she boss manager colleague coworker cto
    ceo teammate friend architect
    """.split()
)
"""What begins who it is that says something."""
_STRANGERS = 2
TELLER_AT_MOST = 7
SAID_AT_LEAST = 2
_ASKED = frozenset("you u someone somebody anyone anybody".split())
_KINDLY = frozenset("please pls quickly kindly just maybe".split())
_AS_IF = (("like", "i'm", "a"), ("like", "i'm", "an"), ("like", "im", "a"), ("like", "im", "an"))
"""What opens "like I'm a manager", whose manager is not asked about."""

_GOOD = frozenset("and or about side sides point points thing things part parts reason reasons".split())
"""What "good" belongs to, so that it greets nobody: "good sides of X"."""

_POLITE: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted((tuple(text.split()) for text in POLITE), key=len, reverse=True):
    _POLITE.setdefault(_phrase[0], []).append(_phrase)


_CONTRACTED: dict[str, Opening] = {
    "what's": "what",
    "whats": "what",
    "where's": "where",
    "wheres": "where",
    "when's": "when",
    "whens": "when",
    "who's": "who",
    "whos": "who",
    "how's": "how",
    "hows": "how",
}


def opening_of(folded: Sequence[str], start: int, subject: tuple[int, int] | None) -> Opening:
    """The form that the first words give; ``subject`` are the places of the first subject's words."""
    rest = folded[start:]
    first, second = (*rest[:2], "", "")[:2]
    if first in ("what", "how") and second in ("about", "of"):
        return ""
    if "why" in rest or rest[:2] == ("how", "come"):
        return "why"
    if first == "how" or (first in ("and", "so") and second == "how"):
        third = rest[2] if len(rest) > 2 else ""
        if second == "to" or (second in ("do", "can", "could", "should", "would") and third in ("i", "we", "you")):
            return "how to"
        return "how much" if second in ("much", "many", "big", "large", "fast", "quickly", "long", "heavy") else "how"
    if first in ("which", "what", "who", "when", "where"):
        return "which" if first == "what" and second in ("one", "option") else cast("Opening", first)
    if first in _CONTRACTED:
        return _CONTRACTED[first]
    if first in grammar.AUXILIARIES and second:
        return "yesno"
    if "which" in rest:
        return "which"
    if any(word == "what" and rest[at - 1] in _GAPPED for at, word in enumerate(rest) if at):
        return "what"
    if subject is not None:
        behind = folded[subject[1] : subject[1] + 4]
        # "A X most often has …": adverbs stand before the verb.
        beside = next((word for word in behind if word in grammar.VERBS or word not in STOP), "")
        if subject[0] <= start + 3 and beside in grammar.VERBS:
            return "statement"
    for word in ("what", "how"):
        if word in rest:
            return word
    if first in ("you", "we", "one", "people") and second in ("can", "cannot", "can't"):
        return "statement"
    # "So one of them can …?" wants to hear whether it is so.
    so = start > 0 and folded[start - 1] == "so"
    if first in _OF_ALL and any(word in grammar.AUXILIARIES for word in rest[2:5]):
        # "Any app can be moved", whatever its subject is.
        return "statement"
    if first in _ONE_OF and any(word in _MAY for word in rest[2:5]):
        # "One leak can spoil them all"
        return "statement"
    if start and start == _behind_report(folded):
        # What somebody claims is to be checked.
        return "statement"
    return "statement" if so and any(word in grammar.AUXILIARIES for word in rest[1:4]) else ""


_ONE_OF = frozenset("one a an some this".split())
_MAY = frozenset("can could may might will would".split())
_OF_ALL = frozenset("any every all each most no".split())
_GAPPED = frozenset("a an the of by with called is are named".split())
"""What stands before the "what" of a gap that is to be filled in: "they share the what"."""


def asks_for_work(folded: Sequence[str], start: int, opening: Opening, covered: set[int]) -> bool:
    """Whether instructions are asked for: "how do I remove …", "remove …"."""
    if opening == "how to":
        return True
    if opening == "yesno" and any(who in ("i", "we", "one") and does == "make" for who, does in pairwise(folded)):
        # "Can I make an X faster?" wants to be told how.
        return True
    at = start
    if folded[at : at + 1] in (("i",), ("we",)) and folded[at + 2 : at + 3] == ("to",) and folded[at + 1] in _WANTING:
        # "I want to delete X" asks how.
        at += 3
    if folded[at : at + 2] in (("can", "you"), ("could", "you"), ("would", "you")) and folded[-2:] in _FOR_ME:
        return True
    return at < len(folded) and folded[at] in grammar.ACTIONS and at not in covered


_WANTING = frozenset("want need have try trying wanna".split())
_FOR_ME = (("for", "me"), ("for", "us"))


_DOING = frozenset(
    """
    start starts starting started boot boots booting booted run runs running ran work works working worked load loads
    loading respond responds responding connect connects connecting launch launches launching come comes coming
    """.split()
)
_REFUSING = frozenset(
    "not won't wont doesn't doesnt don't dont didn't didnt can't cant cannot isn't isnt never".split()
)
_AT_THE_END = frozenset("up anymore again properly correctly all at any more on here since now right".split())


def refuses(folded: Sequence[str], opening: Opening) -> bool:
    """Whether it is told that something does not do what it should: "it won't start anymore", "it keeps freezing". A
    statement about a thing goes on behind the verb: "it does not start in seconds".
    """
    for keeps, doing in pairwise(folded):
        if keeps in ("keeps", "keep", "kept") and (doing in _FAILING or (doing[:2] == "re" and doing.endswith("ing"))):
            return True
    if opening not in ("", "statement"):
        return False
    denied = next((at for at, word in enumerate(folded) if word in _REFUSING), len(folded))
    behind = folded[denied + 1 :]
    return bool(behind) and behind[0] in _DOING and all(word in _AT_THE_END for word in behind[1:])


_FAILING = frozenset("crashing failing freezing stopping dying exiting hanging disconnecting breaking dropping".split())
