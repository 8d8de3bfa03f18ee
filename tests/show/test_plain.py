"""Plain text holds all that a person would read, and nothing that a terminal or a log would act on."""

from collections.abc import Callable

from bot.model.answer import Answer
from bot.model.dialogue import Reply
from bot.model.prose import Prose, Span, Table
from bot.model.source import Source
from bot.show import plain

of = Prose.of


def test_each_kind_of_answer_as_plain_text(
    replies: dict[str, Reply | Answer], expect: Callable[[str, str], None]
) -> None:
    expect("plain.txt", ("\n" + "=" * 40 + "\n").join(map(plain.render, replies.values())))


def test_a_table_that_is_too_wide_is_written_out_row_by_row(expect: Callable[[str, str], None]) -> None:
    row = (
        of("Range"),
        of("About 40 km on one charge, and a good deal less of it on a cold day in the hills, they say."),
        of("As far as your legs go."),
    )
    table = Table((of("Aspect"), of("Electric"), of("Plain")), (row, (of("Upkeep"), Prose(), of("Oil"))))
    expect("plain_wide_table.txt", plain.part(table))


def test_columns_stay_aligned_under_wide_characters() -> None:
    table = Table((of("A"), of("B")), ((of("日本"), of("x")), (of("é"), of("y"))))
    assert plain.part(table) == "A     B\n----  -\n日本  x\né     y"


def test_control_characters_and_overrides_are_gone() -> None:
    hostile = Prose((Span("a\x1b[31mb\x00c\x07\x9b2Jd\u202egnp.exe\u2066\r\nnext\ud800"),))
    assert plain.render(Answer("h\x1b]0;x\x07i", hostile)) == "h]0;xi\n\na[31mbc2Jdgnp.exe\nnext"


def test_right_to_left_letters_and_joined_emoji_stay() -> None:
    assert plain.render(Answer("", of("שלום 👩‍🚀 مرحبا"))) == "שלום 👩‍🚀 مرحبا"


def test_lines_of_one_heading_are_cited_together() -> None:
    places = [(9, 12), (13, 13), (30, 30), (12, 12)]
    sources = tuple(Source("a.md", "Size", first, last) for first, last in places)
    text = plain.render(Answer("", of("Big."), sources=(*sources, Source("b.md", "", 3, 3))))
    assert text == 'Big.\n\nSources: a.md, "Size", lines 9-13, 30; b.md, line 3'
