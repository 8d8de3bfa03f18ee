"""What can be used in a message or a view, by the words that a person reads beside it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.slack.playground.elements import elements, with_ids
from bot.slack.playground.payloads import blocks_of
from bot.slack.playground.workspace import Json, Message, View


def buttons(place: Message | View) -> Iterator[tuple[str, Json, str]]:
    """Every button, as label, element and value."""
    for element in elements(blocks_of(place)):
        if element["type"] == "button":
            yield str(element["text"]["text"]), element, ""
        elif element["type"] == "feedback_buttons":
            for name in ("positive_button", "negative_button"):
                given = element.get(name, {})
                yield str(given.get("text", {}).get("text", "")), element, str(given.get("value", ""))


def fields(place: Message | View) -> Iterator[tuple[str, Json, bool]]:
    """Every field and select, as label, element, and whether the bot hears of it at once.

    The label of one that has none is its placeholder, else the text of its section.
    """
    for block in with_ids(blocks_of(place)):
        own = str((block.get("label") or {}).get("text", ""))
        beside = str((block.get("text") or {}).get("text", ""))
        for element in elements([block]):
            if element["type"] not in ("button", "feedback_buttons", "icon_button"):
                placeholder = str((element.get("placeholder") or {}).get("text", ""))
                heard = block["type"] != "input" or bool(block.get("dispatch_action"))
                yield own or placeholder or beside, element, heard


def options(element: Json) -> list[Json]:
    """The options that stand in a select itself."""
    groups = element.get("option_groups") or [element]
    return [option for group in groups for option in group.get("options") or ()]
