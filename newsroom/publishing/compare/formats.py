"""What became of the format of words that stayed, in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.marks import NOTE_TAG, Mark

Format = tuple[tuple[Mark, ...], ...]

_NAMES: dict[str, str | Promise] = {
    "strong": _("bold"),
    "em": _("italic"),
    "sub": _("subscript"),
    "sup": _("superscript"),
    "h3": _("heading"),
    "blockquote": _("quotation"),
    "ul": _("bulleted list"),
    "ol": _("numbered list"),
}


def format_change(old: Format, new: Format) -> str:
    """ "plain → bold"; "" where nothing changed."""
    if old == new:
        return ""
    return f"{_in_words(old)} → {_in_words(new)}"


def _in_words(formats: Format) -> str:
    return "; ".join(_names(marks) for marks in formats) or gettext("plain")


def _names(marks: Iterable[Mark]) -> str:
    return ", ".join(_name(*mark) for mark in marks) or gettext("plain")


def _name(tag: str, attributes: tuple[tuple[str, str | None], ...]) -> str:
    if address := dict(attributes).get("href"):
        return gettext("link to %(address)s") % {"address": address}
    if source := dict(attributes).get("data-source"):
        return gettext("note: %(source)s") % {"source": source}
    return str(_NAMES.get(tag, tag))


def cited(formats: Iterable[Format]) -> str:
    """The notes among words that came or went: their sign does not tell what they cite."""
    marks = (mark for words in formats for open_here in words for mark in open_here)
    return "; ".join(_name(*mark) for mark in marks if mark[0] == NOTE_TAG)
