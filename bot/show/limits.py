"""What Slack refuses, as readable sentences: every answer is held against it before anybody asks for it.

As strict as Slack is known to be, and stricter where its documentation is silent. A violation starts with the place of
the mistake as a JSON pointer, as in Slack's own errors: ``/2/fields/0/text: 2050 characters, at most 2000``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.show.limits_elements import Findings, fields, kind_of
from bot.show.message import Message
from bot.show.surfaces import Surface
from bot.show.words import size

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 12_000
"""Most characters of all blocks of one message (``msg_blocks_too_long``)."""
TEXT = 40_000
TABLE_CHARACTERS = 10_000
TABLE_COLUMNS = 20
TABLE_ROWS = 100
"""Most rows of a table, its header among them; for a ``data_table`` one header more."""
_VIEWS = frozenset({"modal", "home"})
_TABLES = frozenset({"table", "data_table"})
_EVERYWHERE = frozenset({"section", "header", "divider", "context", "actions", "image", "input", "rich_text", "video"})
_MESSAGES = (
    _EVERYWHERE | _TABLES | {"markdown", "context_actions", "container", "plan", "task_card", "card", "carousel"}
)
_ALLOWED: dict[str, frozenset[str]] = {
    "message": _MESSAGES,
    "ephemeral": _MESSAGES - {"context_actions", "data_table"},
    "response": _MESSAGES - {"context_actions", "data_table"},
    "modal": _EVERYWHERE | {"alert"},
    "home": _EVERYWHERE | {"card", "carousel"},
    "text": frozenset(),
}
_CONTAINED = frozenset(
    {"actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table", "video"}
)


def violations(message: Message, surface: Surface) -> tuple[str, ...]:
    """Everything for which Slack would refuse this message or view; empty if it is fine."""
    found = Findings()
    if surface not in _VIEWS:
        if not message.text.strip():
            found.add("/text", "is empty")
        found.longest("/text", message.text, TEXT)
    return (*found.all, *block_violations(message.blocks, surface))


def block_violations(blocks: object, surface: Surface) -> tuple[str, ...]:
    """The same for blocks of any origin, JSON as it was received."""
    found = Findings()
    if not isinstance(blocks, Sequence) or isinstance(blocks, str):
        return ("/: blocks must be a list",)
    most = VIEW_BLOCKS if surface in _VIEWS else MESSAGE_BLOCKS
    if len(blocks) > most:
        found.add("/", f"{len(blocks)} blocks, at most {most}")
    for place, block in enumerate(blocks):
        _block(found, f"/{place}", block, _ALLOWED[surface], surface)
    _whole(found, blocks, surface)
    return found.all


def view_violations(view: object) -> tuple[str, ...]:
    """The same for a modal or home view as it is opened, pushed, updated or published."""
    found = Findings()
    if not isinstance(view, Mapping) or kind_of(view) not in _VIEWS:
        return ("/type: a view is a modal or a home",)
    surface: Surface = "modal" if view["type"] == "modal" else "home"
    if surface == "modal":
        found.text_object("/title", view.get("title"), 24, ("plain_text",))
        for name in ("submit", "close"):
            if name in view:
                found.text_object(f"/{name}", view[name], 24, ("plain_text",))
    found.optional_string(view, "", "callback_id", 255)
    found.optional_string(view, "", "private_metadata", 3000)
    found.optional_string(view, "", "external_id", 255)
    blocks = tuple(f"/blocks{text}" for text in block_violations(view.get("blocks"), surface))
    inputs = isinstance(view.get("blocks"), Sequence) and any(
        isinstance(block, Mapping) and block.get("type") == "input" for block in view["blocks"]
    )
    if surface == "modal" and inputs and "submit" not in view:
        found.add("/submit", "is missing: the view has an input")
    return (*found.all, *blocks)


def characters(part: object) -> int:
    """All characters of text in a block, or in anything made of blocks."""
    found = 0
    left = [part]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            for name, value in each.items():
                if not isinstance(value, str):
                    left.append(value)
                elif name in ("text", "caption"):
                    found += size(value)
        elif isinstance(each, list | tuple):
            left.extend(each)
    return found


def _whole(found: Findings, blocks: Sequence[Any], surface: Surface) -> None:
    ids = [block["block_id"] for block in blocks if isinstance(block, Mapping) and block.get("block_id")]
    for block_id in sorted({str(each) for each in ids if ids.count(each) > 1}):
        found.add("/", f"two blocks have the block_id {block_id!r}")
    if surface in _VIEWS:
        return
    count = sum(map(_tables, blocks))
    if count > 1:
        found.add("/", f"{count} tables, at most one in a message (only_one_table_allowed)")
    total = sum(map(characters, blocks))
    if total > MESSAGE_CHARACTERS:
        found.add("/", f"{total} characters, at most {MESSAGE_CHARACTERS} in a message (msg_blocks_too_long)")


def _tables(block: object) -> int:
    part = fields(block)
    if kind_of(part) == "markdown":
        lines = str(part.get("text", "")).splitlines()
        return sum(set(line.strip()) <= set("|-: ") and "|" in line and "-" in line for line in lines)
    children = part.get("child_blocks")
    inner = sum(map(_tables, children)) if isinstance(children, list | tuple) else 0
    return inner + (kind_of(part) in _TABLES)


def _block(found: Findings, at: str, block: object, allowed: frozenset[str], surface: Surface) -> None:
    if not isinstance(block, Mapping) or not isinstance(block.get("type"), str):
        found.add(at, "is not a block")
        return
    kind = block["type"]
    if kind not in allowed:
        found.add(at, f"{kind} blocks are not shown here ({surface})")
        return
    found.optional_string(block, at, "block_id", 255)
    if kind in _TABLES:
        _table(found, at, block, paged=kind == "data_table")
    elif kind == "container":
        found.text_object(f"{at}/title", block.get("title") or block.get("rich_text_title"), 150, ("plain_text",))
        children = found.sequence(f"{at}/child_blocks", block.get("child_blocks"), 1, 10)
        for place, child in enumerate(children):
            _block(found, f"{at}/child_blocks/{place}", child, _CONTAINED, surface)
    else:
        found.block(at, block)


def _table(found: Findings, at: str, block: Mapping[str, Any], *, paged: bool) -> None:
    rows = found.sequence(f"{at}/rows", block.get("rows"), 2 if paged else 1, TABLE_ROWS)
    widths = {len(row) for row in rows if isinstance(row, list | tuple)}
    if len(widths) > 1:
        found.add(f"{at}/rows", "rows differ in their number of cells")
    for place, row in enumerate(rows):
        cells = found.sequence(f"{at}/rows/{place}", row, 1, TABLE_COLUMNS)
        for column, cell in enumerate(cells):
            found.cell(f"{at}/rows/{place}/{column}", cell, raw_only=paged and place == 0)
    if (total := characters(rows)) > TABLE_CHARACTERS:
        found.add(f"{at}/rows", f"{total} characters, at most {TABLE_CHARACTERS} in a table")
    if not paged:
        settings = found.sequence(f"{at}/column_settings", block.get("column_settings", ()), 0, TABLE_COLUMNS)
        for place, setting in enumerate(settings):
            if setting is not None and (
                not isinstance(setting, Mapping)
                or not set(setting) <= {"align", "is_wrapped"}
                or setting.get("align", "left") not in ("left", "center", "right")
            ):
                found.add(f"{at}/column_settings/{place}", "is not a column's setting")
        return
    found.string(f"{at}/caption", block.get("caption"), 150)
    size_of_page = block.get("page_size", 5)
    if not isinstance(size_of_page, int) or not 1 <= size_of_page <= TABLE_ROWS:
        found.add(f"{at}/page_size", "must be a whole number from 1 to 100")
    column = block.get("row_header_column_index", 0)
    if not isinstance(column, int) or (widths and not 0 <= column < max(widths)):
        found.add(f"{at}/row_header_column_index", "names no column")
