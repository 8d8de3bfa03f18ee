"""Subjects and their aliases, gathered from the text of all overviews."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.content.joined_names import ALIAS_WORDS, split_name, together
from bot.content.words import STOP_WORDS, form, key
from bot.model.problem import Problem
from bot.model.source import Source
from bot.model.terms import Alias, Subject
from bot.text import slug, words

Key = tuple[str, ...]

_CALLED = re.compile(
    r"\s+(?:\w+\s+)?\(((?:also )?(?:called|known as)|aka|a\.k\.a\.|in short:?|short:)?\s*([^()]{2,30}?)(\s+for short|\s+in short)?\)"
)
"""What stands in brackets behind a name and says that it is another: "(FB for short)", "(also called foo)"."""
_EXPANSION = re.compile(r"((?:[A-Za-z][\w-]*\s+){1,5})\(([A-Z][A-Za-z0-9]{1,6})\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a subject as such: a column, a heading of traits or a definition."""

    text: str
    source: Source
    group: str = ""
    """Mentions of one group are sure to be different subjects: the columns of one table."""


@dataclass(slots=True)
class _Draft:
    name: str
    source: Source
    aliases: dict[Key, Alias] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)


def _said_of(mention: Mention, names: Collection[Key]) -> list[str]:
    """What stands in the brackets of a mention and names it: in "Part (Bar)" beside "Foo Bar" it is whose part it is."""
    name, aliases = split_name(mention.text)
    own = key(name)

    def of_another(alias: Key) -> bool:
        longer = (each for each in names if len(each) > len(alias) and each[-len(alias) :] == alias)
        return any(each[: -len(alias)] != own and each != own for each in longer)

    return [alias for alias in aliases if not (key(alias) and of_another(key(alias)))]


class Subjects:
    """The subjects found so far, by everything that they are called."""

    def __init__(self) -> None:
        """Begin with none."""
        self.problems: list[Problem] = []
        self._drafts: dict[str, _Draft] = {}
        self._owner: dict[Key, str] = {}
        self._longest = 1

    def resolve(self, text: str) -> str | None:
        """The subject that a whole text names; None for none."""
        name, aliases = split_name(text)
        return next((self._owner[k] for k in (key(text), key(name), *map(key, aliases)) if k in self._owner), None)

    def called(self, subject: str) -> str:
        """The name of a subject as people read it."""
        return self._drafts[subject].name

    def aliases(self, subject: str) -> tuple[str, ...]:
        """Everything that a subject is called so far."""
        return tuple(alias.text for alias in self._drafts[subject].aliases.values())

    def several(self, text: str) -> tuple[str, ...]:
        """The subjects that a heading names, one or "X and Y"; empty where a part of it is no subject."""
        whole = self.resolve(text)
        if whole:
            return (whole,)
        found = [self.resolve(part) for part in together(text)]
        return tuple(dict.fromkeys(name for name in found if name)) if found and all(found) else ()

    def named(self, text: str) -> tuple[str, ...]:
        """Every subject that a text names, in order of first mention; of two readings the longer."""
        return tuple(dict.fromkeys(name for name, _, _ in self.spans(text)))

    def spans(self, text: str) -> list[tuple[str, int, int]]:
        """Every mention of a subject in a text: its id, and its first character and the one behind its last."""
        found_words = words(text)
        forms = [form(word.text) for word in found_words]
        found = []
        at = 0
        while at < len(forms):
            for size in range(min(self._longest, len(forms) - at), 0, -1):
                name = self._owner.get(tuple(forms[at : at + size]))
                if name:
                    found.append((name, found_words[at].start, found_words[at + size - 1].end))
                    at += size
                    break
            else:
                at += 1
        return found

    def gather(self, mentions: Iterable[Mention], shorten: Callable[[], None] = lambda: None) -> None:
        """Take in mentions: the columns of tables first, which ``shorten`` then gives short names, so that a heading may use
        these; and those with brackets before others, since they say which names are one subject.
        """
        ordered = list(mentions)
        names = {key(split_name(mention.text)[0]) for mention in ordered}
        for columns in (True, False):
            for mention in sorted(ordered, key=lambda mention: "(" not in mention.text):
                if bool(mention.group) is columns:
                    self.add(mention, _said_of(mention, names))
            if columns:
                shorten()
        order = {key(split_name(mention.text)[0]): at for at, mention in reversed(list(enumerate(ordered)))}
        place = {
            name: min((order[k] for k in draft.aliases if k in order), default=len(ordered))
            for name, draft in self._drafts.items()
        }
        self._drafts = dict(sorted(self._drafts.items(), key=lambda pair: place[pair[0]]))

    def add(self, mention: Mention, aliases: Sequence[str] | None = None) -> str | None:
        """Take in one mention and return its subject; None where it names nothing. ``aliases`` are those of its brackets that
        are names of it; all of them, if not said.
        """
        name, inside = split_name(mention.text)
        aliases = inside if aliases is None else aliases
        if not key(name) or all(word in STOP_WORDS for word in key(name)):
            return None
        found = self._owner.get(key(name)) or next(
            (
                self._owner[key(alias)]
                for alias in aliases
                if key(alias) in self._owner
                and not (mention.group and mention.group in self._drafts[self._owner[key(alias)]].groups)
            ),
            None,
        )
        if found is None:
            found = self._new(name, mention.source)
        elif self._drafts[found].name == name.lower() != name:
            # "the foo" in a heading is less of a name than "Foo" in the title.
            self._drafts[found].name = name
        if mention.group:
            self._drafts[found].groups.add(mention.group)
        for alias in (name, *aliases):
            self.alias(found, alias, mention.source)
        return found

    def add_short(self, mention: Mention) -> str | None:
        """Take in a mention that may leave out what the one known name that it ends says in front, "Bar" for "Big bar", or
        what the one that it begins says behind: "Bar" for "Bar-based tools".
        """
        short = key(split_name(mention.text)[0])
        if self.resolve(mention.text) is None and short:
            for part in (slice(-len(short), None), slice(len(short))):
                longer = {
                    owner for known, owner in self._owner.items() if len(known) > len(short) and known[part] == short
                }
                if len(longer) == 1:
                    found = longer.pop()
                    self.alias(found, mention.text, mention.source)
                    return found
        return self.add(mention)

    def doer(self, word: str) -> str | None:
        """The subject that is something done, named by who does it or whom it is done to: "renters", "rented" of "Renting"."""
        roots = (
            word.removesuffix(ending) for ending in ("", "e", "s", "es", "er", "ers", "ed") if word.endswith(ending)
        )
        return next((found for root in roots if len(root) > 2 and (found := self._owner.get((f"{root}ing",)))), None)

    def alias(self, subject: str, text: str, source: Source, *, quiet: bool = False) -> bool:
        """Give a subject one more name, unless another subject has it; that is a problem unless ``quiet``."""
        text = " ".join(text.split())
        name = key(text)
        if not name or all(word in STOP_WORDS for word in name):
            return False
        owner = self._owner.setdefault(name, subject)
        if owner != subject:
            if not quiet:
                other = self._drafts[owner]
                where = other.aliases[name].source if name in other.aliases else other.source
                self.problems.append(
                    Problem(
                        source.file,
                        source.first_line,
                        f'"{text}" would name both "{self._drafts[subject].name}" and "{other.name}" '
                        f"({where.file}:{where.first_line})",
                        "leave it with one of the two",
                    )
                )
            return False
        self._longest = max(self._longest, len(name))
        self._drafts[subject].aliases.setdefault(name, Alias(text, source))
        return True

    def qualified(self, text: str, source: Source, siblings: Sequence[str] = ()) -> str | None:
        """A defined name whose first words name another subject, "Foo Part" beside "Foo".

        Where the rest ("Part") already names a subject, the whole is one more name of that subject. Otherwise the
        whole is a subject of its own, and the rest is its short name, as it is where siblings share the first word.
        """
        if self.resolve(text):
            return self.resolve(text)
        spoken = split_name(text)[0].split()
        for size in range(len(spoken) - 1, 0, -1):
            lead, rest = " ".join(spoken[:size]), " ".join(spoken[size:])
            if self.resolve(lead) is None and not any(
                key(other)[: len(key(lead))] == key(lead) and key(other) != key(text) for other in siblings
            ):
                continue
            owner = self.resolve(rest)
            if owner is not None:
                self.alias(owner, text, source)
                return owner
            found = self.add(Mention(text, source))
            if found:
                self.alias(found, rest, source, quiet=True)
            return found
        return self.add(Mention(text, source))

    def share(self, texts: Sequence[str], source: Source) -> None:
        """Columns that end in the same word ("Foo store", "Bar store") go by the rest as well ("Foo", "Bar"), as does one
        that ends in the name of another ("Foo store" beside "Store").
        """
        split = [split_name(text)[0].split() for text in texts]
        whole = {key(parts[0]) for parts in split if len(parts) == 1}
        for text, parts in zip(texts, split, strict=True):
            owner = self.resolve(text) if len(parts) > 1 and key(parts[-1]) in whole else None
            if owner:
                self.alias(owner, " ".join(parts[:-1]), source, quiet=True)
        if (
            len(split) < 2
            or any(len(parts) < 2 for parts in split)
            or len({form(parts[-1].lower()) for parts in split}) > 1
        ):
            return
        for text, parts in zip(texts, split, strict=True):
            found = self.resolve(text)
            if found:
                self.alias(found, " ".join(parts[:-1]), source, quiet=True)

    def expand(self, text: str, source: Source) -> None:
        """Learn from "Long Name (LN)" in running text, and from capitals that stand for a known name."""
        for long, short in _EXPANSION.findall(text):
            initials = short.removesuffix("s") if short[:-1].isupper() else short
            spoken = long.split()[-len(initials) :]
            if "".join(word[0] for word in spoken).casefold() != initials.casefold():
                continue
            owner = self.resolve(" ".join(spoken)) or self.resolve(short)
            if owner:
                self.alias(owner, " ".join(spoken), source, quiet=True)
                self.alias(owner, short, source, quiet=True)

    def learn(self, text: str, source: Source) -> None:
        """Learn from what running text calls a known name behind it: "foo bar (FB for short)"."""
        for owner, _, end in self.spans(text):
            found = _CALLED.match(text, end)
            if found and (found.group(1) or found.group(3)) and len(found.group(2).split()) <= ALIAS_WORDS:
                self.alias(owner, found.group(2).strip(" '\""), source, quiet=True)

    def acronyms(self, plain: str) -> None:
        """Give names of several words their initials, where the overviews write those in capitals."""
        capitals = {word.removesuffix("s") for word in re.findall(r"\b[A-Z]{2,5}s?\b", plain)}
        for name, draft in self._drafts.items():
            for alias in list(draft.aliases.values()):
                spoken = alias.text.split()
                initials = "".join(word[0] for word in spoken).upper()
                if len(spoken) > 1 and initials in capitals and (initials.lower(),) not in self._owner:
                    self.alias(name, initials, alias.source, quiet=True)

    def each(self) -> list[tuple[str, str, Source]]:
        """The subjects so far: id, name, and where that stands."""
        return [(subject, draft.name, draft.source) for subject, draft in self._drafts.items()]

    def words_of_others(self, subject: str) -> frozenset[str]:
        """The words in the names of all other subjects."""
        return frozenset(word for name, owner in self._owner.items() if owner != subject for word in name)

    def finished(self) -> tuple[Subject, ...]:
        """The subjects, in the order in which the overviews name them first."""
        return tuple(
            Subject(name, draft.name, tuple(draft.aliases.values()), draft.source)
            for name, draft in self._drafts.items()
        )

    def _new(self, name: str, source: Source) -> str:
        base = slug(name)
        found, count = base, 1
        while found in self._drafts:
            count += 1
            found = f"{base}-{count}"
        self._drafts[found] = _Draft(name, source)
        return found
