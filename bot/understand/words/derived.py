"""What people say for a name: its short form, its initials, the verb that it is named after, the adjective of a quality."""

from __future__ import annotations

import re
from collections.abc import Container

from bot.text import singular, words
from bot.understand.words import english
from bot.understand.words.everyday import STOP


def verb_of(noun: str) -> str:
    """The verb that a thing done is named after: "renting" is what people do who "rent"; empty for any other word."""
    root = noun.removesuffix("ing")
    if root == noun or len(root) < 3 or not noun.isalpha():
        return ""
    undoubled = (root[:-1],) if root[-1] == root[-2] else ()
    verb = max((root, f"{root}e", *undoubled), key=english.count)
    return verb if english.knows(verb) else ""


def done_of(noun: str) -> str:
    """What a thing done is done to: what is "leased" where there is "leasing"; empty for any other word."""
    verb = verb_of(noun)
    done = f"{verb.removesuffix('e')}ed" if verb else ""
    return done if english.knows(done) else ""


def acts_of(name: str) -> tuple[str, ...]:
    """How people say that they do what a name of several words is the doing of: "rent a bar", "rented bar" and "renting bar"
    for "renting a bar", "work from home" for "working from home"; none for any other name.
    """
    deed, _, rest = name.partition(" ")
    if rest.endswith("ing") and " " not in rest and english.knows(f"{deed}ing") and verb_of(f"{deed}ing") == deed:
        # "Pair knitting" is pairing.
        return (f"{deed}ing",)
    verb = verb_of(deed) if rest else ""
    if not verb:
        return ()
    article, _, thing = rest.partition(" ")
    whole = [f"{form} {rest}" for form in (verb, f"{verb}s", done_of(deed) or verb)]
    bare = [f"{form} {thing}" for form in (deed, verb, done_of(deed) or verb)] if article in _ARTICLES and thing else []
    return (*whole, *bare)


_ARTICLES = ("a", "an", "the")


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


def short_of(name: str, spoken: Container[str] = ()) -> str:
    """What people say for a coined name that ends in capitals, "Foobo" for "FooboDB", unless that word is ``spoken`` in the
    overviews by itself.
    """
    found = _COINED.fullmatch(name)
    root = found.group(1).casefold() if found else ""
    return root if root not in spoken else ""


_HUMPS = re.compile(r"(?:[A-Z][a-z]+){2,3}")
_INITIALS = 3


def adverb_of(name: str) -> str:
    """The adverb of a name that is an adjective: "remotely" of "Remote"."""
    adverb = f"{name}ly"
    return adverb if name.isalpha() and english.knows(adverb) else ""


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


_QUALITIES = (
    ("duction", ("duce",)),
    ("scription", ("scribe",)),
    ("version", ("vert",)),
    ("cision", ("cide",)),
    ("tension", ("tend",)),
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
    """The adjectives that a quality is named after, what has "stability" is "stable", and the verb of a deed whose noun is
    spelt otherwise, "produce" of "production"; none for any other word.
    """
    for ending, others in _QUALITIES:
        if noun.isalpha() and noun.endswith(ending) and len(noun) > len(ending) + 2:
            root = noun.removesuffix(ending)
            # What no list has cannot be another word: "cacheable".
            return tuple(root + other for other in others if ending == "ing" or english.knows(root + other))
    return ()
