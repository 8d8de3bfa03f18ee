"""Authors' own entries, what there is to ask, and how to ask."""

from __future__ import annotations

from bot.catalogue.lookups import Catalogue
from bot.catalogue.wording import aspect_name, capital, choice, listed, name
from bot.model.answer import Answer, Choice
from bot.model.meaning import Meaning
from bot.model.prose import Item, Listing, Paragraph, Part, Prose, Subheading

_SHOWN = 12
"""Topics of a kind that a list names before it says how many more there are."""


def entry(meaning: Meaning, catalogue: Catalogue) -> Answer | None:
    """What an author wrote as the answer."""
    found = catalogue.entries.get(meaning.entry)
    if found is None:
        return None
    parts = found.parts
    lead = Prose.of(found.title)
    if parts and isinstance(parts[0], Paragraph):
        lead, parts = parts[0].prose, parts[1:]
    return Answer(found.title, lead, parts, sources=() if found.small_talk else (found.source,))


def topics(catalogue: Catalogue) -> Answer:
    """What the content covers."""
    knowledge = catalogue.knowledge
    parts: list[Part] = []
    if knowledge.comparisons:
        pairs = [" vs ".join(name(s, catalogue) for s in comparison.subjects) for comparison in knowledge.comparisons]
        parts += [Subheading("Comparisons"), _items(pairs)]
        rows = dict.fromkeys(capital(aspect_name(a, catalogue)) for c in knowledge.comparisons for a in c.aspects)
        parts += [Subheading("Compared on"), _items(list(rows))]
    if knowledge.subjects:
        parts += [Subheading("Topics"), _items([subject.name for subject in knowledge.subjects])]
    asked = [each.title for each in knowledge.phrasebook.entries if not each.small_talk]
    passages = [fact.label for fact in knowledge.facts if fact.kind == "passage" and fact.label]
    if asked or passages:
        parts += [Subheading("Also"), _items(list(dict.fromkeys([*asked, *passages])))]
    names = listed([subject.name for subject in knowledge.subjects[:4]])
    lead = (
        f"I can answer questions about {names}."
        if names
        else "I can answer the questions below."
        if asked
        else "There is nothing to ask yet."
    )
    return Answer("What you can ask", Prose.of(lead), tuple(parts), examples(catalogue))


def help_(catalogue: Catalogue) -> Answer:
    """How to ask, with examples from the content."""
    shown = examples(catalogue)
    parts: list[Part] = [
        Listing(
            tuple(
                Item(Prose.of(text))
                for text in (
                    "Ask in your own words; typing errors are forgiven.",
                    "Compare two things, ask for one aspect, for advantages or disadvantages, for yes or no, or why.",
                    'Go on in the thread with just what changes, such as a bare subject, or "why?".',
                    "Every answer names the lines of the document it comes from. What the documents do not cover, I decline.",
                )
            )
        )
    ]
    if shown:
        parts += [Subheading("For example"), Listing(tuple(Item(Prose.of(each.text)) for each in shown))]
    lead = "I answer questions from your team's overviews: comparisons, advantages and disadvantages, definitions."
    return Answer("How to ask", Prose.of(lead), tuple(parts), shown)


def examples(catalogue: Catalogue) -> tuple[Choice, ...]:
    """Up to three questions that the content answers, of different kinds."""
    meanings: list[Meaning] = []
    for comparison in catalogue.knowledge.comparisons[:1]:
        meanings.append(Meaning("compare", comparison.subjects))
        meanings.append(Meaning("aspect", comparison.subjects, comparison.aspects[-1:]))
    for subject in catalogue.knowledge.subjects:
        if catalogue.of(subject.id, "advantage"):
            meanings.append(Meaning("advantages", (subject.id,)))
            break
    for subject in catalogue.knowledge.subjects:
        if catalogue.defined(subject.id):
            meanings.append(Meaning("define", (subject.id,)))
            break
    meanings += [
        Meaning("entry", entry=each.id) for each in catalogue.knowledge.phrasebook.entries if not each.small_talk
    ]
    return tuple(choice(meaning, catalogue) for meaning in meanings[:3])


def _items(texts: list[str]) -> Listing:
    shown = texts if len(texts) <= _SHOWN else [*texts[:_SHOWN], f"and {len(texts) - _SHOWN} more"]
    return Listing(tuple(Item(Prose.of(text)) for text in shown))
