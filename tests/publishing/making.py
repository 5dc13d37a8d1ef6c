"""Pieces and notes for the tests of publishing."""

from __future__ import annotations

import itertools
from typing import Any

from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.revisions import Revision
from tests.factories import approved
from tests.pieces.models import Note, Piece, Shown
from tests.publishing.moments import hour

_numbers = itertools.count(1)


def make_piece(*, shows: tuple[Content, ...] = (), **fields: Any) -> Piece:
    number = next(_numbers)
    piece = Piece.objects.create(
        **{"title": f"Piece {number}", "slug": f"piece-{number}", **fields}
    )
    for position, part in enumerate(shows):
        Shown.objects.create(piece=piece, part=part, position=position)
    return piece


def make_note(**fields: Any) -> Note:
    number = next(_numbers)
    return Note.objects.create(**{"title": f"Note {number}", "slug": f"note-{number}", **fields})


def changed(content: Piece | Note, text: str, by: User, at: float) -> Revision:
    """A new revision of the draft that says `text`."""
    content.text = text
    content.save()
    return lifecycle.record(content=content, by=by, at=hour(at))


def live_piece(by: User, at: float = 1, **fields: Any) -> tuple[Piece, Edition]:
    piece = make_piece(**fields)
    revision = lifecycle.record(content=piece, by=by, at=hour(at))
    return piece, lifecycle.publish(revision=revision, by=by, at=hour(at))


def live_note(writer: User, moderator: User, at: float = 1, **fields: Any) -> tuple[Note, Edition]:
    note = make_note(**fields)
    revision = lifecycle.record(content=note, by=writer, at=hour(at - 0.5))
    approved(revision, moderator, at=hour(at - 0.4))
    return note, lifecycle.publish(revision=revision, by=moderator, at=hour(at))
