"""Empties the tables after a test that commits.

Django flushes them and then makes anew what migrations made, permissions above all, which takes
longer than many a test. SQLite copies a whole database back in a few milliseconds.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection


def keep_a_copy(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def copy_back(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)
