"""Spelling: repaired into the content's words within the budget, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import text
from bot.understand.words import english
from bot.understand.words.spelling import Speller, errors, repaired

CONTENT = """
    ferry ferries harbour harbours captain compass anchor lighthouse windward leeward navigation waypoint outbound
    inbound advantage advantages disadvantage disadvantages keel sail sails portside shoal tide
    """.split()


def speller() -> Speller:
    """A speller for a small harbour."""
    words = dict.fromkeys(english.QUESTION_WORDS, 1.0) | dict.fromkeys(CONTENT, 5.0)
    return Speller.build(words, ["harborage"], [("windward", "leeward"), ("inbound", "outbound")])


def read(question: str) -> str:
    """The question as the speller reads it."""
    return " ".join(word.text for word in repaired(speller().repair(text.words(question))))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("waht is teh diffrence betwen a keel and a sail", "what is the difference between a keel and a sail"),
        ("wich harbuor becuase", "which harbour because"),
        ("the capatin", "the captain"),
        ("navigaton", "navigation"),
        ("navgaton", "navgaton"),
        ("navigtaion", "navigation"),
        ("lighthuose's", "lighthouse"),
        ("acnhor", "anchor"),
        ("nachor", "anchor"),
    ],
    ids=lambda value: value,
)
def test_errors_within_the_budget_are_repaired(written: str, meant: str) -> None:
    """One error up to eight letters, two from nine on; a swap is one."""
    assert meant == read(written)


@pytest.mark.parametrize(
    "written",
    ["sial2", "t1de", "tid", "harborage", "captive", "compassion", "said", "nail", "fairy", "12", "v1.2", "zzzzzz"],
)
def test_what_is_right_or_too_far_stands(written: str) -> None:
    """Numbers, short words, protected words and good English are nobody's misspelling."""
    assert written == read(written)


@pytest.mark.parametrize(
    ("written", "meant"), [("hte", "the"), ("whta", "what"), ("cna", "can"), ("thx", "thx"), ("fot", "fot")]
)
def test_three_letters_may_only_be_swapped(written: str, meant: str) -> None:
    """ "fot" could be "for" or "not" or "foot": it stands."""
    assert meant == read(written)


@pytest.mark.parametrize(
    ("written", "meant", "distance"),
    [
        ("harbourcaptain", "harbour captain", 1),
        ("way point", "waypoint", 1),
        ("light house", "lighthouse", 1),
        ("com pass", "compass", 1),
        ("the sail", "the sail", 0),
    ],
)
def test_joined_and_split_words_count_one_error(written: str, meant: str, distance: int) -> None:
    """Where a space is missing or too many."""
    repairs = speller().repair(text.words(written))

    assert meant == " ".join(word for repair in repairs for word in repair.words)
    assert distance == sum(repair.distance for repair in repairs)


def test_a_repair_says_where_it_was_made() -> None:
    """The span is that of what was written."""
    question = "a light house"
    repair = speller().repair(text.words(question))[-1]

    assert (repair.words[0], question[repair.start : repair.end]) == ("lighthouse", "light house")


def test_a_wrong_first_letter_counts_two() -> None:
    """So that beside it another error is only allowed in long words, and none in short ones."""
    assert errors("bompass", "compass") == 2
    assert read("bompass") == "compass"
    assert read("bompss") == "bompss"
    assert read("lort") == "lort"
    assert read("mavigation") == "navigation"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("xnbound", "xnbound"),
        ("disadvantges", "disadvantages"),
        ("isadvantage", "disadvantage"),
        ("dvantages", "advantages"),
    ],
)
def test_opposites_are_never_bridged(written: str, meant: str) -> None:
    """The nearer of two opposites may win; where both are as near, the word stands."""
    assert meant == read(written)


def test_of_words_as_near_the_one_that_makes_a_name_with_the_word_before_wins() -> None:
    """However much likelier the other is."""
    named = Speller.build({"garden": 1.0, "walkway": 1.0, "walkwar": 90.0}, pairs=[("garden", "walkway")])

    assert [each.words for each in named.repair(text.words("garden walkwaq"))] == [("garden",), ("walkway",)]
    assert [each.words for each in named.repair(text.words("walkwaq"))] == [("walkwar",)]


def test_a_tie_between_opposites_leaves_the_word() -> None:
    """However much likelier one of them is."""
    tied = Speller.build({"prefix": 100.0, "prefit": 1.0}, opposites=[("prefit", "prefix")])

    assert tied.repair(text.words("prefiq"))[0].words == ("prefiq",)


def test_ties_go_to_the_likelier_word_and_the_likelier_slip() -> None:
    """Weight decides, and fingers: "waht" is a swap in "what", and only then a wrong letter in "want"."""
    plain = Speller.build({"walkway": 1.0, "walkwar": 90.0})

    assert plain.repair(text.words("walkwaq"))[0].words == ("walkwar",)
    assert read("waht") == "what"


@given(st.text(max_size=80))
def test_every_written_word_is_in_exactly_one_repair(question: str) -> None:
    """Whatever is typed, nothing is lost, doubled or out of order, and the same comes twice."""
    written = text.words(question)
    repairs = speller().repair(written)

    assert written == tuple(word for repair in repairs for word in repair.written)
    assert repairs == speller().repair(written)


@given(st.sampled_from([word for word in CONTENT if len(word) > 3]), st.data())
def test_the_index_finds_what_comparing_with_every_word_finds(word: str, data: st.DataObject) -> None:
    """The slow and obvious way is the oracle: the reading is one of the nearest words within the budget."""
    place = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("aeiou"))
    kind = data.draw(st.sampled_from(["drop", "add", "change"]))
    written = word[:place] + ("" if kind == "drop" else letter) + word[place + (kind != "add") :]
    got = speller().repair(text.words(written))[0]
    near = {known: errors(written, known) for known in (*CONTENT, *english.QUESTION_WORDS) if len(known) > 3}

    if got.distance and len(got.words) == 1:
        assert min(near.values()) == near[got.words[0]]
        assert near[got.words[0]] <= (2 if len(written) >= 9 else 1)


def test_english_words_are_known_with_how_common_they_are() -> None:
    """From "the", which says nothing, to rare and unknown words, which say most."""
    assert english.rank("the") == 1
    assert english.rank("isn't") is not None
    assert english.rank("diffrence") is None
    assert (
        0.0 == english.weight("the") < english.weight("money") < english.weight("kernel") < english.weight("qzx") == 1.0
    )
