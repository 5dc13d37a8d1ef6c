"""Text as search compares it: what a reader would call the same word is the same."""

from __future__ import annotations

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic letters; the marks of kana are no accents.
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_NO_LETTERS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Without case, accents, width and forms of one character: "ＧＳＯＭＩＡ", "Tōkyō", "ｶﾞ"."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))


def letters(text: str) -> str:
    """Letters and digits alone, folded: no spaces, no punctuation."""
    return _NO_LETTERS.sub("", fold(text))
