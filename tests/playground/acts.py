"""What a person does on the page, for its tests in the browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from bot.slack.playground.web_api import BOT_TOKEN

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def write(page: Page, text: str) -> None:
    box = page.get_by_role("combobox", name="Write a message")
    box.fill(text)
    box.press("Escape")
    box.press("Enter")


def go(page: Page, place: str) -> None:
    name = re.compile(rf"^(# )?{place}( …)?( ?\d+ new)?$")
    page.get_by_role("navigation").get_by_role("button", name=name).click()


def posted(address: str, **message: object) -> None:
    """Something that the bot posts by itself."""
    called(address, "chat.postMessage", **{"channel": "C0RANDOM", **message})


def called(address: str, method: str, **given: object) -> None:
    """One call of the Web API, as the bot makes it."""
    headers = {"Authorization": f"Bearer {BOT_TOKEN}", "Content-Type": "application/json"}
    urlopen(Request(f"{address}api/{method}", json.dumps(given).encode(), headers)).close()


def asked(page: Page, place: str, question: str) -> Locator:
    """Go somewhere, ask, and give the thread in which it is answered."""
    go(page, place)
    write(page, question)
    return page.get_by_role("complementary")
