"""Whether the words that a claim shares with a statement tell anything of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.catalogue.lookups import Catalogue
from bot.catalogue.purposes import purpose
from bot.model.facts import Fact
from bot.text import words
from bot.understand.evidence import Evidence, Said
from bot.understand.sayings import Content
from bot.understand.words import grammar


def telling(claim: Sequence[Content], evidence: Evidence) -> bool:
    """Whether a claim says more than one word that every fourth statement has: "do they run" is stated by none."""
    said = [part.concept for part in claim if not part.filler]
    return len(said) > 1 or any(4 * evidence.spread(concept) <= len(evidence.said) for concept in said)


def labelled(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether the label of a statement that is no cell says all of a claim: "Iterative: …" of "is it iterative?"."""
    label = set(evidence.concepts([word.text for word in words(said.fact.label)]))
    return said.fact.kind != "cell" and {part.concept for part in claim if not part.filler} <= label


def only_named(claim: Sequence[Content], said: Said) -> bool:
    """Whether a cell holds nothing of a claim but the name of its row: "support" of a row on support states nothing."""
    return {part.concept for part in claim if not part.filler} <= said.labelled


def set_against(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a statement holds a claim only in what it sets its subject against: "less than what is fast" is not fast."""
    found = _AGAINST.search(said.fact.prose.plain)
    if found is None:
        return False
    plain = said.fact.prose.plain
    behind = _END.split(plain[found.end() :], maxsplit=1)[1:]
    text = " ".join([said.fact.label, plain[: found.start()], *behind])
    held = {part.concept for part in claim if not part.filler} & said.concepts
    return not held & set(evidence.concepts([word.text for word in words(text)]))


_END = re.compile(r"[.;]\s")
_AGAINST = re.compile(r"\b(?:than|compared (?:to|with)|unlike|as opposed to|instead of|rather than)\b", re.IGNORECASE)


def spares_another(said: Said, subjects: Sequence[str], evidence: Evidence) -> bool:
    """Whether a statement says that something happens "without affecting" a thing that nobody asks about: that its own
    subject is not affected it does not say.
    """
    others = said.mentions - set(said.fact.subjects)
    return evidence.harming["affect"] in said.denied and bool(others) and not others & set(subjects)


def sets_apart(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a claim puts together, or tells apart, what a statement wants to be the same: "a left glove on a right
    hand" where gloves go on hands of the same side.
    """
    same = evidence.concepts(("same",))
    if not set(same) & said.concepts:
        return False
    named = {part.concept for part in claim}
    apart = evidence.opposites.get(same[0], frozenset()) & named - said.concepts
    # "Many from a single one" sets nothing apart.
    plain = {part.concept for part in claim if not part.filler}
    return bool(apart) or any(evidence.opposites.get(concept, frozenset()) & plain for concept in plain - {same[0]})


def of_other_things(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a claim is of something different, and a statement of the same, or of what is shared, of another thing: of
    "on a different table" nothing is said by "gloves go on the same hand".
    """
    different = set(evidence.concepts(("different",)))
    at = next((at for at, part in enumerate(claim) if part.concept in different), len(claim))
    alike = set(evidence.concepts(_alike(said)))
    return bool(alike) and any(part.concept not in alike for part in claim[at + 1 : at + 2])


def only_shared(claim: Sequence[Content], said: Said, evidence: Evidence) -> bool:
    """Whether a statement says of a thing that it is shared, and a claim does not: that Xs share the roof does not deny that
    a Y has a roof.
    """
    share = set(evidence.concepts(("share",)))
    apart = {other for concept in share for other in (concept, *evidence.opposites.get(concept, ()))}
    return bool(share & said.concepts) and not apart & {part.concept for part in claim}


def meant_for(claim: Sequence[Content], fact: Fact, catalogue: Catalogue) -> bool:
    """Whether a statement only says what its subject is meant for: the same may be done with another, where it is not asked
    what that is meant for.
    """
    return fact == purpose(fact.subjects[0], catalogue) and not _MEANT & {part.text for part in claim}


_MEANT = frozenset("ideal suited suitable best better good fit meant made designed intended".split())
"""What asks what a thing is meant for."""
_ALIKE_OF = 3
"""Words behind "same" and "share" at most up to what is the same."""


def _alike(said: Said) -> tuple[str, ...]:
    """What a statement wants to be the same, or to be shared."""
    told = [word.text for word in words(said.fact.prose.plain)]
    return tuple(word for at, word in enumerate(told) if grammar.SAME & set(told[max(0, at - _ALIKE_OF) : at]))
