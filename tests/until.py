"""Waits until something is true of a page. Playwright's own `wait_for_function` looks a second
time by `eval`, which the policy of our pages forbids."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page

PATIENCE = 30
PAUSE = 50  # milliseconds


def until(page: Page, true: str, arg: Any = None) -> None:
    """Fails with what was waited for where it does not come true."""
    deadline = time.monotonic() + PATIENCE
    while not page.evaluate(true, arg):
        assert time.monotonic() < deadline, f"never true of {page.url}: {true}"
        page.wait_for_timeout(PAUSE)
