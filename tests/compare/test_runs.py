"""Two texts as one: what stayed, what went, what came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publishing.compare import Fate
from newsroom.publishing.compare.folding import Fold, folded
from newsroom.publishing.compare.runs import Run, Texts, runs_of, runs_of_lines, words_changed
from newsroom.publishing.compare.tokens import count_words, tokens
from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.marks import marked_text, text_with_notes
from newsroom.richtext.words import plain_text

SIGNS = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "[+{}+]", Fate.REFORMATTED: "[~{}~]"}

# Words that meet each other again, in every script, and what may stand between them.
WORDS = st.sampled_from(
    [
        *(
            "the",
            "sea",
            "sea’s",
            "naïve",
            "東",
            "京",
            "の",
            "カタカナ",
            "ー",
            "서울은",
            "서울",
            "7",
        ),
        *("é", ".", "、", "。", "“", "👩‍👧", "葛󠄀", "†", " ", "  ", "\n", "\n\n", "\u3000", "\xa0"),
    ]
)
PROSE = st.lists(WORDS, max_size=40).map("".join)


def compared(old: str, new: str) -> str:
    return "".join(SIGNS[run.fate].format(run.text) for run in runs_of(Texts(old, new)))


def formatted(old: str, new: str) -> list[Run]:
    texts = Texts(text_with_notes(old), text_with_notes(new), marked_text(old), marked_text(new))
    return runs_of(texts)


def side(runs: list[Run], left_out: Fate) -> str:
    return "".join(run.text for run in runs if run.fate is not left_out)


@given(PROSE | st.text(max_size=60), PROSE | st.text(max_size=60))
def test_the_runs_give_back_both_texts_exactly(old, new):
    runs = runs_of(Texts(old, new))
    assert side(runs, Fate.ADDED) == old
    assert side(runs, Fate.REMOVED) == new
    assert all(run.text for run in runs)


@given(PROSE, PROSE)
def test_the_same_holds_where_a_text_is_too_long_to_be_compared_at_once(old, new):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsroom.publishing.compare.alignment.MOST_PAIRS", 50)
        runs = runs_of(Texts(old, new))
    assert side(runs, Fate.ADDED) == old
    assert side(runs, Fate.REMOVED) == new


@given(PROSE, PROSE)
def test_words_that_stayed_make_up_the_difference_in_length(old, new):
    added, removed = words_changed(runs_of(Texts(old, new)))
    assert count_words(new) - count_words(old) == added - removed


@given(st.lists(st.sampled_from(["A", "B", "C", "Two words"])).map("\n".join))
def test_titles_change_as_a_whole(titles):
    runs = runs_of_lines(titles, "B\nD")
    assert side(runs, Fate.ADDED) == titles
    assert side(runs, Fate.REMOVED) == "B\nD"
    went = [line for run in runs if run.fate is Fate.REMOVED for line in run.text.split("\n")]
    assert set(went) <= {"A", "B", "C", "Two words", ""}


@given(st.text())
def test_tokens_give_back_the_text(text):
    found = tokens(text)
    assert "".join(token.space + token.core for token in found) == text
    assert all(text.startswith(token.core, token.at) for token in found)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("", "New words.", "[+New words.+]"),
        ("Old words.", "", "[-Old words.-]"),
        ("As it was.", "As it was.", "As it was."),
        ("A lake.", "A lake and a sea.", "A lake[+ and a sea+]."),
        ("The quick fox", "The slow fox", "The [-quick-][+slow+] fox"),
        ("It is, he said", "It is he said", "It is[-,-] he said"),
        ("two four", "one two three four", "[+one +]two[+ three+] four"),
        ("One.\n\nTwo.", "One. Two.", "One.[-\n\n-][+ +]Two."),
    ],
)
def test_what_changed_is_shown_word_by_word(old, new, shown):
    assert compared(old, new) == shown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("2023年3月16日に会談", "2023年3月17日に会談", "2023年3月[-16-][+17+]日に会談"),
        ("東京で会った", "大阪で会った", "[-東京-][+大阪+]で会った"),
        ("シャトル外交", "ホットライン外交", "[-シャトル-][+ホットライン+]外交"),
        ("葛󠄀城", "葛城", "[-葛󠄀-][+葛+]城"),
        ("서울은 크다", "서울이 크다", "[-서울은-][+서울이+] 크다"),
        ("한국의 수도", "한국의 오래된 수도", "한국의[+ 오래된+] 수도"),
        ("👩‍👧 and 👍🏽", "👩‍👦 and 👍🏿", "[-👩‍👧-][+👩‍👦+] and [-👍🏽-][+👍🏿+]"),
    ],
)
def test_japanese_is_compared_by_characters_and_korean_by_words(old, new, shown):
    assert compared(old, new) == shown


def test_a_crumb_between_two_changes_is_no_hold_for_the_eye():
    shown = compared("両国の首脳が東京で会談した。", "大統領の周辺が大阪で協議した。")
    assert shown == "[-両国の首脳が東京で会談-][+大統領の周辺が大阪で協議+]した。"


def test_what_was_only_put_between_words_does_not_swallow_them():
    assert compared("one two three", "one or two or three") == "one[+ or+] two[+ or+] three"


@pytest.mark.parametrize(
    ("old", "new", "word", "note"),
    [
        ("<p>A b c</p>", "<p>A <strong>b</strong> c</p>", " b", "plain → bold"),
        ("<h3>Head</h3>", "<p>Head</p>", "Head", "heading → plain"),
        ("<p>One</p>", "<ul><li><p>One</p></li></ul>", "One", "plain → bulleted list"),
        (
            '<p>See <a href="https://a.example/">this</a>.</p>',
            '<p>See <a href="https://b.example/">this</a>.</p>',
            " this",
            "link to https://a.example/ → link to https://b.example/",
        ),
        (
            '<p>Said<span data-source="Treaty"></span>.</p>',
            '<p>Said<span data-source="Letter"></span>.</p>',
            "†",
            "note: Treaty → note: Letter",
        ),
    ],
)
def test_a_change_of_format_alone_is_named(old, new, word, note):
    changed = [run for run in formatted(old, new) if run.fate is not Fate.SAME]
    assert changed == [Run(Fate.REFORMATTED, word, note)]


def test_a_new_note_says_what_it_cites():
    runs = formatted("<p>Said.</p>", '<p>Said<span data-source="Treaty"></span>.</p>')
    assert Run(Fate.ADDED, "†", "note: Treaty") in runs


HTML = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<h3>", "</h3>", "<ul>", "<li>", "</ul>", "<blockquote>", "<br>"),
            *("<strong>", "</strong>", "<em>", '<a href="https://a.example/">', "</a>"),
            *("word ", "&amp;", "東"),
        ]
    ),
    max_size=30,
).map("".join)


@given(HTML)
def test_marked_text_is_the_plain_text_and_marks_each_of_its_characters(soup):
    html = clean_html(soup)
    marked = marked_text(html)
    assert marked.text == plain_text(html) == text_with_notes(html)
    assert len(marked.marks) == len(marked.text)


@given(HTML, HTML)
def test_formatted_texts_come_back_exactly_too(old, new):
    old, new = clean_html(old), clean_html(new)
    runs = formatted(old, new)
    assert side(runs, Fate.ADDED) == plain_text(old)
    assert side(runs, Fate.REMOVED) == plain_text(new)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "七回も中断した。二",
            "七回も中断し、そのたびに再開された。二三",
            "七回も中断し[+、そのたびに再開され+]た。二[+三+]",
        ),
        (
            "七回も中断し、そのたびに再開された。二三",
            "七回も中断した。二",
            "七回も中断し[-、そのたびに再開され-]た。二[-三-]",
        ),
        ("Tea and milk.", "Tea and cake and milk.", "Tea and[+ cake and+] milk."),
    ],
)
def test_what_came_or_went_in_one_piece_is_shown_in_one(old, new, shown):
    assert compared(old, new) == shown


def test_line_ends_that_came_or_went_have_a_sign():
    runs = runs_of(Texts("One. Two.", "One.\n\nTwo."))
    assert [run.shown for run in runs] == ["One.", " ", "¶\n", "Two."]


def test_a_huge_text_is_compared_by_sentences_first_and_takes_little_time():
    sentences = [f"文の番号は{number}である。" for number in range(12_000)]
    changed = [*sentences]
    changed[10], changed[-10] = "ここだけ違う。", "そこも違う。"
    runs = runs_of(Texts("".join(sentences), "".join(changed)))
    assert [run.text for run in runs if run.fate is Fate.ADDED] == ["ここだけ違う", "そこも違う"]


def test_what_is_too_long_and_too_different_is_replaced_as_a_whole(monkeypatch):
    monkeypatch.setattr("newsroom.publishing.compare.alignment.MOST_PAIRS", 4)
    assert compared("a b c d", "e f g h") == "[-a b c d-][+e f g h+]"


def words(prefix: str, number: int) -> str:
    return " ".join(f"{prefix}{n}" for n in range(number))


def test_long_stretches_that_stayed_are_folded_to_the_words_beside_a_change():
    old, new = (f"{words('a', 60)} {word} {words('b', 60)}" for word in ("old", "new"))
    parts = folded(runs_of(Texts(old, new)))
    assert [part.words for part in parts if isinstance(part, Fold)] == [48, 48]
    before, after = parts[1], parts[-2]
    assert count_words(before.text) == count_words(after.text) == 12
    left_out = [part for part in parts if getattr(part, "fate", "") != Fate.REMOVED]
    assert "".join(part.text for part in left_out) == new


def test_short_stretches_are_not_folded():
    runs = runs_of(Texts(f"{words('a', 30)} old", f"{words('a', 30)} new"))
    assert folded(runs) == runs


def test_a_text_that_stayed_as_a_whole_is_folded_to_its_beginning():
    [beginning, fold] = folded([Run(Fate.SAME, words("a", 60))])
    assert count_words(beginning.text) == 12
    assert fold.words == 48
