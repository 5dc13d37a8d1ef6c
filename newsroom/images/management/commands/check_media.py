"""`manage.py check_media`: whether files and the rows that name them agree."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.images.leftovers import files_without_rows, rows_without_files


class Command(BaseCommand):
    help = "Finds rows without their files and files without rows. Exits 1 if there are any."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--hours",
            type=int,
            default=24,
            help="How old a file without a row must be: a younger one may be on its way (24).",
        )

    def handle(self, *args: Any, hours: int, **options: Any) -> None:
        found = 0
        for row, name in rows_without_files():
            found += 1
            words = _("%(kind)s %(id)s, “%(row)s”: its file %(name)s is not there.")
            kind = row._meta.verbose_name
            self.stdout.write(words % {"kind": kind, "id": row.pk, "row": row, "name": name})
        for _storage, name in files_without_rows(dt.timedelta(hours=hours)):
            found += 1
            self.stdout.write(_("No row names the file %(name)s.") % {"name": name})
        if found:
            problems = ngettext("%(number)s problem.", "%(number)s problems.", found)
            raise CommandError(problems % {"number": found})
        self.stdout.write(_("Every row has its files, and every file its row."))
