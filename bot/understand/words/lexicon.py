"""The words that name subjects, aspects and kinds of question, looked up by form first, by number second, by stem last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.catalogue.terms import terms_of_rows
from bot.model.facts import FactKind
from bot.model.knowledge import Knowledge
from bot.model.terms import Sense, Subject
from bot.text import singular, stem, words
from bot.understand.words import english
from bot.understand.words.derived import (
    acts_of,
    adjectives_of,
    adverb_of,
    doing_of,
    done_of,
    initials_of,
    making_of,
    short_of,
    verb_of,
    without_and,
)
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
    plain: frozenset[str]
    """Those of them that are of names which are no proper names: not "Acme" of "Acme Foobo"."""
    called: dict[str, tuple[str, ...]]
    """By aspect, the words of its name."""
    ranked: frozenset[str]
    """Aspects on which there is better and worse: they have words for it, or somebody's advantage."""
    in_part: dict[tuple[str, str], str]
    """Two words side by side in one aspect's longer name and in no other's, in the singular, with that aspect."""

    @classmethod
    def build(cls, knowledge: Knowledge) -> Lexicon:
        """Index every alias and cue of the content."""
        phrases = _named(knowledge)

        def add(text: str, term: Term) -> None:
            key = tuple(word.text for word in words(text))
            if key and term not in phrases.setdefault(key, []):
                phrases[key].append(term)

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
        # "The schema of X" asks for the row, whatever "schema" is defined as.
        for named, term in terms_of_rows(knowledge).items():
            for terms in phrases.values():
                if Term("aspect", named) in terms and Term("subject", term) in terms:
                    terms.remove(Term("subject", term))
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
        plain = frozenset(
            singular(word.text)
            for subject in knowledge.subjects
            for alias in subject.aliases
            if alias.source.file in files and alias.text.split(" ")[-1].islower()
            for word in words(alias.text)
        )
        worded = {each.id for each in knowledge.aspects if any(alias.sense for alias in each.aliases)}
        ranked = worded | {id_ for id_, said in kinds.items() if said & {"advantage", "disadvantage"}}
        called = {aspect.id: tuple(word.text for word in words(aspect.name)) for aspect in knowledge.aspects}
        return cls(exact, inflected, stemmed, heads, companions, plain, called, frozenset(ranked), _in_part(called))

    def longest_at(self, folded: Sequence[str], start: int) -> tuple[int, tuple[Term, ...]]:
        """The longest phrase at a place: how many words it has, and what it names; ``(0, ())`` for none."""
        first = folded[start]
        heads = self.heads
        longest = max(heads.get(first, 0), heads.get(singular(first), 0), heads.get(stem(first), 0))
        if not longest:
            return 0, ()
        said = tuple(folded[start : start + longest])
        numbers, stems = tuple(map(singular, said)), tuple(map(stem, said))
        for length in range(len(said), 0, -1):
            terms = (
                self.exact.get(said[:length])
                or self.inflected.get(numbers[:length])
                or self.stemmed.get(stems[:length])
            )
            if terms:
                return length, terms
        return 0, ()

    def behind(self, folded: Sequence[str], at: int, subject: str) -> int:
        """How many words at a place only go on with the name of a subject in front of it: "heating" in "X heating"."""
        length = 0
        own = self.companions.get(subject, frozenset())
        while at + length < len(folded) and _companion(singular(folded[at + length]), own):
            _, terms = self.longest_at(folded, at + length)
            if terms and terms[0] != Term("subject", subject):
                break
            length += 1
        return length

    def before(self, folded: Sequence[str], at: int, subject: str) -> int:
        """1 where the word in front only begins the name of a subject, in another form: "dependant drift"; else 0."""
        own = {stem(word) for word in self.companions.get(subject, ())}
        return int(at > 0 and len(folded[at - 1]) > _CUT and stem(folded[at - 1]) in own)

    def vocabulary(self) -> frozenset[str]:
        """Every word of every phrase, folded."""
        return frozenset(word for key in self.exact for word in key)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The words that stand beside each other in a phrase, folded."""
        return frozenset(pair for key in self.exact for pair in pairwise(key))


def _in_part(called: dict[str, tuple[str, ...]]) -> dict[tuple[str, str], str]:
    """Pairs of words that only one aspect's name of more than two words has."""
    owners: dict[tuple[str, str], set[str]] = {}
    for aspect, name in called.items():
        for pair in pairwise(map(singular, name)) if len(name) > _PAIR else ():
            owners.setdefault(pair, set()).add(aspect)
    return {pair: next(iter(ids)) for pair, ids in owners.items() if len(ids) == 1}


def _companion(word: str, own: frozenset[str]) -> bool:
    """Whether a word is one of a name, or its beginning and no word for anything else: "que" of "queue"."""
    if word in own:
        return True
    cut = len(word) >= _CUT and any(other.startswith(word) for other in own)
    return cut and english.weight(word) >= _CUT_RARE


_CUT, _CUT_RARE = 3, 0.65


def _named(knowledge: Knowledge) -> dict[tuple[str, ...], list[Term]]:
    """Everything that subjects are called: their aliases first, then what is derived from them and no alias of another."""
    spoken = {word.text for fact in knowledge.facts for word in words(f"{fact.label} {fact.prose.plain}")}
    named: dict[tuple[str, ...], list[Term]] = {}
    for subject in knowledge.subjects:
        for alias in subject.aliases:
            key = tuple(word.text for word in words(alias.text))
            if key and Term("subject", subject.id) not in named.setdefault(key, []):
                named[key].append(Term("subject", subject.id))
    stages: tuple[Callable[[str], tuple[str, ...]], ...] = (
        lambda name: (
            verb_of(name.casefold()),
            doing_of(name.casefold()),
            *making_of(name.casefold()),
            *acts_of(name.casefold()),
        ),
        lambda name: (done_of(name.casefold()),),
        lambda name: (short_of(name, spoken), initials_of(name), without_and(name), adverb_of(name.casefold())),
    )
    for derive in stages:
        for subject in knowledge.subjects:
            for form in (form for alias in subject.aliases for form in derive(alias.text) if form):
                named.setdefault(tuple(word.text for word in words(form)), [Term("subject", subject.id)])
    for part, owner in _parts(knowledge).items():
        named.setdefault(part, [Term("subject", owner)])
    for head, owner in last_words(knowledge).items():
        named.setdefault((head,), [Term("subject", owner)])
    return named


def _names(subject: Subject, files: frozenset[str]) -> list[tuple[str, ...]]:
    """What the overviews call a subject; what authors add stands for itself, word for word."""
    return [tuple(word.text for word in words(alias.text)) for alias in subject.aliases if alias.source.file in files]


def _parts(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """What names a subject though it is not its whole name: a word of it that is nobody else's and no word of English,
    "Foobo" of "Acme Foobo", of two of which others share the last the first, "red" of "Red cell" beside "White cell", and of
    three or more words all but the last, "red cell" of "Red cell counting".
    """
    found: dict[tuple[str, ...], set[str]] = {}
    files = frozenset(overview.file for overview in knowledge.overviews)
    everyones: dict[str, set[str]] = {}
    paired = {
        (name, subject.id) for subject in knowledge.subjects for name in _names(subject, files) if len(name) == _PAIR
    }
    pairs = {name for name, _ in paired}
    shared = Counter(last for last, _ in {(singular(last), owner) for (_, last), owner in paired})
    for subject in knowledge.subjects:
        for name in _names(subject, files):
            if name in pairs and shared[singular(name[1])] > 1 and name[0] not in STOP:
                found.setdefault(name[:1], set()).add(subject.id)
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
_PAIR = 2


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


_LESSENING = frozenset("less lack limited poor no low lower reduced weak weaker insufficient".split())
_ENDS: dict[FactKind, Sense] = {"advantage": "better", "disadvantage": "worse"}
"""The end that the adjective of a trait names: an advantage "stability" says that "stable" is good."""
