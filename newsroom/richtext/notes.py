"""Notes: the places in a formatted text where a source is cited.

In stored text a note is an empty `<span data-source="12"></span>`. Readers see a number where the
page has a list of sources, and nothing elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

_SOURCE_ID = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)  # what every database holds
_NOTE = re.compile(r'<span data-source="([0-9]+)"></span>')


@dataclass(frozen=True)
class Notes:
    """The numbers of sources on a page, and which of them the text at hand is the first to cite."""

    numbers: Mapping[int, int]
    begins: frozenset[int] = frozenset()


NO_NOTES = Notes({})


def is_source_id(value: str) -> bool:
    return _SOURCE_ID.fullmatch(value) is not None


def cited_in(html: str) -> list[int]:
    """The sources that a cleaned text cites, as often as it does, in its order."""
    return [int(source) for source in _NOTE.findall(html)]


def number(texts: Iterable[str], sources: Iterable[int]) -> list[Notes]:
    """The notes of each of the texts on one page: the same source has the same number everywhere.

    `sources` are those that the page can list; others get no number.
    """
    waiting = set(sources)
    numbers: dict[int, int] = {}
    notes = []
    for text in texts:
        begins = waiting.intersection(cited_in(text))
        waiting -= begins
        for source in cited_in(text):
            if source in begins:
                numbers.setdefault(source, len(numbers) + 1)
        notes.append(Notes(numbers, frozenset(begins)))
    return notes


def with_numbers(html: str, notes: Notes) -> str:
    """A cleaned text whose notes lead to the list of sources; those without a number go."""
    first = set(notes.begins)

    def link(found: re.Match[str]) -> str:
        source = int(found[1])
        if source not in notes.numbers:
            return ""
        is_first = source in first
        first.discard(source)
        return _link(notes.numbers[source], is_first=is_first)

    return _NOTE.sub(link, html)


def _link(number: int, *, is_first: bool) -> str:
    """The list leads back to the first note of each source."""
    return format_html(
        '<sup class="note"><a href="#source-{0}"{1} aria-label="{2}">{0}</a></sup>',
        number,
        format_html(' id="note-{}"', number) if is_first else "",
        _("Source %(number)s") % {"number": number},
    )
