"""What a button is about, as it is stored."""

from __future__ import annotations

import asyncio

from bot.slack.parts import Parts
from bot.store.rows import Exchange

_MOMENTS = (0.02, 0.1, 0.5)
"""Seconds between looks for an exchange that is being written."""


async def stored(parts: Parts, team: str, answer_id: str) -> Exchange | None:
    """The exchange of an answer; one that was given at once may be stored a moment after it was seen. None where there
    is none (any more).

    Raises:
        StoreUnavailable: the store cannot be read.
    """
    if not answer_id:
        return None
    for pause in _MOMENTS:
        row = await parts.escalations.exchange(team, answer_id)
        if row is not None or answer_id.isdigit():
            return row
        await asyncio.sleep(pause)
    return await parts.escalations.exchange(team, answer_id)
