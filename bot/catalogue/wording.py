"""A meaning as a filled-in question: for follow-ups, for "did you mean", and for lists of what can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue.lookups import Catalogue
from bot.model.answer import Choice
from bot.model.meaning import Meaning
from bot.text import singular

LONGEST = 75
"""Characters that a button takes."""
_LISTED = 10
"""Names that a sentence can carry."""


def choice(meaning: Meaning, catalogue: Catalogue) -> Choice:
    """A meaning with its question, cut to what a button takes."""
    text = question(meaning, catalogue)
    return Choice(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…", meaning.id)


def question(meaning: Meaning, catalogue: Catalogue) -> str:
    """The question that a meaning answers, in plain words."""
    names = [name(subject, catalogue) for subject in meaning.subjects]
    both = listed(names)
    first = names[0] if names else ""
    topic = listed([aspect_name(aspect, catalogue) for aspect in meaning.aspects])
    label = next((catalogue.facts[fact].label for fact in meaning.facts if fact in catalogue.facts), "")
    match meaning.intent:
        case "compare" | "difference":
            return f"What is the difference between {both}?"
        case "aspect":
            return f"How do {both} compare on {topic}?" if len(names) > 1 else f"What about the {topic} of {first}?"
        case "verdict":
            return f"Which is {meaning.sense or 'better'} on {topic}: {' or '.join(names)}?"
        case "confirm":
            if meaning.sense:
                return f"Is {first} {meaning.sense} on {topic}?"
            told = next((catalogue.facts[fact] for fact in meaning.facts if fact in catalogue.facts), None)
            return f"{both}: {label or (told.prose.plain if told else topic)}?"
        case "why":
            if len(names) > 1:
                return f"Why do {both} differ in {topic or label}?"
            return f"Why: {topic or label} of {first}?" if names else f"Why: {topic or label}?"
        case "advantages":
            return f"What are the advantages of {both if meaning.each else ' over '.join(names)}?"
        case "disadvantages":
            return f"What are the disadvantages of {both if meaning.each else ' over '.join(names)}?"
        case "pros_cons":
            return f"What are the pros and cons of {both}?"
        case "define":
            articles = [verb(subject, catalogue) for subject in meaning.subjects]
            return f"What {'are' if len(names) > 1 or 'are' in articles else 'is'} {both}?"
        case "fact" | "passage":
            told = next((catalogue.facts[fact] for fact in meaning.facts if fact in catalogue.facts), None)
            opening = f"{both}: " if names else ""
            # Of a section in several passages its heading names the first.
            later = told is not None and told.kind == "passage" and catalogue.section(told)[0] != told
            if told and not later and told.label.endswith("?"):
                return told.label
            return f"{opening}{(not later and told.label) or told.prose.plain}?" if told else f"{both}?"
        case "analogy":
            return f"Is there an analogy for {both}?"
        case "recommend":
            return f"Which should I choose, {' or '.join(names)}?" if len(names) > 1 else f"When should I use {first}?"
        case "list":
            return "What can I ask?"
        case "help":
            return "How do I ask?"
        case "entry":
            entry = catalogue.entries.get(meaning.entry)
            return entry.title if entry else meaning.entry


def name(subject: str, catalogue: Catalogue) -> str:
    """A subject's name as people read it; its id where the content has no such subject any more."""
    found = catalogue.subjects.get(subject)
    return found.name if found else subject


def verb(subject: str, catalogue: Catalogue, one: str = "is", several: str = "are") -> str:
    """The verb that fits a subject's name: "Virtual Machines are", "Docker is"."""
    written = name(subject, catalogue).split(" ")[-1]
    last = written.casefold()
    # The "s" of "VMs" makes a plural, the "S" of "SQS" does not.
    plural = singular(last) != last and not written[-1:].isupper()
    return several if plural and subject not in catalogue.alone else one


def aspect_name(aspect: str, catalogue: Catalogue) -> str:
    """An aspect's name in the middle of a sentence: ``startup time``, ``OS support``."""
    found = catalogue.aspects.get(aspect)
    return lowered(found.name) if found else aspect


def lowered(text: str) -> str:
    """Lower case but for words with inner capitals: acronyms and product names stay as written."""
    return " ".join(word if any(letter.isupper() for letter in word[1:]) else word.lower() for word in text.split(" "))


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence: "A", "A and B", "A, B and C"; of very many the first, and how many more there are."""
    if len(names) > _LISTED:
        names = [*names[: _LISTED - 1], f"{len(names) - _LISTED + 1} more"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""
