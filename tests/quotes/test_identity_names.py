"""Names as they are compared: caught in all spellings, and nobody else with them."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from quotes.identity.characters import MODERN_KANJI
from quotes.identity.findings import known_organisations
from quotes.identity.first_lists import rows_of
from quotes.identity.models import FigureName
from quotes.identity.names import key_of, keys_of
from quotes.identity.nearness import nearest
from tests.quotes.ordinary_names import ORGANISATIONS, PEOPLE

WRITTEN = {
    "Kim Jong-un": [
        *("Kim Jong-un", "Dr. Kim Jong-un", "Kim Jong Un", "KIM Jong-Un", "kim jongun"),
        *("Jong-un Kim", "KIM, Jong-un", "Kim Jong‑un", "Ｋｉｍ　Ｊｏｎｇ－ｕｎ", "Kim Jung-un"),
        *("金正恩", "金 正恩", "金正恩氏", "金正恩総書記", "金正恩国務委員長", "\uf90a正恩"),
        *("김정은", "김정은 위원장", "김정은 국무위원장", "김정은 교수님", "김 정은"),
        *(
            "キム・ジョンウン",
            "ｷﾑ･ｼﾞｮﾝｳﾝ",
            "きむ じょんうん",
            "金正恩（キム・ジョンウン）",
            "Kim (김정은)",
        ),
        *(
            "Professor Kim Jong-un, PhD",
            "Kim Chŏng-ŭn",
            "Chairman Kim Jong Un",
            "Kim Jong-un/金正恩",
        ),
    ],
    "Xi Jinping": ["Xi Jinping", "Jinping Xi", "習近平", "习近平", "習近平国家主席", "시진핑 주석"],
    "Mao Zedong": ["Mao Tse-tung", "毛沢東", "毛泽东", "毛澤東", "마오쩌둥"],
    "Joe Biden": [
        "Joe Biden",
        "President Joe Biden",
        "Biden, Joe",
        "Joseph R. Biden Jr.",
        "조 바이든",
    ],
    "John F. Kennedy": ["JFK", "John F Kennedy", "ジョン・Ｆ・ケネディ"],
    "Shinzo Abe": [
        "Shinzō Abe",
        "ABE Shinzo",
        "Shinzou Abe",
        "安倍晋三",
        "安倍 晉三",
        "安倍晋三首相",
    ],
    "Eisaku Sato": ["Satō Eisaku", "佐藤榮作", "佐藤栄作氏"],
    "Mikhail Gorbachev": ["Михаил Горбачёв", "Горбачев Михаил", "ミハイル・ゴルバチョフ"],
    "Naruhito": ["Emperor Naruhito", "徳仁天皇", "德仁"],
}


@pytest.mark.django_db
def test_a_name_is_known_however_it_is_written() -> None:
    missed = []
    for figure, spellings in WRITTEN.items():
        for text in spellings:
            found = FigureName.objects.filter(key__in=keys_of(text))
            if {row.figure.name for row in found.select_related("figure")} != {figure}:
                missed.append((figure, text))
    assert missed == []


@pytest.mark.django_db
def test_nobody_else_is_taken_for_a_public_figure() -> None:
    assert len(PEOPLE) >= 200
    known = set(FigureName.objects.values_list("key", flat=True))
    assert [name for name in PEOPLE if keys_of(name) & known] == []


def test_names_that_are_only_like_a_figures_are_let_be_for_they_are_other_peoples() -> None:
    """Why there is no likeness of names: somebody's own name is nearer than a slip of the pen."""
    slips = [
        _likeness(slip, "Kim Jong-un") for slip in ("Kim Jong-um", "Kim Jnog-un", "Kin Jong-un")
    ]
    own_names = [_likeness(name, "Kim Jong-un") for name in ("Kim Jong-hun", "Kim Jeong-un")]
    assert min(own_names) > max(slips)


def _likeness(one: str, other: str) -> float:
    plain = ["".join(filter(str.isalpha, name.casefold())) for name in (one, other)]
    return fuzz.ratio(*plain)


@pytest.mark.django_db
def test_each_spelling_is_of_one_figure() -> None:
    figures: dict[str, set[int]] = {}
    for row in FigureName.objects.all():
        assert row.key == key_of(row.text)
        figures.setdefault(row.key, set()).add(row.figure_id)
    assert [key for key, found in figures.items() if len(found) > 1] == []


def test_every_figure_is_listed_in_latin_han_or_kana_and_hangul() -> None:
    lacking = []
    for row in rows_of("figures"):
        text = row["spellings"]
        if not any("가" <= c <= "힣" for c in text) or not any("ぁ" <= c <= "鿿" for c in text):
            lacking.append(row["name"])
    assert lacking == []


def test_no_form_of_a_character_is_another_character_as_well() -> None:
    assert not set(MODERN_KANJI) & {ord(modern) for modern in MODERN_KANJI.values()}


@pytest.mark.django_db
def test_an_organisation_nearly_known_is_asked_about_and_others_are_not() -> None:
    known = known_organisations()
    slips = {
        "Korean Foundation": "Korea Foundation",
        "Asian Foundation": "Asia Foundation",
        "Korea Univercity": "Korea University",
        "Yonse University": "Yonsei University",
        "Ewha Women's University": "Ewha Womans University",
        "Japan Fundation": "Japan Foundation",
        "Asahi Shinbun": "Asahi Shimbun",
        "国際交流基金会": "国際交流基金",
        "한국국제교류제단": "한국국제교류재단",
    }
    assert {name: nearest(name, known) for name in slips} == slips
    assert {name: nearest(name, known) for name in ORGANISATIONS if nearest(name, known)} == {}
    same = ("the Korea Foundation", "KOREA FOUNDATION", "韓國国際交流財團", "Nhk", "")
    assert [name for name in same if nearest(name, known)] == []
