"""What the things are called that snapshots hold by their keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import models
from django.utils.translation import gettext

from .pieces import Line, Piece, Reference

Titles = Mapping[Reference, str]


def look_up(pieces: Iterable[Piece]) -> Titles:
    """One query for each model; what was deleted since is missing."""
    keys: defaultdict[type[models.Model], set[int]] = defaultdict(set)
    for reference in (ref for piece in pieces for line in piece.lines for ref in line.refers_to):
        keys[reference.model].add(reference.key)
    return {
        Reference(model, key): str(found)
        for model, wanted in keys.items()
        for key, found in model._default_manager.in_bulk(wanted).items()
    }


def with_titles(piece: Piece, titles: Titles) -> Piece:
    return replace(piece, lines=tuple(_titled(line, titles) for line in piece.lines))


def _titled(line: Line, titles: Titles) -> Line:
    if not line.refers_to:
        return line
    names = (titles.get(reference, gettext("deleted since")) for reference in line.refers_to)
    return replace(line, text="\n".join(names))
