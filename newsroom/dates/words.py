"""Dates as people write them, read into EDTF: a help for typing, not a parser of prose.

It reads back whatever `display` writes, and the common ways of writing the same. What could mean
two things, such as 3/4/2023, it leaves alone.
"""

import re
from datetime import date

from .edtf import EdtfDate, EdtfError, Precision, parse

_ERAS = {
    "明治": date(1868, 1, 25),
    "大正": date(1912, 7, 30),
    "昭和": date(1926, 12, 25),
    "平成": date(1989, 1, 8),
    "令和": date(2019, 5, 1),
}
_FIRST_GREGORIAN_DAY_OF_JAPAN = date(1873, 1, 1)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_PARTS_OF_YEAR = {
    name[:length]: number
    for number, name in enumerate(_MONTHS, start=1)
    for length in range(3, len(name) + 1)
} | {
    name: 20 + number
    for names in ("spring summer autumn winter", "春 夏 秋 冬", "봄 여름 가을 겨울", "- - fall -")
    for number, name in enumerate(names.split(), start=1)
}

_CJK_DATE = r"[年년](?: ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일])?)?"
_POINTS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<part>[a-z]+)\.?,? (?P<year>\d{4})",
        r"(?P<part>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?, ?(?P<year>\d{4})",
        r"(?P<part>[a-z]+)\.?,? (?P<year>\d{4})",
        r"(?P<year>\d{4}) ?[年년] ?の?(?P<part>[春夏秋冬봄]|여름|가을|겨울)",
        r"(?:the )?(?P<decade>\d{3})0 ?(?:'?s|年代|년대)",
        r"(?P<year>\d{4}) ?" + _CJK_DATE,
        rf"(?P<era>{'|'.join(_ERAS)})(?P<year>元|\d{{1,2}})" + _CJK_DATE,
        r"(?P<year>\d{4})",
    )
)
_SPANS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:from )?(?P<start>.+?)(?: to | ?[~–—] ?| - |から|부터 ?)(?P<end>.+?)(?:まで|까지)?",
        r"(?P<start>\d{4})-(?P<end>\d{4})",
        r"(?:from|since) (?P<start>.+)",
        r"(?P<start>.+?)(?: onwards|以降|以後|から| ?이후|부터)",
        r"(?:until|till) (?P<end>.+)",
        r"(?P<end>.+?)(?:まで|까지)",
    )
)
_ABOUT = re.compile(
    r"^(?:(?:circa|about|around|ca?\.?)(?= ?\d| [a-z])|約|약) ?|(?:頃|ごろ|ころ| ?(?:경|쯤|무렵))$",
    re.IGNORECASE,
)
_UNCERTAIN = re.compile(r" ?(?:\((?:uncertain|不確か|불확실)\)|\?)$", re.IGNORECASE)
_PLAIN = str.maketrans("０１２３４５６７８９（）？〜～", "0123456789()?~~")


def read(text: str) -> EdtfDate:
    """EDTF or words. Raises EdtfError, whose message tells an editor what would be understood."""
    try:
        return parse(text)
    except EdtfError:
        if edtf := from_words(text):
            return parse(edtf)
        raise


def from_words(text: str) -> str | None:
    """EDTF for a date in English, Japanese or Korean; None where the words are not understood."""
    words = " ".join(text.translate(_PLAIN).split())
    try:
        edtf = _span(words) or _point(words)
        return parse(edtf).canonical if edtf else None
    except EdtfError:
        return None


def _span(words: str) -> str | None:
    for pattern in _SPANS:
        if match := pattern.fullmatch(words):
            ends = {name: _point(end) for name, end in match.groupdict().items()}
            if all(ends.values()):
                return f"{ends.get('start', '..')}/{ends.get('end', '..')}"
    return None


def _point(words: str) -> str | None:
    sure = _UNCERTAIN.sub("", words)
    exact = _ABOUT.sub("", sure)
    qualifier = ("", "~", "?", "%")[(exact != sure) + 2 * (sure != words)]
    for pattern in _POINTS:
        if match := pattern.fullmatch(exact):
            found = _written(**match.groupdict())
            return found and found + qualifier
    return None


def _written(
    year: str = "",
    month: str | None = None,
    day: str | None = None,
    part: str | None = None,
    decade: str | None = None,
    era: str | None = None,
) -> str | None:
    if decade:
        return f"{decade}X"
    if part:
        month = str(_PARTS_OF_YEAR.get(part.lower(), 0))
    if era:
        year = str(_ERAS[era].year - 1 + (1 if year == "元" else int(year)))
    edtf = "-".join([year, *(number.zfill(2) for number in (month, day) if number)])
    return None if era and not _in_era(parse(edtf), era) else edtf


def _in_era(point: EdtfDate, era: str) -> bool:
    """Whether the era ran then, and its months were those of today's calendar."""
    first, last = point.date_from or date.min, point.date_to or date.max
    begins = _ERAS[era]
    ends = min((start for start in _ERAS.values() if start > begins), default=date.max)
    reckoned_alike = point.precision is Precision.YEAR or first >= _FIRST_GREGORIAN_DAY_OF_JAPAN
    return last >= begins and first < ends and reckoned_alike
