"""A message that is rendered once and bound to an exchange when that is known: only its buttons name the exchange."""

from __future__ import annotations

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


def bound(message: Message, answer_id: str) -> Message:
    """The message as if it had been rendered with this id; what was rendered with ``UNBOUND`` stays as it is."""
    return Message(message.text, tuple(_block(block, answer_id) for block in message.blocks))


def _block(block: Block, answer_id: str) -> Block:
    if block["type"] not in ("actions", "context_actions"):
        return block
    return {**block, "elements": [_element(element, answer_id) for element in block["elements"]]}


def _element(element: Block, answer_id: str) -> Block:
    if element["type"] == "feedback_buttons":
        buttons = {name: element[name] for name in ("positive_button", "negative_button")}
        return element | {name: {**each, "value": _rated(each, answer_id)} for name, each in buttons.items()}
    if element["action_id"] in _PACKED:
        return {**element, "value": action_ids.pack(answer_id, action_ids.unpack(element["value"])[1])}
    return element


def _rated(button: Block, answer_id: str) -> str:
    return f"{answer_id}:{button['value'].partition(':')[2]}"
