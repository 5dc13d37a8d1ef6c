"""Words, for comparing and counting: what a reader takes for one step of a text.

Kanji and hiragana stand alone, for nothing parts them into words; katakana, Hangul and letters
stand in words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_KATAKANA = r"\u30a0-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
# Hiragana, marks of repetition, and kanji with their extensions.
_ALONE = (
    r"\u3041-\u3096\u309d-\u309f\u3005-\u3007"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# What belongs to the character before it: accents, variants, tones and joined emoji.
_TAIL = (
    r"(?:[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
    r"|\u200d\S)*"
)
_LETTER = rf"[^\W{_KATAKANA}{_ALONE}]{_TAIL}"
_TOKEN = re.compile(
    rf"(?P<space>\s*)"
    rf"(?P<core>(?:{_LETTER})+(?:['’](?:{_LETTER})+)*"
    rf"|[{_KATAKANA}]+|[{_ALONE}]{_TAIL}|\S{_TAIL})"
)


class Token(NamedTuple):
    """One word or mark, with the space before it. The last of a text is its end, and empty."""

    space: str
    core: str
    at: int
    """Where the core begins in the text."""

    @property
    def is_word(self) -> bool:
        return self.core[:1].isalnum()


def tokens(text: str) -> list[Token]:
    found = list(_TOKEN.finditer(text))
    words = [Token(match["space"], match["core"], match.start("core")) for match in found]
    end = found[-1].end() if found else 0
    return [*words, Token(text[end:], "", len(text))]


def whole_lines(text: str) -> list[Token]:
    """Each line as one token."""
    found: list[Token] = []
    at = 0
    for line in text.split("\n") if text else ():
        found.append(Token("\n" if found else "", line, at))
        at += len(line) + 1
    return [*found, Token("", "", len(text))]


def count_words(text: str) -> int:
    return sum(token.is_word for token in tokens(text))
