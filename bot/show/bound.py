"""A message that is rendered and written once, and bound to an exchange when that is known: only its buttons name it."""

from __future__ import annotations

import json

from bot.show import action_ids
from bot.show.message import Message
from bot.show.rich_text import Block

UNBOUND = "0"
"""What a message is rendered with that is to be bound later. No exchange has it, and no id is shorter."""

_PACKED = frozenset(
    (
        action_ids.MORE,
        action_ids.LESS,
        action_ids.SOURCE,
        action_ids.SHARE,
        action_ids.WHY,
        action_ids.ASK_HUMAN,
    )
)
_ENCODER = json.JSONEncoder(separators=(",", ":"))


class Unbound:
    """A message that was rendered with ``UNBOUND``, as JSON, but for the blocks that name its exchange."""

    def __init__(self, message: Message) -> None:
        """Write what is the same for all exchanges."""
        self._text = compact(message.text)
        self._blocks = [block if _bound(block, "") != block else compact(block) for block in message.blocks]

    def bound(self, answer_id: str) -> str:
        """The message as if it had been rendered with this id: the members ``text`` and ``blocks`` of a JSON object."""
        blocks = [block if isinstance(block, str) else compact(_bound(block, answer_id)) for block in self._blocks]
        return f'"text":{self._text}' + (f',"blocks":[{",".join(blocks)}]' if blocks else "")


def compact(value: object) -> str:
    """A value as JSON without spaces, in ASCII."""
    return _ENCODER.encode(value)


def _bound(block: Block, answer_id: str) -> Block:
    if block["type"] not in ("actions", "context_actions"):
        return block
    return {**block, "elements": [_element(element, answer_id) for element in block["elements"]]}


def _element(element: Block, answer_id: str) -> Block:
    if element["type"] == "feedback_buttons":
        buttons = {name: element[name] for name in ("positive_button", "negative_button")}
        return element | {name: {**each, "value": _rated(each, answer_id)} for name, each in buttons.items()}
    if element["action_id"] in _PACKED or action_ids.PAGE_PATTERN.fullmatch(element["action_id"]):
        return {**element, "value": action_ids.pack(answer_id, action_ids.unpack(element["value"])[1])}
    return element


def _rated(button: Block, answer_id: str) -> str:
    return f"{answer_id}:{button['value'].partition(':')[2]}"
