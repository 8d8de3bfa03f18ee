"""What Slack refuses is found before it is sent, whatever the blocks are."""

import string
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.show.limits import block_violations, view_violations, violations
from bot.show.message import Message
from bot.show.surfaces import SURFACES, Surface


def text(length: int, kind: str = "plain_text") -> dict[str, Any]:
    return {"type": kind, "text": "x" * length}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": text(5), "action_id": "a", **more}


def section(length: int = 5, **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": text(length, "mrkdwn"), **more}


def table(rows: int = 2, columns: int = 2, cell: str = "x", **more: Any) -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": cell}] * columns] * rows, **more}


def paged(rows: int, **more: Any) -> dict[str, Any]:
    return {**table(rows), "type": "data_table", "caption": "Sizes", "page_size": 50, **more}


def rich(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [element]}]}


def menu(count: int, **option: Any) -> dict[str, Any]:
    options = [{"text": text(5), "value": str(place), **option} for place in range(count)]
    return {"type": "actions", "elements": [{"type": "static_select", "action_id": "m", "options": options}]}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


FINE = (
    [section(3000, fields=[text(2000)] * 4)],
    [{"type": "header", "text": text(150)}, {"type": "divider"}],
    [actions(*(button(action_id=letter, text=text(75), value="v" * 2000) for letter in string.ascii_letters[:25]))],
    [table(100, 20), section()],
    [paged(100)],
    [table(cell="x" * 2500)],
    [menu(100)],
    [{"type": "context", "elements": [text(5)] * 10}],
    [rich({"type": "link", "url": "https://a.example", "text": "a", "style": {"bold": True}})],
    [section()] * 50,
)


@pytest.mark.parametrize("blocks", FINE)
def test_what_slack_takes_is_fine(blocks: list[dict[str, Any]]) -> None:
    assert block_violations(blocks, "message") == ()


REFUSED = (
    ([section()] * 51, "/: 51 blocks, at most 50"),
    ([section(3001)], "/0/text/text: 3001 characters, at most 3000"),
    ([section(0)], "/0/text/text: is empty"),
    ([section(fields=[text(5)] * 11)], "/0/fields: 11 items, must be 1 to 10"),
    ([section(fields=[text(2001)])], "/0/fields/0/text: 2001 characters, at most 2000"),
    ([{"type": "section"}], "/0: has neither text nor fields"),
    ([{"type": "header", "text": text(151)}], "/0/text/text: 151 characters, at most 150"),
    ([{"type": "header", "text": text(5, "mrkdwn")}], "/0/text: must be a text object (plain_text)"),
    ([actions(button(text=text(76)))], "/0/elements/0/text/text: 76 characters, at most 75"),
    ([actions(button(value="v" * 2001))], "/0/elements/0/value: 2001 characters, at most 2000"),
    ([actions(button(), button())], "/0/elements/1/action_id: 'a' stands twice in this block"),
    ([actions(*(button(action_id=str(n)) for n in range(26)))], "/0/elements: 26 items, must be 1 to 25"),
    ([actions(button(style="green"))], "/0/elements/0/style: must be primary or danger"),
    ([actions()], "/0/elements: 0 items, must be 1 to 25"),
    ([{"type": "context", "elements": [text(5)] * 11}], "/0/elements: 11 items, must be 1 to 10"),
    ([menu(101)], "/0/elements/0/options: 101 items, must be 1 to 100"),
    ([menu(1, value="v" * 151)], "/0/elements/0/options/0/value: 151 characters, at most 150"),
    ([menu(1, text=text(76))], "/0/elements/0/options/0/text/text: 76 characters, at most 75"),
    ([table(101)], "/0/rows: 101 items, must be 1 to 100"),
    ([table(1, 21)], "/0/rows/0: 21 items, must be 1 to 20"),
    ([table(cell="")], "/0/rows/0/0/text: is empty"),
    ([table(cell="x" * 2501)], "/0/rows: 10004 characters, at most 10000 in a table"),
    (
        [{"type": "table", "rows": [[], [{"type": "raw_text", "text": "x"}]]}],
        "/0/rows: rows differ in their number of cells",
    ),
    ([table(column_settings=[{"align": "middle"}])], "/0/column_settings/0: is not a column's setting"),
    ([table(), table()], "/: 2 tables, at most one in a message (only_one_table_allowed)"),
    (
        [table(), {"type": "markdown", "text": "|a|b|\n|-|-|\n|1|2|"}],
        "/: 2 tables, at most one in a message (only_one_table_allowed)",
    ),
    ([paged(1)], "/0/rows: 1 items, must be 2 to 100"),
    ([paged(3, caption="")], "/0/caption: is empty"),
    ([paged(3, page_size=0)], "/0/page_size: must be a whole number from 1 to 100"),
    ([paged(3, row_header_column_index=2)], "/0/row_header_column_index: names no column"),
    ([rich({"type": "text", "text": ""})], "/0/elements/0/elements/0/text: is empty"),
    ([rich({"type": "text", "text": "x", "style": {"loud": True}})], "/0/elements/0/elements/0/style: is not a style"),
    ([{"type": "rich_text", "elements": []}], "/0/elements: 0 items, must be 1 to 1000"),
    ([section(block_id="b"), section(block_id="b")], "/: two blocks have the block_id 'b'"),
    ([section(block_id="b" * 256)], "/0/block_id: 256 characters, at most 255"),
    ([section(2500)] * 5, "/: 12500 characters, at most 12000 in a message (msg_blocks_too_long)"),
    ([{"type": "alert"}], "/0: alert blocks are not shown here (message)"),
    ([None], "/0: is not a block"),
)


@pytest.mark.parametrize(("blocks", "violation"), REFUSED)
def test_what_slack_refuses_is_named_with_its_place(blocks: list[Any], violation: str) -> None:
    assert violation in block_violations(blocks, "message")


@pytest.mark.parametrize("surface", ["modal", "home"])
@pytest.mark.parametrize("block", [table(), paged(3), {"type": "context_actions", "elements": []}])
def test_views_draw_no_tables_and_no_feedback(surface: Surface, block: dict[str, Any]) -> None:
    assert block_violations([block], surface) == (f"/0: {block['type']} blocks are not shown here ({surface})",)
    assert block_violations([section()] * 100, surface) == ()
    assert block_violations([section()] * 101, surface) == ("/: 101 blocks, at most 100",)


def test_a_message_needs_a_text_that_is_not_cut() -> None:
    assert violations(Message(" "), "message") == ("/text: is empty",)
    assert violations(Message("x" * 40_001), "text") == ("/text: 40001 characters, at most 40000",)


def test_emoji_count_as_two() -> None:
    assert block_violations([{"type": "header", "text": {"type": "plain_text", "text": "👍" * 75}}], "home") == ()
    assert len(block_violations([{"type": "header", "text": {"type": "plain_text", "text": "👍" * 76}}], "home")) == 1


def test_a_modal_has_a_short_title_and_a_way_to_submit_its_inputs() -> None:
    field = {"type": "input", "label": text(5), "element": {"type": "plain_text_input", "action_id": "q"}}
    view = {"type": "modal", "title": text(24), "submit": text(4), "blocks": [field]}
    assert view_violations(view) == ()
    assert view_violations({**view, "title": text(25)}) == ("/title/text: 25 characters, at most 24",)
    assert view_violations({**view, "private_metadata": "x" * 3001}) == (
        "/private_metadata: 3001 characters, at most 3000",
    )
    assert view_violations({"type": "modal", "title": text(4), "blocks": [field]}) == (
        "/submit: is missing: the view has an input",
    )
    assert view_violations({"type": "home", "blocks": [table()]}) == (
        "/blocks/0: table blocks are not shown here (home)",
    )


keys = st.sampled_from(
    (
        "type",
        "text",
        "fields",
        "elements",
        "rows",
        "style",
        "value",
        "options",
        "blocks",
        "block_id",
        "element",
        "title",
    )
)
names = st.sampled_from(
    ("section", "table", "data_table", "actions", "rich_text", "rich_text_list", "rich_text_section", "text", "button",
     "plain_text", "mrkdwn", "context", "context_actions", "feedback_buttons", "input", "modal", "home", "static_select",
     "container", "raw_text", "image", "header", "link")
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_judged_without_an_exception(value: Any) -> None:
    for surface in SURFACES:
        assert all(isinstance(each, str) for each in block_violations(value, surface))
        assert all(isinstance(each, str) for each in block_violations([value], surface))
    assert isinstance(view_violations(value), tuple)


def test_each_surface_has_its_rules() -> None:
    assert set(SURFACES) == set(get_args(Surface))
    assert block_violations([section()], "text") == ("/0: section blocks are not shown here (text)",)
