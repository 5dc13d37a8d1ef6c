"""What the check forgives and what it does not, rule by rule (decision 0020)."""

from __future__ import annotations

import time

from quotes.verbatim import Match, Mismatch, check, look_alike, mixed_words, unseen_in

PASSAGE = """\
Moriyama said: “We won't pay 1,000 euros, not in 2019 and not now. And the talks — all of them —
will go on if he comes.” Is it over? She didn't say, but 3.5 percent agreed… or so it seemed.
森山は「韓国とのＧＳＯＭＩＡを維持し、力を合わせるべきだ。ハナミズキ」と述べた。
그는 “한일 관계는 GSOMIA 없이도 2015년 이후 중요하다”라고 말했다."""

# Words, and what of the passage they are; None where they are not the passage's.
ROWS: list[tuple[str, list[str] | None]] = [
    # Numbers: groups of digits are typography, other words for a number are not.
    ("We won’t pay 1000 euros", ["We won't pay 1,000 euros"]),
    ("We won't pay 100 euros", None),
    ("We won't pay a thousand euros", None),
    ("but 35 percent agreed", None),
    ("5 percent agreed", None),
    ("She didn't say, but 3", None),
    # Gaps and insertions.
    ("We won't pay […] not now", ["We won't pay", "not now"]),
    ("We won't pay […] if he comes", ["We won't pay", "if he comes"]),
    ("We won't pay ... not now", ["We won't pay", "not now"]),
    ("We won't pay not now", None),
    ("not now […] We won't pay", None),
    ("[The ministers] won't pay 1,000 euros", ["won't pay 1,000 euros"]),
    ("We [in Seoul] won't pay 1,000 euros", ["We", "won't pay 1,000 euros"]),
    ("We [in Seoul] will go on if he comes", None),
    ("[T]he talks – all of them – will go on", ["the talks — all of them —\nwill go on"]),
    ("the talk[s]", ["the talk"]),
    ("the talk", None),
    ("韓国との（中略）力を合わせるべき", ["韓国との", "力を合わせるべき"]),
    ("한일 관계는 (중략) 중요하다", ["한일 관계는", "중요하다"]),
    ("… […] ‘’", None),
    # Case counts, but for the first letter.
    ("and the talks", ["And the talks"]),
    ("And The talks", None),
    ("WE WON'T PAY", None),
    # Marks: within the words they count, at the end a question stays one.
    ("We won't pay 1,000 euros not in 2019", None),
    ("Is it over?", ["Is it over?"]),
    ("Is it over", ["Is it over"]),
    ("Is it over.", None),
    ("percent agreed or so it seemed", None),
    # Words are whole, but for what clings to a Korean one.
    ("e won't pay", None),
    ("She did", None),
    ("한일 관계", ["한일 관계"]),
    ("일 관계는", None),
    # Spaces part Korean words, and mean nothing in Japanese.
    ("한일관계는", None),
    ("한일\u00a0관계는", ["한일 관계는"]),
    ("韓国 との GSOMIA を", ["韓国とのＧＳＯＭＩＡを"]),
    # Letters that look the same.
    ("カを合わせる", None),
    ("We w\u043en't pay", None),
    # Forms of a character that mean something.
    ("not in 201⁹", None),
]


def test_each_rule() -> None:
    wrong = [row for row in ROWS if stands(row[0]) != row[1]]
    assert not wrong, [(words, stands(words), check(words, PASSAGE)) for words, _spans in wrong]


def stands(words: str) -> list[str] | None:
    found = check(words, PASSAGE)
    return [PASSAGE[slice(*span)] for span in found.spans] if isinstance(found, Match) else None


def test_an_apostrophe_in_a_script_without_them_is_a_quotation_mark() -> None:
    assert isinstance(check("‘안심’이야말로", "“안심”이야말로"), Match)
    assert isinstance(check("彼の‘安心’こそ", "彼の「安心」こそ"), Match)
    assert isinstance(check("it´s", "it’s"), Match)
    assert isinstance(check("its", "it’s"), Mismatch)


def test_a_sentence_that_goes_on_is_cut() -> None:
    assert rest("the talks — all of them — will go on") == ("And", "if he comes")
    assert rest("And the talks — all of them — will go on […]") == ("", "")
    assert rest("[…] the talks — all of them — will go on if he comes") == ("", "")
    assert rest("We won't pay 1,000 euros, not in 2019 and not now.") == ("", "")
    for gap, before in (("\n", "Nobody says that"), ("\n\n", ""), ("\n \n", ""), (". ", "")):
        found = check("We will go.", f"Nobody says that{gap}we will go")
        assert isinstance(found, Match)
        assert found.before == before, gap
    for words, passage, before in (
        ("“final” word", "The “final” word", "The “"),
        ("이라는 말", "“최종”이라는 말", "“최종”"),
    ):
        found = check(words, passage)
        assert isinstance(found, Match)
        assert found.before == before
    assert rest("力を合わせるべきだ") == ("森山は「韓国とのＧＳＯＭＩＡを維持し、", "")


def rest(words: str) -> tuple[str, str]:
    found = check(words, PASSAGE)
    assert isinstance(found, Match)
    return found.before, found.after


def test_what_differs_is_told_word_by_word() -> None:
    found = check("We won't gladly pay 1000 yen", PASSAGE)
    assert isinstance(found, Mismatch)
    assert [(change.there.strip(), change.here.strip()) for change in found.changes] == [
        ("", "gladly"),
        ("euros", "yen"),
    ]
    assert "".join(run.text for run in found.runs) == "We won't gladly pay 1000 euros yen"


def test_a_capital_at_the_beginning_is_no_difference() -> None:
    found = check("Won't pay 1000 yen", "They said that they won't pay 1000 euros.")
    assert isinstance(found, Mismatch)
    assert [change.here.strip() for change in found.changes] == ["yen"]


def test_parts_in_another_order_are_told_from_other_words() -> None:
    torn = check("not now […] We won't pay", PASSAGE)
    assert isinstance(torn, Mismatch)
    assert torn.is_torn


def test_letters_of_another_script_are_known_by_their_looks() -> None:
    assert mixed_words("We w\u043en't, \u0441orp of µm, Москва, β-Test, K팝") == [
        "w\u043en",
        "\u0441orp",
    ]
    assert look_alike("wоn't", "won't")
    assert look_alike("カ", "力")
    assert not look_alike("won", "win")


def test_characters_that_nobody_sees_are_named_where_no_script_needs_them() -> None:
    assert unseen_in("a\u200bb 가\u00ad나") == ["ZERO WIDTH SPACE", "SOFT HYPHEN"]
    assert unseen_in("👩\u200d💻 می\u200cخواهم 葛\U000e0100 ok") == []


def test_hostile_texts_cost_little_more_than_honest_ones() -> None:
    honest = cost("We will go on. " * 130, "They say that we will go home. " * 650)
    hostile = {
        "one letter": cost("a" * 1999 + "b", "a" * 20_000),
        "letters and gaps": cost("a […] " * 300, "a " * 10_000),
        "letters and few gaps": cost("a […] " * 19 + "b", "a " * 10_000),
        "brackets": cost("[" * 2_000, "[" * 20_000),
        "insertions": cost("[a]" * 600, "[a]" * 6_000),
        "spaces": cost("a" + " " * 1_998 + "b", "a" + " " * 19_998 + "c"),
        "marks": cost("e" + "\u0301\u0323" * 999, "e" + "\u0301\u0323" * 9_999),
        "quotation marks": cost("'\"" * 1_000, "'\"" * 10_000),
        "dots": cost(". " * 1_000, ". " * 10_000),
        "digits": cost("1," * 1_000, "1,000" * 4_000),
        "capitals": cost("[A]b" * 500, "ab" * 10_000),
        "far too long": cost("a " * 500_000, "a " * 500_000),
    }
    too_slow = {name: spent for name, spent in hostile.items() if spent > 12 * honest}
    assert not too_slow, (honest, hostile)


def test_twice_the_passage_costs_about_twice_as_much() -> None:
    words = "We will go on. " * 60
    once, twice = (cost(words, "They say that we will go home. " * n) for n in (300, 600))
    assert twice < 4 * once


def cost(words: str, passage: str) -> float:
    """The least of three, for others use the machine too."""
    spent = []
    for _time in range(3):
        began = time.process_time()
        check(words, passage)
        spent.append(time.process_time() - began)
    return max(min(spent), 0.001)
