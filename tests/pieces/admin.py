from __future__ import annotations

from django.contrib import admin

from newsroom.publishing.admin import PublishableAdmin

from .models import Note, Piece, Shown


class ShownInline(admin.TabularInline):
    model = Shown
    fk_name = "piece"
    extra = 0
    fields = ("part", "position")
    autocomplete_fields = ("part",)


@admin.register(Piece)
class PieceAdmin(PublishableAdmin):
    fields = ("title", "slug", "language", "original", "topics", "text")
    inlines = (ShownInline,)


@admin.register(Note)
class NoteAdmin(PublishableAdmin):
    pass
