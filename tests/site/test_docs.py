"""What the documents name is there: commands, settings, paths, make targets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "CHANGELOG.md",
    ROOT / "sample" / "README.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
# Made by a run of the site, so in no checkout.
STATE = {"var", ".venv", "media", "private", "static", "pages", "logs"}
_PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|txt|md))`")


def texts() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text() for path in DOCUMENTS}


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=texts())
def test_every_command_is_one(name: str, text: str) -> None:
    named = set(re.findall(r"manage\.py (\w+)", text))
    assert named <= set(get_commands())


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=texts())
def test_every_make_target_is_one(name: str, text: str) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^ +)make (\w+)", text, re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=texts())
def test_every_path_is_there(name: str, text: str) -> None:
    home = (ROOT / name).parent
    python_files = {path.name for path in ROOT.rglob("*.py") if ".venv" not in path.parts}
    missing = [
        path
        for path in _PATH.findall(text)
        if path.split("/")[0] not in STATE
        and not (ROOT / path).exists()
        and not (home / path).exists()
        and not (home / "en" / path).exists()
        and not (ROOT / "newsroom" / "publishing" / path).exists()
        and path not in python_files | {"accounts.txt"}
    ]
    assert missing == []


@pytest.mark.parametrize(("name", "text"), texts().items(), ids=texts())
def test_every_link_leads_somewhere(name: str, text: str) -> None:
    home = (ROOT / name).parent
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", text)
    assert [link for link in links if not (home / link).exists()] == []


def test_the_readme_names_every_setting_that_is_read() -> None:
    """Whatever the environment may say stands in the table, and nothing else does."""
    code = "".join(path.read_text() for path in (ROOT / "relations_site").glob("*.py"))
    read = set(re.findall(r'environment\.\w+\(\s*"(\w+)"', code))
    table = re.search(r"## Settings(.+?)\n## ", texts()["README.md"], re.DOTALL)
    assert table is not None
    rows = re.findall(r"^\| (.+?) \|", table[1], re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == read


def test_the_house_is_drawn_as_it_stands() -> None:
    drawn = set(re.findall(r"^(?:    )?(\w+)/ {2,}", texts()["ARCHITECTURE.md"], re.MULTILINE))
    drawn.discard("templates")
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    rooms |= {path.parent.name for path in ROOT.glob("newsroom/*/__init__.py")}
    assert drawn == rooms


DECISIONS = [path for path in DOCUMENTS if path.parent.name == "decisions"]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_says_its_number_its_day_and_that_it_holds(path: Path) -> None:
    title, _space, status = path.read_text().splitlines()[:3]
    assert title.startswith(f"# {int(path.stem[:4])}. ")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d · accepted", status)
