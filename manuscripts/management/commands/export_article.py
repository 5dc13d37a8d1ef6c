"""`manage.py export_article NUMBER`: an article with its parts, as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from manuscripts.export import Exported, Format, Seen, export
from newsroom.publishing.refusals import Refused


class Command(BaseCommand):
    help = "Writes an article with all its parts: as the importer reads it, as Markdown or JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, help="the article's number")
        parser.add_argument("--format", choices=Format.values, default=Format.TEXT)
        parser.add_argument("--public", action="store_true", help="what readers see, not the draft")
        parser.add_argument("--output", type=Path, metavar="FILE", help="else standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        exported = self._export(options)
        if options["output"]:
            self._write(options["output"], exported.data)
        else:
            self.stdout.write(exported.data.decode(), ending="")
        for what in exported.left_out:
            self.stderr.write(_("Not in this format: %(what)s.") % {"what": what})

    def _export(self, options: dict[str, Any]) -> Exported:
        number, seen = options["article"], Seen.PUBLIC if options["public"] else Seen.DRAFT
        article = Article.objects.filter(pk=number).first()
        if article is None:
            raise CommandError(_("There is no article %(number)s.") % {"number": number})
        try:
            return export(article, Format(options["format"]), seen, timezone.now())
        except Refused as error:
            raise CommandError(str(error)) from error

    def _write(self, file: Path, data: bytes) -> None:
        try:
            file.write_bytes(data)
        except OSError as error:
            message = _("%(file)s cannot be written: %(reason)s. Check the path.")
            raise CommandError(message % {"file": file, "reason": error.strerror}) from error
