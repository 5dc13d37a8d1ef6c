"""Where in the tree some words of a manuscript stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .tree import Manuscript

_COUNTED = {
    "sections": _("Section %(number)d"),
    "timeline": _("Event %(number)d"),
    "quotes": _("Quote %(number)d"),
    "faqs": _("Question %(number)d"),
    "paragraphs": _("paragraph %(number)d"),
    "items": _("item %(number)d"),
    "facts": _("note %(number)d"),
}
_NAMED = {
    "title": _("Title"),
    "byline": _("Byline"),
    "intro": _("Introduction"),
    "promo": _("Promo"),
    "follow": _("Follow line"),
    "faq_heading": _("Heading of the questions"),
    "heading": _("heading"),
    "subheading": _("subheading"),
    "date_text": _("date"),
    "headline": _("headline"),
    "honorific": _("honorific"),
    "speaker": _("speaker"),
    "role": _("role"),
    "organisation": _("organisation"),
    "question": _("question"),
    "text": _("text"),
    "urging": _("urging line"),
    "cta_label": _("call to action"),
    "cta_url": _("address"),
    "value": "",
}


@dataclass(frozen=True)
class Place:
    """The steps from a manuscript to one of its texts: names of fields, and counts from 0."""

    steps: tuple[str | int, ...]

    def __str__(self) -> str:
        """As it would be written in Python: ``sections[2].paragraphs[0]``."""
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return path.removeprefix(".")

    @classmethod
    def at(cls, path: str) -> Place:
        """The place that is written so."""
        steps = re.findall(r"\w+", path)
        return cls(tuple(int(step) if step.isdecimal() else step for step in steps))

    def then(self, *steps: str | int) -> Place:
        return Place(self.steps + steps)

    def text_in(self, manuscript: Manuscript) -> str:
        """The text that stands there; empty where none does."""
        found: Any = manuscript
        try:
            for step in self.steps:
                found = found[step] if isinstance(step, int) else getattr(found, step)
        except (AttributeError, IndexError):
            return ""
        return str(found)

    def labels(self) -> list[str]:
        """The steps in words, in the active language: "Section 3", "paragraph 1"."""
        named: list[str] = []
        for step, following in zip(self.steps, (*self.steps[1:], ""), strict=True):
            if isinstance(following, int):
                named.append(_COUNTED[str(step)] % {"number": following + 1})
            elif isinstance(step, str) and (name := _NAMED[step]):
                named.append(str(name))
        return named
