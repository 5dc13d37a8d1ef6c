"""Whether the words of a quote stand in a passage as they are, and how they differ if not.

What counts and what is forgiven: docs/decisions/0020-verbatim-check.md.
"""

from .check import Match, Mismatch, check
from .folding import Span, fold
from .fragments import bracketed
from .lookalikes import look_alike, mixed_words, unseen_in
from .nearest import Change

__all__ = [
    "Change",
    "Match",
    "Mismatch",
    "Span",
    "bracketed",
    "check",
    "fold",
    "look_alike",
    "mixed_words",
    "unseen_in",
]
