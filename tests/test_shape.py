"""The architecture, held: what may import what, and what the core may not touch. ``LAYERS`` is its document."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"

LAYERS = (
    # From the bottom: a part imports from rows above it in this list, and from itself; never from its own row's others.
    ("model",),  # the words of Docent as types
    ("text",),  # the one meaning of "the same words"
    ("catalogue",),  # look-ups over compiled knowledge
    ("content", "understand", "answer", "show"),  # the pure core: written text in, neutral parts and media out
    ("settings", "store", "docent"),  # environment, disk, and the core in order
    ("expectations",),  # what authors expect of answers
    ("check", "mutate"),  # content held against the whole core
    ("onboarding",),  # tours and quizzes
    ("slack",),  # Slack in and out; decides nothing
    ("wire",),  # the only part that knows all others
    ("cli",),  # the only place that exits
    ("__main__",),
)

PURE = ("model", "text", "catalogue", "content", "understand", "answer", "show", "docent", "expectations", "onboarding")
"""Parts that give the same for the same, always: no disk, no clock, no chance, no environment, no network."""

IMPURE = {
    *("asyncio", "datetime", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil"),
    *("socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "uuid"),
    *("aiohttp", "slack_bolt", "slack_sdk", "sqlite_utils"),
}

PURE_NAMES = {"pathlib.PurePath", "pathlib.PurePosixPath"}
"""What is pure all the same: names of files, without the files."""

LONGEST = 320
"""Lines of a file: one subject each."""

MODULES = sorted(BOT.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return ".".join(("bot", *path.relative_to(BOT).with_suffix("").parts)).removesuffix(".__init__")


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, with the line; ``from bot.show import plain`` is ``bot.show.plain``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield (whole if whole in KNOWN | PURE_NAMES else str(node.module)), node.lineno


KNOWN = frozenset(map(name_of, MODULES))


def rank(part: str) -> int:
    return next(place for place, row in enumerate(LAYERS) if part in row)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_part_has_its_layer_and_imports_only_from_below(path: Path) -> None:
    part = part_of(name_of(path))
    for module, line in imports(path):
        other = part_of(module) if module.split(".")[0] == "bot" else ""
        if other and other != part:
            assert rank(other) < rank(part), f"{path}:{line}: {part} is not above {other}"
    assert not part or rank(part) >= 0


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(name_of(path)) in PURE], ids=name_of)
def test_the_core_is_pure(path: Path) -> None:
    for module, line in imports(path):
        parents = {module, module.split(".")[0]} if module not in PURE_NAMES else set()
        assert not parents & IMPURE, f"{path}:{line}: {module} has no place in the core"
    calls = {
        node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "input", "print", "exec", "eval", "hash"}, f"{path}: {calls}"


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph = {name_of(path): {module for module, _ in imports(path)} & KNOWN for path in MODULES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module not in done:
            for other in graph[module]:
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_and_is_one_subject_long(path: Path) -> None:
    text = path.read_text("utf-8")

    assert ast.get_docstring(tree(path)), f"{path} has no docstring"
    assert text.count("\n") <= LONGEST, f"{path} is longer than {LONGEST} lines"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_a_package_reexports_nothing(path: Path) -> None:
    body = tree(path).body

    assert len(body) == 1, f"{path} holds more than its docstring"


@pytest.mark.parametrize(
    "word", ["docker", "virtual machine", "virtualmachine", "hypervisor", " vm ", " vms ", "podman"]
)
def test_the_engine_knows_no_word_of_the_overview_that_it_ships_with(word: str) -> None:
    engine = [
        path for path in MODULES if part_of(name_of(path)) in {"content", "understand", "answer", "text", "catalogue"}
    ]
    for path in engine:
        code = tree(path)
        skipped = set(map(id, docstrings(code)))
        said = [
            node.value
            for node in ast.walk(code)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
        ]
        found = [text for text in said if word in f" {text.lower()} "]
        assert not found, f"{path}: {found}"


def docstrings(code: ast.Module) -> list[ast.AST]:
    """Free-standing strings: an example in a docstring may come from any field."""
    return [
        node.value for node in ast.walk(code) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
