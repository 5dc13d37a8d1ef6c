"""What the apps' `outline.py` share: the fields of a snapshot as pieces, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, cast

from django.db import models
from django.utils import timezone
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from newsroom.dates.display import display
from newsroom.dates.edtf import EdtfError
from newsroom.dates.fields import EdtfField
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.topics import Topic
from newsroom.richtext.fields import RichTextField
from newsroom.richtext.marks import text_with_notes

from .pieces import Line, Piece, Reference


def fields(
    model: type[models.Model], data: Snapshot, names: Iterable[str], **labels: str | Promise
) -> Iterator[Piece]:
    """A piece for each of the named fields; `labels` where one is called otherwise."""
    for line in lines(model, data, names, **labels):
        yield Piece(line.name, line.label, (line,))


def block(
    group: str,
    kind: str,
    row: tuple[int, Snapshot],
    label: str,
    lines: Iterable[Line],
) -> Piece:
    """A row of a list, by its number in the list and what it holds."""
    number, data = row
    # Rows of a form that was never saved have no id yet.
    name = data.get("id") or f"new-{number}"
    return Piece(f"{kind}:{name}", label, tuple(lines), group)


def rows(
    model: type[models.Model], group: str, data: Iterable[Snapshot], names: Iterable[str]
) -> Iterator[Piece]:
    """A block for each row of a list, labelled as its model is."""
    names, label = tuple(names), label_of(model)
    kind = model._meta.model_name or group
    for number, row in enumerate(data):
        yield block(group, kind, (number, row), label, lines(model, row, names))


def topics(snapshot: Snapshot) -> Piece:
    label = capfirst(gettext("topics"))
    found = tuple(Reference(Topic, key) for key in snapshot.get("topics", ()))
    return Piece("topics", label, (Line("topics", label, refers_to=found),))


def label_of(model: type[models.Model]) -> str:
    return capfirst(str(model._meta.verbose_name))


def named(label: str, name: str) -> str:
    """The label of a block that has a name of its own."""
    if not name:
        return label
    return gettext("%(label)s: %(name)s") % {"label": label, "name": name}


def lines(
    model: type[models.Model], data: Snapshot, names: Iterable[str], **labels: str | Promise
) -> Iterator[Line]:
    for name in names:
        field = cast("models.Field[Any, Any]", model._meta.get_field(name))
        label = capfirst(str(labels.get(name, field.verbose_name)))
        yield _line(field, label, data.get(name))


def _line(field: models.Field[Any, Any], label: str, value: Any) -> Line:
    name = field.name
    if isinstance(field, models.ForeignKey):
        found = (_reference(field.related_model, value),) if value else ()
        return Line(name, label, refers_to=found)
    if isinstance(field, RichTextField):
        html = value or ""
        return Line(name, label, text_with_notes(html), html=html, written=True)
    return Line(name, label, _in_words(field, value), written=_is_written(field))


def _reference(model: Any, key: int) -> Reference:
    """Contents of all kinds have their title in one table: one query for all of them."""
    return Reference(Content if issubclass(model, Content) else model, key)


def _is_written(field: models.Field[Any, Any]) -> bool:
    ours = (models.SlugField, models.URLField, EdtfField)
    text = isinstance(field, models.CharField | models.TextField)
    return text and not isinstance(field, ours) and not field.choices


def _in_words(field: models.Field[Any, Any], value: Any) -> str:
    if isinstance(field, models.BooleanField):
        return gettext("Yes") if value else gettext("No")
    if value in (None, ""):
        return ""
    if isinstance(field, models.DateTimeField):
        return str(localize(timezone.localtime(dt.datetime.fromisoformat(value))))
    if isinstance(field, EdtfField | models.DateField):
        return _date(value)
    if isinstance(field, models.FileField):
        return PurePath(value).name
    return str(dict(field.flatchoices).get(value, value))


def _date(value: str) -> str:
    try:
        return display(value, get_language() or "en").text
    except EdtfError:
        return value
