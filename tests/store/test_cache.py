"""A built matcher is found again for the content that it was built from, and for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.compile import compile_content
from bot.docent import Docent
from bot.store.cache import MatcherCache, user_cache
from bot.understand.matching import storage
from bot.understand.matching.matcher import Matcher

_FAQ = """
faq:
  opening:
    utterances: |
      when do you open
      opening hours
    answer: |
      At nine.
  parking:
    utterances: |
      where can i park
      is there a car park
    answer: |
      Behind the house.
"""


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    found = _matcher_of(Docent(compile_content({}, {"faq.yaml": _FAQ})[0]))
    assert isinstance(found, Matcher)
    return found


def _matcher_of(docent: Docent) -> object:
    return docent.understander.entries.matcher


def test_a_matcher_is_the_same_after_a_turn_on_disk(tmp_path: Path, matcher: Matcher) -> None:
    cache = MatcherCache(tmp_path / "cache")
    cache.save("v1", matcher)

    found = cache.load("v1")

    assert found is not None
    assert storage.write(found) == storage.write(matcher)
    assert cache.load("v2") is None


def test_a_damaged_or_missing_file_is_as_none(tmp_path: Path, matcher: Matcher) -> None:
    cache = MatcherCache(tmp_path)
    cache.save("v1", matcher)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()

    for damaged in (b"", b"\xff" * 50, whole[: len(whole) // 2]):
        file.write_bytes(damaged)
        assert cache.load("v1") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, matcher: Matcher) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = MatcherCache(tmp_path / "file" / "cache")

    cache.save("v1", matcher)

    assert cache.load("v1") is None


def test_only_the_latest_few_are_kept(tmp_path: Path, matcher: Matcher) -> None:
    cache = MatcherCache(tmp_path)
    for number in range(12):
        cache.save(f"v{number}", matcher)

    assert len(list(tmp_path.iterdir())) == 8
    assert cache.load("v11") is not None


def test_the_cache_lies_where_the_person_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "docent"

    monkeypatch.setenv("XDG_CACHE_HOME", "relative is not allowed")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_cache() == tmp_path / ".cache" / "docent"
