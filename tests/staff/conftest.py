from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_limit_is_used_up(db: None) -> Iterator[None]:
    """Limits lie in the database cache, which tests that commit leave behind."""
    cache.clear()
    yield
    cache.clear()
