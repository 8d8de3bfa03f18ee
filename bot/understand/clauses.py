"""A message in clauses: people greet, tell their story and then ask, and only the asking is to be understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.text import Word
from bot.understand.tags import TAGS, TRUE
from bot.understand.words.grammar import AUXILIARIES, CONDITIONS, SETTING_AGAINST, SPEECH, STORY, TELLERS

_END = re.compile(r"[?!;\n]+|\.(?=\s|$)|:(?=\s)")
_QUESTION_WORDS = frozenset(["why", "what", "what's", "whats", "which", "how", "when", "who", "where", "whether", "if"])
_ASKING = frozenset(
    [
        "wondering",
        "wonder",
        "know",
        "tell",
        "explain",
        "ask",
        "understand",
        "question",
        "asking",
        "asks",
        "asked",
        "curious",
        "sure",
    ]
)


_STOPS = re.compile(r"[.?!;:\n]")


def sentences(text: str, words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words of each sentence of a message; ``words`` have their spans in ``text``."""
    starts = [at for at in range(1, len(words)) if _STOPS.search(text[words[at - 1].end : words[at].start])]
    return [words[start:end] for start, end in zip([0, *starts], [*starts, len(words)], strict=True)]


def without_thought(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """A doubt without what one thought so far: "are you sure? I thought it was the other way"."""
    each = sentences(text, words)
    thought = len(each) > 1 and each[1][0].text in TELLERS and bool(_THOUGHT & {word.text for word in each[1][1:4]})
    return tuple(each[0]) if thought and len(each[0]) <= _FRAGMENT and len(each) == _TOLD_AND_ASKED else tuple(words)


_THOUGHT = frozenset("thought read heard believed learned learnt remember told assumed expected".split())


def doubted(text: str, words: Sequence[Word]) -> int:
    """The character where the sentence begins that a message asks the truth of: the one before "Is he right?"; 0 for none."""
    each = sentences(text, words)
    asked = len(each) > 2 and len(each[-1]) <= _FRAGMENT and each[-1][-1].text in TRUE
    return each[-2][0].start if asked else 0


@dataclass(frozen=True, slots=True)
class Clause:
    """Some of a message's words, taken as the question."""

    words: tuple[Word, ...]
    asks: bool
    """It ends in a question mark."""
    dropped: tuple[Word, ...]
    """The words of its sentence that stand in front of it, and those that head it: "licences: one for each?"."""
    alone: bool
    """It is the whole message."""
    headed: bool = False
    """``dropped`` stands over it as a heading: "licences: X or Y"."""
    bracketed: bool = False
    """``dropped`` stands in brackets: "drawbacks of X (for a talk)"."""


def clauses(text: str, words: Sequence[Word], options: int) -> tuple[Clause, ...]:
    """The ways to take a message: each sentence, the tail of each behind a question word, and a quiz item without its
    options, which begin at the character ``options``.

    ``words`` are the message's words with their spans in ``text``. Without words there is no clause.
    """
    sentences: list[tuple[list[Word], bool, list[Word]]] = []
    ends = [(match.start(), match.group()) for match in _END.finditer(text)]
    current: list[Word] = []
    headed: list[Word] = []
    for word in words:
        while ends and ends[0][0] < word.start:
            _, mark = ends.pop(0)
            if current:
                sentences.append((current, "?" in mark, headed))
                headed = current if mark == ":" else []
                current = []
        current.append(word)
    if current:
        sentences.append((current, any("?" in mark for _, mark in ends), headed))
    found = []
    if len(sentences) > 1 and tuple(word.text for word in sentences[-1][0]) in _WHY:
        # "X is not Y. Why?" asks why it is not.
        (told, _, heading), (why, asks, _) = sentences[-2:]
        sentences[-2:] = [([why[0], *told], asks, heading)]
    if len(sentences) > 1 and _asks_truth([word.text for word in sentences[-1][0]], after=len(sentences) - 1):
        # "X is Y. Really?" asks whether it is.
        (told, _, heading), (tag, _, _) = sentences[-2:]
        sentences[-2:] = [([*told, replace(tag[-1], text="right")], True, heading)]
    if len(sentences) > 1 and sentences[-1][0][0].text in _SET_BESIDE and len(sentences[-1][0]) <= _FRAGMENT:
        # "How long till an X is up? vs Y" asks of both.
        (told, _, heading), (beside, _, _) = sentences[-2:]
        sentences[-2:] = [([*told, *beside], True, heading)]
    if (stem := [word for word in words if word.start < options]) and len(stem) < len(words):
        found.append(Clause(tuple(stem), asks=True, dropped=(), alone=False))
    if len(sentences) > 1:
        found.append(Clause(tuple(words), any(asks for _, asks, _ in sentences), (), alone=True))
    for sentence, marked, heading in sentences:
        asks = marked or (len(sentences) > 1 and _chooses(sentence))
        if heading and heading[0].text in _QUESTION_WORDS and sentence[0].text not in _QUESTION_WORDS:
            # Options alone: the whole asks of them, "which is lighter: X or Y?".
            continue
        found.append(Clause(tuple(sentence), asks, tuple(heading), alone=len(sentences) == 1, headed=bool(heading)))
        if aside := _aside(text, sentence):
            found.append(Clause(tuple(sentence[:aside]), asks, (*heading, *sentence[aside:]), alone=False))
        if kept := _without_brackets(text, sentence):
            left_out = tuple(word for word in sentence if word not in kept)
            found.append(Clause(kept, asks, left_out, alone=False, bracketed=True))
        if cut := next((at for at in range(_CUT, len(sentence) - 2) if sentence[at].text in ("while", "whereas")), 0):
            # "Why is X quick while Y lets me wait?" asks of X, beside Y.
            named = cut + 3
            found.append(Clause(tuple(sentence[:named]), asks, tuple(sentence[named:]), alone=False))
        if turned := _turned(text, sentence):
            found.append(Clause(turned, asks, tuple(heading), alone=False))
        found += [
            Clause(tuple(sentence[at:]), asks, (*heading, *sentence[:at]), alone=False)
            for at in _starts(text, sentence)
        ]
    return tuple(found)


def _without_brackets(text: str, sentence: Sequence[Word]) -> tuple[Word, ...]:
    """A sentence without what stands in brackets in it; nothing where there are none, or little else."""
    spans = [match.span() for match in _BRACKETS.finditer(text)]
    kept = tuple(word for word in sentence if not any(start < word.start < end for start, end in spans))
    return kept if _LEAST_KEPT <= len(kept) < len(sentence) else ()


_BRACKETS = re.compile(r"(?<=\s)\([^()]{2,60}\)")
_LEAST_KEPT = 2
_WHY = frozenset(
    tuple(text.split("_"))
    for text in "why why_not why_is_that why_is_this why_is_it why_so why_would_that_be how_come".split()
)
"""What asks for the cause of what was just told."""

_SET_BESIDE = frozenset("vs versus compared".split())
_FRAGMENT = 4
"""Words of a sentence at most that only names what is set beside."""
_TOLD_AND_ASKED = 2
_TRULY = frozenset("really no huh eh true correct right agree agreed".split())
_IS_IT = frozenset("is it that this really so he she they are we i am".split())


def _chooses(sentence: Sequence[Word]) -> bool:
    """Whether a sentence is nothing but a choice, and so asks behind a story, with or without its mark: "X or Y"."""
    return len(sentence) <= _FRAGMENT and "or" in [word.text for word in sentence[1:-1]]


def _asks_truth(folded: Sequence[str], *, after: int) -> bool:
    """Whether a sentence behind so many others asks whether it is so: "Really?", behind a single one "Is that so?" as well."""
    if len(folded) == 1:
        return folded[0] in _TRULY
    asked = after == 1 and folded[0] in ("is", "are", "am") and set(folded[:-1]) <= _IS_IT
    return asked and len(folded) <= _FRAGMENT and folded[-1] in _TRULY | TRUE


_DENIALS = frozenset(word for word in AUXILIARIES if word.endswith(("n't", "nt")) or word == "cannot") | {"not"}
_CUT = 4
"""Words in front of a "while" from which they ask by themselves."""
_AT_THE_END = 6
"""Words at most of what is set against a claim at its end."""


def without_contrast(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """A claim without what denies the same of another behind it: ", a Y doesn't" of "an X does it, a Y doesn't, right?"."""
    told = len(words) - (words[-1:] != () and words[-1].text in TAGS)
    asks = any(word.text in _QUESTION_WORDS - CONDITIONS for word in words)
    if told < _AT_THE_END or asks or words[told - 1].text not in _DENIALS:
        return tuple(words)
    for at in range(told - 2, max(told - _AT_THE_END, 2), -1):
        if "," in text[words[at - 1].end : words[at].start] or words[at].text in ("but", "and", "while", "whereas"):
            return (*words[:at], *words[told:])
    return tuple(words)


_MARKER = re.compile(r"(?<!\S)\(?([A-Ea-e1-5])[).](?=\s)")


def with_options(text: str) -> tuple[str, int]:
    """A quiz item with "or" for the letters of its options, as long as before: "which is light: a) X b) Y".

    With it the place where the options begin; the text's end where there are none.
    """
    found = list(_MARKER.finditer(text))
    if len(found) < 2 or found[0].group(1).casefold() not in "a1" or found[1].group(1).casefold() not in "b2":
        return text, len(text)
    before = len(text[: found[0].start()].rstrip())
    if text[before - 1 : before] in ("?", ":", "."):
        # The options belong to the question in front of them.
        text = text[: before - 1] + "," + text[before:]
    for place, marker in enumerate(found):
        joint = "or" if place else ""
        text = text[: marker.start()] + joint.rjust(marker.end() - marker.start()) + text[marker.end() :]
    return text, found[0].start()


_INVERTED = frozenset("the it they all my our i we others other both one any every that those these".split())


def _turned(text: str, sentence: Sequence[Word]) -> tuple[Word, ...]:
    """A sentence with its condition behind what it asks: "if one X fails, do the others?" is "do the others, if …"."""
    first = next((at for at, word in enumerate(sentence[:2]) if word.text in CONDITIONS), None)
    if first is None:
        return ()
    for at in range(first + 3, len(sentence) - 1):
        word, before = sentence[at], sentence[at - 1]
        opens = word.text in _QUESTION_WORDS - CONDITIONS or word.text in AUXILIARIES
        if opens and ("," in text[before.end : word.start] or _asks_of(word, sentence[at + 1])):
            # "…, how are they kept?" asks how.
            near = (place for place in (at - 1, at - 2) if sentence[place].text in _QUESTION_WORDS - CONDITIONS)
            start = next(near, at)
            return (*sentence[start:], *sentence[first:start])
    return ()


def _asks_of(word: Word, behind: Word) -> bool:
    """Whether an auxiliary and the word behind it begin a question: "do the", "will it"."""
    return word.text in AUXILIARIES and behind.text in _INVERTED


def _aside(text: str, sentence: Sequence[Word]) -> int:
    """Where a story of the asker's begins behind a question: "…, my boss wants to know", "… before we move"; 0 for none."""
    for at in range(3, len(sentence) - 1):
        word, after, before = sentence[at], sentence[at + 1], sentence[at - 1]
        paused = "," in text[before.end : word.start]
        purpose = word.text == "so" and after.text in TELLERS | {"that", "the", "it"}
        if (
            purpose
            or (paused and (word.text in TELLERS | _HEARD or (word.text in _BOSSES and after.text in _WANTING)))
            or (word.text in STORY - SETTING_AGAINST and after.text in TELLERS)
        ):
            return at
    return 0


_HEARD = frozenset("heard saw read keep kept asking".split())
_BOSSES = frozenset(
    "boss manager client customer customers team cto ceo prof professor teacher colleague colleagues".split()
)
_WANTING = frozenset("wants want needs need asks asked says said thinks insists keeps told demands claims".split())
"""What somebody does whose story begins behind a question: "…, boss wants to know"."""


def wished(folded: Sequence[str]) -> bool:
    """Whether somebody tells what they need: "I need", "we want"."""
    return folded[0] in ("i", "we") and tuple(folded[1:2]) in (("need",), ("want",), ("require",))


def _starts(text: str, sentence: Sequence[Word]) -> list[int]:
    """Places inside a sentence where a question may begin: behind a comma, or behind "I was wondering" and "is it true that"."""
    starts = []
    # "Explain to my boss why …": whom it is told to is not asked about.
    said = [word.text for word in sentence[:5]]
    to_whom = "to" in said and bool(SPEECH & set(said))
    folded = [word.text for word in sentence]
    for at in range(2, len(sentence) - 1):
        word, before = sentence[at], sentence[at - 1]
        if folded[0] == "for" and wished(folded[at:]):
            starts.append(at)
            continue
        paused = "," in text[before.end : word.start] or " - " in text[before.end : word.start]
        opens = word.text in _QUESTION_WORDS or word.text in AUXILIARIES
        if (
            (opens and (paused or before.text in ("and", "but", "so")))
            or (to_whom and word.text in _QUESTION_WORDS)
            or before.text in _ASKING
            or (before.text == "that" and word.text != "of" and not opens and sentence[at - 2].text not in AUXILIARIES)
        ):
            starts.append(at)
    return starts[:6]
