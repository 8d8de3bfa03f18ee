"""Which statements speak of what a question says: facts indexed by their words, synonyms folded together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.model.facts import Fact
from bot.model.knowledge import Knowledge
from bot.model.prose import Prose
from bot.text import singular, stem, words
from bot.understand.concepts import groups_of
from bot.understand.words.everyday import STOP
from bot.understand.words.grammar import HARMING, NEGATIONS, SPARING

_EXAMPLE = re.compile(r"\((?=[^)]*(?:\be\.g\.|\bfor (?:example|instance)\b|\bsuch as\b))[^)]*\)", re.IGNORECASE)
_WHEREAS = re.compile(r",?\s+(?:whereas|while|but)\s+|;\s+|\.\s+(?=[A-Z])")
_REACH = 5
"""Words behind a negation that it denies: not the system, in "not those that rely on the features of a system"."""
_ITEM = 3
"""Words of an item in a list at most; what has more may be a clause of its own."""
_NON = "=non_"
"""How the concept of a compound with "non" begins."""
_DENYING = NEGATIONS | frozenset("lack lacks lacking nothing".split())


_RELATIVE = frozenset("that which who".split())


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a set of concepts."""

    fact: Fact
    concepts: frozenset[str]
    denied: frozenset[str]
    """Concepts that stand behind a negation in the statement."""
    mentions: frozenset[str]
    """Ids of the subjects that its words name, whatever it is about."""
    labelled: frozenset[str] = frozenset()
    """Concepts that stand in the name of its row and nowhere in its text: what it is on, and not what it says."""
    clauses: tuple[frozenset[str], ...] = ()
    """The concepts of each clause of its text, the items of a list with what they are listed for; the label first."""
    examples: frozenset[str] = frozenset()
    """Concepts that stand in a bracket with an example and nowhere else: one of many, so that it denies no other."""
    sides: tuple[Said, ...] = ()
    """Of a contrast, what is said on each side of its "whereas"."""


@dataclass(frozen=True)
class Evidence:
    """The statements of a body of content, ready to be held against questions."""

    groups: dict[tuple[str, ...], str]
    """Stems of a phrase to the concept that its group of synonyms stands for."""
    longest: int
    opposites: dict[str, frozenset[str]]
    """Concept to the concepts that deny it."""
    said: dict[str, Said]
    """By fact id, in document order."""
    names: frozenset[str] = frozenset()
    """Words that name a subject by themselves, in the singular: a "container" is no form of "contain"."""
    phrases: frozenset[tuple[str, ...]] = frozenset()
    """Stems of names of several words: who speaks of a "guest house" says nothing of a house."""

    @classmethod
    def build(cls, knowledge: Knowledge) -> Evidence:
        """Index the facts of the content."""
        named = [words(alias.text) for subject in knowledge.subjects for alias in subject.aliases]
        names = frozenset(singular(name[0].text) for name in named if len(name) == 1)
        phrases = frozenset(tuple(stem(word.text) for word in name) for name in named if len(name) > 1)
        groups = groups_of(knowledge)
        longest = max(map(len, groups), default=1)
        bare = cls(groups, longest, {}, {}, names, phrases)
        opposites: dict[str, set[str]] = {}
        for pair in knowledge.phrasebook.opposites:
            left, right = bare.concepts(_folded(pair.left)), bare.concepts(_folded(pair.right))
            if len(left) == 1 and len(right) == 1 and left != right:
                opposites.setdefault(left[0], set()).add(right[0])
                opposites.setdefault(right[0], set()).add(left[0])
        said = {
            fact.id: bare.told_apart(bare.read(fact, _mentions(fact, knowledge)), knowledge) for fact in knowledge.facts
        }
        apart = {word: frozenset(others) for word, others in opposites.items()}
        return cls(groups, longest, apart, said, names, phrases)

    def spread(self, concept: str) -> int:
        """In how many statements a concept stands."""
        return len(self._holding.get(concept, ()))

    def speaking(self, concepts: Iterable[str]) -> frozenset[str]:
        """Ids of the facts that hold one of these concepts, or what denies it."""
        spoken = {other for concept in concepts for other in (concept, *self.opposites.get(concept, ()))}
        return frozenset().union(*(self._holding.get(concept, ()) for concept in spoken))

    def tells_of(self, subject: str, concepts: Iterable[str]) -> bool:
        """Whether one statement about a subject holds all of some concepts."""
        wanted = frozenset(concepts)
        return any(wanted <= said.concepts for said in self.said.values() if subject in said.fact.subjects)

    @cached_property
    def harming(self) -> dict[str, str]:
        """The words for what may be done to a thing, and for what spares it, each with its concept."""
        return {word: self.concepts((word,))[0] for word in (*sorted(HARMING), SPARING)}

    @cached_property
    def using(self) -> str:
        """The concept of "use"."""
        return next(iter(self.concepts(("use",))), "use")

    @cached_property
    def paired(self) -> frozenset[tuple[str, str]]:
        """Words that stand side by side in some statement, none of them a stop word: "moving parts"."""
        found: set[tuple[str, str]] = set()
        for said in self.said.values():
            spoken = self.spans([word.text for word in words(said.fact.prose.plain)])
            found |= {(left, right) for (left, _, _), (right, _, _) in pairwise(spoken) if left and right}
        return frozenset(found)

    @cached_property
    def denied(self) -> frozenset[str]:
        """Concepts that some statement denies."""
        return frozenset().union(*(said.denied for said in self.said.values()))

    def on_aspect(self, aspect: str) -> frozenset[str]:
        """The concepts of all statements on an aspect, without what only names it."""
        return self._telling.get(aspect, frozenset())

    @cached_property
    def _telling(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for said in self.said.values():
            for aspect in said.fact.aspects:
                found.setdefault(aspect, set()).update(said.concepts - said.labelled)
        return {aspect: frozenset(concepts) for aspect, concepts in found.items()}

    @cached_property
    def _holding(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for said in self.said.values():
            for concept in said.concepts:
                found.setdefault(concept, set()).add(said.fact.id)
        return {concept: frozenset(ids) for concept, ids in found.items()}

    def concepts(self, folded: Sequence[str]) -> tuple[str, ...]:
        """Words to concepts: stems, with each phrase of a group of synonyms as its group. Stop words are dropped."""
        return tuple(concept for concept, _, _ in self.spans(folded) if concept)

    def spans(self, folded: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
        """Concepts with the words they span, ``(concept, first, behind the last)``; "" for a stop word."""
        return self._spans(tuple(folded))

    @cached_property
    def _spans(self) -> Callable[[tuple[str, ...]], tuple[tuple[str, int, int], ...]]:
        # The same words are asked for by rule after rule.
        return lru_cache(maxsize=4096)(self._spanned)

    def _spanned(self, folded: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
        bare = [word if word in STOP else word.removesuffix("'s") for word in folded]
        stemmed = [alone if (alone := singular(word)) in self.names else stem(word) for word in bare]
        found, at = [], 0
        while at < len(stemmed):
            for length in range(min(self.longest, len(stemmed) - at), 0, -1):
                group = self.groups.get(tuple(stemmed[at : at + length]))
                if group:
                    found.append((group, at, at + length))
                    break
            else:
                length = 1
                found.append(("" if folded[at] in STOP else stemmed[at], at, at + 1))
            at += length
        return tuple(found)

    def told_apart(self, said: Said, knowledge: Knowledge) -> Said:
        """A statement with what it says on each side, where it sets things against each other."""
        parts = _WHEREAS.split(said.fact.prose.plain) if said.fact.kind == "contrast" else []
        if len(parts) < 2:
            return said
        facts = [replace(said.fact, prose=Prose.of(part)) for part in parts]
        return replace(said, sides=tuple(self.read(fact, _mentions(fact, knowledge)) for fact in facts))

    def _heads(self, folded: Sequence[str]) -> list[str]:
        """What stands behind the first words of a phrase and means something by itself: the "OS" of "guest OS"."""
        stemmed = [stem(word) for word in folded]
        if tuple(stemmed) in self.phrases:
            return []
        return [self.groups[key] for at in range(1, len(stemmed)) if (key := tuple(stemmed[at:])) in self.groups]

    def read(self, fact: Fact, mentions: frozenset[str]) -> Said:
        """One fact as concepts, with the subjects that it mentions."""
        concepts: set[str] = set()
        denied: set[str] = set()
        clauses: list[frozenset[str]] = []
        label = frozenset(self.concepts(_folded(fact.label)))
        texts = [fact.label, fact.prose.plain] if fact.kind != "passage" else [fact.prose.plain, *_texts(fact)]
        for text in texts:
            for clause in _clauses(text):
                folded = _folded(clause)
                negation = -_REACH - 1
                spoken: set[str] = set()
                for concept, first, last in self.spans(folded):
                    relative = first > 0 and folded[first - 1] in _RELATIVE and folded[first] == "nobody"
                    if any(word in _DENYING for word in folded[first:last]) and not relative:
                        # "Parts that nobody uses" denies nothing of the whole.
                        negation = first
                    if concept.startswith(_NON):
                        # "Non-local" says of "local" that it is not.
                        concepts.add(concept.removeprefix(_NON))
                        denied.add(concept.removeprefix(_NON))
                    if concept:
                        # "Guest OS" is one concept, and speaks of an OS all the same.
                        held = {concept, *self._heads(folded[first:last])}
                        if last - first > 1 and folded[first] == "well":
                            # So is what is "well-kept" kept.
                            held.add(stem(folded[last - 1]))
                        spoken |= held
                        if first - negation <= _REACH:
                            denied |= held
                concepts |= spoken
                if len(folded) <= _ITEM and len(clauses) > 1:
                    # "It holds bread, salt, and beer": what is listed belongs to what stands before it.
                    spoken |= clauses.pop()
                clauses.append(frozenset(spoken))
        written = frozenset(self.concepts(_folded(fact.prose.plain)))
        labelled = label - written if fact.kind == "cell" else frozenset()
        plain = _EXAMPLE.sub(" ", fact.prose.plain)
        examples = written - frozenset(self.concepts(_folded(plain))) if plain != fact.prose.plain else frozenset()
        return Said(fact, frozenset(concepts) | label, frozenset(denied), mentions, labelled, tuple(clauses), examples)


def _mentions(fact: Fact, knowledge: Knowledge) -> frozenset[str]:
    text = " " + " ".join(singular(word.text) for word in words(fact.prose.plain)) + " "
    return frozenset(
        subject.id
        for subject in knowledge.subjects
        for alias in subject.aliases
        if " " + " ".join(singular(word.text) for word in words(alias.text)) + " " in text
    )


def _clauses(text: str) -> list[str]:
    """A statement at its commas, brackets and full stops: a negation reaches no further."""
    for mark in (", ", "; ", ". ", " (", ") ", ": ", " but ", "\n"):
        text = text.replace(mark, "\x00")
    return [clause for clause in text.split("\x00") if clause.strip()]


def _texts(fact: Fact) -> list[str]:
    texts: list[str] = []
    for part in fact.parts:
        for name in ("prose", "text"):
            value = getattr(part, name, None)
            if value is not None:
                texts.append(value if isinstance(value, str) else value.plain)
        texts.extend(item.prose.plain for item in getattr(part, "items", ()))
        for row in getattr(part, "rows", ()):
            texts.extend(cell.plain for cell in row)
    return texts


def _folded(text: str) -> list[str]:
    return [word.text for word in words(text)]
