"""The page for everybody: keyboard, screen readers, contrast, narrow windows; and closed to the outside."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test installs it")
from playwright.sync_api import Page, expect

from tests.playground.acts import asked, go

QUESTION = "@docent whats the diffrence between a vm and a docker container?"

REACHABLE = """() => [...document.querySelectorAll("button, input, select, textarea, a[href], [tabindex='0']")]
  .filter((one) => one.checkVisibility() && !one.disabled && !one.closest("[hidden]"))
  .map((one, at) => { one.dataset.reach = at; return at; })"""

CONTRAST = """() => {
  const parse = (text) => { const found = text.match(/[\\d.]+/g).map(Number); return found.length < 4 ? [...found, 1] : found; };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
  const light = (rgb) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (node) => { const layers = [];
    for (let one = node; one; one = one.parentElement) layers.push(parse(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]); };
  const poor = [];
  for (const node of document.querySelectorAll("body *")) {
    const words = [...node.childNodes].filter((one) => one.nodeType === 3 && one.data.trim());
    if (!words.length || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || node.closest(":disabled")) continue;
    const style = getComputedStyle(node);
    const back = ground(node);
    const [one, other] = [light(over(parse(style.color), back)), light(back)].sort((a, b) => b - a);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if ((one + .05) / (other + .05) < (large ? 3 : 4.5)) poor.push(`${node.tagName}.${node.className}: ${words[0].data.trim().slice(0, 30)}`);
  }
  return poor;
}"""


def test_everything_is_reached_with_the_keyboard(page: Page) -> None:
    thread = asked(page, "general", QUESTION)
    expect(thread.get_by_role("table")).to_be_visible()
    wanted = set(page.evaluate(REACHABLE))
    page.evaluate("document.activeElement.blur()")
    reached: set[int] = set()
    for _ in range(3 * len(wanted)):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.reach")
        if at is not None:
            reached.add(int(at))

    assert wanted - reached == set(), [
        page.evaluate(f"document.querySelector(`[data-reach='{at}']`).outerHTML.slice(0, 120)")
        for at in wanted - reached
    ]


def test_a_focused_control_is_seen_to_be_focused(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_table_is_a_table_in_the_accessibility_tree(page: Page) -> None:
    thread = asked(page, "general", QUESTION)
    expect(thread.get_by_role("table")).to_be_visible()
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    roles = {node.get("role", {}).get("value") for node in nodes if not node.get("ignored")}
    named = {(node["role"]["value"], node.get("name", {}).get("value")) for node in nodes if "role" in node}

    assert {"table", "row", "columnheader", "rowheader", "cell", "log", "navigation", "main", "complementary"} <= roles
    assert ("columnheader", "Docker (Containers)") in named
    assert ("rowheader", "Startup Time") in named


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    thread = asked(page, "general", QUESTION)
    expect(thread.get_by_role("table")).to_be_visible()
    assert page.evaluate(CONTRAST) == []
    page.get_by_role("button", name="Close the thread").click()
    go(page, "Docent: Home")
    expect(page.get_by_role("main").get_by_role("heading", name="What you can ask")).to_be_visible()
    assert page.evaluate(CONTRAST) == []
    page.locator("#wiring-open").click()
    expect(page.get_by_role("dialog", name="Wiring")).to_be_visible()

    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 380, 700])
def test_no_place_runs_over_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for place in ("general", "docent", "Docent: Home"):
        if width < 672:
            page.get_by_role("button", name="Places").click()
        go(page, place)
        expect(page.get_by_role("heading", level=1)).to_contain_text(place)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


def test_nothing_is_fetched_from_elsewhere_and_no_foreign_script_runs(page: Page, address: str) -> None:
    policy = page.request.get(address).headers["content-security-policy"]
    blocked = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
          fetch("https://example.invalid/").catch(() => {});
        })"""
    )

    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert blocked == "connect-src"
