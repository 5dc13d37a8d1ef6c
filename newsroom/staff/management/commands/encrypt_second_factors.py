"""`manage.py encrypt_second_factors`: what remains to be done after a new SECRET_KEY."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from newsroom.staff.encryption import encrypt_anew


class Command(BaseCommand):
    help = (
        "Encrypts the secrets of second factors under the present SECRET_KEY. Afterwards they need"
        " none of SECRET_KEY_FALLBACKS any more."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done, unreadable = encrypt_anew()
        self.stdout.write(f"{done} encrypted under the present key, {unreadable} cannot be read.")
        if unreadable:
            self.stdout.write("Name the key they are under in SECRET_KEY_FALLBACKS, or reset them.")
