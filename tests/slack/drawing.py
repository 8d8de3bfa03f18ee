"""Slack's blocks drawn as text, line by line, as a reader meets them: what can be pressed stands in brackets."""

from __future__ import annotations

from typing import Any

from bot.show import action_ids

Json = dict[str, Any]


def message(text: str, blocks: list[Json]) -> str:
    """A message: its blocks, or its text where it has none."""
    return "\n".join(drawn(blocks)) if blocks else text


def view(payload: Json) -> str:
    """A modal with its title and its buttons, or the App Home."""
    head = [f"== {payload['title']['text']} =="] if "title" in payload else []
    foot = [f"<{payload[name]['text']}>" for name in ("submit", "close") if name in payload]
    return "\n".join([*head, *drawn(payload["blocks"]), *([" ".join(foot)] if foot else [])])


def drawn(blocks: list[Json]) -> list[str]:
    """Every block as lines."""
    return [line for block in blocks for line in _block(block)]


def _block(block: Json) -> list[str]:
    match block["type"]:
        case "header":
            return [f"# {block['text']['text']}"]
        case "divider":
            return ["-----"]
        case "section":
            lines = _lines(block.get("text")) + [
                line for each in block.get("fields", ()) for line in _lines(each, "| ")
            ]
            return [*lines, *([_element(block["accessory"])] if "accessory" in block else [])]
        case "context":
            return [f"({each['text']})" for each in block["elements"]]
        case "actions" | "context_actions":
            return [_element(each) for each in block["elements"]]
        case "input":
            return [f"{block['label']['text']}: {_element(block['element'])}"]
        case "table" | "data_table":
            rows = [" | ".join(map(_cell, row)) for row in block["rows"]]
            return [f"{{{block['type']}}}", *(f"| {row} |" for row in rows)]
        case "rich_text":
            return [line for each in block["elements"] for line in _rich(each)]
        case kind:
            message = f"nobody has drawn a {kind} yet"
            raise AssertionError(message)


def _element(element: Json) -> str:
    action = element["action_id"]
    match element["type"]:
        case "button":
            sure = f" - sure? {element['confirm']['title']['text']}" if "confirm" in element else ""
            meaning = action_ids.unpack(element["value"])[1] or element["value"]
            bound = f" = {meaning}" if "?" in meaning else ""
            return f"[{element['text']['text']}] {action}{bound}{sure}"
        case "feedback_buttons":
            names = (element[each]["text"]["text"] for each in ("positive_button", "negative_button"))
            return f"[{' / '.join(names)}] {action}"
        case _:
            options = [each["text"]["text"] for each in element.get("options", ())]
            return f"[{element['type']}] {action}" + (f": {', '.join(options)}" if options else "")


def _cell(cell: Json) -> str:
    return cell["text"] if cell["type"] != "rich_text" else " ".join(_rich(cell["elements"][0]))


def _rich(element: Json) -> list[str]:
    kind = element["type"]
    if kind == "rich_text_list":
        return [f"{'  ' * element.get('indent', 0)}* {_run(each)}" for each in element["elements"]]
    sign = {"rich_text_quote": "> ", "rich_text_preformatted": "    "}.get(kind, "")
    return [f"{sign}{line}".rstrip() for line in _run(element).split("\n")]


def _run(element: Json) -> str:
    return "".join(_span(span) for span in element["elements"])


def _span(span: Json) -> str:
    if span["type"] == "user":
        return f"<@{span['user_id']}>"
    text = str(span.get("text") or span.get("url", ""))
    return f"*{text}*" if (span.get("style") or {}).get("bold") else text


def _lines(text: Json | None, sign: str = "") -> list[str]:
    return [f"{sign}{line}" for line in text["text"].split("\n")] if text else []
