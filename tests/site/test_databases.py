import sqlite3
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from relations_site import databases

DEFAULT = Path("/var/lib/relations/db.sqlite3")


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_wal_is_for_libraries_free_of_its_reset_bug(version, safe):
    assert databases.wal_is_safe(version) is safe


def test_without_a_url_the_database_is_a_file_among_the_state():
    assert databases.database("", default=DEFAULT)["NAME"] == str(DEFAULT)


@pytest.mark.parametrize("url", ["mysql://h/d", "postgres://h/", "relations", "sqlite"])
def test_a_url_of_no_known_database_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="Write postgres://"):
        databases.database(url, default=DEFAULT)


def test_options_in_the_url_come_before_ours():
    options = databases.database("postgres://h/d?sslmode=require", default=DEFAULT)["OPTIONS"]
    assert options["sslmode"] == "require"
    assert "lock_timeout=2s" in options["options"]


@pytest.mark.database
@pytest.mark.django_db
def test_the_connection_keeps_what_it_acknowledged_and_never_waits_for_ever():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("2s",)
        else:
            assert connection.transaction_mode == "IMMEDIATE"


def test_a_file_keeps_what_was_acknowledged_in_a_journal_that_the_library_is_fit_for(tmp_path):
    with sqlite3.connect(tmp_path / "db.sqlite3") as file:
        file.executescript(databases.SQLITE_PRAGMAS)
        (journal,) = file.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = file.execute("PRAGMA synchronous").fetchone()
    assert synchronous == 2  # FULL
    assert journal == ("wal" if databases.wal_is_safe() else "delete")
