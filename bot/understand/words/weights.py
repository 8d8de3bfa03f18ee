"""What words weigh as evidence, and which words a body of content speaks in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bot.model.knowledge import Knowledge
from bot.text import Word, singular, stem, words
from bot.understand.entries import EntryMatcher
from bot.understand.words import english
from bot.understand.words.everyday import FILLER, STOP
from bot.understand.words.lexicon import Lexicon
from bot.understand.words.particulars import ASKED_OF, PARTICULARS

COUNT = 0.3
"""Weight of a number of one digit, which counts things; a longer one names a version, a port, a year."""
RARE = 1.5
"""Weight of a word that no list of English words has, and that the content does not use either."""


def weight_of(word: Word) -> float:
    """What a word weighs as evidence: how rare it is in English, more where no list has it."""
    if word.text in STOP:
        return 0.0
    if word.text in PARTICULARS:
        return ASKED_OF
    if any(letter.isdigit() for letter in word.text):
        return COUNT if word.text.isdigit() and len(word.text) == 1 else 1.0
    owner = word.text.removesuffix("'s")
    if not english.knows(owner):
        return RARE if len(owner) > 3 else 0.8
    return 0.25 + 0.75 * english.weight(owner)


def unmeasured(knowledge: Knowledge, lexicon: Lexicon) -> frozenset[str]:
    """Everyday measuring words that no aspect of the content takes: asked for, they are just what it does not tell."""
    single = [
        [found[0].text for phrase in family.words if len(found := words(phrase)) == 1]
        for family in knowledge.phrasebook.families
    ]
    # Where a row takes one of a family's words, it is told of the whole family.
    untaken = (word for family in single if not _taken(family, lexicon) for word in family)
    return frozenset(untaken) - FILLER - STOP


def _taken(family: Sequence[str], lexicon: Lexicon) -> bool:
    return any(lexicon.longest_at([word], 0)[0] for word in family)


def titled(knowledge: Knowledge, lexicon: Lexicon) -> frozenset[str]:
    """Words of the title of all that is known, that name nothing in it: of "Paying people abroad" all is about "abroad",
    whoever asks.
    """
    if len(knowledge.overviews) != 1:
        return frozenset()
    said = {word.text for word in words(knowledge.overviews[0].title)}
    # A part of a subject's name still tells which one is meant.
    names = {word.text for subject in knowledge.subjects for alias in subject.aliases for word in words(alias.text)}
    return frozenset(word for word in said - names if not lexicon.longest_at([word], 0)[0])


_AGAINST = frozenset({"vs", "versus", "and", "or"})


def classes(knowledge: Knowledge) -> frozenset[str]:
    """Words for what all the subjects are, from their names and the title."""
    named = [{singular(word.text) for word in words(subject.name)} for subject in knowledge.subjects]
    shared = Counter(word for name in named for word in name)
    ours = {
        singular(word.text)
        for aliases in [each.aliases for each in knowledge.subjects] + [each.aliases for each in knowledge.aspects]
        for alias in aliases
        for word in words(alias.text)
    }
    # "Plans" over a table tells what its columns are: "which plan …?"; so does what stands before a colon.
    titles = [overview.title.partition(": ") for overview in knowledge.overviews]
    called = [words(front) for front, _, _ in titles]
    kinds = {singular(word.text) for title in called if len(title) <= _TITLE for word in title if _plural(word.text)}
    kinds |= {
        singular(word.text)
        for (_, colon, _), title in zip(titles, called, strict=True)
        if colon and 0 < len(title) < _TITLE
        for word in title
    }
    # "Foo vs Bar boxes" are boxes.
    kinds |= {
        singular(title[-1].text)
        for title in called
        if _AGAINST & {word.text for word in title} and _plural(title[-1].text)
    }
    # "Foo processes in our shop" are processes.
    kinds |= {singular(word.text) for title in called for word in title if _plural(word.text) or _done(word.text)}
    kinds |= _behind_names(knowledge)
    found = {word for word, count in shared.items() if count > 1} | (kinds - ours) | _heads(knowledge)
    # What goes for "database" goes for "db".
    alike = [{singular(each) for each in group if " " not in each} for group in knowledge.phrasebook.synonyms]
    found |= {word for group in alike if group & found for word in group - ours}
    return frozenset(found) - STOP


def _heads(knowledge: Knowledge) -> set[str]:
    """The words in which longer names of several subjects end: "Foo contract" and "Bar contract"."""
    files = {overview.file for overview in knowledge.overviews}
    ends: Counter[str] = Counter()
    for subject in knowledge.subjects:
        names = [words(alias.text) for alias in subject.aliases if alias.source.file in files]
        ends.update({singular(name[-1].text) for name in names if len(name) > 1})
    return {word for word, count in ends.items() if count > 1}


def _done(word: str) -> bool:
    return word.endswith("ing") and len(word) > len("thing")


def _behind_names(knowledge: Knowledge) -> set[str]:
    """Nouns that statements put behind the names of several subjects: "a foo contract", "with bar contracts"."""
    names: dict[tuple[str, ...], str] = {
        tuple(singular(word.text) for word in words(alias.text)): subject.id
        for subject in knowledge.subjects
        for alias in subject.aliases
    }
    longest = max(map(len, names), default=0)
    behind: dict[str, set[str]] = {}
    nouns: set[str] = set()
    for fact in knowledge.facts:
        said = [singular(word.text) for word in words(f"{fact.label}. {fact.prose.plain}")]
        nouns |= {word for before, word in pairwise(said) if before in _DETERMINERS}
        for at in range(len(said)):
            for size in range(1, min(longest, len(said) - at - 1) + 1):
                if owner := names.get(tuple(said[at : at + size])):
                    behind.setdefault(said[at + size], set()).add(owner)
    return {word for word, owners in behind.items() if len(owners) > 1 and word in nouns}


_DETERMINERS = frozenset("a an the this each every any which our your of".split())


_TITLE = 4
"""Words of the longest title that is taken for the kind of its subjects."""


def _plural(word: str) -> bool:
    return singular(word) != word


def _synonyms(knowledge: Knowledge) -> set[str]:
    """The words that mean what some statement says: "modify", where one says that a thing "never changes"."""
    spoken = {stem(said.text) for fact in knowledge.facts for said in words(f"{fact.label} {fact.prose.plain}")}
    found = set[str]()
    for group in knowledge.phrasebook.synonyms:
        folded = [[word.text for word in words(phrase)] for phrase in group]
        if any(all(stem(word) in spoken for word in phrase) for phrase in folded if phrase):
            found |= {phrase[0] for phrase in folded if len(phrase) == 1}
    return found


def vocabulary_of(knowledge: Knowledge, lexicon: Lexicon, entries: EntryMatcher) -> dict[str, float]:
    """The words that a misspelt word may be meant for, the names of things before the words of statements."""
    vocabulary = dict.fromkeys(sorted(STOP | FILLER), 2.0)
    for word in entries.vocabulary():
        vocabulary[word] = max(vocabulary.get(word, 0.0), 1.0)
    for fact in knowledge.facts:
        for said in words(f"{fact.label} {fact.prose.plain}"):
            vocabulary[said.text] = max(vocabulary.get(said.text, 0.0), 1.0)
    for word in _synonyms(knowledge):
        vocabulary[word] = max(vocabulary.get(word, 0.0), 1.0)
    for word in lexicon.vocabulary():
        vocabulary[word] = 4.0
    for name in [*(each.name for each in knowledge.subjects), *(each.name for each in knowledge.aspects)]:
        # "Isolatfdn" is as near to "isolated", which names an end, as to the name itself.
        vocabulary |= {said.text: 5.0 for said in words(name) if vocabulary.get(said.text) == 4.0}
    # Short words that no question can do without are written far oftener than any name: "thjn" is "than" before "thin".
    vocabulary |= dict.fromkeys(_SMALL, 12.0) | {"than": 16.0}
    return {word: weight for word, weight in vocabulary.items() if not any(letter.isdigit() for letter in word)}


_SMALL = (
    "than",
    "then",
    "with",
    "from",
    "when",
    "what",
    "which",
    "that",
    "this",
    "they",
    "does",
    "have",
    "there",
    "where",
)
