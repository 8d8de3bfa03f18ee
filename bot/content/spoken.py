"""What running text makes of names: "we foo it" is fooing, and "the foo" is the only "Bar foo" there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.content.names import Subjects
from bot.content.words import STOP_WORDS, form, shortened

_HYPHEN = re.compile(r"(?<=\b\w)-(?=\w)|(?<=\b\w\w)-(?=\w)")
"""What joins a few letters to the word behind them: "e-bike", "re-use"."""
_PAIR = 2
_ROOT = 3
"""Letters of a verb at least, if it is to be told from another word."""
_ARTICLES = frozenset(
    "a an the each every our your to from in into and or of with one this that any no some new same another its per".split()
)
_OBJECT = "(?:it|them|a|an|the|what|whatever|our|your)"


def done(subjects: Subjects, plain: str) -> None:
    """Let names that the overviews use as verbs, "we foo it", go by what is done as well: "fooing"."""
    for subject, name, source in subjects.each():
        verb = name.casefold()
        used = rf"(?:\b(?:to|we|you|either|or|and)|^|[.:]) ?{re.escape(verb)} {_OBJECT}\b"
        if verb.isalpha() and not verb.endswith("s") and re.search(used, plain, re.IGNORECASE | re.MULTILINE):
            subjects.alias(subject, f"{verb.removesuffix('e')}ing", source, quiet=True)
        root = verb.removesuffix("ed")
        for spoken in (root, f"{root}ing") if root != verb and len(root) > _ROOT else ():
            if re.search(rf"(?<![\w-]){re.escape(spoken)}(?![\w-])", plain, re.IGNORECASE):
                # "Self-host" of "Self-hosted".
                subjects.alias(subject, spoken, source, quiet=True)


def told_to_do(subjects: Subjects, plain: str) -> None:
    """Let what is done go by its verb where the overviews tell to do it: "rent" of "renting" in "less than a year: rent"."""
    for subject, _, source in subjects.each():
        for doing in subjects.aliases(subject):
            root = doing.casefold().removesuffix("ing")
            if root == doing.casefold() or not root.isalpha() or len(root) < _ROOT:
                continue
            for verb in (root, f"{root}e"):
                told = rf"(?:(?:^|[:;,.])\s*|\b(?:to|you|we|should|better|or|just)\s+)(?:{verb})\b"
                if re.search(told, plain, re.IGNORECASE | re.MULTILINE):
                    subjects.alias(subject, verb, source, quiet=True)


def headed_otherwise(subjects: Subjects, plain: str) -> None:
    """Let names that end alike end in another word where the overviews use that behind two of them at least: "foo truck" of
    "Foo forklift", where "bar trucks" are spoken of as well.
    """
    split = {subject: name.casefold().split() for subject, name, _ in subjects.each()}
    pairs = {subject: name for subject, name in split.items() if len(name) == _PAIR and name[0].isalpha()}
    alike = {
        subject: name for subject, name in pairs.items() if [other[1] for other in pairs.values()].count(name[1]) > 1
    }
    behind = {
        subject: {form(word) for word in re.findall(rf"\b{re.escape(name[0])} ([a-z]{{3,}})\b", plain.casefold())}
        for subject, name in alike.items()
    }
    for subject, _, source in subjects.each():
        for head in sorted(behind.get(subject, ())):
            used = [each for each, heads in behind.items() if head in heads and alike[each][1] == alike[subject][1]]
            if len(used) > 1 and head not in STOP_WORDS and head != form(alike[subject][1]):
                subjects.alias(subject, f"{alike[subject][0]} {head}", source, quiet=True)


def abbreviated(subjects: Subjects, synonyms: Sequence[Sequence[str]]) -> None:
    """Let names go by their words in short, "central ops" of "Central operations", and by the one word that means the same."""
    pairs = [group for group in synonyms if len(group) == _PAIR and not any(" " in word for word in group)]
    for subject, name, source in subjects.each():
        for pair in pairs:
            if form(name.casefold()) in map(form, pair):
                # "Bike" of "Bicycle".
                for word in pair:
                    subjects.alias(subject, word, source, quiet=True)
        for alias in (name, *subjects.aliases(subject)):
            if short := shortened(alias, synonyms):
                subjects.alias(subject, short, source, quiet=True)
        if (joined := _HYPHEN.sub("", name)) != name:
            # "Ebike" of "E-bike".
            subjects.alias(subject, joined, source, quiet=True)


def alone(subjects: Subjects, plain: str) -> None:
    """Let names of two words go by the last where the overviews do, and no other name has it: "the foo" of "Bar foo"."""
    for subject, name, source in subjects.each():
        spoken = name.casefold().split()
        if len(spoken) == _PAIR + 1 and _without_first(spoken, plain):
            subjects.alias(subject, " ".join(spoken[1:]), source, quiet=True)
        if len(spoken) != _PAIR or not spoken[1].isalpha() or form(spoken[1]) in subjects.words_of_others(subject):
            continue
        if _by_itself(name.split(), plain):
            subjects.alias(subject, spoken[1], source, quiet=True)
            continue
        met = re.findall(rf"\b([a-z-]+) {re.escape(spoken[1])}\b", plain.casefold())
        if met.count("the") and {*met} <= {*_ARTICLES, spoken[0]}:
            subjects.alias(subject, spoken[1], source, quiet=True)


def _without_first(name: list[str], plain: str) -> bool:
    """Whether the text leaves out the first of three words: "a foo bar" of "Long foo bars"."""
    last = name[2].removesuffix("s")
    met = re.findall(rf"([\w-]+) {re.escape(name[1])} {re.escape(last)}\w{{0,2}}\b", plain.casefold())
    return any(word in _ARTICLES for word in met)


def _by_itself(name: list[str], plain: str) -> bool:
    """Whether a proper name stands in mid-sentence without its first word, and behind no other: "with Bar" of "Foo Bar"."""
    first, last = name
    if not last[0].isupper():
        return False
    before = re.findall(rf"(?<![\w-])([A-Za-z][\w-]*),? {re.escape(last)}(?![\w-])", plain)
    return any(word.islower() for word in before) and all(
        word.islower() or word in (first, "A", "The") for word in before
    )
