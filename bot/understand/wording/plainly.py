"""What is said in a roundabout way, said plainly: "it's the X that has a roof" says that the X has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.text import Word
from bot.understand.wording.phrases import in_plain_words
from bot.understand.words.grammar import AUXILIARIES, HAVING, VERBS

_IT_IS = frozenset("it's its thats that's".split())
_WHO = frozenset("which that who".split())
_NAMED_AT_MOST = 4
_THERE = frozenset("installed included inside onboard".split())


def plainly(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without "it's … which" around who is spoken of, "installed" behind what a thing has, what "a seller would admit"
    and "nobody tells you about", and on what condition something is pointless; with "are the same" for "mean the same thing"
    and "as if they were the same", "have" for "come with", and "what about X" for "what's with X".
    """
    words = in_plain_words(_without_occasion(_without_afterthought(words)))
    return _about(_having(_to_the_point(_unadmitted(_untold(_alike(_had(_uncleft(_of_mine(words)))))))))


def _having(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "have" for "ship with", "come with" and "bundle"."""
    found: list[Word] = []
    for word, behind in zip_longest(words, words[1:]):
        if word.text == "up" and found and found[-1].text in ("pick", "picks"):
            # Whoever picks a thing up learns it, and chooses nothing.
            found[-1] = Word("learn", found[-1].start, word.end)
        elif word.text == "with" and found and found[-1].text in _COMING and len(found) > 1:
            found[-1] = Word(_has(found[-1].text), found[-1].start, word.end)
        elif word.text in ("bundle", "bundles") and found and behind is not None and behind.text in _TAKEN:
            found.append(replace(word, text=_has(word.text)))
        else:
            found.append(word)
    return tuple(found)


def _about(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "what about X" for "and what's with X" and "how does it look for X", and "how" for "where do they differ"."""
    if words and words[0].text == "where" and {"differ", "differs"} & {word.text for word in words}:
        return (replace(words[0], text="how"), *words[1:])
    at = next((at for at, word in enumerate(words) if word.text not in _LEADING), 0)
    folded = [word.text for word in words[at:]]
    for phrase in _WHAT_ABOUT:
        if tuple(folded[: len(phrase)]) == phrase and len(folded) > len(phrase):
            last = words[at + len(phrase) - 1]
            return (
                *words[:at],
                replace(words[at], text="what"),
                replace(last, text="about"),
                *words[at + len(phrase) :],
            )
    return tuple(words)


def _without_afterthought(words: Sequence[Word]) -> Sequence[Word]:
    """Words without an apology at their end, and without how a thing is to be told: "…, short please"."""
    needed = next((at for at in range(3, len(words) - 3) if [w.text for w in words[at : at + 3]] in _NEEDED_FOR), 0)
    if needed:
        # "…, I need it for my talk"
        words = words[: needed - (words[needed - 1].text in ("i", "we"))]
    for tail in _AFTERTHOUGHTS if words and words[-1].text in _LAST else ():
        if len(words) > len(tail) + 2 and tuple(word.text for word in words[-len(tail) :]) == tail:
            return _without_guess(words[: -len(tail)]) if tail[0] == "or" else words[: -len(tail)]
    return words


def _without_occasion(words: Sequence[Word]) -> Sequence[Word]:
    """Words without what the answer is for: "…, for my slides", "… for an interview tomorrow"."""
    end = len(words) - (words[-1].text in _SOON if words else 0)
    if end < 1 or words[end - 1].text not in _OCCASIONS:
        return words
    start = next((at for at in range(end - 2, max(2, end - 5), -1) if words[at].text in _MEANT), 0)
    between = {word.text for word in words[start + 1 : end - 1]}
    return words[:start] if start and between <= _WHOSE else words


_SOON = frozenset("today tomorrow tonight tmrw tmr tmw tomoz 2moro 2morrow asap now soon".split())
_OCCASIONS = frozenset(
    """
    slide slides deck talk presentation interview interviews exam exams quiz glossary report essay homework thesis paper
    newsletter meeting boss manager lecture workshop wiki blog article
    """.split()
)
_MEANT = frozenset("for in before".split())
_WHOSE = frozenset("a an the my our this that some job next upcoming".split())


def _without_guess(words: Sequence[Word]) -> Sequence[Word]:
    """Words that ask what something is, without the guess at their end: "what is X, a Y (or what)"."""
    asks = {"what", "what's", "whats", "who"} & {word.text for word in words[:3]}
    near = range(len(words) - 2, max(3, len(words) - 4), -1)
    guess = next((at for at in near if words[at].text in ("a", "an")), 0)
    said = words[guess - 1].text if guess else ""
    return words[:guess] if asks and guess and said not in AUXILIARIES and said not in _BEFORE_A_NOUN else words


_NEEDED_FOR = [["need", what, "for"] for what in ("it", "this", "that", "them", "these")]
_AFTERTHOUGHTS = tuple(
    tuple(text.split())
    for text in (
        *("sorry", "oops", "short please", "short pls", "keep it short", "make it short", "be brief", "briefly please"),
        *("quick answer please", "thanks in advance", "thx in advance", "in a few words", "in few words"),
        *(
            "or nah",
            "or no",
            "or what",
            "y or n",
            "in one go",
            "all in one",
            "all at once",
            "at a glance",
            "all of it",
            "the whole thing",
            "the lot",
            "or something",
        ),
    )
)
_LAST = frozenset(tail[-1] for tail in _AFTERTHOUGHTS)
_LEADING = frozenset("and but so ok okay well then".split())
_WHAT_ABOUT = tuple(
    tuple(text.split())
    for text in (
        *("whats with", "what's with", "what is with", "what's up with", "whats up with"),
        *("how is it with", "how's it with", "how is that with", "how does it look with", "how does it look for"),
        *("how it looks with", "how it looks for", "how it is with", "how it is for", "how that looks with"),
        *("how does that look with", "how does that look for", "how is it for", "how is that for"),
    )
)


def _has(verb: str) -> str:
    return "has" if verb.endswith("s") else "have"


_COMING = frozenset("come comes ship ships shipped".split())
_BEFORE_A_NOUN = frozenset("of in with for to like than and or from on".split())
_TAKEN = frozenset("a an the its their all every everything own no only any".split())


def _unadmitted(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without who would say so: "three drawbacks of X that a seller would admit"."""
    for at in range(max(3, len(words) - _ADMITTED_AT_MOST), len(words) - 3):
        if words[at].text not in _WHO or words[at - 1].text in AUXILIARIES or words[-1].text not in _ADMITTING:
            continue
        if words[-2].text in _WOULD and (words[at + 1].text in _SOMEBODY):
            return tuple(words[:at])
    return tuple(words)


def _of_mine(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without who made what is asked of: "how do I share an X that I built"."""
    found: list[Word] = []
    for word in words:
        if word.text in _MAKING and len(found) > 2 and found[-1].text in ("i", "we") and not _is_verb(found[-2].text):
            found.pop()
            if found[-1].text == "that":
                found.pop()
        else:
            found.append(word)
    return tuple(found)


_MAKING = frozenset("built made created wrote".split())


def _untold(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without who keeps quiet about it: "drawbacks of X nobody tells you about"."""
    end = len(words)
    while end and words[end - 1].text in ("you", "us", "me", "about", "of"):
        end -= 1
    at = next((at for at in range(max(2, end - 4), end - 1) if words[at].text in _NOBODY), 0)
    if not at or words[end - 1].text not in _TELLING or words[0].text in _ASKED:
        return tuple(words)
    return tuple(words[: at - 1] if words[at - 1].text in ("that", "which") else words[:at])


_NOBODY = frozenset("nobody noone no people they few".split())
_TELLING = frozenset("tell tells talk talks mention mentions warn warns say says know knows speak speaks".split())
_ASKED = frozenset("why what who how when where do does did is are can".split())


_ADMITTED_AT_MOST = 8
_ADMITTING = frozenset(
    "admit tell say mention know agree expect care like love hate understand hear remember forget".split()
)
_WOULD = frozenset("would will can should might must could never".split())
_SOMEBODY = frozenset("a an any every most my our i we you people nobody no everybody everyone each the even".split())


def _to_the_point(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without the condition behind "what is the point of X": "… if Y does it all"."""
    folded = [word.text for word in words]
    at = next((at for at in range(1, len(folded) - 3) if tuple(folded[at : at + 3]) in _POINT), 0)
    if not at or folded[at - 1] not in _WHAT_IS:
        return tuple(words)
    end = next((end for end in range(at + 4, len(folded)) if folded[end] in _IF), len(folded))
    # "… if we have Ys" only names what it is set beside.
    return tuple(words) if {"have", "got", "there"} & set(folded[end + 1 : end + 4]) else tuple(words[:end])


_POINT = tuple(("the", what, of) for what in ("point", "use", "sense") for of in ("of", "in"))
_WHAT_IS = frozenset("is what's whats what".split())
_IF = frozenset("if when now since because while although".split())


def _uncleft(words: Sequence[Word]) -> tuple[Word, ...]:
    for at in range(len(words) - 4):
        two = words[at].text in ("it", "that") and words[at + 1].text in ("is", "was")
        if not two and words[at].text not in _IT_IS:
            continue
        start = at + (2 if two else 1)
        who = next((k for k in range(start + 1, start + _NAMED_AT_MOST) if k < len(words) and words[k].text in _WHO), 0)
        if who and words[start].text in ("the", "a") and words[who + 1 : who + 2] and _is_verb(words[who + 1].text):
            return (*words[:at], *words[start:who], *words[who + 1 :])
    return tuple(words)


def _is_verb(word: str) -> bool:
    return word in VERBS or word in HAVING or word in AUXILIARIES


def _had(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without the "installed" of "has no X installed"."""
    having = next((at for at, word in enumerate(words) if word.text in HAVING), len(words))
    return tuple(
        word for at, word in enumerate(words) if not (at > having + 1 and word.text in _THERE and _ends(words, at))
    )


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a word closes what is said of what a thing has."""
    return at + 1 == len(words) or words[at + 1].text in ("it", "and", "but", "so", "right", "correct", "true")


def _alike(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with "are the same" for "mean the same thing", "like it's the same thing" and "as if they were the same"."""
    at = next((at for at, word in enumerate(words) if word.text == "same"), 0)
    if at < 2 or words[at - 1].text != "the":
        return tuple(words)
    start = at - 1
    before = [word.text for word in words[:start]]
    for phrase in _AS_IF:
        if tuple(before[-len(phrase) :]) == phrase:
            told = _unheard(words[: start - len(phrase)])
            if len(told) > 2 and told[1].text in _TREATING:
                # "People use X and Y as if …": who they are is not asked.
                told = told[2:]
            return (*told, replace(words[start - len(phrase)], text="are"), *words[start:])
    return tuple(words)


def _unheard(words: Sequence[Word]) -> Sequence[Word]:
    """Words without "I keep hearing" in front and "used" at their end."""
    at = next((at + 1 for at, word in enumerate(words[:4]) if word.text in _HEARING), 0)
    told = words[at:]
    return told[:-1] if len(told) > 1 and told[-1].text in _TREATING else told


_HEARING = frozenset("hear hearing read reading see seeing heard".split())
_TREATING = frozenset("use uses treat treats mix mixes used".split())
_AS_IF = tuple(
    tuple(text.split("_"))
    for text in (
        "like_it's like_its like_it_is like_they_are like_they're like_they_were as_if_they_were as_if_they_are"
        " as_if_it_was as_if_it_were as_if_it's as_though_they_were as_though_they_are mean"
    ).split()
)
