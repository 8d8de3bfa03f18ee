"""Notes and tabs as documentation sites write them, put in plain Markdown, line for line: ``!!! tip`` and ``=== "Foo"``."""

from __future__ import annotations

import re

_OPENING = re.compile(r'(\s*)(?:(?:!!!|\?\?\?\+?)\s+[\w -]+?(?:\s+"([^"]*)")?|===!?\s+"([^"]+)")\s*$')
_FENCE = re.compile(r"\s*(?:```|~~~)")
_INDENT = 4


def without_admonitions(text: str) -> str:
    """The text with what stands in a note or a tab moved out to the margin, and the title of it as a line in bold.

    Every line stays at its number; what stands in a code fence outside of them is left alone.
    """
    if "!!!" not in text and "???" not in text and "===" not in text:
        return text
    lines, depth, fenced = [], 0, False
    for line in text.split("\n"):
        inside = len(line) - len(line.lstrip()) >= depth
        if line.strip() and not inside and not fenced:
            depth = len(line) - len(line.lstrip())
            depth -= depth % _INDENT
        bare = line[depth:] if not line[:depth].strip() else line
        if _FENCE.match(bare):
            fenced = not fenced
        found = None if fenced else _OPENING.fullmatch(bare)
        if found is None:
            lines.append(bare)
            continue
        title = found.group(2) or found.group(3) or ""
        lines.append(f"**{title}**" if title else "")
        depth += len(found.group(1)) + _INDENT
    return "\n".join(lines)
