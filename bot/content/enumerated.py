"""Subjects that a list names and the rest of the document tells of: "Types of foo", each with a heading, or options."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.joined_names import split_name
from bot.content.names import Mention
from bot.content.outline import Outline, Section
from bot.content.polarity import announced
from bot.content.sentences import labelled, sentences
from bot.content.words import key
from bot.model.prose import Listing

_FEWEST = 2
_NAME_WORDS = 4


def mentions(outline: Outline) -> Iterator[Mention]:
    """The items of lists of names of which two or more are headings as well, and the labels of lists that one sentence
    names all.
    """
    headings = {key(section.heading) for section in outline.sections if section.blocks}
    for section, items, ordered in _lists(outline):
        names = [item for item in items if 0 < len(split_name(item)[0].split()) <= _NAME_WORDS]
        whole = [name for name in names if key(split_name(name)[0]) in headings or key(name) in headings]
        # Numbered ones are steps.
        labels = [label for label, _ in items.values() if label and not ordered]
        if len(names) == len(items) and len(whole) >= _FEWEST and not any(map(announced, names)):
            found = names
        elif len(labels) == len(items) >= _FEWEST and _named_together(labels, outline):
            found = labels
        else:
            continue
        for name in found:
            yield Mention(name, outline.source(section, section.line, section.line), f"{outline.file}/{section.line}")


def _lists(outline: Outline) -> Iterator[tuple[Section, dict[str, tuple[str, str]], bool]]:
    """The lists of a document: their outermost items, each with its label and the rest, and whether they are numbered."""
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block.part, Listing):
                items = [item.prose for item in block.part.items if not item.depth]
                told = {prose.plain.strip(): labelled(prose) for prose in items}
                yield section, {plain: (label, rest.plain) for plain, (label, rest) in told.items()}, block.part.ordered


def _named_together(labels: list[str], outline: Outline) -> bool:
    """Whether one sentence names all labels, each a name by its capital: "We compared Foo, Bar and Baz"."""
    if not all(label[:1].isupper() and len(label.split()) <= _NAME_WORDS for label in labels):
        return False
    wanted = {key(label) for label in labels}
    for section in outline.sections:
        for block in section.blocks:
            for sentence in sentences(block):
                said = key(sentence.prose.plain)
                if all(any(said[at : at + len(name)] == name for at in range(len(said))) for name in wanted):
                    return True
    return False
