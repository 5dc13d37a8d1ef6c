"""What the sample says: the files of one language in `sample/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

Told = Mapping[str, Any]


class Sample:
    """The files as values. `settled` says which manuscript it is about, and in which language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settled: Told = self._read("settled.toml")
        self.sources: Told = self._read("sources.toml")
        self.events: list[Told] = self._read("events.toml")["events"]
        self.language: str = self.settled["language"]
        self.manuscript: str = self.settled["manuscript"]

    def bytes_of(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def _read(self, name: str) -> dict[str, Any]:
        return tomllib.loads(self.bytes_of(name).decode())


def sample_in(language: str) -> Sample:
    return Sample(settings.BASE_DIR / "sample" / language)
