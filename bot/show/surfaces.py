"""Where Slack shows an answer, and what each place takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Surface = Literal["message", "ephemeral", "response", "modal", "home", "text"]
"""A place that an answer is shown in.

message: a message of the bot, in a channel, a thread or a direct message.
ephemeral: an answer that only the asker sees: the ack of a slash command, ``chat.postEphemeral``, a private response.
response: an answer for everyone through a ``response_url``.
modal, home: a view. text: a message without blocks, for when Slack refuses them.
"""

SURFACES: tuple[Surface, ...] = get_args(Surface)


@dataclass(frozen=True, slots=True)
class Profile:
    """What one surface takes."""

    blocks: int
    """Most blocks: two fewer than Slack takes, for what is set around an answer (who asked, say)."""
    characters: int
    """Most characters in all blocks together."""
    table: bool = False
    """``table`` blocks are drawn."""
    data_table: bool = False
    """``data_table`` blocks are drawn: sorting, filtering, paging."""
    feedback: bool = False
    """``context_actions`` are drawn: the helpful / not helpful buttons."""
    private: bool = False
    """Only the asker sees it: it can be shared."""


ROOM = 10_000
"""What one answer may fill. Slack refuses a message from about 12,000 characters on (``msg_blocks_too_long``), less an
allowance for every block, and names neither figure: this stays well below."""

PROFILES: dict[Surface, Profile] = {
    "message": Profile(blocks=48, characters=ROOM, table=True, data_table=True, feedback=True),
    "ephemeral": Profile(blocks=48, characters=ROOM, table=True, private=True),
    "response": Profile(blocks=48, characters=ROOM, table=True),
    "modal": Profile(blocks=98, characters=ROOM),
    "home": Profile(blocks=98, characters=ROOM),
    "text": Profile(blocks=0, characters=0),
}
