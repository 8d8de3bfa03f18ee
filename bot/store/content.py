"""The content on disk: folders to texts, texts to compiled knowledge, and the last good one kept while it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.content.compile import compile_content
from bot.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.model.knowledge import Knowledge

OVERVIEWS = (".md", ".markdown")
PHRASINGS = (".yaml", ".yml", ".jsonl")

_LARGEST = 1 << 20
_LARGEST_DATA = 1 << 26
"""Data in JSON lines is made by programs, and may be long."""
_SKIPPED = "readme.md"
"""The guide for authors that stands beside their overviews."""

Signature = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read and compiled."""

    knowledge: Knowledge
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What the knowledge was compiled from, by file."""


class Content:
    """Content in two places, a folder or one file each, either of which may be absent."""

    def __init__(self, knowledge: Path | None, intents: Path | None, built_in: Mapping[str, str]) -> None:
        """Name the places; nothing is read yet. ``built_in`` are YAML texts that hold in every field."""
        self._knowledge = knowledge
        self._intents = intents
        self._built_in = built_in
        self._seen: tuple[Signature, Signature] | None = None

    def load(self) -> Loaded:
        """Read and compile it all. Every mistake is a problem in the result; nothing is raised for content."""
        self._seen = self._look()
        knowledge, bad_files = _read(self._knowledge, OVERVIEWS)
        intents, more = _read(self._intents, PHRASINGS)
        compiled, problems = compile_content(knowledge, intents, self._built_in)
        texts = {**self._built_in, **intents, **knowledge}
        return Loaded(compiled, tuple(sorted({*bad_files, *more, *problems})), texts)

    def changed(self) -> bool:
        """Whether a file was changed, added or removed since the last ``load``: a look at names, times and sizes."""
        return self._look() != self._seen

    def renew(self, good: Loaded) -> Loaded | None:
        """Load again where something changed.

        Out:
            None where nothing changed. Otherwise what is to be used from now on: the new content, or, where that has
            mistakes, the knowledge of ``good`` with the problems of the new.
        """
        if not self.changed():
            return None
        new = self.load()
        return Loaded(good.knowledge, new.problems, good.texts) if new.problems else new

    def _look(self) -> tuple[Signature, Signature]:
        return _signature(self._knowledge, OVERVIEWS), _signature(self._intents, PHRASINGS)


def read_texts(path: Path, endings: tuple[str, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of a folder, or of one file, by their path within it with forward slashes.

    Hidden files and README.md are left out. What cannot be read as text, is too large, or lies outside the folder
    (behind a symbolic link) is a problem.
    """
    texts: dict[str, str] = {}
    problems = []
    for name, file in _files(path, endings).items():
        found = _text(path, file)
        if isinstance(found, str):
            texts[name] = found
        else:
            message, hint = found
            problems.append(Problem(name, 1, message, hint))
    return texts, tuple(problems)


def _read(path: Path | None, endings: tuple[str, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    return read_texts(path, endings) if path is not None else ({}, ())


def _files(path: Path, endings: tuple[str, ...]) -> dict[str, Path]:
    if not path.is_dir():
        return {path.name: path}
    found = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.suffix.lower() in endings}
    return {
        name: found[name]
        for name in sorted(found)
        if not any(part.startswith(".") for part in name.split("/"))
        and found[name].name.lower() != _SKIPPED
        and not found[name].is_dir()
    }


def _text(root: Path, file: Path) -> str | tuple[str, str]:
    """The text of a file, or what is wrong and what to do about it."""
    largest = _LARGEST_DATA if file.suffix.lower() == ".jsonl" else _LARGEST
    try:
        if root.is_dir() and not file.resolve(strict=True).is_relative_to(root.resolve()):
            return "the file is a link to a place outside its folder", "put the file itself here"
        if not file.is_file():
            return "this is no ordinary file", "put a text file here"
        with file.open("rb") as opened:
            content = opened.read(largest + 1)
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "links that lead in a circle"
        return f"the file cannot be read: {reason}", "see whether it is there, and its rights"
    if len(content) > largest:
        return f"the file is larger than {largest >> 20} MiB", "split it into several files"
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return f"line {line} is not UTF-8", "save the file as UTF-8"


def _signature(path: Path | None, endings: tuple[str, ...]) -> Signature:
    if path is None:
        return ()
    seen = []
    for name, file in _files(path, endings).items():
        try:
            stat = file.stat()
        except OSError:
            seen.append((name, 0, 0, 0))
        else:
            seen.append((name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(seen)
