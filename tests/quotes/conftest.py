from __future__ import annotations

import pytest
from django.apps import apps

from quotes.identity.first_lists import fill
from quotes.identity.models import Office


@pytest.fixture
def known_names(db: None) -> None:
    """The lists that a migration made: on PostgreSQL a test that commits leaves empty tables."""
    if not Office.objects.exists():
        fill(apps)
