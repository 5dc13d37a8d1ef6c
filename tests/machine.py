"""What a test needs from the machine it runs on."""

import os
import shutil
from pathlib import Path

import pytest

# `make drill` runs the tests marked `scaled` at the numbers that were promised.
FULL_SIZE = os.environ.get("DRILL") == "1"

APT_PACKAGES = {
    "chromium": "chromium",
    "git": "git",
    "initdb": "postgresql",
    "make": "make",
    "msgfmt": "gettext",
}


def require(program: str) -> str:
    """The program's path. Where it is missing the test is skipped, or fails under REQUIRE_ALL=1."""
    path = find(program)
    if path is None:
        lack = missing(program)
        pytest.fail(lack) if all_required() else pytest.skip(lack)
    return path


# The same browser without its windows, where a machine has it: a third quicker.
WITHOUT_WINDOWS = {"chromium": "chromium-headless-shell"}


def find(program: str) -> str | None:
    """Looks in PATH, and for PostgreSQL's programs where Debian puts them."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), reverse=True)
    quicker = shutil.which(WITHOUT_WINDOWS.get(program, program))
    return str(debian[0]) if debian else quicker or shutil.which(program)


def missing(program: str) -> str:
    return f"{program} is missing on this machine: apt install {APT_PACKAGES[program]}"


def all_required() -> bool:
    return os.environ.get("REQUIRE_ALL") == "1"
