"""What a translation begins with: the words and rows of its original, in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from .addresses import holders
from .content import Content
from .kinds import Kind, Snapshot
from .revisions import Revision
from .translations import in_language


def begun(revision: Revision, kind: Kind, language: str) -> Snapshot:
    """The snapshot of an original as its translation begins: its words are there to be replaced.

    Rows become new ones; parts are translations where there are any. Facts that stand on the
    original alone are left out.
    """
    snapshot = revision.read()
    there = in_language(parts_of(snapshot, kind), language)
    copied = _of_rows(pointed(snapshot, kind, there), lambda row: {**row, "id": None})
    return {
        **copied,
        **(kind.translates.left_out if kind.translates else {}),
        "language": language,
        "original": revision.content_id,
        "slug": _free_slug(snapshot, kind, language),
    }


def _free_slug(snapshot: Snapshot, kind: Kind, language: str) -> str:
    """The original's, where it is free; else somebody has to choose one."""
    slug, path = snapshot["slug"], kind.project(snapshot).path
    same = Content.objects.filter(kind=kind.name, language=language, slug=slug)
    is_taken = same.exists() or (path and holders(path, language).exists())
    return "" if is_taken else slug


def parts_of(snapshot: Snapshot, kind: Kind) -> set[int]:
    """What its rows point to that has a language of its own."""
    names = kind.translates.parts if kind.translates else ()
    return {row[name] for row in _rows(snapshot) for name in names if row.get(name)}


def pointed(snapshot: Snapshot, kind: Kind, to: Mapping[int, int]) -> Snapshot:
    """With other parts in place of some; those that it has already are not shown twice."""
    names = kind.translates.parts if kind.translates else frozenset()
    there = parts_of(snapshot, kind)
    new = {part: other for part, other in to.items() if other not in there}
    return _of_rows(
        snapshot,
        lambda row: {
            name: new.get(value, value) if name in names else value for name, value in row.items()
        },
    )


def _of_rows(snapshot: Snapshot, change: Callable[[Snapshot], Snapshot]) -> Snapshot:
    return {
        name: [change(row) if _is_row(row) else row for row in value]
        if isinstance(value, list)
        else value
        for name, value in snapshot.items()
    }


def _rows(snapshot: Snapshot) -> Iterator[Snapshot]:
    lists: Iterable[list[Snapshot]] = (v for v in snapshot.values() if isinstance(v, list))
    return (row for rows in lists for row in rows if _is_row(row))


def _is_row(value: object) -> bool:
    """What stands for a row of a table; not a topic's key, nor a source that only a text cites."""
    return isinstance(value, dict) and "id" in value
