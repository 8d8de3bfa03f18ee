"""Contrast safety: questions with slips of the pen are answered the same, asked back or declined, never the opposite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from bot.catalogue.examples import examples
from bot.docent import Docent
from bot.model.dialogue import Reply
from bot.model.meaning import Meaning
from bot.text import Word, words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT, LONG = 3, 9
"""Words up to the first length take a swap of neighbours only; from the second on, two errors."""
DROPPED = frozenset("a an the of is are do does to in for on please me my it its and".split())
"""Small words that people leave out without meaning anything else; "not" and "or" are not among them."""
_OPPOSED = (frozenset({"advantages", "disadvantages"}),)


@dataclass(frozen=True, slots=True)
class Flip:
    """A mutated question that got an opposite answer."""

    question: str
    mutated: str
    kind: str
    expected: str
    given: str
    why: str


@dataclass
class Report:
    """What came of all mutations."""

    questions: int = 0
    tried: int = 0
    same: int = 0
    near: int = 0
    """Answered in another form that says the same or less: the row instead of the verdict."""
    unsure: int = 0
    declined: int = 0
    flips: list[Flip] = field(default_factory=list)


def mutate(docent: Docent, seed: int = 0, limit: int | None = None) -> Report:
    """Try mutations of every authored utterance that is answered.

    Args:
        docent: the core with its content.
        seed: the order in which mutations are drawn; the same seed tries the same ones.
        limit: how many to try in all, spread evenly over the questions, at least one for each; None for all single slips,
            and for words that take two errors as many pairs again.
    """
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    asked: dict[str, Meaning] = {}
    for example in examples(docent.understander.catalogue):
        reply = docent.ask(example.text)
        if reply.meaning is not None:
            asked.setdefault(example.text, reply.meaning)
    report = Report(questions=len(asked))
    share = None if limit is None else max(1, limit // max(1, len(asked)))
    for question, meaning in asked.items():
        found = list(dict.fromkeys(mutations(question, random)))
        chosen = found if share is None or share >= len(found) else random.sample(found, share)
        for kind, mutated in chosen:
            _judge(report, (question, mutated, kind), meaning, docent.ask(mutated))
    return report


def mutations(question: str, random: Random) -> Iterator[tuple[str, str]]:
    """Every single slip in a question, and some pairs of slips in its long words: (kind, mutated question)."""
    found = words(question)
    for place, word in enumerate(found):
        slips = [slip for slip in edits(word.text) if slip[1] != word.text]
        for kind, text in slips:
            yield kind, _with(question, word, text)
        if len(word.text) >= LONG:
            for kind, text in random.sample(slips, min(len(slips), 40)):
                second = random.choice(list(edits(text)))
                yield f"{kind} and {second[0]}", _with(question, word, second[1])
        if word.text in DROPPED and len(found) > 1:
            yield "dropped word", " ".join(_with(question, word, "").split())
        if len(word.text) > SHORT:
            yield (
                "plural",
                _with(question, word, word.text.removesuffix("s") if word.text.endswith("s") else f"{word.text}s"),
            )
        if place + 1 < len(found):
            after = found[place + 1]
            yield "swapped words", f"{question[: word.start]}{after.text} {word.text}{question[after.end :]}"
            if min(len(word.text), len(after.text)) > 1:
                yield "joined words", f"{question[: word.start]}{word.text}{after.text}{question[after.end :]}"


def edits(word: str) -> Iterator[tuple[str, str]]:
    """Every single slip in one word, within the budget of its length."""
    for place in range(len(word) - 1):
        yield "swapped letters", word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if len(word) <= SHORT or not word.isalpha():
        return
    for place in range(1, len(word)):
        yield "missing letter", word[:place] + word[place + 1 :]
        yield "doubled letter", word[:place] + word[place - 1] + word[place:]
        for letter in LETTERS:
            yield "wrong letter", word[:place] + letter + word[place + 1 :]
            yield "extra letter", word[:place] + letter + word[place:]


def opposed(meaning: Meaning, other: Meaning) -> str:
    """Why two meanings contradict each other; empty where they do not."""
    if frozenset({meaning.intent, other.intent}) in _OPPOSED:
        return "advantages against disadvantages"
    if meaning.sense and other.sense and meaning.sense != other.sense and meaning.aspects == other.aspects:
        return "the other end"
    if meaning.intent == other.intent == "confirm" and meaning.negated != other.negated:
        return "not"
    mine, theirs = set(meaning.subjects), set(other.subjects)
    if mine - theirs and theirs - mine:
        return "another subject"
    if meaning.aspects and other.aspects and not set(meaning.aspects) & set(other.aspects):
        return "another aspect"
    if meaning.entry and other.entry and meaning.entry != other.entry:
        return "another entry"
    return ""


def _judge(report: Report, tried: tuple[str, str, str], meaning: Meaning, reply: Reply) -> None:
    report.tried += 1
    given = reply.meaning
    if given is None:
        report.unsure += reply.status == "unsure"
        report.declined += reply.status == "unknown"
    elif given == meaning:
        report.same += 1
    elif why := opposed(meaning, given):
        report.flips.append(Flip(*tried, meaning.id, given.id, why))
    else:
        report.near += 1


def _with(question: str, word: Word, text: str) -> str:
    return question[: word.start] + text + question[word.end :]
