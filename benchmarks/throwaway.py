"""A database that lasts as long as the measurement."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def throwaway_database() -> Iterator[None]:
    """Django set up as in the tests, with an empty database in memory."""
    with tempfile.TemporaryDirectory() as var:
        os.environ["VAR_DIR"] = var
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        from django.test.utils import setup_databases, teardown_databases

        databases = setup_databases(verbosity=0, interactive=False)
        try:
            yield
        finally:
            teardown_databases(databases, verbosity=0)
