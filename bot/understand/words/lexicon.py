"""The words that name subjects, aspects and kinds of question, looked up by form first, by number second, by stem last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.model.facts import FactKind
from bot.model.knowledge import Knowledge
from bot.model.terms import Sense, Subject
from bot.text import singular, stem, words
from bot.understand.words import english
from bot.understand.words.everyday import STOP
from bot.understand.words.last_words import last_words

TermKind = Literal["subject", "aspect", "intent"]
_RANK: dict[TermKind, int] = {"subject": 0, "aspect": 1, "intent": 2}


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase names."""

    kind: TermKind
    id: str
    sense: Sense = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases with what they name."""

    exact: dict[tuple[str, ...], tuple[Term, ...]]
    inflected: dict[tuple[str, ...], tuple[Term, ...]]
    """By singular forms, for names and cues, where a stem would take "contain" for "container"."""
    stemmed: dict[tuple[str, ...], tuple[Term, ...]]
    """By stems, for aspects alone: "isolated" speaks of isolation."""
    heads: dict[str, int]
    """Words in the longest phrase, by the form that its first word has as a key."""
    companions: dict[str, frozenset[str]]
    """By subject, the words of its longer names in the singular: "gas" and "heating" of "Gas heating"."""
    ranked: frozenset[str]
    """Aspects on which there is better and worse: they have words for it, or somebody's advantage."""

    @classmethod
    def build(cls, knowledge: Knowledge) -> Lexicon:
        """Index every alias and cue of the content."""
        phrases: dict[tuple[str, ...], list[Term]] = {}

        def add(text: str, term: Term) -> None:
            key = tuple(word.text for word in words(text))
            if key and term not in phrases.setdefault(key, []):
                phrases[key].append(term)

        for subject in knowledge.subjects:
            for alias in subject.aliases:
                add(alias.text, Term("subject", subject.id))
        for subject in knowledge.subjects:
            for alias in subject.aliases:
                verb = verb_of(alias.text.casefold())
                if verb and (verb,) not in phrases:
                    add(verb, Term("subject", subject.id))
                doing = doing_of(alias.text.casefold())
                if doing and (doing,) not in phrases:
                    add(doing, Term("subject", subject.id))
                for making in making_of(alias.text.casefold()):
                    if (making,) not in phrases:
                        add(making, Term("subject", subject.id))
        for subject in knowledge.subjects:
            for alias in subject.aliases:
                for short in (short_of(alias.text), initials_of(alias.text), without_and(alias.text)):
                    if short and (short,) not in phrases:
                        add(short, Term("subject", subject.id))
        for part, owner in _parts(knowledge).items():
            if part not in phrases:
                phrases[part] = [Term("subject", owner)]
        for head, owner in last_words(knowledge).items():
            if (head,) not in phrases:
                phrases[head,] = [Term("subject", owner)]
        for aspect in knowledge.aspects:
            for alias in aspect.aliases:
                add(alias.text, Term("aspect", aspect.id, alias.sense))
        kinds: dict[str, set[FactKind]] = {}
        for fact in knowledge.facts:
            for named in fact.aspects:
                kinds.setdefault(named, set()).add(fact.kind)
        for aspect in knowledge.aspects:
            said = kinds.get(aspect.id, set())
            end = _ENDS.get(next(iter(said)), "") if len(said) == 1 else ""
            if end and words(aspect.name)[0].text in _LESSENING:
                # A drawback "less stability" says that "stable" is good.
                end = "better" if end == "worse" else "worse"
            for alias in aspect.aliases:
                for adjective in adjectives_of(alias.text.casefold()):
                    if (adjective,) not in phrases:
                        add(adjective, Term("aspect", aspect.id, alias.sense or end))
        for intent in knowledge.phrasebook.intents:
            for cue in intent.cues:
                add(cue.text, Term("intent", intent.name))
        own = {aspect.id: {stem(word.text) for word in words(aspect.name)} for aspect in knowledge.aspects}
        size = {aspect.id: len(words(aspect.name)) for aspect in knowledge.aspects}
        exact = {key: _plainest(_by_name(key, _of_one_kind(terms), own), size) for key, terms in phrases.items()}
        by_number: dict[tuple[str, ...], list[Term]] = {}
        by_stem: dict[tuple[str, ...], list[Term]] = {}
        for key, terms in sorted(phrases.items()):
            number = tuple(singular(word) for word in key)
            # "Downs" are drawbacks, "down" is a direction.
            if number == key or len(key) > 1 or number[0] not in STOP:
                by_number.setdefault(number, []).extend(terms)
            aspects = [term for term in terms if term.kind == "aspect"]
            if aspects:
                by_stem.setdefault(tuple(stem(word) for word in key), []).extend(aspects)
        inflected = {key: _one_sense(_of_one_kind(terms)) for key, terms in by_number.items()}
        stemmed = {key: _by_name(key, _one_sense(terms), own) for key, terms in by_stem.items()}
        heads: dict[str, int] = {}
        for key in (*exact, *inflected, *stemmed):
            heads[key[0]] = max(heads.get(key[0], 0), len(key))
        files = frozenset(overview.file for overview in knowledge.overviews)
        companions = {
            subject.id: frozenset(singular(word) for name in _names(subject, files) if len(name) > 1 for word in name)
            - STOP
            for subject in knowledge.subjects
        }
        worded = {each.id for each in knowledge.aspects if any(alias.sense for alias in each.aliases)}
        ranked = worded | {id_ for id_, said in kinds.items() if said & {"advantage", "disadvantage"}}
        return cls(exact, inflected, stemmed, heads, companions, frozenset(ranked))

    def longest_at(self, folded: Sequence[str], start: int) -> tuple[int, tuple[Term, ...]]:
        """The longest phrase at a place: how many words it has, and what it names; ``(0, ())`` for none."""
        first = folded[start]
        heads = self.heads
        longest = max(heads.get(first, 0), heads.get(singular(first), 0), heads.get(stem(first), 0))
        for length in range(min(longest, len(folded) - start), 0, -1):
            key = tuple(folded[start : start + length])
            terms = (
                self.exact.get(key)
                or self.inflected.get(tuple(singular(word) for word in key))
                or self.stemmed.get(tuple(stem(word) for word in key))
            )
            if terms:
                return length, terms
        return 0, ()

    def behind(self, folded: Sequence[str], at: int, subject: str) -> int:
        """How many words at a place only go on with the name of a subject in front of it: "heating" in "X heating"."""
        length = 0
        while at + length < len(folded) and singular(folded[at + length]) in self.companions.get(subject, ()):
            _, terms = self.longest_at(folded, at + length)
            if terms and terms[0] != Term("subject", subject):
                break
            length += 1
        return length

    def vocabulary(self) -> frozenset[str]:
        """Every word of every phrase, folded."""
        return frozenset(word for key in self.exact for word in key)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The words that stand beside each other in a phrase, folded."""
        return frozenset(pair for key in self.exact for pair in pairwise(key))


def _names(subject: Subject, files: frozenset[str]) -> list[tuple[str, ...]]:
    """What the overviews call a subject; what authors add stands for itself, word for word."""
    return [tuple(word.text for word in words(alias.text)) for alias in subject.aliases if alias.source.file in files]


def _parts(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """What names a subject though it is not its whole name: a word of it that is nobody else's and no word of English,
    "Foobo" of "Acme Foobo", and of three or more words all but the last, "red cell" of "Red cell counting".
    """
    found: dict[tuple[str, ...], set[str]] = {}
    files = frozenset(overview.file for overview in knowledge.overviews)
    everyones: dict[str, set[str]] = {}
    for subject in knowledge.subjects:
        for name in _names(subject, files):
            for word in name:
                everyones.setdefault(word, set()).add(subject.id)
            coined = [(word,) for word in name if len(word) >= _COINED_LETTERS and not english.knows(word)]
            for part in coined if len(name) > 1 else []:
                found.setdefault(part, set()).add(subject.id)
            if len(name) > len(name[:2]) and not set(name[:-1]) & STOP:
                found.setdefault(name[:-1], set()).add(subject.id)
    return {
        part: next(iter(owners))
        for part, owners in sorted(found.items())
        if len(owners) == 1 and (len(part) > 1 or everyones[part[0]] == owners)
    }


_COINED_LETTERS = 4


def _of_one_kind(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Where a phrase names things of several kinds, the subject comes before the aspect, and that before the intent."""
    first = min(_RANK[term.kind] for term in terms)
    return tuple(sorted({term for term in terms if _RANK[term.kind] == first}, key=lambda term: (term.id, term.sense)))


def _plainest(terms: tuple[Term, ...], size: dict[str, int]) -> tuple[Term, ...]:
    """Of several aspects those of one word first: "faster" is said of "Speed" before "Build speed"."""
    return tuple(sorted(terms, key=lambda term: size.get(term.id, 1) != 1)) if len(terms) > 1 else terms


def _by_name(key: tuple[str, ...], terms: tuple[Term, ...], own: dict[str, set[str]]) -> tuple[Term, ...]:
    """Of several aspects that share a word, those that are named after it: "complex" is said of "Complexity"."""
    if len(key) > 1 or len(terms) < len(key) + 1 or terms[0].kind != "aspect":
        return terms
    return tuple(term for term in terms if stem(key[0]) in own.get(term.id, ())) or terms


def _one_sense(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Forms of one stem that name different ends of an aspect name, together, neither."""
    senses: dict[tuple[TermKind, str], set[Sense]] = {}
    for term in terms:
        senses.setdefault((term.kind, term.id), set()).add(term.sense)
    return tuple(
        Term(kind, id_, next(iter(found)) if len(found) == 1 else "") for (kind, id_), found in sorted(senses.items())
    )


def verb_of(noun: str) -> str:
    """The verb that a thing done is named after: "renting" is what people do who "rent"; empty for any other word."""
    root = noun.removesuffix("ing")
    if root == noun or len(root) < 3 or not noun.isalpha():
        return ""
    undoubled = (root[:-1],) if root[-1] == root[-2] else ()
    verb = max((root, f"{root}e", *undoubled), key=english.count)
    return verb if english.knows(verb) else ""


def doing_of(verb: str) -> str:
    """The "-ing" of a word that may be a verb, unless that is a word of its own: "rebasing" for "rebase"."""
    if not verb.isalpha() or len(verb) < 4:
        return ""
    doing = f"{verb.removesuffix('e')}ing"
    return doing if not english.knows(doing) else ""


def making_of(name: str) -> tuple[str, ...]:
    """What the use of a thing is called after it: "palletization" and "palletisation" of pallets."""
    one = singular(name)
    if not one.isalpha() or len(one) < len("pallet"):
        return ()
    root = one.removesuffix("e")
    return f"{root}ization", f"{root}isation"


_COINED = re.compile(r"([A-Z][a-z]{3,})[A-Z]{2,}")


def short_of(name: str) -> str:
    """What people say for a coined name that ends in capitals, "Foobo" for "FooboDB", unless it is a word of its own."""
    found = _COINED.fullmatch(name)
    root = found.group(1).casefold() if found else ""
    return root if root and not english.knows(root) else ""


_HUMPS = re.compile(r"(?:[A-Z][a-z]+){2,3}")
_INITIALS = 3


def initials_of(name: str) -> str:
    """What people write for a long name, "FB" for "FooBar", "SFB" for "Side-foo bar" and "F&B" for "Foo and bar", unless it is
    a word of its own.
    """
    parts = [word.text for word in words(name)]
    if len(parts) == _INITIALS and parts[1] == "and" and not {parts[0], parts[2]} & STOP:
        return f"{parts[0][0]}&{parts[2][0]}"
    found = ""
    if _HUMPS.fullmatch(name):
        found = "".join(letter for letter in name if letter.isupper()).casefold()
    elif len(parts) >= _INITIALS and not set(parts) & STOP:
        found = "".join(part[0] for part in parts)
    return found if found.isalpha() and not english.knows(found) else ""


def without_and(name: str) -> str:
    """A name of two that "and" joins as it is left where that is written "&": "foo bar" of "Foo and bar"."""
    left, joined, right = name.partition(" and ")
    return f"{left} {right}" if joined and " " not in left + right else ""


_LESSENING = frozenset("less lack limited poor no low lower reduced weak weaker insufficient".split())
_ENDS: dict[FactKind, Sense] = {"advantage": "better", "disadvantage": "worse"}
"""The end that the adjective of a trait names: an advantage "stability" says that "stable" is good."""
_QUALITIES = (
    ("ability", ("able",)),
    ("ibility", ("ible",)),
    ("ility", ("le", "ile")),
    ("icity", ("ic",)),
    ("ity", ("", "e")),
    ("ness", ("",)),
    ("ency", ("ent",)),
    ("ience", ("ient",)),
    ("ance", ("ant",)),
    ("ing", ("able", "eable")),
)
"""Endings of nouns for a quality, with those of their adjectives."""


def adjectives_of(noun: str) -> tuple[str, ...]:
    """The adjectives that a quality is named after: what has "stability" is "stable"; none for any other word."""
    for ending, others in _QUALITIES:
        if noun.isalpha() and noun.endswith(ending) and len(noun) > len(ending) + 2:
            root = noun.removesuffix(ending)
            # What no list has cannot be another word: "cacheable".
            return tuple(root + other for other in others if ending == "ing" or english.knows(root + other))
    return ()
