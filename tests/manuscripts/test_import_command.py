"""`manage.py import_manuscript`: what it prints, and when it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from manuscripts.management.commands import import_manuscript
from manuscripts.models import ImportedManuscript
from manuscripts.parse import parse
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from site_pages.models import Identity

from .bridge import BRIDGE

pytestmark = pytest.mark.django_db

LINES = sum(bool(line.strip()) for line in BRIDGE.splitlines())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Runs the command; gives what it wrote to stdout and to stderr."""

    def run(*arguments: object) -> tuple[str, str]:
        call_command("import_manuscript", *map(str, arguments))
        written = capsys.readouterr()
        return written.out, written.err

    return run


def test_it_makes_drafts_and_says_how_many(run, file):
    out, _err = run(file)
    manuscript = ImportedManuscript.objects.get()
    assert out == f"11 drafts made; the article is number {manuscript.article_id}.\n"
    assert manuscript.name == "bridge.txt"
    assert Content.objects.count() == 11
    assert not Edition.objects.exists()


def test_a_second_time_it_does_nothing_and_says_so(run, file):
    run(file)
    out, _err = run(file)
    number = ImportedManuscript.objects.get().article_id
    assert out == f"Nothing new: this file was imported before, as article {number}.\n"
    assert Content.objects.count() == 11


def test_the_drafts_are_recorded_under_whoever_is_named(run, file, editor: User):
    run(file, "--by", editor.username)
    assert ImportedManuscript.objects.get().imported_by == editor


def test_the_language_can_be_given(run, file):
    run(file, "--language", "ko")
    assert ImportedManuscript.objects.get().article.language == "ko"


def test_a_dry_run_writes_nothing(run, file):
    out, _err = run(file, "--dry-run")
    assert out == f"{LINES} of {LINES} lines accounted for. Nothing was written.\n"
    assert not Content.objects.exists()


def test_a_dry_run_foresees_that_there_is_nothing_new(run, file):
    run(file)
    out, _err = run(file, "--dry-run")
    assert out.startswith("Nothing new")


def test_with_json_standard_output_is_for_machines_alone(run, file):
    out, err = run(file, "--json")
    told = json.loads(out)
    assert told["title"] == "Joining Aldwick And Berrow"
    assert (told["lines_total"], told["lines_accounted"]) == (LINES, LINES)
    assert err.startswith("11 drafts made")


def test_json_names_what_was_left_over_and_why(run, file):
    Identity.objects.create(title="Mine", language="en")
    left_over = json.loads(run(file, "--json", "--dry-run")[0])["unplaced"]
    assert [row["reason"] for row in left_over] == [
        "It repeats the title.",
        "The site has an identity with a follow line of its own.",
    ]


def test_the_ledger_has_a_row_for_each_line(run, file, tmp_path: Path):
    run(file, "--dry-run", "--ledger", tmp_path / "ledger.json")
    rows = json.loads((tmp_path / "ledger.json").read_text("utf-8"))
    assert [row["text"] for row in rows] == [line for line in BRIDGE.splitlines() if line.strip()]
    assert all(bool(row["places"]) != bool(row["reason"]) for row in rows)
    assert rows[0]["places"] == ["title"]


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_a_line_unaccounted_for_stops_it(run, file, how, monkeypatch: pytest.MonkeyPatch):
    def lossy(lines, language):
        parsed = parse(lines, language)
        object.__setattr__(parsed.manuscript, "title", "")
        return parsed

    monkeypatch.setattr(import_manuscript, "parse", lossy)
    with pytest.raises(CommandError, match="Lines not accounted for: 1") as refused:
        run(file, *how)
    assert refused.value.returncode == 1
    assert not Content.objects.exists()


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_whoever_may_not_write_is_refused(run, file, how, moderator: User):
    with pytest.raises(CommandError, match="no right to import manuscripts"):
        run(file, "--by", moderator.username, *how)
    assert not Content.objects.exists()


def test_a_user_who_is_not_there_is_named(run, file):
    with pytest.raises(CommandError, match="There is no user named nobody"):
        run(file, "--by", "nobody")


def test_a_file_that_is_not_there_is_named(run, tmp_path: Path):
    with pytest.raises(CommandError, match=r"missing\.txt cannot be read: No such file"):
        run(tmp_path / "missing.txt")


def test_a_file_that_is_no_text_is_refused_with_what_to_do(run, tmp_path: Path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    with pytest.raises(CommandError, match="Save the file as plain text in UTF-8"):
        run(picture)


def test_a_ledger_that_cannot_be_written_stops_it_before_anything_is(run, file, tmp_path: Path):
    with pytest.raises(CommandError, match="The ledger cannot be written"):
        run(file, "--ledger", tmp_path)
    assert not Content.objects.exists()


def test_what_cannot_be_stored_is_named_with_its_field(run, file):
    file.write_text(BRIDGE.replace("Q2: Is there", f"Q2: Is {'there ' * 40}"))
    with pytest.raises(CommandError, match=r"Question, title .* at most 200 characters"):
        run(file)
    assert not Content.objects.exists()
