"""Set phrases put in the words that they stand for: "put X and Y next to each other" is "compare X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.tags import TAGS
from bot.understand.words.everyday import STOP
from bot.understand.words.grammar import ASKING, AUXILIARIES, NEGATIONS
from bot.understand.words.lexicon import Lexicon

_PUTTING = frozenset("put lay set place see show have line get".split())
_BESIDE = tuple(tuple(text.split()) for text in ("next to each other", "side by side", "next to one another"))
_WEIGHING = frozenset("down hold weigh stack pit measure set put up compare".split())
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


def different(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Words with "a different X" for the "another X" that something has or uses, or runs on, and that has no name here."""
    folded = [word.text for word in words]
    for at in range(2, len(words) - 1):
        if folded[at] != "another" or folded[at - 1] not in _HAVING or folded[at + 1] in STOP:
            continue
        if lexicon.longest_at(folded, at)[0] < len(("another", "X")):
            a, other = replace(words[at], text="a", end=words[at].start), replace(words[at], text="different")
            return (*words[:at], a, other, *words[at + 1 :])
    return words


_HAVING = frozenset("have has use uses need needs run runs on".split())


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
    claimed = folded[-1:] and (folded[-1] in TAGS or folded[:3] == ["true", "or", "false"] or folded[:2] == ["t", "f"])
    if not claimed or folded[0] in ASKING:
        return words
    at = next((at for at in range(3, len(folded) - 2) if tuple(folded[at : at + 2]) in _INSTEAD), 0)
    if not at:
        return words
    tag = len(folded) - (1 if folded[-1] in TAGS else 0)
    if folded[-3:] == ["true", "or", "false"]:
        tag = len(folded) - 3
    return (*words[:at], *words[tag:])


_INSTEAD = (("instead", "of"), ("rather", "than"))


def _lacking(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "what are the advantages of X over Y" for "what does X have that Y has not"."""
    folded = [word.text for word in words]
    if folded[:2] not in (["what", "does"], ["what", "do"], ["what", "can"], ["what", "did"]):
        return words
    has = next((at for at in range(3, len(folded) - 2) if folded[at] in _OFFERING), 0)
    that = next((at for at in range(has + 1, min(has + 4, len(folded) - 2)) if folded[at] in ("that", "which")), 0)
    lacks = {*folded[that + 2 :]} & NEGATIONS and folded[-1] not in STOP - AUXILIARIES - NEGATIONS - {"do", "have"}
    if not has or not that or not lacks:
        return words
    first = next(at for at in range(len(folded) - 1, that, -1) if folded[at] in NEGATIONS)
    first -= 1 if folded[first - 1] in AUXILIARIES else 0
    over = [replace(words[that], text="over"), *words[that + 1 : first]]
    asked = ("what", "are", "the", "advantages", "of")
    return (*(replace(words[0], text=text) for text in asked), *words[2:has], *over) if over[1:] else words


_OFFERING = frozenset("have offer offers give gives bring brings do got provide".split())


def _used(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "what is X used for" for "what do people use X for" and "what do folks run in X"."""
    folded = [word.text for word in words]
    at = next((at for at, word in enumerate(folded[:3]) if word == "what"), None)
    if at is None or folded[at + 1 : at + 2] not in (["do"], ["does"], ["would"], ["can"]):
        return words
    use = next((use for use in range(at + 2, len(folded) - 2) if folded[use] in _USING), 0)
    if use and folded[use] in ("use", "uses") and folded[-1] == "for":
        named, last = words[use + 1 : -1], words[-1]
    elif use and folded[use] not in ("use", "uses") and folded[use + 1] in ("in", "on"):
        named, last = words[use + 2 :], replace(words[-1], text="for", start=words[-1].end - 1)
    else:
        return words
    behind = named[-1].end - 1
    used = replace(words[use], text="used", start=behind, end=behind)
    return (*words[: at + 1], replace(words[at + 1], text="is"), *named, used, last)


_USING = frozenset("use uses run runs host hosts".split())


def _shared(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "share X with a colleague" for "hand X to a colleague"."""
    at = next((at for at in range(len(words) - 3) if words[at].text in _HANDING), None)
    if at is None:
        return words
    whom_at = at + 1 + (words[at + 1].text in _WHOSE)
    if words[whom_at].text in _PEOPLE and words[whom_at + 1].text in ("a", "an", "the", "my", "our", "one", "this"):
        # "Give my colleague an X"
        shared = (replace(words[at], text="share"), *words[whom_at + 1 :])
        return (*words[:at], *shared)
    to = next((to for to in range(at + 2, len(words) - 1) if words[to].text == "to"), 0)
    over = {"over", "on", "around"} & {word.text for word in words[at + 1 : to]}
    whom = {word.text for word in words[to + 1 : to + 4]}
    if not to or to - at > _HANDED_AT_MOST or not whom & _PEOPLE:
        return words
    handed = [word for word in words[at + 1 : to] if word.text not in over]
    return (*words[:at], replace(words[at], text="share"), *handed, replace(words[to], text="with"), *words[to + 1 :])


_HANDING = frozenset("hand give pass send forward lend mail ship".split())
_HANDED_AT_MOST = 6
_WHOSE = frozenset("my our a an the your his her their another".split())
_PEOPLE = frozenset(
    """colleague colleagues coworker coworkers teammate teammates friend friends others somebody someone people everybody
    everyone team teams customer customers client clients developer developers partner partners""".split()
)


def _inside(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "what is in it" for "what's inside of it" and "what does it have inside"."""
    folded = [word.text for word in words]
    at = next((at for at, word in enumerate(folded) if word in _WHAT_IS or word == "what"), None)
    if at is None:
        return words
    rest = folded[at + 1 :]
    if rest[:1] == ["is"]:
        rest = rest[1:]
    has = rest[:1] in (["does"], ["do"]) and rest[2:] in (["have", "inside"], ["contain", "inside"], ["hold", "inside"])
    if has or (rest[:1] == ["inside"] and rest[-1] in _IT and set(rest[1:-1]) <= {"of"} and len(rest) > 1):
        what, it = words[at], words[at + 2] if has else words[-1]
        return (
            *words[:at],
            replace(what, text="what"),
            replace(what, text="is"),
            replace(it, text="in", end=it.start),
            it,
        )
    return words


_WHAT_IS = frozenset("what's whats".split())
_IT = frozenset("it them that this those these".split())


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


_STEPS = (
    _in_one_word,
    _without,
    _on_par,
    _outright,
    _without_old,
    _explained,
    _compared,
    _role,
    _true_or_false,
    _shared,
    _inside,
    _lacking,
    _used,
)
