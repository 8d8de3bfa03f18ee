"""YAML with lines: every value knows where it stands, and every scalar is the text as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 12


class YamlError(Exception):
    """A text that is not the YAML we read.

    ``line`` counts from 1.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Node:
    """One value: a text, a list or a mapping."""

    value: str | list[Node] | dict[str, Node]
    line: int
    """Line on which it begins, counted from 1; for a ``|`` block the line of its first content."""
    block: bool = False
    """Whether it is a ``|`` block, whose lines are the file's lines."""
    key_line: int = 0
    """Line of its key, for a value in a mapping."""

    def phrases(self) -> Iterator[tuple[str, int]]:
        """One phrase a line, or one an item of a list, each with its line; empty lines are left out."""
        if isinstance(self.value, str):
            for offset, line in enumerate(self.value.split("\n")):
                if line.strip():
                    yield line.strip(), self.line + (offset if self.block else 0)
        elif isinstance(self.value, list):
            for node in self.value:
                yield from node.phrases()


def read_yaml(text: str) -> Node | None:
    """Read one YAML document; None where it holds nothing.

    Raises:
        YamlError: it is not YAML, uses anchors, is nested too deep, or gives a key twice.
    """
    try:
        _refuse_tricks(text)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        msg = f"this is not YAML: {error.problem or error.context}"
        raise YamlError(msg, line) from error
    except (yaml.YAMLError, ValueError) as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        msg = "this is not YAML: it holds a character that YAML does not allow"
        raise YamlError(msg, line) from error
    return None if root is None else _node(root)


def _refuse_tricks(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            msg = "anchors (&name) and aliases (*name) are not read here"
            raise YamlError(msg, _line(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                msg = "this is nested too deep"
                raise YamlError(msg, _line(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(place: yaml.Event | yaml.Node) -> int:
    return place.start_mark.line + 1 if place.start_mark else 1


def _node(node: yaml.Node) -> Node:
    line = _line(node)
    if isinstance(node, yaml.MappingNode):
        fields: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key_line = _line(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                msg = "a key must be a text"
                raise YamlError(msg, key_line)
            key = str(key_node.value).strip()
            if key in fields:
                msg = f'"{key}" stands here twice, first on line {fields[key].key_line}'
                raise YamlError(msg, key_line)
            fields[key] = _node(value_node)
            fields[key].key_line = key_line
        return Node(fields, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(item) for item in node.value], line)
    block = isinstance(node, yaml.ScalarNode) and node.style == "|"
    return Node(str(node.value), line + block, block)
