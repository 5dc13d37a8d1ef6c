"""Dates as readers of each language expect them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import formats, translation
from django.utils.translation import gettext as _

from .edtf import Edtf, Precision, parse

_FORMATS = {
    "en": {Precision.DAY: "j F Y", Precision.MONTH: "F Y"},
    "ja": {Precision.DAY: "Y年n月j日", Precision.MONTH: "Y年n月"},
    "ko": {Precision.DAY: "Y년 n월 j일", Precision.MONTH: "Y년 n월"},
}


@dataclass(frozen=True)
class DateText:
    """`text` is for people; `start` and `end` for `<time datetime>`, empty where it takes none."""

    text: str
    start: str = ""
    end: str = ""


def display(edtf: str, language: str) -> DateText:
    """The date in words. Raises EdtfError for what is no date."""
    date = parse(edtf)
    with translation.override(language):
        if date.precision != Precision.INTERVAL:
            return DateText(_words(date, language), start=_for_machines(date))
        return _interval(date, language)


def _interval(date: Edtf, language: str) -> DateText:
    first = _words(date.first, language) if date.first else ""
    last = _words(date.last, language) if date.last else ""
    start, end = _for_machines(date.first), _for_machines(date.last)
    if not last:
        text = _("since %(date)s") % {"date": first}
    elif not first:
        text = _("until %(date)s") % {"date": last}
    else:
        text = _("%(first)s – %(last)s") % {"first": first, "last": last}
    return DateText(text, start, end)


def _words(date: Edtf, language: str) -> str:
    text = _exact(date, language)
    if date.approximate:
        text = _("circa %(date)s") % {"date": text}
    if date.uncertain:
        text = _("%(date)s (uncertain)") % {"date": text}
    return text


def _exact(date: Edtf, language: str) -> str:
    start = date.start
    if start is None:
        return date.text
    by_precision = _FORMATS.get(language, _FORMATS["en"])
    if date.precision in by_precision:
        return formats.date_format(start, by_precision[date.precision], use_l10n=False)
    return _of_years(date.precision, start.month) % {"year": start.year}


def _of_years(precision: Precision, month: int) -> str:
    match precision, month:
        case Precision.DECADE, _month:
            return _("the %(year)ss")
        case Precision.SEASON, 3:
            return _("spring %(year)s")
        case Precision.SEASON, 6:
            return _("summer %(year)s")
        case Precision.SEASON, 9:
            return _("autumn %(year)s")
        case Precision.SEASON, _month:
            return _("winter %(year)s")
    return _("%(year)s")


def _for_machines(date: Edtf | None) -> str:
    """What `<time datetime>` accepts: years, months and days without a doubt."""
    exact = {Precision.YEAR, Precision.MONTH, Precision.DAY}
    doubtful = date is None or date.approximate or date.uncertain
    return "" if doubtful or date is None or date.precision not in exact else date.text
