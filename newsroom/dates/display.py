"""A date as readers of a language expect it."""

from dataclasses import dataclass

from django.utils.dateformat import format as date_format
from django.utils.translation import override

from .edtf import EdtfInterval, EdtfPoint, Precision, parse
from .languages import DateLanguage, date_language

_EXACT = (Precision.YEAR, Precision.MONTH, Precision.DAY)


@dataclass(frozen=True)
class DateText:
    text: str
    start: str = ""
    """For `<time datetime>`; empty where HTML has no way to say it, as with seasons and “about”."""
    end: str = ""
    """The same for the end of a span."""


def display(edtf: str, language: str) -> DateText:
    """Raises EdtfError where `edtf` is no date."""
    shown = parse(edtf)
    grammar = date_language(language)
    with override(language):
        if isinstance(shown, EdtfInterval):
            return DateText(_span(shown, grammar), _machine(shown.start), _machine(shown.end))
        return DateText(_point(shown, grammar), _machine(shown))


def _span(span: EdtfInterval, grammar: DateLanguage) -> str:
    pattern = grammar.since if not span.end else grammar.span if span.start else grammar.until
    return pattern.format(*(_point(end, grammar) for end in (span.start, span.end) if end))


def _point(point: EdtfPoint, grammar: DateLanguage) -> str:
    text = _words(point, grammar)
    if point.approximate:
        text = grammar.about.format(text)
    if point.uncertain:
        text = grammar.uncertain.format(text)
    return text


def _words(point: EdtfPoint, grammar: DateLanguage) -> str:
    first = point.date_from
    match point.precision:
        case Precision.DAY:
            return date_format(first, grammar.day)
        case Precision.MONTH:
            return date_format(first, grammar.month)
        case Precision.SEASON:
            season = grammar.seasons[(first.month - 1) // 3]
            return season.format(date_format(first, grammar.year))
        case Precision.DECADE:
            return grammar.decade.format(first.year)
        case _:
            return date_format(first, grammar.year)


def _machine(point: EdtfPoint | None) -> str:
    if point is None or point.precision not in _EXACT or point.approximate or point.uncertain:
        return ""
    return point.canonical
