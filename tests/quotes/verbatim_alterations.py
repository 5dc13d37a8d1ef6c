"""What becomes of quotes on their way: words altered, and typography that alters nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from random import Random

Alteration = Callable[[str, str, Random], str]

_STRANGE_WORDS = {
    "en": ["harbour", "seldom", "eleven", "promised", "gladly", "winter"],
    "ja": ["港", "春", "まれに", "橋", "約束", "パン"],
    "ko": ["항구", "드물게", "약속", "겨울", "다리", "열하나"],
}
# What joins words, apart from the words.
_WORD = {
    "en": r"[\w’'-]+",
    "ja": r"[\u4e00-\u9fff]+|[\u30a1-\u30fc]+|\d+|[\u3041-\u309f]",
    "ko": r"\w+",
}
_NEGATED = {
    "en": [
        (r"\bnot ", ""),
        (r"\b(is|are|was|were|will|can|has|have|had|did|must|should|do)\b", r"\1 not"),
        (r"\bknow\b", "never know"),
    ],
    "ja": [
        (r"ません。", "ます。"),
        (r"(ました|ます|です)。", "ないのです。"),
        (r"ない。", "ある。"),
        (r"(ていなかった|なかった)。", "た。"),
        (r"ている。", "ていない。"),
        (r"である。", "ではない。"),
        (r"した。", "しなかった。"),
        (r"いた。", "いなかった。"),
    ],
    "ko": [(r"지 않", "지 꼭 않"), (r" (\w+)\.$", r" 안 \1.")],
}
_LOOK_ALIKE = {
    **dict(zip("aeopcyxi", "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456", strict=True)),
    **dict(zip("ーカロトタニ力二一工", "一力口卜夕二カニーエ", strict=True)),
}
_UNSEEN = "\u200b\u00ad\u200d\u2060\u3164"


def _spans(text: str, language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(_WORD[language], text)]


def _inner(text: str, language: str, random: Random, size: int = 1) -> tuple[int, int]:
    """Some words that are neither first nor last."""
    spans = _spans(text, language)
    first = random.randrange(1, len(spans) - size)
    return spans[first][0], spans[first + size - 1][1]


def _space(language: str) -> str:
    return "" if language == "ja" else " "


def other_word(text: str, language: str, random: Random) -> str:
    start, end = random.choice(_spans(text, language))
    return text[:start] + random.choice(_STRANGE_WORDS[language]) + text[end:]


def deletion(text: str, language: str, random: Random) -> str:
    start, end = random.choice(_spans(text, language))
    return re.sub("  +", " ", text[:start] + text[end:]).strip()


def insertion(text: str, language: str, random: Random) -> str:
    start, _end = random.choice(_spans(text, language))
    word = random.choice(_STRANGE_WORDS[language])
    return text[:start] + word + _space(language) + text[start:]


def order(text: str, language: str, random: Random) -> str:
    spans = _spans(text, language)
    pairs = [
        (one, other) for one, other in pairwise(spans) if text[slice(*one)] != text[slice(*other)]
    ]
    (a, b), (c, d) = random.choice(pairs)
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def negation(text: str, language: str, random: Random) -> str:
    for pattern, by in _NEGATED[language]:
        altered = re.sub(pattern, by, text, count=1)
        if altered != text:
            return altered
    return text


def homoglyph(text: str, language: str, random: Random) -> str:
    places = [at for at, char in enumerate(text) if char in _LOOK_ALIKE]
    if places and (language != "ko"):
        at = random.choice(places)
        return text[:at] + _LOOK_ALIKE[text[at]] + text[at + 1 :]
    start, end = _inner(text, language, random)
    at = random.randint(start + 1, end)
    return text[:at] + random.choice(_UNSEEN) + text[at:]


def number(text: str, language: str, random: Random) -> str:
    digits = [match.start() for match in re.finditer(r"\d", text)]
    if not digits:
        return text
    at = random.choice(digits)
    other = random.choice(
        [each for each in "123456789" if each != unicodedata.normalize("NFKC", text[at])]
    )
    return text[:at] + other + text[at + 1 :]


def joined_gap(text: str, language: str, random: Random) -> str:
    start, end = _inner(text, language, random, size=3)
    return re.sub("  +", " ", text[:start] + text[end:])


WORDS_ALTERED: list[Alteration] = [
    other_word,
    deletion,
    insertion,
    order,
    negation,
    homoglyph,
    number,
    joined_gap,
]


def quotation_marks(text: str, language: str, random: Random) -> str:
    opening, closing = random.choice(["""\"\"""", "‘’", "«»", "『』", "„“", "《》"])
    text = re.sub("[“「‘](?=\\w)", opening, re.sub("(?<=\\w)[”」’](?!\\w)", closing, text))
    return re.sub("(?<=[a-z])’(?=[a-z])", random.choice("'´ʼ"), text)


def dashes(text: str, language: str, random: Random) -> str:
    dash = random.choice(["—", " — ", "--", " – ", "―", "－"])
    text = re.sub(r"\s*(?:–|—|――)\s*", dash, text)
    return re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)


def spaces(text: str, language: str, random: Random) -> str:
    kinds = ["\u00a0", "  ", "\u3000", "\n", "\u2009"]
    if language == "ja":
        return re.sub("(?<=[、。」])", lambda _at: random.choice(kinds), text)
    return re.sub(r"(?<!\d) (?!\d)", lambda _at: random.choice(kinds), text)


def forms(text: str, language: str, random: Random) -> str:
    return unicodedata.normalize("NFD", text).replace("fi", "ﬁ").replace("fl", "ﬂ")


def full_width(text: str, language: str, random: Random) -> str:
    return "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" and char not in "-\"'." else char
        for char in text
    )


def _half_width() -> dict[int, str]:
    halves = [chr(code) for code in range(0xFF61, 0xFFA0)]
    plain = {ord(unicodedata.normalize("NFKC", half)): half for half in halves}
    parts = {
        code: unicodedata.normalize("NFD", chr(code)).translate(plain)
        for code in range(0x30A1, 0x30F7)
    }
    return {code: half for code, half in (parts | plain).items() if code != 0x3099}


_HALF_WIDTH = _half_width()


def half_width(text: str, language: str, random: Random) -> str:
    """Kana and marks of Japanese; digits where they are wide."""
    narrow = text.translate(_HALF_WIDTH)
    return "".join(unicodedata.normalize("NFKC", c) if "０" <= c <= "９" else c for c in narrow)


def grouping(text: str, language: str, random: Random) -> str:
    text = re.sub(r"(?<=\d),(?=\d{3})", random.choice(["", "\u2009", "\u202f"]), text)
    return text if "," in text else re.sub(r"\b(\d)(\d{3})(?=世|ド|人)", r"\1,\2", text)


def stops(text: str, language: str, random: Random) -> str:
    """Who quotes ends with a stop, a comma or nothing; two Japanese commas are one mark."""
    return text.rstrip("。.").replace("、", "，") + random.choice(["", ","])


def capital(text: str, language: str, random: Random) -> str:
    return f"[{text[0].swapcase()}]{text[1:]}" if language == "en" else f"“{text}”"


def variants(text: str, language: str, random: Random) -> str:
    """Selectors of variants after kanji; ligatures and such are in `forms`."""
    return re.sub(r"(?<=[\u4e00-\u9fff])", "\U000e0100", text, count=3)


TYPOGRAPHY: list[Alteration] = [
    quotation_marks,
    dashes,
    spaces,
    forms,
    full_width,
    half_width,
    grouping,
    stops,
    capital,
    variants,
]
