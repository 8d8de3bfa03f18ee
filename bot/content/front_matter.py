"""Front matter: the YAML between two ``---`` lines at the top of an overview."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.content.authored import suggestion
from bot.content.yaml_reader import Node, YamlError, read_yaml
from bot.model.problem import Problem

_KEY = re.compile(r"^[A-Za-z_][\w -]*:(\s|$)")
_KNOWN = ("title", "tags")
_OTHERS = frozenset(
    """author authors date created updated modified lastmod last_updated layout template description summary abstract slug
    id category categories keywords lang language draft published permalink url link image cover aliases version status
    owner owners reviewer reviewers weight order nav_order parent sidebar sidebar_position sidebar_label toc type""".split()
)
"""What other tools read from the same place."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an overview says of itself."""

    title: str = ""
    tags: tuple[str, ...] = ()
    lines: int = 0
    """Lines that it takes, counted from the top; 0 for none."""


def read(file: str, lines: list[str]) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Front matter of a document's lines: ``title`` and ``tags``; what other tools are known to read is left to them."""
    if lines[0].rstrip() != "---":
        return FrontMatter(), ()
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() in ("---", "...")), 0)
    if not end and len(lines) > 1 and _KEY.match(lines[1]):
        problem = Problem(file, 1, "the front matter that begins here has no end", 'write "---" on a line behind it')
        return FrontMatter(), (problem,)
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
    problems = tuple(
        Problem(file, each.key_line + 1, f'the front matter has no field "{key}"', _hint(key))
        for key, each in node.value.items()
        if key not in _KNOWN and key not in _OTHERS
    )
    return FrontMatter(_text(title), _texts(tags), end + 1), problems


def _hint(key: str) -> str:
    return suggestion(key, _KNOWN) or f'there are "{_KNOWN[0]}" and "{_KNOWN[1]}": take it out'


def _text(node: Node | None) -> str:
    return node.value.strip() if node is not None and isinstance(node.value, str) else ""


def _texts(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node.value, list):
        return tuple(filter(None, map(_text, node.value)))
    return tuple(filter(None, (part.strip() for part in _text(node).split(","))))
