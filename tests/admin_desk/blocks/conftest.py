from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .body import Body


@pytest.fixture
def body(opened: Page) -> Body:
    return Body(opened)
