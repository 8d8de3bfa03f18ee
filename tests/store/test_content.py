"""The content on disk: what is read, what is refused, and what a running bot goes on with."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.store.content import OVERVIEWS, PHRASINGS, Content, read_texts

_TABLE = "# Kitchen\n\n| Aspect | Kettle | Pot |\n| --- | --- | --- |\n| **Speed** | fast | slow |\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "kitchen.md").write_text(_TABLE)
    return folder


def test_a_folder_is_read_with_all_that_is_below_it(folder: Path) -> None:
    (folder / "more" / "deep").mkdir(parents=True)
    (folder / "more" / "deep" / "garden.MD").write_text("\ufeff# Garden\n")
    for left_out in ("README.md", "more/readme.md", "notes.txt", ".hidden.md"):
        (folder / left_out).write_text("# Not this\n")
    (folder / ".git").mkdir()
    (folder / ".git" / "old.md").write_text("# Not this either\n")

    texts, problems = read_texts(folder, OVERVIEWS)

    assert texts == {"kitchen.md": _TABLE, "more/deep/garden.MD": "# Garden\n"}
    assert problems == ()


def test_one_file_is_read_by_its_name(folder: Path) -> None:
    assert read_texts(folder / "kitchen.md", OVERVIEWS) == ({"kitchen.md": _TABLE}, ())


def _large(file: Path) -> None:
    file.write_bytes(b"a" * ((1 << 20) + 1))


def _not_text(file: Path) -> None:
    file.write_bytes(b"# Fine\n\nnot \xff fine\n")


def _link_outside(file: Path) -> None:
    outside = file.parent.parent / "secret.md"
    outside.write_text("# Secret\n")
    file.symlink_to(outside)


def _link_to_nothing(file: Path) -> None:
    file.symlink_to("nowhere.md")


def _circle(file: Path) -> None:
    file.symlink_to(file.name)


def _pipe(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (_large, "larger than 1 MiB"),
        (_not_text, "line 3 is not UTF-8"),
        (_link_outside, "outside its folder"),
        (_link_to_nothing, "cannot be read"),
        (_circle, "cannot be read"),
        (_pipe, "no ordinary file"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_problem_and_the_others_are_read(
    folder: Path, harm: Callable[[Path], None], message: str
) -> None:
    harm(folder / "bad.md")

    texts, problems = read_texts(folder, OVERVIEWS)

    assert list(texts) == ["kitchen.md"]
    assert [problem.file for problem in problems] == ["bad.md"]
    assert message in problems[0].message
    assert problems[0].hint


def test_links_within_the_folder_are_followed(folder: Path) -> None:
    (folder / "copy.md").symlink_to("kitchen.md")

    assert set(read_texts(folder, OVERVIEWS)[0]) == {"kitchen.md", "copy.md"}


def test_long_data_in_json_lines_is_read(tmp_path: Path) -> None:
    data = '{"text": "a", "intent": "b"}\n' * 50_000
    (tmp_path / "data.jsonl").write_text(data)

    assert read_texts(tmp_path, PHRASINGS) == ({"data.jsonl": data}, ())


def test_content_is_loaded_again_only_when_a_file_changed(folder: Path) -> None:
    content = Content(folder, None, {})
    first = content.load()

    assert first.problems == ()
    assert [subject.name for subject in first.knowledge.subjects] == ["Kettle", "Pot"]
    assert content.renew(first) is None

    (folder / "kitchen.md").write_text(_TABLE.replace("Pot", "Saucepan"))
    second = content.renew(first)

    assert second is not None
    assert [subject.name for subject in second.knowledge.subjects] == ["Kettle", "Saucepan"]
    assert second.knowledge.version != first.knowledge.version


def test_content_with_a_mistake_never_replaces_the_last_good_one(folder: Path) -> None:
    content = Content(folder, None, {})
    good = content.load()
    _not_text(folder / "bad.md")

    renewed = content.renew(good)

    assert renewed is not None
    assert renewed.knowledge is good.knowledge
    assert [problem.file for problem in renewed.problems] == ["bad.md"]
    assert content.renew(good) is None

    (folder / "bad.md").unlink()
    mended = content.renew(renewed)

    assert mended is not None
    assert mended.problems == ()


def test_a_removed_folder_is_a_problem_and_the_last_good_content_stays(folder: Path) -> None:
    content = Content(folder, None, {})
    good = content.load()
    (folder / "kitchen.md").unlink()
    folder.rmdir()

    renewed = content.renew(good)

    assert renewed is not None
    assert renewed.problems
    assert renewed.knowledge is good.knowledge
