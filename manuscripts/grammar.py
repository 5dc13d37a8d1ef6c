"""How each kind of line looks, in English, Japanese and Korean.

A recogniser takes the normalised text of a line and answers with its cut, or None. Its pattern is
tied to the start of the line and repeats nothing that repeats itself, so that even a line of a
megabyte takes time in proportion to its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .cuts import Cut, Segment, cut, cut_at, words

_LONGEST_HEADING = 100  # columns; an ideograph takes two
_LONGEST_TITLE = 200  # columns
_LONGEST_MARKED_LINE = 200  # characters
_TITLE_CASE = 3  # points

_AROUND_AN_ADDRESS = " []()<>:：–—-"
_COLON = r"\s?[:：]\s?"
_NUMBERED = r"\s?\d{0,3}\s?[:：.．)]\s?"
_EMOJI = r"[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]"

# How the export writes what these patterns know.
FAQ_HEADINGS = {"en": "FAQs", "ja": "よくある質問", "ko": "자주 묻는 질문"}
PROMO_MARK = "Advertisement: "

_ADDRESS = re.compile(r"https?://[^\s<>\"”』」)\]]+")
_TITLE = re.compile(
    rf"(?:#\s)?(?:(?:introduction|title|はじめに|題名|들어가며|서론|제목){_COLON})?(?P<title>.+)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:Written by|By|BY|by)\s(?=[^\W\d_a-z])"
    rf"|(?:Author|Byline|著者|執筆|文|글쓴이|글){_COLON})"
    r"(?P<byline>[^。:：\d]{1,99}[^.。:：\d])"
)
_HEADING = re.compile(
    r"(?:#{1,6}\s)?(?P<heading>.+?)(?:(?::\s|：\s?)(?P<subheading>.+?))?\s?[:：]?"
)
_FAQ_HEADING = re.compile(
    r"(?:#{1,6}\s)?(?P<faq_heading>faqs?|frequently asked questions(?: \(faqs?\))?|q ?& ?a"
    r"|questions (?:and|&) answers|よくある(?:ご)?質問|자주 (?:묻는|하는) 질문)\s?[:：]?",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    rf"(?:question|q|質問|問|질문|문){_NUMBERED}(?P<question>\S.*)", re.IGNORECASE
)
_ANSWER = re.compile(
    rf"(?:answer|ans|a|回答|答え|答|답변|답){_NUMBERED}(?P<text>\S.*)", re.IGNORECASE
)
_LIST_ITEM = re.compile(r"(?:[•◦‣▪●・]\s?|[✅✔☑➤➢]\ufe0f?\s?|[*–—-]\s)(?P<text>\S.*)")
_FOLLOW = re.compile(
    r"(?:(?:for\b.{1,80}?\s)?follow(?: us)?(?: on)?|.{0,60}?(?:フォロー|팔로우))"
    rf"(?:{_COLON}|\s[–—-]\s)(?P<name>.+)",
    re.IGNORECASE,
)
_PROMO_HEADING = re.compile(
    rf"(?:{_EMOJI}\s?|(?:advertisement|sponsored|promotion|広告|광고){_COLON})+"
    rf"(?P<heading>(?!{_EMOJI})\S.*)",
    re.IGNORECASE,
)
_POINTER = re.compile(r"(?:[👉➡▶🔗→»][\ufe0f\U0001f3fb-\U0001f3ff]?\s?)+")

_WELL_KNOWN_HEADING = re.compile(
    r"(?:introduction|background|conclusion|summary|references|はじめに|序論|背景|おわりに|まとめ"
    r"|結論|들어가며|서론|배경|맺음말|마무리|결론)\s?[:：]?",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(
    r"an?|and|as|at|but|by|for|from|in|into|of|on|or|the|to|via|vs|with", re.IGNORECASE
)
_NO_TITLE_ENDS_SO = tuple(".。,、;；:：")
_NO_HEADING_ENDS_SO = tuple(".。,、;；!！…")


def title(text: str) -> Cut | None:
    """A line that can be the title, which the caller must know to be the first one."""
    match = _TITLE.fullmatch(text)
    if not match or _WELL_KNOWN_HEADING.fullmatch(match["title"]):
        return None
    too_long = _width(text, _LONGEST_TITLE) > _LONGEST_TITLE
    return None if too_long or text.endswith(_NO_TITLE_ENDS_SO) else cut(match)


def byline(text: str) -> Cut | None:
    return _cut(_BYLINE, text)


def heading(text: str) -> Cut:
    """A line already known to be a heading, cut into the parts before and after its colon."""
    return _cut(_HEADING, text) or (Segment(text, "heading"),)


def heading_points(text: str, blank_before: int) -> int:
    """How much a line looks like a heading; 0 where it cannot be one."""
    too_long = _width(text, _LONGEST_HEADING) > _LONGEST_HEADING
    if too_long or text.endswith(_NO_HEADING_ENDS_SO) or list_item(text) or not has_words(text):
        return 0
    parts = words(heading(text))
    is_marked = text.startswith("#") or _WELL_KNOWN_HEADING.fullmatch(parts["heading"])
    has_colon = "subheading" in parts or text.endswith((":", "："))
    return (
        (0, 1, 4)[min(blank_before, 2)]
        + (4 if is_marked else 0)
        + (1 if has_colon else 0)
        + _title_case_points(text)
    )


def faq_heading(text: str) -> Cut | None:
    return _cut(_FAQ_HEADING, text)


def question(text: str) -> Cut | None:
    return _cut(_QUESTION, text)


def answer(text: str) -> Cut | None:
    return _cut(_ANSWER, text)


def list_item(text: str) -> Cut | None:
    return _cut(_LIST_ITEM, text)


def follow(text: str) -> Cut | None:
    """A line that asks to follow the site somewhere: the name it gives, and the address."""
    match = _FOLLOW.fullmatch(text) if len(text) <= _LONGEST_MARKED_LINE else None
    return _cut_before_address(text, "name", match.start("name"), "url") if match else None


def promo_heading(text: str) -> Cut | None:
    """A short line that opens with an emoji, or says that it is advertising."""
    if len(text) > _LONGEST_MARKED_LINE or _POINTER.match(text) or list_item(text):
        return None
    return _cut(_PROMO_HEADING, text)


def exclaiming_heading(text: str) -> Cut | None:
    """A Short Line Like This! It can open a promo that bears no mark."""
    exclaims = len(text) <= _LONGEST_MARKED_LINE and exclaiming(text) and not list_item(text)
    tall = exclaims and _title_case_points(text) == _TITLE_CASE
    return (Segment(text, "heading"),) if tall else None


def exclaiming(text: str) -> bool:
    return text.endswith(("!", "！"))


def call_to_action(text: str) -> Cut | None:
    """A short line that points somewhere, by a pointing sign or an address."""
    pointer = _POINTER.match(text)
    if len(text) > _LONGEST_MARKED_LINE or not (pointer or _ADDRESS.search(text)):
        return None
    return _cut_before_address(text, "cta_label", pointer.end() if pointer else 0, "cta_url")


def has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def language_of(texts: Iterable[str]) -> str:
    """Japanese where there is some kana, Korean where there is more Hangul, else English."""
    kana = hangul = latin = 0
    for character in "".join(texts):
        kana += "\u3041" <= character <= "\u30ff"
        hangul += "\uac00" <= character <= "\ud7a3"
        latin += character.isascii() and character.isalpha()
    if max(kana, hangul) * 4 <= latin:
        return "en"
    return "ja" if kana >= hangul else "ko"


def _cut(pattern: re.Pattern[str], text: str) -> Cut | None:
    match = pattern.fullmatch(text)
    return cut(match) if match else None


def _cut_before_address(text: str, name: str, start: int, address_name: str) -> Cut:
    """Words from `start` on, then an address if there is one, less the brackets around it."""
    found = _ADDRESS.search(text, start)
    if not found:
        return cut_at(text, {name: (start, len(text))})
    said = text[start : found.start()]
    start += len(said) - len(said.lstrip(_AROUND_AN_ADDRESS))
    end = start + len(said.strip(_AROUND_AN_ADDRESS))
    return cut_at(text, {name: (start, end), address_name: found.span()})


def _width(text: str, enough: int) -> int:
    """Columns the text takes, counted no further than past `enough`."""
    start = text[: enough + 1]
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in start)


def _title_case_points(text: str) -> int:
    """Many for A Line Like This, fewer for a short one in a script without capitals."""
    if text.upper() == text.lower():
        return 2 if len(text) <= 30 else 0
    tall = [word for word in re.findall(r"[^\W_]+", text) if not _SMALL_WORD.fullmatch(word)]
    capitals = sum(not word[0].islower() for word in tall)
    return _TITLE_CASE if tall and capitals >= 0.8 * len(tall) else 0
