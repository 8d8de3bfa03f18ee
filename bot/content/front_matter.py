"""Front matter: the YAML between two ``---`` lines at the top of an overview."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.content.yaml_reader import Node, YamlError, read_yaml
from bot.model.problem import Problem

_KEY = re.compile(r"^[A-Za-z_][\w -]*:(\s|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an overview says of itself."""

    title: str = ""
    tags: tuple[str, ...] = ()
    lines: int = 0
    """Lines that it takes, counted from the top; 0 for none."""


def read(file: str, lines: list[str]) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Front matter of a document's lines; keys other than ``title`` and ``tags`` belong to other tools."""
    if lines[0].rstrip() != "---":
        return FrontMatter(), ()
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() in ("---", "...")), 0)
    if not end or not any(_KEY.match(line) for line in lines[1:end]):
        return FrontMatter(), ()
    try:
        node = read_yaml("\n".join(lines[1:end]))
    except YamlError as error:
        problem = Problem(file, min(error.line + 1, end), f"the front matter cannot be read: {error}")
        return FrontMatter(lines=end + 1), (problem,)
    if node is None or not isinstance(node.value, dict):
        return FrontMatter(), ()
    title = node.value.get("title")
    tags = node.value.get("tags")
    return FrontMatter(_text(title), _texts(tags), end + 1), ()


def _text(node: Node | None) -> str:
    return node.value.strip() if node is not None and isinstance(node.value, str) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node.value, list):
        return tuple(filter(None, map(_text, node.value)))
    return tuple(filter(None, (part.strip() for part in _text(node).split(","))))
