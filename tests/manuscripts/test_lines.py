import unicodedata

import pytest

from manuscripts.lines import Line, UnreadableManuscript, lines_of, normalised, read_plain_text

SHIFT_JIS = "一行目\n二つの町".encode("shift_jis")


def test_lines_are_numbered_with_the_blank_ones_and_know_the_gap_above():
    assert list(lines_of("one\n\n \n\ttwo \nthree")) == [
        Line(1, "one", 0),
        Line(4, "\ttwo ", 2),
        Line(5, "three", 0),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_gives_the_same_lines(end):
    assert list(lines_of(f"one{end}{end}two{end}")) == list(lines_of("one\n\ntwo"))


def test_other_separators_do_not_end_a_line():
    assert [line.text for line in lines_of("one\u2028two\x0cthree\x85four")] == [
        "one two three four"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(encoding):
    lines = list(read_plain_text("題名\r\n\r\n本文".encode(encoding)))
    assert [(line.number, line.raw) for line in lines] == [(1, "題名"), (3, "本文")]


def test_another_encoding_is_refused_with_the_line_and_the_remedy():
    with pytest.raises(UnreadableManuscript, match=r"Line 2 .* plain text in UTF-8"):
        read_plain_text(b"one\n" + SHIFT_JIS)


@pytest.mark.parametrize(
    "data", ["no mark".encode("utf-16-le"), b"\xff\xfeodd", b"PK\x03\x04\0\0\0"]
)
def test_what_is_no_text_is_refused_with_the_remedy(data):
    with pytest.raises(UnreadableManuscript, match="plain text in UTF-8"):
        read_plain_text(data)


def test_normalised_text_has_single_blanks_composed_letters_and_nothing_unseen():
    assert normalised(" \ufeffa\u00a0\u3000 b\u200bc\u00ad\x00 e\u0301\t") == "a bc é"


def test_joiners_stay_for_emoji_and_scripts_need_them():
    assert normalised("👩‍🏫") == "👩‍🏫"


def test_decomposed_hangul_is_composed():
    assert normalised(unicodedata.normalize("NFD", "두 마을")) == "두 마을"


def test_a_heap_of_marks_on_one_letter_stays_as_written():
    heap = "a" + "\u0301\u0323" * 50
    assert normalised(heap) == heap
