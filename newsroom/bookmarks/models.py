"""A table that nobody but the person concerned reads: it has no admin."""

from __future__ import annotations

from django.conf import settings
from django.db import models

NAME_LENGTH = 60
QUERY_LENGTH = 2000
MOST = 20


class Bookmark(models.Model):
    """What somebody asks of a list ("articles.article"), as the query of its address."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    list = models.CharField(max_length=100)
    name = models.CharField(max_length=NAME_LENGTH)
    query = models.CharField(max_length=QUERY_LENGTH)

    class Meta:
        default_permissions = ()
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "list", "name"], name="bookmarks_one_of_each_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
