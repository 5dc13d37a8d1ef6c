"""Dates as people write them in English, Japanese and Korean, turned into EDTF."""

from __future__ import annotations

import re
import unicodedata

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
# The first year of each era counts as 1.
_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
_CIRCA = re.compile(r"^(?:c\.|ca\.|circa|about|around|約)\s*|\s*(?:頃|ごろ|경)$", re.IGNORECASE)

_PATTERNS = [
    re.compile(rf"(?P<name>{_MONTH})\.?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<name>{_MONTH})\.?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})年(?:\s*(?P<month>\d{1,2})月(?:\s*(?P<day>\d{1,2})日)?)?"),
    re.compile(r"(?P<year>\d{4})년(?:\s*(?P<month>\d{1,2})월(?:\s*(?P<day>\d{1,2})일)?)?"),
    re.compile(
        rf"(?P<era>{'|'.join(_ERAS)})(?P<of_era>\d{{1,2}}|元)年"
        r"(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
    ),
]
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0(?:s|年代|년대)", re.IGNORECASE)


def from_words(text: str) -> str | None:
    """The EDTF of a date in words; None where it is not one this knows."""
    plain = unicodedata.normalize("NFKC", text).strip()
    bare = _CIRCA.sub("", plain)
    found = _exact(bare)
    return None if found is None else found + ("~" if bare != plain else "")


def _exact(text: str) -> str | None:
    if decade := _DECADE.fullmatch(text):
        return f"{decade[1]}X"
    if re.fullmatch(r"\d{4}", text):
        return text
    match = next((m for pattern in _PATTERNS if (m := pattern.fullmatch(text))), None)
    return _edtf(match.groupdict()) if match else None


def _edtf(found: dict[str, str | None]) -> str:
    parts = [f"{_year(found):04}"]
    if found.get("name") or found.get("month"):
        parts.append(f"{_month(found):02}")
    if found.get("day"):
        parts.append(f"{int(found['day'] or 0):02}")
    return "-".join(parts)


def _year(found: dict[str, str | None]) -> int:
    era, of_era = found.get("era"), found.get("of_era")
    if era and of_era:
        return _ERAS[era] + (1 if of_era == "元" else int(of_era)) - 1
    return int(found["year"] or 0)


def _month(found: dict[str, str | None]) -> int:
    name = found.get("name")
    if name:
        return [month[:3] for month in _MONTHS].index(name[:3].lower()) + 1
    return int(found["month"] or 0)
