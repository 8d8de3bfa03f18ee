"""Several phrases written as one: "(own|full) [guest] os" is "own os", "own guest os", "full os" and "full guest os"."""

from __future__ import annotations

import re
from itertools import product

MOST = 500
"""Phrases that one pattern may stand for."""
_PIECE = re.compile(r"\(([^()\[\]]*\|[^()\[\]]*)\)|\[([^()\[\]]*)\]")
_LOOSE = re.compile(r"[\[\]|]")


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why, and ``hint`` what to write instead."""

    def __init__(self, pattern: str, amiss: str, hint: str) -> None:
        """Take the pattern, what is amiss, and the remedy."""
        super().__init__(f'"{pattern}" {amiss}')
        self.hint = hint


def expanded(text: str) -> list[str]:
    """The phrases that a pattern stands for, in order; a text without "|" and "[" is itself.

    "(a|b)" is one of the two, "[a]" may be left out, "[a|b]" is one of them or neither.

    Raises:
        PatternError: brackets or strokes are left over, a choice is empty, or it stands for more than ``MOST`` phrases.
    """
    if not _LOOSE.search(text):
        return [text]
    choices: list[list[str]] = []
    count, at = 1, 0
    for piece in _PIECE.finditer(text):
        one_of, optional = piece.groups()
        options = [option.strip() for option in (one_of or optional or "").split("|")]
        if not all(options):
            raise PatternError(text, "has an empty choice", "write something on each side of |")
        choices += [[text[at : piece.start()]], options if optional is None else ["", *options]]
        count *= len(choices[-1])
        at = piece.end()
    choices.append([text[at:]])
    if any(_LOOSE.search(fixed) for fixed, *_ in choices[::2]):
        raise PatternError(text, "is no pattern", "write (a|b) for one of the two, and [a] for what may be left out")
    if count > MOST:
        raise PatternError(text, f"stands for {count} phrases, and at most {MOST} are read", "divide it")
    found = (" ".join("".join(chosen).split()) for chosen in product(*choices))
    return list(dict.fromkeys(filter(None, found)))
