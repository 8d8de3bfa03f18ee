"""Aspects and their aliases: rows of tables, what authors add, and what families of measuring words add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.content.words import GENERIC, MEASURES, STOP_WORDS, key, shortened
from bot.model.phrasebook import Amount, Family
from bot.model.source import Source
from bot.model.terms import Alias, Aspect, Sense
from bot.text import slug, words

Key = tuple[str, ...]

_SHORTENED = 3
_PAIR = 2
_FEW_LETTERS = 3
_VAGUE = frozenset(
    """
    case point way part kind type fit scenario example concept time name number count role focus first second third last
    next new old other same
    """.split()
)
"""Words of rows that are said of anything."""
_OF_WHAT = frozenset(
    "moment time place type kind level degree amount number ease speed risk quality frequency source way range".split()
)
"""What is told of what stands behind its "of"."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_PAREN = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_SEVERAL = re.compile(r"\s*(?:/|&|\+|\band\b|\bor\b|,)\s*", re.IGNORECASE)
_UNIT = re.compile(r"^(?:per|in|by|of|at|e\.g|i\.e|for|with)\b|^\W*$|\d", re.IGNORECASE)


@dataclass(slots=True)
class AspectDraft:
    """An aspect while it is gathered."""

    name: str
    source: Source
    from_table: bool
    more: Sense = ""
    aliases: dict[tuple[Key, Sense], Alias] = field(default_factory=dict)

    def called(self) -> set[Key]:
        """All that it is called."""
        return {name for name, _ in self.aliases}

    def core(self) -> Key:
        """The words of its name that carry its meaning."""
        return content(self.name)


def content(text: str, measures: frozenset[str] = MEASURES) -> Key:
    """The words of a name that say what is measured, not how much; all of them where none are left."""
    forms = key(text)
    return tuple(word for word in forms if word not in STOP_WORDS and word not in measures)


class Aspects:
    """The aspects found so far, by id."""

    def __init__(self) -> None:
        """Begin with none."""
        self.drafts: dict[str, AspectDraft] = {}
        self._named: dict[Key, str] = {}

    def row(self, name: str, source: Source, *, from_table: bool = True) -> str:
        """The aspect of this name, made where there is none."""
        found = self.by_name(name)
        if found is None:
            found = base = slug(name)
            count = 1
            while found in self.drafts:
                count += 1
                found = f"{base}-{count}"
            self.drafts[found] = AspectDraft(name, source, from_table)
            for written in (name, _PAREN.sub(" ", name)):
                self._named.setdefault(key(written), found)
            for alias in _names(name):
                self.alias(found, alias, source)
        return found

    def by_name(self, name: str) -> str | None:
        """The aspect whose name this is, brackets apart; None for none."""
        return self._named.get(key(name)) or self._named.get(key(_PAREN.sub(" ", name)))

    def resolve(self, text: str) -> str | None:
        """The first aspect that goes by this name or alias, whichever end it names; None for none."""
        wanted = key(text)
        return self.by_name(text) or next(
            (found for found, draft in self.drafts.items() if (wanted, "") in draft.aliases), None
        )

    def alias(self, aspect: str, text: str, source: Source, sense: Sense = "") -> None:
        """Give an aspect one more way to say it."""
        name = key(text)
        if name:
            self.drafts[aspect].aliases.setdefault((name, sense), Alias(" ".join(text.split()), source, sense))

    def adopt(self, families: Iterable[Family]) -> None:
        """Let each aspect that goes by a neutral word of a family take all of the family's words."""
        named = {found: key(_PAREN.sub(" ", draft.name)) for found, draft in self.drafts.items()}
        for family in families:
            neutral = {key(word) for word in family.words}
            alone = {key(word) for word in family.names}
            ends = {key(word) for word in (*family.better, *family.worse)}
            for found, draft in self.drafts.items():
                name = named[found]
                if not draft.from_table and _at_end(name, ends):
                    # "Cheap to run" is found by what is said of the price, at either end; "cheap parts" are not.
                    for word in family.better:
                        self.alias(found, word, family.source, "better")
                    for word in family.worse:
                        self.alias(found, word, family.source, "worse")
                if (not draft.from_table and _STEADY & set(name)) or _PEOPLE & set(name[:-1]):
                    # A "predictable cost" is no low one, and a small team no better one.
                    continue
                asked = draft.from_table and name in ends
                of_all = asked or any(_tells_of(name, word) or (word, "") in draft.aliases for word in neutral)
                if of_all or any(_tells_of(name, word) for word in alone):
                    neutral_words = (*family.words, *family.also) if of_all else ()
                    for sense, spoken in (("", neutral_words), ("better", family.better), ("worse", family.worse)):
                        for word in spoken:
                            if sense or not self._taken(word, found):
                                self.alias(found, word, family.source, sense)  # type: ignore[arg-type]

    def abbreviate(self, synonyms: Sequence[Sequence[str]]) -> None:
        """Let each aspect go by its name in short as well, "docs" of "Documentation", and joined, "setup" of "Set-up"."""
        for found, draft in self.drafts.items():
            if draft.from_table and (joined := _HYPHEN.sub("", draft.name)) != draft.name:
                self.alias(found, joined, draft.source)
            if draft.from_table and (short := shortened(draft.name, synonyms)):
                self.alias(found, short, draft.source)

    def shorten(self) -> None:
        """Let a row of two or three words go by its last, where that is nobody else's: "ordering" of "Message ordering"."""
        bare = {found: key(_PAREN.sub(" ", draft.name)) for found, draft in self.drafts.items()}
        said = Counter(word for name in bare.values() for word in set(name))
        for found, name in bare.items():
            # The last word of "costs per month" is not what the row is about.
            word = name[-1] if 1 < len(name) <= _SHORTENED and not _OF & set(name) else ""
            plain = word not in GENERIC | MEASURES | STOP_WORDS | _VAGUE
            if (
                word
                and plain
                and said[word] == 1
                and self.drafts[found].from_table
                and _long(word, self.drafts[found].name)
            ):
                self.alias(found, word, self.drafts[found].source)
            if len(name) > _PAIR and name[1] == "of" and name[0] in _OF_WHAT and self.drafts[found].from_table:
                # "Moment of feedback" is about the feedback.
                self.alias(found, " ".join(name[2:]), self.drafts[found].source)
            if len(name) == _PAIR and name[1].endswith("ing") and self.drafts[found].from_table:
                # "Handle errors" of "Error handling".
                for verb in (name[1].removesuffix("ing"), f"{name[1].removesuffix('ing')}e"):
                    self.alias(found, f"{verb} {name[0]}", self.drafts[found].source)
            of = name[0] if len(name) == _PAIR else ""
            telling = of not in GENERIC | MEASURES | STOP_WORDS | _VAGUE
            if of and telling and said[of] == 1 and self.drafts[found].from_table and len(of) > _FEW_LETTERS:
                # "Errors" of "Error handling".
                self.alias(found, of, self.drafts[found].source)

    def weigh(self, amounts: Iterable[Amount]) -> None:
        """Note of each aspect which end more of it is, where its name is about a word that tells."""
        known = [(key(amount.word), amount.more) for amount in amounts]
        for draft in self.drafts.values():
            bare = key(_PAREN.sub(" ", draft.name))
            told = {more for word, more in known if _holds(bare, word)}
            draft.more = told.pop() if len(told) == 1 else ""

    def _taken(self, word: str, aspect: str) -> bool:
        """Whether a neutral word is another aspect's own name: "Size" is no alias of "Footprint" beside it."""
        return self.by_name(word) not in {None, aspect}

    def finished(self) -> tuple[Aspect, ...]:
        """The aspects, those of tables first."""
        ordered = sorted(self.drafts.items(), key=lambda pair: not pair[1].from_table)
        return tuple(
            Aspect(found, draft.name, tuple(draft.aliases.values()), draft.source, draft.more)
            for found, draft in ordered
        )


def _long(word: str, name: str) -> bool:
    """Whether a word is long enough to name a row by itself, as it is written: "docs"."""
    return len(word) > _FEW_LETTERS or (len(word) == _FEW_LETTERS and name.casefold().endswith(f"{word}s"))


def measuring(families: Iterable[Family]) -> dict[str, list[tuple[Key, str, Sense]]]:
    """The words for the ends of what is measured, by their last word, with the first word of their family."""
    found: dict[str, list[tuple[Key, str, Sense]]] = {}
    for family in families:
        ends: tuple[tuple[Sense, tuple[str, ...]], ...] = (("better", family.better), ("worse", family.worse))
        for sense, spoken in ends:
            for phrase in spoken:
                folded = tuple(word.text for word in words(phrase))
                if folded:
                    found.setdefault(folded[-1], []).append((folded, (*family.words, family.name)[0], sense))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each[0]))
    return found


def _holds(forms: Key, word: Key) -> bool:
    """Whether a name is about a word: ends in it, or has only a general noun behind it ("startup time")."""
    for at in range(len(forms) - len(word) + 1):
        behind = forms[at + len(word) :]
        # "What it costs us" is about the costs.
        told = at > 0 and forms[0] in _ASKING and set(behind) <= _ANYBODY
        if forms[at : at + len(word)] == word and (told or _behind(behind)):
            return True
    return False


def _tells_of(name: Key, word: Key) -> bool:
    """Whether a row is about a neutral word of a family; "sick pay" is no price."""
    return _holds(name, word) and (len(word) > 1 or word[0] not in _DONE or len(name) == 1)


_DONE = frozenset({"pay"})


def _at_end(name: Key, ends: set[Key]) -> bool:
    """Whether a name says which end of a measure there is: "cheap", "cheap to run", "mature technology"."""
    return any(
        name[:size] in ends and (name[size : size + 1] == ("to",) or all(word in GENERIC for word in name[size:]))
        for size in range(1, len(name) + 1)
    )


_OF = frozenset("per of for in to over after at on during within under across until till before".split())
_ASKING = frozenset("what how".split())
_ANYBODY = frozenset("u us you me them it one we he".split())
_PEOPLE = frozenset(
    "team group company audience class crew staff community household cluster fleet batch minimum maximum".split()
)
"""Of whom, or of what, there may be many or few without its being better or worse."""
_STEADY = frozenset("predictable unpredictable transparent hidden fixed variable flexible".split())
"""What is said of a measure and not of how much there is: a "predictable cost" is no low one."""


def _behind(rest: Key) -> bool:
    """Whether what follows leaves the word what the name is about: "price per seat", "ease of use"."""
    return (bool(rest) and rest[0] in _OF) or all(word in GENERIC for word in rest)


_TURNED = re.compile(r"(\w+(?: \w+)?) (?:of|at|to|for|in|on) (?:the |an? |our )?(\w+(?: \w+)?)", re.IGNORECASE)


def _names(name: str) -> list[str]:
    """Everything that a row's name says: itself, without its brackets, what is in them, and its halves."""
    bare = " ".join(_PAREN.sub(" ", name).split())
    inside = [part.strip() for part in _PAREN.findall(name) if not _UNIT.search(part.strip())]
    halves = [part for part in _SEVERAL.split(bare) if part.strip()]
    names = [bare or name, name, *inside]
    if turned := _TURNED.fullmatch(bare):
        # "Night cover" of "Cover at night".
        names.append(f"{turned.group(2)} {turned.group(1)}")
    if len(halves) > 1 and all(len(part.split()) <= 2 for part in halves):
        names += [half for half in halves if any(word not in GENERIC and word not in STOP_WORDS for word in key(half))]
    return names
