r"""Letters that look like others: the eye finds no fault, and no search finds the word.

They are written as \u here, for nobody could tell them apart. Which letters they are is from
Unicode's list of confusables: of Cyrillic and Greek those that pass for Latin in running text,
and kana that pass for kanji.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .characters import is_unseen

_CYRILLIC = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u04ae"
    "\u0410\u0412\u0415\u0417\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405"
)
_GREEK = (
    "\u03b1\u03bf\u03b9\u03c1\u03c5\u03ba\u03c7\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c"
    "\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
_KANA = "\u30cb\u30ed\u30ab\u30a8\u30c8\u30cf\u30d8\u30d9\u30da\u30fc\u30aa\u30bf"
_LOOK = (
    "aeopcyxijshdqwYABE3KMHOPCTXIJS",
    "aoipukxABEZHIKMNOPTYX",
    "\u4e8c\u53e3\u529b\u5de5\u535c\u516b\u3078\u3079\u307a\u4e00\u624d\u5915",
)
_LIKE = str.maketrans(_CYRILLIC + _GREEK + _KANA + "0|1", "".join(_LOOK) + "OlI")
_ONE_STROKE = str.maketrans("lI", "||")
_STRANGERS = frozenset(_CYRILLIC + _GREEK)

_WORD = re.compile(r"\w+")
# Scripts without joiners and the like. Emoji, and scripts from Arabic to Thai, need them.
_PLAIN = (
    *("LATIN", "GREEK", "CYRILLIC", "HANGUL", "HIRAGANA", "KATAKANA", "CJK"),
    *("COMBINING", "FULLWIDTH", "HALFWIDTH"),
)
_JOINED = ("L", "M", "So", "Sk")
_VARIATION = "VARIATION"


def look_alike(some: str, others: str) -> bool:
    """Whether two different texts are one to the eye."""
    return some != others and _look(some) == _look(others)


def mixed_words(text: str) -> list[str]:
    """Words with letters of another script in the place of those that they look like."""
    found = (word[0] for word in _WORD.finditer(text) if not word[0].isascii())
    return list(dict.fromkeys(word for word in found if _is_mixed(word)))


def unseen_in(text: str) -> list[str]:
    """The names of characters that nobody sees and no word needs."""
    return list(dict.fromkeys(_name(char) for char in _unneeded(text)))


def _look(text: str) -> str:
    plain = unicodedata.normalize("NFKC", "".join(char for char in text if not is_unseen(char)))
    return plain.translate(_LIKE).translate(_ONE_STROKE)


def _is_mixed(word: str) -> bool:
    return not _STRANGERS.isdisjoint(word) and any(_name(char).startswith("LATIN") for char in word)


def _unneeded(text: str) -> Iterator[str]:
    for at, char in enumerate(text):
        if is_unseen(char) and not _name(char).startswith(_VARIATION):
            around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
            if not any(_may_be_joined(other) for other in around):
                yield char


def _may_be_joined(char: str) -> bool:
    is_plain = _name(char).startswith(_PLAIN) or is_unseen(char)
    return unicodedata.category(char).startswith(_JOINED) and not is_plain


def _name(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}")
