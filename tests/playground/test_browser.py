"""The page in a browser: headless Chromium in front of `docent playground`, as a newcomer starts it."""

from __future__ import annotations

import json
import re

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test installs it")
from playwright.sync_api import Page, expect

from tests.playground.acts import go, posted, write

QUESTION = "whats the diffrence between a vm and a docker container?"


def test_a_question_in_a_channel_is_answered_in_its_thread_with_a_table_and_followed_up(page: Page) -> None:
    write(page, f"@docent {QUESTION}")
    thread = page.get_by_role("complementary")

    expect(thread.get_by_role("columnheader", name="Docker (Containers)")).to_be_visible()
    expect(thread.get_by_role("rowheader", name="Startup Time")).to_be_attached()
    thread.get_by_role("combobox", name="Reply in the thread").fill("and which one is safer?")
    page.keyboard.press("Enter")
    expect(thread.locator("li.message")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(thread).to_be_hidden()
    expect(page.get_by_role("button", name="3 replies").last).to_be_visible()


def test_names_and_commands_are_completed_with_the_keyboard(page: Page) -> None:
    box = page.get_by_role("combobox", name="Write a message")
    box.press_sequentially("@do")
    expect(page.get_by_role("option", name="@docent")).to_have_attribute("aria-selected", "true")
    box.press("Tab")
    expect(box).to_have_value("@docent ")
    box.fill("")
    box.press_sequentially("/d")
    box.press("Enter")

    expect(box).to_have_value("/docent ")


def test_a_command_is_answered_for_its_asker_and_shared_for_all(page: Page) -> None:
    go(page, "help-docker")
    write(page, "/docent is docker faster")
    private = page.locator("li.message.private").last
    expect(private.get_by_text("Only visible to you")).to_be_visible()
    page.get_by_label("Who you are").select_option("ben")
    expect(page.locator("li.message")).to_have_count(0)
    page.get_by_label("Who you are").select_option("ana")
    private.get_by_role("button", name="Share to channel").click()
    expect(page.get_by_text("Shared by @ana")).to_be_visible()
    page.get_by_label("Who you are").select_option("ben")

    expect(page.get_by_text("Shared by @ana")).to_be_visible()
    expect(page.get_by_text("Only visible to you")).to_have_count(0)
    page.get_by_label("Who you are").select_option("ana")
    private.get_by_role("button", name="Dismiss").click()
    expect(page.locator("li.message.private")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Write a message")).to_be_focused()


def test_a_question_that_no_document_answers_is_declined_and_its_offer_can_be_clicked(page: Page) -> None:
    page.get_by_role("region", name="What to try").get_by_role("button").last.click()
    thread = page.get_by_role("complementary")

    expect(thread.get_by_role("heading", name="I don't know")).to_be_visible()
    thread.get_by_role("button", name=re.compile("difference")).last.click()
    expect(thread.get_by_role("table").last).to_be_visible()


def test_did_you_mean_is_a_click(page: Page) -> None:
    write(page, "@docent what about vms")
    thread = page.get_by_role("complementary")
    offered = thread.locator("li.message").nth(1).locator(".actions .press").first
    offered.click()

    expect(thread.locator("li.message")).to_have_count(3)


def test_an_answer_that_did_not_help_asks_for_the_reason(page: Page) -> None:
    write(page, f"@docent {QUESTION}")
    down = page.get_by_role("button", name="Mark this answer as not helpful").last
    down.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("It says nothing about licences.")
    dialog.get_by_role("button", name="Send").click()

    expect(dialog).to_have_count(0)
    expect(down).to_have_attribute("aria-pressed", "true")


def test_a_modal_shows_its_errors_at_the_field_and_completes_what_is_typed(page: Page) -> None:
    go(page, "Ask Docent")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Ask").click()
    expect(dialog.get_by_text("Pick a question above, or write one here.")).to_be_visible()
    field = dialog.get_by_role("combobox", name="Find a question")
    field.press_sequentially("advantages")
    expect(dialog.get_by_role("option").first).to_contain_text("dvantages")
    field.press("Enter")
    dialog.get_by_role("button", name="Ask").click()

    expect(dialog.get_by_role("heading", name=re.compile("dvantages"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_the_home_answers_from_its_search_field(page: Page) -> None:
    go(page, "Docent: Home")
    field = page.get_by_role("main").get_by_role("combobox").first
    field.click()
    page.get_by_role("main").get_by_role("option").first.click()

    expect(page.get_by_role("dialog").get_by_role("heading", level=3)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_was_sent_is_shown_checked_and_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(page, "docent")
    write(page, "docker size")
    page.get_by_role("complementary").get_by_role("button", name="What was sent").last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Copy").click()

    expect(dialog.get_by_text("Copied.")).to_be_visible()
    expect(dialog.get_by_text("Within Slack's limits (message).")).to_be_visible()
    assert json.loads(page.evaluate("navigator.clipboard.readText()"))["blocks"][0]["type"] == "header"


def test_a_refused_message_an_unknown_block_and_hostile_text_are_shown_as_what_they_are(
    page: Page, address: str
) -> None:
    go(page, "random")
    hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script> *bold*"
    section = {"type": "section", "text": {"type": "mrkdwn", "text": hostile}}
    posted(address, text="cards", blocks=[{"type": "card", "title": {"type": "plain_text", "text": "A card"}}])
    posted(
        address, text="hostile", blocks=[section, {"type": "section", "text": {"type": "plain_text", "text": hostile}}]
    )
    posted(address, text="long", blocks=[{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}])
    listed = page.get_by_role("log", name="Messages")

    expect(listed.get_by_text('The playground does not draw "card"')).to_be_visible()
    expect(listed.get_by_text("Slack refused chat.postMessage: invalid_blocks")).to_be_visible()
    expect(listed.get_by_text(hostile, exact=True)).to_be_visible()
    expect(listed.locator("img, script")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_and_the_button(page: Page, scheme: str) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    followed = page.evaluate(background)
    toggle = page.get_by_role("button", name="Theme")
    toggle.click()
    light = page.evaluate(background)
    toggle.click()
    dark = page.evaluate(background)

    assert light != dark
    assert followed == {"light": light, "dark": dark}[scheme]


def test_in_a_narrow_window_nothing_runs_over_and_everything_is_reached(page: Page) -> None:
    page.set_viewport_size({"width": 380, "height": 700})
    page.get_by_role("button", name="Places").click()
    go(page, "general")
    write(page, f"@docent {QUESTION}")

    expect(page.get_by_role("complementary").get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Close the thread").click()
    expect(page.get_by_role("combobox", name="Write a message")).to_be_focused()
