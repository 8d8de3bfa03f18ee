"""What makes the page a place to be: days, the card of what to try, focus that comes back, what is told where it is seen."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test installs it")
from playwright.sync_api import Browser, Page, expect

from tests.playground.acts import asked, called, go, posted, write
from tests.playground.conftest import looked_at, served

QUESTION = "@docent whats the diffrence between a vm and a docker container?"


def test_days_are_divided_and_named_as_people_name_them(page: Page) -> None:
    go(page, "random")
    write(page, "Good morning.")
    days = page.get_by_role("log", name="Messages").locator("li.day")
    expect(days).to_have_text(["Today"])
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=1))
    page.reload()
    go(page, "random")
    expect(days).to_have_text(["Yesterday"])
    named = page.evaluate(
        """async () => { const { dayOf } = await import("/page/days.js");
          const at = (text) => dayOf(new Date(text).getTime() / 1000, new Date("2026-11-25T12:00"));
          return [at("2026-11-25T00:01"), at("2026-11-24T23:59"), at("2026-11-19T12:00"), at("2025-11-25T12:00")]; }"""
    )

    assert named == ["Today", "Yesterday", "Thursday, November 19", "Tuesday, November 25, 2025"]


def test_the_card_of_what_to_try_folds_comes_back_and_knows_what_was_asked(page: Page) -> None:
    card = page.get_by_role("region", name="What to try")
    button = page.get_by_role("button", name="What to try")
    first = card.locator(".try").first
    first.click()
    expect(first).to_contain_text("asked")
    card.get_by_role("button", name="Fold this card").press("Enter")
    expect(card).to_be_hidden()
    expect(button).to_be_focused()
    page.reload()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(card).to_be_hidden()
    button.press("Enter")

    expect(card).to_be_visible()
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()


LISTENED = """() => {
  const log = document.querySelector("[role=log]");
  window.read = [];
  new MutationObserver((all) => {
    const added = all.flatMap((one) => [...one.addedNodes]).filter((node) => node.matches?.("li.message"));
    if (added.length) window.read.push(log.getAttribute("aria-live"));
  }).observe(log, { childList: true, subtree: true });
}"""


def test_what_comes_later_is_read_out_and_what_is_opened_is_not(page: Page, address: str) -> None:
    log = page.get_by_role("log", name="Messages")
    posted(address, text="first")
    page.evaluate(LISTENED)
    go(page, "random")
    expect(log).to_contain_text("first")
    expect(log).to_have_attribute("aria-live", "polite")
    posted(address, text="second")
    expect(log).to_contain_text("second")

    assert page.evaluate("window.read") == ["off", "polite"]


def test_a_thread_is_closed_to_where_it_was_opened(page: Page) -> None:
    thread = asked(page, "help-docker", QUESTION)
    expect(thread.locator("li.day")).to_have_text("1 reply")
    expect(page.get_by_role("combobox", name="Reply in the thread")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Write a message")).to_be_focused()
    replies = page.get_by_role("button", name=re.compile("1 reply")).last
    replies.press("Enter")
    expect(page.get_by_role("combobox", name="Reply in the thread")).to_be_focused()
    page.keyboard.press("Escape")

    expect(replies).to_be_focused()


def test_a_dialog_is_closed_to_where_it_was_opened(page: Page) -> None:
    thread = asked(page, "help-docker", "@docent advantages of docker")
    for name in ("Source", "What was sent"):
        opener = thread.get_by_role("button", name=name).last
        opener.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(opener).to_be_focused()


def test_escape_closes_the_list_of_a_field_before_its_modal(page: Page) -> None:
    go(page, "Ask Docent")
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_role("combobox", name="Find a question")
    field.press_sequentially("docker")
    expect(dialog.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(dialog.get_by_role("option")).to_have_count(0)
    expect(dialog).to_be_visible()
    field.press("Escape")

    expect(dialog).to_have_count(0)


def test_the_source_of_an_answer_in_a_modal_lies_upon_it_and_leads_back(page: Page) -> None:
    go(page, "Ask Docent")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Or ask in your words").fill("docker size")
    dialog.get_by_role("button", name="Ask").click()
    answer = dialog.get_by_role("heading", level=3)
    expect(answer).to_be_visible()
    dialog.get_by_role("button", name="Source").click()
    expect(dialog.locator("pre").first).to_be_visible()
    dialog.get_by_role("button", name="Back").click()
    expect(answer).to_be_visible()
    dialog.get_by_role("button", name="Source").click()
    expect(dialog.locator("pre").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    expect(dialog).to_have_count(0)


def test_the_places_open_and_close_in_a_narrow_window(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("button", name="What to try")).to_be_visible()
    menu, places = page.get_by_role("button", name="Places"), page.get_by_role("navigation", name="Places")
    menu.click()
    expect(places.get_by_role("button", name="# general")).to_be_focused()
    page.keyboard.press("Escape")
    expect(places).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.get_by_role("main").click(position={"x": 340, "y": 300})
    expect(places).to_be_hidden()
    menu.click()
    go(page, "Ask Docent")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    expect(places).to_be_hidden()


def test_a_table_wider_than_the_window_scrolls_in_its_frame_alone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Places").click()
    go(page, "random")
    cells = [{"type": "raw_text", "text": f"Column number {place}"} for place in range(9)]
    posted(address, text="wide", blocks=[{"type": "table", "rows": [cells, cells]}])
    frame = page.get_by_role("region", name="Table").last
    expect(frame).to_be_visible()
    assert frame.evaluate("(node) => node.scrollWidth > node.clientWidth + 100")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")

    page.wait_for_function("(node) => node.scrollLeft > 0", arg=frame.element_handle())


def test_what_slack_refuses_stands_in_its_place_among_the_messages(page: Page, address: str) -> None:
    go(page, "random")
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    posted(address, text="long", blocks=[header])
    refused = page.locator("li.refused").last
    expect(refused).to_contain_text("Slack refused chat.postMessage: invalid_blocks")
    expect(refused).to_contain_text("/0/text/text: 151 characters, at most 150")
    posted(address, text="later on")
    expect(page.locator("li.message").last).to_contain_text("later on")
    refused.get_by_role("button", name="What was sent").click()

    expect(page.get_by_role("dialog").get_by_text("Slack refuses this: invalid_blocks")).to_be_visible()


def test_what_slack_takes_and_shows_to_nobody_is_told(page: Page, address: str) -> None:
    go(page, "random")
    write(page, "A message without replies.")
    root = page.locator("li.message").last
    expect(root).to_contain_text("without replies")
    thread = root.get_attribute("data-ts")
    called(address, "chat.postEphemeral", channel="C0RANDOM", user="U0ANA", text="psst", thread_ts=thread)
    root.hover()
    root.get_by_role("button", name="Reply in thread").click()

    expect(page.get_by_role("complementary")).to_contain_text("shows it to nobody, since its thread has no reply yet")


def test_a_mistake_in_a_modal_is_told_within_it(page: Page, address: str) -> None:
    go(page, "Ask Docent")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    called(address, "chat.postEphemeral", channel="C0RANDOM", user="U0ANA", text="x", thread_ts="1.0")
    told = dialog.get_by_text("Slack refused chat.postEphemeral: thread_not_found")
    expect(told).to_be_visible()
    told.get_by_role("button", name="Dismiss").click()
    expect(told).to_have_count(0)
    page.keyboard.press("Escape")


def test_the_tabs_of_docent_lead_from_its_page_to_its_messages(page: Page) -> None:
    go(page, "Docent: Home")
    page.get_by_role("group", name="Docent's page and messages").get_by_role("button", name="Messages").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("docent")
    expect(page.get_by_role("combobox", name="Write a message")).to_be_focused()
    page.get_by_role("button", name="Home", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Docent: Home")


def test_a_script_fills_in_a_modal_before_ones_eyes(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    script = tmp_path_factory.mktemp("script") / "demo.txt"
    script.write_text("ana uses: Ask Docent\nana fills Or ask in your words: docker size\n", "utf-8")
    played = [f"{script}: 2 steps were played."]
    with served("--script", str(script), said=played) as address, looked_at(browser, address) as page:
        field = page.get_by_role("dialog").get_by_role("textbox", name="Or ask in your words")
        expect(field).to_have_value("docker size")
        page.get_by_role("dialog").get_by_role("button", name="Ask").click()

        expect(page.get_by_role("dialog").get_by_role("heading", level=3)).to_contain_text("ize")
