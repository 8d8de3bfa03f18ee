"""What one does with a thing, in plain words: "is it possible to", "give my colleague an X", "what does X have that Y has not"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.text import Word
from bot.understand.words.everyday import STOP
from bot.understand.words.grammar import AUXILIARIES, NEGATIONS
from bot.understand.words.lexicon import Lexicon


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


def _possible(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "can I" for "is it possible to" and "is there a way to"."""
    folded = tuple(word.text for word in words)
    for phrase in _POSSIBLE:
        for at in range(min(3, len(folded) - len(phrase))):
            if folded[at : at + len(phrase)] == phrase:
                first = words[at]
                asked = (replace(first, text="can"), replace(words[at + len(phrase) - 1], text="i"))
                return (*words[:at], *asked, *words[at + len(phrase) :])
    return words


_POSSIBLE = tuple(
    tuple(text.split())
    for text in (
        *("is it possible to", "would it be possible to", "is it at all possible to", "is it even possible to"),
        *("is there a way to", "is there any way to", "is there a possibility to"),
    )
)


def _lacking(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words with "what are the advantages of X over Y" for "what does X have that Y has not"."""
    folded = [word.text for word in words]
    if folded[:2] not in (["what", "does"], ["what", "do"], ["what", "can"], ["what", "did"]):
        return words
    has = next((at for at in range(3, len(folded) - 2) if folded[at] in _OFFERING), 0)
    that = next((at for at in range(has + 1, min(has + 4, len(folded) - 2)) if folded[at] in ("that", "which")), 0)
    lacks = {*folded[that + 2 :]} & (NEGATIONS | _MISSING) and folded[-1] not in STOP - AUXILIARIES - NEGATIONS - {
        "do",
        "have",
    }
    if not has or not that or not lacks:
        return words
    first = next(at for at in range(len(folded) - 1, that, -1) if folded[at] in NEGATIONS | _MISSING)
    first -= 1 if folded[first - 1] in AUXILIARIES else 0
    over = [replace(words[that], text="over"), *words[that + 1 : first]]
    asked = ("what", "are", "the", "advantages", "of")
    return (*(replace(words[0], text=text) for text in asked), *words[2:has], *over) if over[1:] else words


_MISSING = frozenset("lack lacks miss misses".split())
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


STEPS = (_possible, _shared, _inside, _lacking, _used)
"""What ``in_plain_words`` does of these, in this order."""
