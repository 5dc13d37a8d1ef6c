"""What one character stands for, where its look is a matter of type and not of words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Forms of one character. Others are characters of their own: 10² is not 102, nor is ½ 1/2.
_FORMS = frozenset(
    {
        *("<wide>", "<narrow>", "<small>", "<vertical>", "<noBreak>", "<compat>", "<square>"),
        *("<initial>", "<medial>", "<final>", "<isolated>"),
    }
)
# They may stand between groups of digits.
GROUPING_SPACES = "\u00a0\u2007\u2009\u202f"

_WRITTEN_ALIKE = {
    '"': "“”„‟«»‹›「」『』〝〞〟《》〈〉″＂｢｣",
    "'": "’‘‛‚`´′ʼ＇",
    "-": "−─━",
    "~": "〜～∼〰",
    "·": "・･ㆍ‧•∙⋅",
    "...": "⋯",
    ",": "、､",
    ".": "。｡",
    "[": "〔",
    "]": "〕",
}
_AS = {form: plain for plain, forms in _WRITTEN_ALIKE.items() for form in forms}
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_VARIATIONS = (("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))

# Scripts without spaces between words: nothing parts their words, so each character stands alone.
_ALONE = (
    *(("\u3005", "\u3007"), ("\u3041", "\u309f"), ("\u30a1", "\u30ff"), ("\u31f0", "\u31ff")),
    *(("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff")),
    ("\U00020000", "\U0003ffff"),
)


@lru_cache(maxsize=8192)
def plain(char: str) -> str:
    """The character in its plain form; "" for what nobody sees."""
    if is_unseen(char):
        return ""
    if char in _AS:
        return _AS[char]
    if char.isspace():
        return char if char in GROUPING_SPACES else " "
    if unicodedata.category(char) == "Pd":
        return "-"
    form, _space, parts = unicodedata.decomposition(char).partition(" ")
    if form in _FORMS:
        return "".join(plain(chr(int(part, 16))) for part in parts.split())
    return char


def is_unseen(char: str) -> bool:
    """Characters that take no place: joiners, soft hyphens, variants of the one before."""
    if char < "\x7f":
        return False
    if unicodedata.category(char) == "Cf":
        return char not in _VISIBLE_FORMATS
    return char in _FILLERS or _is_in(char, _VARIATIONS)


def stands_alone(char: str) -> bool:
    return char > "\u3000" and _is_in(char, _ALONE)


def is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def is_spelled(char: str) -> bool:
    """Whether spaces part the words that it belongs to."""
    return char.isalnum() and not stands_alone(char)


def _is_in(char: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= char <= last for first, last in ranges)
