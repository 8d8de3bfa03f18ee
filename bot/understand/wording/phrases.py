"""Set phrases put in the words that they stand for: "put X and Y next to each other" is "compare X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.tags import TAGS
from bot.understand.wording import deeds
from bot.understand.words.grammar import ASKING

_PUTTING = frozenset("put lay set place see show have line get".split())
_BESIDE = tuple(tuple(text.split()) for text in ("next to each other", "side by side", "next to one another"))
_WEIGHING = frozenset("lay down hold weigh stack pit measure set put up compare".split())
_COMING_IN = tuple(
    tuple(text.split())
    for text in (
        *(
            "come in",
            "fit in",
            "fit into this",
            "fit into that",
            "fit into all this",
            "come into play",
            "enter the picture",
        ),
        *("come into this", "come into it", "come into the picture", "fit", "fit into the picture", "belong in this"),
    )
)
_FOR_WHOM = frozenset("for me us you please pls".split())


def in_plain_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with each set phrase in the words that it stands for; what each step replaces stands at the step."""
    plain = tuple(words)
    for step in _STEPS:
        plain = step(plain)
    return plain


def _turned_to(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "tell about X" for "let's talk about X" and "moving on to X"."""
    at = next((at for at, word in enumerate(words) if word.text not in _LEADING_IN), 0)
    if not words or words[at].text not in _TURNING:
        return words
    folded = tuple(word.text for word in words[at:])
    for phrase in _TURNING_TO:
        if folded[: len(phrase)] == phrase and len(folded) > len(phrase):
            last = words[at + len(phrase) - 1]
            about = (replace(words[at], text="tell"), replace(last, text="about"))
            return (*words[:at], *about, *words[at + len(phrase) :])
    return words


_LEADING_IN = frozenset("ok okay so then now and well alright right".split())
_TURNING_TO = tuple(
    (*lets, *verb.split())
    for lets in (("let's",), ("lets",), ("let", "us"), ("can", "we"), ("could", "we"))
    for verb in ("talk about", "speak about", "look at", "take", "discuss", "hear about", "start with", "turn to", "do")
    if lets[0] not in ("can", "could") or verb.split()[1:]
) + tuple(
    tuple(text.split())
    for text in (
        "moving on to",
        "move on to",
        "on to",
        "coming to",
        "turning to",
        "switching to",
        "zoom in on",
        "zoom into",
        "focus on",
        "drill down on",
        "drill down into",
        "drill into",
        "dive into",
        "back to",
    )
)


_TURNING = frozenset(phrase[0] for phrase in _TURNING_TO)


def _pictured(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words without what a picture or an explanation is to be like: "an easy picture" is a picture."""
    whole = [at for at, word in enumerate(words) if word.text == "picture" and at and words[at - 1].text in _WHOLE]
    words = tuple(
        replace(word, text="overview") if at in whole else word for at, word in enumerate(words) if at + 1 not in whole
    )
    kept = [
        word
        for at, word in enumerate(words)
        if word.text not in _SIMPLE
        or next((each.text for each in words[at + 1 :] if each.text not in _REAL), "") not in _TOLD
    ]
    return tuple(kept)


_SIMPLE = frozenset("easy simple nice good quick short easier simpler plain little small".split())
_WHOLE = frozenset("big whole overall full general complete wider bigger".split())
"""What makes an overview of a picture: "the big picture"."""
_REAL = frozenset("real life everyday daily world".split())
_TOLD = frozenset("picture analogy metaphor explanation summary example comparison illustration".split())


def _in_one_word(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with one word for each phrase that means no more: "how" for "in which way"."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        three = tuple(word.text for word in words[at : at + 3])
        if not at and three[:1] == ("whose",):
            # "Whose roof does it share?"
            found.append(replace(words[0], text="which"))
            at += 1
            continue
        plain = _ONE_WORD.get(three)
        found.append(replace(words[at], text=plain, end=words[at + 2].end) if plain else words[at])
        at += len(three) if plain else 1
    return tuple(found)


_ONE_WORD: dict[tuple[str, ...], str] = {
    **{("in", which, way): "how" for which in ("which", "what") for way in ("way", "ways", "manner")},
    **{("by", which, "means"): "how" for which in ("which", "what")},
    **{("for", "what", reason): "why" for reason in ("reason", "reasons")},
    **{("for", "which", reason): "why" for reason in ("reason", "reasons")},
}


def _next(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "tell me about" for "let's begin with" and "next one:" in front."""
    at = next((at for at, word in enumerate(words) if word.text not in _LEADING), len(words))
    folded = tuple(word.text for word in words[at:])
    phrase = next((phrase for phrase in _BEGINNING if folded[: len(phrase)] == phrase), ())
    if not phrase or not 1 <= len(folded) - len(phrase) <= _NAMED_AT_MOST:
        return words
    last = words[at + len(phrase) - 1]
    return (*(replace(last, text=text) for text in ("tell", "me", "about")), *words[at + len(phrase) :])


_LEADING = frozenset("great good ok okay fine cool nice then so well and now please let's lets us we can you".split())
_BEGINNING = tuple(
    tuple(text.split())
    for text in (
        *("begin with", "start with", "continue with", "go on with", "go ahead with", "proceed with", "next one"),
        *("next up", "next topic", "next point", "next", "first one", "first up"),
    )
)
_NAMED_AT_MOST = 4


def _interesting(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "tell me about X" for "X sounds interesting"."""
    folded = [word.text for word in words]
    if len(folded) < 3 or folded[-2] not in ("sounds", "looks", "seems", "is") or folded[-1] not in _WORTH_HEARING:
        return words
    if folded[0] in ASKING or not 1 <= len(folded) - 2 <= _NAMED_AT_MOST:
        return words
    return (*(replace(words[0], text=text, end=words[0].start) for text in ("tell", "me", "about")), *words[:-2])


_WORTH_HEARING = frozenset("interesting intriguing relevant exciting".split())


def _without(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "without" for "w/o"."""
    found: list[Word] = []
    for word in words:
        if word.text == "o" and found and found[-1].text == "w":
            found[-1] = Word("without", found[-1].start, word.end)
        else:
            found.append(word)
    return tuple(found)


def _on_par(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "as good as" for "on par with" and "on a par with"."""
    folded = [word.text for word in words]
    for phrase in (("on", "par", "with"), ("on", "a", "par", "with"), ("up", "to", "par", "with")):
        for at in range(len(folded) - len(phrase)):
            if tuple(folded[at : at + len(phrase)]) == phrase:
                first, last = words[at], words[at + len(phrase) - 1]
                spelt = (replace(first, text="as"), replace(last, text="good"), replace(last, text="as"))
                return (*words[:at], *spelt, *words[at + len(phrase) :])
    return words


def _outright(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A claim without what it sets itself against: "X takes A instead of B, right?"."""
    folded = [word.text for word in words]
    behind = len(_QUIZ) if folded[-len(_QUIZ) :] == _QUIZ else 1 if folded and folded[-1] in TAGS else 0
    if not (behind or folded[: len(_QUIZ)] == _QUIZ) or folded[0] in ASKING:
        return words
    at = next((at for at in range(3, len(folded) - 2) if tuple(folded[at : at + 2]) in _INSTEAD), 0)
    if not at:
        return words
    return (*words[:at], *words[len(words) - behind :])


_QUIZ = ["true", "or", "false"]
_INSTEAD = (("instead", "of"), ("rather", "than"))


def _without_old(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words without the "old" of "plain old X", which is no older than others."""
    return tuple(
        word for at, word in enumerate(words) if not (at and word.text == "old" and words[at - 1].text in _PLAIN)
    )


_PLAIN = frozenset("plain good regular classic boring normal".split())


def _compared(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "compare X and Y" for "put X and Y next to each other"."""
    end = len(words)
    while end and words[end - 1].text in _FOR_WHOM:
        end -= 1
    folded = [word.text for word in words[:end]]
    for phrase in _BESIDE:
        start = end - len(phrase)
        if start < 2 or tuple(folded[start:]) != phrase:
            continue
        at = next((at for at in range(min(4, start - 1)) if folded[at] in _PUTTING), None)
        if at is not None:
            return (*words[:at], replace(words[at], text="compare"), *words[at + 1 : start])
    return words


def _explained(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "explain" for "break down", and "versus" for the "against" that sets one beside the other."""
    folded = [word.text for word in words]
    against = next((at for at in range(2, len(folded) - 1) if folded[at] == "against"), 0)
    if against and _WEIGHING & set(folded[:against]) and not {"argument", "arguments", "case", "speaks"} & set(folded):
        words = (*words[:against], replace(words[against], text="versus"), *words[against + 1 :])
    at = next((at for at in range(len(folded) - 2) if folded[at] == "break"), None)
    if at is None:
        return words
    if folded[at + 1] == "down":
        return (*words[:at], replace(words[at], text="explain", end=words[at + 1].end), *words[at + 2 :])
    down = next((place for place in range(at + 2, len(folded)) if folded[place] == "down"), 0)
    if down and set(folded[down + 1 :]) <= _FOR_WHOM:
        return (*words[:at], replace(words[at], text="explain"), *words[at + 1 : down])
    return words


def _role(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "what role does X play" for "where does X come in"."""
    folded = tuple(word.text for word in words)
    if len(folded) < 4 or folded[0] != "where" or folded[1] not in ("does", "do"):
        return words
    for phrase in _COMING_IN:
        start = len(folded) - len(phrase)
        if start > 2 and folded[start:] == phrase:
            what, where = words[0], words[start]
            return (
                replace(what, text="what"),
                replace(what, text="role", start=what.end),
                *words[1:start],
                replace(where, text="play"),
            )
    return words


def _true_or_false(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "true or false" for "T/F" in front or behind."""
    folded = [word.text for word in words]
    for at in (0, len(words) - 2):
        if len(words) > 4 and folded[at : at + 2] == ["t", "f"]:
            first, second = words[at : at + 2]
            spelt = (
                replace(first, text="true"),
                replace(second, text="or", end=second.start),
                replace(second, text="false"),
            )
            return (*words[:at], *spelt, *words[at + 2 :])
    return words


def _does_better(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "X is better" for "X does better", where nothing asks what it does."""
    if not words or ASKING & {word.text for word in words} or words[0].text in _DOES:
        return words
    return tuple(
        replace(word, text="is") if word.text in _DOES and behind and behind.text in ("better", "worse") else word
        for word, behind in zip(words, (*words[1:], None), strict=True)
    )


_DOES = frozenset("does do performs perform fares fare".split())
_STEPS = (
    _does_better,
    _in_one_word,
    _turned_to,
    _pictured,
    _next,
    _interesting,
    _without,
    _on_par,
    _true_or_false,
    _outright,
    _without_old,
    _explained,
    _compared,
    _role,
    *deeds.STEPS,
)
