"""`manage.py import_manuscript FILE`: a manuscript becomes drafts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from manuscripts.apply import already_imported, apply, require_whole, settle_follow_line
from manuscripts.as_json import as_json
from manuscripts.importer import require_rights
from manuscripts.ledger import Parsed, ledger_rows
from manuscripts.lines import UnreadableManuscript, read_plain_text
from manuscripts.models import ImportedManuscript
from manuscripts.parse import parse
from newsroom.publishing.refusals import Refused


class Command(BaseCommand):
    help = "Turns a manuscript into drafts; every line of it is accounted for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("file", type=Path, help="plain text, laid out as docs say")
        parser.add_argument("--language", choices=languages, default="")
        parser.add_argument("--by", metavar="USERNAME", help="who the drafts are recorded under")
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--json", action="store_true", help="print what was understood")
        parser.add_argument("--ledger", type=Path, metavar="FILE", help="write the ledger there")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._user(options["by"])
        data = self._read(options["file"])
        parsed = settle_follow_line(self._parse(data, options["language"]), by)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(parsed), ensure_ascii=False, indent=2))
        if options["ledger"]:
            self._write_ledger(parsed, options["ledger"])
        make = self._foresee if options["dry_run"] else self._apply
        try:
            told = make(parsed, data, options["file"].name, by)
        except Refused as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self._tell(told, options)

    def _user(self, username: str | None) -> User | None:
        if username is None:
            return None
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("There is no user named %(name)s.") % {"name": username})
        return user

    def _read(self, file: Path) -> bytes:
        try:
            return file.read_bytes()
        except OSError as error:
            message = _("%(file)s cannot be read: %(reason)s. Check the path.")
            raise CommandError(message % {"file": file, "reason": error.strerror}) from error

    def _parse(self, data: bytes, language: str) -> Parsed:
        try:
            return parse(read_plain_text(data), language)
        except UnreadableManuscript as error:
            raise CommandError(str(error)) from error

    def _apply(self, parsed: Parsed, data: bytes, name: str, by: User | None) -> str:
        imported = apply(parsed, data=data, name=name, by=by)
        if not imported.is_new:
            return self._known(imported.manuscript)
        message = _("%(drafts)s drafts made; the article is number %(article)s.")
        return message % {"drafts": len(imported.made), "article": imported.manuscript.article_id}

    def _foresee(self, parsed: Parsed, data: bytes, name: str, by: User | None) -> str:
        if by:
            require_rights(by)
        require_whole(parsed)
        known = already_imported(data)
        if known:
            return self._known(known)
        message = _("%(accounted)s of %(total)s lines accounted for. Nothing was written.")
        return message % {"accounted": parsed.lines_accounted, "total": parsed.lines_total}

    def _known(self, manuscript: ImportedManuscript) -> str:
        message = _("Nothing new: this file was imported before, as article %(article)s.")
        return message % {"article": manuscript.article_id}

    def _write_ledger(self, parsed: Parsed, file: Path) -> None:
        rows = [
            {"line": row.number, "text": row.raw, "places": row.paths, "reason": row.reason}
            for row in ledger_rows(parsed)
        ]
        written = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        try:
            file.write_text(written, encoding="utf-8")
        except OSError as error:
            message = _("The ledger cannot be written to %(file)s: %(reason)s. Check the path.")
            raise CommandError(message % {"file": file, "reason": error.strerror}) from error

    def _tell(self, message: str, options: dict[str, Any]) -> None:
        """With --json, standard output is for machines alone."""
        (self.stderr if options["json"] else self.stdout).write(message)
