"""Names as they are compared: one key for all the ways in which the same name is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .characters import MODERN_KANJI

LONGEST = 200
_FEWEST = 2


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_A_NAME = words(
    "dr prof professor mr mrs ms miss mx sir lord dame hon the honourable honorable his her their"
    " excellency president premier prime minister chancellor chairman chairwoman chairperson"
    " chair chief secretary general leader supreme marshal comrade senator governor ambassador"
    " emperor former ex late then"
)
_AFTER_A_NAME = words("jr sr phd md dphil msc esq")
# The longest first: of 総書記 nothing may stay.
_AFTER_HAN_AND_HANGUL = (
    *("国務委員長", "総理大臣", "国家主席", "大統領", "総書記", "委員長", "第一書記", "天皇"),
    *("首相", "総理", "主席", "議長", "教授", "博士", "先生", "女史", "さん", "氏", "様"),
    *("국무위원장", "대통령", "총비서", "위원장", "국방위원장", "총리", "주석", "총서기", "천황"),
    *("교수", "박사", "선생", "여사", "님", "씨"),
)
_BRACKETS = re.compile(r"[(（\[［〔【「『]([^)）\]］〕】」』]*)[)）\]］〕】」』]")
_SCRIPTS = (
    re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]"),
    re.compile(r"[\uac00-\ud7a3]"),
    re.compile(r"[\u3041-\u309f\u30a1-\u30ff]"),
    re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    re.compile(r"[\u0400-\u04ff]"),
)
_HAN_OR_HANGUL = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff々\uac00-\ud7a3]")
_APOSTROPHES = re.compile(r"['’‘`ʻʼ´′]")
_NOT_LETTERS = re.compile(r"[^\w]|[\d_]")
_VOICED = ("\u3099", "\u309a")


def keys_of(written: str) -> frozenset[str]:
    """The key of every name in a field: the whole, what stands in brackets, each script alone.

    “Kim Jong-un (金正恩)” says two names.
    """
    found = (key_of(name) for name in _names_in(unicodedata.normalize("NFKC", written[:LONGEST])))
    return frozenset(key for key in found if len(key) >= _FEWEST)


def key_of(name: str) -> str:
    """The name without titles, marks and spaces.

    Either name may come first where letters spell it: their ring is the key, begun at the place
    that makes it come first in order. Names in Han and Hangul keep their one order.
    """
    bare = _without_titles(letters(name[:LONGEST]).split())
    key = "".join(bare).translate(MODERN_KANJI)
    return _without_endings(key) if _HAN_OR_HANGUL.search(key) else _ring(key)


def letters(text: str) -> str:
    """Small letters without accents, kana in one form, single spaces for all else."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _APOSTROPHES.sub("", text).replace(".", "")
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in apart if c in _VOICED or not unicodedata.combining(c))
    whole = unicodedata.normalize("NFC", bare)
    return " ".join(_NOT_LETTERS.sub(" ", "".join(map(_katakana, whole))).split())


def squeeze(text: str) -> str:
    """Any words as they are compared: letters alone."""
    return letters(text).replace(" ", "").translate(MODERN_KANJI)


def _names_in(text: str) -> Iterator[str]:
    outside = _BRACKETS.sub(" ", text)
    for part in (text, outside, *_BRACKETS.findall(text), *re.split(r"[/／|]", outside)):
        yield part
        yield from _by_script(part)


def _by_script(text: str) -> Iterator[str]:
    """Each script of a text by itself, where it has several."""
    used = [script for script in _SCRIPTS if script.search(text)]
    if len(used) > 1:
        for script in used:
            kept = (c if script.match(c) or not c.isalpha() else " " for c in text)
            yield "".join(kept)


def _without_titles(name: list[str]) -> list[str]:
    while len(name) > 1 and name[0] in _BEFORE_A_NAME:
        name = name[1:]
    while len(name) > 1 and name[-1] in _AFTER_A_NAME:
        name = name[:-1]
    return name


def _without_endings(key: str) -> str:
    for ending in _AFTER_HAN_AND_HANGUL:
        if key.endswith(ending) and len(key) - len(ending) >= _FEWEST:
            return _without_endings(key.removesuffix(ending))
    return key


def _katakana(letter: str) -> str:
    return chr(ord(letter) + 0x60) if "\u3041" <= letter <= "\u3096" else letter


def _ring(key: str) -> str:
    return min((key[n:] + key[:n] for n in range(len(key))), default="")
