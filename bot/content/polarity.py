"""Headings and labels that announce advantages or disadvantages, in the words that authors use for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Polarity = Literal["advantage", "disadvantage"]

PLURALS: dict[str, Polarity] = {
    "advantages": "advantage",
    "pros": "advantage",
    "benefits": "advantage",
    "strengths": "advantage",
    "upsides": "advantage",
    "merits": "advantage",
    "pluses": "advantage",
    "positives": "advantage",
    "disadvantages": "disadvantage",
    "cons": "disadvantage",
    "drawbacks": "disadvantage",
    "limitations": "disadvantage",
    "weaknesses": "disadvantage",
    "downsides": "disadvantage",
    "shortcomings": "disadvantage",
    "demerits": "disadvantage",
    "minuses": "disadvantage",
    "negatives": "disadvantage",
    "caveats": "disadvantage",
    "challenges": "disadvantage",
}
_GOOD = """the good, good, good side, good sides, good parts, good points, what's good, what is good, what works, plus, plus points,
likes, what we like, what we liked, what we love, what we loved, liked, loved, works well, what works well, strong points, strong sides, strong suits, in favour, in favor, where it shines, perks, highlights, joys"""
_BAD = """the bad, bad, bad side, bad sides, bad parts, bad points, what's bad, what is bad, what doesn't work, minus, minus points,
dislikes, what we don't like, what we didn't like, what we did not like, what we do not like, what we disliked, disliked,
what we hate, what annoys us, what annoyed us, what bugs us, works badly, what works badly, weak points, weak sides, weak spots, pain points, gotchas, where it hurts, annoyances, complaints, frustrations, headaches, pains"""
SIGNS: dict[str, Polarity] = {
    **dict.fromkeys("+\u2713\u2714\u2705\N{THUMBS UP SIGN}\N{HEAVY PLUS SIGN}", "advantage"),
    **dict.fromkeys(
        "-\u2212\u2013\u2717\u2718\u274c\u2716\N{THUMBS DOWN SIGN}\N{HEAVY MINUS SIGN}\N{WARNING SIGN}", "disadvantage"
    ),
}
"""Signs that stand for a side, before an item or in place of a heading."""
BESIDE_NAMES = frozenset(SIGNS) - frozenset("+-\u2212\u2013") - {"\N{WARNING SIGN}"}
"""Those of them that stand for it beside a name as well."""
_NAME_WORDS = 4
_NOT_GOOD = re.compile(
    r"(?:(?:what|things|stuff)(?:'s| is| are| was| were)? |what (?:isn't|aren't|wasn't) |what (?:is|are|was)n't )?(?:the )?"
    r"(?:(?:not|less) )?(?:(?:all that|so|as|that|too|very|quite|really|particularly) )?"
    r"(?:good|great|nice|fun|ideal|perfect|pleasant|convenient)(?: (?:parts?|things|sides?))?"
    r"(?: (?:about|with|of|in|for) (?:it|them|this|that))?",
)
_DENIED = re.compile(r"\b(?:not|less|isn't|aren't|wasn't)\b")
# These mean it only when they stand alone: "MacBook Pro" is no list of advantages.
_ALONE: dict[str, Polarity] = {
    **{word.strip(): "advantage" for word in _GOOD.split(",")},
    **{word.strip(): "disadvantage" for word in _BAD.split(",")},
    "pro": "advantage",
    "con": "disadvantage",
    "advantage": "advantage",
    "disadvantage": "disadvantage",
    "benefit": "advantage",
    "drawback": "disadvantage",
    "limitation": "disadvantage",
    "weakness": "disadvantage",
    "strength": "advantage",
}
_PEOPLE = "(?:we|us|people|users|they|them|you|me|teams?|devs|developers|everybody)"
# What is said of a side in words: "What speaks for Foo", "The case against Foo".
_PHRASES: dict[Polarity, tuple[str, ...]] = {
    "advantage": (
        r"(?:what|things that) speaks? (?:for|in favou?r of) (.+)",
        r"(?:the )?(?:case|arguments?|reasons) (?:for|in favou?r of) (.+)",
        r"in favou?r of (.+)",
        r"what (?:you|we|one) (?:gains?|wins?)(?: (?:with|by|from))?((?: .+)?)",
        r"(?:what(?:'s| is) |the )?(?:good|great|nice)(?: parts?| things| sides?)? (?:about|of) (.+)",
        r"(?:what (?:we|people|users) |we |what do (?:you|we|people) )(?:like|love) about (.+)",
        r"what(?:'s| is| are) (.+) (?:good|better|great|strong) (?:at|for)",
        rf"what {_PEOPLE} (?:liked?|loved?|enjoy(?:ed)?|praised?)(?: about)?((?: .+)?)",
        r"why (.+) (?:helps?|wins?|shines?|pays? off|rocks?)",
        r"why (?:we|people|users|i|you|teams?) (?:like|love|use|want|chose|choose|pick|picked) (.+)",
        r"(?:where |what )?(.+) (?:shines|excels|does well|is good at)",
    ),
    "disadvantage": (
        r"(?:what|things that) speaks? against (.+)",
        r"(?:the )?(?:case|arguments?|reasons) against (.+)",
        r"what (?:could|should|might) be better(?: (?:about|with|in))?((?: .+)?)",
        r"what (?:is missing|we miss|you miss|people miss)(?: (?:in|with|from|about))?((?: .+)?)",
        r"room for improvement(?: (?:in|with|of))?((?: .+)?)",
        r"what (?:you|we|one) (?:loses?|gives? up|sacrifices?)(?: (?:with|by|for))?((?: .+)?)",
        r"(?:what(?:'s| is) |the )?(?:bad|not so good|wrong)(?: parts?| things| sides?)? (?:about|of|with) (.+)",
        r"(?:what (?:we|people|users) |we )(?:dislike|don't like|hate) about (.+)",
        r"what (?:don't (?:you|we|people) (?:like|love)|do (?:you|we|people) (?:dislike|hate)) about (.+)",
        r"what(?:'s| is| are) (.+) (?:bad|worse|weak) (?:at|for)",
        rf"what (?:annoy|bug|bother|frustrate|irritate|hurt|suck)(?:s|d|ed|ged)?(?: {_PEOPLE})?(?: about| with| in)?((?: .+)?)",
        rf"what {_PEOPLE} (?:disliked?|hated?|complain(?:ed)? about)((?: .+)?)",
        rf"what {_PEOPLE} (?:don't|didn't|do not|did not) (?:like|love|enjoy)(?: about)?((?: .+)?)",
        r"why (.+) (?:hurts?|fails?|sucks?|annoys?)",
        r"why (?:we|people|users|i|you|teams?) (?:don't|do not|dislike|hate|avoid)(?: (?:like|love|use|want))?((?: .+)?)",
        r"(?:where |what )?(.+) (?:falls short|struggles|does badly|is bad at)",
    ),
}
_SPOKEN: dict[Polarity, re.Pattern[str]] = {
    polarity: re.compile("|".join(rf"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    for polarity, patterns in _PHRASES.items()
}
_NAME = "|".join(sorted(PLURALS, key=len, reverse=True))
_JOINT = r"(?:\s*(?:and|&|/|,|\+|or|vs\.?|versus)\s*)"
_RUN = re.compile(rf"\b(?:{_NAME})\b(?:{_JOINT}\b(?:{_NAME})\b)*", re.IGNORECASE)
_WORD = re.compile(rf"\b(?:{_NAME})\b", re.IGNORECASE)
_OF = re.compile(
    r"^\s*(?:of|for|to|in|with|when|while|from)\s+(?:(?:using|choosing|adopting|running|the|a|an)\s+)*", re.IGNORECASE
)
_OVER = re.compile(r"\s+(?:over|compared\s+(?:to|with)|versus|vs\.?|against|are|include|is)(?:\s.*)?$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:the|a|an|its|their|some|all|key|main|major|common|several|list|summary|of|what|are|and)\s+", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?:\s+|^)(?:the|its|their|some|key|main|major|common|several|many|numerous|following|a|few|these|also|clear|potential"
    r"|possible|notable|has|have|offers?|provides?|comes?|with|brings?|of|are|list|and|own)$",
    re.IGNORECASE,
)
_ANY = frozenset(
    """option options alternative alternatives solution solutions choice choices candidate candidates approach approaches
    each both all either two considered""".split()
)
"""What names no subject: "the options" are those that stand below."""
_EDGE = " \t:;,.-\u2013\u2014|&/()"
_NAME_EDGE = " \t:;,.-\u2013\u2014|&/"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a heading announces: one polarity or both, and whose traits they are."""

    polarities: tuple[Polarity, ...]
    subject: str
    """The subject as written in the heading; empty where the heading names none."""


def announced(text: str) -> Announcement | None:
    """What a heading or label announces; None where it speaks of something else.

    ``"Pros and Cons of Foo (Bar)"`` announces both for ``"Foo (Bar)"``.
    """
    return _read(text, halves=True)


def _read(text: str, *, halves: bool) -> Announcement | None:
    """``announced``; with ``halves``, what speaks of one side and then of the other is read as both."""
    sign = text.strip(" \t:\ufe0f")
    if sign in SIGNS:
        return Announcement((SIGNS[sign],), "")
    if sign[:1] in BESIDE_NAMES or sign[-1:] in BESIDE_NAMES:
        # "👍 Foo" and "Foo ❌".
        first, rest = (sign[0], sign[1:]) if sign[0] in BESIDE_NAMES else (sign[-1], sign[:-1])
        name = rest.strip(_EDGE + "\ufe0f")
        asks = name.casefold().startswith(("when", "why", "how", "what", "use ", "do ", "don"))
        if 0 < len(name.split()) <= _NAME_WORDS and not asks and announced(name) is None:
            return Announcement((SIGNS[first],), _trimmed(name))
    alone = text.strip(_EDGE).casefold()
    if _NOT_GOOD.fullmatch(alone) and _DENIED.search(alone):
        return Announcement(("disadvantage",), "")
    if alone not in _ALONE:
        alone = _LEAD.sub("", alone)
    if alone in _ALONE:
        return Announcement((_ALONE[alone],), "")
    run = _RUN.search(text)
    if run is None:
        spoken = text.strip(_EDGE + "?").replace("\u2019", "'")
        if halves and (both := _both(spoken)):
            return both
        for polarity, pattern in _SPOKEN.items():
            if found := pattern.fullmatch(spoken):
                return Announcement((polarity,), _named(found.groups()))
        return _behind_a_name(spoken, halves=halves)
    polarities = tuple(dict.fromkeys(PLURALS[word.casefold()] for word in _WORD.findall(run.group())))
    after = _OF.match(text[run.end() :])
    if after:
        name = text[run.end() + after.end() :]
    elif text[run.end() :].strip(_EDGE) and text[run.end() :].lstrip()[:1] in ":-\u2013\u2014|":
        name = text[run.end() :]
    elif not text[run.end() :].strip(_EDGE) or _OVER.fullmatch(text[run.end() :].rstrip(_EDGE)):
        name = text[: run.start()]
    else:
        return None
    return Announcement(polarities, _trimmed(name))


def opposed(headers: Sequence[str]) -> bool:
    """Whether columns stand beside each other as "For" and "Against" do, of which each alone says nothing."""
    return sides_of(headers) != [announced(header) for header in headers]


def sides_of(headers: Sequence[str]) -> list[Announcement | None]:
    """What each column of a table announces, "For" and "Against" beside each other too."""
    found = [announced(header) for header in headers]
    plain = [_OPPOSED.get(header.strip(" :").casefold()) for header in headers]
    sides = {*filter(None, plain), *(side for each in found if each for side in each.polarities)}
    if len(sides) < len(("for", "against")):
        return found
    return [each or (Announcement((side,), "") if side else None) for each, side in zip(found, plain, strict=True)]


_OPPOSED: dict[str, Polarity] = {
    **dict.fromkeys(("for", "for it", "pro", "speaks for it", "speaks for"), "advantage"),
    **dict.fromkeys(("against", "against it", "contra", "speaks against it", "speaks against"), "disadvantage"),
}


def _both(text: str) -> Announcement | None:
    """What speaks of one side and then of the other: "What speaks for it, what speaks against it"."""
    for joint in _BETWEEN.finditer(text) if len(text.split()) <= _BOTH_WORDS else ():
        sides = (_read(text[: joint.start()], halves=False), _read(text[joint.end() :], halves=False))
        found = [side for side in sides if side and len(side.polarities) == 1]
        if len(found) == len(sides) and found[0].polarities != found[1].polarities:
            return Announcement(found[0].polarities + found[1].polarities, found[1].subject or found[0].subject)
    return None


_BOTH_WORDS = 12
"""Words of a heading that names both sides at most."""
_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,|/|&|\band\b)\s*", re.IGNORECASE)


def _behind_a_name(text: str, *, halves: bool) -> Announcement | None:
    """What stands behind a name and a dash or a colon: "Foo: what we liked", "Foo: what speaks for it"."""
    name, *behind = _DASH.split(text, maxsplit=1)
    side = _read(behind[0], halves=halves) if behind else None
    return Announcement(side.polarities, _trimmed(name)) if side and not side.subject else None


_DASH = re.compile(r"\s+[-\u2013\u2014]+\s+|:\s+")


def _named(groups: tuple[str | None, ...]) -> str:
    """The name that a phrase has; none for "it", which stands for what the heading above names."""
    name = _trimmed(next(filter(None, groups), ""))
    return "" if name.casefold() in _PRONOUNS else name


_PRONOUNS = frozenset("it them this that these those".split())


def _trimmed(name: str) -> str:
    name = _OVER.sub("", name.strip(_NAME_EDGE))
    previous = None
    while name != previous:
        previous = name
        name = _TAIL.sub("", _LEAD.sub("", name)).strip(_NAME_EDGE)
        if name.casefold() in {
            "key",
            "main",
            "major",
            "common",
            "the",
            "list",
            "some",
            "its",
            "their",
            "several",
            "general",
            *_ANY,
        }:
            name = ""
    return re.sub(r"(?:'s|\u2019s|(?<=s)['\u2019])$", "", name).strip(_NAME_EDGE)
