"""What the apps' `snapshots.py` share: model fields to JSON and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.db import models

from .content import Publishable
from .drafts import Draft
from .kinds import Snapshot
from .topics import Topic

CONTENT_FIELDS = ("title", "slug", "language", "original")


def values(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """The named fields, ready for JSON; a foreign key gives the id it points to."""
    return {name: _plain(_field(row, name).value_from_object(row)) for name in names}


def _field(row: models.Model | type[models.Model], name: str) -> models.Field[Any, Any]:
    return cast("models.Field[Any, Any]", row._meta.get_field(name))


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date | dt.time | dt.datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None | list | dict) else str(value)


def assign(row: models.Model, data: Snapshot, names: Iterable[str]) -> None:
    """Write what `values` gave back into the fields of `row`, without saving it."""
    for name in names:
        field = _field(row, name)
        if name in data:
            setattr(row, field.attname, field.to_python(data[name]))


def content_values(draft: Draft) -> Snapshot:
    """What every snapshot holds: title, slug, language, original, topics."""
    return {
        **values(draft.content, CONTENT_FIELDS),
        "topics": [topic.pk for topic in draft.topics],
    }


def put_content_back(content: Publishable, data: Snapshot, names: Iterable[str]) -> list[str]:
    """Save the content's own fields and topics; names what is gone and was left out."""
    data, lost = _without_lost_keys(type(content), data, (*CONTENT_FIELDS, *names))
    assign(content, data, (*CONTENT_FIELDS, *names))
    content.save()
    content.topics.set(Topic.objects.filter(pk__in=data.get("topics", ())))
    return lost


def put_rows_back(
    model: type[models.Model],
    parent: str,
    content: Publishable,
    rows: Sequence[Snapshot],
    names: Sequence[str],
) -> list[str]:
    """Make the child rows those of the snapshot, keeping their keys.

    A row that needs something deleted since is left out and named in the answer.
    """
    # All go before any comes back: rows may have exchanged what must be unique.
    model._default_manager.filter(**{parent: content}).delete()
    skipped: list[str] = []
    for data in rows:
        _data, lost = _without_lost_keys(model, data, names)
        skipped += lost
        if not lost:
            row = model(pk=data.get("id"), **{parent: content})
            assign(row, data, names)
            row.save(force_insert=True)
    return skipped


def _without_lost_keys(
    model: type[models.Model], data: Snapshot, names: Iterable[str]
) -> tuple[Snapshot, list[str]]:
    kept, lost = dict(data), []
    for name in names:
        field = _field(model, name)
        key = data.get(name)
        if isinstance(field, models.ForeignKey) and key and not _exists(field, key):
            del kept[name]
            lost.append(f"{field.verbose_name} {key}")
    return kept, lost


def _exists(field: models.ForeignKey[Any, Any], key: Any) -> bool:
    return field.related_model._default_manager.filter(pk=key).exists()
