"""`manage.py reset_second_factor NAME`: for the one admin who lost device and codes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.publishing.refusals import Refused
from newsroom.staff.accounts import reset_second_factor


class Command(BaseCommand):
    help = (
        "Takes an admin's second factor away. Other people's are reset by an admin, in the admin."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the admin's name for signing in")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody is called {name!r}.")
        try:
            reset_second_factor(user=user, by=user)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{name} has no second factor any more; all sessions ended.")
