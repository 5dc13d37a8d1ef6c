"""What `manage.py check` says about the machine and its settings, with what to do about it."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from relations_site import databases, environment

SQLITE_HEADER = b"SQLite format 3\x00"
WAL_VERSION = b"\x02\x02"


@register
def check_machine(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [*_state(), *_private_files(), *_sqlite_journal(), *_public_site()]


def _state() -> Iterator[CheckMessage]:
    if not os.access(settings.VAR_DIR, os.R_OK | os.W_OK | os.X_OK):
        yield Error(
            f"VAR_DIR ({settings.VAR_DIR}) cannot be written.",
            hint="Give it to the user that runs the site, or name another in VAR_DIR.",
            id="relations.E001",
        )


def _private_files() -> Iterator[CheckMessage]:
    for name in ("secret", "accounts.txt"):
        path = settings.VAR_DIR / name
        if path.exists() and path.stat().st_mode & 0o077:
            yield Error(
                f"{path} can be read by others.", hint=f"chmod 600 {path}", id="relations.E002"
            )


def _sqlite_journal() -> Iterator[CheckMessage]:
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3") or databases.wal_is_safe():
        return
    if _is_in_wal_mode(Path(database["NAME"])):
        yield Error(
            f"The database is in WAL mode, in which SQLite {sqlite3.sqlite_version} can lose"
            " committed rows.",
            hint="Stop every process that has it open, then run any command: the rollback journal"
            " takes over. Or use SQLite 3.51.3 or newer.",
            id="relations.E003",
        )


def _is_in_wal_mode(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(20)
    return header.startswith(SQLITE_HEADER) and header[18:20] == WAL_VERSION


def _public_site() -> Iterator[CheckMessage]:
    if environment.is_local(settings.SITE_URL):
        return
    if settings.DEBUG:
        yield Error(
            f"DEBUG is on at {settings.SITE_URL}: errors show settings and source to everyone.",
            hint="Set DEBUG=no.",
            id="relations.E004",
        )
    if not settings.TRUSTED_PROXIES:
        yield Warning(
            "No proxy is named: all people seem to come from one address, and share its limits.",
            hint="Set TRUSTED_PROXIES to the address of the server in front, such as 127.0.0.1.",
            id="relations.W006",
        )
    if (settings.VAR_DIR / "accounts.txt").exists():
        yield Warning(
            "The sample accounts are on a public site.",
            hint="Deactivate them in the admin, then delete VAR_DIR/accounts.txt.",
            id="relations.W005",
        )
