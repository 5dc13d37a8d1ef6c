"""Every kind's outline: whatever a snapshot holds shows in a comparison when it changes."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from newsroom.publishing.compare import compare, outline
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.kinds import Snapshot, all_kinds, kind_named
from site_pages.models import FrontPick
from tests.factories import cite
from tests.leaks.kinds import MAKERS
from tests.pieces.models import Note, Piece, Shown
from tests.publishing.making import make_piece

pytestmark = pytest.mark.django_db

Path = tuple[Any, ...]

# What no outline tells, by its name, and why.
LEFT_OUT = {
    "id": "the key of a row, or of the content itself",
    "type": "part of the key of a block",
    "position": "told as a move",
    "ordering": "told as a move",
    "region": "there is one",
}
LEFT_OUT_OF = {
    "author": {"language": "one for all languages", "original": "the same"},
    "expert": {"language": "one for all languages", "original": "the same"},
    "note": {"language": "one for all languages", "original": "the same"},
    "quote": {"title": "made of speaker and words"},
    "event": {"date_from": "made of the date", "date_to": "made of the date"},
    "front_page": {"slug": "no address of its own"},
    "identity": {"slug": "no address of its own"},
}
# Told in words, as they were frozen when the revision was made.
FROZEN = {("citations", "source"), ("evidence", "source"), ("interests", "source")}
FROZEN |= {("status_changes", "source")}
FROZEN |= {
    (shown, key)
    for shown in ("shown", "lead_image_shown", "picture_shown")
    for key in ("image", "language")
}


def complete_drafts() -> dict[str, Snapshot]:
    """A snapshot of each kind, with rows in all of its lists."""
    cast: dict[str, Any] = {}
    for name, make in MAKERS.items():
        cast[name] = make(cast)
    cast["piece"] = make_piece()
    Shown.objects.create(piece=cast["piece"], part=cast["piece"])
    cast["note"] = Note.objects.create(title="A note")
    cite(cast["article"], "A speech")
    FrontPick.objects.create(front_page=cast["front_page"], article=cast["article"])
    kinds = {kind.name: kind for kind in all_kinds()}
    return {name: kinds[name].take(read_draft(content)) for name, content in cast.items()}


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where single values stand; the list of topics is one value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list) and path[-1] != "topics":
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path


def changed_at(snapshot: Snapshot, path: Path) -> Snapshot:
    changed = copy.deepcopy(snapshot)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = another(path[-1], holder[path[-1]])
    return changed


def another(name: Any, value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 12_345
        case list():
            return [*value, 12_345]
        case None if name.endswith("_on"):
            return "2021-03-04"
        case None if name.endswith(("_from", "_until")):
            return "2021-03-04T10:00:00+00:00"
        case None:
            return 12_345
        case "":
            return "2020"
        case _ if name == "file":
            return "images/another.jpg"
    return "1999" if value.replace("-", "").isdecimal() else f"{value}x"


def is_told(kind: str, path: Path) -> bool:
    name = path[-1]
    lists = [key for key in path[:-1] if isinstance(key, str)]
    frozen = {(of, name) for of in lists[-1:]} & FROZEN
    return not (frozen or name in LEFT_OUT or name in LEFT_OUT_OF.get(kind, {}))


def test_whatever_readers_or_staff_see_of_a_snapshot_is_told_when_it_changes():
    forgotten = [
        (name, *path)
        for name, snapshot in complete_drafts().items()
        for path in leaves(snapshot)
        if is_told(name, path)
        if not compare(snapshot, changed_at(snapshot, path), kind_named(name)).changes
    ]
    assert not forgotten, "Tell these in the kind's outline.py, or name them in LEFT_OUT."


def test_the_drafts_of_this_test_are_complete():
    """A list without rows would hide that its rows are not told."""
    snapshots = complete_drafts()
    assert set(snapshots) == {kind.name for kind in all_kinds()}
    empty = {
        (name, key)
        for name, snapshot in snapshots.items()
        for key, value in snapshot.items()
        if value == [] and key not in ("topics",)
    }
    # Notes show no parts.
    assert empty <= {("note", "shown")}


def test_what_is_left_out_is_there_to_be_left_out():
    snapshots = complete_drafts()
    gone = [
        (name, key)
        for name, left_out in LEFT_OUT_OF.items()
        for key in left_out
        if key not in snapshots[name]
    ]
    assert not gone


def test_every_line_has_a_name_of_its_own_in_its_piece():
    """Or one would be taken for the other."""
    for name, snapshot in complete_drafts().items():
        for piece in outline(snapshot, kind_named(name)):
            names = [line.name for line in piece.lines]
            assert len(names) == len(set(names)), (name, piece.key)


def test_every_piece_has_a_key_of_its_own_that_fits_a_comment():
    for name, snapshot in complete_drafts().items():
        keys = [piece.key for piece in outline(snapshot, kind_named(name))]
        assert len(keys) == len(set(keys)), name
        assert all(len(key) <= 80 for key in keys)


def test_keys_are_the_same_in_every_language():
    snapshots = complete_drafts()
    for name, snapshot in snapshots.items():
        kind = kind_named(name)
        with override("ja"):
            keys = [piece.key for piece in outline(snapshot, kind)]
        assert keys == [piece.key for piece in outline(snapshot, kind)]


def test_an_outline_makes_no_query(django_assert_num_queries):
    snapshots = complete_drafts()
    with django_assert_num_queries(0):
        for name, snapshot in snapshots.items():
            outline(snapshot, kind_named(name))


def test_no_outline_shows_a_key():
    """Parts, images, sources and topics are told by their titles."""
    for name, snapshot in complete_drafts().items():
        for piece in outline(snapshot, kind_named(name)):
            for line in piece.lines:
                assert not (line.refers_to and line.text), (name, piece.key, line.name)


def test_unsaved_rows_have_keys_too():
    piece = Piece(title="Bridges", language="en")
    rows = [{"id": None, "part": 1, "position": 0}, {"id": None, "part": 2, "position": 1}]
    snapshot = {"title": piece.title, "slug": "", "language": "en", "original": None}
    found = outline({**snapshot, "text": "", "topics": [], "shown": rows}, kind_named("piece"))
    assert [piece.key for piece in found if piece.is_block] == ["shown:new-0", "shown:new-1"]
