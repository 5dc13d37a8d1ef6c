"""Organisations whose name is nearly that of a known one: perhaps a slip, perhaps another."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from .names import letters, squeeze, words

NEAR = 90
# Of words that many share, near names may have all in common: what is left has to be near too.
NEAR_APART = 80
_SHORTEST = 6
_SHARED = words(
    "the of for and in on at a an university college school institute institution foundation center"
    " centre council association society federation agency ministry department office bank"
    " corporation company news press national international research studies policy affairs"
    " asia asian pacific east world global peace security strategic economic economics"
    " science sciences technology women foreign education medical"
)
_SHARED_HAN = (
    *("大学院", "大学", "研究所", "研究院", "研究会", "財団", "協会", "新聞社", "新聞", "連合会"),
    *("대학교", "대학", "연구소", "연구원", "연구회", "재단", "협회", "신문사", "신문", "일보"),
)


def organisation_key(name: str) -> str:
    return squeeze(" ".join(word for word in letters(name).split() if word != "the"))


def nearest(name: str, known: Mapping[str, str]) -> str:
    """The known name that this one nearly is, "" where it is one of them or near none.

    `known` gives a name for each key.
    """
    key = organisation_key(name)
    if key in known or len(key) < _SHORTEST:
        return ""
    spelt = {_spelt(other): other for other in known}
    found = process.extract(
        _spelt(key), spelt.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=5
    )
    close = (known[spelt[match]] for match, _score, _place in found)
    return next((other for other in close if _own_words_are_near(name, other)), "")


def _own_words_are_near(name: str, other: str) -> bool:
    """“Hosei University” is no slip for “Yonsei University”, “Yonsei Univercity” is one."""
    own = _own(other)
    return own in _spelt(organisation_key(name)) or fuzz.ratio(_own(name), own) >= NEAR_APART


def _own(name: str) -> str:
    """What only this name has, such as “Korea” in “Korea Foundation”."""
    own = "".join(word for word in letters(name).split() if word not in _SHARED)
    for shared in _SHARED_HAN:
        own = own.replace(shared, "")
    return _spelt(own) or _spelt(organisation_key(name))


def _spelt(key: str) -> str:
    """Letter by letter, as typing goes wrong: a syllable of Hangul is two or three."""
    return unicodedata.normalize("NFD", key)
