"""What stands in blocks and can be used: elements with their block ids, and their state as Slack tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.slack.playground.workspace import Json

_KEPT = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
}
"""Elements that keep a state: where it stands in ``state.values``, and where in the block it begins."""


def with_ids(blocks: Sequence[Json]) -> list[Json]:
    """The blocks as Slack keeps them: each with an id, that of its place where the bot gave none."""
    return [{"block_id": f"block-{place}"} | dict(block) for place, block in enumerate(blocks)]


def elements(blocks: Sequence[Json]) -> Iterator[Json]:
    """Everything that can be used, with the id of its block."""
    for block in with_ids(blocks):
        held = [*block.get("elements", []), *(block[name] for name in ("accessory", "element") if name in block)]
        for element in held:
            if isinstance(element, dict) and "action_id" in element:
                yield element | {"block_id": block["block_id"]}


def values(blocks: Sequence[Json], filled: Mapping[str, Any] | None = None) -> Json:
    """``state.values``: each element that keeps a state, as it begins or as it was filled in.

    In: ``filled`` in the same form, from the page.
    """
    found: Json = {}
    for element in elements(blocks):
        kind, block, action = element["type"], element["block_id"], element["action_id"]
        if kind in _KEPT:
            name, initial = _KEPT[kind]
            found.setdefault(block, {})[action] = {
                "type": kind,
                name: element.get(initial, [] if name[-1] == "s" else None),
            }
    for block, actions in (filled or {}).items():
        found.setdefault(block, {}).update(actions)
    return found
