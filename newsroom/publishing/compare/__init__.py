"""What changed between two revisions, by words as rendered."""

from .comparison import Change, Comparison, LineChange, What, compare, outline, said, size
from .folding import Fold
from .pieces import Line, Piece, Reference
from .runs import Fate, Run

__all__ = [
    "Change",
    "Comparison",
    "Fate",
    "Fold",
    "Line",
    "LineChange",
    "Piece",
    "Reference",
    "Run",
    "What",
    "compare",
    "outline",
    "said",
    "size",
]
