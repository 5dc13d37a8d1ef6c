import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand
from django.db import transaction

GROUPS = {"writer": "Writer", "editor": "Editor", "moderator": "Moderator", "admin": None}


class Command(BaseCommand):
    help = "Makes one account for each role, with random passwords in VAR_DIR/accounts.txt."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.VAR_DIR / "accounts.txt"
        if User.objects.filter(username__in=GROUPS).exists():
            self.stdout.write("Sample accounts: already there, nothing done.")
            return
        passwords = {name: secrets.token_urlsafe(15) for name in GROUPS}
        with transaction.atomic():
            for name, group in GROUPS.items():
                _make(name, passwords[name], group)
            _write(path, passwords)
        self.stdout.write(f"Sample accounts: {', '.join(GROUPS)}; passwords in {path}")


def _make(name: str, password: str, group: str | None) -> None:
    user = User.objects.create_user(
        name, password=password, is_staff=True, is_superuser=group is None
    )
    if group:
        user.groups.add(Group.objects.get(name=group))


def _write(path: Path, passwords: dict[str, str]) -> None:
    """Readable by this user alone from its first byte on."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.writelines(f"{name:<10} {password}\n" for name, password in passwords.items())
