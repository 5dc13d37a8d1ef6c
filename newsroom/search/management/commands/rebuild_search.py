"""`manage.py rebuild_search`: makes the index anew, from what was recorded."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.publishing.content import Content
from newsroom.publishing.revisions import head_of
from newsroom.search.upkeep import index_draft

PROGRESS_EVERY = 500


class Command(BaseCommand):
    help = "Makes the search index anew. Can be stopped and taken up again with --after."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--after", type=int, default=0, help="The last number it told (0).")

    def handle(self, *args: Any, after: int, **options: Any) -> None:
        contents = Content.objects.filter(pk__gt=after).order_by("pk")
        done = 0
        for done, content in enumerate(contents.iterator(), start=1):
            if head := head_of(content):
                # As one: a content is never found by half.
                with transaction.atomic():
                    index_draft(None, head)
            if done % PROGRESS_EVERY == 0:
                self.stdout.write(_("Up to number %(number)d.") % {"number": content.pk})
        self.stdout.write(_("Indexed %(number)d contents.") % {"number": done})
