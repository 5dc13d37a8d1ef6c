"""Waits for requests that a page sends by itself: the next test's database is emptied first."""

from __future__ import annotations

import time
from threading import Lock
from typing import Any

from django.core.signals import request_finished, request_started

PATIENCE = 10
PAUSE = 0.05


class Requests:
    """Counts the requests that are being answered in this process."""

    def __init__(self) -> None:
        self.lock, self.number = Lock(), 0
        request_started.connect(self.begin)
        request_finished.connect(self.end)

    def begin(self, **_: Any) -> None:
        with self.lock:
            self.number += 1

    def end(self, **_: Any) -> None:
        with self.lock:
            self.number -= 1

    def wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        quiet_since = time.monotonic()
        while time.monotonic() < min(deadline, quiet_since + PAUSE):
            if self.number:
                quiet_since = time.monotonic()
            time.sleep(PAUSE / 5)
        request_started.disconnect(self.begin)
        request_finished.disconnect(self.end)
