"""Whether two quotes say the same: the measured rule, on letters and digits alone."""

from __future__ import annotations

from enum import Enum

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from newsroom.search.folding import letters

IN_A_ROW = 4
# Below this length unrelated words are alike too often: only the very same ones count.
SHORT = 40
SAME_CONTAINED, SAME_RATIO, LOOK_CONTAINED = 0.85, 90, 0.55


class Likeness(Enum):
    SAME = _("Probably the same quote")
    LOOK = _("Look whether it is the same quote")


def likeness(one: str, other: str) -> Likeness | None:
    """Symmetric. Case, width, spaces and punctuation make no difference; a negation hardly any."""
    one, other = letters(one), letters(other)
    if not one or not other:
        return None
    if min(len(one), len(other)) < SHORT:
        return Likeness.SAME if one == other else None
    contained = _containment(one, other)
    if contained >= SAME_CONTAINED or fuzz.ratio(one, other) >= SAME_RATIO:
        return Likeness.SAME
    return Likeness.LOOK if contained >= LOOK_CONTAINED else None


def _containment(one: str, other: str) -> float:
    """How much of the shorter stands in the longer: 1.0 where it was only clipped."""
    few, many = sorted((_grams(one), _grams(other)), key=len)
    return len(few & many) / len(few)


def _grams(text: str) -> set[str]:
    return {text[at : at + IN_A_ROW] for at in range(len(text) - IN_A_ROW + 1)}
