"""How the site talks to SQLite and PostgreSQL."""

import sqlite3
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

LOCK_TIMEOUT_SECONDS = 10
JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024
POSTGRESQL_LIMITS = {
    "statement_timeout": "5s",
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "10s",
    "synchronous_commit": "on",
    # Compiling a query takes half a second where running it takes a twentieth.
    "jit": "off",
}


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is free of the WAL-reset bug, which can lose committed rows."""
    if version[:2] in {(3, 44), (3, 50)}:
        return version >= ((3, 44, 6) if version[1] == 44 else (3, 50, 7))
    return version >= (3, 51, 3)


def database(url: str, *, default: Path) -> dict[str, Any]:
    """Django's settings for DATABASE_URL, or for a SQLite file at `default` when it is empty."""
    instead = "Write postgres://user:password@host/name or sqlite:////absolute/path.sqlite3."
    try:
        parsed = dj_database_url.parse(url or f"sqlite:///{default}", conn_max_age=600)
    except (ValueError, KeyError):
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read. {instead}") from None
    engine = parsed["ENGINE"].rpartition(".")[2]
    if engine not in OPTIONS or not parsed["NAME"]:
        raise ImproperlyConfigured(f"DATABASE_URL names no database of a known kind. {instead}")
    return {
        **parsed,
        "OPTIONS": {**OPTIONS[engine], **parsed.get("OPTIONS", {})},
        "CONN_HEALTH_CHECKS": engine == "postgresql",
    }


# IMMEDIATE takes the write lock at the start of a transaction: two writers wait for each other
# instead of failing half-way. FULL keeps what was answered with "saved" through a power cut.
SQLITE_PRAGMAS = (
    f"PRAGMA journal_mode={'WAL' if wal_is_safe() else 'DELETE'};"
    "PRAGMA synchronous=FULL;"
    f"PRAGMA journal_size_limit={JOURNAL_LIMIT_BYTES};"
)
OPTIONS: dict[str, dict[str, Any]] = {
    "sqlite3": {
        "transaction_mode": "IMMEDIATE",
        "timeout": LOCK_TIMEOUT_SECONDS,
        "init_command": SQLITE_PRAGMAS,
    },
    "postgresql": {
        "options": " ".join(f"-c {name}={value}" for name, value in POSTGRESQL_LIMITS.items()),
    },
}
