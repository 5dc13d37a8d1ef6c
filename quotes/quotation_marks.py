"""How each language opens and closes a quotation. Like the forms of dates, this is grammar."""

from __future__ import annotations

from typing import NamedTuple


class Marks(NamedTuple):
    opening: str
    closing: str


_ENGLISH = Marks("“", "”")
_CORNERS = Marks("「", "」")
_GUILLEMETS = Marks("«", "»")
_LOW_AND_HIGH = Marks("„", "“")
_LOW_AND_CLOSING = Marks("„", "”")
_BY_MARKS = {
    _CORNERS: "ja zh-hant",
    _GUILLEMETS: "be ca el es fa hy it nb nn ru sq uk",
    Marks("«\u00a0", "\u00a0»"): "fr",
    _LOW_AND_HIGH: "bg cs de et hr is ka lt mk sk sl sr",
    _LOW_AND_CLOSING: "hu pl ro",
    Marks("”", "”"): "fi sv",
}
_MARKS = {code: marks for marks, codes in _BY_MARKS.items() for code in codes.split()}


def marks_of(language: str) -> Marks:
    """For a BCP 47 code; those of English where nothing else is known."""
    return _MARKS.get(language) or _MARKS.get(language.split("-")[0], _ENGLISH)
