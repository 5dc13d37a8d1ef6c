"""`manage.py review_due`: what readers see and somebody should look at again."""

from __future__ import annotations

import datetime as dt
import json
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing.ageing import TEN_YEARS
from newsroom.publishing.reviews_due import Due, reviews_due


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and int(text) <= TEN_YEARS):
        message = _("give a number of days from 0 to %(most)s")
        raise ArgumentTypeError(message % {"most": TEN_YEARS})
    return int(text)


class Command(BaseCommand):
    help = "Lists live pieces whose review is due, the longest due first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=_days, default=0, metavar="N", help="also what falls due in N days"
        )
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        found = reviews_due(at, at + dt.timedelta(days=options["days"]))
        if options["json"]:
            told = [_told(due, at) for due in found]
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for due in found:
            self.stdout.write(_line(due))
        count = ngettext("%(count)s review is due.", "%(count)s reviews are due.", len(found))
        self.stdout.write(count % {"count": len(found)})


def _told(due: Due, at: dt.datetime) -> dict[str, Any]:
    edition = due.edition
    return {
        "content": edition.content_id,
        "kind": edition.kind,
        "language": edition.language,
        "title": edition.title,
        "path": edition.path,
        "live_from": edition.live_from.isoformat(),
        "due": due.at.isoformat(),
        "days_overdue": max((at - due.at).days, 0),
        "shows_plans": due.shows_plans,
    }


def _line(due: Due) -> str:
    edition = due.edition
    day = timezone.localtime(due.at).date().isoformat()
    where = f"{edition.kind} {edition.content_id}, {edition.language}"
    return f"{day}  {edition.title} ({where})"
