"""Two tables that nobody but the person concerned reads: neither has an admin."""

from __future__ import annotations

from django.conf import settings
from django.db import models

FORM_LENGTH = 100
TAB_LENGTH = 40
STAMP_LENGTH = 20


class Buffer(models.Model):
    """A form as somebody left it in one tab, not saved yet.

    `form` says which one ("articles.article:12", "articles.article:add"), `tab` where: two tabs
    never write over each other. `stamp` tells one text of a tab from the next; `body` is the
    form's pairs of name and value, as JSON.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=FORM_LENGTH, db_index=True)
    tab = models.CharField(max_length=TAB_LENGTH)
    stamp = models.CharField(max_length=STAMP_LENGTH)
    body = models.TextField()
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "tab"], name="unsaved_one_buffer_for_each_tab")
        ]

    def __str__(self) -> str:
        return self.form


class Presence(models.Model):
    """When somebody's browser last said that this form is open in it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    form = models.CharField(max_length=FORM_LENGTH, db_index=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "form"], name="unsaved_one_presence_each")
        ]

    def __str__(self) -> str:
        return self.form
