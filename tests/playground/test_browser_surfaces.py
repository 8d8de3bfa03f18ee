"""Each thing that Docent sends, as Chromium shows it: blocks, the App Home, confirmations, faults, edited content."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test installs it")
from playwright.sync_api import Browser, Page, expect

from tests.playground.acts import asked, go, posted, write
from tests.playground.conftest import ROOT, looked_at, served

PLAIN = "plain_text"


def text(words: str) -> dict[str, str]:
    return {"type": "raw_text", "text": words}


def test_a_table_that_sorts_filters_and_turns_its_pages(page: Page, address: str) -> None:
    go(page, "random")
    rows = [[text("Size"), text("Name")], *([text(str(size)), text(f"image {size}")] for size in (3, 20, 100, 1))]
    table = {"type": "data_table", "caption": "Sizes", "rows": rows, "page_size": 3, "row_header_column_index": 1}
    posted(address, text="sizes", blocks=[table])
    shown = page.get_by_role("log", name="Messages").get_by_role("table", name="Sizes")
    first = shown.get_by_role("row").nth(1)
    expect(first).to_contain_text("image 3")
    page.get_by_role("button", name="Size", exact=True).press("Enter")
    expect(shown.get_by_role("columnheader", name="Size")).to_have_attribute("aria-sort", "ascending")
    expect(first.get_by_role("rowheader")).to_have_text("image 1")
    page.get_by_role("button", name="Next").press("Enter")
    expect(first.get_by_role("rowheader")).to_have_text("image 100")
    page.get_by_role("searchbox", name="Filter the rows").fill("20")

    expect(first.get_by_role("rowheader")).to_have_text("image 20")
    expect(page.get_by_text("1 of 4 rows")).to_be_visible()


def test_markdown_and_rich_text_are_what_they_mean(page: Page, address: str) -> None:
    go(page, "random")
    markdown = (
        "## Steps\n\n1. **Build** it\n2. Run `it`\n   - in front\n\n- loose\n\n| A | B |\n| --- | --- |\n| one | two |"
    )
    pieces = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "strong", "style": {"bold": True}}]},
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "listed"}]}],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "quoted"}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a  b"}]},
    ]
    posted(address, text="markdown", blocks=[{"type": "markdown", "text": markdown}])
    posted(address, text="rich", blocks=[{"type": "rich_text", "elements": pieces}])
    listed = page.get_by_role("log", name="Messages")

    expect(listed.get_by_role("cell", name="two")).to_be_visible()
    expect(listed.locator(".rich > ol > li").filter(has_text="Build it")).to_be_visible()
    expect(listed.locator(".rich > ol > li > ul > li", has_text="in front")).to_be_visible()
    expect(listed.locator(".rich > ul > li", has_text="loose")).to_be_visible()
    expect(listed.locator("code", has_text="it").last).to_be_visible()
    expect(listed.locator("strong", has_text="strong")).to_be_visible()
    expect(listed.locator("ul > li", has_text="listed")).to_be_visible()
    expect(listed.locator("blockquote", has_text="quoted")).to_be_visible()
    expect(listed.locator("pre", has_text="a  b")).to_be_visible()


def test_fields_context_selects_and_long_words_stay_in_their_place(page: Page, address: str) -> None:
    go(page, "random")
    option = {"text": {"type": PLAIN, "text": "First"}, "value": "1"}
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    blocks = [
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Left*"}, {"type": "mrkdwn", "text": word}]},
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "in small"}]},
        {
            "type": "actions",
            "elements": [
                {
                    "type": "static_select",
                    "action_id": "s",
                    "options": [option],
                    "placeholder": {"type": PLAIN, "text": "Choose one"},
                }
            ],
        },
    ]
    posted(address, text="fields", blocks=blocks)
    listed = page.get_by_role("log", name="Messages")
    expect(listed.locator("strong", has_text="Left")).to_be_visible()
    expect(listed.get_by_role("separator").last).to_be_attached()
    listed.get_by_role("combobox", name="Choose one").click()

    expect(listed.get_by_role("option", name="First")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_source_of_an_answer_is_quoted_in_a_modal(page: Page) -> None:
    thread = asked(page, "general", "@docent advantages of docker")
    thread.get_by_role("button", name="Source").click()
    dialog = page.get_by_role("dialog")

    expect(dialog.locator("pre")).to_contain_text("startup")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_people_have_a_question_forgotten_when_they_have_confirmed_it(page: Page) -> None:
    strange = "who painted the ceiling of the canteen?"
    expect(asked(page, "general", f"@docent {strange}").get_by_role("heading", name="I don't know")).to_be_visible()
    go(page, "Docent: Home")
    home = page.get_by_role("main")
    row = home.locator(".section", has_text=strange).filter(has=page.get_by_role("button", name="Forget"))
    row.get_by_role("button", name="Forget").click()
    asking = page.get_by_role("dialog")
    asking.get_by_role("button", name="Keep").click()
    expect(row).to_have_count(1)
    row.get_by_role("button", name="Forget").click()
    asking.get_by_role("button", name=re.compile("Forget")).click()

    expect(row).to_have_count(0)


def test_admins_see_the_week_in_the_home_and_others_do_not(page: Page) -> None:
    go(page, "Docent: Home")
    home = page.get_by_role("main")
    expect(home.get_by_role("heading", name="How I am doing")).to_be_visible()
    page.get_by_label("Who you are").select_option("ben")
    expect(home.get_by_role("heading", name="What you can ask")).to_be_visible()

    expect(home.get_by_role("heading", name="How I am doing")).to_have_count(0)


def test_a_message_is_answered_from_its_menu_with_the_words_of_the_manifest(page: Page) -> None:
    go(page, "help-docker")
    write(page, "what is an image?")
    page.get_by_role("button", name="Answer with Docent").last.click()

    expect(page.get_by_role("dialog").get_by_role("heading", level=3)).to_be_visible()
    page.keyboard.press("Escape")


def test_the_transport_is_switched_and_a_call_made_to_fail(page: Page) -> None:
    opener = page.get_by_role("button", name=re.compile("^Wiring"))
    opener.click()
    dialog = page.get_by_role("dialog", name="Wiring")
    dialog.get_by_label("HTTP, signed requests").check()
    expect(opener).to_have_text("Wiring: HTTP")
    dialog.get_by_label("What happens").select_option("refused: invalid_blocks")
    dialog.get_by_label("To", exact=True).select_option("chat.postMessage")
    dialog.get_by_role("button", name="Let it fail").click()
    expect(dialog.get_by_role("button", name="Mend all")).to_be_visible()
    page.keyboard.press("Escape")
    thread = asked(page, "general", "@docent what is a container?")

    expect(thread.get_by_text("Slack refused chat.postMessage: invalid_blocks")).to_be_visible()
    expect(thread.locator("li.message.bot:not(.refused)")).to_have_count(1)
    opener.click()
    dialog.get_by_label("Socket Mode").check()
    expect(opener).to_have_text("Wiring: Socket Mode")


@pytest.fixture
def edited(tmp_path: Path, browser: Browser) -> Iterator[tuple[Page, Path]]:
    """A page over content of its own, with the file that is edited."""
    for folder in ("knowledge", "intents"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    words = (f"--knowledge={tmp_path / 'knowledge'}", f"--intents={tmp_path / 'intents'}")
    with served(*words) as address, looked_at(browser, address) as page:
        yield page, tmp_path / "intents" / "more.yaml"


def test_edited_content_is_taken_up_and_what_is_wrong_with_it_is_told(edited: tuple[Page, Path]) -> None:
    page, file = edited
    banner = page.get_by_role("alert")
    expect(banner).to_be_hidden()
    file.write_text("faq:\n  lunch:\n    answer: Noon.\n    utterance: when is lunch\n", "utf-8")
    expect(banner).to_contain_text("What was good last stays in force")
    expect(banner).to_contain_text("more.yaml:")
    file.write_text("faq:\n  lunch:\n    utterances: |\n      when is lunch\n    answer: |\n      At noon.\n", "utf-8")
    expect(banner).to_be_hidden()
    expect(page.get_by_text("The content has changed and was read anew.")).to_be_visible()

    expect(asked(page, "general", "@docent when is lunch").get_by_text("At noon.")).to_be_visible()


def test_a_long_answer_comes_in_short_and_is_opened_and_closed(edited: tuple[Page, Path]) -> None:
    page, file = edited
    items = "".join(f"- Good point number {number} of tents.\n" for number in range(1, 13))
    overview = file.parent.parent / "knowledge" / "tents.md"
    overview.write_text(f"# Tents\n\n## Advantages of Tents\n\n{items}", "utf-8")
    expect(page.get_by_text("The content has changed and was read anew.")).to_be_visible()
    answer = asked(page, "general", "@docent what are the advantages of tents?").locator("li.message.bot")
    listed = answer.locator(".rich li")
    expect(listed).to_have_count(5)
    answer.get_by_role("button", name="More", exact=True).click()
    expect(listed).to_have_count(12)
    answer.get_by_role("button", name="Less", exact=True).click()

    expect(listed).to_have_count(5)
    expect(answer.get_by_role("button", name="More", exact=True)).to_be_visible()


def test_an_answer_from_nowhere_is_shared_where_its_reader_picks(page: Page) -> None:
    page.get_by_role("button", name="Ask Docent").click()
    dialog = page.get_by_role("dialog").last
    dialog.get_by_label("Or ask in your words").fill("what is a docker image?")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_role("dialog").last.get_by_role("button", name="Share…").click()
    field = page.get_by_role("dialog").last.get_by_role("combobox")
    field.click()
    page.get_by_role("option", name="#random").click()
    page.get_by_role("dialog").last.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_role("dialog").last.get_by_text("Posted, with your name to it.")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    go(page, "random")

    expect(page.get_by_text("Shared by @ana")).to_be_visible()
