"""Whether an event's text speaks of something still to come.

Judged by the first sentence that tells: one that looks ahead ("is scheduled to", "will open")
makes the event planned; one in the past tense, or none that tells, leaves it as happened. What
was foretold in the past ("they agreed that it will close") is no plan of today's.
"""

from __future__ import annotations

import re

_READ_SO_FAR = 2000  # characters

# Korean marks the past by a double s at the end of a syllable, as these two do without being it.
_KOREAN_PAST = "".join(
    chr(code) for code in range(0xAC00 + 20, 0xD7A4, 28) if chr(code) not in "있겠"
)

_SENTENCE_END = re.compile(r"(?<=[^\W_A-Z]{2}[.!?])[”’\"]?\s|(?<=[。！？])")

_TO_COME = re.compile(
    r"\b(?:is|are) (?:\w+ly |now |also |still )?"
    r"(?:scheduled|planned|slated|(?:expected|set|going) to|to be"
    r"|due (?:in|on|for|to (?!the\b|an?\b)))"
    r"|\w[’']ll\b"
    r"|(?<!\bthe )(?<!\btheir )(?<!political )(?<!free )\bwill (?!(?:of|to|and|or|for)\b)[a-z]"
    r"|予定(?!だった|でした|されてい(?:た|まし)|してい(?:た|まし)|であった|通り|どおり)"
    r"|見(?:込み|通し)(?!だった|でした|であった)"
    r"|예정(?!이었|되었|됐|돼 있었|되어 있었|대로)|(?:계획|전망)(?:이다|입니다)"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|took|met|held|began|became|came|went|saw|made|gave|won|lost|fell|rose"
    rf"|led|left|sent|built|broke|brought|agreed|[a-z]+(?<!e)ed)\b|た。?$|[{_KOREAN_PAST}](?:다|습니다)"
)
_FORETOLD = re.compile(
    r"\b(?:said|agreed|announced|decided|declared|promised|pledged|confirmed|stated|vowed)\b"
    r"(?:.{0,80}\bthat\b| (?:the|it|they|he|she|both|its|their)\b)"
)


def is_planned(headline: str, text: str) -> bool:
    if _TO_COME.search(headline):
        return True
    for sentence in _SENTENCE_END.split(text[:_READ_SO_FAR]):
        if ahead := _TO_COME.search(sentence):
            return not _FORETOLD.search(sentence, 0, ahead.start())
        if _PAST.search(sentence):
            return False
    return False
