"""The lines of a manuscript, as a reader yields them.

A reader turns a file of some format into lines; everything after it is the same for all formats.
What only the format knows (this paragraph is a heading, that one an item of a list) travels with
the line as a hint; plain text has none to give.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext_lazy as _

_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
_MARKS_ON_ONE_LETTER = 30

_NOT_UTF_8 = _("Line %(number)d is not UTF-8. Save the file as plain text in UTF-8 and try again.")
_NOT_TEXT = _("This is not a text file. Save it as plain text in UTF-8 and try again.")


class Hint(StrEnum):
    """What the file's format itself says about a line."""

    NONE = ""
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True)
class Line:
    """One line of the source that is not blank."""

    number: int  # counted from 1, blank lines included
    raw: str  # as it stands in the source, without its line end
    blank_before: int = 0  # how many blank lines stand between it and the one above
    hint: Hint = Hint.NONE

    @cached_property
    def text(self) -> str:
        return normalised(self.raw)


Reader = Callable[[bytes], Iterable[Line]]


class UnreadableManuscript(ValueError):
    """The bytes are not text that we can read; the message says what to do about it."""


def normalised(text: str) -> str:
    """The text in Unicode form NFC, each stretch of white space one blank, none at the ends.

    Characters that no one can see are dropped: controls, zero-width spaces, soft hyphens, byte
    order marks. Joiners stay, for scripts and emoji need them.
    """
    return _nfc(" ".join(_UNSEEN.sub("", text).split()))


def _nfc(text: str) -> str:
    # Putting marks in order takes time in the square of their number, and no language piles up
    # so many on one letter: such a line stays as it was written.
    runs = groupby(text, lambda character: unicodedata.combining(character) > 0)
    if any(marks and sum(1 for _mark in run) > _MARKS_ON_ONE_LETTER for marks, run in runs):
        return text
    return unicodedata.normalize("NFC", text)


def read_plain_text(data: bytes) -> Iterator[Line]:
    """The lines of a text file, as `text_of` reads it."""
    return lines_of(text_of(data))


def lines_of(text: str) -> Iterator[Line]:
    """The lines of pasted text, whatever its line ends."""
    blank = 0
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if raw.strip():
            yield Line(number, raw, blank)
            blank = 0
        else:
            blank += 1


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises UnreadableManuscript for anything else.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = {"number": data.count(b"\n", 0, error.start) + 1}
        raise UnreadableManuscript(_NOT_UTF_8 % line) from error
    if "\0" in text:
        raise UnreadableManuscript(_NOT_TEXT)
    return text
