"""In Slack an answer is drawn as well as its surface can, and what cannot be drawn is said another way."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from bot.model.answer import Answer, Choice
from bot.model.dialogue import Reply, Trace, Understood
from bot.model.meaning import Meaning
from bot.model.prose import CodeBlock, Column, Columns, Item, Listing, Paragraph, Prose, Span, Table
from bot.model.source import Source
from bot.show import action_ids
from bot.show.blocks import Form, render, without_table
from bot.show.limits import characters, violations
from bot.show.message import Message
from bot.show.surfaces import SURFACES, Surface

of = Prose.of


def kinds(blocks: tuple[dict[str, Any], ...]) -> list[str]:
    return [block["type"] for block in blocks]


def everything(part: Any) -> str:
    """All texts of some blocks, in order."""
    return json.dumps(part, ensure_ascii=False)


def grid(rows: int, columns: int, cell: str = "x") -> Table:
    return Table(
        tuple(of(f"head {column}") for column in range(columns)),
        tuple(tuple(of(f"{cell} {row}.{column}") for column in range(columns)) for row in range(rows)),
    )


def buttons_of(message: Message) -> list[dict[str, Any]]:
    return [each for block in message.blocks if block["type"] == "actions" for each in block["elements"]]


@pytest.mark.parametrize("surface", SURFACES)
def test_what_each_surface_shows(
    surface: Surface, replies: dict[str, Reply | Answer], expect: Callable[[str, str], None]
) -> None:
    shown = {}
    for name, reply in replies.items():
        message = render(reply, surface, "a42", human=True)
        assert violations(message, surface) == ()
        shown[name] = {"text": message.text.split("\n"), "blocks": message.blocks}
    expect(f"{surface}.json", json.dumps(shown, ensure_ascii=False, indent=1))


@pytest.mark.parametrize("surface", SURFACES)
def test_slack_s_own_library_finds_nothing_wrong(surface: Surface, replies: dict[str, Reply | Answer]) -> None:
    for reply in replies.values():
        for block in render(reply, surface, "a42", human=True).blocks:
            parsed = Block.parse(block)
            assert parsed is not None
            parsed.validate_json()
            assert parsed.to_dict()["type"] == block["type"]


def test_a_comparison_is_a_native_table_with_a_dash_for_an_empty_cell(answered: Reply) -> None:
    message = render(answered, "message", "a42")
    assert kinds(message.blocks) == ["header", "rich_text", "table", "actions", "context", "context_actions"]
    table = message.blocks[2]
    assert table["column_settings"] == [{"is_wrapped": True}] * 3
    assert table["rows"][3][1] == {"type": "raw_text", "text": "\u2013"}
    bold = {"type": "text", "text": "Upkeep", "style": {"bold": True}}
    assert table["rows"][3][0]["elements"] == [{"type": "rich_text_section", "elements": [bold]}]


def test_the_text_beside_the_blocks_carries_the_facts_escaped(answered: Reply) -> None:
    text = render(answered, "message").text
    assert "Electric bicycles &amp; bicycles" in text
    assert "As far as your legs go." in text
    assert "Which is lighter?" in text


@pytest.mark.parametrize("surface", ["modal", "home"])
def test_a_view_shows_the_comparison_as_fields(surface: Surface, answered: Reply) -> None:
    message = render(answered, surface)
    assert "table" not in kinds(message.blocks)
    sections = [block for block in message.blocks if block["type"] == "section"]
    assert sections[0]["text"]["text"] == "*Range*"
    assert sections[0]["fields"][1]["text"] == "*Bicycles (without a motor)*\nAs far as your legs go."


def test_without_table_says_the_same_without_one(answered: Reply) -> None:
    message = without_table(answered, "message", "a42")
    assert "table" not in kinds(message.blocks)
    assert "As far as your legs go." in everything(message.blocks)
    assert violations(message, "message") == ()


def test_advantages_stand_beside_disadvantages(pros_and_cons: Answer) -> None:
    table = render(pros_and_cons, "message").blocks[2]
    assert [cell["elements"][0]["elements"][0]["text"] for cell in table["rows"][0]] == ["Advantages", "Disadvantages"]
    assert [cell["text"] for cell in table["rows"][3]] == ["Quiet.", "\u2013"]
    fields = render(pros_and_cons, "modal").blocks[2]["fields"]
    assert fields[1]["text"] == "*Disadvantages*\n• Hills are hard work.\n• No help against the wind."


def test_a_small_table_of_short_cells_is_aligned_in_a_view() -> None:
    table = Table((of("Size"), of("S"), of("L")), ((of("cm"), of("90"), of("110")),))
    blocks = render(Answer("Sizes", of("Two."), (table,)), "modal").blocks
    assert blocks[2]["elements"][0]["elements"][0]["text"] == "Size  S   L\n----  --  ---\ncm    90  110"


def test_a_long_table_can_be_sorted_and_shows_all_its_rows() -> None:
    answer = Answer("Gears", of("There are many."), (grid(14, 3),))
    table = render(answer, "message").blocks[2]
    assert (table["type"], table["caption"], table["page_size"]) == ("data_table", "Gears", 14)
    (short,) = pages(answer, "message", "brief")
    assert [(block["page_size"], len(block["rows"])) for block in short.blocks if block["type"] == "data_table"] == [
        (8, 15)
    ]
    assert {cell["type"] for cell in table["rows"][0]} == {"raw_text"}
    assert "data_table" not in kinds(render(answer, "ephemeral").blocks)


def pages(answer: Answer, surface: Surface, form: Form = "whole") -> list[Message]:
    """Every page of an answer that is bound to what it answers."""
    meaning = Meaning("compare")
    reply = Reply("?", "answered", Understood(meaning, 1.0, Trace()), answer, None)
    count = render(reply, surface, "1", form=form).pages
    return [render(reply, surface, "1", form=form, page=page) for page in range(count)]


@pytest.mark.parametrize(("rows", "columns"), [(130, 2), (5, 30), (30, 25), (150, 25)])
@pytest.mark.parametrize("surface", ["message", "ephemeral", "response", "modal", "home"])
def test_nothing_of_an_oversized_table_is_lost(rows: int, columns: int, surface: Surface) -> None:
    made = pages(Answer("Big", of("It is."), (grid(rows, columns),)), surface)
    shown = set(re.findall(r"x \d+\.\d+", "".join(everything(page.blocks) for page in made)))

    assert shown == {f"x {row}.{column}" for row in range(rows) for column in range(columns)}
    assert all(violations(page, surface) == () and not page.cut for page in made)


def test_pages_are_turned_by_their_buttons_and_none_leads_too_far() -> None:
    first, *middle, last = pages(Answer("Big", of("It is."), (grid(300, 3, "some words of a cell"),)), "message")
    turned = [
        [(each["text"]["text"], each["action_id"]) for each in buttons_of(page) if "page" in each["action_id"]]
        for page in (first, middle[0], last)
    ]

    assert turned == [
        [("Next page", "show_page:1")],
        [("Previous page", "show_page:0"), ("Next page", "show_page:2")],
        [("Previous page", f"show_page:{last.pages - 2}")],
    ]
    assert f"Page 1 of {last.pages}" in everything(first.blocks)
    assert "data_table" in kinds(first.blocks)


def test_a_wide_table_is_split_by_subject_in_even_parts_that_each_name_the_aspect() -> None:
    first, second = pages(Answer("Wide", of("It is."), (grid(4, 26),)), "message")
    heads = [
        [everything(cell) for cell in block["rows"][0]]
        for page in (first, second)
        for block in page.blocks
        if block["type"] == "table"
    ]

    assert [len(each) for each in heads] == [14, 13]
    assert all("head 0" in each[0] for each in heads)


def test_one_table_a_message_the_second_in_another_form(comparison: Answer, pros_and_cons: Answer) -> None:
    answer = Answer("Both", of("Two tables."), comparison.parts + pros_and_cons.parts)
    message = render(answer, "message")
    assert kinds(message.blocks) == ["header", "rich_text", "table", "section"]
    assert violations(message, "message") == ()


@pytest.mark.parametrize("surface", SURFACES)
def test_where_no_button_can_lead_on_it_is_shortened_and_says_where_the_rest_is(surface: Surface) -> None:
    parts = tuple(Paragraph(of(f"Paragraph {number}. " + "It goes on and on. " * 40)) for number in range(100))
    answer = Answer("Long", of("Very."), parts, sources=(Source("long.md", "All of it", 1, 300),))
    message = render(answer, surface)
    assert violations(message, surface) == ()
    where = "This is shortened: the whole of it is in long.md, “All of it”, lines 1-300."
    assert where in message.text
    assert surface == "text" or where in everything(message.blocks)


def test_a_cell_that_is_too_long_goes_on_in_the_next_row() -> None:
    words = " ".join(f"word{number}." for number in range(3000))
    table = Table((of("A"), of("B"), of("C")), ((of("key"), of(words), of("short")),))
    for surface in ("message", "modal"):
        made = pages(Answer("Cell", of("Long."), (table,)), surface)
        text = "".join(everything(page.blocks) for page in made)

        assert all(violations(page, surface) == () and not page.cut for page in made)
        assert set(re.findall(r"word\d+\.", text)) == set(words.split())
        assert " (continued)" in text


def test_what_people_write_never_pings_links_or_takes_a_style() -> None:
    trap = "<!channel> <@U123> <#C1|x> <http://evil.example|click> *bold* _it_ ~s~ `c` :tada: &lt;"
    table = Table((of("A"), of(trap), of("C")), ((of(trap), of(trap), of(trap + " long" * 20)),))
    columns = Columns((Column(trap, (of(trap),)), Column("b", (of("b"),))))
    source = Source("a_b_*c*.md", trap, 1, 2)
    answer = Answer(trap, of(trap), (table, columns, CodeBlock(trap)), (Choice(trap[:75], "help"),), (source,))
    for surface in SURFACES:
        message = render(answer, surface)
        assert violations(message, surface) == ()
        assert "<" not in message.text
        assert ">" not in message.text
        assert all(trap[:10] not in text for text in mrkdwn_texts(message.blocks))


def test_only_web_and_mail_addresses_are_links() -> None:
    addresses = [
        "https://a.example/x",
        "mailto:a@b.example",
        "javascript:alert(1)",
        "/intern",
        "http://x y",
        "file:///etc",
    ]
    spans = tuple(Span("here ", link=address) for address in addresses)
    runs = render(Answer("", Prose(spans)), "message").blocks[0]["elements"][0]["elements"]
    assert [run["type"] for run in runs] == ["link", "link", "text", "text", "text", "text"]


def test_choices_are_buttons_bound_to_their_meaning(unsure: Reply, unknown: Reply, answered: Reply) -> None:
    for reply, pattern in (
        (unsure, action_ids.DID_YOU_MEAN_PATTERN),
        (unknown, action_ids.ASK_PATTERN),
        (answered, action_ids.ASK_PATTERN),
    ):
        actions = next(block for block in render(reply, "message").blocks if block["type"] == "actions")
        assert [button["value"] for button in actions["elements"]] == [
            choice.meaning for choice in reply.answer.choices
        ]
        assert all(pattern.fullmatch(button["action_id"]) for button in actions["elements"])


def test_a_private_answer_can_be_shared_and_explained_but_a_declined_one_cannot(
    answered: Reply, unknown: Reply
) -> None:
    buttons = render(answered, "ephemeral", "a42").blocks[-1]["elements"]
    assert [button["action_id"] for button in buttons] == [action_ids.SHARE, action_ids.WHY]
    answer_id, meaning_id = action_ids.unpack(buttons[0]["value"])
    assert answer_id == "a42"
    assert answered.meaning is not None
    assert Meaning.from_id(meaning_id) == answered.meaning
    assert action_ids.SHARE not in everything(render(unknown, "ephemeral", "a42").blocks)


def test_feedback_is_asked_for_where_there_is_an_answer_to_rate(answered: Reply, unknown: Reply) -> None:
    feedback = render(answered, "message", "a42").blocks[-1]["elements"][0]
    assert feedback["positive_button"]["value"] == "a42:up"
    assert feedback["negative_button"]["value"] == "a42:down"
    for message in (render(answered, "message"), render(unknown, "message", "a42"), render(answered, "home", "a42")):
        assert "context_actions" not in kinds(message.blocks)


def test_nested_lists_keep_their_depth_and_their_numbers() -> None:
    items = (Item(of("one")), Item(of("inner"), 1), Item(of("two")), Item(of("three")))
    lists = render(Answer("", of("l"), (Listing(items, ordered=True),)), "message").blocks[1]["elements"]
    assert [(part.get("indent", 0), part.get("offset", 0), len(part["elements"])) for part in lists] == [
        (0, 0, 1),
        (1, 0, 1),
        (0, 1, 2),
    ]


def test_an_answer_of_nothing_still_has_a_text() -> None:
    for surface in SURFACES:
        message = render(Answer("", Prose()), surface)
        assert message.text == "There is nothing to show."
        assert violations(message, surface) == ()


def test_a_message_stays_well_below_what_slack_refuses() -> None:
    parts = (grid(60, 4, "some words that fill a cell of this table"), *(Paragraph(of("More. " * 300)),) * 9)
    assert sum(map(characters, render(Answer("Full", of("To the brim."), parts), "message").blocks)) <= 10_000


def mrkdwn_texts(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["text"]] if part.get("type") == "mrkdwn" else []
        return own + [text for value in part.values() for text in mrkdwn_texts(value)]
    return [text for each in part for text in mrkdwn_texts(each)] if isinstance(part, list | tuple) else []
