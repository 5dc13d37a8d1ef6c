"""Nothing but the lifecycle writes publishing's tables."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from newsroom.publishing import models
from newsroom.publishing.guard import LifecycleOnly
from newsroom.publishing.models import Content, Edition
from tests.pieces.models import Piece
from tests.publishing.making import live_piece, make_piece

pytestmark = pytest.mark.django_db

TABLES = [
    model
    for model in vars(models).values()
    if isinstance(model, type) and issubclass(model, LifecycleOnly)
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda table: table().save(), id="save"),
        pytest.param(lambda table: table().delete(), id="delete"),
        pytest.param(lambda table: table.objects.create(), id="create"),
        pytest.param(lambda table: table.objects.bulk_create([table()]), id="bulk create"),
        pytest.param(lambda table: table.objects.update(pk=1), id="update"),
        pytest.param(lambda table: table.objects.all().delete(), id="delete all"),
    ],
)
def test_a_write_outside_the_lifecycle_is_refused(table: type, write: object) -> None:
    with pytest.raises(RuntimeError, match="lifecycle alone"):
        write(table)


def test_all_tables_of_publishing_are_guarded() -> None:
    names = {table.__name__ for table in TABLES}
    assert names == {
        *("Revision", "Edition", "Use", "Address", "Review", "Acknowledgement"),
        *("AuditEntry", "AuditHead", "Comment", "Basis"),
    }


def test_a_draft_is_deleted_by_the_lifecycle_alone(editor: User) -> None:
    piece = make_piece()
    for delete in (piece.delete, Piece.objects.all().delete, Content.objects.all().delete):
        with pytest.raises(RuntimeError, match="lifecycle alone"):
            delete()


def test_the_database_keeps_what_was_published(editor: User) -> None:
    piece, _edition = live_piece(editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        delete_behind_our_back(piece)
    assert Edition.objects.count() == 1


def delete_behind_our_back(piece: Piece) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM pieces_piece WHERE content_ptr_id = %s", [piece.pk])
        cursor.execute("DELETE FROM publishing_content WHERE id = %s", [piece.pk])
    connection.check_constraints()


def test_a_content_without_a_kind_cannot_be_saved() -> None:
    with pytest.raises(TypeError, match="one of its kinds"):
        Content(title="Nothing").save()
