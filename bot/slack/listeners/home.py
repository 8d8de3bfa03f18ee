"""The App Home: published when it is opened, and anew when a person has their questions forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import islice

from bot.docent import Docent
from bot.model.answer import Choice
from bot.model.meaning import Meaning
from bot.slack.admins import is_admin
from bot.slack.listeners.press import Press
from bot.slack.outbound import windows
from bot.slack.pages import home_page
from bot.slack.parts import Parts
from bot.store.errors import StoreUnavailable
from bot.store.people import forget
from bot.store.week import week

_RECENT = 5
_COMPARISONS = 100
"""So many are counted; those that the page has no room for are found by typing."""


async def publish(parts: Parts, team: str, user: str, notice: str = "") -> None:
    """Show a person their home as it is at this moment."""
    docent = parts.docent()
    try:
        recent = await parts.exchanges.recent(_RECENT, team=team, user=user)
    except StoreUnavailable:
        recent = []
    standing = await _standing(parts, team) if await is_admin(parts, team, user) else None
    view = home_page.home(_known(docent), recent, standing, notice)
    client = parts.client(team)
    await windows.show(parts, view, lambda each: client.views_publish(user_id=user, view=each))


def forget_one(parts: Parts, press: Press) -> None:
    """Erase the question that the button stands beside; nobody can name one of somebody else's."""
    if press.value.isascii() and press.value.isdigit():
        parts.after_ack(_forget(parts, press, min(int(press.value), (1 << 63) - 1)))


def forget_all(parts: Parts, press: Press) -> None:
    """Erase everything that the presser has ever asked."""
    parts.after_ack(_forget(parts, press, None))


async def _forget(parts: Parts, press: Press, exchange: int | None) -> None:
    try:
        await forget(parts.exchanges, press.team, press.user, exchange)
        notice = home_page.FORGOTTEN
    except StoreUnavailable:
        notice = home_page.NOT_YET
    await publish(parts, press.team, press.user, notice)


def _known(docent: Docent) -> home_page.Known:
    overviews = tuple(overview.file for overview in docent.knowledge.overviews)
    return home_page.Known(
        overviews, docent.topics(), docent.subjects(), tuple(islice(_comparisons(docent), _COMPARISONS))
    )


def _comparisons(docent: Docent) -> Iterator[Choice]:
    seen = set()
    for comparison in docent.knowledge.comparisons:
        meaning = Meaning("compare", comparison.subjects).id
        reply = docent.answer(meaning)
        if meaning not in seen and reply is not None:
            seen.add(meaning)
            yield Choice(reply.answer.heading[:75], meaning)


async def _standing(parts: Parts, team: str) -> home_page.Standing:
    try:
        found = await week(parts.exchanges, team)
    except StoreUnavailable:
        found = None
    problems = await asyncio.to_thread(parts.problems)
    return home_page.Standing(found, parts.docent().knowledge.version, tuple(problems))
