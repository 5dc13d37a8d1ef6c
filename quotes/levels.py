"""How far readers are told to trust a quote: a label, and what it means for just this quote.

Its author proposes the level, and whoever approves the revision answers for it: decision 0027.
"""

from __future__ import annotations

from enum import Enum, auto

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.kinds import Snapshot

from .models import EvidenceKind, Form, Level
from .snapshots import level_of


class Shown(Enum):
    """What of it readers have before them."""

    WORDS = auto()
    TRANSLATION = auto()
    MEANING = auto()


_LABELS = {Level.VERIFIED: _("Verified."), Level.AS_REPORTED: _("As reported.")}
_MEANINGS = {
    Level.VERIFIED: {
        Shown.WORDS: _("We have seen the evidence that these words were said."),
        Shown.TRANSLATION: _("We have seen the evidence that the original words were said."),
        Shown.MEANING: _("We have seen the evidence for this; the wording is ours."),
    },
    Level.AS_REPORTED: {
        Shown.WORDS: _(
            "The words as the source below gives them; we have not confirmed them ourselves."
        ),
        Shown.TRANSLATION: _(
            "Translated from what the source below gives; we have not confirmed it ourselves."
        ),
        Shown.MEANING: _(
            "Our wording of what the source below gives; we have not confirmed it ourselves."
        ),
    },
}
# No source stands below these that readers could look up.
_SAID_TO_US = {EvidenceKind.INTERVIEW, EvidenceKind.LETTER, EvidenceKind.RECORDING}
_ONLY_TO_US = _("Said to us; nobody else has confirmed the words.")


def level_told(
    snapshot: Snapshot, facts: Snapshot, *, is_translation: bool
) -> tuple[Level, str | Promise, str | Promise]:
    """The level, its label, and what it means for a quote with these facts and this evidence."""
    level = level_of(snapshot, facts)
    if level == Level.AS_REPORTED and _is_said_to_us_alone(facts):
        return level, _LABELS[level], _ONLY_TO_US
    return level, _LABELS[level], _MEANINGS[level][_shown(facts, is_translation=is_translation)]


def _shown(facts: Snapshot, *, is_translation: bool) -> Shown:
    if facts["form"] == Form.PARAPHRASE:
        return Shown.MEANING
    return Shown.TRANSLATION if is_translation else Shown.WORDS


def _is_said_to_us_alone(facts: Snapshot) -> bool:
    to_us = [row["kind"] in _SAID_TO_US and not row["shown"] for row in facts["evidence"]]
    return bool(to_us) and all(to_us)
