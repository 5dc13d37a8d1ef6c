from __future__ import annotations

from django.db import models

from newsroom.publishing.content import Content, Publishable


class Piece(Publishable):
    """Editors run it; it shows other pieces and notes."""

    kind_name = "piece"

    text = models.TextField(blank=True)


class Note(Publishable):
    """Moderators decide on it; it is one content in every language."""

    kind_name = "note"
    in_every_language = True

    text = models.TextField(blank=True)


class Shown(models.Model):
    """A piece shows another content at a place of its own."""

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="shown")
    part = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)
