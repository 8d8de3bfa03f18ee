"""What is sent to Slack: blocks, and the same as text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.show.rich_text import Block


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent to Slack."""

    text: str
    """The answer as text, escaped: shown in notifications, and where the blocks cannot be. Never empty."""
    blocks: tuple[Block, ...] = ()
    pages: int = 1
    """How many messages would hold all of it: this is one of them."""
    cut: bool = False
    """Whether something is left out that no other page or form shows; the blocks say so."""
