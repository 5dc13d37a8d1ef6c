"""`manage.py verify_audit`: recompute the chain of the audit."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.publishing.audit import AuditHead, first_broken_entry


class Command(BaseCommand):
    help = "Checks that no audit entry was changed, removed or added. Exits 1 if one was."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = first_broken_entry()
        if broken is not None:
            raise CommandError(_("The audit is broken from entry %(number)s.") % {"number": broken})
        head = AuditHead.objects.filter(pk=1).first()
        count = head.number if head else 0
        self.stdout.write(_("The audit is whole: %(count)s entries.") % {"count": count})
