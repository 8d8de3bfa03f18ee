"""Slack's limits on the parts of blocks: texts, buttons, menus, rich text, cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.show.words import size

_STYLES = {"bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"}
_SELECTS = {"static_select", "multi_static_select"}
_CHOICES = {"checkboxes": 10, "radio_buttons": 10, "overflow": 5}
_BUTTON_STYLES = ("primary", "danger")
_ANY_TEXT = ("plain_text", "mrkdwn")
# Where a menu or a field stands by itself: nothing but its id is limited by us.
_OTHER = {
    "external_select", "multi_external_select", "users_select", "multi_users_select", "conversations_select",
    "multi_conversations_select", "channels_select", "multi_channels_select", "datepicker", "timepicker",
    "datetimepicker", "plain_text_input", "rich_text_input", "number_input", "email_text_input", "url_text_input",
    "file_input", "workflow_button",
}  # fmt: skip
_INTERACTIVE = _OTHER | _SELECTS | set(_CHOICES) | {"button"}


class Findings:
    """The mistakes found so far, and the rules that add to them. A rule never raises, whatever JSON it is given."""

    def __init__(self) -> None:
        self._found: list[str] = []

    @property
    def all(self) -> tuple[str, ...]:
        """What was found, in the order of the blocks."""
        return tuple(self._found)

    def add(self, at: str, message: str) -> None:
        """Note one mistake at this place."""
        self._found.append(f"{at}: {message}")

    def longest(self, at: str, text: str, limit: int) -> None:
        """The text must not be longer."""
        if size(text) > limit:
            self.add(at, f"{size(text)} characters, at most {limit}")

    def string(self, at: str, value: object, limit: int) -> None:
        """A text that is needed: not empty, not longer, and such that it can be sent."""
        if not isinstance(value, str) or not value.strip():
            self.add(at, "is empty")
            return
        self.longest(at, value, limit)
        if any("\ud800" <= character <= "\udfff" or character == "\0" for character in value):
            self.add(at, "holds a character that cannot be sent")

    def optional_string(self, owner: Mapping[str, Any], at: str, name: str, limit: int) -> None:
        """A text that may be absent or empty, but not longer."""
        value = owner.get(name, "")
        if not isinstance(value, str):
            self.add(f"{at}/{name}", "is not a text")
        else:
            self.longest(f"{at}/{name}", value, limit)

    def sequence(self, at: str, value: object, least: int, most: int) -> Sequence[Any]:
        """A list of a length within bounds; empty where it is none."""
        if not isinstance(value, list | tuple):
            self.add(at, "is not a list")
            return ()
        if not least <= len(value) <= most:
            self.add(at, f"{len(value)} items, must be {least} to {most}")
        return value

    def text_object(self, at: str, value: object, limit: int, kinds: Sequence[str] = _ANY_TEXT) -> None:
        """A text object of one of these kinds."""
        if not isinstance(value, Mapping) or value.get("type") not in kinds:
            self.add(at, f"must be a text object ({' or '.join(kinds)})")
            return
        self.string(f"{at}/text", value.get("text"), limit)
        extra = {"emoji"} if value["type"] == "plain_text" else {"verbatim"}
        for name in sorted(set(map(str, value)) - {"type", "text"} - extra):
            self.add(at, f"{name} is no property of {value['type']}")

    def block(self, at: str, block: Mapping[str, Any]) -> None:
        """One block that is no table and no container."""
        rules: dict[str, Callable[[str, Mapping[str, Any]], None]] = {
            "section": self._section,
            "header": lambda at, block: self.text_object(f"{at}/text", block.get("text"), 150, ("plain_text",)),
            "context": self._context,
            "actions": self._actions,
            "context_actions": self._context_actions,
            "rich_text": self.rich_text,
            "input": self._input,
            "image": self._image,
            "markdown": lambda at, block: self.string(f"{at}/text", block.get("text"), 12_000),
        }
        if rule := rules.get(block["type"]):
            rule(at, block)

    def cell(self, at: str, cell: object, *, raw_only: bool) -> None:
        """One cell of a table."""
        cell = fields(cell)
        kind = kind_of(cell)
        if kind in {"raw_text", "raw_number"}:
            self.string(f"{at}/text", cell.get("text"), 10_000)
            if kind == "raw_number" and not isinstance(cell.get("value"), int | float):
                self.add(f"{at}/value", "is not a number")
        elif kind == "rich_text" and not raw_only:
            self.rich_text(at, cell)
        else:
            self.add(at, "is not a cell")

    def rich_text(self, at: str, block: Mapping[str, Any]) -> None:
        """A rich_text block or cell."""
        for place, given in enumerate(self.sequence(f"{at}/elements", block.get("elements"), 1, 1000)):
            where = f"{at}/elements/{place}"
            part = fields(given)
            kind = kind_of(part)
            if kind == "rich_text_list":
                if part.get("style") not in ("bullet", "ordered"):
                    self.add(f"{where}/style", "must be bullet or ordered")
                if not isinstance(part.get("indent", 0), int) or not 0 <= part.get("indent", 0) <= 8:
                    self.add(f"{where}/indent", "must be 0 to 8")
                for item, section in enumerate(self.sequence(f"{where}/elements", part.get("elements"), 1, 1000)):
                    self._runs(f"{where}/elements/{item}", section, "rich_text_section")
            elif kind in {"rich_text_section", "rich_text_preformatted", "rich_text_quote"}:
                self._runs(where, part, kind)
            else:
                self.add(where, "is not a part of rich_text")

    def element(self, at: str, element: object, ids: list[str]) -> None:
        """One thing to press or to fill in. ``ids`` gathers the action ids of its block."""
        element = fields(element)
        kind = kind_of(element)
        if kind not in _INTERACTIVE:
            self.add(at, "is not an interactive element")
            return
        self.optional_string(element, at, "action_id", 255)
        if action_id := element.get("action_id"):
            if action_id in ids:
                self.add(f"{at}/action_id", f"{action_id!r} stands twice in this block")
            ids.append(str(action_id))
        if kind == "button":
            self._button(at, element)
        elif kind in _SELECTS or kind in _CHOICES:
            self._options(at, element, _CHOICES.get(kind, 100))
        if "placeholder" in element:
            self.text_object(f"{at}/placeholder", element["placeholder"], 150, ("plain_text",))
        if "confirm" in element:
            self._confirm(f"{at}/confirm", element["confirm"])

    def _runs(self, at: str, section: object, wanted: str) -> None:
        if not isinstance(section, Mapping) or section.get("type") != wanted:
            self.add(at, f"is not a {wanted}")
            return
        for place, given in enumerate(self.sequence(f"{at}/elements", section.get("elements"), 1, 1000)):
            where = f"{at}/elements/{place}"
            run = fields(given)
            kind = kind_of(run)
            if kind not in {"text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date", "color"}:
                self.add(where, "is not a run of rich_text")
                continue
            if kind == "text" and not (isinstance(run.get("text"), str) and run["text"]):
                self.add(f"{where}/text", "is empty")
            if kind == "link":
                self.string(f"{where}/url", run.get("url"), 3000)
            style = run.get("style", {})
            if not isinstance(style, Mapping) or not set(style) <= _STYLES or not all(map(_flag, style.values())):
                self.add(f"{where}/style", "is not a style")

    def _section(self, at: str, block: Mapping[str, Any]) -> None:
        if "text" not in block and "fields" not in block:
            self.add(at, "has neither text nor fields")
        if "text" in block:
            self.text_object(f"{at}/text", block["text"], 3000)
        if "fields" in block:
            for place, field in enumerate(self.sequence(f"{at}/fields", block["fields"], 1, 10)):
                self.text_object(f"{at}/fields/{place}", field, 2000)
        if "accessory" in block:
            accessory = block["accessory"]
            if kind_of(fields(accessory)) == "image":
                self._image(f"{at}/accessory", fields(accessory))
            else:
                self.element(f"{at}/accessory", accessory, [])

    def _context(self, at: str, block: Mapping[str, Any]) -> None:
        for place, element in enumerate(self.sequence(f"{at}/elements", block.get("elements"), 1, 10)):
            if kind_of(fields(element)) == "image":
                self._image(f"{at}/elements/{place}", fields(element))
            else:
                self.text_object(f"{at}/elements/{place}", element, 3000)

    def _actions(self, at: str, block: Mapping[str, Any]) -> None:
        ids: list[str] = []
        for place, element in enumerate(self.sequence(f"{at}/elements", block.get("elements"), 1, 25)):
            self.element(f"{at}/elements/{place}", element, ids)

    def _context_actions(self, at: str, block: Mapping[str, Any]) -> None:
        ids: list[str] = []
        for place, given in enumerate(self.sequence(f"{at}/elements", block.get("elements"), 1, 5)):
            where = f"{at}/elements/{place}"
            element = fields(given)
            kind = kind_of(element)
            if kind == "feedback_buttons":
                for name in ("positive_button", "negative_button"):
                    self._feedback(f"{where}/{name}", element.get(name))
            elif kind == "icon_button":
                self.string(f"{where}/icon", element.get("icon"), 255)
                self.text_object(f"{where}/text", element.get("text"), 75, ("plain_text",))
            else:
                self.add(where, "must be feedback_buttons or an icon_button")
                continue
            self.string(f"{where}/action_id", element.get("action_id"), 255)
            if element.get("action_id") in ids:
                self.add(f"{where}/action_id", "stands twice in this block")
            ids.append(str(element.get("action_id")))

    def _feedback(self, at: str, button: object) -> None:
        if not isinstance(button, Mapping):
            self.add(at, "is missing")
            return
        self.text_object(f"{at}/text", button.get("text"), 75, ("plain_text",))
        self.string(f"{at}/value", button.get("value"), 2000)
        self.optional_string(button, at, "accessibility_label", 75)

    def _button(self, at: str, button: Mapping[str, Any]) -> None:
        self.text_object(f"{at}/text", button.get("text"), 75, ("plain_text",))
        self.optional_string(button, at, "value", 2000)
        self.optional_string(button, at, "url", 3000)
        self.optional_string(button, at, "accessibility_label", 75)
        if "style" in button and button["style"] not in _BUTTON_STYLES:
            self.add(f"{at}/style", "must be primary or danger")

    def _options(self, at: str, element: Mapping[str, Any], most: int) -> None:
        groups = [(f"{at}/options", element)]
        if "option_groups" in element:
            groups = []
            for place, group in enumerate(self.sequence(f"{at}/option_groups", element["option_groups"], 1, 100)):
                where = f"{at}/option_groups/{place}"
                if isinstance(group, Mapping):
                    self.text_object(f"{where}/label", group.get("label"), 75, ("plain_text",))
                    groups.append((f"{where}/options", group))
        for where, owner in groups:
            for place, option in enumerate(self.sequence(where, owner.get("options"), 1, most)):
                self.option(f"{where}/{place}", option)

    def option(self, at: str, option: object) -> None:
        """One choice of a menu."""
        if not isinstance(option, Mapping):
            self.add(at, "is not an option")
            return
        self.text_object(f"{at}/text", option.get("text"), 75)
        self.string(f"{at}/value", option.get("value"), 150)
        if "description" in option:
            self.text_object(f"{at}/description", option["description"], 75)

    def _confirm(self, at: str, confirm: object) -> None:
        given = fields(confirm)
        for name, limit in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
            self.text_object(f"{at}/{name}", given.get(name), limit, _ANY_TEXT if name == "text" else ("plain_text",))

    def _input(self, at: str, block: Mapping[str, Any]) -> None:
        self.text_object(f"{at}/label", block.get("label"), 2000, ("plain_text",))
        if "hint" in block:
            self.text_object(f"{at}/hint", block["hint"], 2000, ("plain_text",))
        self.element(f"{at}/element", block.get("element"), [])

    def _image(self, at: str, image: Mapping[str, Any]) -> None:
        self.string(f"{at}/alt_text", image.get("alt_text"), 2000)
        self.optional_string(image, at, "image_url", 3000)


def fields(value: object) -> Mapping[str, Any]:
    """The value's fields if it is a JSON object, else none."""
    return value if isinstance(value, Mapping) else {}


def kind_of(part: Mapping[str, Any]) -> str:
    """The type that a part names; empty for none."""
    kind = part.get("type")
    return kind if isinstance(kind, str) else ""


def _flag(value: object) -> bool:
    return isinstance(value, bool)
